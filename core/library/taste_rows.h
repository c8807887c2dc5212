// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/database.h"
#include "core/taste/taste_event.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tw {

// Events, settings and kept profiles as rows of library.sqlite. Private to core/library. What a row holds is verified:
// that it fits its checksum (…At) and that its values are possible at all (…Of). All work within the caller's
// transaction. Errors of reading: Damaged; of writing: Database.

/// A row's content with its checksum, which is to be added to the table's sum.
template <class Content>
struct CheckedRow {
    Content content;
    std::int64_t checksum = 0;
};

/// A setting as it is stored; also one that this version does not know.
struct SettingText {
    std::string name;
    std::string value;
};
struct KeptProfile {
    std::string space;
    std::vector<float> vector;
};

inline constexpr const char* kEventColumns = "id, time, act, item, target, source, source_detail, checksum";
inline constexpr const char* kSettingColumns = "name, value, checksum";
inline constexpr const char* kProfileColumns = "space, vector, checksum";

/// Of rows with the columns above, and without the checksum.
Result<CheckedRow<TasteEvent>> eventAt(const Statement& row);
Result<TasteEvent> eventOf(const Statement& row);
Result<CheckedRow<SettingText>> settingAt(const Statement& row);
Result<CheckedRow<KeptProfile>> keptProfileAt(const Statement& row);
Result<KeptProfile> keptProfileOf(const Statement& row);

/// Stores an event under the id it has.
Status insertEventRow(Database& database, const TasteEvent& event);
/// The next event's id: higher than all that were ever given.
Result<std::int64_t> nextEventId(Database& database);
Status storeSettingRow(Database& database, const SettingText& setting);
Status storeKeptProfileRow(Database& database, const KeptProfile& profile);

/// Calls visit(row) -> Status for each row of a statement.
template <class Visit>
Status forEachRow(Statement& select, const Visit& visit)
{
    while (true) {
        TW_ASSIGN(const bool more, select.step());
        if (!more)
            return {};
        TW_TRY(visit(select));
    }
}

} // namespace tw
