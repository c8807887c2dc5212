// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/space/space.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tw {

/// Ways to leave the profile.
enum class NoiseKind { Gaussian, Buckets, ArticleNoise, ArticleBuckets };
/// "gaussian", "buckets", "article-noise", "article-buckets".
std::string_view noiseKindName(NoiseKind kind);
std::optional<NoiseKind> noiseKindFromName(std::string_view name);

struct NoiseOptions {
    NoiseKind kind = NoiseKind::Gaussian;
    double percent = 25;     ///< 0..100; of what: see noisyProfile. Article kinds: p, 25 and 10 in the article.
    std::uint64_t seed = 1;  ///< The same seed, options and profile give the same vector everywhere.
};

/// A profile with noise on it.
struct NoisyProfile {
    std::vector<float> vector;      ///< dim numbers; at raw scale for the article kinds.
    float cosine = 1;               ///< To the profile it came from (for article kinds: at the scale they work in).
    std::vector<std::uint32_t> changedDimensions; ///< Buckets: those drawn anew, rising, each once.
    bool rawScale = false;          ///< The article's formulas were applied at the vectors' own length.
    /// True when nothing of the profile is left: cosine below 3/√dim (½ in spaces of few dimensions), about the most
    /// that unrelated vectors have.
    bool drowned = false;
};

/// Gaussian: x_d = p_d + (percent/100) · σ_d · z_d, z ~ N(0, 1), σ the space's standard deviation per dimension.
/// Buckets: round(percent/100 · dim) different dimensions replaced by uniform draws in [min_d, max_d] of the space.
/// ArticleNoise, the article's literal formula: x_d = p_d + s · g_d, g_d ~ N(1, 1 + percent/100), s = ±1 by one coin
/// toss for the whole vector. ArticleBuckets: round(percent/100 · dim) dimensions drawn with repetition, each replaced
/// by a uniform draw in [min_d, max_d]. Both article kinds work at the raw scale where Space knows it (the profile is
/// brought to the likes' mean raw length), else on unit vectors. In a space whose metric is not Cosine profiles are at
/// the raw scale already, and all kinds use its statistics.
/// 0 % gives the profile itself for Gaussian and Buckets.
/// With one seed, more Gaussian percent goes further the same way, and more Buckets percent keeps the draws of less.
/// @param profile  dim() numbers as TasteProfile::vector.
/// @param likes    Article kinds: whose mean raw length the profile is brought to; without any in this space that of
///                 all its items. Ignored by the others.
/// Errors: DimensionMismatch, InvalidArgument (percent). Thread-safe. O(dim + likes).
Result<NoisyProfile> noisyProfile(const Space& space, std::span<const float> profile, const NoiseOptions& options,
                                  std::span<const ItemId> likes = {});

} // namespace tw
