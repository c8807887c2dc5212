// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search_baselines.h"

#include "core/base/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tw::bench {

namespace {

std::string joined(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, ", ")); }

} // namespace

std::vector<FtsConfiguration> ftsConfigurations()
{
    const std::string equal = "1,1,1,1,1,1,1";
    return {
        {"as it is", false, false, equal},
        {"stop words dropped", false, true, equal},
        {"stemmed", true, false, equal},
        {"stemmed, stop words dropped", true, true, equal},
        {"the same, title 10, people and keywords 4, genres and tagline 3", true, true, "10,10,4,3,4,3,1"},
        {"the same, 6, 6, 5, 2, 5, 4, 4", true, true, "6,6,5,2,5,4,4"},
    };
}

Result<FtsBaseline> FtsBaseline::build(const Catalog& catalog, const FtsConfiguration& configuration)
{
    TW_ASSIGN(Database database,
              Database::open(":memory:", Database::Mode::ReadWrite, Database::Durability::Derived));
    TW_TRY(database.execute(fmt::format("CREATE VIRTUAL TABLE items USING fts5(title, original_title, people, genres, "
                                        "keywords, tagline, body, tokenize = '{}unicode61 remove_diacritics 2')",
                                        configuration.stems ? "porter " : "")));
    {
        TW_ASSIGN(Transaction transaction, Transaction::begin(database));
        TW_ASSIGN(Statement insert, database.prepare("INSERT INTO items(rowid, title, original_title, people, genres, "
                                                     "keywords, tagline, body) VALUES(?, ?, ?, ?, ?, ?, ?, ?)"));
        for (const Item& item : catalog.items()) {
            TW_TRY(insert.bind(1, std::int64_t{item.id.value()} + 1));
            const std::string people = joined(item.directors) + ", " + joined(item.cast);
            int column = 2;
            for (const std::string& text : {item.title, item.originalTitle, people, joined(item.genres),
                                            joined(item.keywords), item.tagline, item.text})
                TW_TRY(insert.bind(column++, std::string_view(text)));
            TW_TRY(insert.run());
        }
        TW_TRY(transaction.commit());
    }
    return FtsBaseline(std::move(database), configuration);
}

Result<std::vector<ItemId>> FtsBaseline::search(const std::string& query, std::size_t k)
{
    std::vector<std::string> words;
    for (const std::string& word : splitWords(query))
        if (!m_configuration.dropsStopWords || !isStopWord(foldForMatching(word)))
            words.push_back("\"" + word + "\"");
    TW_ASSIGN(Statement ranked,
              m_database.prepare(fmt::format("SELECT rowid FROM items WHERE items MATCH ? ORDER BY bm25(items, {}) "
                                             "LIMIT ?", m_configuration.weights)));
    const std::string expression = fmt::format("{}", fmt::join(words, " OR "));
    TW_TRY(ranked.bind(1, std::string_view(expression)));
    TW_TRY(ranked.bind(2, static_cast<std::int64_t>(k)));
    std::vector<ItemId> found;
    while (true) {
        TW_ASSIGN(const bool more, ranked.step());
        if (!more)
            return found;
        found.emplace_back(static_cast<std::uint32_t>(ranked.integer(0) - 1));
    }
}

} // namespace tw::bench
