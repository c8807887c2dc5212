// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/item.h"

#include <string>
#include <vector>

namespace tw {

/// Which fields make the text that is embedded, in order. Default: title, tagline, genres, keywords, text.
struct TextTemplate {
    std::vector<std::string> fields; ///< Names as fieldName() gives them.

    static TextTemplate standard();
    /// "title,tagline,genres,keywords,text".
    std::string toString() const;
    static TextTemplate fromString(std::string_view text);
};

/// The item's text by that template, one field a sentence; without any text it falls back to title and facts.
std::string itemText(const Item& item, const TextTemplate& textTemplate);

} // namespace tw
