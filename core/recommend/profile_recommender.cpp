// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recommend/profile_recommender.h"

#include "core/simd/kernels.h"

namespace tw {

namespace {

constexpr std::size_t kReasonCount = 2;

RowFilter filterFor(const Space& space, std::span<const ItemId> exclude)
{
    RowFilter filter(space.size());
    for (const ItemId item : exclude)
        if (const auto row = space.row(item))
            filter.exclude(*row);
    return filter;
}

std::vector<Reason> reasonsFor(const Space& space, ItemId item, std::span<const ItemId> likes)
{
    const std::span<const float> vector = space.vector(item);
    std::vector<Reason> reasons;
    for (const ItemId like : likes) {
        const std::span<const float> liked = space.vector(like);
        // An item says nothing about itself: seen items are listed too when a setting shows them.
        if (liked.empty() || like == item)
            continue;
        if (const float similarity = simd::dot(vector, liked); similarity > 0)
            reasons.push_back({like, std::min(similarity, 1.0F)});
    }
    const std::size_t kept = std::min(kReasonCount, reasons.size());
    std::ranges::partial_sort(reasons, reasons.begin() + static_cast<std::ptrdiff_t>(kept),
                              [](const Reason& a, const Reason& b) {
                                  return std::pair(-a.similarity, a.likedItem) < std::pair(-b.similarity, b.likedItem);
                              });
    reasons.resize(kept);
    return reasons;
}

Result<RankedItems> rank(const Space& space, const VectorIndex& index, std::span<const float> vector,
                         std::span<const ItemId> likes, std::size_t count, const RowFilter& filter,
                         const TaskContext& context)
{
    TW_ASSIGN(const std::vector<Neighbour> neighbours, index.search(vector, count, &filter, context));
    RankedItems ranked;
    ranked.reserve(neighbours.size());
    for (const Neighbour& neighbour : neighbours) {
        TW_TRY(context.check());
        const ItemId item = space.item(neighbour.row);
        ranked.push_back({item, neighbour.similarity, reasonsFor(space, item, likes)});
    }
    return ranked;
}

} // namespace

ProfileRecommender::ProfileRecommender(std::shared_ptr<const Space> space, std::shared_ptr<const VectorIndex> index,
                                       std::vector<float> vector, std::vector<ItemId> likes)
    : m_space(std::move(space)), m_index(std::move(index)), m_vector(std::move(vector)), m_likes(std::move(likes))
{
    std::ranges::sort(m_likes);
    const auto repeated = std::ranges::unique(m_likes);
    m_likes.erase(repeated.begin(), repeated.end());
}

Result<RankedItems> ProfileRecommender::recommend(const RecommendRequest& request, const TaskContext& context) const
{
    return rank(*m_space, *m_index, m_vector, m_likes, request.count, filterFor(*m_space, request.exclude), context);
}

Result<RankedItems> similarItems(const Space& space, const VectorIndex& index, ItemId item,
                                 const RecommendRequest& request, const TaskContext& context)
{
    const auto row = space.row(item);
    if (!row)
        return fail(ErrorCode::NotFound, space.id(), fmt::format("item {} has no vector", item.value()));
    RowFilter filter = filterFor(space, request.exclude);
    filter.exclude(*row);
    return rank(space, index, space.comparedVector(item), {}, request.count, filter, context);
}

} // namespace tw
