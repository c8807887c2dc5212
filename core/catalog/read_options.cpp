// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/read_options.h"

#include <array>

namespace tw {

std::vector<CatalogFile> catalogFiles(std::span<const std::filesystem::path> paths, const ReadOptions& options)
{
    std::vector<CatalogFile> files;
    files.reserve(paths.size());
    for (const std::filesystem::path& path : paths)
        files.emplace_back(path, options);
    return files;
}

std::span<const std::string_view> encodingNames()
{
    static constexpr std::array<std::string_view, 20> kNames = {
        "UTF-8",        "UTF-16LE",     "UTF-16BE",   "Windows-1252", "Windows-1251", "Windows-1250", "Windows-1253",
        "Windows-1254", "ISO-8859-1",   "ISO-8859-2", "ISO-8859-5",   "ISO-8859-15",  "KOI8-R",       "IBM866",
        "GB18030",      "Big5",         "Shift_JIS",  "EUC-JP",       "EUC-KR",       "EUC-TW"};
    return kNames;
}

} // namespace tw
