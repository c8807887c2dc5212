// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "core/base/text.h"

#include <cstdio>

namespace tw::cli {
namespace {

/// Columns as wide as their widest cell, the title cut at 48 characters.
std::string table(const Catalog& catalog, const std::vector<ListLine>& lines)
{
    std::string text;
    std::size_t rank = 0;
    for (const ListLine& line : lines) {
        const Item& item = catalog.item(line.item);
        const std::string score = line.score ? fmt::format("{:6.3f}", *line.score) : std::string();
        text += fmt::format("{:>4}  {}  {}", ++rank, score, printable(truncateCharacters(item.titleWithYear(), 60)));
        std::string note;
        for (const std::string& name : line.foundBy)
            note += (note.empty() ? "" : ", ") + name;
        if (!line.note.empty())
            note += (note.empty() ? "" : " · ") + printable(line.note);
        if (!note.empty())
            text += "  [" + note + "]";
        text += '\n';
    }
    return text;
}

std::string about(const Error& error, std::string_view otherwise)
{
    return error.subject.empty() ? std::string(otherwise) : printable(error.subject);
}

std::string withRow(const Error& error)
{
    std::string place = about(error, "the file");
    if (error.row)
        place += fmt::format(", record {}", *error.row);
    return place;
}

/// Control characters and direction overrides, which JSON may hold as they are, written as escapes: they stand only
/// inside strings, so the value stays the same. All of them are U+007F–U+009F, U+202A–U+202E or U+2066–U+2069.
std::string inertJson(const std::string& text)
{
    std::string inert;
    inert.reserve(text.size());
    const auto byte = [&text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    for (std::size_t i = 0; i < text.size();) {
        if (byte(i) == 0x7F) {
            inert += "\\u007f";
            ++i;
        } else if (byte(i) == 0xC2 && byte(i + 1) >= 0x80 && byte(i + 1) <= 0x9F) {
            inert += fmt::format("\\u{:04x}", byte(i + 1));
            i += 2;
        } else if (byte(i) == 0xE2 && ((byte(i + 1) == 0x80 && byte(i + 2) >= 0xAA && byte(i + 2) <= 0xAE) ||
                                       (byte(i + 1) == 0x81 && byte(i + 2) >= 0xA6 && byte(i + 2) <= 0xA9))) {
            inert += fmt::format("\\u{:04x}", 0x2000U | (byte(i + 1) & 0x3FU) << 6U | (byte(i + 2) & 0x3FU));
            i += 3;
        } else {
            inert.push_back(text[i++]);
        }
    }
    return inert;
}

} // namespace

Answer listAnswer(const Catalog& catalog, const std::vector<ListLine>& lines)
{
    Json results{Json::Array{}};
    std::size_t rank = 0;
    for (const ListLine& line : lines) {
        const Item& item = catalog.item(line.item);
        Json entry{Json::Object{}};
        entry.set("rank", ++rank);
        entry.set("key", item.key);
        entry.set("title", item.title);
        entry.set("year", item.year ? Json(*item.year) : Json());
        entry.set("score", line.score ? Json(static_cast<double>(*line.score)) : Json());
        Json foundBy{Json::Array{}};
        for (const std::string& name : line.foundBy)
            foundBy.push(name);
        entry.set("found_by", std::move(foundBy));
        for (const auto& [name, value] : line.extra)
            entry.set(name, value);
        results.push(std::move(entry));
    }
    Answer answer;
    answer.json.set("results", std::move(results));
    answer.text = table(catalog, lines);
    return answer;
}

std::vector<std::string> foundByNames(const FoundBy& foundBy)
{
    std::vector<std::string> names;
    if (foundBy.title)
        names.emplace_back("title");
    if (foundBy.text)
        names.emplace_back("text");
    if (foundBy.meaning)
        names.emplace_back("meaning");
    if (foundBy.likeness)
        names.emplace_back("likeness");
    return names;
}

Sentence describe(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Cancelled:
        return {"Cancelled.", "What was stored before stays; start it again to go on."};
    case ErrorCode::InvalidArgument:
        return {about(error, "A value") + " is out of range. " + error.detail, "See tastewalk-cli --help."};
    case ErrorCode::NotFound:
        return {"There is no " + about(error, "such thing") + (error.detail.empty() ? "." : ": " + error.detail),
                "Look with search, info or space list; make a library with new."};
    case ErrorCode::Ambiguous:
        return {"Several items fit \"" + about(error, "this") + "\": " + error.detail,
                "Give the key, or \"title (year)\"."};
    case ErrorCode::AlreadyExists:
        return {about(error, "It") + " is there already.", "Choose another folder, or import into this library."};
    case ErrorCode::FileUnreadable:
        return {"Could not read " + about(error, "a file") + ": " + error.detail, "Check the path and permissions."};
    case ErrorCode::FileUnwritable:
        return {"Could not write " + about(error, "a file") + ": " + error.detail,
                "A file that was there is there still, whole. Check free space and permissions."};
    case ErrorCode::FormatUnknown:
        return {about(error, "The file") + " is neither CSV, TSV, JSON nor JSON Lines.",
                "Save it in one of these formats, plain or gzip."};
    case ErrorCode::FormatBroken:
        return {withRow(error) + " can't be read: " + error.detail, "Mend that place and import again."};
    case ErrorCode::Damaged:
        if (error.subject.ends_with("library.sqlite") || error.subject.ends_with("library.sqlite-wal"))
            return {about(error, "The library") + " is damaged: " + error.detail,
                    "Nothing was changed. The command rescue saves what can be read."};
        return {about(error, "A file") + " is damaged. " + error.detail,
                "Derived data is made anew: run embed. Likes are not touched."};
    case ErrorCode::VersionTooNew:
        return {about(error, "The library") + " was written by a newer Tastewalk.", "Update this program."};
    case ErrorCode::NoTitleColumn:
        return {about(error, "The file") + " has no column that looks like a title.",
                "Name it: --map COLUMN=title. " + error.detail};
    case ErrorCode::EmptyText:
        return {"Nothing there can be embedded. " + error.detail, "Import a catalogue with titles and texts first."};
    case ErrorCode::NotFinite:
        return {"A vector of " + withRow(error) + " is empty or not a number.", "Embed again, or use another model."};
    case ErrorCode::DimensionMismatch:
        return {"Vectors of different lengths met. " + error.detail, "Embed the catalogue again with this model."};
    case ErrorCode::LowSelfRecall:
        return {"The graph does not find its own vectors.", "Use index --kind exact."};
    case ErrorCode::LibraryBusy:
        return {"The library is being changed by " + (error.detail.empty() ? "another process" : error.detail) + ".",
                "Try again when that has ended."};
    case ErrorCode::LibraryReadOnly:
        return {"This library can be looked at but not changed.", "Check the folder's permissions."};
    case ErrorCode::LibraryReplaced:
        return {"Another library lies in this one's place now.", "Nothing more was written. Start the command again."};
    case ErrorCode::Database:
        return {"The library's database reports: " + error.detail, "Nothing was changed. Try again."};
    case ErrorCode::ServerUnreachable:
        return {"No answer from " + about(error, "the server") + ": " + error.detail,
                "Start Ollama, or give --url; the built-in embedder needs no server."};
    case ErrorCode::ServerTimeout:
        return {about(error, "The server") + " took too long to answer.",
                "Vectors that came are kept; run embed again to go on."};
    case ErrorCode::ServerBusy:
        return {about(error, "The server") + " is busy.", "Run embed again later to go on."};
    case ErrorCode::ServerRefused:
        return {about(error, "The server") + " refused: " + error.detail, "Vectors that came are kept."};
    case ErrorCode::ServerAnswerInvalid:
        return {about(error, "The server") + " answered something else than embeddings: " + error.detail,
                "Check that the address is Ollama's."};
    case ErrorCode::ServerForbidden:
        return {about(error, "The server") + " does not let Tastewalk in: " + error.detail,
                "Give the right --url, with name and password if it wants them."};
    case ErrorCode::ModelChanged:
        return {"The model " + about(error, "asked for") + " was replaced on the server while it was at work.",
                "Run embed again when it no longer changes; nothing of both models was mixed."};
    case ErrorCode::ModelNotFound:
        return {"The model " + about(error, "asked for") + " is not on this server. " + error.detail,
                "Install it with: ollama pull " + about(error, "MODEL")};
    case ErrorCode::Unsupported:
        return {"Not possible here: " + error.detail, ""};
    case ErrorCode::Internal:
        break;
    }
    return {"A fault in Tastewalk: " + error.detail, "Please report it."};
}

void print(const Answer& answer, bool json)
{
    const std::string text = json ? inertJson(answer.json.dump()) + "\n" : printable(answer.text);
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

void printError(const Error& error, bool json)
{
    const Sentence sentence = describe(error);
    std::string text;
    if (json) {
        Json body;
        body.set("code", errorCodeName(error.code));
        body.set("message", printable(sentence.message));
        body.set("hint", sentence.hint);
        Json object;
        object.set("error", std::move(body));
        text = inertJson(object.dump()) + "\n";
    } else {
        text = "tastewalk-cli: " + printable(sentence.message) + "\n";
        if (!sentence.hint.empty())
            text += sentence.hint + "\n";
    }
    std::fwrite(text.data(), 1, text.size(), stderr);
}

void printMadeAnew(const std::vector<MadeAnew>& made, bool json)
{
    constexpr std::array<const char*, 6> kNames = {"the search index", "the cache of vectors", "the vectors of a space",
                                                   "the index of a space", "the map", "the description of a space"};
    for (const MadeAnew& each : made) {
        std::string note = fmt::format("{} was damaged and was made anew; your likes are safe",
                                       kNames.at(static_cast<std::size_t>(each.file)));
        if (!each.kept.empty())
            note += "; the damaged file is kept as " + each.kept.string();
        std::string text = "tastewalk-cli: " + printable(note) + "\n";
        if (json) {
            Json object;
            object.set("note", printable(note));
            text = inertJson(object.dump()) + "\n";
        }
        std::fwrite(text.data(), 1, text.size(), stderr);
    }
}

} // namespace tw::cli
