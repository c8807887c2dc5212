// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// A title or query as titles are compared: folded words with single blanks between, "&" spelt out, apostrophes and
/// dots inside words dropped: "Schindler's List" → "schindlers list".
std::string titleForm(std::string_view text);

struct TitleMatch {
    ItemId item;
    float score = 0; ///< As TextIndex::searchTitles documents.
};

/// All titles of a catalogue in one buffer, scanned whole for each query: well under a millisecond for 40,000.
/// Immutable after the last add(); then any thread may search.
class TitleMatcher {
public:
    /// @param form  titleForm() of a title; items in rising order, one item's titles one after the other.
    void add(ItemId item, std::string_view form);
    /// The best k; ties go to the shorter title, then to the lower item. @param queryForm titleForm() of the query.
    std::vector<TitleMatch> find(std::string_view queryForm, std::size_t k) const;

private:
    struct Entry {
        ItemId item;
        std::uint32_t begin;        ///< In m_text, of the blank before the first word.
        std::uint32_t compactBegin; ///< In m_compact, of the line feed before.
        std::uint32_t length;
    };
    struct Candidate {
        ItemId item;
        float score;
        std::uint32_t length;
    };
    void findWords(std::string_view queryForm, std::vector<Candidate>& out) const;
    void findWithin(const std::string& compact, std::vector<Candidate>& out) const;
    void findCompact(std::string_view queryForm, std::vector<Candidate>& out) const;

    std::string m_text;    ///< " die hard\n die hard 2\n": one line a title.
    std::string m_compact; ///< "\ndiehard\ndiehard2\n"
    std::vector<Entry> m_entries;
};

} // namespace tw
