// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/ollama_answer.h"

#include "core/base/text.h"

namespace tw {

namespace {

constexpr std::size_t kMostShown = 300; ///< Characters of a server's text in an error.

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool containsAny(std::string_view text, std::initializer_list<std::string_view> parts)
{
    return std::ranges::any_of(parts, [&](std::string_view part) { return contains(text, part); });
}

std::string shown(std::string_view text) { return truncateCharacters(printable(text), kMostShown); }

/// The server's own words: {"error": "…"}, or {"error": {"message": "…"}} as OpenAI's kind says it; none otherwise.
std::optional<std::string> errorWords(const Json& answer)
{
    const Json& error = answer["error"];
    const Json& words = error.isObject() ? error["message"] : error;
    return words.isString() ? std::optional(shown(words.asString())) : std::nullopt;
}

std::string describe(const HttpResponse& response)
{
    if (const auto json = Json::parse(response.body)) {
        if (auto words = errorWords(*json))
            return *words;
    }
    const std::string_view body = trim(std::string_view(response.body).substr(0, 4096));
    if (body.starts_with('<'))
        return "a web page";
    return body.empty() ? "an empty answer" : shown(body);
}

OllamaFailure failure(ErrorCode code, const std::string& url, std::string detail)
{
    return {Error{code, url, std::move(detail), std::nullopt}};
}

/// Ollama's own answers of 400 and 500, by their words (server/routes.go).
OllamaFailure refusal(int status, const std::string& url, const std::string& words)
{
    OllamaFailure refused = failure(ErrorCode::ServerRefused, url, fmt::format("HTTP {}: {}", status, words));
    const bool runnerLost = containsAny(words, {"EOF", "connection", "broken pipe"});
    refused.tooLong = containsAny(words, {"context length", "too large to process"});
    // An older Ollama says 500 where it can't write NaN: asking again gives the same.
    const bool notFinite = contains(words, "NaN");
    if (notFinite)
        refused.error.code = ErrorCode::NotFinite;
    refused.mayPass = runnerLost || (status >= 500 && !notFinite && !refused.tooLong);
    refused.mayBeOneText = true;
    return refused;
}

OllamaFailure failureOf(const HttpResponse& response, const std::string& url)
{
    const std::string words = describe(response);
    const std::string detail = fmt::format("HTTP {}: {}", response.status, words);
    const auto passing = [&](ErrorCode code) {
        OllamaFailure busy = failure(code, url, detail);
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
        const bool ofOllama = json && (*json)["error"].isString() && contains(words, "model");
        return ofOllama ? failure(ErrorCode::ModelNotFound, url, words)
                        : failure(ErrorCode::ServerAnswerInvalid, url, detail);
    }
    case 408:
    case 504: return passing(ErrorCode::ServerTimeout);
    case 429:
    case 503: return passing(ErrorCode::ServerBusy);
    case 502: return passing(ErrorCode::ServerUnreachable);
    case 413: {
        OllamaFailure tooLarge = failure(ErrorCode::ServerRefused, url, detail);
        tooLarge.mayBeOneText = true;
        return tooLarge;
    }
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
    return json ? errorWords(*json) : std::nullopt;
}

/// Empty when the numbers are good, else why they are of no use.
Result<std::string> readRow(const Json& values, std::span<float> row, const std::string& url)
{
    const Json::Array& numbers = values.asArray();
    bool allZero = true;
    for (std::size_t d = 0; d < row.size(); ++d) {
        if (numbers[d].isNull()) // how some JSON writers put NaN
            return "a number of the vector is null";
        if (!numbers[d].isNumber())
            return fail(ErrorCode::ServerAnswerInvalid, url, "a vector holds something that is not a number");
        row[d] = static_cast<float>(numbers[d].asNumber());
        if (!std::isfinite(row[d]))
            return "a number of the vector is not finite";
        allZero = allZero && row[d] == 0;
    }
    return allZero ? "the vector is zero" : "";
}

} // namespace

OllamaResult<Json> ollamaAnswer(const Result<HttpResponse>& exchanged, const std::string& url)
{
    if (!exchanged) {
        OllamaFailure lost{exchanged.error()};
        const ErrorCode code = lost.error.code;
        lost.mayPass = code == ErrorCode::ServerUnreachable || code == ErrorCode::ServerTimeout;
        return tl::unexpected(std::move(lost));
    }
    if (exchanged->status != 200)
        return tl::unexpected(failureOf(*exchanged, url));
    auto json = Json::parse(exchanged->body);
    if (json && json->isObject()) {
        if (const auto words = errorWords(*json))
            return tl::unexpected(refusal(200, url, *words));
        return std::move(*json);
    }
    if (const auto words = errorInLastLine(exchanged->body))
        return tl::unexpected(refusal(200, url, *words));
    const std::string detail = json ? "the answer is not a JSON object"
                                    : fmt::format("the answer is not JSON ({}): {}", json.error().detail,
                                                  describe(*exchanged));
    OllamaFailure invalid = failure(ErrorCode::ServerAnswerInvalid, url, detail);
    // Cut off in its middle, or a page put in the way for a moment.
    invalid.mayPass = !json;
    return tl::unexpected(std::move(invalid));
}

OllamaResult<OllamaVectors> ollamaVectors(const Json& answer, std::size_t texts, const std::string& url)
{
    const auto invalid = [&](std::string detail) {
        return tl::unexpected(failure(ErrorCode::ServerAnswerInvalid, url, std::move(detail)));
    };
    const Json::Array& rows = answer["embeddings"].asArray();
    if (rows.size() != texts) {
        OllamaFailure wrongCount = failure(ErrorCode::ServerAnswerInvalid, url,
                                           fmt::format("{} vectors came for {} texts", rows.size(), texts));
        wrongCount.mayBeOneText = true;
        return tl::unexpected(std::move(wrongCount));
    }
    const std::size_t dim = rows.empty() ? 0 : rows.front().asArray().size();
    if (dim == 0)
        return invalid("an empty vector came");
    OllamaVectors result;
    result.vectors = Matrix(rows.size(), dim);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].asArray().size() != dim)
            return invalid("the vectors are of different lengths");
        auto fault = readRow(rows[i], result.vectors.row(i), url);
        if (!fault)
            return invalid(fault.error().detail);
        if (!fault->empty())
            result.unusable.push_back({i, std::move(*fault)});
    }
    return result;
}

bool OllamaPullReader::read(std::string_view piece)
{
    constexpr std::size_t kLongestLine = 1u << 20;
    m_rest += piece;
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = m_rest.find('\n', begin)) != std::string::npos; begin = end + 1)
        readLine(std::string_view(m_rest).substr(begin, end - begin));
    m_rest.erase(0, begin);
    m_broken = m_broken || m_rest.size() > kLongestLine;
    return !m_broken && !m_error && !m_succeeded;
}

void OllamaPullReader::readLine(std::string_view line)
{
    if (m_broken || m_error || m_succeeded || trim(line).empty())
        return;
    const auto json = Json::parse(line);
    if (!json || !json->isObject()) {
        m_broken = true;
        return;
    }
    if ((m_error = errorWords(*json)))
        return;
    const auto bytes = [&](std::string_view key) {
        return static_cast<std::uint64_t>(std::max<std::int64_t>((*json)[key].asInteger(), 0));
    };
    const OllamaPull progress{shown((*json)["status"].asString()), bytes("completed"), bytes("total")};
    m_succeeded = progress.status == "success";
    if (m_onProgress)
        m_onProgress(progress);
}

Status OllamaPullReader::ended(const std::string& url)
{
    if (!m_rest.empty())
        readLine(std::exchange(m_rest, {}));
    if (m_succeeded)
        return {};
    if (m_error) {
        const bool unknown = contains(*m_error, "manifest") && containsAny(*m_error, {"not exist", "not found"});
        return unknown ? fail(ErrorCode::ModelNotFound, m_model, *m_error)
                       : fail(ErrorCode::ServerRefused, url, *m_error);
    }
    if (m_broken)
        return fail(ErrorCode::ServerAnswerInvalid, url, "a line of the answer is not JSON");
    return fail(ErrorCode::ServerUnreachable, url, "the answer ended before the model was there");
}

} // namespace tw
