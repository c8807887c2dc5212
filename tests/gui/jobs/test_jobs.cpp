// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/coalesced_request.h"
#include "ui/jobs/job_queue.h"
#include "ui/jobs/latest_request.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <condition_variable>
#include <stdexcept>
#include <thread>

using namespace tw;
using namespace tw::ui;

namespace {

/// A door a worker waits at until the test opens it or the job is stopped.
class Gate {
public:
    Status wait(const TaskContext& context)
    {
        std::unique_lock lock(m_mutex);
        ++m_arrived;
        m_changed.notify_all();
        m_changed.wait(lock, context.stop, [this] { return m_open; });
        return context.check();
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_changed.notify_all();
    }
    int arrived() const
    {
        const std::lock_guard lock(m_mutex);
        return m_arrived;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_open = false;
    int m_arrived = 0;
};

JobSpec spec(Lane lane, bool visible = false)
{
    JobSpec made;
    made.lane = lane;
    made.visible = visible;
    return made;
}

} // namespace

class JobsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resultsArriveInTheGuiThread()
    {
        JobQueue queue;
        QObject context;
        std::optional<int> value;
        QThread* receivedIn = nullptr;
        QString ranIn;
        queue.submit(spec(Lane::Compute), [&ranIn](const TaskContext&) -> Result<int> {
            ranIn = QThread::currentThread()->objectName();
            return 42;
        }).then(&context, [&](Result<int> result) {
            value = *result;
            receivedIn = QThread::currentThread();
        });
        QTRY_COMPARE(value, std::optional<int>(42));
        QCOMPARE(receivedIn, QThread::currentThread());
        QCOMPARE(ranIn, QStringLiteral("compute"));
    }

    void lanesDoNotWaitForEachOther()
    {
        JobQueue queue;
        QObject context;
        Gate gate;
        queue.submit(spec(Lane::Compute), [&](const TaskContext& c) -> Status { return gate.wait(c); });
        bool answered = false;
        queue.submit(spec(Lane::Interactive), [](const TaskContext&) -> Status { return {}; })
            .then(&context, [&](Status) { answered = true; });
        QTRY_VERIFY(answered);
        QVERIFY(queue.busy(Lane::Compute));
        gate.open();
        QTRY_VERIFY(!queue.busy(Lane::Compute));
    }

    void everyJobEndsExactlyOnce()
    {
        JobQueue queue;
        QSignalSpy finished(&queue, &JobQueue::finished);
        QObject context;
        std::map<JobId, int> received;
        Gate gate;
        const auto submit = [&](auto work) {
            const auto handle = queue.submit(spec(Lane::Compute), work);
            handle.then(&context, [&received, id = handle.id()](Status) { ++received[id]; });
            return handle;
        };
        const auto running = submit([&](const TaskContext& c) -> Status { return gate.wait(c); });
        const auto good = submit([](const TaskContext&) -> Status { return {}; });
        const auto bad = submit([](const TaskContext&) -> Status { return fail(ErrorCode::Damaged); });
        const auto throwing = submit([](const TaskContext&) -> Status { throw std::runtime_error("x"); });
        const auto queued = submit([](const TaskContext&) -> Status { return {}; });
        QTRY_COMPARE(gate.arrived(), 1);
        queued.cancel();
        queued.cancel();
        QTRY_COMPARE(finished.count(), 1); // although its lane is busy
        running.cancel();
        QTRY_COMPARE(finished.count(), 5);
        std::map<JobId, JobState> ended;
        for (const auto& arguments : finished) {
            const auto status = arguments.at(0).value<JobStatus>();
            ended[status.id] = status.state;
        }
        QCOMPARE(ended.size(), std::size_t{5});
        QCOMPARE(ended[running.id()], JobState::Cancelled);
        QCOMPARE(ended[good.id()], JobState::Succeeded);
        QCOMPARE(ended[bad.id()], JobState::Failed);
        QCOMPARE(ended[throwing.id()], JobState::Failed);
        QCOMPARE(ended[queued.id()], JobState::Cancelled);
        for (const auto& [id, count] : received)
            QCOMPARE(count, 1);
        QCOMPARE(received.size(), std::size_t{5});
    }

    void anExceptionBecomesAnError()
    {
        JobQueue queue;
        QObject context;
        std::optional<Error> error;
        queue.submit(spec(Lane::Network), [](const TaskContext&) -> Result<int> { throw std::runtime_error("broke"); })
            .then(&context, [&](Result<int> result) { error = result.error(); });
        QTRY_VERIFY(error.has_value());
        QVERIFY(error->code == ErrorCode::Internal);
        QCOMPARE(QString::fromStdString(error->detail), QStringLiteral("broke"));
    }

    void aReceiverThatIsGoneIsNotCalled()
    {
        JobQueue queue;
        QSignalSpy finished(&queue, &JobQueue::finished);
        Gate gate;
        bool called = false;
        auto context = std::make_unique<QObject>();
        queue.submit(spec(Lane::Compute), [&](const TaskContext& c) -> Status { return gate.wait(c); })
            .then(context.get(), [&](Status) { called = true; });
        context.reset();
        gate.open();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!called);
    }

    void visibleJobsTellHowFarTheyAre()
    {
        auto time = RateEstimator::Clock::time_point{};
        constexpr std::uint64_t kTotal = 100'000'000;
        std::atomic<std::uint64_t> done{10};
        JobQueue queue(nullptr, [&] {
            done = done + 10;
            return time += std::chrono::seconds(1);
        });
        Gate gate;
        auto made = spec(Lane::Compute, true);
        made.subject = QStringLiteral("nomic");
        queue.submit(made, [&](const TaskContext& c) -> Status {
            c.report(Stage::Embedding, 10, kTotal);
            while (!c.cancelled()) {
                c.report(Stage::Embedding, done, kTotal);
                c.report(Stage::Embedding, 5, kTotal); // late news of another thread
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            return gate.wait(c);
        });
        queue.submit(spec(Lane::Interactive), [](const TaskContext&) -> Status { return {}; });
        QSignalSpy changed(&queue, &JobQueue::visibleJobsChanged);
        QTRY_VERIFY(!queue.visibleJobs().isEmpty() && queue.visibleJobs().constFirst().rate.has_value());
        QCOMPARE(queue.visibleJobs().size(), 1);
        const JobStatus status = queue.visibleJobs().constFirst();
        QCOMPARE(status.subject, QStringLiteral("nomic"));
        QVERIFY(status.progress.done >= 10);
        QVERIFY(status.fraction().value() > 0);
        QVERIFY(*status.secondsLeft > 0);
        QVERIFY(*status.rate > 0);
        QSignalSpy asked(&queue, &JobQueue::cancelRequested);
        queue.cancel(status.id);
        queue.cancel(status.id);
        QCOMPARE(asked.count(), 1);
        QTRY_VERIFY(queue.visibleJobs().isEmpty());
        QVERIFY(changed.count() >= 2);
    }

    void shutdownStopsWaitsAndKeepsPromises()
    {
        QObject context;
        int received = 0;
        bool promised = false;
        bool dropped = false;
        Gate gate;
        {
            JobQueue queue;
            const auto receive = [&](Status) { ++received; };
            queue.submit(spec(Lane::Storage), [&](const TaskContext& c) -> Status { return gate.wait(c); })
                .then(&context, receive);
            queue.submit(spec(Lane::Storage), [&](const TaskContext&) -> Status { dropped = true; return {}; })
                .then(&context, receive);
            auto must = spec(Lane::Storage);
            must.mustFinish = true;
            queue.submit(must, [&](const TaskContext& c) -> Status {
                promised = !c.cancelled();
                return {};
            }).then(&context, receive);
            queue.shutdown();
            QCOMPARE(received, 3);
            bool late = false;
            queue.submit(must, [](const TaskContext&) -> Status { return {}; })
                .then(&context, [&](Status result) { late = !result && result.error().code == ErrorCode::Cancelled; });
            QVERIFY(late);
        }
        QVERIFY(promised);
        QVERIFY(!dropped);
    }

    void onlyTheLatestAnswerArrives()
    {
        JobQueue queue;
        QObject context;
        std::vector<int> answers;
        {
            LatestRequest<int> request(queue);
            for (int i = 0; i < 50; ++i) {
                request.start(&context, spec(Lane::Interactive),
                              [i](const TaskContext&) -> Result<int> { return i; },
                              [&](Result<int> result) { answers.push_back(*result); });
            }
            QTRY_VERIFY(!request.running());
            QCOMPARE(answers, std::vector<int>{49});
            request.start(&context, spec(Lane::Interactive), [](const TaskContext&) -> Result<int> { return 7; },
                          [&](Result<int> result) { answers.push_back(*result); });
        }
        QTRY_VERIFY(!queue.busy(Lane::Interactive));
        QCOMPARE(answers, std::vector<int>{49});
    }

    void coalescedRunsTheFirstAndTheLast()
    {
        JobQueue queue;
        QObject context;
        Gate gate;
        std::vector<int> answers;
        CoalescedRequest<int> request(queue);
        for (int i = 0; i < 20; ++i) {
            request.start(&context, spec(Lane::Interactive),
                          [i, &gate](const TaskContext& c) -> Result<int> {
                              TW_TRY(gate.wait(c));
                              return i;
                          },
                          [&](Result<int> result) { answers.push_back(*result); });
        }
        QTRY_COMPARE(gate.arrived(), 1);
        gate.open();
        QTRY_COMPARE(answers.size(), std::size_t{2});
        QCOMPARE(answers, (std::vector<int>{0, 19}));
        QVERIFY(!request.running());
    }

    void ratesStartAnewWithEachStage()
    {
        RateEstimator estimator;
        const RateEstimator::Clock::time_point zero{};
        const auto at = [&](double seconds, Stage stage, std::uint64_t done) {
            estimator.sample(zero + std::chrono::milliseconds(static_cast<int>(seconds * 1000)), {stage, done, 100, true, {}});
        };
        at(0, Stage::Embedding, 0);
        QVERIFY(!estimator.rate());
        at(2, Stage::Embedding, 40);
        QCOMPARE(*estimator.rate(), 20.0);
        QCOMPARE(*estimator.secondsLeft(), 3.0);
        at(3, Stage::Building, 1);
        QVERIFY(!estimator.rate());
        for (int second = 4; second < 30; ++second)
            at(second, Stage::Building, second < 20 ? 1 : static_cast<std::uint64_t>(second) * 2);
        QCOMPARE(*estimator.rate(), 2.0); // only the last seconds count
    }
};

QTEST_GUILESS_MAIN(JobsTest)
#include "test_jobs.moc"
