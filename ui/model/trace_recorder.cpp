// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/trace_recorder.h"

#include "core/base/files.h"
#include "ui/jobs/job_queue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace tw::ui {
namespace {

constexpr int kPulseMs = 20;
constexpr double kLongPauseMs = 100;

double milliseconds(TraceRecorder::Clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

QJsonObject asJson(const std::vector<double>& values)
{
    const auto summary = TraceRecorder::summarise(values);
    QJsonArray list;
    for (const double value : values)
        list.append(value);
    const auto orNull = [&](double value) { return values.empty() ? QJsonValue() : QJsonValue(value); };
    return {{QStringLiteral("count"), static_cast<qint64>(summary.count)},
            {QStringLiteral("p50_ms"), orNull(summary.p50)},
            {QStringLiteral("p95_ms"), orNull(summary.p95)},
            {QStringLiteral("max_ms"), orNull(summary.max)},
            {QStringLiteral("values_ms"), list}};
}

} // namespace

TraceRecorder::TraceRecorder(Clock::time_point start, QObject* parent, Now now)
    : QObject(parent), m_start(start), m_now(now ? std::move(now) : [] { return Clock::now(); })
{
    m_pulseTimer.setTimerType(Qt::PreciseTimer);
    m_pulseTimer.setInterval(kPulseMs);
    connect(&m_pulseTimer, &QTimer::timeout, this, &TraceRecorder::pulse);
}

void TraceRecorder::startPulse()
{
    resetPulse();
    m_pulseTimer.start();
}

void TraceRecorder::resetPulse()
{
    m_lastPulse = m_now();
    m_pulses = 0;
    m_longPauses = 0;
    m_longestPause = 0;
}

void TraceRecorder::pulse()
{
    const auto now = m_now();
    const double pause = std::max(0.0, milliseconds(now - m_lastPulse.value_or(now)) - kPulseMs);
    m_lastPulse = now;
    ++m_pulses;
    m_longestPause = std::max(m_longestPause, pause);
    m_longPauses += pause > kLongPauseMs ? 1 : 0;
}

void TraceRecorder::watch(JobQueue& jobs)
{
    connect(&jobs, &JobQueue::cancelRequested, this, [this](JobId id) { m_cancelBegan.emplace(id, m_now()); });
    connect(&jobs, &JobQueue::finished, this, [this](const JobStatus& status) {
        const auto began = m_cancelBegan.find(status.id);
        if (began == m_cancelBegan.end())
            return;
        if (status.state == JobState::Cancelled)
            m_cancels.push_back(milliseconds(m_now() - began->second));
        m_cancelBegan.erase(began);
    });
}

double TraceRecorder::sinceStart() const { return milliseconds(m_now() - m_start); }

void TraceRecorder::firstPaint()
{
    if (!m_firstPaint)
        m_firstPaint = sinceStart();
}

void TraceRecorder::firstResults()
{
    if (!m_firstResults)
        m_firstResults = sinceStart();
}

void TraceRecorder::sliderMoved()
{
    if (!m_sliderBegan)
        m_sliderBegan = m_now();
}

void TraceRecorder::sliderShown()
{
    if (!m_sliderBegan)
        return;
    m_sliderFrames.push_back(milliseconds(m_now() - *m_sliderBegan));
    m_sliderBegan.reset();
}

TraceRecorder::Summary TraceRecorder::summarise(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto rank = [&values](double share) {
        const auto place = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
        return values[std::max<std::size_t>(place, 1) - 1];
    };
    return {values.size(), rank(0.50), rank(0.95), values.back()};
}

std::string TraceRecorder::json() const
{
    const auto orNull = [](const std::optional<double>& value) { return value ? QJsonValue(*value) : QJsonValue(); };
    const auto pulseJson = [this] {
        if (!m_lastPulse)
            return QJsonValue();
        return QJsonValue(QJsonObject{{QStringLiteral("count"), static_cast<qint64>(m_pulses)},
                                      {QStringLiteral("longest_pause_ms"), m_longestPause},
                                      {QStringLiteral("pauses_over_100_ms"), static_cast<qint64>(m_longPauses)}});
    };
    const QJsonObject object{{QStringLiteral("first_paint_ms"), orNull(m_firstPaint)},
                             {QStringLiteral("first_results_ms"), orNull(m_firstResults)},
                             {QStringLiteral("slider_frames"), asJson(m_sliderFrames)},
                             {QStringLiteral("cancels"), asJson(m_cancels)},
                             {QStringLiteral("pulse"), pulseJson()}};
    return QJsonDocument(object).toJson().toStdString();
}

Status TraceRecorder::write(const std::filesystem::path& path) const { return writeFileAtomically(path, json()); }

} // namespace tw::ui
