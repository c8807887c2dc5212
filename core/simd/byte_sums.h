// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace tw::simd {

/// Products of one 8-bit query with 8-bit rows that lie in records: row i is the first bytes of the record at
/// base + i·stride, each standing for byte − 128; what else the record holds must meet a 0 in the query. Borrowed.
struct ByteRecords {
    const std::uint8_t* base = nullptr; ///< Any alignment; 64 is fastest.
    std::size_t stride = 0;             ///< A multiple of 64, at most kMostInt8Numbers.
};

/// Kernels for one instruction set. Whole numbers: all of them give the same.
struct ByteSums {
    /// out[i] = Σ query·(byte − 128) with the record numbers[i]. Nothing is fetched ahead: the caller has asked for the
    /// records already.
    /// @param query  [stride] codes, −127..127. @param querySum  Σ query.
    void (*scattered)(const std::int8_t* query, std::int32_t querySum, const ByteRecords& records,
                      const std::uint32_t* numbers, std::size_t count, std::int32_t* out);
};

/// Those of the instruction set in use. Take the reference once, outside of the loop.
const ByteSums& byteSums();

} // namespace tw::simd
