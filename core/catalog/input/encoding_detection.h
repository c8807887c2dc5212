// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tw {

/// What a file is encoded in; private to core/catalog.
struct DetectedEncoding {
    std::string name;         ///< As encodingNames() has it, or "UTF-32LE", "UTF-32BE".
    std::size_t markBytes = 0; ///< Byte order mark at the start.
    bool sure = true;         ///< False when it was judged from the frequencies of letters.
};

/// Judges by byte order mark; else by the places of NUL bytes (UTF-16); else takes UTF-8 when more of the bytes beyond
/// ASCII are valid UTF-8 than not (a quarter is enough when the wrong ones stand alone among ASCII letters), so that a
/// few wrong ones don't change a file's encoding; else asks uchardet, whose
/// answer counts only from some 40 such bytes on, or when they stand side by side; else Windows-1252.
/// @param sample  The file's first bytes, as many as are at hand.
DetectedEncoding detectEncoding(std::string_view sample);

/// ICU's name of an encoding of encodingNames() or a detected one; empty for UTF-8 (nothing to convert).
/// Any case of letters; unknown names come back as they are.
std::string converterName(std::string_view encoding);

} // namespace tw
