// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/projection/pca.h"
#include "core/recommend/recommender.h"
#include "core/search/hybrid_search.h"
#include "core/space/space.h"
#include "core/taste/taste_history.h"

#include <QLocale>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace tw {
struct Session;
}

namespace tw::ui {

/// Time for sentences like "Today, 21:14"; UTC. A seam for tests.
using WallClock = std::function<TimePoint()>;
TimePoint systemTime();

inline constexpr std::size_t kPosterDirections = Projection::kRankDirections;

/// What is shown of a film wherever it appears. Plain text, nothing needs the catalogue any more.
struct ItemFace {
    ItemId item;
    QString key;
    QString title;          ///< In the catalogue's language.
    QString originalTitle;  ///< Empty when it is the title.
    int year = 0;           ///< 0: unknown.
    QStringList genres;     ///< In the catalogue's order, in the window's language where it has a word for it.
    QStringList catalogueGenres; ///< The same as the catalogue spells them; the drawn poster goes by these.
    QString overview;
    QString poster;         ///< URL or path as it came; empty: drawn.
    /// Percentile in each of the space's first directions, for the drawn poster; none without a space.
    std::optional<std::array<float, kPosterDirections>> percentiles;

    /// A card leads with the original title when that is in another script than the title ("英雄" before "Hero").
    bool originalLeads() const;
    /// First line of a card.
    QString leadTitle() const { return originalLeads() ? originalTitle : title; }
    /// Second line of a card: "2014 · Thriller"; with a leading original title "Spirited Away, 2001".
    QString cardLine() const;
    /// Second line of a row: "2015 · Crime, Drama, Mystery" (at most three genres).
    QString metaLine() const;
    /// "Blackhat (2015)", for menus and announcements.
    QString titleWithYear() const;
};

/// UTF-8 from data as text to show: control and bidi characters removed; of more than kMostShown characters the first,
/// with … for the rest (laying out a million takes seconds). Never rich text: show it as plain.
QString shown(std::string_view utf8);
/// The same as one line, for titles, names and tags: line breaks and runs of blanks are one blank, at most kMostInLine
/// characters, and of marks heaped on a letter the first few, so that they stay in their line.
QString shownLine(std::string_view utf8);
/// A film's title as a line; says so when there is nothing in it that can be seen.
QString shownTitle(std::string_view utf8);
inline constexpr qsizetype kMostShown = 20'000;
inline constexpr qsizetype kMostInLine = 300;
std::string utf8(const QString& text);

/// Precondition: the session has a catalogue that contains the item.
ItemFace itemFace(const Session& session, ItemId item);
/// "Title", "Text", "Meaning".
QStringList foundByTags(const FoundBy& foundBy);
/// "Like Solaris and Moon", "Like The Matrix"; empty without reasons.
QString reasonText(const Catalog& catalog, const std::vector<Reason>& reasons);
/// Why a search hit is there: its words, else the quoted place, else what it is close to; may be empty.
QString hitText(const Catalog& catalog, const SearchHit& hit, const std::vector<Reason>& closeTo);

/// "0.83"; with the locale's decimal sign.
QString scoreText(double score);
/// "11 %", from a share 0..1; "<1 %" below half a percent.
QString percentText(double share);
/// "4,803 films", "1 film".
QString filmCount(std::size_t count);
/// "18 likes · 3 dislikes", "No likes yet".
QString likeCounts(std::size_t likes, std::size_t dislikes);
/// "214 MB".
QString byteText(std::uint64_t bytes);
/// "about 40 s left", "about 3 min left".
QString timeLeftText(double seconds);
/// "Today, 21:14", "Yesterday, 22:44", "18 Nov 2026"; local time.
QString dateText(TimePoint time, TimePoint now);
/// "20 October", "20 October 2025" when in another year; local time.
QString dayText(TimePoint time, TimePoint now);
/// "Search “hackers”", "Recommended", "Explore, Gaussian noise", "Map", …
QString foundInText(Source source, const QString& detail);
/// "Liked", "Disliked", "Hidden"; empty for None.
QString stateText(ItemState state);
/// "Removed “Firewall”", "Liked “Hackers”", … for undo notices. `title` may be empty.
QString actText(Act act, const QString& title);
/// "Overviews, built-in", "Overviews, nomic-embed-text": a space's name for people.
QString spaceName(const std::string& id, const Provenance& provenance);

/// The likes nearest to an item in the space, best first, at most count; cosine as similarity.
std::vector<Reason> nearestLikes(const Space& space, ItemId item, std::span<const ItemId> likes, std::size_t count);

} // namespace tw::ui

Q_DECLARE_METATYPE(tw::ItemId)
Q_DECLARE_METATYPE(tw::ui::ItemFace)
