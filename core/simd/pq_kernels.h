// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tw::simd {

// Product quantisation (Jégou, Douze & Schmid 2011) with one byte for each part of a vector: the byte names the nearest
// of 256 centroids of that part. A part's centroids are kept by dimension, number d of centroid c at
// centroids[d·256 + c]. Codes are kept in blocks of 64 rows, byte j of row r at codes[j·64 + r], so that one look-up
// instruction serves 64 rows (the idea of FastScan, André, Kermarrec & Le Scouarnec 2015, with whole bytes).

inline constexpr std::size_t kPqCentroids = 256;
inline constexpr std::size_t kPqBlockRows = 64;

/// Kernels over such codes, for one instruction set. Any alignment.
struct PqKernels {
    std::string_view name; ///< "baseline", "avx2" or "avx512".
    /// out[c] = Σ_d values[d]·centroids[d·256 + c], for all 256. Instruction sets agree to rounding.
    void (*products)(const float* values, const float* centroids, std::size_t dim, float* out);
    /// The c with the greatest Σ_d values[d]·centroids[d·256 + c] − halfNorms[c], of equals the lowest. With halfNorms
    /// |c|²/2 that is the nearest one. Precondition: finite numbers.
    std::uint8_t (*nearest)(const float* values, const float* centroids, const float* halfNorms, std::size_t dim);
    /// The least and the greatest of 256 finite numbers.
    void (*range)(const float* table, float* least, float* greatest);
    /// out[c] = round((table[c] − least)·scale), halves to even, for all 256. Precondition: comes to 0..255. The same
    /// on all instruction sets.
    void (*quantise)(const float* table, float least, float scale, std::uint8_t* out);
    /// sums[r] = Σ_j tables[j·256 + codes[j·64 + r]] over `bytes` parts, for the 64 rows of a block. Precondition: no sum
    /// passes 65,535. The same on all instruction sets.
    void (*blockSums)(const std::uint8_t* tables, const std::uint8_t* codes, std::size_t bytes, std::uint16_t* sums);
};

/// Those of the instruction set in use (simd::instructionSet()). Take the reference once, outside of the loop.
const PqKernels& pqKernels();

/// All that this processor can run, slowest first; for tests.
std::span<const PqKernels> availablePqKernels();

} // namespace tw::simd
