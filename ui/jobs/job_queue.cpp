// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_queue.h"

#include "ui/jobs/hand_over.h"

#include <algorithm>

namespace tw::ui {
namespace {

constexpr int kTickMs = 100;

} // namespace

JobQueue::JobQueue(QObject* parent, Now now)
    : QObject(parent), m_now(now ? std::move(now) : [] { return RateEstimator::Clock::now(); })
{
    qRegisterMetaType<JobStatus>();
    for (const Lane lane : kLanes)
        m_lanes.emplace(lane, std::make_unique<LaneThread>(laneName(lane)));
    m_timer.setInterval(kTickMs);
    connect(&m_timer, &QTimer::timeout, this, &JobQueue::tick);
}

JobQueue::~JobQueue() { shutdown(); }

void JobQueue::enqueue(std::shared_ptr<JobRecord> record)
{
    const JobId id = record->id();
    const bool visible = record->spec().visible;
    m_jobs.emplace(id, Entry{record, {}, m_now()});
    if (m_shutDown) {
        record->cancel(true);
        conclude(id);
        return;
    }
    // The lane lets go of the record before the GUI thread is told, so the result dies where it was taken.
    m_lanes.at(record->spec().lane)->post([this, id, held = std::move(record)]() mutable {
        const bool ran = held->run();
        held.reset();
        if (ran)
            concludeLater(id);
    });
    if (visible) {
        updateTimer();
        Q_EMIT visibleJobsChanged();
    }
}

void JobQueue::concludeLater(JobId id)
{
    handOver(this);
    const auto arrive = [this, id] {
        takeOver(this);
        conclude(id);
    };
    QMetaObject::invokeMethod(this, arrive, Qt::QueuedConnection);
}

void JobQueue::conclude(JobId id)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end())
        return;
    const Entry entry = std::move(found->second);
    JobStatus status = statusOf(entry);
    m_jobs.erase(found);
    updateTimer();
    entry.record->conclude();
    Q_EMIT finished(status);
    if (status.visible)
        Q_EMIT visibleJobsChanged();
}

JobStatus JobQueue::statusOf(const Entry& entry) const
{
    const JobSpec& spec = entry.record->spec();
    JobStatus status;
    status.id = entry.record->id();
    status.kind = spec.kind;
    status.subject = spec.subject;
    status.state = entry.record->state();
    status.visible = spec.visible;
    status.cancellable = !spec.mustFinish;
    status.cancelRequested = entry.record->cancelRequested() && !isTerminal(status.state);
    status.progress = entry.record->progress();
    status.rate = entry.rate.rate();
    status.secondsLeft = entry.rate.secondsLeft();
    return status;
}

QList<JobStatus> JobQueue::visibleJobs() const
{
    QList<JobStatus> list;
    const auto now = m_now();
    for (const auto& [id, entry] : m_jobs) {
        const JobSpec& spec = entry.record->spec();
        if (spec.visible && now - entry.submitted >= spec.quiet && !isTerminal(entry.record->state()))
            list.append(statusOf(entry));
    }
    return list;
}

JobStatus JobQueue::status(JobId id) const
{
    const auto found = m_jobs.find(id);
    return found == m_jobs.end() ? JobStatus{} : statusOf(found->second);
}

bool JobQueue::busy(Lane lane) const
{
    return std::any_of(m_jobs.begin(), m_jobs.end(),
                       [lane](const auto& job) { return job.second.record->spec().lane == lane; });
}

void JobQueue::cancel(JobId id)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end())
        return;
    const auto record = found->second.record;
    if (record->spec().mustFinish || isTerminal(record->state()))
        return;
    const bool first = !record->cancelRequested();
    if (record->cancel())
        concludeLater(id);
    if (first)
        Q_EMIT cancelRequested(id);
    if (record->spec().visible)
        Q_EMIT visibleJobsChanged();
}

void JobQueue::cancelAll()
{
    std::vector<JobId> ids;
    for (const auto& [id, entry] : m_jobs)
        ids.push_back(id);
    for (const JobId id : ids)
        cancel(id);
}

void JobQueue::shutdown()
{
    if (m_shutDown)
        return;
    Q_EMIT aboutToShutDown();
    m_shutDown = true;
    m_timer.stop();
    for (const auto& [id, entry] : m_jobs)
        entry.record->cancel();
    for (const auto& [lane, thread] : m_lanes)
        thread->quit();
    for (const auto& [lane, thread] : m_lanes)
        thread->finish();
    // Nobody will run the event loop for us any more: hand out what is left, each result once.
    while (!m_jobs.empty())
        conclude(m_jobs.begin()->first);
}

void JobQueue::tick()
{
    const auto now = m_now();
    for (auto& [id, entry] : m_jobs) {
        if (entry.record->spec().visible)
            entry.rate.sample(now, entry.record->progress());
    }
    Q_EMIT visibleJobsChanged();
}

void JobQueue::updateTimer()
{
    const bool wanted = !m_shutDown && std::any_of(m_jobs.begin(), m_jobs.end(), [](const auto& job) {
        return job.second.record->spec().visible;
    });
    if (wanted && !m_timer.isActive())
        m_timer.start();
    else if (!wanted)
        m_timer.stop();
}

} // namespace tw::ui
