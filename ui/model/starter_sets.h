// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QString>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tw::ui {

/// What to show somebody who has liked nothing yet.
enum class StarterSet { WellKnown, EveryDecade, ManyCountries, Surprise };

/// "Well known", "From every decade", "From many countries", "Surprise me".
QString starterSetName(StarterSet set);

/// Films to begin with, at most count, none twice. How well known a film is: first those of `wellKnownKeys` in that
/// order, then by the catalogue's own votes or popularity columns where it has them, then in the catalogue's order.
/// WellKnown: by that, and behind the listed ones not two of one main genre in a row. EveryDecade, ManyCountries: one of
/// each in turn, the best known first. Surprise: a draw from the seed. Any thread.
std::vector<ItemId> starterItems(const Catalog& catalog, StarterSet set, std::size_t count, std::uint64_t seed,
                                 std::span<const std::string> wellKnownKeys = {});

/// Keys of well-known films that come with the bundled catalogue; none when the file is not there.
std::vector<std::string> shippedWellKnownKeys();

} // namespace tw::ui
