// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/space.h"

#include "core/base/hash.h"
#include "core/simd/kernels.h"
#include "core/space/space_parts.h"

namespace tw {
namespace {

/// Items are numbered densely from 0, so a larger number is a fault and would only make a huge table.
constexpr std::uint32_t kItemLimit = 1U << 28U;

Status checkParts(const Space::Parts& parts)
{
    const Matrix& vectors = parts.vectors;
    if (parts.id.empty())
        return fail(ErrorCode::InvalidArgument, "id", "is empty");
    if (vectors.empty())
        return fail(ErrorCode::InvalidArgument, "vectors", "has no rows");
    if (parts.provenance.metric != Metric::Cosine && !parts.provenance.rawScaleKnown)
        return fail(ErrorCode::InvalidArgument, "metric", "wants the lengths of the vectors");
    if (parts.items.size() != vectors.rows())
        return fail(ErrorCode::InvalidArgument, "items",
                    fmt::format("{} items for {} rows", parts.items.size(), vectors.rows()));
    if (!itemsAreValid(parts.items))
        return fail(ErrorCode::InvalidArgument, "items", "are not rising numbers of items");
    if (!parts.passages.empty() && parts.passages.cols() != vectors.cols())
        return fail(ErrorCode::DimensionMismatch, "passages",
                    fmt::format("{} numbers for {}", parts.passages.cols(), vectors.cols()));
    if (parts.passageRow.size() != parts.passages.rows())
        return fail(ErrorCode::InvalidArgument, "passageRow",
                    fmt::format("{} rows for {} passages", parts.passageRow.size(), parts.passages.rows()));
    if (std::ranges::any_of(parts.passageRow, [&](std::uint32_t row) { return row >= vectors.rows(); }))
        return fail(ErrorCode::InvalidArgument, "passageRow", "leads outside the vectors");
    return {};
}

/// Makes the row unit and returns its length.
Result<float> normaliseRow(std::span<float> row, ItemId item)
{
    if (!simd::allFinite(row))
        return fail(ErrorCode::NotFinite, std::to_string(item.value()), "has NaN or infinite numbers");
    const float length = simd::normalise(row);
    if (length == 0)
        return fail(ErrorCode::NotFinite, std::to_string(item.value()), "has length 0");
    return length;
}

template <class T>
std::string hashOf(std::span<const T> values)
{
    return hash128Hex(std::as_bytes(values));
}

std::span<const float> numbersOf(MatrixView matrix)
{
    return {matrix.data(), matrix.rows() * matrix.cols()};
}

} // namespace

bool itemsAreValid(std::span<const ItemId> items)
{
    return std::ranges::adjacent_find(items, std::greater_equal<>()) == items.end()
        && (items.empty() || items.back().value() < kItemLimit);
}

std::vector<std::uint32_t> rowsByItem(std::span<const ItemId> items)
{
    std::vector<std::uint32_t> rows(items.empty() ? 0 : items.back().value() + std::size_t{1}, kNoRow);
    for (std::size_t row = 0; row < items.size(); ++row)
        rows[items[row].value()] = static_cast<std::uint32_t>(row);
    return rows;
}

Result<std::shared_ptr<const Space>> Space::create(Parts parts)
{
    TW_TRY(checkParts(parts));
    const bool rawKnown = parts.provenance.rawScaleKnown;
    auto owned = std::make_shared<Parts>(std::move(parts));
    std::shared_ptr<Space> space(new Space());
    if (rawKnown)
        space->m_rawStatistics = DimensionStatistics::of(owned->vectors);
    space->m_rawNorms.reserve(owned->vectors.rows());
    for (std::size_t row = 0; row < owned->vectors.rows(); ++row) {
        TW_ASSIGN(const float length, normaliseRow(owned->vectors.row(row), owned->items[row]));
        space->m_rawNorms.push_back(rawKnown ? length : 1.0F);
    }
    for (std::size_t i = 0; i < owned->passages.rows(); ++i)
        TW_TRY(normaliseRow(owned->passages.row(i), owned->items[owned->passageRow[i]]));

    space->m_id = std::move(owned->id);
    space->m_provenance = std::move(owned->provenance);
    space->m_model = std::move(owned->model);
    space->m_items = std::move(owned->items);
    space->m_passageRows = std::move(owned->passageRow);
    space->m_vectors = owned->vectors;
    space->m_passages = owned->passages;
    space->m_storage = std::move(owned);
    space->m_rowOfItem = rowsByItem(space->m_items);
    space->m_statistics = DimensionStatistics::of(space->m_vectors);
    if (!rawKnown)
        space->m_rawStatistics = space->m_statistics;
    // An index is bound to its space by this, and one for another metric is no index of it.
    const std::string metric = space->comparesRaw() ? fmt::format(" {}", static_cast<int>(space->metric())) : "";
    const std::string hashes = fmt::format(
        "{}{} {} {} {} {} {} {}", space->dim(), metric, hashOf(numbersOf(space->m_vectors)), hashOf(space->items()),
        hashOf(space->rawNorms()), hashOf(numbersOf(space->m_passages)), hashOf(space->passageRows()),
        hash128Hex(space->m_model));
    space->m_fingerprint = hash128Hex(hashes);
    return space;
}

std::optional<std::uint32_t> Space::row(ItemId item) const
{
    if (item.value() >= m_rowOfItem.size() || m_rowOfItem[item.value()] == kNoRow)
        return std::nullopt;
    return m_rowOfItem[item.value()];
}

std::span<const float> Space::vector(ItemId item) const
{
    const auto found = row(item);
    return found ? m_vectors.row(*found) : std::span<const float>();
}

std::vector<float> Space::comparedVector(ItemId item) const
{
    const auto found = row(item);
    if (!found)
        return {};
    const std::span<const float> unit = m_vectors.row(*found);
    std::vector<float> vector(unit.begin(), unit.end());
    if (comparesRaw())
        for (float& value : vector)
            value *= m_rawNorms[*found];
    return vector;
}

Status Space::verify(const TaskContext& context) const
{
    for (const UnverifiedPayload& payload : m_unverified)
        TW_TRY(payload.verify(context));
    return {};
}

} // namespace tw
