// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/rescue_pages.h"

#include "core/base/database.h"
#include "core/base/files.h"
#include "core/library/library_schema.h"

namespace tw {

namespace {

// The file's layout: https://www.sqlite.org/fileformat2.html, sections 1.3 and 1.6. Numbers are big-endian.
constexpr std::size_t kPage = 4096;
constexpr std::size_t kHeader = 100;
constexpr std::size_t kChangeCounter = 24;
constexpr std::size_t kPageCount = 28;
constexpr std::size_t kFreePages = 32;
constexpr std::size_t kValidFor = 92;
constexpr unsigned char kInnerPage = 5;

std::uint32_t numberAt(const std::string& bytes, std::size_t at, std::size_t size)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

void setNumber(std::string& bytes, std::size_t at, std::uint32_t value)
{
    for (std::size_t i = 0; i < 4; ++i)
        bytes[at + i] = static_cast<char>(value >> (24 - 8 * i) & 0xFFU);
}

/// The pages of the tree of table definitions, whose root is page 1: two levels at most for our few tables.
std::vector<std::uint32_t> definitionPages(const std::string& pattern)
{
    std::vector<std::uint32_t> pages = {1};
    if (static_cast<unsigned char>(pattern[kHeader]) != kInnerPage)
        return pages;
    const std::uint32_t cells = numberAt(pattern, kHeader + 3, 2);
    pages.push_back(numberAt(pattern, kHeader + 8, 4));
    for (std::uint32_t i = 0; i < cells; ++i)
        pages.push_back(numberAt(pattern, numberAt(pattern, kHeader + 12 + 2 * i, 2), 4));
    return pages;
}

} // namespace

Status renewFirstPages(const std::filesystem::path& database, const std::filesystem::path& pattern)
{
    {
        TW_ASSIGN(auto fresh, Database::open(pattern, Database::Mode::ReadWrite, Database::Durability::Derived));
        TW_TRY(createLibraryTables(fresh));
        TW_TRY(fresh.execute("PRAGMA journal_mode=DELETE"));
    }
    TW_ASSIGN(const std::string good, readFile(pattern));
    TW_ASSIGN(std::string bytes, readFile(database));
    bytes.resize(std::max(bytes.size() / kPage * kPage, good.size()));
    for (const std::uint32_t page : definitionPages(good)) {
        const std::size_t at = (page - 1) * kPage;
        if (page == 0 || at + kPage > good.size())
            return fail(ErrorCode::Internal, "library.sqlite", "the definitions lie elsewhere");
        bytes.replace(at, kPage, good, at, kPage);
    }
    setNumber(bytes, kPageCount, static_cast<std::uint32_t>(bytes.size() / kPage));
    setNumber(bytes, kValidFor, numberAt(bytes, kChangeCounter, 4));
    setNumber(bytes, kFreePages, 0);
    setNumber(bytes, kFreePages + 4, 0);
    for (const char* suffix : {"-wal", "-shm"}) {
        std::error_code ignored;
        std::filesystem::remove(database.string() + suffix, ignored);
    }
    return writeFileAtomically(database, bytes);
}

} // namespace tw
