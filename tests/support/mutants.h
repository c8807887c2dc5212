// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tw::test {

/// A file with one fault.
struct Mutant {
    std::string kind;    ///< As in the tables: "cut short", "a bit flipped", …
    std::string place;   ///< Where, for finding it again.
    std::string content;
};

inline constexpr std::array kMutantKinds = {"cut short", "a bit flipped", "4 to 8 bytes overwritten",
                                            "a page of zeros", "another file in its place"};

/// Mutant `number` of a file: the same number gives the same one. Every kind in turn. Cuts visit every length of small
/// files' first kilobyte and ends of pages; of `others` each is put in its place in turn.
inline Mutant mutantOf(const std::string& good, const std::vector<std::string>& others, std::uint64_t number)
{
    Random random(0x6d757461ULL + number * 2654435761ULL);
    const auto below = [&random](std::size_t limit) {
        return static_cast<std::size_t>(random.uniform() * static_cast<double>(limit));
    };
    Mutant mutant{kMutantKinds.at(number % kMutantKinds.size()), {}, good};
    const std::size_t turn = number / kMutantKinds.size();
    const std::size_t size = std::max<std::size_t>(good.size(), 1);
    switch (number % kMutantKinds.size()) {
    case 0: {
        std::size_t length = below(size);
        if (turn % 3 == 1)
            length = length / 512 * 512;
        else if (turn % 3 == 2 && turn / 3 < size)
            length = turn / 3;
        mutant.content.resize(length);
        mutant.place = "to " + std::to_string(length);
        break;
    }
    case 1: {
        // Headers are small but decide most.
        const std::size_t at = turn % 4 == 0 ? below(std::min<std::size_t>(size, 128)) : below(size);
        const std::size_t bit = below(8);
        if (at < good.size())
            mutant.content[at] = static_cast<char>(mutant.content[at] ^ (1 << bit));
        mutant.place = "bit " + std::to_string(bit) + " of byte " + std::to_string(at);
        break;
    }
    case 2: {
        const std::size_t count = 4 + below(5);
        const std::size_t at = turn % 4 == 0 ? below(std::min<std::size_t>(size, 128)) : below(size);
        for (std::size_t i = at; i < std::min(good.size(), at + count); ++i)
            mutant.content[i] = static_cast<char>(below(256));
        mutant.place = std::to_string(count) + " from byte " + std::to_string(at);
        break;
    }
    case 3: {
        const std::size_t page = turn % 2 == 0 ? 4096 : 512;
        const std::size_t at = below(size) / page * page;
        for (std::size_t i = at; i < std::min(good.size(), at + page); ++i)
            mutant.content[i] = 0;
        mutant.place = std::to_string(page) + " from byte " + std::to_string(at);
        break;
    }
    default:
        if (others.empty() || turn % (others.size() + 1) == others.size()) {
            // What lies behind the end: of a longer file that was there before.
            mutant.content += std::string(1 + below(5000), static_cast<char>(below(256)));
            mutant.place = "bytes behind its end";
        } else {
            mutant.content = others[turn % (others.size() + 1)];
            mutant.place = "number " + std::to_string(turn % (others.size() + 1));
        }
    }
    return mutant;
}

/// How many mutants of a kind of file: 2,000, or 10,000 with TASTEWALK_DEEP; TASTEWALK_MUTANTS says another number.
inline std::uint64_t mutantCount()
{
    if (const char* wanted = std::getenv("TASTEWALK_MUTANTS"))
        return std::strtoull(wanted, nullptr, 10);
    return std::getenv("TASTEWALK_DEEP") ? 10'000 : 2'000;
}

/// The files of a folder with all that is in them, in memory.
class FolderImage {
public:
    static std::string read(const std::filesystem::path& path)
    {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    static void write(const std::filesystem::path& path, const std::string& content)
    {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
    }

    explicit FolderImage(const std::filesystem::path& folder)
    {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.is_regular_file() && entry.path().extension() != ".lock")
                m_files[entry.path().lexically_relative(folder).string()] = read(entry.path());
    }
    /// Puts exactly these files into the folder.
    void restore(const std::filesystem::path& folder) const
    {
        std::filesystem::remove_all(folder);
        for (const auto& [name, content] : m_files)
            write(folder / name, content);
    }
    const std::string& file(const std::string& name) const { return m_files.at(name); }
    /// The contents of all files but this one.
    std::vector<std::string> others(const std::string& name) const
    {
        std::vector<std::string> contents;
        for (const auto& [each, content] : m_files)
            if (each != name)
                contents.push_back(content);
        return contents;
    }
    const std::map<std::string, std::string>& files() const { return m_files; }

private:
    std::map<std::string, std::string> m_files;
};

/// The file put aside as damaged (NAME.bad-DATE), read; several: any that has this content is returned.
inline bool isKeptAsBad(const std::filesystem::path& path, const std::string& content)
{
    const std::string prefix = path.filename().string() + ".bad-";
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(path.parent_path(), error))
        if (entry.path().filename().string().starts_with(prefix) && FolderImage::read(entry.path()) == content)
            return true;
    return false;
}

} // namespace tw::test
