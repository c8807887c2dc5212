// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/taste/noise.h"

#include "core/base/random.h"
#include "core/simd/kernels.h"

namespace tw {

namespace {

constexpr std::array<std::string_view, 4> kNames = {"gaussian", "buckets", "article-noise", "article-buckets"};

bool isArticle(NoiseKind kind)
{
    return kind == NoiseKind::ArticleNoise || kind == NoiseKind::ArticleBuckets;
}

std::size_t bucketCount(std::size_t dim, double percent)
{
    return static_cast<std::size_t>(std::llround(percent / 100 * static_cast<double>(dim)));
}

void addGaussian(std::span<float> vector, const DimensionStatistics& statistics, double percent, Random& random)
{
    for (std::size_t d = 0; d < vector.size(); ++d) {
        const double noise = percent / 100 * statistics.standardDeviation[d] * random.normal();
        vector[d] = static_cast<float>(vector[d] + noise);
    }
}

void addArticleNoise(std::span<float> vector, double percent, Random& random)
{
    const double sign = random.below(2) == 0 ? 1 : -1;
    for (float& value : vector)
        value = static_cast<float>(value + sign * (1 + (1 + percent / 100) * random.normal()));
}

float drawInRange(const DimensionStatistics& statistics, std::size_t d, Random& random)
{
    return static_cast<float>(random.uniform(statistics.minimum[d], statistics.maximum[d]));
}

std::vector<std::uint32_t> replaceBuckets(std::span<float> vector, const DimensionStatistics& statistics,
                                          double percent, Random& random)
{
    std::vector<std::uint32_t> order(vector.size());
    std::iota(order.begin(), order.end(), 0U);
    // Fisher–Yates, dimension and value drawn by turns: a larger percentage begins with the draws of a smaller one.
    const std::size_t count = bucketCount(vector.size(), percent);
    for (std::size_t i = 0; i < count; ++i) {
        std::swap(order[i], order[i + random.below(order.size() - i)]);
        vector[order[i]] = drawInRange(statistics, order[i], random);
    }
    order.resize(count);
    return order;
}

std::vector<std::uint32_t> replaceArticleBuckets(std::span<float> vector, const DimensionStatistics& statistics,
                                                 double percent, Random& random)
{
    std::vector<std::uint32_t> drawn(bucketCount(vector.size(), percent));
    for (std::uint32_t& d : drawn) {
        d = static_cast<std::uint32_t>(random.below(vector.size()));
        vector[d] = drawInRange(statistics, d, random);
    }
    return drawn;
}

double meanRawLength(const Space& space, std::span<const ItemId> likes)
{
    const std::span<const float> norms = space.rawNorms();
    double sum = 0;
    std::size_t count = 0;
    for (const ItemId like : likes) {
        if (const auto row = space.row(like)) {
            sum += norms[*row];
            ++count;
        }
    }
    if (count > 0)
        return sum / static_cast<double>(count);
    return std::accumulate(norms.begin(), norms.end(), 0.0) / static_cast<double>(norms.size());
}

void scaleToLength(std::span<float> vector, double length)
{
    const double present = std::sqrt(static_cast<double>(simd::squaredNorm(vector)));
    if (present == 0)
        return;
    for (float& value : vector)
        value = static_cast<float>(value * length / present);
}

/// A zero vector points nowhere: 0, unless both are the same.
float cosineBetween(std::span<const float> a, std::span<const float> b)
{
    if (std::ranges::equal(a, b))
        return 1;
    const double lengths = std::sqrt(static_cast<double>(simd::squaredNorm(a)) * simd::squaredNorm(b));
    return lengths > 0 ? static_cast<float>(std::clamp(simd::dot(a, b) / lengths, -1.0, 1.0)) : 0;
}

} // namespace

std::string_view noiseKindName(NoiseKind kind)
{
    return kNames.at(static_cast<std::size_t>(kind));
}

std::optional<NoiseKind> noiseKindFromName(std::string_view name)
{
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<NoiseKind>(found - kNames.begin());
}

Result<NoisyProfile> noisyProfile(const Space& space, std::span<const float> profile, const NoiseOptions& options,
                                  std::span<const ItemId> likes)
{
    if (profile.size() != space.dim())
        return fail(ErrorCode::DimensionMismatch, "profile", fmt::format("{} for {}", profile.size(), space.dim()));
    if (!(options.percent >= 0 && options.percent <= 100))
        return fail(ErrorCode::InvalidArgument, "percent", fmt::format("{} is outside 0..100", options.percent));

    NoisyProfile noisy;
    noisy.vector.assign(profile.begin(), profile.end());
    noisy.rawScale = isArticle(options.kind) && space.provenance().rawScaleKnown;
    if (noisy.rawScale && !space.comparesRaw())
        scaleToLength(noisy.vector, meanRawLength(space, likes));
    const std::vector<float> before = noisy.vector;
    const DimensionStatistics& statistics = noisy.rawScale ? space.rawStatistics() : space.comparedStatistics();

    Random random(options.seed);
    switch (options.kind) {
    case NoiseKind::Gaussian:
        addGaussian(noisy.vector, statistics, options.percent, random);
        break;
    case NoiseKind::Buckets:
        noisy.changedDimensions = replaceBuckets(noisy.vector, statistics, options.percent, random);
        break;
    case NoiseKind::ArticleNoise:
        addArticleNoise(noisy.vector, options.percent, random);
        break;
    case NoiseKind::ArticleBuckets:
        noisy.changedDimensions = replaceArticleBuckets(noisy.vector, statistics, options.percent, random);
        break;
    }
    std::ranges::sort(noisy.changedDimensions);
    const auto repeated = std::ranges::unique(noisy.changedDimensions);
    noisy.changedDimensions.erase(repeated.begin(), repeated.end());
    noisy.cosine = cosineBetween(noisy.vector, before);
    noisy.drowned = noisy.cosine < std::min(3 / std::sqrt(static_cast<double>(space.dim())), 0.5);
    return noisy;
}

} // namespace tw
