// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/job_queue.h"

#include <cstdint>
#include <memory>

namespace tw::ui {

/// One question of which only the newest matters: a new one stops the old one, and an answer to an old one is
/// dropped. GUI thread. Destroying it stops the question and drops its answer.
template <class T>
class LatestRequest {
public:
    explicit LatestRequest(JobQueue& queue) : m_queue(&queue) {}
    ~LatestRequest() { cancel(); }
    LatestRequest(const LatestRequest&) = delete;
    LatestRequest& operator=(const LatestRequest&) = delete;

    /// @param receive  Called as receive(Result<T>) in the thread of `context` with the newest answer only; an answer
    /// that was cancelled by a newer question or by cancel() never arrives.
    template <class Work, class Receive>
    void start(QObject* context, JobSpec spec, Work work, Receive receive)
    {
        cancel();
        m_running = true;
        const std::uint64_t generation = *m_generation;
        m_handle = m_queue->submit(std::move(spec), std::move(work));
        m_handle.then(context, [this, generation, current = std::weak_ptr(m_generation),
                                receive = std::move(receive)](Result<T> result) mutable {
            const auto newest = current.lock();
            if (!newest || *newest != generation)
                return;
            m_running = false;
            receive(std::move(result));
        });
    }
    void cancel()
    {
        ++*m_generation;
        if (m_running)
            m_handle.cancel();
        m_running = false;
    }
    bool running() const { return m_running; }

private:
    QPointer<JobQueue> m_queue;
    std::shared_ptr<std::uint64_t> m_generation = std::make_shared<std::uint64_t>(0);
    JobHandle<T> m_handle;
    bool m_running = false;
};

} // namespace tw::ui
