// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/ollama_embedder.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/embedding/server_answer.h"
#include "core/embedding/server_session.h"

namespace tw {

namespace {

constexpr std::size_t kMaxBatch = 64;
constexpr std::size_t kLargestDim = 65'536;

class OllamaServedModel final : public ServedModel {
public:
    /// @param digest  Empty: not compared.
    OllamaServedModel(OllamaClient client, std::string model, std::string digest)
        : m_client(std::move(client)), m_model(std::move(model)), m_digest(std::move(digest))
    {
    }
    const std::string& shownUrl() const override { return m_client.shownUrl(); }
    ServerResult<void> load(const TaskContext& context) override { return m_client.load(m_model, context); }
    ServerResult<ServerVectors> embed(std::span<const std::string> texts, std::size_t dim,
                                      const TaskContext& context) override
    {
        auto vectors = m_client.vectors(m_model, texts, dim, context);
        if (!vectors && vectors.error().error.code != ErrorCode::ServerAnswerInvalid)
            return vectors;
        // Compared afterwards: a model put in its place while it computed shows in the list then.
        if (auto same = checkModel(context); !same)
            return tl::unexpected(failureFrom(std::move(same).error()));
        return vectors;
    }

private:
    /// Errors: ModelChanged, ModelNotFound, those of OllamaClient::models.
    Status checkModel(const TaskContext& context) const
    {
        if (m_digest.empty())
            return {};
        TW_ASSIGN(const auto installed, m_client.models(context));
        const OllamaModel* model = findModel(installed, m_model);
        if (!model)
            return fail(ErrorCode::ModelNotFound, m_model, "it was removed from the server");
        if (model->digest != m_digest)
            return fail(ErrorCode::ModelChanged, m_model, fmt::format("{} is {} now", m_digest, model->digest));
        return {};
    }

    OllamaClient m_client;
    std::string m_model;
    std::string m_digest;
};

/// The dimension: what the server tells, else what comes.
Result<std::size_t> dimension(const OllamaModelDetails& details, ServerSession& session, const TaskContext& context)
{
    if (details.dim && *details.dim <= kLargestDim)
        return *details.dim;
    const std::vector<std::string> probe{"film"};
    const auto row = session.embed(probe, context);
    if (!row)
        return fail(row.error().error);
    return row->vectors.cols();
}

Result<OllamaModel> installedModel(const OllamaClient& client, const std::string& name, const TaskContext& context)
{
    TW_ASSIGN(const std::vector<OllamaModel> installed, client.models(context));
    if (const OllamaModel* model = findModel(installed, name))
        return *model;
    std::vector<std::string> names;
    for (const OllamaModel& each : installed)
        names.push_back(printable(each.name));
    return fail(ErrorCode::ModelNotFound, name, fmt::format("installed: {}", fmt::join(names, ", ")));
}

} // namespace

Result<std::shared_ptr<const OllamaEmbedder>> OllamaEmbedder::connect(const OllamaOptions& options,
                                                                      std::shared_ptr<HttpTransport> transport,
                                                                      const TaskContext& context)
{
    if (options.batchSize < 1 || options.batchSize > kMaxBatch)
        return fail(ErrorCode::InvalidArgument, "batchSize", "1 to 64");
    const OllamaClient client(options.url.empty() ? ollamaUrlFromEnvironment() : ollamaUrl(options.url),
                              std::move(transport), options.timeouts);
    context.report(Stage::Connecting, 0, 0);
    TW_TRY(client.version(context));
    TW_ASSIGN(const OllamaModel model, installedModel(client, options.model, context));
    TW_ASSIGN(const OllamaModelDetails details, client.show(options.model, context));
    if (!details.embeds)
        return fail(ErrorCode::Unsupported, options.model, "not an embedding model");

    const ModelTraits traits = modelTraits(options.model);
    EmbedderInfo info;
    info.kind = "ollama";
    info.model = options.model;
    info.digest = model.digest.empty() ? hash128Hex(ollamaNameWithTag(options.model)) : model.digest;
    info.server = client.shownUrl();
    info.documentPrefix = traits.documentPrefix;
    info.queryPrefix = traits.queryPrefix;
    Limits limits;
    limits.batchSize = options.batchSize;
    limits.textCharacters =
        charactersFor(std::min(details.contextTokens.value_or(traits.contextTokens), traits.contextTokens));

    context.report(Stage::WarmingUp, 0, 0);
    auto session = std::make_unique<ServerSession>(
        std::make_unique<OllamaServedModel>(client, options.model, model.digest), options.retry, options.batchSize,
        options.timeouts.embed);
    TW_TRY(session->warmUp(context));
    TW_ASSIGN(info.dim, dimension(details, *session, context));
    session->setDim(info.dim);
    return std::shared_ptr<const OllamaEmbedder>(new OllamaEmbedder(std::move(session), std::move(info), limits));
}

} // namespace tw
