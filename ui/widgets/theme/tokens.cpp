// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/tokens.h"

#include <QHash>

#include <utility>

namespace tw {
namespace {

struct Pair {
    QRgb light;
    QRgb dark;
};

constexpr std::array<Pair, kColorTokenCount> kColors{{
    {0xFFFFFFFF, 0xFF242525},  // Surface
    {0xFFF4F3F0, 0xFF1E1F1F},  // Bg
    {0xFFEBE9E4, 0xFF161717},  // Nav
    {0xFFFFFFFF, 0xFF2A2B2B},  // Popover
    {0xFFF3F2EE, 0xFF2C2D2D},  // Sunken
    {0xFFF0EFEB, 0xFF2E2F2F},  // Hover
    {0xFFE6E4DE, 0xFF383939},  // Press
    {0xFFE4F0EE, 0xFF263A38},  // Selected
    {0xFFDDECEA, 0xFF1F403C},  // AccentSoft
    {0xFFE2E0DA, 0xFF353635},  // Line
    {0xFFEDEBE6, 0xFF2F3030},  // LineRow
    {0xFFCFCCC4, 0xFF454645},  // LineControl
    {0xFF8B877D, 0xFF83827D},  // Mark
    {0xFFDAD7D0, 0xFF4A4B4A},  // Groove
    {0xFF1C1B19, 0xFFEFEEEA},  // Text
    {0xFF57544D, 0xFFBEBCB6},  // Text2
    {0xFF6C6961, 0xFFA5A39D},  // Text3
    {0xFF0A6A66, 0xFF5CC6B7},  // Accent
    {0xFF07524F, 0xFF7AD6C9},  // AccentHover
    {0xFFFFFFFF, 0xFF04211E},  // OnAccent
    {0xFFA3301D, 0xFFF2917E},  // Danger
    {0xFFF9E9E4, 0xFF45251F},  // DangerSoft
    {0xFF7D5200, 0xFFE3B85C},  // Warn
    {0xFFF8EFD9, 0xFF3A301C},  // WarnSoft
    {0xFFE3CE9A, 0xFF5E4D28},  // WarnLine
    {0x471C1B19, 0x80000000},  // Scrim: 28 % and 50 %
    {0xFF0A6A66, 0xFF5CC6B7},  // Plot1
    {0xFFB4611C, 0xFFF0A35E},  // Plot2
    {0xFF6C6961, 0xFFA5A39D},  // Plot3
}};

constexpr std::array<Pair, kCategoryCount> kCategories{{
    {0xFF188DE7, 0xFF56B0FE},  // Drama
    {0xFFB05512, 0xFFF3AE9E},  // Action
    {0xFF228763, 0xFFA0FCCB},  // Adventure
    {0xFFCC61B1, 0xFFF47092},  // Romance
    {0xFF9A8F0C, 0xFFFFE353},  // Comedy
    {0xFF33339B, 0xFF457DE1},  // Crime
    {0xFF01637A, 0xFF1ADCE3},  // ScienceFiction
    {0xFF7B183E, 0xFFBD5950},  // Horror
    {0xFF904AB0, 0xFFB393C9},  // Fantasy
    {0xFF6F4911, 0xFFB7851B},  // Animation
    {0xFF4E0863, 0xFF9763AB},  // Thriller
    {0xFF213B04, 0xFF96C849},  // Documentary
    {0xFF9A9790, 0xFF7A7974},  // Other
}};

using Stops = std::array<QRgb, 7>;
constexpr Stops kSequentialLight{0xFFD9F1EF, 0xFFB6D7D4, 0xFF92BEBB, 0xFF6FA6A2, 0xFF4A8E89, 0xFF277571, 0xFF145B58};
constexpr Stops kSequentialDark{0xFF203836, 0xFF2D534F, 0xFF396F6A, 0xFF468D87, 0xFF54ACA5, 0xFF6DCAC2, 0xFF8BE8E0};
constexpr Stops kDivergingLight{0xFF8B3F03, 0xFFB36C3E, 0xFFD9A480, 0xFFEAE8E2, 0xFF8EC3C2, 0xFF3C8F8D, 0xFF0E5956};
constexpr Stops kDivergingDark{0xFFFEBA7E, 0xFFD08349, 0xFF815031, 0xFF2F2E2A, 0xFF235D5C, 0xFF409A94, 0xFF82DED3};

constexpr std::array<TypeSpec, static_cast<std::size_t>(TypeStep::Count)> kTypes{{
    {24, 30, 600},
    {20, 28, 600},
    {15, 22, 600},
    {15, 21, 600},
    {14, 20, 400},
    {13, 18, 400},
    {12, 16, 400},
    {12.5, 18, 600},
    {11.5, 15, 500},
    {12, 19, 400},
}};

QString foldGenre(const QString& genre)
{
    QString folded;
    for (const QChar c : genre.toCaseFolded())
        if (c.isLetter())
            folded.append(c);
    return folded;
}

}  // namespace

QColor tokenColor(ColorToken token, bool dark)
{
    const Pair& pair = kColors.at(static_cast<std::size_t>(token));
    return QColor::fromRgba(dark ? pair.dark : pair.light);
}

QColor categoryColor(Category category, bool dark)
{
    const Pair& pair = kCategories.at(static_cast<std::size_t>(category));
    return QColor::fromRgba(dark ? pair.dark : pair.light);
}

std::array<QColor, 7> rampStops(Ramp ramp, bool dark)
{
    const Stops& stops = ramp == Ramp::Sequential ? (dark ? kSequentialDark : kSequentialLight)
                                                  : (dark ? kDivergingDark : kDivergingLight);
    std::array<QColor, 7> colors;
    for (std::size_t i = 0; i < stops.size(); ++i)
        colors[i] = QColor::fromRgba(stops[i]);
    return colors;
}

TypeSpec typeSpec(TypeStep step)
{
    return kTypes.at(static_cast<std::size_t>(step));
}

Category categoryOfGenre(const QString& genre)
{
    static const QHash<QString, Category> kKnown{
        {QStringLiteral("drama"), Category::Drama},
        {QStringLiteral("action"), Category::Action},
        {QStringLiteral("adventure"), Category::Adventure},
        {QStringLiteral("romance"), Category::Romance},
        {QStringLiteral("comedy"), Category::Comedy},
        {QStringLiteral("crime"), Category::Crime},
        {QStringLiteral("filmnoir"), Category::Crime},
        {QStringLiteral("sciencefiction"), Category::ScienceFiction},
        {QStringLiteral("scifi"), Category::ScienceFiction},
        {QStringLiteral("horror"), Category::Horror},
        {QStringLiteral("fantasy"), Category::Fantasy},
        {QStringLiteral("animation"), Category::Animation},
        {QStringLiteral("thriller"), Category::Thriller},
        {QStringLiteral("documentary"), Category::Documentary},
    };
    return kKnown.value(foldGenre(genre), Category::Other);
}

Category categoryOfRank(int rank)
{
    return rank >= 0 && rank < static_cast<int>(Category::Other) ? static_cast<Category>(rank) : Category::Other;
}

}  // namespace tw
