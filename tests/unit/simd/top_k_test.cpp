// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/top_k.h"

#include "core/base/random.h"

#include <gtest/gtest.h>

namespace tw::simd {
namespace {

std::vector<ScoredRow> firstOfSorted(std::vector<ScoredRow> all, std::size_t k)
{
    std::ranges::sort(all, isBetter);
    all.resize(std::min(k, all.size()));
    return all;
}

TEST(TopK, IsTheBeginningOfTheSortedListInWhateverOrder)
{
    Random random(1);
    for (const std::size_t count : {0U, 1U, 5U, 100U})
        for (const std::size_t k : {1U, 4U, 5U, 99U, 200U}) {
            std::vector<ScoredRow> all;
            for (std::uint32_t row = 0; row < count; ++row) // few scores: many ties
                all.push_back({static_cast<float>(random.below(7)) - 3, row});
            for (std::size_t i = count; i > 1; --i)
                std::swap(all[i - 1], all[random.below(i)]);
            TopK top(k);
            TopK half(k);
            for (std::size_t i = 0; i < count; ++i) {
                TopK& one = i % 2 == 0 ? top : half;
                // An early reject by the threshold changes nothing but ties with a lower row, which are offered.
                if (all[i].score >= one.threshold())
                    one.offer(all[i].score, all[i].row);
            }
            top.merge(half);
            EXPECT_EQ(top.full(), count >= k);
            EXPECT_EQ(top.takeSorted(), firstOfSorted(all, k));
            EXPECT_EQ(top.size(), 0U);
        }
}

TEST(TopK, ThresholdIsTheWorstKept)
{
    TopK top(2);
    EXPECT_EQ(top.threshold(), -std::numeric_limits<float>::infinity());
    top.offer(-5, 1);
    EXPECT_EQ(top.threshold(), -std::numeric_limits<float>::infinity());
    top.offer(3, 2);
    EXPECT_EQ(top.threshold(), -5);
    top.offer(4, 3);
    EXPECT_EQ(top.threshold(), 3);
    top.reset(1);
    EXPECT_EQ(top.size(), 0U);
    EXPECT_EQ(top.threshold(), -std::numeric_limits<float>::infinity());
}

} // namespace
} // namespace tw::simd
