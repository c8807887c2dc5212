// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/thread_pool.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace tw {

namespace {

constexpr std::size_t kMaxThreads = 16;

thread_local bool insideParallelFor = false;

/// One parallelFor call: pieces are handed out by a counter, the last one finished wakes the caller.
struct Loop {
    std::size_t count = 0;
    std::size_t grain = 1;
    std::size_t pieces = 0;
    const TaskContext* context = nullptr;
    const std::function<void(std::size_t, std::size_t)>* body = nullptr;

    std::atomic<std::size_t> nextPiece = 0;
    std::atomic<std::size_t> skipped = 0;
    std::mutex mutex;
    std::condition_variable finishedChanged;
    std::size_t finished = 0;

    bool exhausted() const { return nextPiece.load(std::memory_order_relaxed) >= pieces; }

    /// Works until no piece is left. The pointers stay valid: the caller waits for every piece taken.
    void work()
    {
        const bool wasInside = std::exchange(insideParallelFor, true);
        for (std::size_t piece = nextPiece++; piece < pieces; piece = nextPiece++) {
            if (context->cancelled())
                ++skipped;
            else
                (*body)(piece * grain, std::min(count, (piece + 1) * grain));
            const std::lock_guard lock(mutex);
            if (++finished == pieces)
                finishedChanged.notify_all();
        }
        insideParallelFor = wasInside;
    }

    void wait()
    {
        std::unique_lock lock(mutex);
        finishedChanged.wait(lock, [this] { return finished == pieces; });
    }
};

class Pool {
public:
    static Pool& instance()
    {
        static Pool pool;
        return pool;
    }

    void run(const std::shared_ptr<Loop>& loop)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_loops.push_back(loop);
        }
        m_loopsChanged.notify_all();
        loop->work();
        {
            const std::lock_guard lock(m_mutex);
            std::erase(m_loops, loop);
        }
        loop->wait();
    }

private:
    Pool()
    {
        for (std::size_t i = 1; i < parallelism(); ++i)
            m_threads.emplace_back([this](const std::stop_token& stop) { serve(stop); });
    }

    void serve(const std::stop_token& stop)
    {
        while (true) {
            std::shared_ptr<Loop> loop;
            {
                std::unique_lock lock(m_mutex);
                // Looked up once: loops run out without the mutex, a second look might find none.
                const auto takeLoop = [this, &loop] {
                    const auto found
                        = std::ranges::find_if(m_loops, [](const auto& each) { return !each->exhausted(); });
                    loop = found == m_loops.end() ? nullptr : *found;
                    return loop != nullptr;
                };
                if (!m_loopsChanged.wait(lock, stop, takeLoop))
                    return;
            }
            loop->work();
        }
    }

    std::mutex m_mutex;
    std::condition_variable_any m_loopsChanged;
    std::deque<std::shared_ptr<Loop>> m_loops;
    std::vector<std::jthread> m_threads; // last: joined before the rest is destroyed
};

Status runInline(std::size_t count, std::size_t grain, const TaskContext& context,
                 const std::function<void(std::size_t, std::size_t)>& body)
{
    for (std::size_t begin = 0; begin < count; begin += std::min(grain, count - begin)) {
        TW_TRY(context.check());
        body(begin, begin + std::min(grain, count - begin));
    }
    return {};
}

} // namespace

Status parallelFor(std::size_t count, std::size_t grain, const TaskContext& context,
                   const std::function<void(std::size_t, std::size_t)>& body)
{
    grain = std::clamp<std::size_t>(grain, 1, std::max<std::size_t>(count, 1));
    const std::size_t pieces = count / grain + (count % grain != 0);
    if (insideParallelFor || pieces <= 1 || parallelism() == 1)
        return runInline(count, grain, context, body);

    const auto loop = std::make_shared<Loop>();
    loop->count = count;
    loop->grain = grain;
    loop->pieces = pieces;
    loop->context = &context;
    loop->body = &body;
    Pool::instance().run(loop);
    if (loop->skipped > 0)
        return fail(ErrorCode::Cancelled);
    return {};
}

std::size_t parallelism()
{
    static const std::size_t count = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMaxThreads);
    return count;
}

} // namespace tw
