// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/taste/taste_profile.h"

#include <cassert>
#include <ranges>

namespace tw {

void emaStep(std::span<float> profile, std::span<const float> liked, int n)
{
    assert(profile.size() == liked.size());
    const double memory = n;
    // In double n·p + e is exact to the last bit of a float, so a profile that has reached e stays there.
    for (std::size_t d = 0; d < profile.size(); ++d)
        profile[d] = static_cast<float>((memory * profile[d] + liked[d]) / (memory + 1));
}

TasteProfile foldProfile(const Space& space, std::span<const ItemId> likes, int n)
{
    const int memory = std::clamp(n, kMinMemory, kMaxMemory);
    TasteProfile profile;
    profile.vector = space.comparedStatistics().mean;
    profile.trail = Matrix(0, space.dim());
    profile.trail.reserveRows(likes.size() + 1);
    profile.trail.appendRow(profile.vector);
    for (const ItemId like : likes) {
        const std::span<const float> vector = space.vector(like);
        if (vector.empty()) {
            ++profile.missing;
            continue;
        }
        if (space.comparesRaw())
            emaStep(profile.vector, space.comparedVector(like), memory);
        else
            emaStep(profile.vector, vector, memory);
        profile.trail.appendRow(profile.vector);
        profile.shares.push_back({like, 0});
    }
    const double kept = memory / (memory + 1.0);
    double left = 1;
    for (ProfileShare& share : std::views::reverse(profile.shares)) {
        share.share = static_cast<float>(left / (memory + 1));
        left *= kept;
    }
    profile.meanShare = static_cast<float>(left);
    return profile;
}

std::vector<float> amongUnitRows(const Space& space, std::span<const float> profile)
{
    std::vector<float> vector(profile.begin(), profile.end());
    if (!space.comparesRaw())
        return vector;
    const std::span<const float> lengths = space.rawNorms();
    const double mean = std::accumulate(lengths.begin(), lengths.end(), 0.0) / static_cast<double>(lengths.size());
    for (float& value : vector)
        value = static_cast<float>(value / mean);
    return vector;
}

} // namespace tw
