// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/catalog/cell_cleaning.h"
#include "core/catalog/cell_values.h"
#include "core/catalog/column_mapping.h"
#include "core/catalog/read_limits.h"
#include "core/catalog/title_key.h"

namespace tw {

namespace {

constexpr int kYearsAhead = 10;

/// As it came: nested values as JSON, not made readable as cellText does.
std::string rawText(const Json& cell)
{
    if (cell.isString())
        return cell.asString();
    return cell.isArray() || cell.isObject() ? cell.dump() : cellText(cell);
}

class ItemMaker {
public:
    ItemMaker(const ColumnMapping& mapping, const ItemRules& rules, Mendings& mendings)
        : m_mapping(mapping), m_rules(rules), m_mendings(mendings)
    {
        if (m_rules.latestYear == 0)
            m_rules.latestYear = presentYear() + kYearsAhead;
    }

    void take(const std::string& column, const Json& raw)
    {
        const Json cell = cleanCell(raw, m_rules.repairDoubleEncoding, column, m_mendings);
        m_column = column;
        if (const auto field = m_mapping.field(column))
            setField(*field, cell);
        else
            keep(rawText(cell));
    }

    Item finish()
    {
        takeYearFromElsewhere();
        takeYearFromTitle();
        m_item.title = articleFirst(m_item.title);
        m_item.originalTitle = articleFirst(m_item.originalTitle);
        if (m_item.originalTitle == m_item.title)
            m_item.originalTitle.clear();
        std::erase(m_item.genres, "(no genres listed)"); // MovieLens' way to say none
        if (m_item.key.empty())
            m_item.key = !m_item.imdbId.empty()   ? "imdb:" + m_item.imdbId
                         : !m_item.tmdbId.empty() ? "tmdb:" + m_item.tmdbId
                                                  : titleKey(m_item);
        return std::move(m_item);
    }
    bool hasTitle() const { return !m_item.title.empty(); }

private:
    void setField(Field field, const Json& cell)
    {
        switch (field) {
        case Field::Key: setKey(cell); break;
        case Field::Title: m_item.title = limited(singleLine(printable(cellText(cell)))); break;
        case Field::OriginalTitle: m_item.originalTitle = limited(singleLine(printable(cellText(cell)))); break;
        case Field::Year: setYear(cellTextOrNothing(cell)); break;
        case Field::Runtime: m_item.runtimeMinutes = minutesFromText(cellText(cell)); break;
        case Field::Countries: m_item.countries = listFromCell(cell); break;
        case Field::Languages: m_item.languages = listFromCell(cell); break;
        case Field::Genres: setGenres(cell); break;
        case Field::Directors: m_item.directors = listFromCell(cell); break;
        case Field::Cast: m_item.cast = listFromCell(cell); break;
        case Field::Keywords: m_item.keywords = listFromCell(cell); break;
        case Field::Tagline: m_item.tagline = limited(cellTextOrNothing(cell)); break;
        case Field::Text: m_item.text = limited(cellTextOrNothing(cell), kMaxTextBytes); break;
        case Field::Poster: m_item.poster = limited(cellTextOrNothing(cell)); break;
        case Field::ImdbId:
            if (std::string id = imdbIdFromText(cellText(cell)); !id.empty())
                m_item.imdbId = std::move(id);
            break;
        case Field::TmdbId: m_item.tmdbId = tmdbIdFromText(cellText(cell)); break;
        case Field::Kept: keep(rawText(cell)); break;
        case Field::Ignored: break;
        }
    }

    /// Some files use IMDb's id, or the address of its page, as their own: that is better known as such.
    void setKey(const Json& cell)
    {
        const std::string key = limited(singleLine(printable(cellTextOrNothing(cell))));
        const bool namesImdb = key.starts_with("tt") || key.find("/tt") != std::string::npos;
        const std::string imdbId = namesImdb ? imdbIdFromText(key) : std::string();
        if (imdbId.empty())
            m_item.key = key;
        else if (m_item.imdbId.empty())
            m_item.imdbId = imdbId;
    }

    void setYear(const std::string& text)
    {
        const auto year = yearFromText(text);
        if (year && *year >= m_rules.earliestYear && *year <= m_rules.latestYear) {
            m_item.year = year;
            m_yearIsOfDate = text.size() > 6; // more than "1999.0"
            return;
        }
        if (year)
            note(m_mendings, Mending::YearOutOfRange, fmt::format("{}: {}", m_column, *year));
        keep(text);
    }

    void setGenres(const Json& cell)
    {
        m_item.genres = listFromCell(cell);
        for (std::string& genre : m_item.genres)
            if (const std::string_view name = tmdbGenreName(genre); !name.empty())
                genre = name;
    }

    /// The best column is empty in some records, and another one tells the year.
    void takeYearFromElsewhere()
    {
        for (const auto& [column, text] : m_item.extra) {
            if (m_item.year)
                return;
            if (column == m_mapping.column(Field::Year) || column == "date" || column == "Date"
                || m_mapping.field(column) == Field::Kept || !columnNameMeans(column, Field::Year))
                continue;
            const auto year = yearFromText(text);
            if (year && *year >= m_rules.earliestYear && *year <= m_rules.latestYear)
                m_item.year = year;
        }
    }

    void takeYearFromTitle()
    {
        const auto split = splitTitleYear(m_item.title);
        // A date can be of another release than the one the title tells of.
        const bool contradicts = m_item.year && m_item.year != split.value_or(TitleYear{}).year && !m_yearIsOfDate;
        if (!split || contradicts || split->year < m_rules.earliestYear
            || split->year > m_rules.latestYear)
            return;
        m_item.title = split->title;
        m_item.year = split->year;
    }

    std::string limited(std::string text, std::size_t limit = kMaxCellBytes)
    {
        if (text.size() <= limit)
            return text;
        note(m_mendings, Mending::TextShortened, m_column);
        return shortened(text, limit);
    }

    void keep(std::string text)
    {
        if (text.empty())
            return;
        const std::size_t size = std::min(text.size(), kMaxCellBytes) + m_column.size();
        if (m_extraBytes + size > kMaxExtraBytes) {
            note(m_mendings, Mending::TextShortened, m_column);
            return;
        }
        m_extraBytes += size;
        m_item.extra.emplace_back(m_column, limited(std::move(text)));
    }

    const ColumnMapping& m_mapping;
    ItemRules m_rules;
    Mendings& m_mendings;
    Item m_item;
    std::string m_column;
    bool m_yearIsOfDate = false;
    std::size_t m_extraBytes = 0;
};

} // namespace

std::string titleKey(const Item& item)
{
    std::string key = slug(item.title);
    if (key.empty())
        key = hash128Hex(item.title).substr(0, 16); // a title of signs only
    if (item.year)
        key += fmt::format("-{}", *item.year);
    return key;
}

Result<Item> itemFromRecord(const Record& record, const ColumnMapping& mapping, const ItemRules& rules, Mendings* mendings)
{
    if (record.fault)
        return fail(Error{ErrorCode::FormatBroken, {}, record.fault->detail, record.number});
    if (!mapping.column(Field::Title))
        return fail(ErrorCode::NoTitleColumn);
    Mendings unwanted;
    ItemMaker maker(mapping, rules, mendings ? *mendings : unwanted);
    for (const auto& [column, cell] : record.cells)
        maker.take(column, cell);
    if (!maker.hasTitle())
        return fail(Error{ErrorCode::FormatBroken, *mapping.column(Field::Title), "no title", record.number});
    return maker.finish();
}

} // namespace tw
