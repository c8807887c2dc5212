// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/library/library_store.h"

#include <filesystem>
#include <set>
#include <string>

namespace tw::test {

/// One row a line, every column; times of acts are left out, since they differ from run to run, and the checksums, which
/// have the times in them: opening the library has verified those.
inline std::string dumpTable(Database& database, const std::string& table)
{
    std::string columns;
    Statement info = database.prepare("SELECT name FROM pragma_table_info('" + table + "')").value();
    while (info.step().value_or(false)) {
        if (info.text(0) == "checksum" || (table == "events" && info.text(0) == "time"))
            continue;
        columns += (columns.empty() ? "quote(" : " || ',' || quote(") + std::string(info.text(0)) + ")";
    }
    std::string dump = "== " + table + "\n";
    Statement rows = database.prepare("SELECT " + columns + " FROM " + table + " ORDER BY 1").value();
    while (rows.step().value_or(false))
        dump += std::string(rows.text(0)) + "\n";
    return dump;
}

/// All of library.sqlite as text, after a quick_check; what is wrong with it when something is.
inline std::string dumpDatabase(const std::filesystem::path& libraryFolder)
{
    auto store = LibraryStore::open(libraryFolder, Database::Mode::ReadWrite);
    if (!store)
        return "cannot be opened: " + store.error().detail;
    if (!store->database().quickCheck())
        return "is damaged";
    std::string dump;
    Statement tables = store->database()
                           .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'sums' AND name <> 'identity' ORDER BY name")
                           .value();
    while (tables.step().value_or(false))
        dump += dumpTable(store->database(), std::string(tables.text(0)));
    return dump;
}

/// Every file of every space, with a hash of its bytes.
inline std::string dumpSpaces(const std::filesystem::path& libraryFolder)
{
    std::set<std::string> lines;
    std::error_code error;
    std::filesystem::recursive_directory_iterator entry(libraryFolder / "spaces", error);
    for (; !error && entry != std::filesystem::recursive_directory_iterator(); entry.increment(error)) {
        const std::string name = entry->path().lexically_relative(libraryFolder).string();
        if (entry->is_regular_file() && name.find("/.") == std::string::npos)
            lines.insert(name + " " + hash128Hex(readFile(entry->path()).value_or("unreadable")));
    }
    std::string dump;
    for (const std::string& line : lines)
        dump += line + "\n";
    return dump;
}

/// The names of all files and folders below, relative; without what SQLite keeps beside open databases.
inline std::set<std::string> namesIn(const std::filesystem::path& folder)
{
    std::set<std::string> names;
    std::error_code error;
    std::filesystem::recursive_directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::recursive_directory_iterator(); entry.increment(error)) {
        const std::string name = entry->path().lexically_relative(folder).string();
        if (!name.ends_with("-wal") && !name.ends_with("-shm"))
            names.insert(name);
    }
    return names;
}

} // namespace tw::test
