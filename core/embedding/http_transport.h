// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tw {

struct HttpRequest {
    std::string method = "GET";
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::chrono::milliseconds connectTimeout{3'000};
    /// Whole exchange; a server that sends nothing for this long is given up.
    std::chrono::milliseconds timeout{60'000};
    std::size_t maxResponseBytes = 64u << 20;
};

struct HttpResponse {
    int status = 0;
    std::string contentType;
    std::string body;
};

/// Sends one request and waits for the answer. Thread-safe.
class HttpTransport {
public:
    virtual ~HttpTransport() = default;
    /// Any status is an answer, not an error. Errors: InvalidArgument (no http URL), ServerUnreachable (also when
    /// connecting takes too long), ServerTimeout (connected, no whole answer in time), ServerAnswerInvalid
    /// (too large, broken off), Cancelled within 100 ms of the stop.
    virtual Result<HttpResponse> send(const HttpRequest& request, const TaskContext& context) = 0;
};

/// libcurl: http and https only, at most 3 redirects of the same kind, TLS verified, no credentials across hosts.
std::shared_ptr<HttpTransport> makeCurlTransport();

} // namespace tw
