// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/meaning_search.h"

#include "core/base/random.h"
#include "core/base/thread_pool.h"
#include "core/simd/kernels.h"

namespace tw {

namespace {

constexpr std::size_t kRandomQueries = 40;
constexpr std::size_t kMixedRows = 64;
constexpr double kPercentile = 0.8;
constexpr std::uint64_t kSeed = 20170424;
constexpr std::size_t kRowsPerPiece = 16'384;
constexpr std::size_t kMaxRemembered = 16;
constexpr float kNoPassage = -2.0F;
/// Share of an item's whole vector beside its best passage; measured, see docs/search.md.
constexpr float kWholeShare = 0.35F;

/// Vectors that are not verified yet (Space::needsVerifying) may hold anything: what is no number is unlike everything,
/// so that it has a place in every order.
float sound(float similarity)
{
    return std::isfinite(similarity) ? similarity : kNoPassage;
}

/// out[i] = query · row i, on all threads.
Status similarities(MatrixView rows, std::span<const float> query, std::span<float> out, const TaskContext& context)
{
    return parallelFor(rows.rows(), kRowsPerPiece, context, [&](std::size_t begin, std::size_t end) {
        const MatrixView part(rows.data() + begin * rows.cols(), end - begin, rows.cols());
        const std::span<float> found = out.subspan(begin, end - begin);
        simd::dotRows(query, part, found);
        std::ranges::transform(found, found.begin(), sound);
    });
}

/// What MeaningMatch documents, for every row of the space.
struct Similarities {
    std::vector<float> whole;
    std::vector<float> passage;
    float combined(std::size_t row) const { return (1 - kWholeShare) * passage[row] + kWholeShare * whole[row]; }
    MeaningMatch match(std::uint32_t row) const { return {row, combined(row), whole[row], passage[row]}; }
};

Result<Similarities> itemSimilarities(const Space& space, std::span<const float> query, const TaskContext& context)
{
    Similarities found;
    found.whole.resize(space.size());
    TW_TRY(similarities(space.vectors(), query, found.whole, context));
    if (space.passages().empty()) {
        found.passage = found.whole;
        return found;
    }
    std::vector<float> parts(space.passages().rows());
    TW_TRY(similarities(space.passages(), query, parts, context));
    found.passage.assign(space.size(), kNoPassage);
    const std::span<const std::uint32_t> rows = space.passageRows();
    for (std::size_t i = 0; i < parts.size(); ++i)
        found.passage[rows[i]] = std::max(found.passage[rows[i]], parts[i]);
    for (std::size_t row = 0; row < found.whole.size(); ++row)
        if (found.passage[row] == kNoPassage)
            found.passage[row] = found.whole[row];
    return found;
}

/// mean + Σ g_j (row_j − mean) / √m over m random rows: normal with the rows' own mean and covariance.
std::vector<float> randomQuery(MatrixView rows, std::span<const float> mean, Random& random)
{
    const std::size_t mixed = std::min(kMixedRows, rows.rows());
    std::vector<float> query(mean.begin(), mean.end());
    for (std::size_t j = 0; j < mixed; ++j) {
        const std::span<const float> row = rows.row(random.below(rows.rows()));
        const auto factor = static_cast<float>(random.normal() / std::sqrt(static_cast<double>(mixed)));
        for (std::size_t d = 0; d < query.size(); ++d)
            query[d] += factor * (row[d] - mean[d]);
    }
    simd::normalise(query);
    return query;
}

std::vector<float> meanOf(MatrixView rows)
{
    std::vector<double> sum(rows.cols());
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        const std::span<const float> row = rows.row(i);
        for (std::size_t d = 0; d < sum.size(); ++d)
            sum[d] += static_cast<double>(row[d]);
    }
    std::vector<float> mean(rows.cols());
    for (std::size_t d = 0; d < sum.size(); ++d)
        mean[d] = static_cast<float>(sum[d] / static_cast<double>(rows.rows()));
    return mean;
}

Result<MeaningScale> measureScale(const Space& space, const TaskContext& context)
{
    const MatrixView rows = space.passages().empty() ? space.vectors() : space.passages();
    MeaningScale scale;
    if (rows.rows() < 2)
        return scale;
    const std::vector<float> mean = meanOf(rows);
    Random random(kSeed);
    std::vector<float> best;
    double sum = 0;
    for (std::size_t i = 0; i < kRandomQueries; ++i) {
        const std::vector<float> query = randomQuery(rows, mean, random);
        TW_ASSIGN(const Similarities found, itemSimilarities(space, query, context));
        float most = -1;
        for (std::size_t row = 0; row < found.whole.size(); ++row) {
            most = std::max(most, found.combined(row));
            sum += static_cast<double>(found.combined(row));
        }
        best.push_back(most);
    }
    std::ranges::sort(best);
    scale.usual = static_cast<float>(sum / static_cast<double>(kRandomQueries * space.size()));
    scale.floor = best[static_cast<std::size_t>(kPercentile * static_cast<double>(best.size() - 1))];
    // Mixtures of a handful of rows are near those rows themselves, so a tiny space tells little about chance.
    scale.floor *= std::min(1.0F, static_cast<float>(rows.rows()) / static_cast<float>(kMixedRows));
    return scale;
}

/// A pure function of the space, remembered because searches come with every key pressed.
class ScaleMemory {
public:
    std::optional<MeaningScale> find(const std::string& fingerprint)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_scales.find(fingerprint);
        return found == m_scales.end() ? std::nullopt : std::optional(found->second);
    }
    void put(const std::string& fingerprint, const MeaningScale& scale)
    {
        const std::lock_guard lock(m_mutex);
        if (m_scales.size() >= kMaxRemembered)
            m_scales.clear();
        m_scales[fingerprint] = scale;
    }

private:
    std::mutex m_mutex;
    std::map<std::string, MeaningScale> m_scales;
};

ScaleMemory& scaleMemory()
{
    static ScaleMemory memory;
    return memory;
}

} // namespace

Result<MeaningScale> meaningScale(const Space& space, const TaskContext& context)
{
    if (const auto known = scaleMemory().find(space.fingerprint()))
        return *known;
    TW_ASSIGN(const MeaningScale scale, measureScale(space, context));
    scaleMemory().put(space.fingerprint(), scale);
    return scale;
}

Result<std::vector<MeaningMatch>> searchMeaning(const Space& space, const VectorIndex* index,
                                                std::span<const float> query, std::size_t k, const RowFilter* filter,
                                                std::span<const std::uint32_t> others, const TaskContext& context)
{
    if (query.size() != space.dim())
        return fail(ErrorCode::DimensionMismatch, space.id());
    std::vector<float> unit(query.begin(), query.end());
    if (!simd::allFinite(unit) || simd::normalise(unit) <= 0)
        return fail(ErrorCode::NotFinite, space.id());
    std::vector<MeaningMatch> matches;
    if (space.size() == 0 || k == 0)
        return matches;
    const auto better = [](const MeaningMatch& a, const MeaningMatch& b) {
        return a.similarity != b.similarity ? a.similarity > b.similarity : a.row < b.row;
    };
    if (space.passages().empty() && index) {
        TW_ASSIGN(const std::vector<Neighbour> neighbours, index->search(unit, k, filter, context));
        for (const Neighbour& each : neighbours)
            if (each.row < space.size())
                matches.push_back({each.row, each.similarity, each.similarity, each.similarity});
        for (const std::uint32_t row : others) {
            const float similarity = sound(simd::dot(unit, space.vectors().row(row)));
            matches.push_back({row, similarity, similarity, similarity});
        }
    } else {
        TW_ASSIGN(const Similarities found, itemSimilarities(space, unit, context));
        for (std::uint32_t row = 0; row < found.whole.size(); ++row)
            if (!filter || !filter->excludes(row))
                matches.push_back(found.match(row));
        const auto last = matches.begin() + static_cast<std::ptrdiff_t>(std::min(k, matches.size()));
        std::partial_sort(matches.begin(), last, matches.end(), better);
        matches.erase(last, matches.end());
        for (const std::uint32_t row : others)
            matches.push_back(found.match(row));
    }
    // The index rounds otherwise than dot() does, so the two finds of a row can differ in the last digits.
    std::ranges::sort(matches, [&](const MeaningMatch& a, const MeaningMatch& b) {
        return a.row != b.row ? a.row < b.row : better(a, b);
    });
    const auto repeated = std::ranges::unique(matches, {}, &MeaningMatch::row);
    matches.erase(repeated.begin(), repeated.end());
    std::ranges::sort(matches, better);
    return matches;
}

} // namespace tw
