// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/hnswlib_reference.h"
#include "tests/bench/index_bench_figures.h"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>

#include <malloc.h>
#include <unistd.h>

namespace tw::bench {

/// hnswlib's graph, freed with this.
struct Reference {
    explicit Reference(TwHnswlib* made) : graph(made) {}
    Reference(const Reference&) = delete;
    Reference& operator=(const Reference&) = delete;
    ~Reference() { twHnswlibFree(graph); }
    TwHnswlib* graph;
};

namespace {

bool onTerminal() { return ::isatty(STDERR_FILENO) != 0; }

/// Fewer rows than this take no time.
constexpr std::size_t kWorthTelling = 10'000;

/// On a terminal one line that is written over; elsewhere a line every tenth part.
void tell(const char* what, std::size_t done, std::size_t total)
{
    static std::size_t tenths = 0;
    const std::size_t now = total == 0 ? 0 : 10 * done / total;
    if (onTerminal())
        fmt::print(stderr, "\r\033[K  {}: {} of {}{}", what, done, total, done >= total ? "\n" : "");
    else if (now != tenths && total >= kWorthTelling)
        fmt::print(stderr, "  {}: {} of {}\n", what, done, total);
    tenths = now;
}

class Progress final : public ProgressSink {
public:
    void report(Stage stage, std::uint64_t done, std::uint64_t total) override
    {
        const double now = wallSeconds();
        if (now - m_last < 0.5 && done < total)
            return;
        m_last = now;
        tell(stage == Stage::Checking ? "checking" : "building", done, total);
    }

private:
    double m_last = 0;
};

std::size_t referenceRows = 0;

} // namespace

void say(const std::string& text) { fmt::print(stderr, "{}\n", text); }

std::uint64_t residentBytes()
{
    ::malloc_trim(0);
    std::uint64_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages >> pages;
    return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

std::shared_ptr<Reference> buildReference(MatrixView rows, const Settings& settings, Built& built)
{
    say(fmt::format("hnswlib: building over {} rows", rows.rows()));
    referenceRows = rows.rows();
    const std::uint64_t before = residentBytes();
    const double start = processSeconds();
    auto made = std::make_shared<Reference>(
        twHnswlibBuild(rows.data(), rows.rows(), rows.cols(), static_cast<std::size_t>(settings.m),
                       static_cast<std::size_t>(settings.efConstruction),
                       [](std::size_t done) { tell("building", done, referenceRows); }));
    built.name = "hnswlib";
    built.seconds = processSeconds() - start;
    if (!made->graph)
        return nullptr;
    built.residentBytes = residentBytes() - before;
    built.bytes = twHnswlibBytes(made->graph);
    return made;
}

Contender referenceContender(std::shared_ptr<Reference> reference, std::vector<int> efforts)
{
    const auto find = [reference](std::span<const float> query, int effort, RowIds& found) {
        found.resize(kNeighbours);
        found.resize(twHnswlibSearch(reference->graph, query.data(), kNeighbours, static_cast<std::size_t>(effort),
                                     found.data()));
    };
    return {"hnswlib", find, std::move(efforts)};
}

std::shared_ptr<const VectorIndex> buildOurs(std::string name, IndexedVectors vectors, const IndexOptions& options,
                                             Built& built, Figures& figures)
{
    say(fmt::format("{}: building over {} rows", name, vectors.unit.rows()));
    built.name = std::move(name);
    const std::uint64_t before = residentBytes();
    const double start = processSeconds();
    Progress progress;
    Result<std::shared_ptr<const VectorIndex>> index = fail(ErrorCode::Internal);
    const auto build = [&] { index = buildIndex(vectors, options, {{}, &progress}); };
    if (options.threads == 1)
        onOneThread(build);
    else
        build();
    built.seconds = processSeconds() - start;
    if (!index || (*index)->kind() != options.kind) {
        const std::string why = index ? "became another kind"
                                      : fmt::format("{} {} {}", errorCodeName(index.error().code),
                                                    index.error().subject, index.error().detail);
        figures.missing.push_back(built.name + ": " + why);
        say(figures.missing.back());
        return nullptr;
    }
    const std::uint64_t after = residentBytes();
    built.residentBytes = after > before ? after - before : 0;
    built.facts = (*index)->facts();
    built.bytes = built.facts.codeBytes + built.facts.linkBytes;
    return *index;
}

Contender indexContender(std::string name, const VectorIndex& index, std::vector<int> efforts)
{
    const auto find = [&index](std::span<const float> query, int effort, RowIds& found) {
        found.clear();
        const auto neighbours = index.search(query, kNeighbours, SearchOptions{nullptr, effort}, {});
        if (neighbours)
            for (const Neighbour& neighbour : *neighbours)
                found.push_back(neighbour.row);
    };
    return {std::move(name), find, std::move(efforts)};
}

} // namespace tw::bench
