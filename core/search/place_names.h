// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// Other names of a country or language: "fr" → "French", "Français"; "usa" → "us", "United States",
/// "United States of America"; "deutsch" → "de", "German". Codes are ISO 3166-1 alpha-2 and ISO 639.
/// @param name  Folded, as titleForm() gives it.
std::vector<std::string> otherPlaceNames(bool country, std::string_view name);

} // namespace tw
