// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/rate_estimator.h"

namespace tw::ui {
namespace {

constexpr std::chrono::seconds kWindow{8};
constexpr double kShortest = 0.5;

} // namespace

void RateEstimator::sample(Clock::time_point now, const Progress& progress)
{
    if (!progress.reported)
        return;
    if (m_last.reported && (m_last.stage != progress.stage || progress.done < m_last.done))
        m_samples.clear();
    m_last = progress;
    m_samples.push_back({now, progress.done});
    while (m_samples.size() > 2 && now - m_samples[1].time >= kWindow)
        m_samples.pop_front();
}

std::optional<double> RateEstimator::rate() const
{
    if (m_samples.size() < 2)
        return std::nullopt;
    const double seconds = std::chrono::duration<double>(m_samples.back().time - m_samples.front().time).count();
    const std::uint64_t units = m_samples.back().done - m_samples.front().done;
    if (seconds < kShortest || units == 0)
        return std::nullopt;
    return static_cast<double>(units) / seconds;
}

std::optional<double> RateEstimator::secondsLeft() const
{
    const auto perSecond = rate();
    if (!perSecond || m_last.total == 0 || m_last.done > m_last.total)
        return std::nullopt;
    return static_cast<double>(m_last.total - m_last.done) / *perSecond;
}

} // namespace tw::ui
