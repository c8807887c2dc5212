// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/text_index.h"

#include "core/base/bad_files.h"
#include "core/base/database.h"
#include "core/base/text.h"
#include "core/search/stemmer.h"
#include "core/search/text_index_file.h"
#include "core/search/text_query.h"
#include "core/search/title_matcher.h"

namespace tw {

namespace {

/// Ranking costs about a microsecond a row, so below this many no word is worth leaving out.
constexpr std::size_t kMinCommonRows = 2000;
constexpr std::size_t kCommonShare = 8;
/// A shorter beginning matches the stems themselves.
constexpr std::size_t kMinCompleted = 4;
constexpr std::int64_t kMaxCompletions = 200;
constexpr std::size_t kMaxCompletedStems = 8;
constexpr char kMatchBegin = '\x02';
constexpr char kMatchEnd = '\x03';

/// FTS5's snippet without the marks; empty when nothing is marked, for then it shows only how the text begins.
std::string snippetFrom(std::string_view marked)
{
    if (marked.find(kMatchBegin) == std::string_view::npos)
        return {};
    std::string snippet;
    for (const char c : marked)
        if (c != kMatchBegin && c != kMatchEnd)
            snippet.push_back(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    return snippet;
}

/// Rows (rowids) that have one word.
struct WordRows {
    std::vector<std::int64_t> rows; ///< Rising; cut off where the word proved common.
    bool common = false;
};

} // namespace

struct TextIndex::Impl {
    Database database;
    TitleMatcher titles;
    std::size_t itemCount = 0;
    bool madeAnew = false;
    std::filesystem::path kept{};
    std::mutex mutex; ///< Guards the statements, which SQLite does not share between threads.
    std::optional<Statement> wordRows;
    std::optional<Statement> hasWord;
    std::optional<Statement> ranked;
    std::optional<Statement> completions;
    Stemmer stemmer;

    Status prepare()
    {
        TW_ASSIGN(wordRows, database.prepare("SELECT rowid FROM items WHERE items MATCH ?"));
        TW_ASSIGN(hasWord, database.prepare("SELECT 1 FROM items WHERE items MATCH ? AND rowid = ?"));
        TW_ASSIGN(ranked, database.prepare(fmt::format(
                              "SELECT rowid, rank, snippet(items, {}, char(2), char(3), '…', 12) FROM items "
                              "WHERE items MATCH ? ORDER BY rank LIMIT ?",
                              kTextColumn)));
        TW_ASSIGN(completions, database.prepare("SELECT word FROM words WHERE word >= ? AND word < ? LIMIT ?"));
        return {};
    }

    /// Words are indexed by their stems, so "securi" is no prefix of what stands for "security": adds such words to
    /// the expression.
    Status completeWord(QueryWord& word)
    {
        const std::string typed = foldForMatching(word.typed);
        if (!word.isPrefix || typed.size() < kMinCompleted)
            return {};
        const std::string begun = stemmer.stem(typed);
        std::vector<std::string> stems;
        completions->reset();
        TW_TRY(completions->bind(1, std::string_view(typed)));
        TW_TRY(completions->bind(2, std::string_view(typed + "\xF4\x8F\xBF\xBF"))); // the last code point
        TW_TRY(completions->bind(3, kMaxCompletions));
        while (stems.size() < kMaxCompletedStems) {
            TW_ASSIGN(const bool more, completions->step());
            if (!more)
                break;
            const std::string whole(completions->text(0));
            std::string stem = stemmer.stem(whole);
            if (stem.starts_with(begun) || std::ranges::find(stems, stem) != stems.end())
                continue;
            word.expression += " OR " + quotedForFts(whole);
            stems.push_back(std::move(stem));
        }
        completions->reset();
        return {};
    }

    Status loadTitles()
    {
        TW_ASSIGN(Statement select, database.prepare("SELECT item, form FROM titles ORDER BY rowid"));
        while (true) {
            TW_ASSIGN(const bool more, select.step());
            if (!more)
                return {};
            titles.add(ItemId(static_cast<std::uint32_t>(select.integer(0))), select.text(1));
        }
    }

    Result<WordRows> rowsOf(const QueryWord& word)
    {
        const std::size_t limit = std::max(kMinCommonRows, itemCount / kCommonShare);
        WordRows found;
        wordRows->reset();
        TW_TRY(wordRows->bind(1, std::string_view(word.expression)));
        while (true) {
            TW_ASSIGN(const bool more, wordRows->step());
            if (!more)
                break;
            if (found.rows.size() == limit) {
                found.common = true;
                break;
            }
            found.rows.push_back(wordRows->integer(0));
        }
        wordRows->reset();
        return found;
    }

    Result<bool> has(const QueryWord& word, const WordRows& rows, std::int64_t row)
    {
        if (!rows.common)
            return std::ranges::binary_search(rows.rows, row);
        hasWord->reset();
        TW_TRY(hasWord->bind(1, std::string_view(word.expression)));
        TW_TRY(hasWord->bind(2, row));
        TW_ASSIGN(const bool found, hasWord->step());
        hasWord->reset();
        return found;
    }

    Result<std::vector<TextHit>> rank(const std::string& expression, std::size_t k)
    {
        std::vector<TextHit> hits;
        ranked->reset();
        TW_TRY(ranked->bind(1, std::string_view(expression)));
        TW_TRY(ranked->bind(2, static_cast<std::int64_t>(k)));
        while (true) {
            TW_ASSIGN(const bool more, ranked->step());
            if (!more)
                break;
            TextHit hit;
            hit.item = ItemId(static_cast<std::uint32_t>(ranked->integer(0) - 1));
            hit.score = static_cast<float>(-ranked->real(1));
            hit.snippet = snippetFrom(ranked->text(2));
            hits.push_back(std::move(hit));
        }
        ranked->reset();
        return hits;
    }
};

TextIndex::TextIndex(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
TextIndex::~TextIndex() = default;

bool TextIndex::madeAnew() const
{
    return m_impl->madeAnew;
}

const std::filesystem::path& TextIndex::keptFile() const
{
    return m_impl->kept;
}

Result<std::shared_ptr<const TextIndex>> TextIndex::openOrBuild(const std::filesystem::path& path,
                                                                const Catalog& catalog, const TaskContext& context)
{
    TW_TRY(context.check());
    const std::string fingerprint = textFingerprint(catalog);
    auto database = openTextFile(path, fingerprint);
    const bool damaged = !database && database.error().code == ErrorCode::Damaged;
    std::filesystem::path kept;
    if (damaged) // Where it can't be moved, the index is built in memory.
        kept = putDatabaseAsideAsBad(path).value_or(std::filesystem::path());
    if (!database)
        database = buildTextFile(path, catalog.size(), visitorOf(catalog), context);
    // A full disk is no reason not to search.
    if (!database && database.error().code != ErrorCode::Cancelled)
        database = buildTextInMemory(catalog.size(), visitorOf(catalog), context);
    if (!database)
        return fail(std::move(database).error());
    auto impl = std::make_unique<Impl>(std::move(*database));
    impl->itemCount = catalog.size();
    impl->madeAnew = damaged;
    impl->kept = std::move(kept);
    TW_TRY(impl->prepare());
    TW_TRY(impl->loadTitles());
    return std::shared_ptr<const TextIndex>(new TextIndex(std::move(impl)));
}

Status TextIndex::build(const std::filesystem::path& path, std::uint64_t itemCount, const ItemVisitor& visit,
                        const TaskContext& context)
{
    TW_TRY(context.check());
    TW_TRY(buildTextFile(path, itemCount, visit, context));
    return {};
}

Result<std::vector<TextHit>> TextIndex::search(std::string_view query, std::size_t k, const TaskContext& context) const
{
    std::vector<QueryWord> words = textQueryWords(query);
    if (words.empty() || k == 0)
        return std::vector<TextHit>();
    const std::lock_guard lock(m_impl->mutex);
    std::vector<WordRows> rows;
    std::vector<QueryWord> rare;
    for (QueryWord& word : words) {
        TW_TRY(context.check());
        TW_TRY(m_impl->completeWord(word));
        TW_ASSIGN(WordRows found, m_impl->rowsOf(word));
        if (!found.common && !found.rows.empty())
            rare.push_back(word);
        rows.push_back(std::move(found));
    }
    TW_ASSIGN(std::vector<TextHit> hits, m_impl->rank(anyOf(rare.empty() ? words : rare), k));
    for (TextHit& hit : hits) {
        TW_TRY(context.check());
        for (std::size_t i = 0; i < words.size(); ++i) {
            TW_ASSIGN(const bool found, m_impl->has(words[i], rows[i], std::int64_t{hit.item.value()} + 1));
            if (found)
                hit.matched.push_back(words[i].typed);
        }
    }
    return hits;
}

Result<std::vector<TextHit>> TextIndex::searchTitles(std::string_view query, std::size_t k,
                                                     const TaskContext& context) const
{
    TW_TRY(context.check());
    std::vector<TextHit> hits;
    for (const TitleMatch& match : m_impl->titles.find(titleForm(query), k))
        hits.push_back({match.item, match.score, {}, {}});
    return hits;
}

} // namespace tw
