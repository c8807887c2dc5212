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

std::filesystem::path defaultLibraryFolder()
{
    if (const auto named = fromEnvironment("TASTEWALK_LIBRARY"); !named.empty())
        return named;
    auto data = fromEnvironment("XDG_DATA_HOME");
    // The base directory specification tells programs to ignore relative paths there.
    if (!data.is_absolute())
        data = fromEnvironment("HOME") / ".local" / "share";
    return data / "tastewalk" / "Films";
}

} // namespace tw
