// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tw::test {

struct HttpQuestion {
    std::string method;
    std::string path;
    std::string body;
    std::string authorization; ///< That header's value.
};

/// Where the server hangs up, or falls silent, instead of finishing its answer.
enum class HttpBreak {
    Nowhere,
    BeforeAnswer,
    InBody,       ///< After half of it.
    ResetInBody,  ///< As if its machine had lost the connection.
    HangAtOnce,   ///< Says nothing until the other side hangs up.
    HangInBody,   ///< The same after half of it.
    AfterAnswer,  ///< Whole answer, then the connection is closed without a word of it.
};

struct HttpAnswer {
    int status = 200;
    std::string contentType;
    std::string body;
    HttpBreak broken = HttpBreak::Nowhere;
    std::string location = {};  ///< For redirects.
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::string before = {};    ///< Sent as it is before the answer.
    bool bare = false;          ///< The body is all that is sent: no head.
    std::optional<std::string> chunked = std::nullopt; ///< Sent in chunks; this ends them ("0\r\n\r\n" is right).
    std::chrono::milliseconds headPause{0}; ///< Before each byte of the head.
    std::chrono::milliseconds bodyPause{0}; ///< Before each byte of the body.
    std::uint64_t filler = 0;   ///< So many blanks after the body.
    bool tellsLength = true;    ///< Content-Length, filler included; else the connection's end ends the body.
};

/// The server's end of one kept-alive HTTP/1.1 connection. Borrows the socket.
class HttpConnection {
public:
    explicit HttpConnection(int descriptor) : m_descriptor(descriptor) {}
    /// The next request; none when the other side has hung up or talks nonsense.
    std::optional<HttpQuestion> read();
    /// False when the connection is over.
    bool write(const HttpAnswer& answer);
    std::uint64_t bytesSent() const { return m_sent; }

private:
    bool receiveMore();
    bool send(std::string_view bytes);
    bool sendSlowly(std::string_view bytes, std::chrono::milliseconds pause);
    bool sendFiller(std::uint64_t bytes);
    /// Waits, but not past the other side's hanging up: then false.
    bool rest(int milliseconds) const;

    int m_descriptor;
    std::string m_received;
    std::uint64_t m_sent = 0;
};

} // namespace tw::test
