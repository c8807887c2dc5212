// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/space_publish.h"

#include "core/space/space_index.h"

namespace tw {

namespace {

/// The index of the space that the new one takes the place of, extended; or one built anew.
Result<std::shared_ptr<const VectorIndex>> indexInPlace(const std::filesystem::path& folder,
                                                        const std::shared_ptr<const Space>& space,
                                                        const IndexOptions& options, const TaskContext& context)
{
    const auto record = readSpaceRecord(folder);
    if (!record || record->index != options || record->info.index == IndexKind::Exact)
        return buildIndex(indexedVectors(space), options, context);
    // Not verified: rows that are damaged differ from the new ones, so that nothing is taken over from them.
    const auto before = Space::load(folder, 0);
    if (!before || (*before)->dim() != space->dim() || (*before)->metric() != space->metric())
        return buildIndex(indexedVectors(space), options, context);
    const auto index = loadIndex(indexFile(folder), indexedVectors(*before));
    return index ? indexAfter(**before, **index, space, options, context)
                 : buildIndex(indexedVectors(space), options, context);
}

/// A kept profile is a point of one model's space: another model's vectors make it meaningless. The built-in embedder
/// is fitted anew each time, but its axes stay those of the word vectors.
bool sameAxes(const SpaceInfo& before, const SpaceInfo& now)
{
    return before.dim == now.dim && before.provenance.model == now.provenance.model &&
           before.provenance.metric == now.provenance.metric &&
           (before.provenance.digest == now.provenance.digest ||
            (now.provenance.embedder == "builtin" && !now.provenance.model.starts_with("lsa")));
}

} // namespace

SpaceRecord recordOf(const LoadedSpace& loaded, const IndexOptions& options)
{
    SpaceRecord record;
    record.info.id = loaded.space->id();
    record.info.provenance = loaded.space->provenance();
    record.info.dim = loaded.space->dim();
    record.info.items = loaded.space->size();
    record.info.index = loaded.index->kind();
    record.index = options;
    return record;
}

Status publishChange(SpaceReplacement& change, LibraryStore& store, const std::optional<std::string>& activeSpace,
                     const std::optional<std::string>& goneProfile)
{
    TW_ASSIGN(auto transaction, Transaction::begin(store.database()));
    if (activeSpace) {
        TW_ASSIGN(const LibrarySettings known, store.loadSettings());
        LibrarySettings wanted = known;
        wanted.activeSpace = *activeSpace;
        if (wanted.activeSpace != known.activeSpace) {
            TW_TRY(store.storeSettings(known, wanted));
            TW_TRY(store.raise(LibraryPart::Settings));
        }
    }
    if (goneProfile)
        TW_TRY(store.deleteKeptProfile(*goneProfile));
    TW_TRY(store.raise(LibraryPart::Spaces));
    TW_TRY(change.make());
    const Status committed = transaction.commit();
    if (!committed)
        change.takeBack();
    return committed;
}

Result<SpaceInfo> putSpaceInPlace(const std::filesystem::path& libraryFolder, LibraryStore& store, Space::Parts parts,
                                  const IndexOptions& index, const std::optional<std::string>& use,
                                  const TaskContext& context)
{
    LoadedSpace loaded;
    TW_ASSIGN(loaded.space, Space::create(std::move(parts)));
    const std::string& id = loaded.space->id();
    const std::filesystem::path folder = spaceFolder(libraryFolder, id);
    TW_ASSIGN(loaded.index, indexInPlace(folder, loaded.space, index, context));
    TW_ASSIGN(loaded.projection, Projection::build(loaded.space->vectors(), context));
    TW_TRY(context.check());
    const SpaceRecord record = recordOf(loaded, index);
    const auto before = readSpaceRecord(folder);
    const bool profileGone = before && !sameAxes(before->info, record.info);
    TW_ASSIGN(auto change, SpaceReplacement::bySpace(libraryFolder, loaded, record));
    TW_TRY(publishChange(change, store, use, profileGone ? std::optional(id) : std::nullopt));
    return record.info;
}

} // namespace tw
