// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog_files.h"
#include "core/embedding/http_transport.h"
#include "core/library/library_settings.h"
#include "core/library/library_spaces.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace tw {

// The big changes to a library. Each takes the library's exclusive lock (LibraryBusy says who holds it otherwise),
// opens its own connections, may run on any thread, and leaves the library as it was when it fails or is cancelled
// (vectors already computed stay in the cache). Library::refresh() then sees the change.

struct ImportReport {
    std::uint64_t read = 0;      ///< Records met.
    std::uint64_t added = 0;     ///< New items.
    std::uint64_t updated = 0;   ///< Items whose key was there already.
    std::uint64_t unchanged = 0; ///< Same key, same content.
    ReadCounts counts;           ///< What was skipped and mended, and why.
};

/// Reads the files and merges their items into the catalogue in one transaction, then the full-text index. An item
/// whose key is there already gets the new values; fields the new record leaves empty keep what they had.
/// Stages Reading, Storing, Indexing. Errors: those of readCatalogFiles, LibraryBusy, LibraryReadOnly, Database.
Result<ImportReport> importFiles(const std::filesystem::path& libraryFolder,
                                 std::span<const std::filesystem::path> files, const ReadOptions& options,
                                 const TaskContext& context);

enum class EmbedderKind { Builtin, Ollama };

struct EmbedRequest {
    EmbedderKind kind = EmbedderKind::Builtin;
    std::string url;               ///< Ollama; empty: settings, then OLLAMA_HOST.
    std::string model;             ///< Ollama; empty: settings.
    std::size_t batchSize = 32;    ///< Ollama, 1..64.
    IndexOptions index;
    bool use = true;               ///< Make it the active space afterwards.
};

struct EmbedReport {
    SpaceInfo space;
    std::uint64_t embedded = 0;    ///< Items with a vector.
    std::uint64_t fromCache = 0;
    std::vector<ItemId> withoutText; ///< Items that have nothing to embed.
};

/// Embeds the whole catalogue, builds index and map, and puts the space in place of an older one with the same id
/// ("builtin", or "ollama-" and the model's name). Stages Connecting, WarmingUp, Fitting, Embedding, Building,
/// Checking, Projecting. Errors: those of the embedder, index and space; LibraryBusy; EmptyText (no item has text).
Result<EmbedReport> embedCatalogue(const std::filesystem::path& libraryFolder, const EmbedRequest& request,
                                   std::shared_ptr<HttpTransport> transport, const TaskContext& context);

/// Builds a space's index anew with other options. Errors: NotFound, LibraryBusy, those of buildIndex.
Result<SpaceInfo> rebuildIndex(const std::filesystem::path& libraryFolder, const std::string& spaceId,
                               const IndexOptions& options, const TaskContext& context);

/// Deletes a space's folder and kept profile; its vectors stay in the cache. If it was the active one, the first that
/// is left becomes active. Errors: NotFound, LibraryBusy, FileUnwritable.
Status removeSpace(const std::filesystem::path& libraryFolder, const std::string& spaceId);

/// A new library with this catalogue (the bundled one when `files` is empty), embedded with the built-in embedder.
/// It appears whole or not at all: made beside the folder and renamed, or, in a folder that exists, removed again when
/// anything fails. Errors: those of Library::create, importFiles and embedCatalogue.
Result<ImportReport> createLibrary(const std::filesystem::path& libraryFolder,
                                   std::span<const std::filesystem::path> files, const ReadOptions& options,
                                   const TaskContext& context);

} // namespace tw
