// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a catalogue file, under any name, packed or not, in any encoding: items or errors, never a crash, and
// the reading ends.
#include "core/catalog/catalog_files.h"
#include "core/catalog/catalog_preview.h"
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

/// Reads to the end; each record and each fault takes a byte at least, so a reader that goes on beyond that would go on
/// for ever. What is packed may be longer than the file.
void readAll(tw::RecordReader& reader, std::size_t most)
{
    const auto mapping = tw::ColumnMapping::guess(reader.columns());
    for (std::size_t i = 0; i <= most; ++i) {
        const auto record = reader.next();
        if (!record || !*record)
            return;
        (void)tw::itemFromRecord(**record, mapping);
    }
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const tw::fuzz::Folder folder;
    constexpr std::array kNames = {"a", "a.csv", "a.tsv", "a.json", "a.jsonl", "a.txt", "a.zip", "a.dat"};
    tw::fuzz::Input input(data, size);
    const std::size_t how = input.byte();
    const std::size_t encoding = input.byte();
    const std::string_view content = input.rest();
    const auto path = folder.put(kNames[how % kNames.size()], how & 0x80 ? gzipped(content) : std::string(content));
    tw::ReadOptions options;
    if (encoding >= 0xc0)
        options.encoding = tw::encodingNames()[encoding % tw::encodingNames().size()];
    if (how & 0x40) {
        options.repairDoubleEncoding = encoding % 2 == 0;
        const auto preview = tw::previewCatalogFile(path, options, {});
        const std::array<tw::CatalogFile, 1> files = {tw::CatalogFile(path, options)};
        const auto take = [](tw::Item&& item) -> tw::Status {
            if (item.title.empty())
                std::abort();
            return {};
        };
        const auto counts = tw::readCatalogFiles(files, take, {});
        if (counts && !preview)
            std::abort();
        return 0;
    }
    if (auto reader = tw::openRecords(path, options.encoding))
        readAll(**reader, 1100 * size + 1000);
    return 0;
}
