// SPDX-License-Identifier: GPL-3.0-or-later
// Any manifest of a ready-made library: refused, or copied; and nothing ever appears outside the new library.
// "CATALOGUE" and "HASH" in the bytes become the right checksums, so that the checks behind them are reached.
#include "core/base/hash.h"
#include "core/library/prepared_library.h"
#include "tests/fuzz/fuzz_folder.h"

namespace {

void replaceAll(std::string& text, std::string_view from, const std::string& to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::size_t entriesIn(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::recursive_directory_iterator begin(folder, error);
    return static_cast<std::size_t>(std::distance(begin, std::filesystem::recursive_directory_iterator()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const tw::fuzz::Folder folder;
    static constexpr std::string_view kFilm = "{\"title\":\"Film\"}\n";
    static const bool made = [] {
        for (const char* name : {"catalogue", "prepared", "home"})
            std::filesystem::create_directories(folder.path() / name);
        folder.put("catalogue/films.jsonl", kFilm);
        folder.put("prepared/file.bin", "content");
        return ::setenv("TASTEWALK_RESOURCES", folder.path().c_str(), 1) == 0;
    }();
    if (!made)
        std::abort();
    std::string manifest(reinterpret_cast<const char*>(data), size);
    replaceAll(manifest, "CATALOGUE", tw::hash128Hex(kFilm));
    replaceAll(manifest, "HASH", tw::hash128Hex("content"));
    folder.put("prepared/prepared.json", manifest);
    const std::filesystem::path library = folder.path() / "home" / "Films";
    const std::size_t before = entriesIn(folder.path());
    const auto created = tw::createFromPrepared(library);
    std::error_code error;
    if (!created && std::filesystem::exists(library, error))
        std::abort();
    std::filesystem::remove_all(library, error);
    if (entriesIn(folder.path()) != before)
        std::abort();
    return 0;
}
