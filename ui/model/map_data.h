// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/session.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace tw::ui {

enum class ColourBy { MainGenre, Decade, Country, Language };
/// "Main genre", "Decade", "Country", "Language".
QString colourByName(ColourBy by);

/// Colours 0..11 in the theme's order of categories (Drama, Action, Adventure, Romance, Comedy, Crime, Science fiction,
/// Horror, Fantasy, Animation, Thriller, Documentary), then Other.
inline constexpr std::uint8_t kOtherColour = 12;

struct LegendEntry {
    QString name;             ///< Plain text; "Other" comes last.
    std::uint8_t colour = 0;  ///< 0..kOtherColour.
    std::size_t count = 0;
};

/// The colour of one of the twelve genres, from its many spellings; kOtherColour when it is none of them.
std::uint8_t genreColour(std::string_view genre);

/// One value a point.
struct Colouring {
    ColourBy by = ColourBy::MainGenre;
    std::vector<std::uint8_t> colourOfRow; ///< By row of the space.
    std::vector<LegendEntry> legend;       ///< Other last, only when it has points.
};

/// MainGenre: of the item's genres the one of the twelve that is rarest in the catalogue; a catalogue whose genres are
/// mostly others shows its own twelve most frequent. The other columns: first value, the twelve most frequent
/// (decades in order of time); the rest is Other. Any thread.
Colouring colouringOf(const Catalog& catalog, const Space& space, ColourBy by);

} // namespace tw::ui
