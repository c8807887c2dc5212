// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tw {

/// Finds the words of a vocabulary that a mistyped word may be, by a scan over word lengths and letters. Immutable; any
/// thread may ask. The words must outlive it.
class Spelling {
public:
    struct Word {
        std::string_view word; ///< Folded.
        std::uint32_t items = 0;
    };
    explicit Spelling(std::span<const Word> words);
    /// As TextIndex::corrected documents; the number of the word, or kNone.
    std::size_t nearest(std::string_view folded) const;
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

private:
    struct Entry {
        Word word;
        std::uint32_t letters = 0; ///< Bit c % 32 for every byte c.
        std::uint32_t number = 0;
    };
    std::vector<std::vector<Entry>> m_byLength;
};

} // namespace tw
