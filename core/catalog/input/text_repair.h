// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace tw {

/// UTF-8 of bytes that are Windows-1252 (of which ISO-8859-1 is a part); the five unused bytes become C1 controls.
std::string utf8FromWindows1252(std::string_view bytes);

/// Length of the valid UTF-8 character that `bytes` begins with; 0 when it begins with none.
std::size_t utf8SequenceLength(std::string_view bytes);

/// Makes valid UTF-8: bytes that are none are taken for Windows-1252, the rest stays.
std::string utf8FromMixed(std::string_view bytes);

/// Undoes a double encoding ("PeÃ±a" → "Peña"): each run of characters beyond ASCII that were the bytes of UTF-8
/// text read as Windows-1252 becomes that text; every other run stays.
std::string undoDoubleEncoding(std::string text);

} // namespace tw
