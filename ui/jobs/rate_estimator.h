// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/progress_cell.h"

#include <chrono>
#include <deque>
#include <optional>

namespace tw::ui {

/// Tells rate and time left from a job's progress over the last seconds; starts anew with each stage.
class RateEstimator {
public:
    using Clock = std::chrono::steady_clock;

    void sample(Clock::time_point now, const Progress& progress);
    /// Units a second over the last 8 seconds; none before half a second of progress.
    std::optional<double> rate() const;
    /// Seconds until `total`; none without rate or total.
    std::optional<double> secondsLeft() const;

private:
    struct Sample {
        Clock::time_point time;
        std::uint64_t done = 0;
    };
    std::deque<Sample> m_samples;
    Progress m_last;
};

} // namespace tw::ui
