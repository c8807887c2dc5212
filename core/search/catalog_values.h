// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/search/item_set.h"

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// What items can be filtered and counted by.
enum class FilterField { Genre, Director, Actor, Country, Language, Keyword, Title, Year, Runtime };
inline constexpr std::size_t kFilterFieldCount = 9;
inline constexpr std::array<FilterField, kFilterFieldCount> kFilterFields{
    FilterField::Year,  FilterField::Genre,   FilterField::Director, FilterField::Actor,  FilterField::Country,
    FilterField::Language, FilterField::Keyword, FilterField::Runtime,  FilterField::Title};

/// Year and Runtime are compared as numbers, the others as texts.
constexpr bool isNumeric(FilterField field) { return field == FilterField::Year || field == FilterField::Runtime; }

/// The word typed before the colon: "year", "genre", …
std::string_view filterFieldName(FilterField field);
/// Of a name or another word for it ("cast", "actors", "decade", "by"), in any case; none when there is no such field.
std::optional<FilterField> filterFieldFromName(std::string_view name);

/// One value of a field and how many items have it.
struct FieldValue {
    std::string value;     ///< As the catalogue spells it (the most frequent spelling of equal folded ones).
    std::size_t count = 0; ///< Items.
};

/// The values that a catalogue's items have in each text field, and who has them. A field is gone through when it is
/// first asked for (some 0.1 s for the cast of 40,000 films). Thread-safe.
class CatalogValues {
public:
    explicit CatalogValues(std::shared_ptr<const Catalog> catalog);
    /// The one of this catalogue that all share who ask so: what it has worked out is there for the next search. Freed
    /// with the catalogue.
    static std::shared_ptr<const CatalogValues> of(const std::shared_ptr<const Catalog>& catalog);
    ~CatalogValues();

    const Catalog& catalog() const { return *m_catalog; }

    /// All values of a text field, most frequent first, then by name. Empty for Year and Runtime.
    std::span<const FieldValue> values(FilterField field) const;
    /// Items with values(field)[value], rising.
    std::span<const ItemId> items(FilterField field, std::size_t value) const;

    /// Positions in values(field) of what somebody means who types this: values that are it; else values that have it
    /// as whole words ("varda" → "Agnès Varda"); else values where the last word is only begun. Folded; "sci-fi" finds
    /// "Science Fiction", "fr" and "French" each other. Empty when nothing fits.
    std::vector<std::uint32_t> matching(FilterField field, std::string_view typed) const;
    /// The value that differs from the typed text by the fewest letters, at most by a third of them; empty when there
    /// is none.
    std::string nearest(FilterField field, std::string_view typed) const;

    /// How well known an item is beside the others, 0..1, ½ in the middle: by the logarithm of its votes where the
    /// catalogue has a column of them (votes, vote_count, popularity, …), else by that of the length of what is written
    /// about it. Worked out when first asked for.
    float fame(ItemId item) const;

private:
    struct Field;
    const Field& field(FilterField field) const;
    std::shared_ptr<const Catalog> m_owner; ///< Null when the catalogue is known to outlive this.
    const Catalog* m_catalog;
    mutable std::once_flag m_fameOnce;
    mutable std::vector<float> m_fame;
    mutable std::array<std::once_flag, kFilterFieldCount> m_once;
    mutable std::array<std::unique_ptr<Field>, kFilterFieldCount> m_fields;
};

/// The texts an item has in a text field; none for Year and Runtime.
std::span<const std::string> fieldTexts(const Item& item, FilterField field);

} // namespace tw
