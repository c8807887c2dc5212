// SPDX-License-Identifier: GPL-3.0-or-later
// Any payload with a right checksum as an index file: refused, or an index that answers within its vectors.
#include "core/index/vector_index.h"
#include "tests/fuzz/fixtures.h"
#include "tests/fuzz/fuzz_folder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const tw::fuzz::Folder folder;
    static const auto vectors = tw::fuzz::fixedVectors();
    const auto path
        = folder.put("index.bin", tw::fuzz::enveloped({"tw-index", 1}, {reinterpret_cast<const char*>(data), size}));
    const auto index = tw::loadIndex(path, vectors->view(), vectors);
    if (!index)
        return 0;
    for (const std::size_t row : {0U, 20U, 47U}) {
        const auto nearest = (*index)->search(vectors->row(row), 4, nullptr, {});
        if (!nearest || nearest->size() > 4)
            std::abort();
        for (const tw::Neighbour& neighbour : *nearest)
            if (neighbour.row >= vectors->rows())
                std::abort();
    }
    if (!(*index)->save(folder.path() / "again.bin"))
        std::abort();
    return 0;
}
