// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_jobs.h"

#include "core/base/text.h"
#include "core/embedding/builtin_embedder.h"
#include "core/embedding/embedding_cache.h"
#include "core/embedding/item_text.h"
#include "core/library/item_rows.h"
#include "core/library/library_lock.h"
#include "core/library/library_store.h"
#include "core/library/space_folder.h"

namespace tw {

namespace {

/// An embedder with the id of the space it makes.
struct ChosenEmbedder {
    std::shared_ptr<const Embedder> embedder;
    std::string spaceId;
};

Result<ChosenEmbedder> chooseEmbedder(const EmbedRequest& request, const LibrarySettings& settings,
                                      std::span<const std::string> texts, std::shared_ptr<HttpTransport> transport,
                                      const TaskContext& context)
{
    if (request.kind == EmbedderKind::Builtin) {
        TW_ASSIGN(auto words, sharedWordVectors());
        TW_ASSIGN(auto embedder, BuiltinEmbedder::fit(std::move(words), texts, {}, context));
        return ChosenEmbedder{std::move(embedder), "builtin"};
    }
    OllamaOptions options;
    options.url = request.url.empty() ? settings.ollamaUrl : request.url;
    options.model = request.model.empty() ? settings.ollamaModel : request.model;
    options.batchSize = request.batchSize;
    TW_ASSIGN(auto embedder, OllamaEmbedder::connect(options, std::move(transport), context));
    return ChosenEmbedder{std::move(embedder), "ollama-" + slug(options.model)};
}

Provenance provenanceOf(const EmbedderInfo& info, const TextTemplate& textTemplate)
{
    Provenance provenance;
    provenance.kind = SpaceKind::Content;
    provenance.embedder = info.kind;
    provenance.model = info.model;
    provenance.digest = info.digest;
    provenance.documentPrefix = info.documentPrefix;
    provenance.queryPrefix = info.queryPrefix;
    provenance.server = info.server;
    provenance.textTemplate = textTemplate.toString();
    provenance.rawScaleKnown = info.rawScaleKnown;
    return provenance;
}

/// The texts' vectors as the rows of a space; items without one are left out and listed.
Space::Parts partsOf(std::vector<EmbeddedText> embedded, std::vector<ItemId>& withoutText)
{
    Space::Parts parts;
    std::size_t rows = 0;
    std::size_t passages = 0;
    for (const EmbeddedText& text : embedded) {
        rows += !text.vector.empty();
        passages += text.vector.empty() ? 0 : text.passages.rows();
    }
    const auto first = std::ranges::find_if(embedded, [](const EmbeddedText& text) { return !text.vector.empty(); });
    const std::size_t dim = first == embedded.end() ? 0 : first->vector.size();
    parts.vectors = Matrix(0, dim);
    parts.vectors.reserveRows(rows);
    parts.passages = Matrix(0, dim);
    parts.passages.reserveRows(passages);
    for (std::size_t i = 0; i < embedded.size(); ++i) {
        // Freed row by row: on large catalogues both copies together would be the peak of memory.
        const EmbeddedText text = std::move(embedded[i]);
        const ItemId item(static_cast<std::uint32_t>(i));
        if (text.vector.empty()) {
            withoutText.push_back(item);
            continue;
        }
        const auto row = static_cast<std::uint32_t>(parts.items.size());
        parts.items.push_back(item);
        parts.vectors.appendRow(text.vector);
        for (std::size_t passage = 0; passage < text.passages.rows(); ++passage) {
            parts.passages.appendRow(text.passages.row(passage));
            parts.passageRow.push_back(row);
        }
    }
    return parts;
}

Result<LoadedSpace> finishSpace(Space::Parts parts, const IndexOptions& options, const TaskContext& context)
{
    LoadedSpace loaded;
    TW_ASSIGN(loaded.space, Space::create(std::move(parts)));
    TW_ASSIGN(loaded.index, buildIndex(loaded.space->vectors(), loaded.space, options, context));
    TW_ASSIGN(loaded.projection, Projection::build(loaded.space->vectors(), context));
    return loaded;
}

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

/// Tells all open windows that spaces have changed, and which is active now.
Status announce(LibraryStore& store, const std::optional<std::string>& activeSpace,
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
    return transaction.commit();
}

/// A kept profile is a point of one model's space: another model's vectors make it meaningless. The built-in embedder
/// is fitted anew each time, but its axes stay those of the word vectors.
bool sameAxes(const SpaceInfo& before, const SpaceInfo& now)
{
    return before.dim == now.dim && before.provenance.model == now.provenance.model &&
           (before.provenance.digest == now.provenance.digest || now.provenance.embedder == "builtin");
}

Result<std::vector<std::string>> textsOf(LibraryStore& store, const TextTemplate& textTemplate)
{
    TW_ASSIGN(const std::vector<Item> items, ItemRows::loadAll(store.database()));
    std::vector<std::string> texts;
    texts.reserve(items.size());
    for (const Item& item : items)
        texts.push_back(itemText(item, textTemplate));
    return texts;
}

} // namespace

Result<EmbedReport> embedCatalogue(const std::filesystem::path& libraryFolder, const EmbedRequest& request,
                                   std::shared_ptr<HttpTransport> transport, const TaskContext& context)
{
    TW_TRY(request.index.validate());
    TW_ASSIGN(const auto lock, lockLibrary(libraryFolder, "embed"));
    TW_ASSIGN(auto store, LibraryStore::open(libraryFolder, Database::Mode::ReadWrite));
    TW_ASSIGN(const LibrarySettings settings, store.loadSettings());
    const TextTemplate textTemplate = TextTemplate::standard();
    TW_ASSIGN(const auto texts, textsOf(store, textTemplate));
    TW_ASSIGN(const auto chosen, chooseEmbedder(request, settings, texts, std::move(transport), context));

    EmbedReport report;
    TW_ASSIGN(auto cache, EmbeddingCache::open(embeddingCachePath(libraryFolder)));
    TW_ASSIGN(auto embedded, embedAll(*chosen.embedder, *cache, texts, context, &report.fromCache));
    Space::Parts parts = partsOf(std::move(embedded), report.withoutText);
    if (parts.items.empty())
        return fail(ErrorCode::EmptyText, libraryFolder.string(), "no item has a text to embed");
    parts.id = chosen.spaceId;
    parts.provenance = provenanceOf(chosen.embedder->info(), textTemplate);
    parts.model = chosen.embedder->state();
    TW_ASSIGN(const LoadedSpace loaded, finishSpace(std::move(parts), request.index, context));
    TW_TRY(context.check());

    const SpaceRecord record = recordOf(loaded, request.index);
    const auto before = readSpaceRecord(spaceFolder(libraryFolder, chosen.spaceId));
    TW_TRY(publishSpace(libraryFolder, loaded, record));
    const bool profileGone = before && !sameAxes(before->info, record.info);
    TW_TRY(announce(store, request.use ? std::optional(chosen.spaceId) : std::nullopt,
                    profileGone ? std::optional(chosen.spaceId) : std::nullopt));
    if (request.kind == EmbedderKind::Builtin)
        static_cast<void>(cache->dropOtherDigests(chosen.embedder->info()));
    report.space = record.info;
    report.embedded = loaded.space->size();
    return report;
}

Result<SpaceInfo> rebuildIndex(const std::filesystem::path& libraryFolder, const std::string& spaceId,
                               const IndexOptions& options, const TaskContext& context)
{
    TW_TRY(options.validate());
    TW_ASSIGN(const auto lock, lockLibrary(libraryFolder, "index"));
    TW_ASSIGN(auto store, LibraryStore::open(libraryFolder, Database::Mode::ReadWrite));
    const std::filesystem::path folder = spaceFolder(libraryFolder, spaceId);
    LoadedSpace loaded;
    TW_ASSIGN(loaded.space, Space::load(folder));
    TW_ASSIGN(loaded.index, buildIndex(loaded.space->vectors(), loaded.space, options, context));
    TW_TRY(context.check());
    TW_TRY(loaded.index->save(indexFile(folder)));
    const SpaceRecord record = recordOf(loaded, options);
    TW_TRY(writeSpaceRecord(folder, record));
    TW_TRY(announce(store, std::nullopt, std::nullopt));
    return record.info;
}

Status removeSpace(const std::filesystem::path& libraryFolder, const std::string& spaceId)
{
    TW_ASSIGN(const auto lock, lockLibrary(libraryFolder, "remove a space"));
    TW_ASSIGN(auto store, LibraryStore::open(libraryFolder, Database::Mode::ReadWrite));
    TW_TRY(deleteSpaceFolder(libraryFolder, spaceId));
    TW_ASSIGN(const LibrarySettings settings, store.loadSettings());
    std::optional<std::string> active;
    if (settings.activeSpace == spaceId) {
        const std::vector<SpaceInfo> left = listSpaces(libraryFolder);
        active = left.empty() ? std::string() : left.front().id;
    }
    return announce(store, active, spaceId);
}

} // namespace tw
