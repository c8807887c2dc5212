// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/input/byte_source.h"

#include <optional>
#include <string>

namespace tw {

/// How the text of a JSON value ended.
enum class ScanEnd { Whole, TooLarge, CutOff };

/// Cuts values out of JSON text by brackets and quotes alone, so that a fault inside one value does not hide the next;
/// private to core/catalog.
class JsonScanner {
public:
    /// The source is borrowed.
    explicit JsonScanner(ByteSource& source) : m_source(source) {}

    /// The next byte behind blanks, not taken.
    int peekBehindBlanks();
    /// Reads one value into text(): an object or list to its closing bracket, anything else to the next , ] } or line
    /// end. TooLarge: text() holds the first `limit` bytes, and the value's rest is still to come.
    ScanEnd read(std::size_t limit);
    /// Takes the rest of a value that was too large.
    ScanEnd skipRest();
    /// Takes one line, without its end. TooLarge: the rest of the line was taken too.
    ScanEnd readLine(std::size_t limit);

    /// A member's name with its colon, as it is written; nothing when something else comes.
    std::optional<std::string> readName(std::size_t limit);

    std::string& text() { return m_text; }
    /// Brackets that were open at once.
    std::size_t depth() const { return m_deepest; }
    bool hadNul() const { return m_nuls > 0; }

private:
    void begin();
    bool take(int c);

    ByteSource& m_source;
    std::string m_text;
    std::size_t m_depth = 0;
    std::size_t m_deepest = 0;
    bool m_inString = false;
    bool m_escaped = false;
    std::size_t m_nuls = 0;
};

/// JSON as some programs write it made strict: NaN and Infinity become null, commas before a closing bracket go,
/// control characters inside texts and halves of surrogate pairs become valid.
std::string strictJson(std::string_view text);

} // namespace tw
