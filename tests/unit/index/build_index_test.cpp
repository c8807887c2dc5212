// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/vector_index.h"

#include "tests/support/temp_folder.h"
#include "tests/support/vector_data.h"

#include <gtest/gtest.h>

namespace tw {
namespace {

IndexOptions graphOptions()
{
    IndexOptions options;
    options.kind = IndexKind::Hnsw;
    return options;
}

TEST(IndexOptions, RangesAreKept)
{
    EXPECT_TRUE(IndexOptions().validate().has_value());
    const auto blamed = [](int IndexOptions::* option, int value) {
        IndexOptions options;
        options.*option = value;
        const Status status = options.validate();
        return status ? std::string() : status.error().subject;
    };
    for (const int good : {4, 64})
        EXPECT_EQ(blamed(&IndexOptions::m, good), "");
    for (const int bad : {-1, 0, 3, 65})
        EXPECT_EQ(blamed(&IndexOptions::m, bad), "m");
    for (const int bad : {7, 801})
        EXPECT_EQ(blamed(&IndexOptions::efConstruction, bad), "efConstruction");
    for (const int bad : {7, 4097})
        EXPECT_EQ(blamed(&IndexOptions::efSearch, bad), "efSearch");
    IndexOptions wrong;
    wrong.m = 1000;
    const auto index = buildIndex(test::clusteredUnitRows(10, 4, 2, 0.1, 1), nullptr, wrong, {});
    ASSERT_FALSE(index.has_value());
    EXPECT_EQ(index.error().code, ErrorCode::InvalidArgument);
}

TEST(BuildIndex, AutoLooksAtAllRowsWhileTheyAreFew)
{
    const Matrix rows = test::clusteredUnitRows(2000, 16, 50, 0.8, 2);
    const auto index = buildIndex(rows, nullptr, IndexOptions(), {});
    ASSERT_TRUE(index.has_value());
    EXPECT_EQ((*index)->kind(), IndexKind::Exact);
    EXPECT_EQ((*index)->facts().reason, IndexReason::Few);
    EXPECT_EQ((*index)->options().kind, IndexKind::Auto) << "decides anew when rows are added";
}

// Rows that differ in their last bits only can't be told apart by a graph, nor by the check among the ten nearest.
TEST(BuildIndex, AGraphThatMissesItsOwnRowsIsReplacedByExact)
{
    Matrix rows = test::clusteredUnitRows(2000, 24, 2000, 0.0, 3);
    Random random(4);
    for (std::size_t i = 1; i < 1000; ++i) {
        std::ranges::copy(rows.row(0), rows.row(i).begin());
        for (float& value : rows.row(i))
            value *= 1 + static_cast<float>(random.uniform(-2e-7, 2e-7));
    }
    const auto index = buildIndex(rows, nullptr, graphOptions(), {});
    ASSERT_TRUE(index.has_value()) << index.error().detail;
    EXPECT_EQ((*index)->kind(), IndexKind::Exact);
    for (std::uint32_t row = 1000; row < 2000; ++row)
        ASSERT_EQ((*index)->search(rows.row(row), 1, nullptr, {})->front().row, row);
}

class StoppingSink : public ProgressSink {
public:
    StoppingSink(std::stop_source source, Stage stage, std::uint64_t at) : m_source(source), m_stage(stage), m_at(at) {}
    void report(Stage stage, std::uint64_t done, std::uint64_t total) override
    {
        if (stage == last.first && done < last.second)
            wentBack = true;
        last = {stage, done};
        reached |= done == total && total > 0;
        if (stage == m_stage && done >= m_at)
            m_source.request_stop();
    }
    std::pair<Stage, std::uint64_t> last{Stage::Reading, 0};
    bool wentBack = false;
    bool reached = false;

private:
    std::stop_source m_source;
    Stage m_stage;
    std::uint64_t m_at;
};

TEST(BuildIndex, StopsBetweenBatchesAndWhileChecking)
{
    const Matrix rows = test::clusteredUnitRows(7000, 8, 100, 0.5, 5);
    for (const auto& [stage, at] : {std::pair(Stage::Building, 4000U), std::pair(Stage::Checking, 0U)}) {
        std::stop_source source;
        StoppingSink sink(source, stage, at);
        const TaskContext context{source.get_token(), &sink};
        const auto index = buildIndex(rows, nullptr, graphOptions(), context);
        ASSERT_FALSE(index.has_value());
        EXPECT_EQ(index.error().code, ErrorCode::Cancelled);
        EXPECT_EQ(sink.last.first, stage);
    }
}

TEST(BuildIndex, ProgressRisesAndEndsWithTheCheck)
{
    const Matrix rows = test::clusteredUnitRows(5000, 8, 100, 0.5, 6);
    std::stop_source source;
    StoppingSink sink(source, Stage::Writing, 0);
    ASSERT_TRUE(buildIndex(rows, nullptr, graphOptions(), {source.get_token(), &sink}).has_value());
    EXPECT_FALSE(sink.wentBack);
    EXPECT_TRUE(sink.reached);
    EXPECT_EQ(sink.last, std::pair(Stage::Checking, std::uint64_t{1000}));
}

TEST(SaveIndex, SaysWhenTheFileCannotBeWritten)
{
    const test::TempFolder folder;
    const Matrix rows = test::clusteredUnitRows(100, 8, 10, 0.5, 7);
    const auto index = buildIndex(rows, nullptr, graphOptions(), {});
    ASSERT_TRUE(index.has_value());
    const Status saved = (*index)->save(folder / "no" / "such" / "folder.bin");
    ASSERT_FALSE(saved.has_value());
    EXPECT_EQ(saved.error().code, ErrorCode::FileUnwritable);
}

} // namespace
} // namespace tw
