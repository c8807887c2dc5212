// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>

namespace tw::ui {

/// How far a job is; the three values belong together.
struct Progress {
    Stage stage = Stage::Reading;
    std::uint64_t done = 0;
    std::uint64_t total = 0; ///< 0: unknown.
    bool reported = false;   ///< False until the worker has said anything.
    /// The work rests and tries once more then; none while it goes on.
    std::optional<std::chrono::steady_clock::time_point> waitsUntil;
};

/// Where a worker leaves its progress for the window to fetch. Within a stage `done` never decreases, even when
/// several threads report out of order. Thread-safe; never blocks long.
class ProgressCell final : public ProgressSink {
public:
    void report(Stage stage, std::uint64_t done, std::uint64_t total) override;
    void waitUntil(std::chrono::steady_clock::time_point until) override;
    Progress read() const;

private:
    mutable std::mutex m_mutex;
    Progress m_progress;
};

} // namespace tw::ui
