// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/job_record.h"
#include "ui/jobs/rate_estimator.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <type_traits>

namespace tw::ui {

class JobQueue;

/// A submitted job as seen by who submitted it. Copyable; dropping it does not cancel the job.
template <class T>
class JobHandle {
public:
    JobHandle() = default;
    JobHandle(QPointer<JobQueue> queue, std::shared_ptr<TypedJobRecord<T>> record)
        : m_queue(std::move(queue)), m_record(std::move(record)) {}

    bool isValid() const { return m_record != nullptr; }
    JobId id() const { return m_record ? m_record->id() : 0; }
    /// Ends with exactly one Result<T>, in the GUI thread. Take it with then() and at most once: in Qt 6.4 a second
    /// continuation replaces the first.
    QFuture<Result<T>> future() const { return m_record->future(); }
    /// Calls receive(Result<T>) in the GUI thread, where `context` must live; never when that object is gone by then.
    template <class Receive>
    void then(QObject* context, Receive receive) const
    {
        // Not QFuture::then(context, …): it asserts that the context lives when the answer comes. And a copy, not
        // takeResult(): that leaves the promise unfinished in Qt 6.4, which then runs the continuation again.
        m_record->future().then(QtFuture::Launch::Sync, [guard = QPointer<QObject>(context),
                                                         receive = std::move(receive)](Result<T> result) mutable {
            if (guard)
                receive(std::move(result));
        });
    }
    /// Asks the job to stop; it ends with ErrorCode::Cancelled unless it was done already.
    void cancel() const;
    /// How far a job is, or was, for whoever receives its result; a default one when the job is gone.
    std::function<Progress()> progress() const
    {
        return [weak = std::weak_ptr<const JobRecord>(m_record)] {
            const auto record = weak.lock();
            return record ? record->progress() : Progress{};
        };
    }

private:
    QPointer<JobQueue> m_queue;
    std::shared_ptr<TypedJobRecord<T>> m_record;
};

/// Runs slow work on four threads and tells how it goes. The only place that makes threads in the window.
/// All functions are for the GUI thread.
class JobQueue : public QObject {
    Q_OBJECT
public:
    /// Time source for rates; the steady clock by default. A seam for tests.
    using Now = std::function<RateEstimator::Clock::time_point()>;
    explicit JobQueue(QObject* parent = nullptr, Now now = {});
    /// As shutdown().
    ~JobQueue() override;

    /// Queues `work`, called as Result<T> work(const TaskContext&) in the spec's lane. It must capture values and
    /// shared immutable snapshots only, never a QObject. After shutdown() it ends as Cancelled at once.
    template <class Work>
    auto submit(JobSpec spec, Work work)
    {
        using T = typename std::invoke_result_t<Work&, const TaskContext&>::value_type;
        auto shared = std::make_shared<Work>(std::move(work)); // std::function wants copyable work
        auto record = std::make_shared<TypedJobRecord<T>>(
            ++m_lastId, std::move(spec), [shared](const TaskContext& context) -> Result<T> { return (*shared)(context); });
        shared.reset();
        enqueue(record);
        return JobHandle<T>(QPointer<JobQueue>(this), std::move(record));
    }

    /// Jobs of the strip that have not ended and are older than their quiet time, in the order of their submission.
    QList<JobStatus> visibleJobs() const;
    /// The status of a job that has not ended; a default one otherwise.
    JobStatus status(JobId id) const;
    /// Whether any job (visible or not) of this lane is queued or running.
    bool busy(Lane lane) const;
    /// Asks the job to stop. Unknown and ended ids are ignored.
    void cancel(JobId id);
    void cancelAll();
    /// Tells aboutToShutDown(), stops everything, lets jobs with mustFinish end, ends the threads and waits for them.
    void shutdown();

Q_SIGNALS:
    /// A visible job was submitted, advanced (at most ten times a second) or ended.
    void visibleJobsChanged();
    /// Cancel was asked for a job that had not ended.
    void cancelRequested(tw::ui::JobId id);
    /// The last moment at which jobs (with mustFinish) are still taken.
    void aboutToShutDown();
    /// Once a job, visible or not, with its terminal state.
    void finished(const tw::ui::JobStatus& status);

private:
    struct Entry {
        std::shared_ptr<JobRecord> record;
        RateEstimator rate;
        RateEstimator::Clock::time_point submitted;
    };
    void enqueue(std::shared_ptr<JobRecord> record);
    void concludeLater(JobId id);
    void conclude(JobId id);
    void tick();
    JobStatus statusOf(const Entry& entry) const;
    void updateTimer();

    Now m_now;
    JobId m_lastId = 0;
    std::map<JobId, Entry> m_jobs;
    std::map<Lane, std::unique_ptr<LaneThread>> m_lanes;
    QTimer m_timer;
    bool m_shutDown = false;
};

template <class T>
void JobHandle<T>::cancel() const
{
    if (m_queue && m_record)
        m_queue->cancel(m_record->id());
}

} // namespace tw::ui
