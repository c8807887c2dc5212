// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/taste/taste_history.h"

namespace tw {

namespace {

ItemState stateAfter(Act act)
{
    switch (act) {
    case Act::Liked:
        return ItemState::Liked;
    case Act::Disliked:
        return ItemState::Disliked;
    case Act::Hidden:
        return ItemState::Hidden;
    case Act::Removed:
    case Act::Undone:
        break;
    }
    return ItemState::None;
}

struct Fold {
    std::vector<bool> inForce;
    /// How many Undone events lie between an event and the act at the root of its chain: 0 for acts, 1 for what
    /// took an act back, 2 for what brought it back, …
    std::vector<std::size_t> depth;
};

Fold foldUndoing(std::span<const TasteEvent> events)
{
    constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
    Fold fold{std::vector<bool>(events.size(), true), std::vector<std::size_t>(events.size(), 0)};
    std::vector<std::size_t> target(events.size(), kNowhere);
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].act != Act::Undone)
            continue;
        const auto earlier = events.first(i);
        const auto found = std::ranges::lower_bound(earlier, events[i].target, {}, &TasteEvent::id);
        if (found == earlier.end() || found->id != events[i].target) {
            fold.inForce[i] = false;
            continue;
        }
        target[i] = static_cast<std::size_t>(found - earlier.begin());
        fold.depth[i] = fold.depth[target[i]] + 1;
    }
    // Only later events can take an earlier one back, so one pass from the end settles all.
    for (std::size_t i = events.size(); i-- > 0;)
        if (fold.inForce[i] && target[i] != kNowhere)
            fold.inForce[target[i]] = false;
    return fold;
}

} // namespace

std::string_view itemStateName(ItemState state)
{
    constexpr std::array<std::string_view, 4> kNames = {"none", "liked", "disliked", "hidden"};
    return kNames.at(static_cast<std::size_t>(state));
}

TasteHistory::TasteHistory(std::vector<TasteEvent> events) : m_events(std::move(events))
{
    const Fold fold = foldUndoing(m_events);
    std::unordered_map<ItemId, std::size_t> lastAbout;
    bool actAfter = false;
    for (std::size_t i = m_events.size(); i-- > 0;) {
        const TasteEvent& event = m_events[i];
        const bool isAct = event.act != Act::Undone;
        if (!isAct && fold.inForce[i] && fold.depth[i] % 2 == 1 && !actAfter && !m_redoTarget)
            m_redoTarget = event;
        actAfter = actAfter || isAct;
        if (!isAct || !fold.inForce[i])
            continue;
        if (!m_undoTarget)
            m_undoTarget = event;
        lastAbout.try_emplace(event.item, i);
    }
    for (std::size_t i = 0; i < m_events.size(); ++i) {
        const TasteEvent& event = m_events[i];
        const ItemState state = stateAfter(event.act);
        const auto last = lastAbout.find(event.item);
        if (state == ItemState::None || last == lastAbout.end() || last->second != i)
            continue;
        m_standingOf.emplace(event.item, m_standings.size());
        m_standings.push_back({event.item, state, event});
        if (state == ItemState::Liked)
            m_likes.push_back(event.item);
    }
}

ItemState TasteHistory::state(ItemId item) const
{
    const auto found = m_standingOf.find(item);
    return found == m_standingOf.end() ? ItemState::None : m_standings[found->second].state;
}

std::size_t TasteHistory::count(ItemState state) const
{
    return static_cast<std::size_t>(std::ranges::count(m_standings, state, &Standing::state));
}

} // namespace tw
