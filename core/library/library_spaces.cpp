// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_spaces.h"

#include "core/embedding/builtin_embedder.h"
#include "core/library/library_lock.h"
#include "core/library/space_folder.h"

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

/// Saves what loadSpace had to make anew. Another process at a big change, or a medium that can't be written, is no
/// reason to fail: then it stays in memory.
void saveMadeAnew(const std::filesystem::path& libraryFolder, const LoadedSpace& loaded, SpaceRecord record,
                  bool indexIsNew, bool mapIsNew)
{
    if (!indexIsNew && !mapIsNew)
        return;
    const std::filesystem::path folder = spaceFolder(libraryFolder, loaded.space->id());
    const auto lock = lockLibrary(libraryFolder, "repairing a space");
    if (!lock)
        return;
    if (mapIsNew)
        static_cast<void>(loaded.projection->save(projectionFile(folder), loaded.space->fingerprint()));
    if (indexIsNew && loaded.index->save(indexFile(folder))) {
        record.info.index = loaded.index->kind();
        static_cast<void>(writeSpaceRecord(folder, record));
    }
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

std::string serverFor(const LibrarySettings& settings, const Provenance& provenance)
{
    if (!settings.ollamaUrl.empty())
        return settings.ollamaUrl;
    const char* host = std::getenv("OLLAMA_HOST");
    return host && *host ? ollamaUrl(host) : provenance.server;
}

Result<std::shared_ptr<const Embedder>> restoreBuiltin(const Space& space)
{
    TW_ASSIGN(auto words, sharedWordVectors());
    TW_ASSIGN(auto embedder, BuiltinEmbedder::restore(std::move(words), space.model()));
    return std::static_pointer_cast<const Embedder>(embedder);
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
        if (!record || record->info.id != id)
            continue;
        record->info.bytes = bytesIn(entry->path());
        spaces.push_back(std::move(record->info));
    }
    std::ranges::sort(spaces, {}, &SpaceInfo::id);
    return spaces;
}

Result<LoadedSpace> loadSpace(const std::filesystem::path& libraryFolder, const std::string& id,
                              const TaskContext& context)
{
    const std::filesystem::path folder = spaceFolder(libraryFolder, id);
    LoadedSpace loaded;
    TW_ASSIGN(loaded.space, Space::load(folder));
    const std::shared_ptr<const Space>& space = loaded.space;
    auto record = readSpaceRecord(folder);
    const bool recordLost = !record;
    if (recordLost)
        record = recordFor(*space);

    auto index = loadIndex(indexFile(folder), space->vectors(), space);
    const bool indexLost = !index;
    if (indexLost) {
        TW_ASSIGN(loaded.index, buildIndex(space->vectors(), space, record->index, context));
    } else {
        loaded.index = std::move(*index);
    }
    auto projection = Projection::load(projectionFile(folder), space->fingerprint());
    const bool mapLost = !projection;
    if (mapLost) {
        TW_ASSIGN(loaded.projection, Projection::build(space->vectors(), context));
    } else {
        loaded.projection = std::move(*projection);
    }
    saveMadeAnew(libraryFolder, loaded, *record, indexLost || recordLost, mapLost);
    if (space->provenance().embedder == "builtin")
        loaded.embedder = restoreBuiltin(*space).value_or(nullptr);
    return loaded;
}

Result<std::shared_ptr<const Embedder>> connectEmbedder(const Space& space, const LibrarySettings& settings,
                                                        std::shared_ptr<HttpTransport> transport,
                                                        const TaskContext& context)
{
    const Provenance& provenance = space.provenance();
    if (provenance.embedder == "builtin")
        return restoreBuiltin(space);
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
