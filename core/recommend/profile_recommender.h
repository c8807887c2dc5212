// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/vector_index.h"
#include "core/recommend/recommender.h"
#include "core/space/space.h"

#include <memory>
#include <span>
#include <vector>

namespace tw {

/// Recommends what lies nearest to one vector of a space: the profile, a noisy profile, or an item's own vector.
class ProfileRecommender final : public Recommender {
public:
    /// @param vector  dim numbers, not zero. @param likes  For reasons: each result names up to two liked items it is
    /// nearest to; may be empty.
    ProfileRecommender(std::shared_ptr<const Space> space, std::shared_ptr<const VectorIndex> index,
                       std::vector<float> vector, std::vector<ItemId> likes);
    Result<RankedItems> recommend(const RecommendRequest& request, const TaskContext& context) const override;

private:
    std::shared_ptr<const Space> m_space;
    std::shared_ptr<const VectorIndex> m_index;
    std::vector<float> m_vector;
    std::vector<ItemId> m_likes;
};

/// The items nearest to an item in its space, itself left out ("more like this").
/// Errors: NotFound when it has no vector there; Cancelled.
Result<RankedItems> similarItems(const Space& space, const VectorIndex& index, ItemId item,
                                 const RecommendRequest& request, const TaskContext& context);

} // namespace tw
