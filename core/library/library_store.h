// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/database.h"
#include "core/library/library_settings.h"
#include "core/taste/taste_event.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tw {

std::filesystem::path databasePath(const std::filesystem::path& libraryFolder);
std::filesystem::path textIndexPath(const std::filesystem::path& libraryFolder);
std::filesystem::path embeddingCachePath(const std::filesystem::path& libraryFolder);

/// Parts of a library that change on their own; each has a counter in the database that every change raises.
enum class LibraryPart { Catalog, History, Settings, Spaces };
using Revisions = std::array<std::int64_t, 4>;

/// One connection to library.sqlite: the tables and what is read and written there, nothing of when. All calls work
/// within the caller's transaction. One thread at a time. Errors of all: Database, Damaged.
class LibraryStore {
public:
    /// Makes the tables. Errors: AlreadyExists, FileUnwritable, Database.
    static Result<LibraryStore> create(const std::filesystem::path& libraryFolder);
    /// Verifies the log and the tables; rows are verified when they are read. Converts libraries of older versions.
    /// Errors: NotFound (no file, or one whose making was broken off), Damaged, VersionTooNew, LibraryReadOnly (an
    /// older version that would have to be converted first), Database.
    static Result<LibraryStore> open(const std::filesystem::path& libraryFolder, Database::Mode mode);

    Database& database() { return m_database; }

    Result<Revisions> revisions();
    Status raise(LibraryPart part);

    Result<std::vector<TasteEvent>> loadEvents();
    /// Returns the new id.
    Result<std::int64_t> insertEvent(const TasteEvent& event);
    Status deleteEvents(std::span<const std::int64_t> ids);
    Status deleteAllEvents();
    Result<bool> hasItem(ItemId item);

    Result<LibrarySettings> loadSettings();
    /// Writes the rows in which `wanted` differs from `known`.
    Status storeSettings(const LibrarySettings& known, const LibrarySettings& wanted);

    Result<std::optional<std::vector<float>>> keptProfile(const std::string& spaceId);
    Status storeKeptProfile(const std::string& spaceId, std::span<const float> vector);
    Status deleteKeptProfile(const std::string& spaceId);
    Status deleteAllKeptProfiles();
    /// Verifies all of them, and that none is missing.
    Status checkKeptProfiles();

    /// Empties the write-ahead log, so that deleted rows are nowhere in it. Not within a transaction. Done later by
    /// SQLite itself when another process is still reading.
    Status clearLog();

private:
    explicit LibraryStore(Database database) : m_database(std::move(database)) {}
    Database m_database;
};

/// A read transaction: everything read while it lives is of one moment.
class ReadTransaction {
public:
    static Result<ReadTransaction> begin(Database& database);
    ReadTransaction(ReadTransaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    ~ReadTransaction();

private:
    explicit ReadTransaction(Database* database) : m_database(database) {}
    Database* m_database;
};

} // namespace tw
