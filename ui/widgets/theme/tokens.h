// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <array>
#include <cstddef>

namespace tw {

/// The colours of the window, by what they are for. Grounds first, then lines, text, accent, states.
enum class ColorToken {
    Surface,      ///< content area, fields, table ground
    Bg,           ///< taste panel, window ground
    Nav,          ///< navigation, job strip
    Popover,      ///< hover card, command list, dialog, menu
    Sunken,       ///< unselected option, preview text, segment ground
    Hover,        ///< row or button under the pointer
    Press,        ///< pressed; chips on Bg
    Selected,     ///< selected row, chosen option
    AccentSoft,   ///< active chip, active tool
    Line,         ///< separators between parts
    LineRow,      ///< between table rows
    LineControl,  ///< border of fields, buttons, popovers
    Mark,         ///< border of empty check boxes and radio buttons
    Groove,       ///< slider groove, bar ground
    Text,         ///< titles, values
    Text2,        ///< second line, labels
    Text3,        ///< reasons, axis numbers, placeholders; never on Press or Sunken
    Accent,       ///< the only accent: selection, focus, filled part of sliders and bars
    AccentHover,
    OnAccent,     ///< text on Accent
    Danger,
    DangerSoft,
    Warn,
    WarnSoft,
    WarnLine,
    Scrim,        ///< behind a dialog; has alpha
    Plot1,        ///< curve of the subject
    Plot2,        ///< curve of the comparison
    Plot3,        ///< reference curve, dashed
    Count
};

/// The twelve colours of categories, told apart under the common colour-vision deficiencies, and Other.
enum class Category {
    Drama, Action, Adventure, Romance, Comedy, Crime, ScienceFiction, Horror, Fantasy, Animation,
    Thriller, Documentary,
    Other,
    Count
};

/// Two ramps, both ordered by lightness.
enum class Ramp { Sequential, Diverging };

/// Steps of type; sizes are factors of the desktop's font.
enum class TypeStep {
    Display,   ///< 24/30 650: film title in details
    Page,      ///< 20/28 650: page titles, dialog title
    Section,   ///< 15/22 650: column and section heads
    RowTitle,  ///< 15/21 600: title of a result row
    Body,      ///< 14/20 400
    Small,     ///< 13/18 400: second line, secondary columns
    Caption,   ///< 12/16 400: reasons, shares, axis numbers
    Label,     ///< 12.5/18 600: small heads, in Text2
    Nav,       ///< 11.5/15 500: under navigation icons
    Mono,      ///< 12/19 400: seed, preview; the desktop's fixed font
    Count
};

/// Size, line height (logical pixels at base 14) and weight of a step.
struct TypeSpec {
    double size;
    double lineHeight;
    int weight;
};

inline constexpr std::size_t kColorTokenCount = static_cast<std::size_t>(ColorToken::Count);
inline constexpr std::size_t kCategoryCount = static_cast<std::size_t>(Category::Count);

/// The value of a token in the light or the dark palette.
QColor tokenColor(ColorToken token, bool dark);

/// The colour of a category in the light or the dark palette.
QColor categoryColor(Category category, bool dark);

/// The seven stops of a ramp, low to high.
std::array<QColor, 7> rampStops(Ramp ramp, bool dark);

TypeSpec typeSpec(TypeStep step);

/// The category of a genre name; Other when it has none of its own. Case and common spellings
/// ("Sci-Fi", "Film-Noir") do not matter.
Category categoryOfGenre(const QString& genre);

/// The category for the n-th value of a column that is not the genre; Other from the thirteenth on.
Category categoryOfRank(int rank);

/// Spacing and radii, logical pixels.
namespace spacing {
inline constexpr int kXxs = 2, kXs = 4, kS = 8, kM = 12, kL = 16, kXl = 24, kXxl = 32, kHuge = 48;
}
namespace radius {
inline constexpr int kTag = 4, kSmallPoster = 4, kPoster = 5, kControl = 6, kRow = 8, kPopover = 10;
}

/// Durations of the motions that exist, milliseconds; ask Theme::duration() so that reduced motion holds.
namespace motion {
inline constexpr int kReveal = 90, kPanel = 160, kPopoverIn = 100, kListChange = 180, kWalkStep = 400,
                     kMapView = 320, kProgress = 100;
}

/// Widths at which the layout changes, logical pixels of the window.
inline constexpr int kNarrowBelow = 1200;
inline constexpr int kWideFrom = 1920;

}  // namespace tw
