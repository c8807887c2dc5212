// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_jobs.h"

#include "core/base/text.h"
#include "core/embedding/builtin_embedder.h"
#include "core/embedding/embedding_cache.h"
#include "core/embedding/item_text.h"
#include "core/embedding/key_store.h"
#include "core/embedding/openai_embedder.h"
#include "core/library/item_rows.h"
#include "core/library/library_lock.h"
#include "core/library/library_store.h"
#include "core/library/space_folder.h"
#include "core/library/space_publish.h"
#include "core/space/space_index.h"

namespace tw {

namespace {

/// Kinds of servers; with a hyphen, how the ids of their spaces begin.
constexpr std::array<std::string_view, 2> kServerKinds{"ollama", "openai"};
/// A space is made without its server when at most one text in so many has no vector in the cache.
constexpr std::size_t kMostMissing = 20;

/// An embedder with the id of the space it makes.
struct ChosenEmbedder {
    std::shared_ptr<const Embedder> embedder;
    std::string spaceId;
};

/// The id of the space that a model of a server makes.
std::string spaceIdOf(std::string_view kind, std::string_view model) { return fmt::format("{}-{}", kind, slug(model)); }

/// The kind of server whose space this is; empty when it is none's.
std::string_view serverKindOf(std::string_view spaceId)
{
    const auto found = std::ranges::find_if(kServerKinds, [&](std::string_view kind) {
        return spaceId.starts_with(kind) && spaceId.substr(kind.size()).starts_with('-');
    });
    return found == kServerKinds.end() ? std::string_view() : *found;
}

Result<ChosenEmbedder> connectOpenAi(const EmbedRequest& request, EmbeddingCache& cache,
                                     std::shared_ptr<HttpTransport> transport, const TaskContext& context)
{
    OpenAiOptions options;
    options.url = request.url;
    options.model = request.model;
    options.batchSize = request.batchSize;
    options.key = request.key;
    if (options.key.empty()) {
        const std::string server = urlWithoutSecrets(openAiUrl(request.url));
        TW_ASSIGN(options.key, serverKey(server, *makeFileKeyStore(defaultKeyFile())));
    }
    // Its probe may come out otherwise in the last digits: vectors that lie there already are to be found again.
    TW_ASSIGN(const auto known, cache.embedders("openai"));
    for (const EmbedderInfo& info : known)
        options.knownDigests.push_back(info.digest);
    TW_ASSIGN(auto embedder, OpenAiEmbedder::connect(options, std::move(transport), context));
    std::string id = spaceIdOf("openai", embedder->info().model);
    return ChosenEmbedder{std::move(embedder), std::move(id)};
}

Result<ChosenEmbedder> chooseEmbedder(const EmbedRequest& request, const LibrarySettings& settings,
                                      std::span<const std::string> texts, EmbeddingCache& cache,
                                      std::shared_ptr<HttpTransport> transport, const TaskContext& context)
{
    if (request.kind == EmbedderKind::OpenAi)
        return connectOpenAi(request, cache, std::move(transport), context);
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
    return ChosenEmbedder{std::move(embedder), spaceIdOf("ollama", options.model)};
}

/// Makes the texts' vectors the rows of a space; items without one are left out and listed.
class PartsBuilder {
public:
    explicit PartsBuilder(std::size_t items) : m_items(items) {}

    /// The vectors of the next item.
    void add(const EmbeddedText& text)
    {
        const ItemId item(m_added++);
        if (text.vector.empty()) {
            withoutText.push_back(item);
            return;
        }
        if (parts.items.empty()) {
            parts.vectors = Matrix(0, text.vector.size());
            parts.passages = Matrix(0, text.vector.size());
            parts.vectors.reserveRows(m_items);
        }
        const auto row = static_cast<std::uint32_t>(parts.items.size());
        parts.items.push_back(item);
        parts.vectors.appendRow(text.vector);
        for (std::size_t passage = 0; passage < text.passages.rows(); ++passage) {
            parts.passages.appendRow(text.passages.row(passage));
            parts.passageRow.push_back(row);
        }
        // Grown by doubling, the passages would be the peak of memory: the first items tell how many there will be.
        if (m_added == kItemsToJudgeBy)
            parts.passages.reserveRows(parts.passages.rows() * m_items / kItemsToJudgeBy * 9 / 8);
    }

    Space::Parts parts;
    std::vector<ItemId> withoutText;

private:
    static constexpr std::uint32_t kItemsToJudgeBy = 2048;
    std::size_t m_items;
    std::uint32_t m_added = 0;
};

/// The vectors of all texts, with the embedder that made them.
struct EmbeddedCatalogue {
    ChosenEmbedder chosen;
    Space::Parts parts;
    std::vector<ItemId> withoutText;
    EmbedAllReport report;
};

/// The built-in embedder computes vectors as fast as a cache finds them, and those of its sentences would be many times
/// the size of the catalogue: they go straight into the space.
Status embedDirectly(const Embedder& embedder, std::span<const std::string> texts, PartsBuilder& builder,
                     const TaskContext& context)
{
    for (std::size_t begin = 0; begin < texts.size(); begin += embedder.batchSize()) {
        context.report(Stage::Embedding, begin, texts.size());
        const auto batch = texts.subspan(begin, std::min(embedder.batchSize(), texts.size() - begin));
        TW_ASSIGN(const auto embedded, embedder.embedDocuments(batch, context));
        for (const EmbeddedText& text : embedded)
            builder.add(text);
    }
    context.report(Stage::Embedding, texts.size(), texts.size());
    return {};
}

Status embedThrough(EmbeddingCache& cache, const Embedder& embedder, std::span<const std::string> texts,
                    PartsBuilder& builder, EmbedAllReport& report, const TaskContext& context)
{
    TW_ASSIGN(auto embedded, embedAll(embedder, cache, texts, context, &report));
    for (EmbeddedText& text : embedded)
        builder.add(std::exchange(text, {})); // freed row by row
    return {};
}

/// A model that is replaced on the server midway is begun anew with the new one: the person who replaced it wants that
/// one. What the old one gave stays in the cache under its own digest.
Result<EmbeddedCatalogue> embedTexts(const EmbedRequest& request, const LibrarySettings& settings,
                                     std::span<const std::string> texts,
                                     const std::shared_ptr<HttpTransport>& transport, EmbeddingCache& cache,
                                     const TaskContext& context)
{
    constexpr int kMostModels = 3;
    for (int model = 1;; ++model) {
        EmbeddedCatalogue result;
        TW_ASSIGN(result.chosen, chooseEmbedder(request, settings, texts, cache, transport, context));
        PartsBuilder builder(texts.size());
        const Status embedded = request.kind == EmbedderKind::Builtin
                                    ? embedDirectly(*result.chosen.embedder, texts, builder, context)
                                    : embedThrough(cache, *result.chosen.embedder, texts, builder, result.report, context);
        if (embedded) {
            result.parts = std::move(builder.parts);
            result.withoutText = std::move(builder.withoutText);
            return result;
        }
        if (embedded.error().code != ErrorCode::ModelChanged || model == kMostModels)
            return fail(embedded.error());
    }
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

/// For file systems on which an index can't be put in its place together with what is told of it: the new index is
/// there first, and is right whatever the rest says.
Status publishInPlace(const std::filesystem::path& folder, const VectorIndex& index, const SpaceRecord& record,
                      LibraryStore& store)
{
    TW_TRY(index.save(indexFile(folder)));
    TW_TRY(writeSpaceRecord(folder, record));
    TW_ASSIGN(auto transaction, Transaction::begin(store.database()));
    TW_TRY(store.raise(LibraryPart::Spaces));
    return transaction.commit();
}

Result<std::vector<std::string>> textsOf(LibraryStore& store, const TextTemplate& textTemplate)
{
    std::vector<std::string> texts;
    TW_TRY(ItemRows::forEach(store.database(), [&](Item&& item) -> Status {
        texts.push_back(itemText(item, textTemplate));
        return {};
    }));
    return texts;
}

/// Finishes the space and puts it in its place.
/// @param use  The space that is active from then on; none leaves that as it is.
Result<EmbedReport> putInPlace(const std::filesystem::path& libraryFolder, LibraryStore& store,
                               EmbeddedCatalogue embedded, const IndexOptions& index,
                               const std::optional<std::string>& use, const TaskContext& context)
{
    EmbedReport report;
    report.fromCache = embedded.report.fromCache;
    report.withoutText = std::move(embedded.withoutText);
    for (RefusedText& refused : embedded.report.refused) {
        const ItemId item(static_cast<std::uint32_t>(refused.row));
        std::erase(report.withoutText, item);
        report.refused.emplace_back(item, std::move(refused.error));
    }
    if (embedded.parts.items.empty() && !report.refused.empty())
        return fail(std::move(report.refused.front().second));
    if (embedded.parts.items.empty())
        return fail(ErrorCode::EmptyText, libraryFolder.string(), "no item has a text to embed");
    TW_ASSIGN(report.space, putSpaceInPlace(libraryFolder, store, std::move(embedded.parts), index, use, context));
    report.embedded = report.space.items;
    return report;
}

/// What a lost space may have been: what its record says, else every model of that name in the cache.
Result<std::vector<SpaceRecord>> lostSpaces(const std::filesystem::path& folder, const std::string& id,
                                            EmbeddingCache& cache)
{
    if (const auto record = readSpaceRecord(folder); record && record->info.id == id)
        return std::vector{*record};
    std::vector<SpaceRecord> lost;
    TW_ASSIGN(const auto embedders, cache.embedders(serverKindOf(id)));
    for (EmbedderInfo info : embedders) {
        if (spaceIdOf(info.kind, info.model) != id)
            continue;
        // Which server it was is lost; the settings name the one to ask for queries.
        info.queryPrefix = modelTraits(info.model).queryPrefix;
        SpaceRecord record;
        record.info.id = id;
        record.info.provenance = provenanceOf(info, TextTemplate::standard());
        record.info.dim = info.dim;
        lost.push_back(std::move(record));
    }
    return lost;
}

/// The vectors that a lost space had. Errors: NotFound when the cache does not have them.
Result<EmbeddedCatalogue> fromCache(EmbeddingCache& cache, const SpaceRecord& lost, std::span<const std::string> texts,
                                    const TaskContext& context)
{
    const Provenance& provenance = lost.info.provenance;
    if (provenance.embedder != serverKindOf(lost.info.id) || provenance.textTemplate != TextTemplate::standard().toString())
        return fail(ErrorCode::NotFound, lost.info.id, "made of other texts");
    EmbedderInfo info;
    info.kind = provenance.embedder;
    info.model = provenance.model;
    info.digest = provenance.digest;
    info.documentPrefix = provenance.documentPrefix;
    info.dim = lost.info.dim;
    context.report(Stage::Embedding, 0, texts.size());
    TW_ASSIGN(auto cached, cache.findAll(info, texts, context));
    EmbeddedCatalogue result;
    PartsBuilder builder(texts.size());
    for (std::size_t row = 0; row < cached.size(); ++row) {
        if (!cached[row])
            result.report.refused.push_back(
                {row, Error{ErrorCode::NotFound, "cache", "has no vector of this text", row}});
        builder.add(std::exchange(cached[row], std::nullopt).value_or(EmbeddedText()));
    }
    const std::size_t missing = result.report.refused.size();
    const std::size_t had = lost.info.items;
    const bool asMany = had > 0 && builder.parts.items.size() >= had;
    if (builder.parts.items.empty() || (!asMany && missing * kMostMissing > texts.size()))
        return fail(ErrorCode::NotFound, lost.info.id, fmt::format("the cache has no vector of {} texts", missing));
    context.report(Stage::Embedding, texts.size(), texts.size());
    result.report.fromCache = texts.size() - missing;
    result.parts = std::move(builder.parts);
    result.withoutText = std::move(builder.withoutText);
    result.parts.id = lost.info.id;
    result.parts.provenance = provenance;
    return result;
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
    TW_ASSIGN(auto texts, textsOf(store, textTemplate));
    TW_ASSIGN(auto cache, EmbeddingCache::open(embeddingCachePath(libraryFolder)));
    TW_ASSIGN(auto embedded, embedTexts(request, settings, texts, transport, *cache, context));
    texts = {};
    const ChosenEmbedder chosen = embedded.chosen;

    Space::Parts& parts = embedded.parts;
    parts.id = chosen.spaceId;
    parts.provenance = provenanceOf(chosen.embedder->info(), textTemplate);
    parts.model = chosen.embedder->state();
    const std::optional<std::string> use = request.use ? std::optional(chosen.spaceId) : std::nullopt;
    TW_ASSIGN(EmbedReport report, putInPlace(libraryFolder, store, std::move(embedded), request.index, use, context));
    if (cache->keptFile())
        report.madeAnew.push_back({DerivedFile::Embeddings, *cache->keptFile()});
    if (request.kind == EmbedderKind::Builtin)
        static_cast<void>(cache->dropOtherDigests(chosen.embedder->info()));
    return report;
}

Result<EmbedReport> restoreSpace(const std::filesystem::path& libraryFolder, const std::string& spaceId,
                                 const TaskContext& context)
{
    if (serverKindOf(spaceId).empty())
        return fail(ErrorCode::Unsupported, spaceId, "not the space of a server");
    TW_ASSIGN(const auto lock, lockLibrary(libraryFolder, "restore a space"));
    TW_ASSIGN(auto store, LibraryStore::open(libraryFolder, Database::Mode::ReadWrite));
    const std::filesystem::path folder = spaceFolder(libraryFolder, spaceId);
    // Another process may have mended it meanwhile, or removed it for good.
    if (const auto present = Space::load(folder)) {
        EmbedReport report;
        report.space.id = spaceId;
        report.space.provenance = (*present)->provenance();
        report.space.dim = (*present)->dim();
        report.space.items = report.embedded = (*present)->size();
        return report;
    }
    TW_ASSIGN(const LibrarySettings settings, store.loadSettings());
    std::error_code ignored;
    if (settings.activeSpace != spaceId && !std::filesystem::exists(folder, ignored))
        return fail(ErrorCode::NotFound, spaceId, "the library has no such space");
    TW_ASSIGN(auto cache, EmbeddingCache::openWhole(embeddingCachePath(libraryFolder)));
    TW_ASSIGN(const auto texts, textsOf(store, TextTemplate::standard()));
    TW_ASSIGN(const auto candidates, lostSpaces(folder, spaceId, *cache));
    std::optional<EmbeddedCatalogue> found;
    IndexOptions index;
    for (const SpaceRecord& lost : candidates) {
        auto cached = fromCache(*cache, lost, texts, context);
        if (!cached && cached.error().code == ErrorCode::NotFound)
            continue;
        if (!cached)
            return fail(std::move(cached).error());
        // Without its record nothing tells which of two models' vectors it had.
        if (found)
            return fail(ErrorCode::NotFound, spaceId, "the cache has vectors of several models of this name");
        found = std::move(*cached);
        index = lost.index;
    }
    if (!found)
        return fail(ErrorCode::NotFound, spaceId, "the cache has too few of its vectors");
    return putInPlace(libraryFolder, store, std::move(*found), index, std::nullopt, context);
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
    TW_ASSIGN(loaded.index, buildIndex(indexedVectors(loaded.space), options, context));
    TW_TRY(context.check());
    const SpaceRecord record = recordOf(loaded, options);
    auto change = SpaceReplacement::byIndex(libraryFolder, *loaded.index, record);
    if (change)
        TW_TRY(publishChange(*change, store, std::nullopt, std::nullopt));
    else if (change.error().code == ErrorCode::Unsupported)
        TW_TRY(publishInPlace(folder, *loaded.index, record, store));
    else
        return fail(std::move(change).error());
    return record.info;
}

Status removeSpace(const std::filesystem::path& libraryFolder, const std::string& spaceId)
{
    TW_ASSIGN(const auto lock, lockLibrary(libraryFolder, "remove a space"));
    TW_ASSIGN(auto store, LibraryStore::open(libraryFolder, Database::Mode::ReadWrite));
    TW_ASSIGN(const LibrarySettings settings, store.loadSettings());
    std::optional<std::string> active;
    if (settings.activeSpace == spaceId) {
        std::vector<SpaceInfo> left = listSpaces(libraryFolder);
        std::erase_if(left, [&spaceId](const SpaceInfo& space) { return space.id == spaceId; });
        active = left.empty() ? std::string() : left.front().id;
    }
    TW_ASSIGN(auto change, SpaceReplacement::byNothing(libraryFolder, spaceId));
    return publishChange(change, store, active, spaceId);
}

} // namespace tw
