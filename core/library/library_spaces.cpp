// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_spaces.h"

#include "core/base/bad_files.h"
#include "core/embedding/builtin_embedder.h"
#include "core/embedding/key_store.h"
#include "core/embedding/openai_embedder.h"
#include "core/library/library_lock.h"
#include "core/library/space_folder.h"
#include "core/space/space_index.h"

#include <cstdlib>

namespace tw {

namespace {

std::uint64_t bytesIn(const std::filesystem::path& folder)
{
    std::uint64_t bytes = 0;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code unreadable;
        const std::uintmax_t size = entry->file_size(unreadable);
        bytes += unreadable ? 0 : size;
    }
    return bytes;
}

/// A record of a space whose info file is lost.
SpaceRecord recordFor(const Space& space)
{
    SpaceRecord record;
    record.info.id = space.id();
    record.info.provenance = space.provenance();
    record.info.dim = space.dim();
    record.info.items = space.size();
    return record;
}

/// A file of an older version is as it should be, only of no use any more.
bool isDamaged(const Error& error)
{
    return error.code == ErrorCode::Damaged && !isOlderLayout(error);
}

/// The manifest stays as well, and a copy of it: it may be the one that belongs to another save. Without its matrix the
/// space goes on being a damaged one, not one that was never there.
void keepVectorsAsBad(const std::filesystem::path& folder, const std::filesystem::path& badFile)
{
    if (putAsideAsBad(badFile) && badFile != folder / "space.bin")
        static_cast<void>(copyAsBad(folder / "space.bin"));
}

/// Gives up the files of a space that can't be read, so that embedding makes new ones. They stay where they are when
/// they can be read after all: another process may just have put a new space there.
void putVectorsAside(const std::filesystem::path& libraryFolder, const std::string& id, const std::string& badFile)
{
    const auto lock = lockLibrary(libraryFolder, "repairing a space");
    if (!lock)
        return;
    const auto again = Space::load(spaceFolder(libraryFolder, id));
    if (!again && isDamaged(again.error()) && again.error().subject == badFile)
        keepVectorsAsBad(spaceFolder(libraryFolder, id), badFile);
}

/// What of a space had to be made anew, and why.
struct Repair {
    bool index = false;
    bool map = false;
    bool record = false;
    bool indexDamaged = false;
    bool mapDamaged = false;
    bool recordDamaged = false;
    std::filesystem::path indexKept{};
    std::filesystem::path mapKept{};
    std::filesystem::path recordKept{};
};

/// Saves what loadSpace had to make anew. Another process at a big change, or a medium that can't be written, is no
/// reason to fail: then it stays in memory.
void saveMadeAnew(const std::filesystem::path& libraryFolder, const LoadedSpace& loaded, SpaceRecord record,
                  Repair& repair)
{
    if (!repair.index && !repair.map && !repair.record)
        return;
    const std::filesystem::path folder = spaceFolder(libraryFolder, loaded.space->id());
    const auto lock = lockLibrary(libraryFolder, "repairing a space");
    if (!lock)
        return;
    // What another process has put there meanwhile belongs to its own vectors.
    const auto present = Space::load(folder, 0);
    if (!present || (*present)->fingerprint() != loaded.space->fingerprint())
        return;
    if (repair.mapDamaged)
        repair.mapKept = putAsideAsBad(projectionFile(folder)).value_or(std::filesystem::path());
    if (repair.map)
        static_cast<void>(loaded.projection->save(projectionFile(folder), loaded.space->fingerprint()));
    if (repair.indexDamaged)
        repair.indexKept = putAsideAsBad(indexFile(folder)).value_or(std::filesystem::path());
    if (repair.index)
        static_cast<void>(loaded.index->save(indexFile(folder)));
    if (repair.recordDamaged)
        repair.recordKept = putAsideAsBad(recordFile(folder)).value_or(std::filesystem::path());
    if (repair.index || repair.record) {
        record.info.index = loaded.index->kind();
        static_cast<void>(writeSpaceRecord(folder, record));
    }
}

std::string serverFor(const LibrarySettings& settings, const Provenance& provenance)
{
    if (!settings.ollamaUrl.empty())
        return settings.ollamaUrl;
    const char* host = std::getenv("OLLAMA_HOST");
    return host && *host ? ollamaUrl(host) : provenance.server;
}

Result<std::shared_ptr<const Embedder>> connectOpenAi(const Space& space, std::shared_ptr<HttpTransport> transport,
                                                      const TaskContext& context)
{
    const Provenance& provenance = space.provenance();
    OpenAiOptions options;
    options.url = provenance.server;
    options.model = provenance.model;
    options.knownDigests = {provenance.digest};
    TW_ASSIGN(options.key, serverKey(openAiUrl(provenance.server), *makeFileKeyStore(defaultKeyFile())));
    TW_ASSIGN(auto embedder, OpenAiEmbedder::connect(options, std::move(transport), context));
    if (embedder->info().digest != provenance.digest || embedder->info().dim != space.dim())
        return fail(ErrorCode::DimensionMismatch, provenance.model, "the server's model is another one now");
    return std::static_pointer_cast<const Embedder>(embedder);
}

Result<std::shared_ptr<const Embedder>> restoreBuiltin(const Space& space)
{
    TW_ASSIGN(auto words, sharedWordVectors());
    TW_ASSIGN(auto embedder, BuiltinEmbedder::restore(std::move(words), space.model()));
    return std::static_pointer_cast<const Embedder>(embedder);
}

SpaceRecord recordIn(const std::filesystem::path& folder, const Space& space, Repair& repair)
{
    auto record = readSpaceRecord(folder);
    if (record && record->info.id != space.id())
        record = fail(ErrorCode::Damaged, folder.string(), "the record of another space");
    if (record)
        return std::move(*record);
    repair.record = record.error().code != ErrorCode::VersionTooNew;
    repair.recordDamaged = isDamaged(record.error());
    return recordFor(space);
}

Result<std::shared_ptr<const Projection>> projectionIn(const std::filesystem::path& folder, const Space& space)
{
    auto projection = Projection::load(projectionFile(folder), space.fingerprint());
    if (projection && (*projection)->positions().rows() != space.size())
        return fail(ErrorCode::Damaged, projectionFile(folder).string(), "has another number of points");
    return projection;
}

} // namespace

std::vector<SpaceInfo> listSpaces(const std::filesystem::path& libraryFolder)
{
    std::vector<SpaceInfo> spaces;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(libraryFolder / "spaces", error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string id = entry->path().filename().string();
        if (id.starts_with('.'))
            continue;
        auto record = readSpaceRecord(entry->path());
        if (!record && isDamaged(record.error())) {
            // The vectors tell all that matters; loading the space writes the record anew.
            if (const auto space = Space::load(entry->path(), 0))
                record = recordFor(**space);
        }
        if (!record || record->info.id != id)
            continue;
        record->info.bytes = bytesIn(entry->path());
        spaces.push_back(std::move(record->info));
    }
    std::ranges::sort(spaces, {}, &SpaceInfo::id);
    return spaces;
}

Result<LoadedSpace> loadSpace(const std::filesystem::path& libraryFolder, const std::string& id,
                              const TaskContext& context, std::uint64_t verifyLaterFrom)
{
    const std::filesystem::path folder = spaceFolder(libraryFolder, id);
    auto vectors = Space::load(folder, verifyLaterFrom);
    if (!vectors) {
        if (isDamaged(vectors.error()))
            putVectorsAside(libraryFolder, id, vectors.error().subject);
        return fail(std::move(vectors).error());
    }
    LoadedSpace loaded;
    loaded.space = std::move(*vectors);
    const std::shared_ptr<const Space>& space = loaded.space;
    if (space->id() != id)
        return fail(ErrorCode::Damaged, folder.string(), "holds the space " + space->id());
    Repair repair;
    const SpaceRecord record = recordIn(folder, *space, repair);
    auto index = loadIndex(indexFile(folder), indexedVectors(space));
    auto projection = projectionIn(folder, *space);
    if (!index || !projection)
        TW_TRY(verifySpace(libraryFolder, *space, context));
    if (!index) {
        repair.index = index.error().code != ErrorCode::VersionTooNew;
        repair.indexDamaged = isDamaged(index.error());
        index = buildIndex(indexedVectors(space), record.index, context);
    }
    TW_ASSIGN(loaded.index, std::move(index));
    if (!projection) {
        repair.map = projection.error().code != ErrorCode::VersionTooNew;
        repair.mapDamaged = isDamaged(projection.error());
        projection = Projection::build(space->vectors(), context);
    }
    TW_ASSIGN(loaded.projection, std::move(projection));
    saveMadeAnew(libraryFolder, loaded, record, repair);
    if (repair.indexDamaged)
        loaded.madeAnew.push_back({DerivedFile::Index, repair.indexKept});
    if (repair.mapDamaged)
        loaded.madeAnew.push_back({DerivedFile::Map, repair.mapKept});
    if (repair.recordDamaged)
        loaded.madeAnew.push_back({DerivedFile::Record, repair.recordKept});
    if (space->provenance().embedder == "builtin")
        loaded.embedder = restoreBuiltin(*space).value_or(nullptr);
    return loaded;
}

Status verifySpace(const std::filesystem::path& libraryFolder, const Space& space, const TaskContext& context)
{
    const Status verified = space.verify(context);
    if (!verified && isDamaged(verified.error()))
        putVectorsAside(libraryFolder, space.id(), verified.error().subject);
    return verified;
}

Result<std::shared_ptr<const Embedder>> connectEmbedder(const Space& space, const LibrarySettings& settings,
                                                        std::shared_ptr<HttpTransport> transport,
                                                        const TaskContext& context)
{
    const Provenance& provenance = space.provenance();
    if (provenance.embedder == "builtin")
        return restoreBuiltin(space);
    if (provenance.embedder == "openai")
        return connectOpenAi(space, std::move(transport), context);
    if (provenance.embedder != "ollama")
        return fail(ErrorCode::Unsupported, provenance.embedder, "unknown embedder");
    OllamaOptions options;
    options.url = serverFor(settings, provenance);
    options.model = provenance.model;
    TW_ASSIGN(auto embedder, OllamaEmbedder::connect(options, std::move(transport), context));
    if (embedder->info().digest != provenance.digest || embedder->info().dim != space.dim())
        return fail(ErrorCode::DimensionMismatch, provenance.model, "the server's model is another one now");
    return std::static_pointer_cast<const Embedder>(embedder);
}

} // namespace tw
