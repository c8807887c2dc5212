// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/task_context.h"

#include <cstddef>
#include <vector>

namespace tw {

/// Why an item is in a list: it is near something the user liked.
struct Reason {
    ItemId likedItem;
    float similarity = 0; ///< Cosine between the two in the space.
};

struct RankedItem {
    ItemId item;
    float score = 0;              ///< Higher is better; for profiles the similarity to them by the space's metric: cosine,
                                  ///< inner product, or minus the squared distance.
    std::vector<Reason> reasons;  ///< Strongest first; may be empty.
};
using RankedItems = std::vector<RankedItem>;

struct RecommendRequest {
    std::size_t count = 20;
    std::vector<ItemId> exclude{}; ///< Never returned: liked, disliked, hidden, unless a setting shows them.
};

/// Anything that ranks items for the person at the window. Immutable, thread-safe.
class Recommender {
public:
    virtual ~Recommender() = default;
    /// At most count items, best first, none of the excluded. Errors: Cancelled, InvalidArgument (count is 0),
    /// NotFinite (the query vector is zero).
    virtual Result<RankedItems> recommend(const RecommendRequest& request, const TaskContext& context) const = 0;
};

} // namespace tw
