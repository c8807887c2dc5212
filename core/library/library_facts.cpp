// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_facts.h"

#include "core/library/item_rows.h"
#include "core/library/library_lock.h"
#include "core/library/library_store.h"
#include "core/taste/taste_history.h"

namespace tw {

Result<LibraryFacts> libraryFacts(const std::filesystem::path& libraryFolder)
{
    const auto mode = isWritable(libraryFolder) ? Database::Mode::ReadWrite : Database::Mode::ReadOnly;
    TW_ASSIGN(auto store, LibraryStore::open(libraryFolder, mode));
    TW_ASSIGN(const auto reading, ReadTransaction::begin(store.database()));
    LibraryFacts facts;
    TW_ASSIGN(facts.items, ItemRows::count(store.database()));
    TW_ASSIGN(auto events, store.loadEvents());
    facts.likes = TasteHistory(std::move(events)).count(ItemState::Liked);
    TW_ASSIGN(const auto settings, store.loadSettings());
    facts.activeSpace = settings.activeSpace;
    return facts;
}

} // namespace tw
