// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/taste/noise.h"
#include "core/taste/taste_profile.h"
#include "tests/support/small_space.h"

namespace tw {

using test::itemIds;
using test::smallSpace;

namespace {

constexpr std::array kAllKinds = {NoiseKind::Gaussian, NoiseKind::Buckets, NoiseKind::ArticleNoise,
                                  NoiseKind::ArticleBuckets};

double length(std::span<const float> a)
{
    return std::sqrt(std::inner_product(a.begin(), a.end(), a.begin(), 0.0));
}

double cosine(std::span<const float> a, std::span<const float> b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0) / length(a) / length(b);
}

NoisyProfile noisy(const Space& space, std::span<const float> profile, const NoiseOptions& options,
                   std::span<const ItemId> likes = {})
{
    auto result = noisyProfile(space, profile, options, likes);
    EXPECT_TRUE(result) << result.error().detail;
    return result.value_or(NoisyProfile{});
}

} // namespace

class NoiseTest : public testing::Test {
protected:
    std::shared_ptr<const Space> m_space = smallSpace(60, 96, 11, true);
    std::vector<ItemId> m_likes = itemIds({3, 8, 20});
    std::vector<float> m_profile = foldProfile(*m_space, m_likes, 8).vector;
};

TEST_F(NoiseTest, SameSeedGivesTheSameVectorAndAnotherAnother)
{
    for (const NoiseKind kind : kAllKinds) {
        const NoisyProfile first = noisy(*m_space, m_profile, {kind, 30, 5});
        EXPECT_EQ(noisy(*m_space, m_profile, {kind, 30, 5}).vector, first.vector);
        EXPECT_NE(noisy(*m_space, m_profile, {kind, 30, 6}).vector, first.vector);
    }
}

TEST_F(NoiseTest, NothingChangesAtZeroPercent)
{
    for (const NoiseKind kind : {NoiseKind::Gaussian, NoiseKind::Buckets}) {
        const NoisyProfile same = noisy(*m_space, m_profile, {kind, 0, 5});
        EXPECT_EQ(same.vector, m_profile);
        EXPECT_EQ(same.cosine, 1);
        EXPECT_TRUE(same.changedDimensions.empty());
        EXPECT_FALSE(same.drowned);
        EXPECT_FALSE(same.rawScale);
    }
}

TEST_F(NoiseTest, GaussianGrowsInAStraightLineWithItsPercentage)
{
    const NoisyProfile ten = noisy(*m_space, m_profile, {NoiseKind::Gaussian, 10, 5});
    const NoisyProfile forty = noisy(*m_space, m_profile, {NoiseKind::Gaussian, 40, 5});
    for (std::size_t d = 0; d < m_profile.size(); ++d)
        EXPECT_NEAR(forty.vector[d] - m_profile[d], 4 * (ten.vector[d] - m_profile[d]), 1e-6);
    EXPECT_LT(forty.cosine, ten.cosine);
}

TEST_F(NoiseTest, GaussianHasTheSpacesSpreadInEveryDimension)
{
    constexpr int kDraws = 3000;
    std::vector<double> sum(m_profile.size());
    std::vector<double> squares(m_profile.size());
    for (int seed = 0; seed < kDraws; ++seed) {
        const NoisyProfile drawn = noisy(*m_space, m_profile, {NoiseKind::Gaussian, 50, std::uint64_t(seed)});
        for (std::size_t d = 0; d < sum.size(); ++d) {
            const double step = static_cast<double>(drawn.vector[d]) - m_profile[d];
            sum[d] += step;
            squares[d] += step * step;
        }
    }
    for (std::size_t d = 0; d < sum.size(); ++d) {
        const double sigma = 0.5 * m_space->statistics().standardDeviation[d];
        // Six standard errors of a mean and of a deviation over kDraws normal draws.
        EXPECT_NEAR(sum[d] / kDraws, 0, 6 * sigma / std::sqrt(kDraws));
        EXPECT_NEAR(std::sqrt(squares[d] / kDraws), sigma, 6 * sigma / std::sqrt(2.0 * kDraws));
    }
}

TEST_F(NoiseTest, BucketsReplaceTheWantedNumberWithinTheRange)
{
    const DimensionStatistics& statistics = m_space->statistics();
    for (const double percent : {1.0, 10.0, 33.0, 50.0, 100.0}) {
        const NoisyProfile drawn = noisy(*m_space, m_profile, {NoiseKind::Buckets, percent, 9});
        EXPECT_EQ(drawn.changedDimensions.size(), std::size_t(std::lround(percent / 100 * 96)));
        EXPECT_TRUE(std::ranges::is_sorted(drawn.changedDimensions));
        EXPECT_EQ(std::ranges::adjacent_find(drawn.changedDimensions), drawn.changedDimensions.end());
        for (std::uint32_t d = 0; d < m_profile.size(); ++d) {
            if (std::ranges::binary_search(drawn.changedDimensions, d)) {
                EXPECT_GE(drawn.vector[d], statistics.minimum[d]);
                EXPECT_LE(drawn.vector[d], statistics.maximum[d]);
                EXPECT_NE(drawn.vector[d], m_profile[d]);
            } else {
                EXPECT_EQ(drawn.vector[d], m_profile[d]);
            }
        }
    }
}

TEST_F(NoiseTest, BucketsDrawUniformlyAndFromAllDimensions)
{
    std::vector<int> hits(m_profile.size());
    double sum = 0;
    int draws = 0;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        const NoisyProfile drawn = noisy(*m_space, m_profile, {NoiseKind::Buckets, 10, seed});
        for (const std::uint32_t d : drawn.changedDimensions) {
            const DimensionStatistics& statistics = m_space->statistics();
            sum += (drawn.vector[d] - statistics.minimum[d]) / (statistics.maximum[d] - statistics.minimum[d]);
            ++hits[d];
            ++draws;
        }
    }
    EXPECT_NEAR(sum / draws, 0.5, 6 * std::sqrt(1.0 / 12 / draws));
    const double expected = draws / 96.0;
    for (const int hit : hits)
        EXPECT_NEAR(hit, expected, 6 * std::sqrt(expected));
}

TEST_F(NoiseTest, MoreBucketsKeepThoseOfFewer)
{
    const NoisyProfile few = noisy(*m_space, m_profile, {NoiseKind::Buckets, 10, 3});
    const NoisyProfile many = noisy(*m_space, m_profile, {NoiseKind::Buckets, 60, 3});
    EXPECT_TRUE(std::ranges::includes(many.changedDimensions, few.changedDimensions));
    for (const std::uint32_t d : few.changedDimensions)
        EXPECT_EQ(many.vector[d], few.vector[d]);
}

TEST_F(NoiseTest, ArticleNoiseIsTheArticlesFormulaAtRawScale)
{
    double rawLength = 0;
    for (const ItemId like : m_likes)
        rawLength += m_space->rawNorms()[*m_space->row(like)] / 3;
    int negated = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const NoisyProfile drawn = noisy(*m_space, m_profile, {NoiseKind::ArticleNoise, 25, seed}, m_likes);
        EXPECT_TRUE(drawn.rawScale);
        Random random(seed);
        const int sign = random.below(2) == 0 ? 1 : -1;
        negated += sign < 0;
        std::vector<float> expected;
        std::vector<float> scaled;
        for (const float value : m_profile) {
            scaled.push_back(static_cast<float>(value * rawLength / length(m_profile)));
            const double g = 1 + 1.25 * random.normal(); // N(1, 1 + p), p = 0.25
            expected.push_back(static_cast<float>(scaled.back() + sign * g));
        }
        for (std::size_t d = 0; d < expected.size(); ++d)
            EXPECT_NEAR(drawn.vector[d], expected[d], 1e-4);
        EXPECT_NEAR(drawn.cosine, cosine(expected, scaled), 1e-5);
    }
    EXPECT_GT(negated, 5);
    EXPECT_LT(negated, 35);
}

TEST_F(NoiseTest, ArticleBucketsAreDrawnWithRepetition)
{
    bool repeated = false;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const NoisyProfile drawn = noisy(*m_space, m_profile, {NoiseKind::ArticleBuckets, 50, seed}, m_likes);
        Random random(seed);
        std::map<std::uint32_t, float> expected;
        for (int i = 0; i < 48; ++i) {
            const auto d = static_cast<std::uint32_t>(random.below(96));
            const DimensionStatistics& raw = m_space->rawStatistics();
            expected[d] = static_cast<float>(raw.minimum[d] + (raw.maximum[d] - raw.minimum[d]) * random.uniform());
        }
        repeated = repeated || expected.size() < 48;
        ASSERT_EQ(drawn.changedDimensions.size(), expected.size());
        for (const std::uint32_t d : drawn.changedDimensions) {
            ASSERT_TRUE(expected.contains(d));
            EXPECT_NEAR(drawn.vector[d], expected[d], 1e-4);
        }
    }
    EXPECT_TRUE(repeated);
}

TEST_F(NoiseTest, RawLengthComesFromTheLikesOrElseFromAllItems)
{
    const NoiseOptions none{NoiseKind::ArticleBuckets, 0, 1};
    const auto norms = m_space->rawNorms();
    const double all = std::accumulate(norms.begin(), norms.end(), 0.0) / static_cast<double>(norms.size());
    EXPECT_NEAR(length(noisy(*m_space, m_profile, none).vector), all, 1e-3);
    const std::vector<ItemId> one = itemIds({7, 500});
    EXPECT_NEAR(length(noisy(*m_space, m_profile, none, one).vector), norms[7], 1e-3);
}

TEST_F(NoiseTest, ArticleNoiseDrownsUnitVectorsAndSaysSo)
{
    const auto unit = smallSpace(60, 768, 12, false);
    const std::vector<float> profile = foldProfile(*unit, itemIds({1, 2}), 8).vector;
    const NoisyProfile drawn = noisy(*unit, profile, {NoiseKind::ArticleNoise, 25, 4});
    EXPECT_FALSE(drawn.rawScale);
    EXPECT_LT(drawn.cosine, 3 / std::sqrt(768.0));
    EXPECT_TRUE(drawn.drowned);
    EXPECT_FALSE(noisy(*unit, profile, {NoiseKind::Gaussian, 25, 4}).drowned);
}

TEST_F(NoiseTest, CosineIsToTheProfileItCameFrom)
{
    for (const NoiseKind kind : kAllKinds) {
        const NoisyProfile drawn = noisy(*m_space, m_profile, {kind, 40, 8});
        EXPECT_NEAR(drawn.cosine, cosine(drawn.vector, m_profile), 1e-5);
    }
}

TEST_F(NoiseTest, RefusesWrongInput)
{
    EXPECT_EQ(noisyProfile(*m_space, std::vector<float>(5), {}).error().code, ErrorCode::DimensionMismatch);
    for (const double percent : {-1.0, 100.5, std::numeric_limits<double>::quiet_NaN()}) {
        const auto refused = noisyProfile(*m_space, m_profile, {NoiseKind::Gaussian, percent, 1});
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
    }
}

} // namespace tw
