// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/job_queue.h"

#include <functional>
#include <memory>
#include <utility>

namespace tw::ui {

/// A question asked anew at every movement of a slider: one at a time runs to its end and is shown, the newest waits
/// behind it, those between are never begun. So the picture follows the slider and never starves. GUI thread.
template <class T>
class CoalescedRequest {
public:
    explicit CoalescedRequest(JobQueue& queue) : m_queue(&queue) {}
    ~CoalescedRequest() { cancel(); }
    CoalescedRequest(const CoalescedRequest&) = delete;
    CoalescedRequest& operator=(const CoalescedRequest&) = delete;

    /// @param work     Called as Result<T> work(const TaskContext&) in the lane. Copyable.
    /// @param receive  Called with each answer in the thread of `context`.
    template <class Work, class Receive>
    void start(QObject* context, JobSpec spec, Work work, Receive receive)
    {
        Question question{context, std::move(spec), std::move(work), std::move(receive)};
        if (m_running)
            m_waiting = std::make_unique<Question>(std::move(question));
        else
            ask(std::move(question));
    }
    /// Drops the waiting question and the answer to the running one.
    void cancel()
    {
        m_waiting.reset();
        m_alive = std::make_shared<int>(0);
        if (m_running)
            m_handle.cancel();
        m_running = false;
    }
    bool running() const { return m_running; }

private:
    struct Question {
        QPointer<QObject> context;
        JobSpec spec;
        std::function<Result<T>(const TaskContext&)> work;
        std::function<void(Result<T>)> receive;
    };
    void ask(Question question)
    {
        if (!question.context || !m_queue)
            return;
        m_running = true;
        m_handle = m_queue->submit(question.spec, std::move(question.work));
        m_handle.then(question.context.data(), [this, alive = std::weak_ptr(m_alive),
                                                receive = std::move(question.receive)](Result<T> result) {
            if (alive.expired())
                return;
            m_running = false;
            if (auto next = std::exchange(m_waiting, nullptr))
                ask(std::move(*next));
            receive(std::move(result));
        });
    }

    QPointer<JobQueue> m_queue;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
    std::unique_ptr<Question> m_waiting;
    JobHandle<T> m_handle;
    bool m_running = false;
};

} // namespace tw::ui
