// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/taste/taste_event.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tw {

/// How an item stands after all events.
enum class ItemState { None, Liked, Disliked, Hidden };
/// "none", "liked", "disliked", "hidden".
std::string_view itemStateName(ItemState state);

/// An item's present standing and the event that put it there.
struct Standing {
    ItemId item;
    ItemState state = ItemState::None;
    TasteEvent since;
};

/// The events folded: what is liked now, in which order, and what undo and redo would do. Immutable.
///
/// An event is in force when no Undone event in force targets it. Of the events in force the last one about an item
/// decides. A like after an earlier like of the same item changes nothing but its place in time.
class TasteHistory {
public:
    TasteHistory() = default;
    /// @param events  In rising id. An Undone event whose target is not an earlier event here does nothing.
    explicit TasteHistory(std::vector<TasteEvent> events);

    std::span<const TasteEvent> events() const { return m_events; }
    ItemState state(ItemId item) const;
    /// Items that are liked now, in the order of their likes (oldest first): what the profile is folded from.
    std::span<const ItemId> likes() const { return m_likes; }
    /// Everything that has a standing (liked, disliked, hidden), oldest first.
    std::span<const Standing> standings() const { return m_standings; }
    /// Items in that state; 0 for None.
    std::size_t count(ItemState state) const;

    /// The event that undo would take back: the last act in force that is not itself an Undone; none when there is
    /// nothing to undo.
    std::optional<TasteEvent> undoTarget() const { return m_undoTarget; }
    /// The Undone event that redo would take back: the last one in force that took an act back (not another Undone)
    /// and has no act after it; none otherwise.
    std::optional<TasteEvent> redoTarget() const { return m_redoTarget; }

private:
    std::vector<TasteEvent> m_events;
    std::vector<ItemId> m_likes;
    std::vector<Standing> m_standings;
    std::unordered_map<ItemId, std::size_t> m_standingOf;
    std::optional<TasteEvent> m_undoTarget;
    std::optional<TasteEvent> m_redoTarget;
};

} // namespace tw
