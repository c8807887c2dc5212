// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <unicode/utf8.h>

namespace tw {

namespace {

constexpr UChar32 kEscape = 0x1B;
constexpr UChar32 kStringTerminator = 0x9C;
constexpr UChar32 kBell = 0x07;

bool isControl(UChar32 c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

/// Embeddings, overrides and isolates: they can make a line read in another order than it is written.
bool isBidiControl(UChar32 c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

/// Reads code points; malformed bytes come as U+FFFD.
class Reader {
public:
    explicit Reader(std::string_view text)
        : m_bytes(reinterpret_cast<const std::uint8_t*>(text.data())), m_size(static_cast<std::int64_t>(text.size()))
    {
    }
    bool atEnd() const { return m_at == m_size; }
    UChar32 next()
    {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(m_bytes, m_at, m_size, c);
        return c;
    }
    UChar32 peek() const
    {
        Reader copy = *this;
        return atEnd() ? 0 : copy.next();
    }

private:
    const std::uint8_t* m_bytes;
    std::int64_t m_size;
    std::int64_t m_at = 0;
};

/// ECMA-48 5.4: parameters 0x30-0x3F, intermediates 0x20-0x2F, one final byte 0x40-0x7E.
void skipControlSequence(Reader& reader)
{
    while (!reader.atEnd() && reader.peek() >= 0x20 && reader.peek() <= 0x3F)
        reader.next();
    if (!reader.atEnd() && reader.peek() >= 0x40 && reader.peek() <= 0x7E)
        reader.next();
}

/// A command string (OSC, DCS, …) runs to its terminator; a line feed ends a broken one.
void skipCommandString(Reader& reader)
{
    while (!reader.atEnd() && reader.peek() != '\n') {
        const UChar32 c = reader.next();
        if (c == kBell || c == kStringTerminator)
            return;
        if (c == kEscape && reader.peek() == '\\') {
            reader.next();
            return;
        }
    }
}

void skipEscape(Reader& reader)
{
    const UChar32 kind = reader.peek();
    if (kind == '[') {
        reader.next();
        skipControlSequence(reader);
    } else if (kind == ']' || kind == 'P' || kind == 'X' || kind == '^' || kind == '_') {
        reader.next();
        skipCommandString(reader);
    } else if (kind >= 0x20 && kind <= 0x7E) {
        while (!reader.atEnd() && reader.peek() >= 0x20 && reader.peek() <= 0x2F)
            reader.next();
        if (!reader.atEnd() && reader.peek() >= 0x30 && reader.peek() <= 0x7E)
            reader.next();
    }
}

} // namespace

std::string printable(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (Reader reader(text); !reader.atEnd();) {
        const UChar32 c = reader.next();
        if (c == kEscape) {
            skipEscape(reader);
        } else if (c == 0x9B) {
            skipControlSequence(reader);
        } else if (c == 0x90 || c == 0x98 || (c >= 0x9D && c <= 0x9F)) {
            skipCommandString(reader);
        } else if (c == '\t') {
            out.push_back(' ');
        } else if (c == '\n' || (!isControl(c) && !isBidiControl(c))) {
            char buffer[U8_MAX_LENGTH];
            std::int32_t length = 0;
            U8_APPEND_UNSAFE(buffer, length, c);
            out.append(buffer, static_cast<std::size_t>(length));
        }
    }
    return out;
}

} // namespace tw
