// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/jobs/job_status.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tw::ui {

class JobQueue;

/// Times what a person feels: first paint, first results, each frame of a slider, each cancel, and how long the window
/// did not listen. GUI thread; costs next to nothing, so it always runs (but for the pulse) and is written only when
/// asked for.
class TraceRecorder : public QObject {
    Q_OBJECT
public:
    using Clock = std::chrono::steady_clock;
    using Now = std::function<Clock::time_point()>;
    /// @param start  When the program began. @param now  A seam for tests.
    explicit TraceRecorder(Clock::time_point start, QObject* parent = nullptr, Now now = {});

    /// Times cancels of this queue from request to end.
    void watch(JobQueue& jobs);
    /// Only the first call of each counts.
    void firstPaint();
    void firstResults();
    /// A slider moved: the frame begins, unless one is open.
    void sliderMoved();
    /// What the slider asked for is painted: the frame ends.
    void sliderShown();

    /// Feels the pulse of the event loop from now on: an event each 20 ms, and how late each was handled.
    void startPulse();
    /// Forgets what was felt so far; a stage of a longer run begins.
    void resetPulse();
    /// Events of the pulse that were handled.
    std::uint64_t pulses() const { return m_pulses; }
    /// The longest time between two of them beyond the 20 ms: so long a key press could have waited. Milliseconds.
    double longestPause() const { return m_longestPause; }
    /// How many were later than 100 ms.
    std::uint64_t longPauses() const { return m_longPauses; }

    /// Each frame so far, milliseconds, in order.
    const std::vector<double>& sliderFrames() const { return m_sliderFrames; }

    struct Summary {
        std::size_t count = 0;
        double p50 = 0; ///< Milliseconds.
        double p95 = 0;
        double max = 0;
    };
    /// Percentiles by nearest rank.
    static Summary summarise(std::vector<double> milliseconds);

    /// {"first_paint_ms", "first_results_ms", "slider_frames": {"count","p50_ms","p95_ms","max_ms","values_ms"},
    /// "cancels": {…}, "pulse": {"count", "longest_pause_ms", "pauses_over_100_ms"}}; what did not happen is null.
    std::string json() const;
    /// Errors: FileUnwritable.
    Status write(const std::filesystem::path& path) const;

private:
    double sinceStart() const;
    void pulse();

    Clock::time_point m_start;
    Now m_now;
    std::optional<double> m_firstPaint;
    std::optional<double> m_firstResults;
    std::optional<Clock::time_point> m_sliderBegan;
    std::vector<double> m_sliderFrames;
    std::map<JobId, Clock::time_point> m_cancelBegan;
    std::vector<double> m_cancels;
    QTimer m_pulseTimer;
    std::optional<Clock::time_point> m_lastPulse;
    std::uint64_t m_pulses = 0;
    std::uint64_t m_longPauses = 0;
    double m_longestPause = 0;
};

} // namespace tw::ui
