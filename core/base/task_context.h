// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <stop_token>

namespace tw {

/// The stages a slow function goes through. Front ends name them; core only says which.
enum class Stage { Reading, Storing, Indexing, Embedding, Connecting, WarmingUp, Fitting, Building, Checking, Projecting, Searching, Writing };

/// Receives progress from a worker. Implementations must be cheap and safe to call from any thread.
class ProgressSink {
public:
    virtual ~ProgressSink() = default;
    /// @param done   Units finished in this stage, never decreasing within it.
    /// @param total  Units in this stage; 0 when unknown.
    virtual void report(Stage stage, std::uint64_t done, std::uint64_t total) = 0;
    /// The work rests until then and tries once more (a server that is busy or away); the next report ends it.
    virtual void waitUntil(std::chrono::steady_clock::time_point) {}
};

/// What every slow core function takes last: when to stop, and where to say how far it is.
/// Copyable; the sink is borrowed and must outlive the call. A default context never stops and tells nobody.
struct TaskContext {
    std::stop_token stop;
    ProgressSink* progress = nullptr;

    bool cancelled() const { return stop.stop_requested(); }
    void report(Stage stage, std::uint64_t done, std::uint64_t total) const
    {
        if (progress)
            progress->report(stage, done, total);
    }
    void reportWait(std::chrono::steady_clock::time_point until) const
    {
        if (progress)
            progress->waitUntil(until);
    }
    /// ErrorCode::Cancelled once stop was requested. Call it in inner loops, at least every few milliseconds.
    Status check() const
    {
        if (cancelled())
            return fail(ErrorCode::Cancelled);
        return {};
    }
};

} // namespace tw
