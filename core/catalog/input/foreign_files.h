// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace tw {

/// What a file is that holds no text, by its first bytes: "a NumPy array", "a PDF document"; empty for text.
/// `wide` text, UTF-16 or UTF-32, may have any bytes. Private to core/catalog.
std::string_view foreignKind(std::string_view start, bool wide);

/// Zip by its first bytes (also an Office document), or tar.
bool looksLikeArchive(std::string_view start);

} // namespace tw
