// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/vector_index.h"

namespace tw {

/// What lies in an index file's envelope ("tw-index"): the options, which vectors it belongs to, and for a graph the
/// grouping of equal rows and the links.
struct IndexFile {
    IndexKind kind = IndexKind::Exact;
    IndexOptions options;
    std::vector<std::uint32_t> starts;      ///< DistinctRows::starts(); empty for an exact index.
    std::vector<std::uint32_t> groupedRows; ///< DistinctRows::groupedRows(); empty for an exact index.
    std::vector<std::uint8_t> graph;        ///< HnswGraph::serialise(); empty for an exact index.
};

/// Writes the file with the count, dimension and hash of `vectors`. Errors: FileUnwritable.
Status writeIndexFile(const std::filesystem::path& path, const IndexFile& content, MatrixView vectors);

/// Verifies the envelope and that it was made over exactly these vectors.
/// Errors: NotFound, FileUnreadable, Damaged, VersionTooNew.
Result<IndexFile> readIndexFile(const std::filesystem::path& path, MatrixView vectors);

} // namespace tw
