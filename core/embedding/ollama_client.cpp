// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/ollama_client.h"

#include "core/base/json.h"
#include "core/base/text.h"

namespace tw {

namespace {

constexpr std::chrono::seconds kShortTimeout{15};
constexpr std::chrono::seconds kEmbedTimeout{120};
constexpr std::chrono::minutes kWarmUpTimeout{5}; // Ollama's own OLLAMA_LOAD_TIMEOUT

/// The server's own words: {"error": "..."}, or the beginning of whatever it sent.
std::string errorTextOf(const HttpResponse& response)
{
    if (const auto json = Json::parse(response.body); json && (*json)["error"].isString())
        return printable((*json)["error"].asString());
    return printable(truncateCharacters(response.body, 200));
}

Result<Json> jsonAnswer(const HttpResponse& response, const std::string& url)
{
    switch (response.status) {
    case 200: break;
    case 404: return fail(ErrorCode::ModelNotFound, url, errorTextOf(response));
    case 429:
    case 503: return fail(ErrorCode::ServerBusy, url, errorTextOf(response));
    default:
        return fail(ErrorCode::ServerRefused, url, fmt::format("HTTP {}: {}", response.status, errorTextOf(response)));
    }
    auto json = Json::parse(response.body);
    if (!json || !json->isObject())
        return fail(ErrorCode::ServerAnswerInvalid, url,
                    json ? "the answer is not a JSON object" : "the answer is not JSON: " + json.error().detail);
    if (const Json& error = (*json)["error"]; error.isString())
        return fail(ErrorCode::ServerRefused, url, printable(error.asString()));
    return json;
}

Result<Json> call(HttpTransport& transport, HttpRequest request, const TaskContext& context)
{
    if (!request.body.empty()) {
        request.method = "POST";
        request.headers.emplace_back("Content-Type", "application/json");
    }
    request.headers.emplace_back("Accept", "application/json");
    TW_ASSIGN(const HttpResponse response, transport.send(request, context));
    return jsonAnswer(response, request.url);
}

HttpRequest requestFor(const std::string& url, std::chrono::milliseconds timeout, const Json& body = {})
{
    HttpRequest request;
    request.url = url;
    request.timeout = timeout;
    if (!body.isNull())
        request.body = body.dump();
    return request;
}

Status readRow(const Json& values, std::span<float> row, const std::string& url, std::size_t index)
{
    const auto notFinite = [&](std::string detail) {
        Error error{ErrorCode::NotFinite, url, std::move(detail), std::nullopt};
        error.row = index;
        return fail(std::move(error));
    };
    const Json::Array& numbers = values.asArray();
    float largest = 0;
    for (std::size_t d = 0; d < row.size(); ++d) {
        if (numbers[d].isNull()) // how some JSON writers put NaN
            return notFinite("a number of the vector is null");
        if (!numbers[d].isNumber())
            return fail(ErrorCode::ServerAnswerInvalid, url, "a vector holds something that is not a number");
        row[d] = static_cast<float>(numbers[d].asNumber());
        if (!std::isfinite(row[d]))
            return notFinite("a number of the vector is not finite");
        largest = std::max(largest, std::abs(row[d]));
    }
    if (largest == 0)
        return notFinite("the vector is zero");
    return {};
}

} // namespace

OllamaClient::OllamaClient(std::string url, std::shared_ptr<HttpTransport> transport)
    : m_url(std::move(url)), m_transport(std::move(transport))
{
}

Result<std::string> OllamaClient::version(const TaskContext& context) const
{
    TW_ASSIGN(const Json answer, call(*m_transport, requestFor(m_url + "/api/version", kShortTimeout), context));
    if (!answer["version"].isString())
        return fail(ErrorCode::ServerAnswerInvalid, m_url, "no version: this is not an Ollama server");
    return printable(answer["version"].asString());
}

Result<std::vector<OllamaModel>> OllamaClient::models(const TaskContext& context) const
{
    TW_ASSIGN(const Json answer, call(*m_transport, requestFor(m_url + "/api/tags", kShortTimeout), context));
    if (!answer["models"].isArray() && !answer["models"].isNull())
        return fail(ErrorCode::ServerAnswerInvalid, m_url, "models is not a list");
    std::vector<OllamaModel> models;
    for (const Json& each : answer["models"].asArray()) {
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
    TW_ASSIGN(const Json answer, call(*m_transport, requestFor(m_url + "/api/show", kShortTimeout, body), context));
    OllamaModelDetails details;
    for (const auto& [key, value] : answer["model_info"].asObject()) {
        if (!value.isInteger() || value.asInteger() <= 0)
            continue;
        if (key.ends_with(".embedding_length"))
            details.dim = static_cast<std::size_t>(value.asInteger());
        else if (key.ends_with(".context_length"))
            details.contextTokens = static_cast<std::size_t>(value.asInteger());
    }
    const Json::Array& capabilities = answer["capabilities"].asArray();
    details.embeds = capabilities.empty() || std::ranges::any_of(capabilities, [](const Json& capability) {
                         return capability.asString() == "embedding";
                     });
    return details;
}

Status OllamaClient::warmUp(std::string_view model, const TaskContext& context) const
{
    Json body;
    body.set("model", std::string(model));
    body.set("input", Json::Array{});
    const auto answer = call(*m_transport, requestFor(m_url + "/api/embed", kWarmUpTimeout, body), context);
    return answer ? Status() : Status(fail(answer.error()));
}

Result<Matrix> OllamaClient::embed(std::string_view model, std::span<const std::string> texts,
                                   const TaskContext& context) const
{
    if (texts.empty())
        return Matrix();
    Json::Array input(texts.begin(), texts.end());
    Json body;
    body.set("model", std::string(model));
    body.set("input", std::move(input));
    body.set("truncate", true);
    TW_ASSIGN(const Json answer, call(*m_transport, requestFor(m_url + "/api/embed", kEmbedTimeout, body), context));
    const Json::Array& rows = answer["embeddings"].asArray();
    if (rows.size() != texts.size())
        return fail(ErrorCode::ServerAnswerInvalid, m_url,
                    fmt::format("{} vectors came for {} texts", rows.size(), texts.size()));
    const std::size_t dim = rows.front().asArray().size();
    if (dim == 0)
        return fail(ErrorCode::ServerAnswerInvalid, m_url, "an empty vector came");
    Matrix vectors(rows.size(), dim);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].asArray().size() != dim)
            return fail(ErrorCode::ServerAnswerInvalid, m_url, "the vectors are of different lengths");
        TW_TRY(readRow(rows[i], vectors.row(i), m_url, i));
    }
    return vectors;
}

} // namespace tw
