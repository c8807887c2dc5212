// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "core/catalog/catalog.h"
#include "core/library/library_settings.h"
#include "core/taste/taste_history.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tw {

/// Which parts another process (or one of our own jobs) has changed since the last look.
struct LibraryChanges {
    bool catalog = false;
    bool history = false;
    bool settings = false;
    bool spaces = false;
    bool any() const { return catalog || history || settings || spaces; }
};

/// The truth of one library on disk (library.sqlite): catalogue, taste history, settings. Any number of processes
/// may have the same library open and append acts; big changes (import, embed, index) are made by library_jobs.h,
/// which opens its own connections, and are picked up here by refresh().
///
/// Use from one thread at a time. Everything it hands out is an immutable snapshot and may go to any thread.
/// Each writing call is one transaction and durable when it returns without an error. Whatever is read is verified
/// (Damaged); refresh() and the writing calls notice when the file was replaced under us (LibraryReplaced: open anew).
class Library {
public:
    /// Time source for events; the system clock by default. A seam for tests.
    using Clock = std::function<TimePoint()>;

    /// Makes a new empty library. Errors: AlreadyExists (the folder holds one), FileUnwritable, Database.
    static Result<std::unique_ptr<Library>> create(const std::filesystem::path& folder, Clock clock = {});
    /// Opens one; read-only when it can't be written. Every row of it is verified.
    /// Errors: NotFound, Damaged (see rescue.h), VersionTooNew, LibraryReadOnly (an older version that has to be
    /// converted, on a medium that can't be written), Database.
    static Result<std::unique_ptr<Library>> open(const std::filesystem::path& folder, Clock clock = {});
    /// Whether the folder holds a library, be it damaged; false for one whose making was broken off.
    static bool exists(const std::filesystem::path& folder);
    ~Library();

    const std::filesystem::path& folder() const;
    /// The folder's own name, as shown.
    std::string name() const;
    bool readOnly() const;

    std::shared_ptr<const Catalog> catalog() const;
    std::shared_ptr<const TasteHistory> history() const;
    const LibrarySettings& settings() const;

    /// Appends an act (not Undone: see undo) and returns it with id and time. Without kept history the act is returned
    /// with id 0 but not stored; recordAct of session.h then steps the kept profiles.
    /// Errors: LibraryReadOnly, InvalidArgument (unknown item), Database.
    Result<TasteEvent> append(Act act, ItemId item, Source source, std::string sourceDetail);
    /// Takes back the last act, or brings it back, whoever did it; returns the act concerned.
    /// Errors: NotFound when there is none, LibraryReadOnly, Database.
    Result<TasteEvent> undo();
    Result<TasteEvent> redo();
    /// Deletes all events about these items for good, their Undone events with them; no undo. What was deleted is
    /// overwritten in the database and its log (the log as soon as no other process reads an older state).
    Status forget(std::span<const ItemId> items);
    /// Deletes the whole history and every kept profile vector for good.
    Status forgetEverything();

    /// Stores the settings that differ from settings(): what another process changed meanwhile stays.
    Status store(const LibrarySettings& settings);

    /// The kept profile of a space when settings().keepHistory is off; none before the first like.
    Result<std::optional<std::vector<float>>> keptProfile(const std::string& spaceId);
    /// One emaStep of it towards `liked`, from `start` when there is none yet (or one of another length).
    /// Errors: LibraryReadOnly, Database.
    Status stepKeptProfile(const std::string& spaceId, std::span<const float> start, std::span<const float> liked,
                           int n);
    /// A profile to keep, by space.
    using KeptProfiles = std::vector<std::pair<std::string, std::vector<float>>>;
    /// From now on keeps these profiles instead of a history: the events are deleted for good, as by forget().
    Status stopKeepingHistory(const KeptProfiles& profiles);
    /// From now on keeps a history, which begins empty; the kept profiles are deleted.
    Status startKeepingHistory();

    /// Looks whether anything changed under us and loads it. Cheap when nothing did (one pragma); call it once a
    /// second or after a job.
    Result<LibraryChanges> refresh();

private:
    struct Impl;
    explicit Library(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace tw
