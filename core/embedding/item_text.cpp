// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/item_text.h"

#include "core/base/text.h"
#include "core/catalog/column_mapping.h"

namespace tw {

namespace {

constexpr std::string_view kStandardFields = "title,tagline,genres,keywords,text";

std::string joined(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, ", ")); }

std::string fieldText(const Item& item, Field field)
{
    switch (field) {
    case Field::Key: return item.key;
    case Field::Title: return item.title;
    case Field::OriginalTitle: return item.originalTitle;
    case Field::Year: return item.year ? std::to_string(*item.year) : std::string();
    case Field::Runtime: return item.runtimeMinutes ? fmt::format("{} minutes", *item.runtimeMinutes) : std::string();
    case Field::Countries: return joined(item.countries);
    case Field::Languages: return joined(item.languages);
    case Field::Genres: return joined(item.genres);
    case Field::Directors: return joined(item.directors);
    case Field::Cast: return joined(item.cast);
    case Field::Keywords: return joined(item.keywords);
    case Field::Tagline: return item.tagline;
    case Field::Text: return item.text;
    case Field::Poster:
    case Field::ImdbId:
    case Field::TmdbId:
    case Field::Kept:
    case Field::Ignored: break; // says nothing to a reader
    }
    return {};
}

bool endsSentence(std::string_view text)
{
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…") ||
           text.ends_with("。");
}

void appendSentence(std::string& out, std::string_view sentence)
{
    sentence = trim(sentence);
    if (sentence.empty())
        return;
    // A line feed ends a sentence whatever the next one begins with; lower-case keywords would run on otherwise.
    if (!out.empty())
        out.push_back('\n');
    out.append(sentence);
    if (!endsSentence(sentence))
        out.push_back('.');
}

} // namespace

TextTemplate TextTemplate::standard() { return TextTemplate{splitAndTrim(kStandardFields, ',')}; }

std::string TextTemplate::toString() const { return fmt::format("{}", fmt::join(fields, ",")); }

TextTemplate TextTemplate::fromString(std::string_view text)
{
    TextTemplate result{splitAndTrim(text, ',')};
    std::erase_if(result.fields, [](const std::string& name) { return !fieldFromName(name).has_value(); });
    return result.fields.empty() ? standard() : result;
}

std::string itemText(const Item& item, const TextTemplate& textTemplate)
{
    std::string out;
    bool hasProse = false;
    for (const std::string& name : textTemplate.fields) {
        const std::optional<Field> field = fieldFromName(name);
        if (!field)
            continue;
        const std::string sentence = fieldText(item, *field);
        hasProse = hasProse || ((*field == Field::Text || *field == Field::Tagline) && !trim(sentence).empty());
        appendSentence(out, sentence);
    }
    if (hasProse)
        return out;
    const auto appendUnlessUsed = [&](Field field) {
        if (std::ranges::find(textTemplate.fields, fieldName(field)) == textTemplate.fields.end())
            appendSentence(out, fieldText(item, field));
    };
    for (const Field field : {Field::Title, Field::Genres, Field::Keywords, Field::Directors, Field::Cast,
                              Field::Countries, Field::Year})
        appendUnlessUsed(field);
    return out;
}

} // namespace tw
