// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/index_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tw {
namespace {

using testing::HasSubstr;

constexpr std::uint64_t kGiB = std::uint64_t{1} << 30U;

struct Case {
    const char* what;
    std::size_t rows;
    std::size_t dim;
    std::uint64_t freeMemory;
    double wishedRecall;
    bool manyQueries;
    IndexKind kind;
    IndexReason reason;
    IndexLayout layout;
    IndexReason layoutReason;
};

// What docs/index.md promises of `auto`.
constexpr Case kCases[]{
    {"nothing", 0, 0, kGiB, 0.98, false, IndexKind::Exact, IndexReason::Few, IndexLayout::Small, IndexReason::Asked},
    {"a few films", 4803, 768, kGiB, 0.98, false, IndexKind::Exact, IndexReason::Few, IndexLayout::Small,
     IndexReason::Asked},
    {"85,000 of 768: under 4 ms", 85'000, 768, 8 * kGiB, 0.98, false, IndexKind::Exact, IndexReason::Few,
     IndexLayout::Small, IndexReason::Asked},
    {"100,000 of 768: above", 100'000, 768, 8 * kGiB, 0.98, false, IndexKind::Hnsw, IndexReason::Many,
     IndexLayout::Fast, IndexReason::Asked},
    {"100,000 of 100 dimensions are quick again", 100'000, 100, 8 * kGiB, 0.98, false, IndexKind::Exact,
     IndexReason::Few, IndexLayout::Small, IndexReason::Asked},
    {"many queries make a graph pay", 20'000, 768, 8 * kGiB, 0.98, true, IndexKind::Hnsw, IndexReason::Many,
     IndexLayout::Fast, IndexReason::Asked},
    {"but not for few rows", 5000, 768, 8 * kGiB, 0.98, true, IndexKind::Exact, IndexReason::Few, IndexLayout::Small,
     IndexReason::Asked},
    {"recall 1 is had from looking at all only", 1'000'000, 128, 8 * kGiB, 1, false, IndexKind::Exact,
     IndexReason::WishedRecall, IndexLayout::Small, IndexReason::Asked},
    {"the rows would not fit beside the graph", 1'000'000, 768, 4 * kGiB, 0.98, false, IndexKind::Hnsw,
     IndexReason::Many, IndexLayout::Small, IndexReason::LittleMemory},
    {"nor would the graph", 1'000'000, 768, kGiB, 0.98, false, IndexKind::IvfPq, IndexReason::LittleMemory,
     IndexLayout::Small, IndexReason::Asked},
};

TEST(ChooseIndex, ResolvesAutoByTheRules)
{
    for (const Case& c : kCases) {
        IndexOptions wanted;
        wanted.wishedRecall = c.wishedRecall;
        const auto choice = chooseIndex(wanted, {c.rows, c.dim, c.freeMemory, c.manyQueries});
        ASSERT_TRUE(choice.has_value()) << c.what;
        EXPECT_EQ(choice->options.kind, c.kind) << c.what;
        EXPECT_EQ(choice->kindReason, c.reason) << c.what;
        EXPECT_EQ(choice->options.layout, c.layout) << c.what;
        EXPECT_EQ(choice->layoutReason, c.layoutReason) << c.what;
        EXPECT_GT(choice->options.threads, 0) << c.what;
        if (c.rows > 0) {
            EXPECT_GT(choice->expectedBytes, 0U) << c.what;
            EXPECT_GT(choice->expectedMilliseconds, 0) << c.what;
        }
    }
}

TEST(ChooseIndex, WhatWasAskedForStays)
{
    for (const IndexKind kind : {IndexKind::Exact, IndexKind::Hnsw, IndexKind::IvfPq}) {
        IndexOptions wanted;
        wanted.kind = kind;
        wanted.layout = IndexLayout::Small;
        wanted.threads = 1;
        wanted.wishedRecall = 0.999;
        for (const std::size_t rows : {2000U, 2'000'000U}) {
            const auto choice = chooseIndex(wanted, {rows, 96, kGiB / 16, false});
            ASSERT_TRUE(choice.has_value());
            EXPECT_EQ(choice->options.kind, kind);
            EXPECT_EQ(choice->kindReason, IndexReason::Asked);
            EXPECT_EQ(choice->options.layout, IndexLayout::Small);
            EXPECT_EQ(choice->options.efSearch, wanted.efSearch);
            EXPECT_EQ(choice->options.threads, 1);
        }
    }
}

TEST(ChooseIndex, AutoSearchesWiderForAHigherRecallAndNeverNarrowerThanAsked)
{
    IndexOptions wanted;
    int before = 0;
    for (const double recall : {0.9, 0.98, 0.99, 0.995, 0.999}) {
        wanted.wishedRecall = recall;
        const auto choice = chooseIndex(wanted, {300'000, 768, 64 * kGiB, false});
        ASSERT_TRUE(choice.has_value());
        EXPECT_GE(choice->options.efSearch, std::max(before, wanted.efSearch));
        before = choice->options.efSearch;
    }
    EXPECT_GE(before, 256);
}

TEST(ChooseIndex, IvfPqDefaultsFollowRowsAndDimension)
{
    IndexOptions wanted;
    wanted.kind = IndexKind::IvfPq;
    const auto large = chooseIndex(wanted, {85'000, 768, kGiB, false});
    ASSERT_TRUE(large.has_value());
    EXPECT_EQ(large->options.lists, 1166); // 4·√85,000
    EXPECT_EQ(large->options.codeBytes, 96);
    EXPECT_EQ(large->options.probes, 72);
    EXPECT_EQ(large->recommendedRows, 39U * 1166);
    EXPECT_LT(large->expectedBytes, 85'000U * 307);
    const auto small = chooseIndex(wanted, {2000, 100, kGiB, false});
    ASSERT_TRUE(small.has_value());
    EXPECT_EQ(small->options.lists, 31); // 64 rows a list at the least
    EXPECT_EQ(small->options.probes, 16);
    EXPECT_EQ(small->recommendedRows, 39U * 256);
    wanted.probes = 1000;
    EXPECT_EQ(chooseIndex(wanted, {2000, 100, kGiB, false})->options.probes, 31);
}

TEST(ChooseIndex, IvfPqSaysWhyItCanNotBe)
{
    const auto failure = [](int lists, int codeBytes, std::size_t rows) {
        IndexOptions wanted;
        wanted.kind = IndexKind::IvfPq;
        wanted.lists = lists;
        wanted.codeBytes = codeBytes;
        const auto choice = chooseIndex(wanted, {rows, 768, kGiB, false});
        return choice ? Error() : choice.error();
    };
    EXPECT_EQ(failure(0, 0, 255).code, ErrorCode::InvalidArgument);
    EXPECT_THAT(failure(0, 0, 255).detail, HasSubstr("at least 256 rows"));
    EXPECT_THAT(failure(1000, 0, 999).detail, HasSubstr("at least 1000 rows"));
    EXPECT_THAT(failure(1000, 0, 999).detail, HasSubstr("39000 to do well"));
    EXPECT_EQ(failure(0, 100, 5000).subject, "codeBytes");
    EXPECT_THAT(failure(0, 100, 5000).detail, HasSubstr("96 would"));
    EXPECT_TRUE(failure(1000, 96, 1000).subject.empty());
}

TEST(ChooseIndex, CodeBytesDivideTheDimension)
{
    EXPECT_EQ(defaultCodeBytes(1), 1);
    EXPECT_EQ(defaultCodeBytes(100), 10); // 12.5 lies nearer to 10 than to 20
    EXPECT_EQ(defaultCodeBytes(384), 48);
    EXPECT_EQ(defaultCodeBytes(101), 1);  // a prime
    EXPECT_EQ(defaultCodeBytes(1024), 128);
}

TEST(ChooseIndex, ExactLimitFollowsTheDimension)
{
    EXPECT_GT(autoExactRows(768), 85'000U);
    EXPECT_LT(autoExactRows(768), 100'000U);
    EXPECT_GT(autoExactRows(100), 3 * autoExactRows(768));
}

TEST(FreeMemory, IsWhatTheSystemSays)
{
    EXPECT_GT(freeMemory(), kGiB / 64);
}

} // namespace
} // namespace tw
