// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/catalog_values.h"

#include "core/base/text.h"
#include "core/search/fame.h"
#include "core/search/edit_distance.h"
#include "core/search/place_names.h"
#include "core/search/title_matcher.h"

#include <map>

namespace tw {

namespace {

struct FieldName {
    std::string_view name;
    FilterField field;
};

/// The first name of each field is the one shown.
constexpr std::array kNames{
    FieldName{"year", FilterField::Year},         FieldName{"years", FilterField::Year},
    FieldName{"decade", FilterField::Year},       FieldName{"genre", FilterField::Genre},
    FieldName{"genres", FilterField::Genre},      FieldName{"director", FilterField::Director},
    FieldName{"directors", FilterField::Director}, FieldName{"by", FilterField::Director},
    FieldName{"actor", FilterField::Actor},       FieldName{"actors", FilterField::Actor},
    FieldName{"actress", FilterField::Actor},     FieldName{"cast", FilterField::Actor},
    FieldName{"with", FilterField::Actor},        FieldName{"star", FilterField::Actor},
    FieldName{"country", FilterField::Country},   FieldName{"countries", FilterField::Country},
    FieldName{"language", FilterField::Language}, FieldName{"languages", FilterField::Language},
    FieldName{"lang", FilterField::Language},     FieldName{"keyword", FilterField::Keyword},
    FieldName{"keywords", FilterField::Keyword},  FieldName{"tag", FilterField::Keyword},
    FieldName{"about", FilterField::Keyword},     FieldName{"runtime", FilterField::Runtime},
    FieldName{"minutes", FilterField::Runtime},   FieldName{"length", FilterField::Runtime},
    FieldName{"title", FilterField::Title},
};

/// Genres that go by several names, or nearly.
constexpr std::array<std::array<std::string_view, 4>, 6> kSameGenre{{
    {"science fiction", "sci fi", "scifi", "sf"},
    {"animation", "animated", "cartoon", "anime"},
    {"documentary", "doc", "docs", "documentaries"},
    {"biography", "biopic", "biographical", "bio"},
    {"romance", "romantic", "love", "love story"},
    {"comedy", "comic", "funny", "comedies"},
}};

constexpr std::size_t kMostLettersWrong = 3;

/// Other words for what was typed, itself first.
std::vector<std::string> formsOf(FilterField field, const std::string& form)
{
    std::vector<std::string> forms{form};
    if (field == FilterField::Genre)
        for (const auto& names : kSameGenre)
            if (std::ranges::find(names, form) != names.end())
                forms.insert(forms.end(), names.begin(), names.end());
    if (field == FilterField::Country || field == FilterField::Language)
        for (std::string& other : otherPlaceNames(field == FilterField::Country, form))
            forms.push_back(titleForm(other));
    return forms;
}

enum class Fit { None, Begun, Words, Related, Whole };

/// Both as titleForm() gives them.
Fit fitOf(std::string_view value, std::string_view typed)
{
    if (value == typed)
        return Fit::Whole;
    Fit best = Fit::None;
    for (std::size_t at = value.find(typed); at != std::string_view::npos; at = value.find(typed, at + 1)) {
        if (at > 0 && value[at - 1] != ' ')
            continue;
        const std::size_t end = at + typed.size();
        best = std::max(best, end == value.size() || value[end] == ' ' ? Fit::Words : Fit::Begun);
    }
    return best;
}

} // namespace

std::string_view filterFieldName(FilterField field)
{
    return std::ranges::find(kNames, field, &FieldName::field)->name;
}

std::optional<FilterField> filterFieldFromName(std::string_view name)
{
    const std::string lower = toLower(name);
    const auto found = std::ranges::find(kNames, std::string_view(lower), &FieldName::name);
    return found == kNames.end() ? std::nullopt : std::optional(found->field);
}

std::span<const std::string> fieldTexts(const Item& item, FilterField field)
{
    switch (field) {
    case FilterField::Genre: return item.genres;
    case FilterField::Director: return item.directors;
    case FilterField::Actor: return item.cast;
    case FilterField::Country: return item.countries;
    case FilterField::Language: return item.languages;
    case FilterField::Keyword: return item.keywords;
    case FilterField::Title: return {&item.title, 1};
    case FilterField::Year:
    case FilterField::Runtime: break;
    }
    return {};
}

struct CatalogValues::Field {
    std::vector<FieldValue> values;
    std::vector<std::string> forms; ///< titleForm() of each.
    std::vector<std::vector<ItemId>> items;
};

CatalogValues::CatalogValues(std::shared_ptr<const Catalog> catalog) : m_owner(std::move(catalog)), m_catalog(m_owner.get()) {}

std::shared_ptr<const CatalogValues> CatalogValues::of(const std::shared_ptr<const Catalog>& catalog)
{
    struct Entry {
        std::weak_ptr<const Catalog> catalog;
        std::shared_ptr<CatalogValues> values; ///< Does not keep the catalogue alive.
    };
    struct Pair {
        std::shared_ptr<const Catalog> catalog;
        std::shared_ptr<const CatalogValues> values;
    };
    static std::mutex mutex;
    static std::vector<Entry> entries;
    const std::lock_guard lock(mutex);
    std::erase_if(entries, [](const Entry& entry) { return entry.catalog.expired(); });
    auto known = std::ranges::find_if(entries, [&](const Entry& entry) {
        return !entry.catalog.owner_before(catalog) && !catalog.owner_before(entry.catalog);
    });
    if (known == entries.end()) {
        auto values = std::make_shared<CatalogValues>(catalog);
        values->m_owner = nullptr;
        known = entries.insert(entries.end(), {catalog, std::move(values)});
    }
    const auto pair = std::make_shared<const Pair>(Pair{catalog, known->values});
    return {pair, pair->values.get()};
}
CatalogValues::~CatalogValues() = default;

namespace {

struct Gathered {
    std::vector<ItemId> items;
    std::map<std::string, std::size_t> spellings;
};

/// By folded form: "Sci-Fi" and "sci-fi" are one value.
std::unordered_map<std::string, Gathered> gather(const Catalog& catalog, FilterField field)
{
    std::unordered_map<std::string, std::string> formOf; // folding is the cost, and values repeat
    std::unordered_map<std::string, Gathered> gathered;
    for (const Item& item : catalog.items())
        for (const std::string& text : fieldTexts(item, field)) {
            auto known = formOf.find(text);
            if (known == formOf.end())
                known = formOf.emplace(text, titleForm(text)).first;
            if (known->second.empty())
                continue;
            Gathered& value = gathered[known->second];
            if (value.items.empty() || value.items.back() != item.id)
                value.items.push_back(item.id);
            ++value.spellings[text];
        }
    return gathered;
}

} // namespace

const CatalogValues::Field& CatalogValues::field(FilterField field) const
{
    const auto place = static_cast<std::size_t>(field);
    std::call_once(m_once[place], [&] {
        auto made = std::make_unique<Field>();
        auto gathered = gather(*m_catalog, field);
        std::vector<std::pair<const std::string, Gathered>*> order;
        for (auto& each : gathered)
            order.push_back(&each);
        std::ranges::sort(order, [](const auto* a, const auto* b) {
            return std::tuple(b->second.items.size(), std::string_view(a->first)) <
                   std::tuple(a->second.items.size(), std::string_view(b->first));
        });
        for (auto* each : order) {
            const auto& spelling = *std::ranges::max_element(
                each->second.spellings, {}, [](const auto& counted) { return counted.second; });
            made->values.push_back({spelling.first, each->second.items.size()});
            made->forms.push_back(each->first);
            made->items.push_back(std::move(each->second.items));
        }
        m_fields[place] = std::move(made);
    });
    return *m_fields[place];
}

std::span<const FieldValue> CatalogValues::values(FilterField which) const { return field(which).values; }

std::span<const ItemId> CatalogValues::items(FilterField which, std::size_t value) const
{
    return field(which).items[value];
}

std::vector<std::uint32_t> CatalogValues::matching(FilterField which, std::string_view typed) const
{
    const Field& known = field(which);
    const std::string form = titleForm(typed);
    std::vector<std::uint32_t> found;
    if (form.empty())
        return found;
    Fit best = Fit::Begun;
    const std::vector<std::string> forms = formsOf(which, form);
    // A country's names are one thing; of a genre's, the one typed is meant if the catalogue has it.
    const Fit otherName = which == FilterField::Genre ? Fit::Related : Fit::Whole;
    for (std::uint32_t i = 0; i < known.forms.size(); ++i) {
        Fit fit = fitOf(known.forms[i], form);
        // Another name for it must be the whole value: "us" is not in "campus", nor "in" a word of what India has.
        for (std::size_t j = 1; j < forms.size() && fit < otherName; ++j)
            if (known.forms[i] == forms[j])
                fit = otherName;
        if (fit < best)
            continue;
        if (fit > best)
            found.clear();
        best = fit;
        found.push_back(i);
    }
    return found;
}

float CatalogValues::fame(ItemId item) const
{
    std::call_once(m_fameOnce, [this] { m_fame = fameOf(*m_catalog); });
    return m_catalog->contains(item) ? m_fame[item.value()] : 0;
}

std::string CatalogValues::nearest(FilterField which, std::string_view typed) const
{
    const Field& known = field(which);
    const std::string form = titleForm(typed);
    const std::size_t most = std::min(form.size() / 3, kMostLettersWrong);
    std::size_t best = most + 1;
    std::string nearest;
    for (std::size_t i = 0; i < known.forms.size() && best > 1; ++i) {
        const std::size_t distance = editDistance(form, known.forms[i], best - 1);
        if (distance < best) {
            best = distance;
            nearest = known.values[i].value;
        }
    }
    return nearest;
}

} // namespace tw
