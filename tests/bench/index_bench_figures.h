// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/vector_index.h"
#include "tests/bench/index_bench_curve.h"
#include "tests/bench/measurement_set.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tw::bench {

struct Settings {
    std::size_t rows = 85'000;
    std::size_t dim = 768;
    std::size_t queries = 1000;
    int m = 32;
    int efConstruction = 200;
    int passes = 5;
    std::uint64_t seed = 1;
    std::size_t millionRows = 1'000'000; ///< 0: left out.
    std::size_t millionDim = 128;
    std::filesystem::path embeddings; ///< The folder of real embeddings; empty: left out.
    std::filesystem::path json;
    bool smoke = false;
};

/// A built index, or hnswlib's.
struct Built {
    std::string name;
    double seconds = 0;             ///< Processor time.
    std::uint64_t bytes = 0;        ///< Codes and links; hnswlib's: vectors and links.
    std::uint64_t residentBytes = 0; ///< What the process grew by.
    IndexFacts facts;               ///< Ours only.
};

/// What one real set gave.
struct RealSet {
    std::string name;
    std::size_t rows = 0;
    std::size_t dim = 0;
    std::vector<Curve> curves; ///< One point each.
};

/// What the run found. A figure that could not be had is not in its map.
struct Figures {
    double nearestCosine = 0; ///< Of a query and its nearest row, on average.
    double randomCosine = 0;  ///< Of two rows.
    std::vector<Built> built;
    std::vector<Curve> graphs; ///< hnswlib, small, fast.
    std::vector<Curve> scans;  ///< f32 scan, exact, IVF-PQ.
    std::map<std::string, double> ratios;
    std::map<std::string, double> recall;
    std::map<std::string, double> threads; ///< Two against one.
    std::vector<RealSet> real;
    std::map<std::string, double> million;
    std::vector<std::string> missing; ///< What failed, with the reason.
};

/// Says on standard error what is being done.
void say(const std::string& text);

/// The contenders of the clustered set: graphs, scans, IVF-PQ, two threads.
void measureClustered(const Settings& settings, Figures& figures);
/// The real embeddings in the folder.
void measureReal(const Settings& settings, Figures& figures);
/// A million rows: build on all threads, save, open, search.
void measureMillion(const Settings& settings, Figures& figures);

/// An index of ours as a contender. Borrows the index.
Contender indexContender(std::string name, const VectorIndex& index, std::vector<int> efforts);
struct Reference;
/// hnswlib over `rows`, built on one thread, or null; the progress is told.
std::shared_ptr<Reference> buildReference(MatrixView rows, const Settings& settings, Built& built);
Contender referenceContender(std::shared_ptr<Reference> reference, std::vector<int> efforts);
/// Builds on one thread where options.threads is 1; the progress is told. Null when it failed or became another kind.
std::shared_ptr<const VectorIndex> buildOurs(std::string name, IndexedVectors vectors, const IndexOptions& options,
                                             Built& built, Figures& figures);

/// Bytes of this process that are in memory, after free memory was given back.
std::uint64_t residentBytes();

} // namespace tw::bench
