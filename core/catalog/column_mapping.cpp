// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/column_mapping.h"

#include "core/catalog/column_names.h"
#include "core/catalog/formats/known_files.h"

namespace tw {

std::string_view fieldName(Field field)
{
    for (const FieldEntry& entry : fieldTable())
        if (entry.field == field)
            return entry.name;
    return {};
}

std::optional<Field> fieldFromName(std::string_view name)
{
    for (const FieldEntry& entry : fieldTable())
        if (entry.name == name)
            return entry.field;
    return std::nullopt;
}

std::vector<std::string_view> fieldNames()
{
    std::vector<std::string_view> names;
    for (int field = 0; field <= static_cast<int>(Field::Ignored); ++field)
        names.push_back(fieldName(static_cast<Field>(field)));
    return names;
}

bool takesOneColumn(Field field) { return field != Field::Kept && field != Field::Ignored; }

ColumnMapping ColumnMapping::guess(std::span<const std::string> columns)
{
    std::unordered_map<std::string, std::string> byName;
    for (const std::string& column : columns)
        byName.emplace(normalisedColumn(column), column);

    ColumnMapping mapping;
    const auto known = [&](const char* name) { return byName.contains(name); };
    // TMDB's own files call their number just "id"; under its true name it fits with other files' numbers.
    if (known("id") && !known("tmdbid") && known("voteaverage") && (known("votecount") || known("genreids")))
        mapping.assign(byName["id"], Field::TmdbId);
    const bool notes = known("letterboxduri") || (known("const") && known("titletype"))
                       || (known("position") && known("name") && known("url"));
    const bool history = notes || known("profilename") || (byName.size() == 2 && known("title"));
    for (const FieldEntry& entry : fieldTable()) {
        if (mapping.column(entry.field) || (notes && (entry.field == Field::Text || entry.field == Field::Keywords)))
            continue;
        for (const std::string& name : entry.columns) {
            const auto found = byName.find(name);
            if (found == byName.end() || mapping.field(found->second) || (history && name == "date"))
                continue;
            mapping.assign(found->second, entry.field);
            break;
        }
    }
    return mapping;
}

void ColumnMapping::extend(std::span<const std::string> columns)
{
    const ColumnMapping guessed = guess(columns);
    for (const std::string& name : columns) {
        const auto meaning = guessed.field(name);
        if (meaning && !m_fieldByColumn.contains(name) && !column(*meaning))
            assign(name, *meaning);
    }
}

bool columnNameMeans(std::string_view column, Field field)
{
    const std::string name = normalisedColumn(column);
    return std::ranges::any_of(fieldTable(), [&](const FieldEntry& entry) {
        return entry.field == field && std::ranges::find(entry.columns, name) != entry.columns.end();
    });
}

void ColumnMapping::assign(std::string column, Field field)
{
    if (takesOneColumn(field))
        std::erase_if(m_fieldByColumn, [field](const auto& entry) { return entry.second == field; });
    m_fieldByColumn.insert_or_assign(std::move(column), field);
}

std::optional<std::string> ColumnMapping::column(Field field) const
{
    for (const auto& [column, meaning] : m_fieldByColumn)
        if (meaning == field)
            return column;
    return std::nullopt;
}

std::optional<Field> ColumnMapping::field(std::string_view column) const
{
    const auto found = m_fieldByColumn.find(column);
    return found == m_fieldByColumn.end() ? std::nullopt : std::optional(found->second);
}

} // namespace tw
