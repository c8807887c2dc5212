// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a catalogue file, under any name, packed or not: items or errors, never a crash, and the reading ends.
#include "core/catalog/column_mapping.h"
#include "core/catalog/record_reader.h"
#include "tests/fuzz/fuzz_folder.h"
#include "tests/fuzz/fuzz_input.h"

#include <zlib.h>

namespace {

std::string gzipped(std::string_view content)
{
    z_stream stream{};
    if (deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        std::abort();
    std::string packed(deflateBound(&stream, content.size()) + 64, '\0');
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const tw::fuzz::Folder folder;
    constexpr std::array kNames = {"a", "a.csv", "a.tsv", "a.json", "a.jsonl", "a.txt", "a.csv.gz", "a.dat"};
    tw::fuzz::Input input(data, size);
    const std::size_t how = input.byte();
    const std::string_view content = input.rest();
    const auto path = folder.put(kNames[how % kNames.size()], how & 0x80 ? gzipped(content) : std::string(content));
    auto reader = tw::openRecords(path);
    if (!reader)
        return 0;
    const auto mapping = tw::ColumnMapping::guess((*reader)->columns());
    // Each record takes a byte at least; a reader that goes on beyond that would go on for ever.
    for (std::size_t i = 0; i <= content.size() + 1; ++i) {
        auto record = (*reader)->next();
        if (!record && !record.error().row)
            return 0;
        if (record && !*record)
            return 0;
        if (record)
            (void)tw::itemFromRecord(**record, mapping);
    }
    if (!(how & 0x80) && !content.starts_with("\x1f\x8b") && !content.starts_with("PK"))
        std::abort();
    return 0;
}
