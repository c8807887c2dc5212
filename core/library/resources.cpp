// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/resources.h"

#include <cstdlib>

namespace tw {

namespace {

std::filesystem::path fromEnvironment(const char* name)
{
    const char* value = std::getenv(name);
    return value ? std::filesystem::path(value) : std::filesystem::path();
}

/// A folder of the base directory specification, which tells programs to ignore relative paths in the variable.
std::filesystem::path baseFolder(const char* name, const std::filesystem::path& belowHome)
{
    const auto named = fromEnvironment(name);
    return named.is_absolute() ? named : fromEnvironment("HOME") / belowHome;
}

} // namespace

std::filesystem::path resourceFolder()
{
    if (const auto named = fromEnvironment("TASTEWALK_RESOURCES"); !named.empty())
        return named;
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto installed = program.parent_path().parent_path() / "share" / "tastewalk";
    if (!error && std::filesystem::is_directory(installed, error))
        return installed;
    return TASTEWALK_SOURCE_RESOURCES;
}

std::filesystem::path bundledCatalogue()
{
    return resourceFolder() / "catalogue" / "films.jsonl";
}

std::filesystem::path wordVectorFolder()
{
    return resourceFolder() / "word-vectors";
}

std::filesystem::path preparedLibraryFolder()
{
    std::error_code error;
    const auto shipped = resourceFolder() / "prepared";
    if (std::filesystem::is_directory(shipped, error))
        return shipped;
    return std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "prepared";
}

std::filesystem::path defaultLibraryFolder()
{
    if (const auto named = fromEnvironment("TASTEWALK_LIBRARY"); !named.empty())
        return named;
    return baseFolder("XDG_DATA_HOME", ".local/share") / "tastewalk" / "Films";
}

std::filesystem::path cacheFolder()
{
    return baseFolder("XDG_CACHE_HOME", ".cache") / "tastewalk";
}

} // namespace tw
