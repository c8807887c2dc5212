// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/database.h"
#include "core/base/descriptor.h"
#include "core/taste/taste_event.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tw {

// The taste history is the only thing in a library that nothing can make anew. Whoever opens a library for writing
// keeps a small copy of it, also while it stays open, once a day and only when it has changed: backups/history-YYYY-MM-DD-ID.json, ID being the
// last act's, of which the newest three stay. They are JSON for people and programs alike; items are named by key,
// title, year and external ids, so that the acts fit a catalogue that was imported anew.

/// One act of a backup with what identifies its item.
struct BackedUpAct {
    TasteEvent event;      ///< `item` is that of the library it was made from.
    std::string key{};     ///< Empty for Undone, as all that follows.
    std::string title{};
    std::optional<int> year{};
    std::string imdbId{};
    std::string tmdbId{};
};

/// The backups of a library, newest first. Whether they can be read is not known yet.
std::vector<std::filesystem::path> historyBackups(const std::filesystem::path& libraryFolder);
/// In rising id. Errors: NotFound, FileUnreadable, Damaged (its checksum does not fit).
Result<std::vector<BackedUpAct>> readHistoryBackup(const std::filesystem::path& file);

/// Overwrites and removes what was put aside of the library's database as damaged: its acts are in there. What is the
/// same file as the present database is only removed. Errors: FileUnwritable.
Status removePutAsideDatabases(const std::filesystem::path& libraryFolder);

/// The right to change a library's backups: one holder at a time, in whatever process.
class HistoryBackups {
public:
    /// Waits up to two seconds for another holder.
    /// Errors: LibraryBusy, FileUnwritable.
    static Result<HistoryBackups> hold(const std::filesystem::path& libraryFolder);
    /// Whether `lastEvent` came after the newest backup, and that is not of today.
    static bool areDue(const std::filesystem::path& libraryFolder, std::int64_t lastEvent, TimePoint now);

    /// Writes the events of the library's database to a new backup, reads it back, and removes those beyond the
    /// newest three; nothing when there are no events. Errors: FileUnwritable, Damaged, Database.
    Status write(Database& database, std::span<const TasteEvent> events, TimePoint now);
    /// Overwrites and removes all: what is forgotten must not be found in them. Errors: FileUnwritable.
    Status removeAll();

private:
    HistoryBackups(std::filesystem::path folder, Descriptor lock)
        : m_folder(std::move(folder)), m_lock(std::move(lock))
    {
    }
    std::filesystem::path m_folder;
    Descriptor m_lock;
};

} // namespace tw
