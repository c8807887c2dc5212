// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/task_context.h"
#include "core/index/metric.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tw {

enum class VectorFormat { Npy, Fvecs, Table, Faiss };

/// Vectors as a file holds them: nothing is normalised and nothing left out.
struct VectorFile {
    VectorFormat format = VectorFormat::Npy;
    Matrix vectors;                   ///< [rows × dim], any length; may hold NaN, infinities and zero rows.
    std::vector<std::string> keys;    ///< [rows] of a table's key or title column; empty when it has none.
    std::string keyColumn;            ///< The column's name in the header; empty without a header.
    std::optional<Metric> metric;     ///< What a faiss file was made for; never Cosine.
};

/// Reads a file of vectors. What it is, its first bytes tell, then its name:
/// - .npy, versions 1 to 3: float16, float32, float64, either byte order, C or Fortran order; two dimensions.
/// - .fvecs, .bvecs, .ivecs: each row its dimension (int32) and that many float32, bytes or int32.
/// - .csv, .tsv, .txt (also packed with gzip): one row a line, separated by comma, semicolon, tab or blanks, with or
///   without a header. All columns are numbers but for one of keys or titles at most, and others that are no numbers,
///   which are passed over; or the numbers stand in one column, "[0.1, 0.2, …]". A first column named like a key (id,
///   key, title, …) is one although it holds numbers.
/// - a faiss index (faiss_file.h): flat, HNSW-flat or IVF-PQ.
/// Stage Reading. Errors: NotFound, FileUnreadable, FormatUnknown, FormatBroken (detail says what is wrong, `row` where),
/// DimensionMismatch (a row is longer or shorter than the first; `row`), Unsupported (other numbers or dimensions, other
/// faiss indexes), InvalidArgument (no rows, or more than kMostVectorBytes of numbers), those of readFaissFile, Cancelled.
Result<VectorFile> readVectorFile(const std::filesystem::path& path, const TaskContext& context);

inline constexpr std::uint64_t kMostVectorBytes = std::uint64_t{1} << 36U;

} // namespace tw
