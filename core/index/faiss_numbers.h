// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace tw {

/// What tastewalk-faiss-reader writes to its standard output: this, then `idCount` numbers of 64 bits, which are 0 or
/// `rows` many, then rows × dim floats, row by row; or after a failure `textBytes` bytes of why. All as it lies in
/// memory: reader and read run on one machine. Nobody may trust it: the file it comes from may have broken the reader.
struct FaissNumbers {
    static constexpr std::uint64_t kMagic = 0x31736965'66617774ULL;
    enum class Outcome : std::uint32_t { Read = 1, Damaged = 2, Unsupported = 3 };
    enum class Kind : std::uint32_t { Flat = 1, Hnsw = 2, IvfPq = 3 };

    std::uint64_t magic = kMagic;
    Outcome outcome = Outcome::Read;
    std::uint32_t textBytes = 0;
    Kind kind = Kind::Flat;
    std::uint32_t metric = 0; ///< 0 inner product, 1 L2.
    std::uint64_t rows = 0;
    std::uint64_t dim = 0;
    std::uint64_t idCount = 0;
    std::int32_t m = 0; ///< HNSW; so are the next two.
    std::int32_t efConstruction = 0;
    std::int32_t efSearch = 0;
    std::int32_t lists = 0; ///< IVF-PQ; so are the next two.
    std::int32_t codeBytes = 0;
    std::int32_t probes = 0;
};
static_assert(sizeof(FaissNumbers) == 72, "no gaps");

} // namespace tw
