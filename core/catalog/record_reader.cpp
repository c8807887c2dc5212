// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/record_reader.h"

#include "core/base/text.h"
#include "core/catalog/readers.h"

namespace tw {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

/// Lower case, without ".gz".
std::string extensionOf(const std::filesystem::path& path)
{
    std::string extension = toLower(path.extension().string());
    return extension == ".gz" ? toLower(path.stem().extension().string()) : extension;
}

std::string_view behindBlanks(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

std::optional<FileFormat> jsonFormatOf(std::string_view start)
{
    const std::string_view text = behindBlanks(start);
    if (text.starts_with('[')) {
        const std::string_view inside = behindBlanks(text.substr(1));
        if (inside.starts_with('{') || inside.starts_with(']'))
            return FileFormat::JsonArray;
    }
    if (text.starts_with('{')) {
        // A whole first line must be a record, else this is one object over many lines.
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos || Json::parse(text.substr(0, end)))
            return FileFormat::JsonLines;
    }
    return std::nullopt;
}

/// The separator that is most frequent in the first line outside quotes; none when there is none.
std::optional<char> separatorOf(std::string_view start)
{
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    std::size_t tabs = 0;
    bool quoted = false;
    for (const char c : start) {
        quoted = quoted != (c == '"');
        if (quoted)
            continue;
        if (c == '\n')
            break;
        commas += c == ',';
        semicolons += c == ';';
        tabs += c == '\t';
    }
    if (commas + semicolons + tabs == 0)
        return std::nullopt;
    if (tabs >= commas && tabs >= semicolons)
        return '\t';
    return commas >= semicolons ? ',' : ';';
}

/// Text files have no NUL; UTF-16 and most binary formats do, and PDF and XML say what they are.
bool looksForeign(std::string_view start)
{
    const std::string_view text = behindBlanks(start);
    return start.find('\0') != std::string_view::npos || text.empty() || text.starts_with('<') || text.starts_with("%PDF")
           || text.starts_with("PK\x03\x04");
}

} // namespace

Result<std::unique_ptr<RecordReader>> openRecords(const std::filesystem::path& path)
{
    const std::string name = path.string();
    TW_ASSIGN(std::unique_ptr<ByteSource> source, ByteSource::open(path));
    if (source->buffered().starts_with(kUtf8Mark))
        source->skip(kUtf8Mark.size());
    const std::string_view start = source->buffered();
    TW_TRY(source->status());
    if (looksForeign(start))
        return fail(ErrorCode::FormatUnknown, name, start.empty() ? "empty" : "not a text file of records");
    if (const auto json = jsonFormatOf(start))
        return *json == FileFormat::JsonArray ? openJsonArray(std::move(source), name)
                                              : openJsonLines(std::move(source), name);
    const std::string extension = extensionOf(path);
    if (extension == ".json" || extension == ".jsonl" || extension == ".ndjson")
        return fail(ErrorCode::FormatUnknown, name, "neither an array of records nor one record a line");
    const auto separator = separatorOf(start);
    const bool tabsByName = extension == ".tsv" || extension == ".tab";
    if (!separator && !tabsByName && extension != ".csv" && extension != ".txt")
        return fail(ErrorCode::FormatUnknown, name, "no separators in the first line");
    const char used = separator.value_or(tabsByName ? '\t' : ',');
    return openCsv(std::move(source), name, used == '\t' ? FileFormat::Tsv : FileFormat::Csv, used);
}

} // namespace tw
