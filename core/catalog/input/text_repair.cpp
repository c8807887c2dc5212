// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/input/text_repair.h"

#include "core/base/text.h"

#include <array>
#include <optional>

namespace tw {

namespace {

/// Characters of the bytes 0x80 to 0x9F (unicode.org, VENDORS/MICSFT/WINDOWS/CP1252.TXT, bestfit for the unused).
constexpr std::array<char16_t, 32> kHighControls = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x009D, 0x017E, 0x0178};

void appendUtf8(std::string& out, char16_t c)
{
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
        out.push_back(static_cast<char>(0xC0 | (c >> 6)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    } else {
        out.push_back(static_cast<char>(0xE0 | (c >> 12)));
        out.push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    }
}

std::optional<char> windows1252Byte(char16_t c)
{
    if (const auto found = std::ranges::find(kHighControls, c); found != kHighControls.end())
        return static_cast<char>(0x80 + (found - kHighControls.begin()));
    // C1 controls stand for their own byte: some programs convert that way.
    if (c >= 0x80 && c <= 0xFF)
        return static_cast<char>(c);
    return std::nullopt;
}

/// The bytes that a run of valid UTF-8 beyond ASCII stands for, if Windows-1252 has all its characters.
std::optional<std::string> bytesOfRun(std::string_view run)
{
    std::string bytes;
    for (std::size_t at = 0; at < run.size();) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(run[at + i]); };
        char16_t c = 0;
        if (byte(0) >= 0xF0)
            return std::nullopt;
        if (byte(0) >= 0xE0) {
            c = static_cast<char16_t>((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
            at += 3;
        } else {
            c = static_cast<char16_t>((byte(0) & 0x1F) << 6 | (byte(1) & 0x3F));
            at += 2;
        }
        const auto original = windows1252Byte(c);
        if (!original)
            return std::nullopt;
        bytes.push_back(*original);
    }
    return bytes;
}

bool isAsciiByte(char c) { return static_cast<unsigned char>(c) < 0x80; }

} // namespace

std::string utf8FromWindows1252(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        appendUtf8(out, byte >= 0x80 && byte <= 0x9F ? kHighControls[byte - 0x80U] : char16_t{byte});
    }
    return out;
}

std::size_t utf8SequenceLength(std::string_view bytes)
{
    if (bytes.empty())
        return 0;
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const auto follows = [&](std::size_t i) { return i < bytes.size() && (at(i) & 0xC0) == 0x80; };
    const unsigned char first = at(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    // Overlong forms, surrogates and what lies beyond U+10FFFF are excluded by the second byte (RFC 3629, section 4).
    if (first >= 0xE0 && first <= 0xEF) {
        if (!follows(1) || !follows(2) || (first == 0xE0 && at(1) < 0xA0) || (first == 0xED && at(1) > 0x9F))
            return 0;
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (!follows(1) || !follows(2) || !follows(3) || (first == 0xF0 && at(1) < 0x90)
            || (first == 0xF4 && at(1) > 0x8F))
            return 0;
        return 4;
    }
    return 0;
}

std::string utf8FromMixed(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    while (!bytes.empty()) {
        const std::size_t length = utf8SequenceLength(bytes);
        if (length > 0)
            out += bytes.substr(0, length);
        else
            out += utf8FromWindows1252(bytes.substr(0, 1));
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

std::string undoDoubleEncoding(std::string text)
{
    if (std::ranges::all_of(text, isAsciiByte) || !isValidUtf8(text))
        return text;
    std::string out;
    out.reserve(text.size());
    for (auto at = text.begin(); at != text.end();) {
        const auto runBegin = std::find_if_not(at, text.end(), isAsciiByte);
        out.append(at, runBegin);
        at = std::find_if(runBegin, text.end(), isAsciiByte);
        const std::string_view run(runBegin, at);
        const auto bytes = bytesOfRun(run);
        if (bytes && isValidUtf8(*bytes))
            out += *bytes;
        else
            out += run;
    }
    return out;
}

} // namespace tw
