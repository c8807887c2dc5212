// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tw {

using TimePoint = std::chrono::sys_time<std::chrono::milliseconds>;

/// What the user did. Removed takes an item's like, dislike or hiding back; Undone takes one earlier event back
/// (an Undone event may itself be undone: that is redo).
enum class Act { Liked, Disliked, Hidden, Removed, Undone };
/// "liked", "disliked", "hidden", "removed", "undone": as stored and as shown to programs.
std::string_view actName(Act act);
std::optional<Act> actFromName(std::string_view name);

/// Where the act happened, for the history and for learning which kind of list serves this person.
enum class Source { Unknown, Search, Recommended, Explore, Map, Details, Likes, CommandLine, Starter };
/// "unknown", "search", "recommended", "explore", "map", "details", "likes", "command-line", "starter".
std::string_view sourceName(Source source);
std::optional<Source> sourceFromName(std::string_view name);

/// One line of the append-only taste history.
struct TasteEvent {
    std::int64_t id = 0;       ///< Rising; given by the library when it is stored.
    TimePoint time{};          ///< UTC.
    Act act = Act::Liked;
    ItemId item{};             ///< Invalid for Undone.
    std::int64_t target = 0;   ///< Undone: the id of the event taken back; else 0.
    Source source = Source::Unknown;
    std::string sourceDetail{}; ///< The query, the explore column's name, …; may be empty.
};

} // namespace tw
