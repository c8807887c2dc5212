// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/formats/json_scanner.h"

#include <array>
#include <charconv>

namespace tw {

int JsonScanner::peekBehindBlanks()
{
    int c = m_source.peek();
    while (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0') {
        m_source.get();
        c = m_source.peek();
    }
    return c;
}

void JsonScanner::begin()
{
    m_text.clear();
    m_depth = 0;
    m_deepest = 0;
    m_inString = false;
    m_escaped = false;
    m_nuls = 0;
}

/// Follows brackets and quotes; false when the byte ends a value that has no brackets.
bool JsonScanner::take(int c)
{
    if (m_inString) {
        if (m_escaped)
            m_escaped = false;
        else if (c == '\\')
            m_escaped = true;
        else if (c == '"')
            m_inString = false;
        return true;
    }
    if (m_depth == 0 && (c == ',' || c == ']' || c == '}' || c == '\n'))
        return false;
    m_inString = c == '"';
    if (c == '{' || c == '[')
        m_deepest = std::max(m_deepest, ++m_depth);
    else if (c == '}' || c == ']')
        --m_depth;
    return true;
}

ScanEnd JsonScanner::read(std::size_t limit)
{
    begin();
    while (true) {
        const int c = m_source.peek();
        if (c == ByteSource::kEnd)
            return m_depth > 0 || m_inString || m_text.empty() ? ScanEnd::CutOff : ScanEnd::Whole;
        if (c == '\0') {
            if (++m_nuls == limit)
                return ScanEnd::TooLarge;
            m_source.get();
            continue;
        }
        if (m_text.size() + m_nuls >= limit)
            return ScanEnd::TooLarge;
        const bool bracketed = m_deepest > 0;
        if (!take(c))
            return ScanEnd::Whole;
        m_source.get();
        m_text.push_back(static_cast<char>(c));
        if (bracketed && m_depth == 0)
            return ScanEnd::Whole;
    }
}

ScanEnd JsonScanner::skipRest()
{
    while (true) {
        const int c = m_source.peek();
        if (c == ByteSource::kEnd)
            return ScanEnd::CutOff;
        const bool bracketed = m_deepest > 0;
        if (!take(c))
            return ScanEnd::Whole;
        m_source.get();
        if (bracketed && m_depth == 0)
            return ScanEnd::Whole;
    }
}

ScanEnd JsonScanner::readLine(std::size_t limit)
{
    begin();
    ScanEnd end = ScanEnd::Whole;
    for (int c = m_source.get(); c != ByteSource::kEnd && c != '\n'; c = m_source.get()) {
        m_nuls += c == '\0';
        if (m_text.size() == limit)
            end = ScanEnd::TooLarge;
        if (c == '\0' || end == ScanEnd::TooLarge)
            continue;
        if (m_inString || (c != ',' && c != '\r'))
            take(c);
        m_text.push_back(static_cast<char>(c));
    }
    return end;
}

std::optional<std::string> JsonScanner::readName(std::size_t limit)
{
    if (peekBehindBlanks() != '"')
        return std::nullopt;
    m_source.get();
    std::string name;
    for (int c = m_source.get(); c != '"'; c = m_source.get()) {
        if (c == ByteSource::kEnd || name.size() >= limit)
            return std::nullopt;
        name.push_back(static_cast<char>(c));
        if (c == '\\' && m_source.peek() != ByteSource::kEnd)
            name.push_back(static_cast<char>(m_source.get()));
    }
    if (peekBehindBlanks() != ':')
        return std::nullopt;
    m_source.get();
    return name;
}

namespace {

/// What a bare word stands for in programs that write them; empty for a word that JSON knows, or nobody.
std::size_t nonFiniteLength(std::string_view text)
{
    for (const std::string_view word : {"NaN", "-NaN", "nan", "Infinity", "-Infinity", "+Infinity", "inf", "-inf", "undefined"})
        if (text.starts_with(word))
            return word.size();
    return 0;
}

std::size_t behindBlanks(std::string_view text, std::size_t at)
{
    const std::size_t found = text.find_first_not_of(" \t\r\n", at);
    return found == text.npos ? text.size() : found;
}

unsigned unitAt(std::string_view text, std::size_t at)
{
    unsigned unit = 0;
    if (at + 6 <= text.size() && text[at] == '\\' && text[at + 1] == 'u')
        std::from_chars(text.data() + at + 2, text.data() + at + 6, unit, 16);
    return unit;
}

/// Copies one escape, at text[at] == '\\'; returns its length.
std::size_t copyEscape(std::string_view text, std::size_t at, std::string& out)
{
    const unsigned unit = unitAt(text, at);
    if (unit < 0xD800 || unit > 0xDFFF) {
        out += text.substr(at, 2);
        return 2;
    }
    const unsigned second = unitAt(text, at + 6);
    if (unit < 0xDC00 && second >= 0xDC00 && second <= 0xDFFF) {
        out += text.substr(at, 12);
        return 12;
    }
    out += "\\ufffd";
    return 6;
}

} // namespace

std::string strictJson(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 64);
    bool inString = false;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (inString) {
            if (c == '\\') {
                at += copyEscape(text, at, out);
                continue;
            }
            inString = c != '"';
            if (static_cast<unsigned char>(c) < 0x20) {
                constexpr std::string_view kHex = "0123456789abcdef";
                const auto byte = static_cast<unsigned char>(c);
                out += "\\u00";
                out += kHex[byte >> 4U];
                out += kHex[byte & 15U];
            } else {
                out.push_back(c);
            }
            ++at;
            continue;
        }
        if (const std::size_t length = nonFiniteLength(text.substr(at)); length > 0) {
            out += "null";
            at += length;
            continue;
        }
        const std::size_t next = c == ',' ? behindBlanks(text, at + 1) : 0;
        if (next == 0 || next == text.size() || (text[next] != '}' && text[next] != ']'))
            out.push_back(c);
        inString = c == '"';
        ++at;
    }
    return out;
}

} // namespace tw
