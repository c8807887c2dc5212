// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/word_store.h"

namespace tw {

namespace {

constexpr std::size_t kPartTokens = 1U << 20U;
/// Nobody types longer ones; some files have whole cells without a blank.
constexpr std::size_t kMaxWordLength = 100;

std::string joined(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, ", ")); }

template <class T>
std::span<const std::byte> bytesOf(const std::vector<T>& values)
{
    return std::as_bytes(std::span(values));
}

/// Appends the numbers of a blob; false when it has half a number.
bool appendNumbers(std::span<const std::byte> blob, std::vector<std::uint32_t>& out)
{
    const std::size_t before = out.size();
    out.resize(before + blob.size() / sizeof(std::uint32_t));
    if (!blob.empty())
        std::memcpy(out.data() + before, blob.data(), (out.size() - before) * sizeof(std::uint32_t));
    return blob.size() % sizeof(std::uint32_t) == 0;
}

} // namespace

std::array<std::string, kTextFieldCount> textFieldsOf(const Item& item)
{
    const std::string directors = joined(item.directors);
    const std::string cast = joined(item.cast);
    return {item.title,
            item.originalTitle == item.title ? std::string() : item.originalTitle,
            directors.empty() || cast.empty() ? directors + cast : directors + ", " + cast,
            joined(item.genres),
            joined(item.keywords),
            item.tagline,
            item.text};
}

Status WordStoreWriter::add(const Item& item)
{
    const std::size_t before = m_tokens.size();
    ++m_items;
    const std::array<std::string, kTextFieldCount> fields = textFieldsOf(item);
    for (std::uint32_t field = 0; field < kTextFieldCount; ++field)
        for (SearchWord& each : searchWords(fields[field])) {
            if (each.word.size() > kMaxWordLength)
                continue;
            if (field == static_cast<std::uint32_t>(TextField::Body))
                m_vote.add(each.word);
            if (m_words.size() >= WordToken::kMostWords)
                return fail(ErrorCode::Unsupported, "words");
            const auto next = static_cast<std::uint32_t>(m_words.size());
            Word& word = m_words.try_emplace(std::move(each.word), Word{next, 0, 0, each.ideographic}).first->second;
            if (word.lastItem != m_items)
                ++word.items;
            word.lastItem = m_items;
            m_tokens.push_back((word.number << WordToken::kFieldBits) | field);
        }
    m_itemTokens.push_back(static_cast<std::uint32_t>(m_tokens.size() - before));
    return m_tokens.size() < kPartTokens ? Status() : writePart();
}

Status WordStoreWriter::writePart()
{
    TW_ASSIGN(Statement insert, m_database.prepare("INSERT INTO tokens(items, tokens) VALUES(?, ?)"));
    TW_TRY(insert.bindBlob(1, bytesOf(m_itemTokens)));
    TW_TRY(insert.bindBlob(2, bytesOf(m_tokens)));
    TW_TRY(insert.run());
    m_itemTokens.clear();
    m_tokens.clear();
    return {};
}

Status WordStoreWriter::finish()
{
    TW_TRY(writePart());
    std::vector<const std::pair<const std::string, Word>*> order(m_words.size());
    for (const auto& each : m_words)
        order[each.second.number] = &each;
    TW_ASSIGN(Statement insert,
              m_database.prepare("INSERT INTO words(number, word, items, ideographic) VALUES(?, ?, ?, ?)"));
    for (const auto* each : order) {
        TW_TRY(insert.bind(1, each->second.number));
        TW_TRY(insert.bind(2, std::string_view(each->first)));
        TW_TRY(insert.bind(3, each->second.items));
        TW_TRY(insert.bind(4, each->second.ideographic ? 1 : 0));
        TW_TRY(insert.run());
    }
    TW_ASSIGN(Statement language, m_database.prepare("INSERT INTO language(name) VALUES(?)"));
    TW_TRY(language.bind(1, std::string_view(m_vote.winner())));
    return language.run();
}

Result<WordStore> WordStore::load(Database& database, const TaskContext& context)
{
    WordStore store;
    std::vector<std::uint32_t> ends;
    TW_ASSIGN(Statement words, database.prepare("SELECT word, items, ideographic FROM words ORDER BY number"));
    while (true) {
        TW_ASSIGN(const bool more, words.step());
        if (!more)
            break;
        const std::string_view word = words.text(0);
        store.text.insert(store.text.end(), word.begin(), word.end());
        ends.push_back(static_cast<std::uint32_t>(store.text.size()));
        store.wordItems.push_back(static_cast<std::uint32_t>(words.integer(1)));
        store.ideographic.push_back(words.integer(2) != 0);
    }
    std::size_t begin = 0;
    for (const std::uint32_t end : ends) {
        store.words.emplace_back(store.text.data() + begin, end - begin);
        begin = end;
    }
    std::vector<std::uint32_t> counts;
    std::vector<std::uint32_t> tokens;
    TW_ASSIGN(Statement parts, database.prepare("SELECT items, tokens FROM tokens ORDER BY part"));
    while (true) {
        TW_TRY(context.check());
        TW_ASSIGN(const bool more, parts.step());
        if (!more)
            break;
        if (!appendNumbers(parts.blob(0), counts) || !appendNumbers(parts.blob(1), tokens))
            return fail(ErrorCode::Damaged, "tokens");
    }
    store.itemBegin.push_back(0);
    for (const std::uint32_t count : counts)
        store.itemBegin.push_back(store.itemBegin.back() + count);
    if (store.itemBegin.back() != tokens.size())
        return fail(ErrorCode::Damaged, "tokens");
    store.tokens.reserve(tokens.size());
    for (const std::uint32_t token : tokens) {
        store.tokens.push_back({token});
        const WordToken& added = store.tokens.back();
        if (added.word() >= store.words.size() || static_cast<std::size_t>(added.field()) >= kTextFieldCount)
            return fail(ErrorCode::Damaged, "tokens");
    }
    TW_ASSIGN(Statement language, database.prepare("SELECT name FROM language"));
    TW_ASSIGN(const bool told, language.step());
    if (!told)
        return fail(ErrorCode::Damaged, "language");
    store.language = std::string(language.text(0));
    return store;
}

} // namespace tw
