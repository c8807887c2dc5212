// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/openai_client.h"

#include "core/base/text.h"
#include "core/embedding/server_answer.h"

#include <bit>
#include <cstring>

namespace tw {

namespace {

static_assert(std::endian::native == std::endian::little, "base64 vectors are little-endian");

constexpr std::size_t kMostAnswerBytes = 8u << 20;

std::size_t mostEmbedBytes(std::size_t texts, std::size_t dim)
{
    constexpr std::size_t kBytesPerNumber = 32;
    constexpr std::size_t kLargestDim = 8192;
    constexpr std::size_t kLeast = 1u << 20;
    return kLeast + texts * (dim == 0 ? kLargestDim : dim) * kBytesPerNumber;
}

/// Empty when it is not base64 (RFC 4648, section 4).
std::optional<std::string> fromBase64(std::string_view text)
{
    while (text.ends_with('='))
        text.remove_suffix(1);
    const auto valueOf = [](char c) {
        if (c >= 'A' && c <= 'Z')
            return c - 'A';
        if (c >= 'a' && c <= 'z')
            return c - 'a' + 26;
        if (c >= '0' && c <= '9')
            return c - '0' + 52;
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    };
    std::string bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const int value = valueOf(c);
        if (value < 0)
            return std::nullopt;
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU));
        }
    }
    return bytes;
}

/// The vector's numbers, if it was sent packed.
std::optional<std::vector<float>> unpacked(const std::string& text)
{
    const auto bytes = fromBase64(text);
    if (!bytes || bytes->empty() || bytes->size() % sizeof(float) != 0)
        return std::nullopt;
    std::vector<float> numbers(bytes->size() / sizeof(float));
    std::memcpy(numbers.data(), bytes->data(), bytes->size());
    return numbers;
}

/// The answer's rows in the texts' order. Errors in words.
tl::expected<std::vector<const Json*>, std::string> ordered(const Json::Array& data)
{
    std::vector<const Json*> rows(data.size());
    const bool numbered = std::ranges::any_of(data, [](const Json& each) { return each.contains("index"); });
    for (std::size_t i = 0; i < data.size(); ++i) {
        const Json& index = data[i]["index"];
        if (numbered && (!index.isInteger() || index.asInteger() < 0 ||
                         index.asInteger() >= static_cast<std::int64_t>(data.size())))
            return tl::unexpected(std::string("a vector's index is out of range"));
        const Json*& place = rows[numbered ? static_cast<std::size_t>(index.asInteger()) : i];
        if (place)
            return tl::unexpected(std::string("two vectors have the same index"));
        place = &data[i]["embedding"];
    }
    return rows;
}

std::size_t positive(const Json& number)
{
    return number.isInteger() && number.asInteger() > 0 ? static_cast<std::size_t>(number.asInteger()) : 0;
}

} // namespace

std::string openAiUrl(std::string_view address)
{
    address = trim(address);
    std::string scheme;
    if (const std::size_t end = address.find("://"); end != std::string_view::npos) {
        scheme = toLower(address.substr(0, end));
        address.remove_prefix(end + 3);
    }
    const std::size_t slash = std::min(address.find('/'), address.size());
    const std::string_view authority = address.substr(0, slash);
    std::string_view path = address.substr(slash);
    for (const std::string_view ending : {"/", "/embeddings", "/"})
        while (path.ends_with(ending))
            path.remove_suffix(ending.size());
    if (scheme.empty()) {
        const std::size_t at = authority.rfind('@');
        const std::string_view host = at == std::string_view::npos ? authority : authority.substr(at + 1);
        const bool here = host.starts_with("localhost") || host.starts_with("127.") || host.starts_with("[::1]");
        scheme = here ? "http" : "https";
    }
    return fmt::format("{}://{}{}", scheme, authority, path.empty() ? "/v1" : path);
}

ServerResult<ServerVectors> openAiVectors(const Json& answer, std::size_t texts, const std::string& url)
{
    const auto invalid = [&](std::string detail) {
        return tl::unexpected(ServerFailure{{ErrorCode::ServerAnswerInvalid, url, std::move(detail), std::nullopt}});
    };
    const Json::Array& data = answer["data"].asArray();
    if (data.size() != texts)
        return tl::unexpected(wrongCount(data.size(), texts, url));
    const auto rows = ordered(data);
    if (!rows)
        return invalid(rows.error());
    ServerVectors result;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const Json& row = *(*rows)[i];
        const auto packed = row.isString() ? unpacked(row.asString()) : std::nullopt;
        const std::size_t dim = packed ? packed->size() : row.asArray().size();
        if (dim == 0)
            return invalid(row.isString() ? "a vector is not base64" : "an empty vector came");
        if (i == 0)
            result.vectors = Matrix(rows->size(), dim);
        if (dim != result.vectors.cols())
            return invalid("the vectors are of different lengths");
        if (packed)
            std::ranges::copy(*packed, result.vectors.row(i).begin());
        auto fault = packed ? checkVector(*packed) : readVector(row, result.vectors.row(i), url);
        if (!fault)
            return invalid(fault.error().detail);
        if (!fault->empty())
            result.unusable.push_back({i, std::move(*fault)});
    }
    return result;
}

OpenAiClient::OpenAiClient(std::string url, std::string key, std::shared_ptr<HttpTransport> transport,
                           ServerTimeouts timeouts)
    : m_url(std::move(url)), m_shownUrl(urlWithoutSecrets(m_url)), m_key(std::move(key)),
      m_transport(std::move(transport)), m_timeouts(timeouts)
{
}

HttpRequest OpenAiClient::request(std::string_view path, std::chrono::milliseconds timeout) const
{
    HttpRequest request;
    request.url = m_url + std::string(path);
    request.connectTimeout = m_timeouts.connect;
    request.timeout = timeout;
    request.slowTime = m_timeouts.slow;
    request.maxResponseBytes = kMostAnswerBytes;
    request.headers.emplace_back("Accept", "application/json");
    if (!m_key.empty())
        request.headers.emplace_back("Authorization", "Bearer " + m_key);
    return request;
}

void OpenAiClient::withoutKey(std::string& text) const
{
    if (m_key.empty())
        return;
    for (std::size_t at = 0; (at = text.find(m_key, at)) != std::string::npos;)
        text.replace(at, m_key.size(), "…");
}

ServerResult<Json> OpenAiClient::call(HttpRequest request, const TaskContext& context) const
{
    auto answer = serverAnswer(m_transport->send(request, context), m_shownUrl);
    if (!answer) {
        withoutKey(answer.error().error.subject);
        withoutKey(answer.error().error.detail);
    }
    return answer;
}

Result<std::vector<OpenAiModel>> OpenAiClient::models(const TaskContext& context) const
{
    auto exchanged = m_transport->send(request("/models", m_timeouts.question), context);
    if (exchanged && (exchanged->status == 404 || exchanged->status == 405))
        return std::vector<OpenAiModel>();
    auto answer = serverAnswer(exchanged, m_shownUrl);
    if (!answer) {
        withoutKey(answer.error().error.detail);
        return fail(std::move(answer).error().error);
    }
    if (!(*answer)["data"].isArray())
        return fail(ErrorCode::ServerAnswerInvalid, m_shownUrl, "no list of models: this server speaks another protocol");
    std::vector<OpenAiModel> models;
    for (const Json& each : (*answer)["data"].asArray()) {
        if (!each["id"].isString())
            continue;
        const Json& meta = each["meta"];
        models.push_back({each["id"].asString(), std::max(positive(each["max_model_len"]), positive(meta["n_ctx_train"])),
                          positive(meta["n_embd"])});
    }
    return models;
}

ServerResult<ServerVectors> OpenAiClient::vectors(const Call& asked, std::span<const std::string> texts,
                                                  const TaskContext& context) const
{
    if (texts.empty())
        return ServerVectors();
    Json body;
    body.set("model", asked.model);
    body.set("input", Json::Array(texts.begin(), texts.end()));
    body.set("encoding_format", asked.base64 ? "base64" : "float");
    if (asked.shorten > 0)
        body.set("dimensions", asked.shorten);
    HttpRequest question = request("/embeddings", m_timeouts.embed);
    question.method = "POST";
    question.body = body.dump();
    question.headers.emplace_back("Content-Type", "application/json");
    question.maxResponseBytes = mostEmbedBytes(texts.size(), asked.dim);
    auto answer = call(std::move(question), context);
    if (!answer) {
        if (answer.error().error.code == ErrorCode::ModelNotFound)
            answer.error().error.subject = printable(asked.model);
        return tl::unexpected(std::move(answer).error());
    }
    return openAiVectors(*answer, texts.size(), m_shownUrl);
}

} // namespace tw
