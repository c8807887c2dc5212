// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recommend/exploration.h"

#include "core/recommend/list_measures.h"

namespace tw {

Result<ExploredList> explore(const std::shared_ptr<const Space>& space,
                             const std::shared_ptr<const VectorIndex>& index, std::span<const float> profile,
                             std::span<const ItemId> likes, const NoiseOptions& noise,
                             const RecommendRequest& request, const TaskContext& context)
{
    ExploredList list;
    TW_ASSIGN(list.profile, noisyProfile(*space, profile, noise, likes));
    const ProfileRecommender recommender(space, index, list.profile.vector, {likes.begin(), likes.end()});
    TW_ASSIGN(list.items, recommender.recommend(request, context));

    std::vector<ItemId> items;
    items.reserve(list.items.size());
    for (const RankedItem& ranked : list.items)
        items.push_back(ranked.item);
    list.distance = meanDistance(*space, items, profile);
    list.diversity = intraListDiversity(*space, items);
    return list;
}

} // namespace tw
