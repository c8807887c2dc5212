// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/index_bench_figures.h"

#include "core/base/files.h"

#include <fmt/format.h>

#include <cstdlib>

namespace tw::bench {
namespace {

/// A folder of its own, gone afterwards.
class WorkFolder {
public:
    WorkFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "tastewalk-bench-XXXXXX").string();
        if (::mkdtemp(name.data()))
            m_path = name;
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    ~WorkFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

double milliseconds(double since) { return (wallSeconds() - since) * 1e3; }

/// The rows as the program has them: mapped from a file.
struct Mapped {
    std::shared_ptr<const MappedFile> file;
    MatrixView rows;
};
Result<Mapped> mapRows(const Matrix& rows, const std::filesystem::path& path)
{
    TW_TRY(writeFileAtomically(path, {reinterpret_cast<const char*>(rows.data()),
                                      rows.rows() * rows.cols() * sizeof(float)}));
    TW_ASSIGN(auto file, MappedFile::open(path));
    const auto* first = reinterpret_cast<const float*>(file->bytes().data());
    return Mapped{file, {first, rows.rows(), rows.cols()}};
}

Status measure(const Settings& settings, Figures& figures)
{
    const WorkFolder folder;
    say(fmt::format("large set: {} rows of {} dimensions", settings.millionRows, settings.millionDim));
    Matrix queries;
    Mapped mapped;
    {
        MeasurementSet set = makeMeasurementSet(settings.millionRows, 200, settings.millionDim, settings.seed + 1);
        TW_ASSIGN(mapped, mapRows(set.rows, folder.path() / "rows"));
        queries = std::move(set.queries);
    }
    const Truth truth = findTruth(mapped.rows, queries);
    IndexOptions options;
    options.kind = IndexKind::Hnsw;
    options.layout = IndexLayout::Small;
    options.m = settings.m;
    options.efConstruction = settings.efConstruction;
    // The program knows the hash from the vectors' file and computes none.
    const IndexedVectors vectors{.unit = mapped.rows, .owner = mapped.file, .contentHash = "large set"};
    Built built;
    auto start = wallSeconds();
    auto index = buildOurs("large", vectors, options, built, figures);
    auto& found = figures.million;
    found["build_s"] = wallSeconds() - start;
    found["build_cpu_s"] = built.seconds;
    if (!index)
        return {};
    found["memory_mb"] = static_cast<double>(built.bytes) / 1e6;
    found["resident_mb"] = static_cast<double>(built.residentBytes) / 1e6;

    start = wallSeconds();
    const std::filesystem::path path = folder.path() / "index";
    TW_TRY(index->save(path));
    found["save_ms"] = milliseconds(start);
    found["file_mb"] = static_cast<double>(std::filesystem::file_size(path)) / 1e6;
    index.reset();

    start = wallSeconds();
    TW_ASSIGN(const auto opened, loadIndex(path, vectors));
    found["load_ms"] = milliseconds(start);
    TW_ASSIGN(const auto first, opened->search(queries.row(0), kNeighbours, nullptr, {}));
    found["first_answer_ms"] = milliseconds(start);
    const std::vector<Contender> contenders{indexContender("large", *opened, {32, 64, 128})};
    const std::vector<Curve> curves = measureCurves(contenders, mapped.rows, queries, truth, settings.passes);
    for (const CurvePoint& point : curves.front().points) {
        found[fmt::format("recall_at_ef_{}", point.effort)] = point.recall;
        found[fmt::format("qps_at_ef_{}", point.effort)] = point.qps;
    }
    return {};
}

} // namespace

void measureMillion(const Settings& settings, Figures& figures)
{
    if (settings.millionRows == 0)
        return;
    if (const Status status = measure(settings, figures); !status)
        figures.missing.push_back(fmt::format("large set: {} {}", errorCodeName(status.error().code),
                                              status.error().detail));
}

} // namespace tw::bench
