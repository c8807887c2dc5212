// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/input/encoding_detection.h"

#include "core/base/text.h"
#include "core/catalog/input/text_repair.h"
#include "core/catalog/read_options.h"

#include <uchardet/uchardet.h>

namespace tw {

namespace {

constexpr std::size_t kFewBytes = 40;
constexpr std::size_t kJudgedBytes = 512 * 1024;

unsigned char byteAt(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

DetectedEncoding fromMark(std::string_view sample)
{
    using namespace std::string_view_literals;
    // UTF-32LE begins as UTF-16LE does.
    struct Mark {
        std::string_view bytes;
        const char* name;
    };
    static constexpr std::array kMarks = {Mark{"\xEF\xBB\xBF"sv, "UTF-8"},     Mark{"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                          Mark{"\0\0\xFE\xFF"sv, "UTF-32BE"},  Mark{"\xFF\xFE"sv, "UTF-16LE"},
                                          Mark{"\xFE\xFF"sv, "UTF-16BE"},      Mark{"\x84\x31\x95\x33"sv, "GB18030"}};
    for (const Mark& mark : kMarks)
        if (sample.starts_with(mark.bytes))
            return {mark.name, mark.bytes.size(), true};
    return {};
}

/// Separators, digits and line ends have a zero byte in UTF-16, always on the same side.
std::string utf16WithoutMark(std::string_view sample)
{
    std::array<std::size_t, 2> zeros{};
    std::array<std::size_t, 2> wideLineEnds{}; // with the zero byte on that side
    std::size_t lineEnds = 0;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        zeros[i % 2] += sample[i] == '\0';
        if (sample[i] != '\n')
            continue;
        ++lineEnds;
        const std::size_t partner = i ^ 1U;
        wideLineEnds[partner % 2] += partner < sample.size() && sample[partner] == '\0';
    }
    const std::size_t pairs = sample.size() / 2;
    const auto many = [&](std::size_t side) {
        // A text with stray zeros has narrow line ends.
        const bool linesFit = lineEnds > 0 ? wideLineEnds[side] * 2 > lineEnds : zeros[side] * 10 > pairs;
        return linesFit && zeros[side] * 50 > pairs && zeros[1 - side] * 3 < zeros[side];
    };
    return many(1) ? "UTF-16LE" : many(0) ? "UTF-16BE" : std::string();
}

struct HighBytes {
    std::size_t inUtf8 = 0;   ///< Sequences that are valid UTF-8.
    std::size_t foreign = 0;  ///< Bytes that are not.
    std::size_t adjacent = 0; ///< Foreign ones right behind another one beyond ASCII.
    std::size_t controls = 0; ///< 0x80 to 0x9F.
    std::size_t upper = 0;    ///< 0xC0 to 0xDF.
};

HighBytes countHighBytes(std::string_view sample)
{
    HighBytes counts;
    for (std::size_t at = 0; at < sample.size();) {
        const unsigned char byte = byteAt(sample, at);
        const std::size_t length = utf8SequenceLength(sample.substr(at));
        if (length > 0) {
            counts.inUtf8 += byte >= 0x80;
            at += length;
            continue;
        }
        // A sequence that the sample cuts through is no fault.
        if (at + 4 > sample.size() && byte >= 0xC2)
            break;
        ++counts.foreign;
        counts.adjacent += at > 0 && byteAt(sample, at - 1) >= 0x80;
        counts.controls += byte <= 0x9F;
        counts.upper += byte >= 0xC0 && byte <= 0xDF;
        ++at;
    }
    return counts;
}

/// The lines that say something about the encoding.
std::string linesBeyondAscii(std::string_view sample)
{
    std::string lines;
    while (!sample.empty() && lines.size() < kJudgedBytes) {
        const std::size_t end = std::min(sample.find('\n'), sample.size() - 1) + 1;
        const std::string_view line = sample.substr(0, std::min(end, kJudgedBytes));
        if (std::ranges::any_of(line, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
            lines += line;
        sample.remove_prefix(end);
    }
    return lines;
}

std::string askUchardet(std::string_view text)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    if (!detector || uchardet_handle_data(detector.get(), text.data(), text.size()) != 0)
        return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

/// The name we use for one of uchardet's; empty for those that it names in error more often than not.
std::string ourName(const std::string& name, const HighBytes& counts)
{
    if (name == "MAC-CYRILLIC" && counts.upper >= counts.controls)
        return "Windows-1251"; // small letters are the same in both
    if (name == "UHC" || name == "EUC-KR")
        return "EUC-KR";
    if (name == "GBK" || name == "GB2312" || name == "HZ-GB-2312")
        return "GB18030";
    for (const std::string_view known : encodingNames())
        if (toLower(known) == toLower(name))
            return std::string(known);
    return {};
}

bool isWestern(std::string_view name)
{
    return name == "Windows-1252" || name == "ISO-8859-1" || name == "ISO-8859-15";
}

} // namespace

DetectedEncoding detectEncoding(std::string_view sample)
{
    if (DetectedEncoding marked = fromMark(sample); !marked.name.empty())
        return marked;
    if (std::string name = utf16WithoutMark(sample.substr(0, 64 * 1024)); !name.empty())
        return {std::move(name), 0, true};
    const HighBytes counts = countHighBytes(sample);
    if (counts.foreign == 0 || counts.inUtf8 >= counts.foreign)
        return {"UTF-8", 0, true};
    const std::string western = counts.controls == 0 ? "ISO-8859-1" : "Windows-1252";
    // Western letters stand alone among ASCII; of a few of them nobody can tell the encoding, and it is the likeliest.
    const bool alone = counts.adjacent * 4 < counts.foreign;
    if (alone && counts.inUtf8 * 4 >= counts.foreign)
        return {"UTF-8", 0, true};
    if (alone && counts.foreign < kFewBytes)
        return {western, 0, false};
    std::string name = ourName(askUchardet(linesBeyondAscii(sample)), counts);
    if (name.empty() || isWestern(name))
        name = western;
    return {std::move(name), 0, false};
}

std::string converterName(std::string_view encoding)
{
    const std::string name = toLower(encoding);
    if (name == "utf-8" || name == "utf8")
        return {};
    if (name == "shift_jis")
        return "windows-31j";
    if (name == "big5")
        return "windows-950";
    return std::string(encoding);
}

} // namespace tw
