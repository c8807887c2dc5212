// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/taste_rows.h"

#include "core/library/row_sums.h"

#include <cmath>
#include <cstring>
#include <limits>

namespace tw {

namespace {

std::string_view characters(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// A time of an act: between 1970 and the year 9999.
constexpr std::int64_t kLastTime = 253'402'300'799'999;

std::int64_t checksumOf(const TasteEvent& event)
{
    RowChecksum checksum("events");
    checksum.add(event.id).add(std::int64_t{event.time.time_since_epoch().count()}).add(actName(event.act));
    event.item.isValid() ? checksum.add(std::int64_t{event.item.value()}) : checksum.addNull();
    event.target != 0 ? checksum.add(event.target) : checksum.addNull();
    return checksum.add(sourceName(event.source)).add(event.sourceDetail).value();
}

/// Of the row's cells as they are: a newer version may know sources that this one does not.
std::int64_t checksumOfEventRow(const Statement& row)
{
    RowChecksum checksum("events");
    checksum.add(row.integer(0)).add(row.integer(1)).add(row.text(2));
    for (const int column : {3, 4})
        row.isNull(column) ? checksum.addNull() : checksum.add(row.integer(column));
    return checksum.add(row.text(5)).add(row.text(6)).value();
}

} // namespace

Result<TasteEvent> eventOf(const Statement& row)
{
    const auto damaged = [&row](const char* why) {
        return fail(ErrorCode::Damaged, "events", fmt::format("event {}: {}", row.integer(0), why));
    };
    const auto act = actFromName(row.text(2));
    if (!act)
        return damaged("is no act");
    TasteEvent event;
    event.id = row.integer(0);
    event.act = *act;
    if (event.id <= 0)
        return damaged("no such number can be");
    if (row.integer(1) < 0 || row.integer(1) > kLastTime)
        return damaged("no such time can be");
    event.time = TimePoint(std::chrono::milliseconds(row.integer(1)));
    if (!row.isNull(3)) {
        if (row.integer(3) < 0 || row.integer(3) >= std::numeric_limits<std::uint32_t>::max())
            return damaged("is about an item that can't be");
        event.item = ItemId(static_cast<std::uint32_t>(row.integer(3)));
    }
    event.target = row.integer(4);
    if (event.act == Act::Undone ? event.target <= 0 : !event.item.isValid())
        return damaged("is about nothing");
    event.source = sourceFromName(row.text(5)).value_or(Source::Unknown);
    event.sourceDetail = row.text(6);
    return event;
}

Result<CheckedRow<TasteEvent>> eventAt(const Statement& row)
{
    if (row.integer(7) != checksumOfEventRow(row))
        return fail(ErrorCode::Damaged, "events", fmt::format("event {} does not fit its checksum", row.integer(0)));
    TW_ASSIGN(TasteEvent event, eventOf(row));
    return CheckedRow<TasteEvent>{std::move(event), row.integer(7)};
}

Result<CheckedRow<SettingText>> settingAt(const Statement& row)
{
    if (row.integer(2) != RowChecksum("settings").add(row.text(0)).add(row.text(1)).value())
        return fail(ErrorCode::Damaged, "settings", "a row does not fit its checksum");
    return CheckedRow<SettingText>{{std::string(row.text(0)), std::string(row.text(1))}, row.integer(2)};
}

Result<KeptProfile> keptProfileOf(const Statement& row)
{
    const std::span<const std::byte> bytes = row.blob(1);
    KeptProfile profile{std::string(row.text(0)), std::vector<float>(bytes.size() / sizeof(float))};
    if (bytes.empty() || bytes.size() % sizeof(float) != 0)
        return fail(ErrorCode::Damaged, "kept_profiles", profile.space);
    std::memcpy(profile.vector.data(), bytes.data(), bytes.size());
    if (!std::ranges::all_of(profile.vector, [](float value) { return std::isfinite(value); }))
        return fail(ErrorCode::Damaged, "kept_profiles", profile.space + " has values that are no numbers");
    return profile;
}

Result<CheckedRow<KeptProfile>> keptProfileAt(const Statement& row)
{
    if (row.integer(2) != RowChecksum("kept_profiles").add(row.text(0)).add(characters(row.blob(1))).value())
        return fail(ErrorCode::Damaged, "kept_profiles", "a row does not fit its checksum");
    TW_ASSIGN(KeptProfile profile, keptProfileOf(row));
    return CheckedRow<KeptProfile>{std::move(profile), row.integer(2)};
}

Status insertEventRow(Database& database, const TasteEvent& event)
{
    TW_ASSIGN(auto insert, database.prepare(fmt::format("INSERT INTO events({}) VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
                                                        kEventColumns)));
    TW_TRY(insert.bind(1, event.id));
    TW_TRY(insert.bind(2, std::int64_t{event.time.time_since_epoch().count()}));
    TW_TRY(insert.bind(3, actName(event.act)));
    TW_TRY(event.item.isValid() ? insert.bind(4, std::int64_t{event.item.value()}) : insert.bindNull(4));
    TW_TRY(event.target != 0 ? insert.bind(5, event.target) : insert.bindNull(5));
    TW_TRY(insert.bind(6, sourceName(event.source)));
    TW_TRY(insert.bind(7, std::string_view(event.sourceDetail)));
    TW_TRY(insert.bind(8, checksumOf(event)));
    return insert.run();
}

Result<std::int64_t> nextEventId(Database& database)
{
    TW_ASSIGN(auto select, database.prepare("SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE "
                                            "name = 'events'), 0), coalesce((SELECT max(id) FROM events), 0))"));
    TW_TRY(select.step());
    return select.integer(0) + 1;
}

Status storeSettingRow(Database& database, const SettingText& setting)
{
    TW_ASSIGN(auto store, database.prepare("INSERT INTO settings(name, value, checksum) VALUES(?, ?, ?) ON CONFLICT(name) "
                                           "DO UPDATE SET value = excluded.value, checksum = excluded.checksum"));
    TW_TRY(store.bind(1, std::string_view(setting.name)));
    TW_TRY(store.bind(2, std::string_view(setting.value)));
    TW_TRY(store.bind(3, RowChecksum("settings").add(setting.name).add(setting.value).value()));
    return store.run();
}

Status storeKeptProfileRow(Database& database, const KeptProfile& profile)
{
    TW_ASSIGN(auto store,
              database.prepare("INSERT INTO kept_profiles(space, vector, checksum) VALUES(?, ?, ?) ON CONFLICT(space) "
                               "DO UPDATE SET vector = excluded.vector, checksum = excluded.checksum"));
    const std::span<const std::byte> bytes = std::as_bytes(std::span(profile.vector));
    TW_TRY(store.bind(1, std::string_view(profile.space)));
    TW_TRY(store.bindBlob(2, bytes));
    TW_TRY(store.bind(3, RowChecksum("kept_profiles").add(profile.space).add(characters(bytes)).value()));
    return store.run();
}

} // namespace tw
