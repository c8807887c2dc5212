// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/index_choice.h"

#include "core/base/thread_pool.h"
#include "core/simd/int8_kernels.h"

#include <algorithm>
#include <cmath>
#include <fstream>

namespace tw {
namespace {

constexpr std::size_t kByteCentroids = 256;
constexpr std::size_t kRowsACentroid = 39;
/// A graph of so few rows gains nothing, even for many queries.
constexpr std::size_t kManyQueriesExactRows = 5000;
/// How much of the free memory an index may take that nobody asked for.
constexpr double kMemoryShare = 0.5;

// Times below are those of docs/index.md: one core, 768 dimensions, 85,000 rows; what they are scaled by is how the
// work grows. They serve to compare kinds, not to promise.

double scanMilliseconds(std::size_t rows, std::size_t dim)
{
    constexpr double kANumber = 53e-9;
    constexpr double kARow = 3e-6;
    return static_cast<double>(rows) * (static_cast<double>(simd::int8Padded(dim)) * kANumber + kARow);
}

double graphMilliseconds(const IndexSituation& situation, int efSearch, IndexLayout layout)
{
    constexpr double kAtMeasure = 0.12; // efSearch 32
    const double effort = (static_cast<double>(efSearch) + 8) / 40;
    const double width = (static_cast<double>(situation.dim) + 192) / 960;
    const double depth = std::log2(static_cast<double>(situation.rows) + 2) / std::log2(85'000.0);
    return kAtMeasure * effort * width * depth / (layout == IndexLayout::Fast ? 1.5 : 1);
}

/// Links of level 0, the share of the upper levels, and where they begin.
std::uint64_t linkBytes(std::size_t rows, int m)
{
    const double upper = 4.0 * m / (m - 1);
    return static_cast<std::uint64_t>(static_cast<double>(rows) * (8.0 * m + upper + 12));
}

std::uint64_t smallBytes(const IndexSituation& s, int m)
{
    return linkBytes(s.rows, m) + std::uint64_t{s.rows} * (simd::int8Padded(s.dim) + 8);
}

/// The sketches take one to four cache lines a row; which, is known when they are made.
std::uint64_t fastBytes(const IndexSituation& s, int m)
{
    constexpr std::uint64_t kUsualSketch = 128;
    return smallBytes(s, m) + std::uint64_t{s.rows} * kUsualSketch;
}

std::uint64_t rowBytes(const IndexSituation& s)
{
    return std::uint64_t{s.rows} * s.dim * sizeof(float);
}

bool fits(std::uint64_t bytes, const IndexSituation& s)
{
    return static_cast<double>(bytes) <= kMemoryShare * static_cast<double>(s.freeMemory);
}

/// efSearch that reached a recall on the measured sets: .98 at 32, .995 at 64, .999 at 256.
int efSearchFor(double recall)
{
    return recall <= 0.98 ? 32 : recall <= 0.99 ? 48 : recall <= 0.995 ? 64 : recall <= 0.999 ? 256 : 512;
}

void resolveLayout(IndexChoice& choice, const IndexSituation& s)
{
    IndexOptions& options = choice.options;
    if (options.layout == IndexLayout::Auto) {
        const bool room = fits(fastBytes(s, options.m) + rowBytes(s), s);
        options.layout = room ? IndexLayout::Fast : IndexLayout::Small;
        choice.layoutReason = room ? IndexReason::Asked : IndexReason::LittleMemory;
    }
    const bool fast = options.layout == IndexLayout::Fast;
    choice.expectedBytes = fast ? fastBytes(s, options.m) : smallBytes(s, options.m);
    choice.expectedMilliseconds = graphMilliseconds(s, options.efSearch, options.layout);
}

int defaultLists(std::size_t rows)
{
    // Codes lie in blocks of 64: shorter lists would be filled up with more nothing than rows.
    constexpr std::size_t kRowsAList = 64;
    const auto wanted = static_cast<std::size_t>(4 * std::sqrt(static_cast<double>(rows)));
    return static_cast<int>(std::clamp<std::size_t>(std::min(wanted, rows / kRowsAList), 1, 1U << 16U));
}

int defaultProbes(int lists)
{
    return std::min(std::max(16, lists / 16), lists);
}

Status resolveIvfPq(IndexChoice& choice, const IndexSituation& s)
{
    IndexOptions& o = choice.options;
    if (o.lists == 0)
        o.lists = defaultLists(s.rows);
    if (s.rows < fewestRowsToTrain(o.lists))
        return fail(ErrorCode::InvalidArgument, "lists",
                    fmt::format("IVF-PQ with {} lists needs at least {} rows to train on, and {} to do well; there are {}",
                                o.lists, fewestRowsToTrain(o.lists),
                                kRowsACentroid * std::max<std::size_t>(kByteCentroids, static_cast<std::size_t>(o.lists)),
                                s.rows));
    if (o.codeBytes == 0)
        o.codeBytes = defaultCodeBytes(s.dim);
    if (s.dim % static_cast<std::size_t>(o.codeBytes) != 0)
        return fail(ErrorCode::InvalidArgument, "codeBytes",
                    fmt::format("{} does not divide {}, the numbers a row has; {} would", o.codeBytes, s.dim,
                                defaultCodeBytes(s.dim)));
    if (o.probes == 0)
        o.probes = defaultProbes(o.lists);
    o.probes = std::min(o.probes, o.lists);
    const auto lists = static_cast<double>(o.lists);
    const auto rows = static_cast<double>(s.rows);
    choice.recommendedRows = kRowsACentroid * std::max<std::size_t>(kByteCentroids, static_cast<std::size_t>(o.lists));
    // Lists hold whole blocks of 64 codes.
    choice.expectedBytes = static_cast<std::uint64_t>((rows + 32 * lists) * (o.codeBytes + 4)
                                                      + (lists + 2 * kByteCentroids) * static_cast<double>(s.dim) * 4);
    // Ranking the lists; tables and ordering anew; a centroid and the blocks of codes for each list looked at.
    const auto dim = static_cast<double>(s.dim);
    choice.expectedMilliseconds = lists * dim * 50e-9 + dim * 90e-6
        + o.probes * (dim * 4 + (rows / lists + 32) * o.codeBytes) * 0.17e-6;
    return {};
}

IndexKind resolveKind(IndexChoice& choice, const IndexOptions& wanted, const IndexSituation& s)
{
    const std::size_t exactRows = s.manyQueries ? kManyQueriesExactRows : autoExactRows(s.dim);
    if (s.rows <= exactRows || s.dim == 0) {
        choice.kindReason = IndexReason::Few;
        return IndexKind::Exact;
    }
    if (wanted.wishedRecall >= 1) {
        choice.kindReason = IndexReason::WishedRecall;
        return IndexKind::Exact;
    }
    if (fits(smallBytes(s, wanted.m), s)) {
        choice.kindReason = IndexReason::Many;
        return IndexKind::Hnsw;
    }
    choice.kindReason = IndexReason::LittleMemory;
    return IndexKind::IvfPq;
}

} // namespace

std::size_t autoExactRows(std::size_t dim)
{
    return static_cast<std::size_t>(kAutoExactMilliseconds / scanMilliseconds(1, dim));
}

std::size_t fewestRowsToTrain(int lists)
{
    return std::max<std::size_t>(kByteCentroids, static_cast<std::size_t>(std::max(lists, 1)));
}

int defaultCodeBytes(std::size_t dim)
{
    std::size_t best = 1;
    const auto distance = [dim](std::size_t bytes) { return bytes * 8 > dim ? bytes * 8 - dim : dim - bytes * 8; };
    for (std::size_t bytes = 1; bytes <= std::min<std::size_t>(dim, 4096); ++bytes)
        if (dim % bytes == 0 && distance(bytes) <= distance(best))
            best = bytes;
    return static_cast<int>(best);
}

Result<IndexChoice> chooseIndex(const IndexOptions& wanted, const IndexSituation& situation)
{
    TW_TRY(wanted.validate());
    IndexChoice choice;
    choice.options = wanted;
    if (wanted.kind == IndexKind::Auto) {
        choice.options.kind = resolveKind(choice, wanted, situation);
        choice.options.efSearch = std::max(wanted.efSearch, efSearchFor(wanted.wishedRecall));
    }
    if (choice.options.threads == 0)
        choice.options.threads = static_cast<int>(parallelism());
    switch (choice.options.kind) {
    case IndexKind::Hnsw: resolveLayout(choice, situation); break;
    case IndexKind::IvfPq:
        choice.options.layout = IndexLayout::Small;
        TW_TRY(resolveIvfPq(choice, situation));
        break;
    default:
        choice.options.layout = IndexLayout::Small;
        choice.expectedBytes = std::uint64_t{situation.rows} * (simd::int8Padded(situation.dim) + 4);
        choice.expectedMilliseconds = scanMilliseconds(situation.rows, situation.dim);
    }
    return choice;
}

IndexOptions withoutDefaults(IndexOptions resolved, std::size_t rows, std::size_t dim)
{
    if (resolved.probes == defaultProbes(resolved.lists))
        resolved.probes = 0;
    if (resolved.lists == defaultLists(rows))
        resolved.lists = 0;
    if (dim > 0 && resolved.codeBytes == defaultCodeBytes(dim))
        resolved.codeBytes = 0;
    return resolved;
}

std::uint64_t freeMemory()
{
    constexpr std::uint64_t kGuess = std::uint64_t{2} << 30U;
    std::ifstream file("/proc/meminfo");
    for (std::string name; file >> name;) {
        std::uint64_t kibibytes = 0;
        if (name == "MemAvailable:")
            return file >> kibibytes ? kibibytes * 1024 : kGuess;
        file.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    }
    return kGuess;
}

} // namespace tw
