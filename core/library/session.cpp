// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/session.h"

#include "core/base/bad_files.h"
#include "core/base/hash.h"
#include "core/library/library_jobs.h"
#include "core/library/library_lock.h"
#include "core/library/library_store.h"
#include "core/library/resources.h"

namespace tw {

namespace {

tl::unexpected<Error> noSpace()
{
    return fail(ErrorCode::NotFound, "space", "the library has no space yet");
}

std::filesystem::path textPath(const std::filesystem::path& libraryFolder)
{
    if (isWritable(libraryFolder))
        return textIndexPath(libraryFolder);
    std::error_code ignored; // If it can't be made, opening the index says so.
    std::filesystem::create_directories(cacheFolder(), ignored);
    const std::string name = std::filesystem::absolute(libraryFolder, ignored).string();
    return cacheFolder() / fmt::format("text-{:016x}.sqlite", hash64(name));
}

bool fits(const std::optional<std::vector<float>>& kept, const Space& space)
{
    return kept && kept->size() == space.dim();
}

/// Every space of the library, the session's own without loading it again. Damaged ones are left out.
std::vector<std::shared_ptr<const Space>> allSpaces(const Library& library, const Session& session)
{
    std::vector<std::shared_ptr<const Space>> spaces;
    for (const SpaceInfo& info : listSpaces(library.folder())) {
        if (session.hasSpace() && session.space.space->id() == info.id)
            spaces.push_back(session.space.space);
        else if (auto space = Space::load(library.folder() / "spaces" / info.id))
            spaces.push_back(std::move(*space));
    }
    return spaces;
}

bool isLost(const Error& error)
{
    return error.code == ErrorCode::Damaged || error.code == ErrorCode::NotFound;
}

/// The active space, made anew out of the cache; else the error that loading it gave.
Result<LoadedSpace> loadRestored(const Library& library, OpenedSession& opened, Error error,
                                 const TaskContext& context)
{
    const std::string& id = opened.session.settings.activeSpace;
    const auto restored = restoreSpace(library.folder(), id, context);
    if (!restored)
        return fail(restored.error().code == ErrorCode::Cancelled ? restored.error() : std::move(error));
    opened.withoutCached = restored->refused.size();
    const bool damaged = error.code == ErrorCode::Damaged;
    opened.madeAnew.push_back({DerivedFile::Vectors, damaged ? newestBadFile(error.subject).value_or("") : ""});
    return loadSpace(library.folder(), id, context);
}

} // namespace

TasteProfile Session::profile(int n) const
{
    if (settings.keepHistory)
        return foldProfile(*space.space, history->likes(), n == 0 ? settings.memory : n);
    TasteProfile profile = foldProfile(*space.space, {}, settings.memory);
    if (fits(keptProfile, *space.space)) {
        profile.vector = *keptProfile;
        profile.trail.appendRow(profile.vector);
        profile.meanShare = 0;
    }
    return profile;
}

std::vector<ItemId> Session::excluded() const
{
    std::vector<ItemId> items;
    if (settings.showSeen)
        return items;
    for (const Standing& standing : history->standings())
        items.push_back(standing.item);
    return items;
}

Result<RankedItems> Session::recommend(const TasteProfile& profile, std::size_t count, const TaskContext& context) const
{
    if (!hasSpace())
        return noSpace();
    const auto likes = history->likes();
    return ProfileRecommender(space.space, space.index, profile.vector, {likes.begin(), likes.end()})
        .recommend({count, excluded()}, context);
}

Result<ExploredList> Session::explore(const TasteProfile& profile, const NoiseOptions& noise, std::size_t count,
                                      const TaskContext& context) const
{
    if (!hasSpace())
        return noSpace();
    return tw::explore(space.space, space.index, profile.vector, history->likes(), noise, {count, excluded()}, context);
}

Result<SearchResults> Session::search(std::string_view query, std::size_t k, SearchBy by,
                                      const TaskContext& context) const
{
    return HybridSearch(catalog, text, space.space, space.index, space.embedder).search(query, k, by, context);
}

Result<RankedItems> Session::similar(ItemId item, std::size_t count, const TaskContext& context) const
{
    if (!hasSpace())
        return noSpace();
    return similarItems(*space.space, *space.index, item, {count, excluded()}, context);
}

Result<OpenedSession> openSession(Library& library, const TaskContext& context)
{
    OpenedSession opened;
    Session& session = opened.session;
    session.catalog = library.catalog();
    session.history = library.history();
    session.settings = library.settings();
    TW_ASSIGN(session.text, TextIndex::openOrBuild(textPath(library.folder()), *session.catalog, context));
    if (session.text->madeAnew())
        opened.madeAnew.push_back({DerivedFile::TextIndex, session.text->keptFile()});
    if (session.settings.activeSpace.empty())
        return opened;
    auto loaded = loadSpace(library.folder(), session.settings.activeSpace, context);
    if (!loaded && !library.readOnly() && isLost(loaded.error()))
        loaded = loadRestored(library, opened, std::move(loaded).error(), context);
    if (!loaded) {
        if (loaded.error().code == ErrorCode::Cancelled)
            return fail(std::move(loaded).error());
        opened.spaceError = std::move(loaded).error();
        return opened;
    }
    session.space = std::move(*loaded);
    std::ranges::copy(session.space.madeAnew, std::back_inserter(opened.madeAnew));
    if (!session.settings.keepHistory) {
        TW_ASSIGN(session.keptProfile, library.keptProfile(session.settings.activeSpace));
    }
    return opened;
}

Result<TasteEvent> recordAct(Library& library, const Session& session, Act act, ItemId item, Source source,
                             std::string sourceDetail)
{
    TW_ASSIGN(const TasteEvent event, library.append(act, item, source, std::move(sourceDetail)));
    // Asked after the append, which has just read the setting anew.
    if (library.settings().keepHistory || act != Act::Liked)
        return event;
    for (const auto& space : allSpaces(library, session)) {
        const std::vector<float> liked = space->comparedVector(item);
        if (!liked.empty())
            TW_TRY(library.stepKeptProfile(space->id(), space->comparedStatistics().mean, liked,
                                           library.settings().memory));
    }
    return event;
}

Status setKeepHistory(Library& library, const Session& session, bool keep)
{
    if (keep == library.settings().keepHistory)
        return {};
    if (keep)
        return library.startKeepingHistory();
    Library::KeptProfiles profiles;
    for (const auto& space : allSpaces(library, session)) {
        TasteProfile profile = foldProfile(*space, library.history()->likes(), library.settings().memory);
        // Without likes there is nothing to keep: the mean is where everybody begins.
        if (!profile.shares.empty())
            profiles.emplace_back(space->id(), std::move(profile.vector));
    }
    return library.stopKeepingHistory(profiles);
}

} // namespace tw
