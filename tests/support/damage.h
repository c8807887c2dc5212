// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace tw::test {

/// What can befall a file: cut short at every class of length, bytes flipped all over it, bytes appended.
/// For each, `check(description)` is called while the damaged file lies at `path`; the good one is put back at the end.
template <class Check>
void forEachDamage(const std::filesystem::path& path, const Check& check)
{
    const auto good = readFile(path);
    if (!good)
        return check("the file itself is missing");
    const auto put = [&path](const std::string& content) {
        std::filesystem::remove(path);
        std::ofstream(path, std::ios::binary) << content;
    };
    const std::size_t size = good->size();
    for (const std::size_t length : std::vector<std::size_t>{0, 1, 8, 31, 63, 64, 65, 100, 127, 128, 129, size / 4,
                                                             size / 2, size - size / 4, size - 64, size - 1}) {
        if (length >= size)
            continue;
        put(good->substr(0, length));
        check("cut to " + std::to_string(length) + " of " + std::to_string(size));
    }
    const std::size_t step = size / 97 + 1;
    for (std::size_t at = 0; at < size; at += at < 64 ? 1 : step) {
        std::string content = *good;
        content[at] = static_cast<char>(content[at] ^ (1 << (at % 8)));
        put(content);
        check("bit " + std::to_string(at % 8) + " of byte " + std::to_string(at) + " flipped");
    }
    put(*good + "x");
    check("one byte longer");
    put(*good);
}

} // namespace tw::test
