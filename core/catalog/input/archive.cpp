// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/input/archive.h"

#include "core/base/text.h"
#include "core/catalog/read_limits.h"

#include <archive.h>
#include <archive_entry.h>

namespace tw {

namespace {

struct ArchiveCloser {
    void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, ArchiveCloser>;

tl::unexpected<Error> broken(const std::filesystem::path& path, archive* reader)
{
    const char* why = archive_error_string(reader);
    return fail(ErrorCode::FormatBroken, path.string(), fmt::format("the archive is damaged: {}", why ? why : "unknown"));
}

Result<Reader> openArchive(const std::filesystem::path& path)
{
    Reader reader(archive_read_new());
    if (!reader)
        return fail(ErrorCode::Internal, path.string(), "no memory for libarchive");
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_format_zip(reader.get());
    archive_read_support_format_tar(reader.get());
    if (archive_read_open_filename(reader.get(), path.c_str(), 64 * 1024) != ARCHIVE_OK)
        return broken(path, reader.get());
    return reader;
}

std::string nameOf(archive_entry* entry)
{
    if (const char* name = archive_entry_pathname_utf8(entry))
        return name;
    const char* name = archive_entry_pathname(entry);
    return name ? name : "";
}

/// The next entry; nothing at the end.
Result<archive_entry*> nextEntry(const std::filesystem::path& path, archive* reader)
{
    archive_entry* entry = nullptr;
    switch (archive_read_next_header(reader, &entry)) {
    case ARCHIVE_OK:
    case ARCHIVE_WARN: return entry;
    case ARCHIVE_EOF: return nullptr;
    default: return broken(path, reader);
    }
}

bool leadsOutside(std::string_view name)
{
    if (name.starts_with('/') || name.find('\\') != name.npos || (name.size() > 1 && name[1] == ':'))
        return true;
    return std::ranges::any_of(splitAndTrim(name, '/'), [](const std::string& part) { return part == ".."; });
}

bool mayBeCatalogue(std::string_view name)
{
    const std::filesystem::path path = toLower(name);
    for (const auto& part : path)
        if (part == "deleted" || part == "__macosx" || part.string().starts_with('.'))
            return false;
    const std::string stem = path.stem().string();
    if (stem.starts_with("readme") || stem.starts_with("license") || stem.starts_with("copying"))
        return false;
    static constexpr std::array<std::string_view, 9> kEndings = {".csv",    ".tsv", ".tab",  ".json", ".jsonl",
                                                                 ".ndjson", ".dat", ".item", ".txt"};
    return std::ranges::find(kEndings, path.extension().string()) != kEndings.end();
}

class MemberBlocks final : public BlockSource {
public:
    MemberBlocks(Reader reader, std::filesystem::path path, std::uint64_t bytes)
        : m_reader(std::move(reader)), m_path(std::move(path)), m_bytes(bytes)
    {
    }
    Result<std::size_t> read(std::span<char> block) override
    {
        const auto got = archive_read_data(m_reader.get(), block.data(), block.size());
        if (got < 0)
            return broken(m_path, m_reader.get());
        m_read += static_cast<std::uint64_t>(got);
        const auto packed = static_cast<std::uint64_t>(std::max<std::int64_t>(archive_filter_bytes(m_reader.get(), -1), 0));
        TW_TRY(checkUnpacking(packed, m_read, m_path.string()));
        return static_cast<std::size_t>(got);
    }
    std::uint64_t fileBytesRead() const override { return m_bytes == 0 ? 0 : std::min(m_read, m_bytes); }
    std::uint64_t fileBytesTotal() const override { return m_bytes; }

private:
    Reader m_reader;
    std::filesystem::path m_path;
    std::uint64_t m_bytes;
    std::uint64_t m_read = 0;
};

std::uint64_t sizeOf(archive_entry* entry)
{
    return archive_entry_size_is_set(entry) ? static_cast<std::uint64_t>(std::max<std::int64_t>(archive_entry_size(entry), 0)) : 0;
}

} // namespace

Result<std::vector<ArchiveMember>> archiveMembers(const std::filesystem::path& path)
{
    TW_ASSIGN(const Reader reader, openArchive(path));
    std::vector<ArchiveMember> members;
    std::string_view kind = "an archive without a catalogue";
    for (std::size_t count = 0;; ++count) {
        TW_ASSIGN(archive_entry* entry, nextEntry(path, reader.get()));
        if (!entry)
            break;
        const std::string name = nameOf(entry);
        if (count == kMaxArchiveEntries)
            return fail(ErrorCode::FormatBroken, path.string(), fmt::format("more than {} files in it", kMaxArchiveEntries));
        if (leadsOutside(name))
            return fail(ErrorCode::FormatBroken, path.string(), "a file in it is named to lie outside: " + name);
        if (name.starts_with("xl/") || name == "content.xml")
            kind = "a spreadsheet; save it as CSV";
        const bool file = archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry)
                          && !archive_entry_symlink(entry);
        if (!file || !mayBeCatalogue(name))
            continue;
        if (archive_entry_is_encrypted(entry))
            return fail(ErrorCode::FormatBroken, path.string(), "the archive is encrypted");
        if (members.size() == kMaxArchiveCatalogues)
            return fail(ErrorCode::FormatBroken, path.string(),
                        fmt::format("more than {} catalogues in it", kMaxArchiveCatalogues));
        members.push_back(ArchiveMember{name, sizeOf(entry)});
    }
    if (members.empty())
        return fail(ErrorCode::FormatUnknown, path.string(), std::string(kind));
    return members;
}

Result<std::unique_ptr<BlockSource>> openMemberBlocks(const std::filesystem::path& path, const std::string& member)
{
    TW_ASSIGN(Reader reader, openArchive(path));
    while (true) {
        TW_ASSIGN(archive_entry* entry, nextEntry(path, reader.get()));
        if (!entry)
            return fail(ErrorCode::NotFound, path.string(), member);
        if (nameOf(entry) == member)
            return std::make_unique<MemberBlocks>(std::move(reader), path, sizeOf(entry));
    }
}

} // namespace tw
