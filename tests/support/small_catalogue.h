// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>

namespace tw::test {

/// Writes a JSON Lines catalogue of invented films "Film 0", "Film 1", … with key "film-N". Their texts are of four
/// kinds (space, sea, crime, love), so that vectors of one kind lie together; `mark` goes into every text.
inline std::filesystem::path writeSmallCatalogue(const std::filesystem::path& path, std::size_t films,
                                                 const std::string& mark = "first")
{
    constexpr std::array kTexts = {
        "A crew of astronauts leaves the orbit of a distant planet when their rocket meets an alien ship.",
        "Sailors on a fishing boat follow the whale across the ocean through storm, waves and hunger.",
        "A detective hunts a murderer through the city while gangsters bribe the police and the judge.",
        "Two lovers marry in spring, part after a quarrel and find their romance again at a wedding."};
    constexpr std::array kExtra = {"The captain remembers his father.", "A child watches them from the window.",
                                   "Nobody believes the old woman.", "Money changes everything for the brothers.",
                                   "The music of that summer stays with them."};
    std::ofstream file(path);
    for (std::size_t i = 0; i < films; ++i) {
        file << R"({"key":"film-)" << i << R"(","title":"Film )" << i << R"(","year":)" << 1950 + i % 70
             << R"(,"genres":["Kind )" << i % kTexts.size() << R"("],"overview":")" << kTexts[i % kTexts.size()] << ' '
             << kExtra[i % kExtra.size()] << ' ' << kExtra[i / kTexts.size() % kExtra.size()] << R"(","mark":")" << mark
             << "\"}\n";
    }
    return path;
}

} // namespace tw::test
