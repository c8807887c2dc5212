// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

namespace tw::test {

/// `text` as a JSON string; the bytes must be UTF-8.
inline std::string quotedForLog(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + '"';
}

/// Appends one line for docs/reliability.md to the file named by TASTEWALK_RELIABILITY_LOG; does nothing without it.
/// Lines of several processes never mix: each is one write to a file opened for appending.
///
/// @param table     Which table: servers, window, kills, failing writes, disk full, damaged files, fuzzing, sanitizers,
///                  imports.
/// @param what      The row, in words for readers ("index file, a bit flipped"). Lines of one row are added up.
/// @param tried     How often it was tried.
/// @param outcomes  How often each thing happened, by its name ("rebuilt": 20).
inline void logReliability(std::string_view table, std::string_view what, std::uint64_t tried,
                           const std::map<std::string, std::uint64_t>& outcomes)
{
    const char* file = std::getenv("TASTEWALK_RELIABILITY_LOG");
    if (!file || !*file)
        return;
    std::string line = "{\"table\":" + quotedForLog(table) + ",\"what\":" + quotedForLog(what) +
                       ",\"tried\":" + std::to_string(tried) + ",\"outcomes\":{";
    const char* separator = "";
    for (const auto& [name, count] : outcomes) {
        line += separator + quotedForLog(name) + ":" + std::to_string(count);
        separator = ",";
    }
    line += "}}\n";
    const int descriptor = ::open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return;
    [[maybe_unused]] const auto written = ::write(descriptor, line.data(), line.size());
    ::close(descriptor);
}

} // namespace tw::test
