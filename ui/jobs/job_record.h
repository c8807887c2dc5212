// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "ui/jobs/job_status.h"
#include "ui/jobs/lane.h"

#include <QFuture>
#include <QPromise>

#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace tw::ui {

/// What a job is, besides its work.
struct JobSpec {
    Lane lane = Lane::Interactive;
    JobKind kind = JobKind::Other;
    QString subject;
    bool visible = false;     ///< Shown in the job strip with progress and Cancel.
    std::chrono::milliseconds quiet{300}; ///< A visible job that ends sooner is never shown.
    /// Runs to its end even when the program quits, and cannot be cancelled: short writes the user was promised.
    bool mustFinish = false;
};

/// A job as the queue knows it, whatever its result type. Shared between queue, handle and lane; thread-safe.
/// It goes from Queued to Running to one terminal state, or from Queued straight to Cancelled.
class JobRecord {
public:
    JobRecord(JobId id, JobSpec spec) : m_id(id), m_spec(std::move(spec)) {}
    virtual ~JobRecord() = default;
    JobRecord(const JobRecord&) = delete;
    JobRecord& operator=(const JobRecord&) = delete;

    JobId id() const { return m_id; }
    const JobSpec& spec() const { return m_spec; }
    JobState state() const;
    bool cancelRequested() const { return m_stop.stop_requested(); }
    Progress progress() const { return m_cell.read(); }

    /// Asks a running job to stop; ends a queued one at once. No effect on a mustFinish job or an ended one.
    /// @param force  Also a queued mustFinish job: nobody is left to run it.
    /// @return  True when this call ended it; conclude() is then due.
    bool cancel(bool force = false);
    /// Runs the work unless it was cancelled while queued. Called once, in the lane.
    /// @return  True when it ran; conclude() is then due.
    bool run();
    /// Hands the result to the future. Called once, in the GUI thread, so that an object which receives it can't go
    /// away meanwhile.
    void conclude() { deliver(); }
    /// The error of a failed job.
    std::optional<Error> error() const;

protected:
    /// Runs the work and keeps its result without handing it out; returns how it ended.
    virtual std::optional<Error> execute(const TaskContext& context) = 0;
    /// Lets go of the work and what it captured.
    virtual void discard() = 0;
    /// Hands the result to the future: that of execute(), or Cancelled when it never ran.
    virtual void deliver() = 0;

private:
    const JobId m_id;
    const JobSpec m_spec;
    std::stop_source m_stop;
    ProgressCell m_cell;
    mutable std::mutex m_mutex;
    JobState m_state = JobState::Queued;
    std::optional<Error> m_error;
};

/// A job with its work and result.
template <class T>
class TypedJobRecord final : public JobRecord {
public:
    using Work = std::function<Result<T>(const TaskContext&)>;
    TypedJobRecord(JobId id, JobSpec spec, Work work) : JobRecord(id, std::move(spec)), m_work(std::move(work))
    {
        m_promise.start();
    }
    QFuture<Result<T>> future() const { return m_promise.future(); }

protected:
    std::optional<Error> execute(const TaskContext& context) override
    {
        // Exceptions of libraries below core end here: beyond the lane everything is a Result.
        try {
            m_result.emplace(m_work(context));
        } catch (const std::exception& exception) {
            m_result.emplace(fail(ErrorCode::Internal, {}, exception.what()));
        } catch (...) {
            m_result.emplace(fail(ErrorCode::Internal));
        }
        discard(); // what the work captured dies in the lane
        return *m_result ? std::nullopt : std::optional<Error>(m_result->error());
    }
    void discard() override { m_work = nullptr; }
    void deliver() override
    {
        if (m_result)
            m_promise.addResult(std::move(*m_result));
        else
            m_promise.addResult(Result<T>(fail(ErrorCode::Cancelled)));
        m_result.reset();
        m_promise.finish();
    }

private:
    Work m_work;
    std::optional<Result<T>> m_result;
    QPromise<Result<T>> m_promise;
};

} // namespace tw::ui
