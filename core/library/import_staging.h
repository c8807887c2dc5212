// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "core/library/item_rows.h"
#include "core/library/library_store.h"

#include <filesystem>
#include <optional>

namespace tw {

/// What an import has read so far: the items it adds or changes as they will stand in the library, ids included, in a
/// SQLite file of its own. So neither the catalogue nor the file being read need be in memory, and the transaction in
/// library.sqlite, for which acts of other processes wait, has nothing left to do but copy rows.
/// Used under the library's lock, by one thread.
class ImportStaging {
public:
    /// A new file in the library's folder.
    /// @param library  Where items are looked up whose keys are known; must outlive this.
    /// Errors: Database, FileUnwritable.
    static Result<std::unique_ptr<ImportStaging>> begin(const std::filesystem::path& libraryFolder,
                                                        LibraryStore& library);
    /// In no folder: SQLite keeps what does not fit into memory in a temporary file. For trying only.
    /// @param library  May be null.
    static Result<std::unique_ptr<ImportStaging>> beginTrial(LibraryStore* library);
    /// Removes the file.
    ~ImportStaging();
    ImportStaging(const ImportStaging&) = delete;
    ImportStaging& operator=(const ImportStaging&) = delete;

    /// Merges the item into the one with its key, staged or stored, if that can be the same thing (same_thing.h); else
    /// adds it, under the first free key behind its own.
    Result<ItemRows::Stored> store(Item item);

    struct Counts {
        std::uint64_t added = 0;
        std::uint64_t updated = 0;
        std::uint64_t unchanged = 0;
        std::uint64_t rekeyed = 0;     ///< Records that took another key because their own belongs to another thing.
        std::uint64_t withoutText = 0; ///< Items added or changed that have neither text nor tagline.
    };
    const Counts& counts() const { return m_counts; }

    /// Copies the staged rows into the library in one transaction (Stage::Storing). Nothing can be staged afterwards.
    /// Errors: Database, Cancelled; the library is then as it was.
    Status copyInto(LibraryStore& library, const TaskContext& context);

    /// Removes what an import that was killed has left in this folder. Under the library's lock.
    static void sweep(const std::filesystem::path& libraryFolder);

private:
    struct Known {
        Item item;
        bool staged = false;
    };
    ImportStaging(std::filesystem::path file, Database database, LibraryStore* library);
    Status prepare();
    Result<std::optional<Known>> find(const std::string& key);
    Status add(Item item);
    Result<ItemRows::Stored> merge(const Known& known, const Item& item);

    std::filesystem::path m_file; ///< Empty for a trial.
    std::optional<Database> m_database;
    LibraryStore* m_library;
    std::optional<ItemRows> m_stagedRows;
    std::optional<ItemRows> m_libraryRows; ///< None while the library has no items.
    std::uint32_t m_nextId = 0;
    Counts m_counts;
};

} // namespace tw
