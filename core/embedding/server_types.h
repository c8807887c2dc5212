// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tw {

// What all embedding servers have in common, whatever their protocol.

/// How long answers are waited for.
struct ServerTimeouts {
    std::chrono::milliseconds connect{3'000};
    std::chrono::milliseconds question{15'000};
    std::chrono::milliseconds embed{120'000};
    std::chrono::milliseconds warmUp{300'000}; ///< Ollama's own OLLAMA_LOAD_TIMEOUT.
    std::chrono::milliseconds slow{20'000};    ///< HttpRequest::slowTime.
};

/// How patient a run is with a server. Pauses grow fourfold up to longestPause; the server's own Retry-After counts
/// instead, up to longestRetryAfter.
struct RetryPolicy {
    int tries = 5;           ///< Of a server that is busy or away.
    int timeoutTries = 2;    ///< Of one that does not answer in time: each try is long already.
    int refusedTries = 3;    ///< Of one that fails for reasons of its own (500, a lost runner, half an answer).
    std::chrono::milliseconds firstPause{500};
    std::chrono::milliseconds longestPause{20'000};
    std::chrono::milliseconds longestRetryAfter{60'000};
};

/// A failed call, with what may help: only the client sees status and headers.
struct ServerFailure {
    Error error;
    bool mayPass = false;      ///< Asking the same again may do.
    bool mayBeOneText = false; ///< One text may have failed the whole call.
    bool tooLong = false;      ///< ... because it does not fit into the model's context.
    bool tooMany = false;      ///< The call held more texts than the server takes.
    std::optional<std::chrono::seconds> retryAfter = std::nullopt; ///< The server's wish.
};
template <class T>
using ServerResult = tl::expected<T, ServerFailure>;

/// The vectors of one call.
struct ServerVectors {
    struct Unusable {
        std::size_t row = 0;
        std::string detail;
    };
    Matrix vectors;                 ///< [texts × dim]; finite and not zero but for the unusable rows.
    std::vector<Unusable> unusable; ///< Rows with null, NaN, a number too large for a float, or zeros alone; ascending.
};

} // namespace tw
