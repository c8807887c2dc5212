// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/ollama_state.h"

namespace tw {

namespace {

OllamaEmbeddingModel described(const OllamaModel& model, const OllamaModelDetails& details)
{
    OllamaEmbeddingModel described{model, details.dim, details.contextTokens, modelTraits(model.name)};
    const ModelTraits& traits = described.traits;
    if (!described.dim && traits.dim > 0)
        described.dim = traits.dim;
    if (traits.known)
        described.contextTokens = std::min(described.contextTokens.value_or(traits.contextTokens), traits.contextTokens);
    return described;
}

/// The installed models that embed.
Result<std::vector<OllamaEmbeddingModel>> embeddingModels(const OllamaClient& client, const TaskContext& context)
{
    TW_ASSIGN(const std::vector<OllamaModel> installed, client.models(context));
    std::vector<OllamaEmbeddingModel> models;
    for (const OllamaModel& model : installed) {
        const auto details = client.show(model.name, context);
        // Removed between the two questions.
        if (!details && details.error().code == ErrorCode::ModelNotFound)
            continue;
        if (!details)
            return fail(details.error());
        if (details->embeds)
            models.push_back(described(model, *details));
    }
    return models;
}

} // namespace

Result<OllamaFound> findOllama(const std::string& url, const std::string& model,
                               std::shared_ptr<HttpTransport> transport, const TaskContext& context,
                               ServerTimeouts timeouts)
{
    const OllamaClient client(url.empty() ? ollamaUrlFromEnvironment() : ollamaUrl(url), std::move(transport),
                              timeouts);
    OllamaFound found;
    found.url = client.shownUrl();
    context.report(Stage::Connecting, 0, 0);
    const auto failed = [&](const Error& error) -> Result<OllamaFound> {
        if (error.code == ErrorCode::Cancelled)
            return fail(error);
        const bool nobody = error.code == ErrorCode::ServerUnreachable && found.version.empty();
        found.state = nobody ? OllamaState::Absent : OllamaState::Other;
        found.error = error;
        return found;
    };
    const auto version = client.version(context);
    if (!version)
        return failed(version.error());
    found.version = *version;
    auto models = embeddingModels(client, context);
    if (!models)
        return failed(models.error());
    found.models = std::move(*models);
    const bool has = std::ranges::any_of(found.models, [&](const OllamaEmbeddingModel& each) {
        return ollamaNameWithTag(each.model.name) == ollamaNameWithTag(model);
    });
    found.state = has ? OllamaState::Ready : OllamaState::WithoutModel;
    return found;
}

} // namespace tw
