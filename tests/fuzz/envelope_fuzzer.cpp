// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as one of our derived files: refused, or exactly what was written; never handed on unverified.
#include "core/base/files.h"
#include "core/index/vector_index.h"
#include "tests/fuzz/memory_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const tw::fuzz::MemoryFile file(data, size);
    (void)tw::openEnvelope(file.path(), {"tw-vectors", 1});
    auto rows = std::make_shared<tw::Matrix>(2, 2);
    rows->row(0)[0] = 1;
    rows->row(1)[1] = 1;
    (void)tw::loadIndex(file.path(), rows->view(), rows);
    return 0;
}
