// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/library/library.h"
#include "core/library/library_spaces.h"
#include "core/recommend/exploration.h"
#include "core/search/hybrid_search.h"
#include "core/taste/taste_profile.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace tw {

/// Everything needed to answer a question about a library at one moment: what window and tool share, so that both
/// give the same answers. Immutable; cheap to copy; any thread.
struct Session {
    std::shared_ptr<const Catalog> catalog;
    std::shared_ptr<const TasteHistory> history;
    std::shared_ptr<const TextIndex> text;
    LoadedSpace space;                 ///< Members null when there is no space yet.
    LibrarySettings settings;
    std::optional<std::vector<float>> keptProfile; ///< When settings.keepHistory is off.

    bool hasSpace() const { return space.space != nullptr; }

    /// The taste profile in the active space with memory n (settings.memory when 0). Without kept history it is the
    /// kept vector, whatever n is: its trail leads there from the mean in one step, and shares are not known.
    /// Precondition: hasSpace().
    TasteProfile profile(int n = 0) const;
    /// Items that recommendations leave out: all with a standing; none when settings.showSeen.
    std::vector<ItemId> excluded() const;
    /// Items nearest to the profile. Errors: NotFound (no space), Cancelled.
    Result<RankedItems> recommend(const TasteProfile& profile, std::size_t count, const TaskContext& context) const;
    /// Items near the noisy profile. Errors: those of tw::explore; NotFound (no space).
    Result<ExploredList> explore(const TasteProfile& profile, const NoiseOptions& noise, std::size_t count,
                                 const TaskContext& context) const;
    Result<SearchResults> search(std::string_view query, std::size_t k, SearchBy by, const TaskContext& context) const;
    Result<RankedItems> similar(ItemId item, std::size_t count, const TaskContext& context) const;
};

/// Loads what the library's settings name: catalogue, history, full text (built when out of date), active space.
/// A damaged or lost space of a server is made anew out of the cache when that has its vectors (restoreSpace). A space
/// that can't be loaded all the same is left null; `spaceError` then says why. The full text of a library
/// that can't be written is built in cacheFolder().
struct OpenedSession {
    Session session;
    std::optional<Error> spaceError;
    std::vector<MadeAnew> madeAnew;    ///< What was found damaged and made anew on the way.
    std::uint64_t withoutCached = 0;   ///< Items of a restored space that have no vector until its server answers.
};
Result<OpenedSession> openSession(Library& library, const TaskContext& context);

/// Records a like (or another act) in a library, stepping the kept profiles instead when no history is kept: then a
/// like moves the kept profile of every space that has a vector for the item, and nothing else is remembered.
/// Errors: those of Library::append and stepKeptProfile.
Result<TasteEvent> recordAct(Library& library, const Session& session, Act act, ItemId item, Source source,
                             std::string sourceDetail);

/// Switches keeping the history off (the present profiles are kept as vectors, the events deleted for good) or on
/// (the history begins empty; the kept vectors are dropped). Errors: those of Library.
Status setKeepHistory(Library& library, const Session& session, bool keep);

} // namespace tw
