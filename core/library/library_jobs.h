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
    std::uint64_t read = 0;        ///< Records met.
    std::uint64_t added = 0;       ///< Records that became new items.
    std::uint64_t updated = 0;     ///< Records that changed the item with their key.
    std::uint64_t unchanged = 0;   ///< Same key, same content.
    std::uint64_t rekeyed = 0;     ///< Of these: records that go under another key, as theirs belongs to another thing.
    std::uint64_t withoutText = 0; ///< Items added or changed without text and tagline: embedded from title and facts.
    ReadCounts counts;             ///< What was skipped and mended, and why: counted completely.
    /// The complete list of what was skipped and mended (import_report.h), in the library's folder "imports"; empty
    /// when there was nothing to list.
    std::filesystem::path reportFile;
};

/// Reads the files and merges their items into the catalogue in one transaction, then the full-text index. An item
/// whose key is there already gets the new values; fields the new record leaves empty keep what they had. A record
/// that must be another thing than the item with its key (same_thing.h) becomes an item of its own, with "-2", "-3", …
/// behind its key, and is found again by title and year. Memory does not depend on the size of the files (but for some
/// 40 bytes an item): what is read is staged in a file in the library's folder.
/// Stages Reading, Storing, Indexing. Errors: those of readCatalogFiles, LibraryBusy, LibraryReadOnly, Damaged,
/// Database, FileUnwritable.
Result<ImportReport> importFiles(const std::filesystem::path& libraryFolder,
                                 std::span<const CatalogFile> files, const TaskContext& context);

/// What importFiles would do, without touching the library; needs no lock. Stage Reading.
/// @param libraryFolder  May hold no library, or not exist.
/// @param reportTo  Where to write the complete list; none is kept otherwise. Not touched when there is nothing to list.
/// Errors: those of importFiles but for the lock.
Result<ImportReport> tryImport(const std::filesystem::path& libraryFolder,
                               std::span<const CatalogFile> files, const TaskContext& context,
                               const std::filesystem::path& reportTo = {});

/// Removes what imports that were killed have left in the folder. Under the library's lock.
void sweepImports(const std::filesystem::path& libraryFolder);

enum class EmbedderKind { Builtin, Ollama, OpenAi };

struct EmbedRequest {
    EmbedderKind kind = EmbedderKind::Builtin;
    std::string url;               ///< Ollama; empty: settings, then OLLAMA_HOST. OpenAi: as openAiUrl takes it.
    std::string model;             ///< Ollama; empty: settings. OpenAi; empty: the server's, if it has but one.
    std::size_t batchSize = 32;    ///< Ollama, 1..64; OpenAi, 1..2048.
    std::string key;               ///< OpenAi; empty: serverKey() of the default store. Is stored nowhere.
    IndexOptions index;
    bool use = true;               ///< Make it the active space afterwards.
};

struct EmbedReport {
    SpaceInfo space;
    std::uint64_t embedded = 0;    ///< Items with a vector.
    std::uint64_t fromCache = 0;
    std::vector<ItemId> withoutText; ///< Items that have nothing to embed.
    /// Items whose text the server would not embed, and why; they have no vector either.
    std::vector<std::pair<ItemId, Error>> refused;
    /// The cache, when it was damaged and begun anew.
    std::vector<MadeAnew> madeAnew;
};

/// Embeds the whole catalogue, builds index and map, and puts the space in place of an older one with the same id
/// ("builtin", or "ollama-" or "openai-" and the model's name, whatever its server). When the model is replaced on the server midway, all is begun anew
/// with the new one, twice at most; its vectors and the old one's are never mixed. Stages Connecting, WarmingUp, Fitting, Embedding, Building,
/// Checking, Projecting. Errors: those of the embedder, index and space; LibraryBusy; EmptyText (no item has text).
Result<EmbedReport> embedCatalogue(const std::filesystem::path& libraryFolder, const EmbedRequest& request,
                                   std::shared_ptr<HttpTransport> transport, const TaskContext& context);

/// Makes a space of an embedding server whose files are lost or damaged anew without its server, out of the cache: the
/// same vectors, index and map. Its model and digest are those of its record (info.bin), or, when that is lost too,
/// of the only model of that name the cache has vectors of. Items whose text is not in the cache get no vector and are
/// told as refused (NotFound). Which space is active stays as it is. A space that loads is left as it is.
/// Stages Embedding, Building, Checking, Projecting.
/// Errors: NotFound when the cache has fewer vectors than the space had and than 95 % of the items need, or none, or
/// another text template made them: embed again; Unsupported (not a server's space), LibraryBusy, LibraryReadOnly,
/// Damaged (the cache; it is left as it is), those of index and space.
Result<EmbedReport> restoreSpace(const std::filesystem::path& libraryFolder, const std::string& spaceId,
                                 const TaskContext& context);

/// Builds a space's index anew with other options. Errors: NotFound, LibraryBusy, those of buildIndex.
Result<SpaceInfo> rebuildIndex(const std::filesystem::path& libraryFolder, const std::string& spaceId,
                               const IndexOptions& options, const TaskContext& context);

/// Deletes a space's folder and kept profile; its vectors stay in the cache. If it was the active one, the first that
/// is left becomes active. Errors: NotFound, LibraryBusy, FileUnwritable.
Status removeSpace(const std::filesystem::path& libraryFolder, const std::string& spaceId);

/// A new library with this catalogue (the bundled one when `files` is empty), embedded with the built-in embedder.
/// @param embed  False: without a space.
/// It appears whole or not at all, also when the process is killed: made beside the folder and renamed, or, in a folder
/// that exists, made in a hidden one inside and moved out. What else lies in that folder stays.
/// Errors: AlreadyExists (a library, or something in the folder with the name of a part of it), those of
/// Library::create, importFiles and embedCatalogue.
Result<ImportReport> createLibrary(const std::filesystem::path& libraryFolder,
                                   std::span<const CatalogFile> files, const TaskContext& context, bool embed = true);

} // namespace tw
