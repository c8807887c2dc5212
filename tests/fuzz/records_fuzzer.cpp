// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a catalogue file: items or errors, never a crash, and the reading ends.
#include "core/catalog/column_mapping.h"
#include "core/catalog/record_reader.h"
#include "tests/fuzz/memory_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const tw::fuzz::MemoryFile file(data, size);
    auto reader = tw::openRecords(file.path());
    if (!reader)
        return 0;
    const auto mapping = tw::ColumnMapping::guess((*reader)->columns());
    for (std::size_t i = 0; i <= size; ++i) {
        auto record = (*reader)->next();
        if (!record) {
            if (!record.error().row)
                break;
            continue;
        }
        if (!*record)
            break;
        (void)tw::itemFromRecord(**record, mapping);
    }
    return 0;
}
