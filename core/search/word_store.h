// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/database.h"
#include "core/base/task_context.h"
#include "core/catalog/item.h"
#include "core/embedding/search_words.h"

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace tw {

/// Fields of an item that the text index holds, in the order their words are stored.
enum class TextField { Title, OriginalTitle, People, Genres, Keywords, Tagline, Body };
inline constexpr std::size_t kTextFieldCount = 7;
/// The texts of the item's fields, in that order; lists are joined by ", ".
std::array<std::string, kTextFieldCount> textFieldsOf(const Item& item);

/// One word of an item: the word's number and its field.
struct WordToken {
    std::uint32_t value = 0;
    static constexpr unsigned kFieldBits = 3;
    static constexpr std::uint32_t kMostWords = 1U << (32 - kFieldBits);
    std::uint32_t word() const { return value >> kFieldBits; }
    TextField field() const { return static_cast<TextField>(value & ((1U << kFieldBits) - 1)); }
};

/// Writes the words of all items, in order, into the tables `words` and `tokens` of a database. Holds the vocabulary
/// and a few thousand items at a time.
class WordStoreWriter {
public:
    static constexpr std::string_view kSchema = R"(
        CREATE TABLE words(number INTEGER PRIMARY KEY, word TEXT NOT NULL, items INTEGER NOT NULL,
                           ideographic INTEGER NOT NULL);
        CREATE TABLE tokens(part INTEGER PRIMARY KEY, items BLOB NOT NULL, tokens BLOB NOT NULL);
        CREATE TABLE language(name TEXT NOT NULL);
    )";
    explicit WordStoreWriter(Database& database) : m_database(database) {}
    /// Items by id from 0 on.
    Status add(const Item& item);
    /// Writes what is left; nothing is added after it.
    Status finish();

private:
    struct Word {
        std::uint32_t number = 0;
        std::uint32_t items = 0;
        std::uint32_t lastItem = 0; ///< One more than the id.
        bool ideographic = false;
    };
    Status writePart();

    Database& m_database;
    std::unordered_map<std::string, Word> m_words;
    std::vector<std::uint32_t> m_itemTokens; ///< Count for each item of the part.
    std::vector<std::uint32_t> m_tokens;
    LanguageVote m_vote;
    std::uint32_t m_items = 0;
};

/// All words of a catalogue in memory: who has which, and where.
struct WordStore {
    std::vector<char> text;                      ///< Holds the words; stays in its place when the store is moved.
    std::vector<std::string_view> words;         ///< By number; folded.
    std::vector<std::uint32_t> wordItems;        ///< Items that have the word.
    std::vector<bool> ideographic;
    std::vector<std::uint64_t> itemBegin;        ///< [items + 1] In tokens.
    std::vector<WordToken> tokens;
    std::string language;                        ///< Snowball's name.

    std::size_t itemCount() const { return itemBegin.empty() ? 0 : itemBegin.size() - 1; }
    std::span<const WordToken> tokensOf(std::uint32_t item) const
    {
        return std::span(tokens).subspan(itemBegin[item], itemBegin[item + 1] - itemBegin[item]);
    }

    /// Errors: Database, Damaged (numbers that do not fit each other), Cancelled.
    static Result<WordStore> load(Database& database, const TaskContext& context);
};

} // namespace tw
