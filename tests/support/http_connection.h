// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace tw::test {

struct HttpQuestion {
    std::string method;
    std::string path;
    std::string body;
};

/// Where the server hangs up instead of finishing its answer.
enum class HttpBreak { Nowhere, BeforeAnswer, InBody };

struct HttpAnswer {
    int status = 200;
    std::string contentType;
    std::string body;
    HttpBreak broken = HttpBreak::Nowhere;
    std::string location = {}; ///< For redirects.
};

/// The server's end of one kept-alive HTTP/1.1 connection. Borrows the socket.
class HttpConnection {
public:
    explicit HttpConnection(int descriptor) : m_descriptor(descriptor) {}
    /// The next request; none when the other side has hung up or talks nonsense.
    std::optional<HttpQuestion> read();
    /// False when the connection is over.
    bool write(const HttpAnswer& answer);

private:
    bool receiveMore();
    int m_descriptor;
    std::string m_received;
};

} // namespace tw::test
