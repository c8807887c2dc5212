// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/record_reader.h"

#include "core/base/text.h"
#include "core/catalog/formats/readers.h"
#include "core/catalog/input/catalog_input.h"

namespace tw {

namespace {

/// Lower case, without ".gz".
std::string extensionOf(const std::filesystem::path& path)
{
    std::string extension = toLower(path.extension().string());
    return extension == ".gz" ? toLower(path.stem().extension().string()) : extension;
}

/// A bracket or brace begins JSON unless it is a title in a file of cells: "[Rec],2007".
bool looksLikeJson(std::string_view text, const std::string& extension)
{
    if (extension == ".json" || extension == ".jsonl" || extension == ".ndjson")
        return text.starts_with('[') || text.starts_with('{');
    const std::size_t inside = text.find_first_not_of(" \t\r\n", 1);
    if (text.starts_with('['))
        return inside != text.npos && (text[inside] == '{' || text[inside] == ']');
    return text.starts_with('{') && (inside == text.npos || text[inside] == '"' || text[inside] == '}');
}

} // namespace

Result<std::unique_ptr<RecordReader>> openRecords(const std::filesystem::path& path, const std::string& encoding,
                                                  const std::string& member)
{
    constexpr std::size_t kJudgedBytes = 4096;
    TW_ASSIGN(const std::vector<std::string> members, cataloguesInFile(path));
    const std::string& chosen = member.empty() ? members.front() : member;
    TW_ASSIGN(CatalogInput opened, openInput(path, chosen, encoding));
    ReaderInput input;
    input.name = chosen.empty() ? path.string() : path.string() + "/" + chosen;
    input.source = std::move(opened.source);
    input.info.compression = std::move(opened.compression);
    input.info.encoding = std::move(opened.encoding);
    input.info.encodingSure = opened.encodingSure;

    const std::string_view text = trim(input.source->look(kJudgedBytes));
    TW_TRY(input.source->status());
    const std::string extension = extensionOf(chosen.empty() ? path : std::filesystem::path(chosen));
    if (text.empty())
        return fail(ErrorCode::FormatUnknown, input.name, "empty");
    if (looksLikeJson(text, extension))
        return openJson(std::move(input));
    if (extension == ".json" || extension == ".jsonl" || extension == ".ndjson")
        return fail(ErrorCode::FormatUnknown, input.name, "no JSON although its name says so");
    if (text.starts_with('<'))
        return fail(ErrorCode::FormatUnknown, input.name, "a web page or XML");
    return openCsv(std::move(input), extension == ".tsv" || extension == ".tab", extension == ".csv");
}

} // namespace tw
