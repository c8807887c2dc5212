// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/edit_distance.h"

#include <array>

namespace tw {

namespace {

constexpr std::size_t kMostCharacters = 64;
using Characters = std::array<char32_t, kMostCharacters>;

/// Decodes well-formed UTF-8; other bytes stand for themselves. Returns the count, or one more than fits.
std::size_t decode(std::string_view text, Characters& out)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t character = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t j = 1; j < length && i + j < text.size(); ++j)
            character = (character << 6U) | (static_cast<unsigned char>(text[i + j]) & 0x3FU);
        if (count == kMostCharacters)
            return kMostCharacters + 1;
        out[count++] = character;
        i += length;
    }
    return count;
}

} // namespace

std::size_t editDistance(std::string_view a, std::string_view b, std::size_t most)
{
    if (a == b)
        return 0;
    Characters left;
    Characters right;
    const std::size_t rows = decode(a, left);
    const std::size_t cols = decode(b, right);
    if (rows > kMostCharacters || cols > kMostCharacters || (rows > cols ? rows - cols : cols - rows) > most)
        return most + 1;
    std::array<std::array<std::size_t, kMostCharacters + 1>, 3> table;
    for (std::size_t j = 0; j <= cols; ++j)
        table[0][j] = j;
    for (std::size_t i = 1; i <= rows; ++i) {
        auto& now = table[i % 3];
        const auto& before = table[(i + 2) % 3];
        now[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= cols; ++j) {
            const std::size_t changed = before[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
            now[j] = std::min({before[j] + 1, now[j - 1] + 1, changed});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                now[j] = std::min(now[j], table[(i + 1) % 3][j - 2] + 1);
            least = std::min(least, now[j]);
        }
        if (least > most)
            return most + 1;
    }
    return std::min(table[rows % 3][cols], most + 1);
}

} // namespace tw
