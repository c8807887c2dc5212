// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/server_fault_table.h"

#include "core/base/json.h"

#include <zlib.h>

namespace tw::test {

namespace {

using namespace std::chrono_literals;
using Call = FakeOllamaServer::EmbedCall;
using Kind = ServerFault::Kind;
using MaybeAnswer = std::optional<HttpAnswer>;
using Answerer = FakeOllamaServer::Answerer;

constexpr const char* kJson = "application/json";
constexpr const char* kPage = "<!DOCTYPE html><html><head><title>Router</title></head><body>Log in</body></html>";

HttpAnswer good(const Call& call) { return {200, kJson, call.goodBody}; }
Answerer always(HttpAnswer answer)
{
    return [answer](const Call&) { return MaybeAnswer(answer); };
}
/// The good answer, spoiled by `change`.
Answerer changed(void (*change)(HttpAnswer&))
{
    return [change](const Call& call) {
        HttpAnswer answer = good(call);
        change(answer);
        return MaybeAnswer(answer);
    };
}
Answerer broken(HttpBreak where)
{
    return [where](const Call& call) {
        HttpAnswer answer = good(call);
        answer.broken = where;
        return MaybeAnswer(answer);
    };
}
/// {"error": text}, as Ollama refuses.
Answerer refused(int status, const std::string& text)
{
    Json json;
    json.set("error", text);
    return always({status, kJson, json.dump()});
}
Answerer redirected(const std::string& location)
{
    HttpAnswer answer{307, "text/plain", ""};
    answer.location = location;
    return always(answer);
}
Answerer busy(const std::string& seconds)
{
    HttpAnswer answer{429, kJson, R"({"error":"slow down"})"};
    answer.headers = {{"Retry-After", seconds}};
    return always(answer);
}

bool isOpenAi(const Call& call) { return call.path == "/v1/embeddings"; }
Json::Array vectorsOf(const Call& call)
{
    const Json answer = Json::parse(call.goodBody).value();
    if (!isOpenAi(call))
        return answer["embeddings"].asArray();
    Json::Array vectors;
    for (const Json& each : answer["data"].asArray())
        vectors.push_back(each["embedding"]);
    return vectors;
}
HttpAnswer answerWith(const Call& call, Json::Array vectors)
{
    Json json;
    json.set("model", "nomic-embed-text");
    if (isOpenAi(call)) {
        for (std::size_t i = 0; i < vectors.size(); ++i) {
            Json entry;
            entry.set("index", i).set("embedding", std::move(vectors[i]));
            vectors[i] = std::move(entry);
        }
    }
    json.set(isOpenAi(call) ? "data" : "embeddings", std::move(vectors));
    return {200, kJson, json.dump()};
}
/// Each vector changed.
Answerer vectorsChanged(void (*change)(Json::Array&))
{
    return [change](const Call& call) {
        Json::Array vectors = vectorsOf(call);
        for (Json& vector : vectors) {
            Json::Array numbers = vector.asArray();
            change(numbers);
            vector = std::move(numbers);
        }
        return MaybeAnswer(answerWith(call, std::move(vectors)));
    };
}

std::string gzipped(const std::string& text)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, text.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

HttpAnswer gigabyte(bool tellsLength)
{
    HttpAnswer answer{200, kJson, "{"};
    answer.filler = 1u << 30;
    answer.tellsLength = tellsLength;
    return answer;
}

std::vector<ServerFault> connectionFaults()
{
    return {
        {"connection closed without an answer", Kind::Passing, ErrorCode::ServerUnreachable,
         broken(HttpBreak::BeforeAnswer), true, true},
        {"accepted, then silence", Kind::Passing, ErrorCode::ServerTimeout, broken(HttpBreak::HangAtOnce), false},
        {"head comes drop by drop", Kind::Passing, ErrorCode::ServerTimeout,
         changed([](HttpAnswer& answer) { answer.headPause = 20ms; }), false},
        {"body comes drop by drop", Kind::Passing, ErrorCode::ServerTimeout,
         changed([](HttpAnswer& answer) { answer.bodyPause = 20ms; }), false},
        {"silence in mid-body", Kind::Passing, ErrorCode::ServerTimeout, broken(HttpBreak::HangInBody), false},
        {"reset in mid-body", Kind::Passing, ErrorCode::ServerUnreachable, broken(HttpBreak::ResetInBody)},
        {"body shorter than its Content-Length", Kind::Passing, ErrorCode::ServerUnreachable,
         broken(HttpBreak::InBody)},
        {"chunks cut off", Kind::Passing, ErrorCode::ServerUnreachable, changed([](HttpAnswer& answer) {
             answer.chunked = "";
             answer.broken = HttpBreak::InBody;
         })},
        {"broken chunk size", Kind::Final, ErrorCode::ServerAnswerInvalid,
         changed([](HttpAnswer& answer) { answer.chunked = "Zürich\r\n"; })},
        {"bytes that are not HTTP", Kind::Final, ErrorCode::ServerAnswerInvalid, changed([](HttpAnswer& answer) {
             answer.bare = true;
             answer.body = std::string("\x16\x03\x01\x02 no web server\r\n\r\n\0\xff", 24);
         })},
        {"packed answer that does not unpack", Kind::Final, ErrorCode::ServerAnswerInvalid,
         changed([](HttpAnswer& answer) { answer.headers = {{"Content-Encoding", "gzip"}}; })},
        {"1 GB without an end", Kind::Final, ErrorCode::ServerAnswerInvalid, always(gigabyte(false))},
        {"1 GB by Content-Length", Kind::Final, ErrorCode::ServerAnswerInvalid, always(gigabyte(true))},
        {"64 MB packed into 64 kB", Kind::Final, ErrorCode::ServerAnswerInvalid, changed([](HttpAnswer& answer) {
             static const std::string bomb = gzipped(std::string(64u << 20, ' '));
             answer.body = bomb;
             answer.headers = {{"Content-Encoding", "gzip"}};
         })},
        {"redirect loop", Kind::Final, ErrorCode::ServerAnswerInvalid,
         [](const Call& call) {
             HttpAnswer answer{307, "text/plain", ""};
             answer.location = call.path;
             return MaybeAnswer(answer);
         },
         true, true},
        {"redirect to another host", Kind::Final, ErrorCode::ServerAnswerInvalid,
         redirected("http://example.invalid/api/embed")},
        {"redirect to another port", Kind::Final, ErrorCode::ServerAnswerInvalid,
         redirected("http://127.0.0.1:6379/api/embed")},
        {"redirect to a private address", Kind::Final, ErrorCode::ServerAnswerInvalid,
         redirected("http://192.168.0.1/api/embed")},
        {"redirect to a file", Kind::Final, ErrorCode::ServerAnswerInvalid, redirected("file:///etc/hostname")},
    };
}

std::vector<ServerFault> statusFaults()
{
    return {
        {"400, the runner's EOF", Kind::Passing, ErrorCode::ServerRefused,
         refused(400, "do embedding request: Post \"http://127.0.0.1:40163/embedding\": EOF")},
        {"400, the runner's connection lost", Kind::Passing, ErrorCode::ServerRefused,
         refused(400, "read tcp 127.0.0.1:1->127.0.0.1:2: wsarecv: connection reset by peer")},
        {"400 for every text: too long", Kind::Doubted, ErrorCode::ServerRefused,
         refused(400, "the input length exceeds the context length")},
        {"400 for every text: NaN", Kind::Doubted, ErrorCode::NotFinite,
         refused(400, "embedding contains NaN or Inf values")},
        {"500 for every text: NaN (older Ollama)", Kind::Doubted, ErrorCode::NotFinite,
         refused(500, "failed to encode response: json: unsupported value: NaN")},
        {"400, any other", Kind::Doubted, ErrorCode::ServerRefused, refused(400, "invalid input type")},
        {"401", Kind::Final, ErrorCode::ServerForbidden, refused(401, "unauthorized")},
        {"403", Kind::Final, ErrorCode::ServerForbidden, always({403, "text/plain", ""})},
        {"404, the model", Kind::Final, ErrorCode::ModelNotFound, refused(404, "model 'nomic-embed-text' not found")},
        {"404, a proxy's page", Kind::Final, ErrorCode::ServerAnswerInvalid, always({404, "text/html", kPage})},
        {"405", Kind::Final, ErrorCode::ServerRefused, always({405, "text/plain", "405 method not allowed"})},
        {"413 for every text", Kind::Doubted, ErrorCode::ServerRefused, always({413, "text/html", kPage})},
        {"429", Kind::Passing, ErrorCode::ServerBusy, refused(429, "slow down")},
        {"429 with Retry-After", Kind::Passing, ErrorCode::ServerBusy, busy("3600")},
        {"429 with a senseless Retry-After", Kind::Passing, ErrorCode::ServerBusy, busy("-99999999999999999999 x")},
        {"500, out of memory", Kind::Passing, ErrorCode::ServerRefused,
         refused(500, "model requires more system memory than is available")},
        {"502, a proxy's page", Kind::Passing, ErrorCode::ServerUnreachable, always({502, "text/html", kPage})},
        {"503, queue full", Kind::Passing, ErrorCode::ServerBusy,
         refused(503, "server busy, please try again.  maximum pending requests exceeded")},
        {"504, a proxy's page", Kind::Passing, ErrorCode::ServerTimeout, always({504, "text/html", kPage})},
        {"200 with an error inside", Kind::Passing, ErrorCode::ServerRefused,
         refused(200, "llama runner: connection refused")},
        {"200 with an error line at its end", Kind::Passing, ErrorCode::ServerRefused, changed([](HttpAnswer& answer) {
             answer.body += "\n{\"error\":\"unexpected EOF\"}\n";
         })},
    };
}

std::vector<ServerFault> contentFaults()
{
    return {
        {"garbage bytes with 200", Kind::Passing, ErrorCode::ServerAnswerInvalid,
         always({200, kJson, std::string("\x00\xff\xfe{]\x1b[31m", 10)})},
        {"truncated JSON", Kind::Passing, ErrorCode::ServerAnswerInvalid,
         changed([](HttpAnswer& answer) { answer.body.resize(answer.body.size() / 2); })},
        {"empty body with 200", Kind::Passing, ErrorCode::ServerAnswerInvalid, always({200, kJson, ""})},
        {"a web page with 200", Kind::Passing, ErrorCode::ServerAnswerInvalid, always({200, "text/html", kPage})},
        {"JSON nested 100,000 deep", Kind::Passing, ErrorCode::ServerAnswerInvalid,
         always({200, kJson, "{\"embeddings\":" + std::string(100'000, '[')})},
        {"JSON, but no object", Kind::Final, ErrorCode::ServerAnswerInvalid, always({200, kJson, "[1,2,3]"})},
        {"NaN written out", Kind::Passing, ErrorCode::ServerAnswerInvalid, changed([](HttpAnswer& answer) {
             answer.body.replace(answer.body.find_first_of("-0123456789", answer.body.find("embedding\":[") == std::string::npos
                                                                              ? answer.body.find("[[")
                                                                              : answer.body.find("embedding\":[")),
                                 1, "NaN,");
         })},
        {"one vector too few", Kind::Doubted, ErrorCode::ServerAnswerInvalid, [](const Call& call) {
             Json::Array vectors = vectorsOf(call);
             vectors.pop_back();
             return MaybeAnswer(answerWith(call, std::move(vectors)));
         }},
        {"one vector too many", Kind::Doubted, ErrorCode::ServerAnswerInvalid, [](const Call& call) {
             Json::Array vectors = vectorsOf(call);
             vectors.push_back(vectors.front());
             return MaybeAnswer(answerWith(call, std::move(vectors)));
         }},
        {"another dimension", Kind::Final, ErrorCode::ServerAnswerInvalid,
         vectorsChanged([](Json::Array& numbers) { numbers.emplace_back(0.5); })},
        {"several dimensions in one answer", Kind::Final, ErrorCode::ServerAnswerInvalid, [](const Call& call) {
             Json::Array vectors = vectorsOf(call);
             vectors.back() = Json::Array{1, 2, 3};
             vectors.push_back(Json::Array{});
             vectors.erase(vectors.begin());
             return MaybeAnswer(answerWith(call, std::move(vectors)));
         }},
        {"strings for numbers", Kind::Final, ErrorCode::ServerAnswerInvalid,
         vectorsChanged([](Json::Array& numbers) { numbers[3] = "0.5"; })},
        {"objects for vectors", Kind::Final, ErrorCode::ServerAnswerInvalid, [](const Call& call) {
             Json::Array vectors = vectorsOf(call);
             for (Json& vector : vectors)
                 vector = Json::Object{{"0", Json(0.5)}};
             return MaybeAnswer(answerWith(call, std::move(vectors)));
         }},
        {"null for a number in every vector", Kind::Doubted, ErrorCode::NotFinite,
         vectorsChanged([](Json::Array& numbers) { numbers[3] = Json(); })},
        {"1e39 in every vector", Kind::Doubted, ErrorCode::NotFinite,
         vectorsChanged([](Json::Array& numbers) { numbers[0] = 1e39; })},
        {"every vector zero", Kind::Doubted, ErrorCode::NotFinite,
         vectorsChanged([](Json::Array& numbers) { std::ranges::fill(numbers, Json(0)); })},
    };
}

std::vector<ServerFault> oddities()
{
    return {
        {"members in another order, twice, unknown ones", Kind::Harmless, {}, [](const Call& call) {
             const Json answer = Json::parse(call.goodBody).value();
             const std::string name = isOpenAi(call) ? "\"data\":" : "\"embeddings\":";
             const Json& vectors = answer[isOpenAi(call) ? "data" : "embeddings"];
             return MaybeAnswer(HttpAnswer{200, kJson, "{\"x\":[[[]]]," + name + "[]," + name + vectors.dump() +
                                                           ",\"model\":null,\"model\":\"y\"}"});
         }},
        {"sent in chunks", Kind::Harmless, {}, changed([](HttpAnswer& answer) { answer.chunked = "0\r\n\r\n"; })},
        {"gzip nobody asked for", Kind::Harmless, {}, changed([](HttpAnswer& answer) {
             answer.body = gzipped(answer.body);
             answer.headers = {{"Content-Encoding", "gzip"}};
         })},
        {"100 Continue before the answer", Kind::Harmless, {},
         changed([](HttpAnswer& answer) { answer.before = "HTTP/1.1 100 Continue\r\n\r\n"; })},
        {"wrong Content-Type", Kind::Harmless, {},
         changed([](HttpAnswer& answer) { answer.contentType = "image/png; charset=klingon"; })},
        {"no Content-Length", Kind::Harmless, {}, changed([](HttpAnswer& answer) { answer.tellsLength = false; })},
        {"kept-alive connection closed between requests", Kind::Harmless, {}, broken(HttpBreak::AfterAnswer)},
    };
}

bool spoiled(const std::string& text) { return text.find(kSpoiled) != std::string::npos; }

/// Any batch with a spoiled text gets this answer.
Answerer ifSpoiled(Answerer answer)
{
    return [answer = std::move(answer)](const Call& call) {
        return std::ranges::any_of(call.texts, spoiled) ? answer(call) : std::nullopt;
    };
}
/// The vectors of spoiled texts are changed.
Answerer spoiledVectors(void (*change)(Json::Array&))
{
    return [change](const Call& call) {
        Json::Array vectors = vectorsOf(call);
        for (std::size_t i = 0; i < vectors.size(); ++i) {
            if (!spoiled(call.texts[i]))
                continue;
            Json::Array numbers = vectors[i].asArray();
            change(numbers);
            vectors[i] = std::move(numbers);
        }
        return MaybeAnswer(answerWith(call, std::move(vectors)));
    };
}

} // namespace

const std::vector<ServerFault>& serverFaults()
{
    static const std::vector<ServerFault> faults = [] {
        std::vector<ServerFault> all = connectionFaults();
        for (const auto& part : {statusFaults(), contentFaults(), oddities()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return faults;
}

const std::vector<TextFault>& textFaults()
{
    static const std::vector<TextFault> faults{
        {"one text gives NaN (400)", ErrorCode::NotFinite,
         ifSpoiled(refused(400, "embedding contains NaN or Inf values"))},
        {"one text gives NaN (500, older Ollama)", ErrorCode::NotFinite,
         ifSpoiled(refused(500, "failed to encode response: json: unsupported value: NaN"))},
        {"one text stays too long however cut", ErrorCode::ServerRefused,
         ifSpoiled(refused(400, "the input length exceeds the context length"))},
        {"one text breaks the runner", ErrorCode::ServerRefused,
         ifSpoiled(refused(400, "do embedding request: Post \"http://127.0.0.1:40163/embedding\": EOF"))},
        {"one text gives 500", ErrorCode::ServerRefused, ifSpoiled(refused(500, "unable to tokenize"))},
        {"one text is too large (413)", ErrorCode::ServerRefused, ifSpoiled(always({413, "text/html", kPage}))},
        {"one text gets no vector", ErrorCode::ServerAnswerInvalid, [](const Call& call) {
             Json::Array vectors = vectorsOf(call);
             for (std::size_t i = call.texts.size(); i-- > 0;)
                 if (spoiled(call.texts[i]))
                     vectors.erase(vectors.begin() + static_cast<std::ptrdiff_t>(i));
             return MaybeAnswer(answerWith(call, std::move(vectors)));
         }},
        {"one vector holds null", ErrorCode::NotFinite,
         spoiledVectors([](Json::Array& numbers) { numbers.back() = Json(); })},
        {"one vector holds 1e39", ErrorCode::NotFinite,
         spoiledVectors([](Json::Array& numbers) { numbers.back() = -1e39; })},
        {"one vector is zero", ErrorCode::NotFinite,
         spoiledVectors([](Json::Array& numbers) { std::ranges::fill(numbers, Json(0)); })},
    };
    return faults;
}

} // namespace tw::test
