// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/formats/json_layout.h"

#include "core/base/text.h"
#include "core/catalog/column_mapping.h"
#include "core/catalog/formats/json_scanner.h"
#include "core/catalog/input/text_repair.h"

namespace tw {

namespace {

constexpr std::size_t kJudgedBytes = 1U << 20;
constexpr int kDeepestList = 3;

std::vector<std::string> namesOf(const Json::Object& members)
{
    std::vector<std::string> names;
    for (const auto& member : members)
        names.push_back(member.first);
    return names;
}

bool hasTitle(const Json::Object& members)
{
    return ColumnMapping::guess(namesOf(members)).column(Field::Title).has_value();
}

bool isRecord(const Json& value)
{
    // Hugging Face's viewer tells its columns before its rows.
    return value.isObject() && !value.contains("feature_idx") && hasTitle(unwrapRecord(value.asObject()));
}

/// The next byte behind blanks, as far as a block tells: blanks behind a mark would all be kept.
int lookBehindBlanks(ByteSource& source)
{
    const std::string_view next = trim(source.look(64 * 1024));
    return next.empty() ? ByteSource::kEnd : static_cast<unsigned char>(next.front());
}

/// Reads the value that comes next and goes back before it; null when it is too large or broken.
Json lookAtValue(ByteSource& source)
{
    JsonScanner scanner(source);
    source.mark();
    const ScanEnd end = scanner.read(kJudgedBytes);
    source.rewind();
    if (end != ScanEnd::Whole)
        return {};
    return parseLenient(scanner.text()).value_or(Json());
}

/// Walks through the members of an object whose brace was taken, and finds the first list of records.
class ListFinder {
public:
    explicit ListFinder(ByteSource& source) : m_source(source), m_scanner(source) {}

    std::optional<JsonLayout> find(int depth)
    {
        bool firstMember = true;
        while (true) {
            const std::optional<std::string> name = memberName();
            if (!name)
                return std::nullopt;
            const int value = m_scanner.peekBehindBlanks();
            if (value == '{') {
                const Json object = lookAtValue(m_source);
                if (firstMember && isRecord(object)) {
                    return JsonLayout{JsonLayout::Kind::Members, {}, *name, true};
                }
                if (depth < kDeepestList) {
                    m_source.get();
                    if (auto inside = find(depth + 1))
                        return inside;
                } else {
                    skipValue();
                }
            } else if (value == '[' && !belongsToRecord(*name) && listHoldsRecords()) {
                return JsonLayout{JsonLayout::Kind::Array, *name, {}, true};
            } else {
                skipValue();
            }
            firstMember = false;
        }
    }

private:
    /// The next member's name, its colon taken; nothing at the object's end.
    std::optional<std::string> memberName()
    {
        int c = m_scanner.peekBehindBlanks();
        if (c == ',') {
            m_source.get();
            c = m_scanner.peekBehindBlanks();
        }
        if (c == '}') {
            m_source.get();
            return std::nullopt;
        }
        auto name = m_scanner.readName(kJudgedBytes);
        return name ? std::optional(printable(*name)) : std::nullopt;
    }

    /// "genres" and "cast" are lists inside a record.
    static bool belongsToRecord(const std::string& name)
    {
        for (const Field field : {Field::Genres, Field::Countries, Field::Languages, Field::Cast, Field::Directors, Field::Keywords})
            if (columnNameMeans(name, field))
                return true;
        return false;
    }

    void skipValue()
    {
        if (m_scanner.read(kJudgedBytes) == ScanEnd::TooLarge)
            m_scanner.skipRest();
    }

    /// At a bracket: takes it when the first element is a record.
    bool listHoldsRecords()
    {
        m_source.mark();
        m_source.get();
        if (lookBehindBlanks(m_source) == '{') {
            if (m_scanner.peekBehindBlanks() == '{' && m_scanner.read(kJudgedBytes) == ScanEnd::Whole && isRecord(parseLenient(m_scanner.text()).value_or(Json()))) {
                m_source.rewind();
                m_source.get();
                return true;
            }
        }
        m_source.rewind();
        return false;
    }

    ByteSource& m_source;
    JsonScanner m_scanner;
};

std::string_view whatAnObjectLooksLike(const Json& object)
{
    for (const auto& [name, value] : object.asObject())
        if (value.isObject() || value.isArray())
            return "an object without a list of titles";
    return object.asObject().size() > 1 ? "a table of ids or numbers" : "an object without records";
}

class NoBlocks final : public BlockSource {
public:
    Result<std::size_t> read(std::span<char>) override { return 0; }
    std::uint64_t fileBytesRead() const override { return 0; }
    std::uint64_t fileBytesTotal() const override { return 0; }
};

/// Whether text that is not valid as a whole has a list of records in it.
bool holdsList(const std::string& text)
{
    ByteSource source(replayBlocks(text, std::make_unique<NoBlocks>()), false);
    source.get();
    return ListFinder(source).find(1).has_value();
}

/// The first line is a value, and more lines follow.
bool firstLineIsWhole(std::string_view start)
{
    const std::size_t end = start.find('\n');
    return end != start.npos && !trim(start.substr(end)).empty() && parseLenient(std::string(start.substr(0, end)));
}

Result<JsonLayout> arrayLayout(ByteSource& source)
{
    source.get();
    const int first = JsonScanner(source).peekBehindBlanks();
    if (first == '[')
        return fail(ErrorCode::FormatUnknown, {}, "a list of lists");
    if (first == '"')
        return fail(ErrorCode::FormatUnknown, {}, "a list of texts");
    if ((first >= '0' && first <= '9') || first == '-')
        return fail(ErrorCode::FormatUnknown, {}, "a list of numbers");
    return JsonLayout{JsonLayout::Kind::Array, {}, {}, false};
}

} // namespace

Result<JsonLayout> findRecords(ByteSource& source)
{
    JsonScanner scanner(source);
    if (scanner.peekBehindBlanks() == '[')
        return arrayLayout(source);
    if (firstLineIsWhole(source.look(kJudgedBytes)))
        return JsonLayout{JsonLayout::Kind::Lines, {}, {}, false};
    source.mark();
    const ScanEnd end = scanner.read(kJudgedBytes);
    const Json first = end == ScanEnd::Whole ? parseLenient(scanner.text()).value_or(Json()) : Json();
    const bool alone = lookBehindBlanks(source) == ByteSource::kEnd;
    source.rewind();
    TW_TRY(source.status());
    const JsonLayout stream{JsonLayout::Kind::Stream, {}, {}, false};
    const bool unclear = first.isNull(); // broken, cut off or too large
    if (isRecord(first) || (!unclear && !alone) || (unclear && end != ScanEnd::TooLarge && !holdsList(scanner.text())))
        return stream;

    source.get();
    if (auto found = ListFinder(source).find(1))
        return *found;
    TW_TRY(source.status());
    return fail(ErrorCode::FormatUnknown, {}, std::string(whatAnObjectLooksLike(first)));
}

Json::Object unwrapRecord(Json::Object members)
{
    for (const char* wrapper : {"row", "movie", "film", "show", "node"}) {
        const auto found = std::ranges::find_if(members, [&](const auto& member) {
            return member.first == wrapper && member.second.isObject();
        });
        if (found == members.end())
            continue;
        Json::Object inside = std::move(found->second).takeObject();
        members.erase(found);
        for (auto& member : members)
            if (std::ranges::find(inside, member.first, &std::pair<std::string, Json>::first) == inside.end())
                inside.push_back(std::move(member));
        members = std::move(inside);
        break;
    }
    const auto ids = std::ranges::find_if(
        members, [](const auto& member) { return member.first == "ids" && member.second.isObject(); });
    if (ids != members.end()) {
        const Json::Object known = std::move(ids->second).takeObject();
        members.erase(ids);
        for (const auto& [name, value] : known)
            if (name == "imdb" || name == "tmdb")
                members.emplace_back(name, value);
    }
    return members;
}

Result<Json> parseLenient(const std::string& text)
{
    const std::string repaired = isValidUtf8(text) ? std::string() : utf8FromMixed(text);
    const std::string& valid = repaired.empty() ? text : repaired;
    if (auto strict = Json::parse(valid))
        return strict;
    return Json::parse(strictJson(valid));
}

} // namespace tw
