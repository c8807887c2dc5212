// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/thread_pool.h"

#include <thread>

namespace tw {
namespace {

TEST(ThreadPool, everyIndexIsVisitedOnce)
{
    for (const std::size_t count : {0U, 1U, 7U, 64U, 1000U, 100'003U}) {
        for (const std::size_t grain : {0U, 1U, 64U, 1'000'000U}) {
            if (count > 1000 && grain <= 1)
                continue;
            std::vector<std::atomic<int>> visits(count);
            ASSERT_TRUE(parallelFor(count, grain, {}, [&](std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i)
                    ++visits[i];
            }));
            EXPECT_TRUE(std::ranges::all_of(visits, [](const auto& v) { return v == 1; })) << count << " by " << grain;
        }
    }
}

TEST(ThreadPool, nestedCallsRunInTheCallingThread)
{
    std::atomic<int> strays = 0;
    std::atomic<std::size_t> inner = 0;
    ASSERT_TRUE(parallelFor(16, 1, {}, [&](std::size_t, std::size_t) {
        const auto outerThread = std::this_thread::get_id();
        const Status status = parallelFor(100, 10, {}, [&](std::size_t begin, std::size_t end) {
            strays += std::this_thread::get_id() != outerThread;
            inner += end - begin;
        });
        strays += !status;
    }));
    EXPECT_EQ(strays, 0);
    EXPECT_EQ(inner, 1600U);
}

TEST(ThreadPool, stopSkipsThePiecesNotBegun)
{
    std::stop_source source;
    std::atomic<int> begun = 0;
    const TaskContext context{source.get_token(), nullptr};
    const Status status = parallelFor(10'000, 1, context, [&](std::size_t, std::size_t) {
        ++begun;
        source.request_stop();
    });
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::Cancelled);
    EXPECT_LE(begun, static_cast<int>(parallelism()));

    const Status again = parallelFor(10, 100, context, [&](std::size_t, std::size_t) { ++begun; });
    EXPECT_EQ(again.error().code, ErrorCode::Cancelled);
}

TEST(ThreadPool, severalCallersShareIt)
{
    std::vector<std::size_t> sums(4);
    {
        std::vector<std::jthread> callers;
        for (std::size_t& sum : sums) {
            callers.emplace_back([&sum] {
                std::atomic<std::size_t> total = 0;
                for (int round = 0; round < 50; ++round)
                    static_cast<void>(parallelFor(1000, 10, {}, [&](std::size_t begin, std::size_t end) {
                        for (std::size_t i = begin; i < end; ++i)
                            total += i;
                    }));
                sum = total;
            });
        }
    }
    for (const std::size_t sum : sums)
        EXPECT_EQ(sum, 50U * 499'500U);
}

// Helpers wake just as the last piece is taken, again and again.
TEST(ThreadPool, loopsThatRunOutAtOnce)
{
    std::atomic<std::size_t> pieces = 0;
    for (int round = 0; round < 50'000; ++round)
        ASSERT_TRUE(parallelFor(2, 1, {}, [&](std::size_t, std::size_t) { ++pieces; }));
    EXPECT_EQ(pieces, 100'000U);
}

TEST(ThreadPool, hasAtLeastOneThread)
{
    EXPECT_GE(parallelism(), 1U);
    EXPECT_LE(parallelism(), 16U);
}

} // namespace
} // namespace tw
