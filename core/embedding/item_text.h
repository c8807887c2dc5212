// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/item.h"

#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// Which fields make the text that is embedded, in order. Default: title, tagline, genres, keywords, text.
struct TextTemplate {
    std::vector<std::string> fields; ///< Names as fieldName() gives them.

    static TextTemplate standard();
    /// "title,tagline,genres,keywords,text".
    std::string toString() const;
    /// Unknown names are left out; standard() when none is known.
    static TextTemplate fromString(std::string_view text);
};

/// The item's text by that template, one field a line and sentence. An item without prose (text or tagline) gets what
/// facts there are as well: title, genres, keywords, people, countries, year.
std::string itemText(const Item& item, const TextTemplate& textTemplate);

} // namespace tw
