// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/session_rows.h"

namespace tw {
namespace {

ExportRow rowFor(const Session& session, ItemId id, std::size_t rank)
{
    ExportRow row;
    row.item = session.catalog->item(id);
    row.rank = rank;
    if (const ItemState state = session.history->state(id); state != ItemState::None)
        row.state = itemStateName(state);
    return row;
}

std::string foundIn(const TasteEvent& event)
{
    std::string text(sourceName(event.source));
    if (!event.sourceDetail.empty())
        text += (text.empty() ? "" : ": ") + event.sourceDetail;
    return text;
}

} // namespace

std::vector<ExportRow> likeRows(const Session& session)
{
    std::unordered_map<ItemId, float> shares;
    if (session.hasSpace()) {
        for (const ProfileShare& share : session.profile().shares)
            shares[share.item] = share.share;
    }
    std::vector<ExportRow> rows;
    const auto standings = session.history->standings();
    for (auto standing = standings.rbegin(); standing != standings.rend(); ++standing) {
        if (standing->state != ItemState::Liked)
            continue;
        ExportRow row = rowFor(session, standing->item, rows.size() + 1);
        row.date = standing->since.time;
        row.foundIn = foundIn(standing->since);
        if (const auto share = shares.find(standing->item); share != shares.end())
            row.share = share->second;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ExportRow> rankedRows(const Session& session, std::span<const RankedItem> items, std::string list)
{
    std::vector<ExportRow> rows;
    rows.reserve(items.size());
    for (const RankedItem& ranked : items) {
        ExportRow row = rowFor(session, ranked.item, rows.size() + 1);
        row.score = ranked.score;
        row.list = list;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ExportRow> searchRows(const Session& session, const SearchResults& results)
{
    std::vector<ExportRow> rows;
    rows.reserve(results.hits.size());
    for (const SearchHit& hit : results.hits) {
        ExportRow row = rowFor(session, hit.item, rows.size() + 1);
        row.score = hit.score;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace tw
