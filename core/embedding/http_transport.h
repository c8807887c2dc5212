// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tw {

struct HttpRequest {
    std::string method = "GET";
    /// http or https; may hold "user:password@", which goes to this host only and is never told in an error.
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::chrono::milliseconds connectTimeout{3'000};
    /// Whole exchange; a server that sends nothing for this long is given up. Zero: no limit but slowTime.
    std::chrono::milliseconds timeout{60'000};
    /// Once the answer has begun (without a timeout: from the start): less than slowBytes in this time is given up as
    /// well. Zero: any pace is right.
    std::chrono::milliseconds slowTime{20'000};
    std::size_t slowBytes = 1024;
    /// Counted as received and as unpacked, so that neither an endless nor a packed answer fills the memory.
    std::size_t maxResponseBytes = 64u << 20;
    /// If set, gets the body of a 200 piece by piece instead of its being collected; false ends the exchange without
    /// an error. maxResponseBytes then bounds the sum of all pieces.
    std::function<bool(std::string_view)> onData = {};
};

struct HttpResponse {
    int status = 0;
    std::string contentType;
    std::string body;
    /// The header's seconds, or until its date; a day at most.
    std::optional<std::chrono::seconds> retryAfter = std::nullopt;
};

/// Sends one request and waits for the answer. Thread-safe.
class HttpTransport {
public:
    virtual ~HttpTransport() = default;
    /// Any status is an answer, not an error. Errors: InvalidArgument (no http URL), ServerUnreachable (also when
    /// connecting takes too long, and when the connection breaks off before the answer is whole), ServerTimeout
    /// (connected, no whole answer in time), ServerAnswerInvalid (too large, not HTTP, redirected too often or to
    /// another place), Cancelled within 100 ms of the stop. Their subject is the URL without its secrets.
    virtual Result<HttpResponse> send(const HttpRequest& request, const TaskContext& context) = 0;
};

/// libcurl: http and https only, TLS verified, gzip unpacked; at most 3 redirects, on the same scheme, host and port
/// or from http to https on the same host, with method and body kept.
std::shared_ptr<HttpTransport> makeCurlTransport();

/// The URL as it may be shown and stored: without user, password, query and fragment.
std::string urlWithoutSecrets(std::string_view url);

} // namespace tw
