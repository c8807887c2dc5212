// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/ollama_embedder.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/embedding/ollama_session.h"

namespace tw {

namespace {

/// English runs at four characters a token; names and numbers at less.
constexpr std::size_t kCharactersPerToken = 3;
constexpr std::size_t kMaxBatch = 64;
constexpr std::size_t kLargestDim = 65'536;

/// Moves the results of some texts to their places among all.
void spread(EmbeddedBatch part, std::span<const std::size_t> places, EmbeddedBatch& whole)
{
    for (std::size_t i = 0; i < places.size(); ++i) {
        whole.texts[places[i]] = std::move(part.texts[i]);
        whole.done[places[i]] = part.done[i];
    }
    for (RefusedText& refused : part.refused) {
        refused.row = places[refused.row];
        refused.error.row = refused.row;
        whole.refused.push_back(std::move(refused));
    }
    whole.failure = std::move(part.failure);
    if (whole.failure && whole.failure->row && *whole.failure->row < places.size())
        whole.failure->row = places[static_cast<std::size_t>(*whole.failure->row)];
}

} // namespace

struct OllamaEmbedder::Impl {
    OllamaSession session;
    std::size_t batchSize;
    std::size_t maxCharacters = 0;
    EmbedderInfo info;

    Impl(OllamaClient client, const OllamaOptions& options)
        : session(std::move(client), options.retry), batchSize(options.batchSize)
    {
    }

    /// Learns the dimension from the server, by trying if it does not tell.
    Status learnDimension(const OllamaModelDetails& details, const std::string& digest, const TaskContext& context)
    {
        if (details.dim && *details.dim <= kLargestDim) {
            info.dim = *details.dim;
        } else {
            const std::vector<std::string> probe{"film"};
            const auto row = session.embed(probe, context);
            if (!row)
                return fail(row.error().error);
            info.dim = row->vectors.cols();
        }
        session.setModel(info.model, digest, info.dim);
        return {};
    }
};

OllamaEmbedder::OllamaEmbedder(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
OllamaEmbedder::~OllamaEmbedder() = default;

Result<std::shared_ptr<const OllamaEmbedder>> OllamaEmbedder::connect(const OllamaOptions& options,
                                                                      std::shared_ptr<HttpTransport> transport,
                                                                      const TaskContext& context)
{
    if (options.batchSize < 1 || options.batchSize > kMaxBatch)
        return fail(ErrorCode::InvalidArgument, "batchSize", "1 to 64");
    auto impl = std::make_unique<Impl>(
        OllamaClient(options.url.empty() ? ollamaUrlFromEnvironment() : ollamaUrl(options.url), std::move(transport),
                     options.timeouts),
        options);
    const OllamaClient& client = impl->session.client();
    context.report(Stage::Connecting, 0, 0);
    TW_TRY(client.version(context));
    TW_ASSIGN(const std::vector<OllamaModel> installed, client.models(context));
    const OllamaModel* model = findModel(installed, options.model);
    if (!model) {
        std::vector<std::string> names;
        for (const OllamaModel& each : installed)
            names.push_back(printable(each.name));
        return fail(ErrorCode::ModelNotFound, options.model, fmt::format("installed: {}", fmt::join(names, ", ")));
    }
    TW_ASSIGN(const OllamaModelDetails details, client.show(options.model, context));
    if (!details.embeds)
        return fail(ErrorCode::Unsupported, options.model, "not an embedding model");

    const ModelTraits traits = modelTraits(options.model);
    impl->info.kind = "ollama";
    impl->info.model = options.model;
    impl->info.digest = model->digest.empty() ? hash128Hex(ollamaNameWithTag(options.model)) : model->digest;
    impl->info.server = client.shownUrl();
    impl->info.documentPrefix = traits.documentPrefix;
    impl->info.queryPrefix = traits.queryPrefix;
    impl->maxCharacters = kCharactersPerToken * std::min(details.contextTokens.value_or(traits.contextTokens),
                                                         traits.contextTokens);
    context.report(Stage::WarmingUp, 0, 0);
    impl->session.setModel(options.model, model->digest, 0);
    TW_TRY(impl->session.warmUp(context));
    TW_TRY(impl->learnDimension(details, model->digest, context));
    return std::shared_ptr<const OllamaEmbedder>(new OllamaEmbedder(std::move(impl)));
}

const EmbedderInfo& OllamaEmbedder::info() const { return m_impl->info; }
std::size_t OllamaEmbedder::batchSize() const { return m_impl->batchSize; }

EmbeddedBatch OllamaEmbedder::embedBatch(std::span<const std::string> texts, const TaskContext& context) const
{
    EmbeddedBatch whole;
    whole.texts.resize(texts.size());
    whole.done.assign(texts.size(), false);
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (trim(texts[i]).empty())
            whole.done[i] = true;
        else
            rows.push_back(i);
    }
    if (auto going = context.check(); !going)
        whole.failure = std::move(going).error();
    for (std::size_t begin = 0; begin < rows.size() && !whole.failure; begin += m_impl->batchSize) {
        const auto places = std::span(rows).subspan(begin, std::min(m_impl->batchSize, rows.size() - begin));
        std::vector<std::string> prepared;
        for (const std::size_t row : places)
            prepared.push_back(truncateCharacters(m_impl->info.documentPrefix + texts[row], m_impl->maxCharacters));
        spread(OllamaBatch(m_impl->session, prepared, m_impl->maxCharacters).run(context), places, whole);
    }
    return whole;
}

Result<std::vector<EmbeddedText>> OllamaEmbedder::embedDocuments(std::span<const std::string> texts,
                                                                 const TaskContext& context) const
{
    EmbeddedBatch batch = embedBatch(texts, context);
    if (batch.failure)
        return fail(std::move(*batch.failure));
    if (!batch.refused.empty())
        return fail(std::move(batch.refused.front().error));
    return std::move(batch.texts);
}

Result<std::vector<float>> OllamaEmbedder::embedQuery(std::string_view query, const TaskContext& context) const
{
    TW_TRY(context.check());
    if (trim(query).empty())
        return fail(ErrorCode::EmptyText, std::string(query));
    const std::vector<std::string> texts{
        truncateCharacters(m_impl->info.queryPrefix + std::string(query), m_impl->maxCharacters)};
    // Somebody is waiting for this answer: a server that is away is told at once, without further tries.
    const auto vectors = m_impl->session.embedOnce(texts, context);
    if (!vectors)
        return fail(vectors.error().error);
    if (!vectors->unusable.empty())
        return fail(ErrorCode::NotFinite, m_impl->info.server, vectors->unusable.front().detail);
    const std::span<const float> vector = vectors->vectors.row(0);
    return std::vector<float>(vector.begin(), vector.end());
}

} // namespace tw
