// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/ollama_client.h"

#include "core/base/text.h"
#include "core/embedding/ollama_answer.h"
#include "core/embedding/server_answer.h"

namespace tw {

namespace {

constexpr std::size_t kMostAnswerBytes = 8u << 20;

/// A number with its comma and exponent has no more characters.
std::size_t mostEmbedBytes(std::size_t texts, std::size_t dim)
{
    constexpr std::size_t kBytesPerNumber = 32;
    constexpr std::size_t kLargestDim = 8192;
    constexpr std::size_t kLeast = 1u << 20;
    return kLeast + texts * (dim == 0 ? kLargestDim : dim) * kBytesPerNumber;
}

/// Errors about a model name it, so that people read its name and not the server's.
ServerFailure aboutModel(ServerFailure failure, std::string_view model)
{
    if (failure.error.code == ErrorCode::ModelNotFound)
        failure.error.subject = printable(model);
    return failure;
}

/// Where no model was asked for, a 404 tells that this is not Ollama.
Error withoutModel(ServerFailure failure)
{
    if (failure.error.code == ErrorCode::ModelNotFound)
        failure.error.code = ErrorCode::ServerAnswerInvalid;
    return std::move(failure.error);
}

} // namespace

std::string ollamaNameWithTag(std::string_view model)
{
    const std::size_t slash = model.rfind('/');
    const std::string_view base = slash == std::string_view::npos ? model : model.substr(slash + 1);
    return base.find(':') == std::string_view::npos ? fmt::format("{}:latest", model) : std::string(model);
}

const OllamaModel* findModel(std::span<const OllamaModel> installed, std::string_view name)
{
    const auto found = std::ranges::find(installed, ollamaNameWithTag(name),
                                         [](const OllamaModel& each) { return ollamaNameWithTag(each.name); });
    return found == installed.end() ? nullptr : &*found;
}

OllamaClient::OllamaClient(std::string url, std::shared_ptr<HttpTransport> transport, ServerTimeouts timeouts)
    : m_url(std::move(url)), m_shownUrl(urlWithoutSecrets(m_url)), m_transport(std::move(transport)),
      m_timeouts(timeouts)
{
}

HttpRequest OllamaClient::request(std::string_view path, std::chrono::milliseconds timeout, const Json& body) const
{
    HttpRequest request;
    request.url = m_url + std::string(path);
    request.connectTimeout = m_timeouts.connect;
    request.timeout = timeout;
    request.slowTime = m_timeouts.slow;
    request.maxResponseBytes = kMostAnswerBytes;
    request.headers.emplace_back("Accept", "application/json");
    if (!body.isNull()) {
        request.method = "POST";
        request.body = body.dump();
        request.headers.emplace_back("Content-Type", "application/json");
    }
    return request;
}

ServerResult<Json> OllamaClient::call(HttpRequest request, const TaskContext& context) const
{
    return serverAnswer(m_transport->send(request, context), m_shownUrl);
}

Result<std::string> OllamaClient::version(const TaskContext& context) const
{
    const auto answer = call(request("/api/version", m_timeouts.question), context);
    if (!answer)
        return fail(withoutModel(answer.error()));
    if (!(*answer)["version"].isString())
        return fail(ErrorCode::ServerAnswerInvalid, m_shownUrl, "no version: this is not an Ollama server");
    return printable((*answer)["version"].asString());
}

Result<std::vector<OllamaModel>> OllamaClient::models(const TaskContext& context) const
{
    const auto answer = call(request("/api/tags", m_timeouts.question), context);
    if (!answer)
        return fail(withoutModel(answer.error()));
    const Json& list = (*answer)["models"];
    if (!list.isArray() && !list.isNull())
        return fail(ErrorCode::ServerAnswerInvalid, m_shownUrl, "models is not a list");
    std::vector<OllamaModel> models;
    for (const Json& each : list.asArray()) {
        const Json& name = each["name"].isString() ? each["name"] : each["model"];
        const std::int64_t bytes = std::max<std::int64_t>(each["size"].asInteger(), 0);
        if (name.isString())
            models.push_back({name.asString(), each["digest"].asString(), static_cast<std::uint64_t>(bytes)});
    }
    return models;
}

Result<OllamaModelDetails> OllamaClient::show(std::string_view model, const TaskContext& context) const
{
    Json body;
    body.set("model", std::string(model));
    const auto answer = call(request("/api/show", m_timeouts.question, body), context);
    if (!answer)
        return fail(aboutModel(answer.error(), model).error);
    OllamaModelDetails details;
    for (const auto& [key, value] : (*answer)["model_info"].asObject()) {
        if (!value.isInteger() || value.asInteger() <= 0)
            continue;
        if (key.ends_with(".embedding_length"))
            details.dim = static_cast<std::size_t>(value.asInteger());
        else if (key.ends_with(".context_length"))
            details.contextTokens = static_cast<std::size_t>(value.asInteger());
    }
    const Json::Array& capabilities = (*answer)["capabilities"].asArray();
    details.embeds = capabilities.empty() || std::ranges::any_of(capabilities, [](const Json& capability) {
                         return capability.asString() == "embedding";
                     });
    return details;
}

Status OllamaClient::warmUp(std::string_view model, const TaskContext& context) const
{
    const auto loaded = load(model, context);
    return loaded ? Status() : Status(fail(loaded.error().error));
}

ServerResult<void> OllamaClient::load(std::string_view model, const TaskContext& context) const
{
    Json body;
    body.set("model", std::string(model));
    body.set("input", Json::Array{});
    auto answer = call(request("/api/embed", m_timeouts.warmUp, body), context);
    if (!answer)
        return tl::unexpected(aboutModel(std::move(answer).error(), model));
    return {};
}

Result<Matrix> OllamaClient::embed(std::string_view model, std::span<const std::string> texts,
                                   const TaskContext& context) const
{
    auto rows = vectors(model, texts, 0, context);
    if (!rows)
        return fail(std::move(rows).error().error);
    if (rows->unusable.empty())
        return std::move(rows->vectors);
    const ServerVectors::Unusable& first = rows->unusable.front();
    return fail(Error{ErrorCode::NotFinite, m_shownUrl, first.detail, first.row});
}

ServerResult<ServerVectors> OllamaClient::vectors(std::string_view model, std::span<const std::string> texts,
                                                  std::size_t dim, const TaskContext& context) const
{
    if (texts.empty())
        return ServerVectors();
    Json body;
    body.set("model", std::string(model));
    body.set("input", Json::Array(texts.begin(), texts.end()));
    body.set("truncate", true);
    HttpRequest question = request("/api/embed", m_timeouts.embed, body);
    question.maxResponseBytes = mostEmbedBytes(texts.size(), dim);
    auto answer = call(std::move(question), context);
    if (!answer)
        return tl::unexpected(aboutModel(std::move(answer).error(), model));
    return ollamaVectors(*answer, texts.size(), m_shownUrl);
}

Status OllamaClient::pull(std::string_view model, const std::function<void(const OllamaPull&)>& onProgress,
                          const TaskContext& context) const
{
    constexpr std::size_t kMostStreamBytes = 256u << 20;
    Json body;
    body.set("model", std::string(model));
    body.set("stream", true);
    OllamaPullReader reader(printable(model), onProgress);
    HttpRequest question = request("/api/pull", std::chrono::milliseconds(0), body);
    question.slowTime = m_timeouts.warmUp; // checking a large file is silent work
    question.slowBytes = 1;
    question.maxResponseBytes = kMostStreamBytes;
    question.onData = [&reader](std::string_view piece) { return reader.read(piece); };
    const auto exchanged = m_transport->send(question, context);
    if (!exchanged)
        return fail(exchanged.error());
    if (exchanged->status != 200) {
        const auto answer = serverAnswer(exchanged, m_shownUrl);
        return answer ? Status() : Status(fail(aboutModel(answer.error(), model).error));
    }
    return reader.ended(m_shownUrl);
}

} // namespace tw
