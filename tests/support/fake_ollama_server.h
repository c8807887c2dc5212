// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/http_connection.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tw::test {

/// A real HTTP/1.1 server on 127.0.0.1 with threads of its own that speaks Ollama's protocol: GET /api/version and
/// /api/tags, POST /api/show and /api/embed; and OpenAI's: GET /v1/models, POST /v1/embeddings (float and base64). Vectors are made of hashed words, so equal texts get equal vectors and
/// texts that share words similar ones; they are of unit length, as Ollama's. Has the models "nomic-embed-text:latest"
/// (64 numbers) and "chat:latest" (which does not embed) until setModels().
/// All members may be called from any thread; settings hold from the next request on.
class FakeOllamaServer {
public:
    struct Model {
        std::string name;               ///< With tag: "nomic-embed-text:latest".
        std::string digest = "sha256:0123456789abcdef";
        std::size_t dim = 64;
        std::uint64_t seed = 0;         ///< Other weights, other vectors.
        std::size_t contextTokens = 2048;
        bool embeds = true;
        bool tellsDimension = true;     ///< /api/show names the dimension.
    };
    /// What goes wrong with answers of /api/embed that hold texts (warming up always works).
    enum class Fault {
        None,
        Drop,           ///< The connection is closed without an answer.
        Truncate,       ///< Half of the promised body comes, then the connection is closed.
        Garbage,        ///< 200 with a body that is not JSON.
        WrongCount,     ///< One vector too few.
        WrongDimension, ///< One number too many in each vector.
        UnevenRows,     ///< The last vector is shorter than the others.
        NotANumber,     ///< A null where the first number of the last vector should be.
        Overflow,       ///< 1e39 there, which no float can hold.
        Zero,           ///< The last vector is all zeros.
        Redirects,      ///< 302 to itself, without end.
    };
    static constexpr int kForever = -1;

    /// A request to /api/embed that holds texts.
    struct EmbedCall {
        std::vector<std::string> texts;
        std::size_t dim = 0;
        std::string goodBody;    ///< What would be answered.
        std::size_t number = 0;  ///< 1 is the first since setAnswerer().
        std::string path;        ///< "/api/embed" or "/v1/embeddings".
    };
    /// Another answer than the good one; none leaves the good one. Runs in the server's threads, without its locks.
    using Answerer = std::function<std::optional<HttpAnswer>(const EmbedCall&)>;

    enum class Address { IPv4, IPv6 };
    /// Listens on a free port at once.
    explicit FakeOllamaServer(Address address = Address::IPv4);
    /// Closes all connections and waits for its threads.
    ~FakeOllamaServer();
    FakeOllamaServer(const FakeOllamaServer&) = delete;
    FakeOllamaServer& operator=(const FakeOllamaServer&) = delete;

    /// "http://127.0.0.1:PORT", or "http://[::1]:PORT".
    std::string url() const;
    int port() const;
    /// Closes the port and all connections, as a server that is stopped; start() opens the same port again.
    /// Not to be called from an Answerer.
    void stop();
    void start();

    void setModels(std::vector<Model> models);
    /// Dimension of all models.
    void setDimension(std::size_t dim);
    /// Pause before each answer of /api/embed that holds texts; ended early by the destructor.
    void setDelay(std::chrono::milliseconds delay);
    /// For so many answers, then all is well again.
    void setFault(Fault fault, int times = kForever);
    /// Answers /api/embed with this status and {"error": text} so many times.
    void setStatus(int status, std::string errorText, int times = kForever);
    /// Texts longer than this are refused as Ollama does with truncate=false; 0 = no limit (default).
    void setMaxCharacters(std::size_t characters);
    /// A batch with a text that holds this word is refused with Ollama's NaN error; empty = none (default).
    void setPoisonWord(std::string word);
    /// Of OpenAI's protocol: the key that is asked for; other ones are repeated in the refusal, as OpenAI does.
    void setKey(std::string key);
    /// Of OpenAI's protocol: calls with more inputs are refused as text-embeddings-inference does; 0: no limit.
    void setMaxInputs(std::size_t inputs);
    /// Of OpenAI's protocol: vectors come in reverse order, with their index.
    void setUnsorted(bool unsorted);
    /// The body of the last question for vectors.
    std::string lastEmbedBody() const;
    /// Asked for every such request until the next one is set; null for none.
    void setAnswerer(Answerer answerer);
    /// Answers of another path, e.g. "/api/pull", so many times.
    void setAnswer(std::string path, HttpAnswer answer, int times = kForever);
    void clearFaults();

    /// Texts for which a good vector was sent.
    std::size_t textsEmbedded() const;
    /// The last texts received by /api/embed, in order of arrival, good or not.
    std::vector<std::string> textsReceived() const;
    /// Requests to a path, e.g. "/api/embed"; all when empty.
    std::size_t requests(std::string_view path = {}) const;
    /// The most requests that were under way at once.
    std::size_t mostInFlight() const;
    std::size_t largestBatch() const;
    /// Bytes of all answers sent.
    std::uint64_t bytesSent() const;
    /// The Authorization header of the last request.
    std::string lastAuthorization() const;
    /// Forgets all counts.
    void resetCounts();

    /// The vector the server gives for a text.
    static std::vector<float> vectorOf(std::string_view text, std::size_t dim, std::uint64_t seed = 0);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tw::test
