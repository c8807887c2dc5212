// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/server_answer.h"

#include "core/base/text.h"

namespace tw {

namespace {

constexpr std::size_t kMostShown = 300; ///< Characters of a server's text in an error.

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool containsAny(std::string_view text, std::initializer_list<std::string_view> parts)
{
    return std::ranges::any_of(parts, [&](std::string_view part) { return contains(text, part); });
}

std::string describe(const HttpResponse& response)
{
    if (const auto json = Json::parse(response.body)) {
        if (auto words = serverWords(*json))
            return *words;
    }
    const std::string_view body = trim(std::string_view(response.body).substr(0, 4096));
    if (body.starts_with('<'))
        return "a web page";
    return body.empty() ? "an empty answer" : shownWords(body);
}

ServerFailure failure(ErrorCode code, const std::string& url, std::string detail)
{
    return {Error{code, url, std::move(detail), std::nullopt}};
}

/// Answers of 400, 413, 422 and 500 by their words: Ollama's (server/routes.go), llama-server's ("too large to
/// process"), vLLM's and OpenAI's ("context length"), text-embeddings-inference's ("must have less than", "maximum
/// allowed batch size").
ServerFailure refusal(int status, const std::string& url, const std::string& words)
{
    ServerFailure refused = failure(ErrorCode::ServerRefused, url, fmt::format("HTTP {}: {}", status, words));
    const bool runnerLost = containsAny(words, {"EOF", "connection", "broken pipe"});
    refused.tooLong = containsAny(words, {"context length", "too large to process", "must have less than"});
    refused.tooMany = containsAny(words, {"maximum allowed batch size", "inputs per request", "array too long"});
    // An older Ollama says 500 where it can't write NaN: asking again gives the same.
    const bool notFinite = contains(words, "NaN");
    if (notFinite)
        refused.error.code = ErrorCode::NotFinite;
    refused.mayPass = runnerLost || ((status >= 500 || status == 424) && !notFinite && !refused.tooLong && !refused.tooMany);
    refused.mayBeOneText = true;
    return refused;
}

ServerFailure failureOf(const HttpResponse& response, const std::string& url)
{
    const std::string words = describe(response);
    const std::string detail = fmt::format("HTTP {}: {}", response.status, words);
    const auto passing = [&](ErrorCode code) {
        ServerFailure busy = failure(code, url, detail);
        busy.mayPass = true;
        busy.retryAfter = response.retryAfter;
        return busy;
    };
    switch (response.status) {
    case 401:
    case 403:
    case 407: return failure(ErrorCode::ServerForbidden, url, detail);
    case 404: {
        const auto json = Json::parse(response.body);
        const bool ofModel = json && serverWords(*json) && contains(toLower(words), "model");
        return ofModel ? failure(ErrorCode::ModelNotFound, url, words)
                        : failure(ErrorCode::ServerAnswerInvalid, url, detail);
    }
    case 408:
    case 504: return passing(ErrorCode::ServerTimeout);
    case 429:
        if (contains(response.body, "insufficient_quota")) // no waiting helps a bill that is not paid
            return failure(ErrorCode::ServerRefused, url, detail);
        return passing(ErrorCode::ServerBusy);
    case 503: return passing(ErrorCode::ServerBusy);
    case 501: return failure(ErrorCode::Unsupported, url, detail);
    case 502: return passing(ErrorCode::ServerUnreachable);
    case 413: {
        ServerFailure tooLarge = refusal(response.status, url, words);
        tooLarge.mayPass = false;
        return tooLarge;
    }
    case 424:
    case 400:
    case 422: return refusal(response.status, url, words);
    default:
        return response.status >= 500 ? refusal(response.status, url, words)
                                      : failure(ErrorCode::ServerRefused, url, detail);
    }
}

/// A stream that began well may end with a line that tells of an error.
std::optional<std::string> errorInLastLine(std::string_view body)
{
    body = trim(body);
    const std::size_t lineBreak = body.rfind('\n');
    if (lineBreak == std::string_view::npos)
        return std::nullopt;
    const auto json = Json::parse(body.substr(lineBreak + 1));
    return json ? serverWords(*json) : std::nullopt;
}

} // namespace

std::string shownWords(std::string_view text) { return truncateCharacters(printable(text), kMostShown); }

std::optional<std::string> serverWords(const Json& answer)
{
    const Json& error = answer["error"];
    const bool bare = error.isNull() && (answer.contains("code") || answer.contains("type"));
    const Json& words = error.isObject() ? error["message"] : bare ? answer["message"] : error;
    return words.isString() ? std::optional(shownWords(words.asString())) : std::nullopt;
}

ServerFailure failureFrom(Error error)
{
    ServerFailure failure{std::move(error)};
    const ErrorCode code = failure.error.code;
    failure.mayPass = code == ErrorCode::ServerUnreachable || code == ErrorCode::ServerTimeout ||
                      code == ErrorCode::ServerBusy;
    return failure;
}

ServerResult<Json> serverAnswer(const Result<HttpResponse>& exchanged, const std::string& url)
{
    if (!exchanged)
        return tl::unexpected(failureFrom(exchanged.error()));
    if (exchanged->status != 200)
        return tl::unexpected(failureOf(*exchanged, url));
    auto json = Json::parse(exchanged->body);
    if (json && json->isObject()) {
        if (const auto words = serverWords(*json))
            return tl::unexpected(refusal(200, url, *words));
        return std::move(*json);
    }
    if (const auto words = errorInLastLine(exchanged->body))
        return tl::unexpected(refusal(200, url, *words));
    const std::string detail = json ? "the answer is not a JSON object"
                                    : fmt::format("the answer is not JSON ({}): {}", json.error().detail,
                                                  describe(*exchanged));
    ServerFailure invalid = failure(ErrorCode::ServerAnswerInvalid, url, detail);
    // Cut off in its middle, or a page put in the way for a moment.
    invalid.mayPass = !json;
    return tl::unexpected(std::move(invalid));
}

std::string checkVector(std::span<const float> row)
{
    bool allZero = true;
    for (const float value : row) {
        if (!std::isfinite(value))
            return "a number of the vector is not finite";
        allZero = allZero && value == 0;
    }
    return allZero ? "the vector is zero" : "";
}

Result<std::string> readVector(const Json& values, std::span<float> row, const std::string& url)
{
    const Json::Array& numbers = values.asArray();
    for (std::size_t d = 0; d < row.size(); ++d) {
        if (numbers[d].isNull()) // how some JSON writers put NaN
            return "a number of the vector is null";
        if (!numbers[d].isNumber())
            return fail(ErrorCode::ServerAnswerInvalid, url, "a vector holds something that is not a number");
        row[d] = static_cast<float>(numbers[d].asNumber());
        if (!std::isfinite(row[d]))
            return "a number of the vector is not finite";
    }
    return checkVector(row);
}

ServerFailure wrongCount(std::size_t vectors, std::size_t texts, const std::string& url)
{
    ServerFailure wrong = failure(ErrorCode::ServerAnswerInvalid, url,
                                  fmt::format("{} vectors came for {} texts", vectors, texts));
    wrong.mayBeOneText = true;
    return wrong;
}

ServerResult<ServerVectors> vectorsOfRows(const Json::Array& rows, std::size_t texts, const std::string& url)
{
    const auto invalid = [&](std::string detail) {
        return tl::unexpected(failure(ErrorCode::ServerAnswerInvalid, url, std::move(detail)));
    };
    if (rows.size() != texts)
        return tl::unexpected(wrongCount(rows.size(), texts, url));
    const std::size_t dim = rows.empty() ? 0 : rows.front().asArray().size();
    if (dim == 0)
        return invalid("an empty vector came");
    ServerVectors result;
    result.vectors = Matrix(rows.size(), dim);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].asArray().size() != dim)
            return invalid("the vectors are of different lengths");
        auto fault = readVector(rows[i], result.vectors.row(i), url);
        if (!fault)
            return invalid(fault.error().detail);
        if (!fault->empty())
            result.unusable.push_back({i, std::move(*fault)});
    }
    return result;
}

} // namespace tw

