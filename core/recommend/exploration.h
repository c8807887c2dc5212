// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recommend/profile_recommender.h"
#include "core/taste/noise.h"

#include <memory>
#include <span>
#include <vector>

namespace tw {

/// One list of Explore with what it took to make it.
struct ExploredList {
    NoisyProfile profile;   ///< For the plain profile: the profile itself, cosine 1.
    RankedItems items;
    float distance = 0;     ///< meanDistance of the list to the plain profile.
    float diversity = 0;    ///< intraListDiversity.
};

/// What lies near the noisy profile. With noise 0 exactly what ProfileRecommender gives for the profile.
/// Errors: those of noisyProfile and of recommend.
Result<ExploredList> explore(const std::shared_ptr<const Space>& space,
                             const std::shared_ptr<const VectorIndex>& index, std::span<const float> profile,
                             std::span<const ItemId> likes, const NoiseOptions& noise,
                             const RecommendRequest& request, const TaskContext& context);

} // namespace tw
