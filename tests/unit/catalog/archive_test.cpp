// SPDX-License-Identifier: GPL-3.0-or-later
// Archives are read in memory and can't escape or grow without bounds.
#include "core/catalog/catalog_preview.h"
#include "core/catalog/input/block_source.h"
#include "core/catalog/read_limits.h"
#include "tests/unit/catalog/catalogue_reading.h"

#include <archive.h>
#include <archive_entry.h>

namespace tw {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using Members = std::vector<std::pair<std::string, std::string>>;

class Archives : public test::CatalogueReading {
protected:
    std::filesystem::path pack(const std::string& name, const Members& members, const char* linkTo = nullptr,
                               const char* password = nullptr)
    {
        const auto path = m_folder / name;
        archive* writer = archive_write_new();
        if (name.ends_with(".zip")) {
            archive_write_set_format_zip(writer);
        } else {
            archive_write_set_format_pax_restricted(writer);
            archive_write_add_filter_gzip(writer);
        }
        if (password) {
            archive_write_set_options(writer, "zip:encryption=traditional");
            archive_write_set_passphrase(writer, password);
        }
        EXPECT_EQ(archive_write_open_filename(writer, path.c_str()), ARCHIVE_OK);
        for (const auto& [member, content] : members) {
            archive_entry* entry = archive_entry_new();
            archive_entry_set_pathname(entry, member.c_str());
            archive_entry_set_perm(entry, 0644);
            archive_entry_set_filetype(entry, linkTo ? AE_IFLNK : AE_IFREG);
            if (linkTo)
                archive_entry_set_symlink(entry, linkTo);
            archive_entry_set_size(entry, linkTo ? 0 : static_cast<std::int64_t>(content.size()));
            EXPECT_GE(archive_write_header(writer, entry), ARCHIVE_WARN) << archive_error_string(writer);
            if (!linkTo)
                archive_write_data(writer, content.data(), content.size());
            archive_entry_free(entry);
        }
        archive_write_close(writer);
        archive_write_free(writer);
        return path;
    }
    std::string refusal(const std::filesystem::path& path)
    {
        const Status status = readPath(path);
        return status ? "read" : fmt::format("{}: {}", errorCodeName(status.error().code), status.error().detail);
    }
};

TEST_F(Archives, everyCatalogueInsideIsAFile)
{
    const Members members = {{"README.txt", "title,year\nno,1\n"},
                             {"watched.csv", "Date,Name,Year,Letterboxd URI\n2020-01-01,Jaws,1975,u\n2020-01-01,Heat,1995,u\n"},
                             {"ratings.csv", "Date,Name,Year,Letterboxd URI,Rating\n2020-01-01,Jaws,1975,u,4\n"},
                             {"comments.csv", "Date,Content,Comment\n"},
                             {"deleted/diary.csv", "Date,Name,Year\n2020-01-01,Gone,1999\n"},
                             {"lists/more.json", R"([{"title":"Alien","year":1979},{"year":1}])"},
                             {"picture.png", "\x89PNG"}};
    for (const char* name : {"export.zip", "export.tar.gz"}) {
        ASSERT_TRUE(readPath(pack(name, members))) << name;
        EXPECT_THAT(titles(), ElementsAre("Jaws (1975)", "Heat (1995)", "Jaws (1975)", "Alien (1979)"));
        EXPECT_EQ(mended(Mending::DuplicateInFiles), 1U);
        ASSERT_EQ(m_counts.skipped.size(), 1U);
        EXPECT_EQ(m_counts.skipped[0].member, "lists/more.json");
        EXPECT_EQ(m_counts.skipped[0].row, 2U);
    }
    const auto preview = previewCatalogFile(m_folder / "export.zip", {}, {});
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->member, "watched.csv");
    EXPECT_EQ(preview->compression, "zip");
    EXPECT_EQ(preview->recognisedAs, "Letterboxd");
}

TEST_F(Archives, cannotEscape)
{
    const std::string csv = "title\nA\n";
    for (const char* name : {"../a.csv", "/etc/a.csv", "x/../../a.csv", "..\\a.csv", "C:/a.csv"})
        EXPECT_THAT(refusal(pack("a.zip", {{"good.csv", csv}, {name, csv}})), HasSubstr("outside")) << name;
    write("secret.csv", "title\nSecret\n");
    EXPECT_THAT(refusal(pack("link.tar.gz", {{"a.csv", ""}}, (m_folder / "secret.csv").c_str())),
                HasSubstr("without a catalogue"));
    EXPECT_THAT(refusal(pack("locked.zip", {{"a.csv", csv}}, nullptr, "word")), HasSubstr("encrypted"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(m_folder.path()), {}), 4) << "nothing was unpacked";
}

TEST_F(Archives, growthIsBounded)
{
    // 1 KiB of packed zeros may stand for a megabyte, but no more than the ratio from the free part on.
    EXPECT_TRUE(checkUnpacking(1000, kUnpackingFree, "a"));
    EXPECT_FALSE(checkUnpacking(1000, kUnpackingFree + 1, "a"));
    EXPECT_TRUE(checkUnpacking(kUnpackingFree, kUnpackingFree * 2, "a"));
    EXPECT_FALSE(checkUnpacking(kMaxUnpackedBytes, kMaxUnpackedBytes + 1, "a"));
    std::string rows = "title,year\n";
    while (rows.size() < kUnpackingFree + (1U << 20))
        rows += "The same film again and again,1999\n";
    EXPECT_THAT(refusal(pack("bomb.zip", {{"a.csv", rows}})), HasSubstr("times its size"));
}

TEST_F(Archives, tooManyMembers)
{
    Members members;
    for (std::size_t i = 0; i <= kMaxArchiveCatalogues; ++i)
        members.emplace_back(fmt::format("{}.csv", i), "title\nA\n");
    EXPECT_THAT(refusal(pack("many.zip", members)), HasSubstr("more than"));
}

TEST_F(Archives, damagedOnesAreErrors)
{
    std::string rows = "title,year\n";
    for (int i = 0; i < 5000; ++i)
        rows += fmt::format("Film {},{}\n", i * 7919 % 10007, 1900 + i % 100);
    const std::string whole = readFile(pack("a.zip", {{"a.csv", rows}})).value();
    for (const std::size_t size : {std::size_t{4}, whole.size() / 3, whole.size() / 2})
        EXPECT_FALSE(readPath(write("cut.zip", std::string_view(whole).substr(0, size)))) << size;
    EXPECT_THAT(refusal(pack("sheet.zip", {{"xl/workbook.xml", "<x/>"}, {"[Content_Types].xml", "<x/>"}})),
                HasSubstr("spreadsheet"));
}

} // namespace
} // namespace tw
