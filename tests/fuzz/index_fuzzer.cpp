// SPDX-License-Identifier: GPL-3.0-or-later
// Any payload with a right checksum as an index file: refused, or an index that answers within its vectors and grows.
#include "core/index/index_file.h"
#include "core/index/vector_index.h"
#include "tests/fuzz/fixtures.h"
#include "tests/fuzz/fuzz_folder.h"

namespace {

void use(const tw::VectorIndex& index, const tw::IndexedVectors& vectors, const std::filesystem::path& folder)
{
    tw::RowFilter filter(vectors.unit.rows());
    for (std::uint32_t row = 0; row < 20; ++row)
        filter.exclude(row);
    const tw::RowFilter* const filters[] = {nullptr, &filter};
    for (const std::size_t row : {0U, 20U, 47U}) {
        for (const tw::RowFilter* used : filters) {
            const auto nearest = index.search(vectors.unit.row(row), 4, used, {});
            if (!nearest || nearest->size() > 4)
                std::abort();
            for (const tw::Neighbour& neighbour : *nearest)
                if (neighbour.row >= vectors.unit.rows() || (used && used->excludes(neighbour.row)))
                    std::abort();
        }
    }
    if (!index.save(folder / "again.bin") || !tw::loadIndex(folder / "again.bin", vectors))
        std::abort();
    // All but the first row, and that one as a new one.
    std::vector<std::uint32_t> rowBefore(vectors.unit.rows(), tw::Neighbour::kNone);
    for (std::uint32_t row = 1; row < rowBefore.size(); ++row)
        rowBefore[row] = row;
    const auto grown = tw::extendIndex(index, vectors, rowBefore, {});
    if (!grown || !(*grown)->search(vectors.unit.row(3), 4, nullptr, {}))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const tw::fuzz::Folder folder;
    static const auto matrix = tw::fuzz::fixedVectors();
    const auto path
        = folder.put("index.bin", tw::fuzz::enveloped(tw::kIndexEnvelope, {reinterpret_cast<const char*>(data), size}));
    for (const tw::Metric metric : tw::fuzz::kMetrics) {
        const tw::IndexedVectors vectors = tw::fuzz::fixedVectors(*matrix, metric);
        if (const auto index = tw::loadIndex(path, vectors))
            use(**index, vectors, folder.path());
    }
    return 0;
}
