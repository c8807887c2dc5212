// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/cell_cleaning.h"

#include "core/base/text.h"
#include "core/catalog/input/text_repair.h"

namespace tw {

namespace {

/// Nothing that is kept is as long; cleaning more would only cost memory.
constexpr std::size_t kCleanedBytes = 1U << 20;

std::size_t boundaryBefore(std::string_view text, std::size_t at)
{
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
        --at;
    return at;
}

enum class Controls { None, Blanks, Others };

/// Whether printable() would change the text: CR and tabs only, or more.
Controls controlsIn(std::string_view text)
{
    Controls found = Controls::None;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
        const unsigned c = byte(i);
        if (c == '\r' || c == '\t')
            found = Controls::Blanks;
        else if ((c < 0x20 && c != '\n') || c == 0x7F || (c == 0xC2 && byte(i + 1) < 0xA0))
            return Controls::Others;
        // U+202A to U+202E and U+2066 to U+2069
        else if (c == 0xE2
                 && ((byte(i + 1) == 0x80 && byte(i + 2) >= 0xAA && byte(i + 2) <= 0xAE)
                     || (byte(i + 1) == 0x81 && byte(i + 2) >= 0xA6 && byte(i + 2) <= 0xA9)))
            return Controls::Others;
    }
    return found;
}

std::string withLineFeeds(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            out.push_back(text[i]);
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            out.push_back('\n');
    }
    return out;
}

std::string cleanText(const std::string& original, bool repairDoubleEncoding, std::string_view column, Mendings& mendings)
{
    std::string text = original;
    if (text.size() > kCleanedBytes) {
        text.resize(boundaryBefore(text, kCleanedBytes));
        note(mendings, Mending::TextShortened, column);
    }
    if (std::string undone = undoDoubleEncoding(text); undone != text) {
        note(mendings, Mending::DoubleEncoding, column);
        if (repairDoubleEncoding)
            text = std::move(undone);
    }
    const Controls controls = controlsIn(text);
    if (controls == Controls::Others)
        note(mendings, Mending::ControlsRemoved, column);
    return controls == Controls::None ? text : printable(withLineFeeds(text));
}

} // namespace

void note(Mendings& mendings, Mending mending, std::string_view detail)
{
    const auto known = std::ranges::find(mendings, mending, &std::pair<Mending, std::string>::first);
    if (known == mendings.end())
        mendings.emplace_back(mending, std::string(detail));
}

Json cleanCell(const Json& cell, bool repairDoubleEncoding, std::string_view column, Mendings& mendings)
{
    if (cell.isString())
        return cleanText(cell.asString(), repairDoubleEncoding, column, mendings);
    if (cell.isArray()) {
        Json::Array elements;
        for (const Json& element : cell.asArray())
            elements.push_back(cleanCell(element, repairDoubleEncoding, column, mendings));
        return elements;
    }
    if (cell.isObject()) {
        Json::Object members;
        for (const auto& [name, value] : cell.asObject())
            members.emplace_back(name, cleanCell(value, repairDoubleEncoding, column, mendings));
        return members;
    }
    return cell;
}

std::string shortened(const std::string& text, std::size_t limit)
{
    using namespace std::string_view_literals;
    if (text.size() <= limit)
        return text;
    constexpr std::string_view kEllipsis = "…";
    const std::size_t end = boundaryBefore(text, limit - kEllipsis.size());
    const std::string_view kept = std::string_view(text).substr(0, end);
    std::size_t sentence = 0;
    for (const std::string_view stop : {". "sv, "! "sv, "? "sv, ".\n"sv, "。"sv, "！"sv, "？"sv})
        if (const std::size_t at = kept.rfind(stop); at != kept.npos)
            sentence = std::max(sentence, at + (stop.size() == 2 ? 1 : stop.size()));
    if (sentence > limit / 4 * 3)
        return std::string(kept.substr(0, sentence));
    const std::size_t word = kept.find_last_of(" \n");
    const bool nearby = word != kept.npos && word > limit / 4 * 3;
    return std::string(trim(kept.substr(0, nearby ? word : end))) + std::string(kEllipsis);
}

} // namespace tw
