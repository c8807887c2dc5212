// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/input/catalog_input.h"

#include "core/catalog/input/archive.h"
#include "core/catalog/input/encoding_detection.h"
#include "core/catalog/input/foreign_files.h"

namespace tw {

namespace {

constexpr std::size_t kSampleBytes = 4U << 20;

Result<std::string> readSample(BlockSource& blocks, std::size_t wanted)
{
    std::string sample;
    std::vector<char> block(64 * 1024);
    while (sample.size() < wanted) {
        auto got = blocks.read(block);
        // What was read before a fault still tells the encoding; the fault comes again when it is read.
        if (!got && sample.empty())
            return fail(got.error());
        if (!got || *got == 0)
            break;
        sample.append(block.data(), *got);
    }
    return sample;
}

} // namespace

Result<std::vector<std::string>> cataloguesInFile(const std::filesystem::path& path)
{
    TW_ASSIGN(const OpenedFile file, openFileBlocks(path));
    TW_ASSIGN(const std::string start, readSample(*file.blocks, 512));
    if (!looksLikeArchive(start))
        return std::vector<std::string>{""};
    TW_ASSIGN(const auto members, archiveMembers(path));
    std::vector<std::string> names;
    for (const ArchiveMember& member : members)
        names.push_back(member.name);
    return names;
}

Result<CatalogInput> openInput(const std::filesystem::path& path, const std::string& member,
                               const std::string& encoding)
{
    TW_ASSIGN(OpenedFile file, openFileBlocks(path));
    CatalogInput input;
    std::unique_ptr<BlockSource> blocks = std::move(file.blocks);
    if (!member.empty()) {
        TW_ASSIGN(const std::string magic, readSample(*blocks, 4));
        input.compression = magic.starts_with("PK") ? "zip" : "tar";
        TW_ASSIGN(blocks, openMemberBlocks(path, member));
    } else if (file.gzip) {
        input.compression = "gzip";
    }
    TW_ASSIGN(std::string sample, readSample(*blocks, kSampleBytes));
    DetectedEncoding detected = detectEncoding(sample);
    const bool wide = detected.name.starts_with("UTF-16") || detected.name.starts_with("UTF-32");
    if (const std::string_view kind = foreignKind(sample, wide); !kind.empty())
        return fail(ErrorCode::FormatUnknown, path.string(), std::string(kind));
    if (!encoding.empty())
        detected = {encoding, converterName(encoding) == converterName(detected.name) ? detected.markBytes : 0, true};
    input.encoding = detected.name;
    input.encodingSure = detected.sure;
    sample.erase(0, detected.markBytes);
    blocks = replayBlocks(std::move(sample), std::move(blocks));
    const std::string converter = converterName(detected.name);
    if (!converter.empty()) {
        TW_ASSIGN(blocks, decodeBlocks(std::move(blocks), converter));
    }
    input.source = std::make_unique<ByteSource>(std::move(blocks), !converter.empty());
    return input;
}

} // namespace tw
