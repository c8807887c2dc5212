// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/library/item_rows.h"
#include "core/library/library_jobs.h"
#include "core/library/library_schema.h"
#include "core/library/library_store.h"
#include "core/library/rescue.h"
#include "core/library/session.h"
#include "core/library/space_folder.h"
#include "tests/support/mutants.h"
#include "tests/support/small_catalogue.h"
#include "tests/support/temp_folder.h"

#include <fstream>

namespace tw {

using test::FolderImage;

/// A library of 300 films with a space and some likes.
class DamageTest : public testing::Test {
protected:
    static constexpr std::uint32_t kFilms = 300;

    void SetUp() override { make(m_folder, kFilms); }

    void make(const std::filesystem::path& folder, std::uint32_t films, bool embedded = true)
    {
        ASSERT_TRUE(Library::create(folder));
        const std::array files = {test::writeSmallCatalogue(m_temp / "films.jsonl", films)};
        ASSERT_TRUE(importFiles(folder, catalogFiles(files), {}));
        if (embedded) {
            ASSERT_TRUE(embedCatalogue(folder, {}, nullptr, {}));
        }
        const auto library = Library::open(folder).value();
        for (std::uint32_t i = 0; i < 20; ++i)
            ASSERT_TRUE(library->append(Act::Liked, ItemId(i * 4 % films), Source::Search, "query"));
    }

    /// The first hits of searches, recommendations and neighbours.
    static std::string answers(const std::filesystem::path& folder)
    {
        const auto library = Library::open(folder);
        if (!library)
            return "library: " + library.error().detail;
        const auto opened = openSession(**library, {});
        if (!opened || opened->spaceError)
            return "session: " + (opened ? opened->spaceError->detail : opened.error().detail);
        const Session& session = opened->session;
        std::string all;
        const auto add = [&all](const RankedItems& items) {
            for (const RankedItem& item : items)
                all += fmt::format("{} {:.6f} ", item.item.value(), item.score);
            all += '\n';
        };
        add(session.recommend(session.profile(), 20, {}).value());
        add(session.similar(ItemId(7), 20, {}).value());
        for (const char* query : {"film 17", "whale ocean storm", "detective", "wedd"}) {
            const auto found = session.search(query, 20, SearchBy::All, {});
            for (std::size_t i = 0; found && i < found->hits.size(); ++i) {
                const SearchHit& hit = found->hits[i];
                all += fmt::format("{} {:.6f} ", hit.item.value(), hit.score);
            }
        }
        for (std::size_t row = 0; row < session.space.space->size(); row += 50)
            all += fmt::format("{} ", session.space.projection->positions().row(row)[0]);
        return all;
    }
    void damage(std::size_t at, std::size_t count) const
    {
        std::string content = FolderImage::read(databasePath(m_folder));
        for (std::size_t i = at; i < std::min(content.size(), at + count); ++i)
            content[i] = 0;
        FolderImage::write(databasePath(m_folder), content);
    }

    test::TempFolder m_temp;
    std::filesystem::path m_folder = m_temp / "L";
};

TEST_F(DamageTest, DerivedFilesCanBeDeletedAndGiveTheSameAgain)
{
    const std::string before = answers(m_folder);
    for (const char* name : {"text.sqlite", "spaces/builtin/index.bin", "spaces/builtin/map.bin",
                             "spaces/builtin/info.bin", "library.sqlite-shm"}) {
        std::filesystem::remove(m_folder / name);
        EXPECT_EQ(answers(m_folder), before) << name;
    }
    for (const char* name : {"embeddings.sqlite", "spaces"}) {
        std::filesystem::remove_all(m_folder / name);
        ASSERT_TRUE(embedCatalogue(m_folder, {}, nullptr, {}));
        EXPECT_EQ(answers(m_folder), before) << name;
    }
}

TEST_F(DamageTest, DamagedDerivedFilesAreKeptTheNewestTwo)
{
    const std::string before = answers(m_folder);
    const auto map = m_folder / "spaces" / "builtin" / "map.bin";
    for (int i = 0; i < 5; ++i) {
        FolderImage::write(map, "damage " + std::to_string(i));
        const auto loaded = loadSpace(m_folder, "builtin", {});
        ASSERT_TRUE(loaded);
        ASSERT_EQ(loaded->madeAnew.size(), 1U);
        EXPECT_EQ(loaded->madeAnew.front().file, DerivedFile::Map);
        EXPECT_EQ(FolderImage::read(loaded->madeAnew.front().kept), "damage " + std::to_string(i));
        EXPECT_TRUE(test::isKeptAsBad(map, "damage " + std::to_string(i)));
    }
    EXPECT_EQ(checkLibrary(m_folder, {})->putAside.size(), 2U);
    EXPECT_FALSE(test::isKeptAsBad(map, "damage 2"));
    EXPECT_EQ(answers(m_folder), before);
    // A space that is embedded again keeps them.
    ASSERT_TRUE(embedCatalogue(m_folder, {}, nullptr, {}));
    EXPECT_EQ(checkLibrary(m_folder, {})->putAside.size(), 2U);
}

TEST_F(DamageTest, ASpaceGoneOrCutShortUnderASessionIsNoCrash)
{
    const auto loaded = loadSpace(m_folder, "builtin", {}).value();
    const auto ask = [&loaded] { return loaded.index->search(loaded.space->vectors().row(250), 3, nullptr, {}); };
    const std::uint32_t first = ask()->at(0).row;
    for (const char* name : {"vectors.bin", "passages.bin", "index.bin", "map.bin"})
        std::filesystem::resize_file(m_folder / "spaces" / "builtin" / name, 10); // in place, as no program should
    EXPECT_EQ(ask()->at(0).row, first);
    ASSERT_TRUE(embedCatalogue(m_folder, {}, nullptr, {}));
    EXPECT_EQ(ask()->at(0).row, first);
    ASSERT_TRUE(removeSpace(m_folder, "builtin"));
    EXPECT_EQ(ask()->at(0).row, first);
}

TEST_F(DamageTest, LargeFilesAreMappedAndKeepTheirInode)
{
    const auto path = m_temp / "large";
    {
        std::ofstream file(path, std::ios::binary);
        file << "begin";
    }
    std::filesystem::resize_file(path, MappedFile::kReadLimit); // sparse
    const auto mapped = MappedFile::load(path).value();
    std::filesystem::remove(path);
    FolderImage::write(path, "another");
    EXPECT_EQ(mapped->bytes().size(), MappedFile::kReadLimit);
    EXPECT_EQ(std::to_integer<char>(mapped->bytes()[0]), 'b');
    EXPECT_EQ(std::to_integer<int>(mapped->bytes().back()), 0);
}

TEST_F(DamageTest, AnotherLibraryInItsPlaceIsNoticed)
{
    make(m_temp / "other", 10, false);
    const auto library = Library::open(m_folder).value();
    std::filesystem::rename(databasePath(m_folder), m_temp / "mine");
    EXPECT_EQ(library->refresh().error().code, ErrorCode::LibraryReplaced);
    std::filesystem::copy_file(databasePath(m_temp / "other"), databasePath(m_folder));
    EXPECT_EQ(library->refresh().error().code, ErrorCode::LibraryReplaced);
    EXPECT_EQ(library->append(Act::Liked, ItemId(1), Source::Search, {}).error().code, ErrorCode::LibraryReplaced);
    std::filesystem::remove(databasePath(m_folder));
    std::filesystem::rename(m_temp / "mine", databasePath(m_folder));
    EXPECT_TRUE(library->refresh());
}

TEST_F(DamageTest, AnotherLibraryWrittenOverItIsNoticed)
{
    make(m_temp / "other", 10, false);
    const auto library = Library::open(m_folder).value();
    FolderImage::write(databasePath(m_folder), FolderImage::read(databasePath(m_temp / "other")));
    const auto refreshed = library->refresh();
    ASSERT_FALSE(refreshed);
    EXPECT_TRUE(refreshed.error().code == ErrorCode::LibraryReplaced || refreshed.error().code == ErrorCode::Damaged);
}

TEST_F(DamageTest, LibrariesInOddPlacesOpen)
{
    const std::string before = answers(m_folder);
    const std::string longName(150, 'n');
    for (const std::filesystem::path& place :
         {m_temp / "with blanks and 100% # ?", m_temp / "Фильмы 电影 été", m_temp / longName / longName}) {
        std::filesystem::create_directories(place.parent_path());
        std::filesystem::copy(m_folder, place, std::filesystem::copy_options::recursive);
        EXPECT_EQ(answers(place), before) << place;
    }
    std::filesystem::create_directory_symlink(m_folder, m_temp / "link");
    EXPECT_EQ(answers(m_temp / "link"), before);
    // A database that is itself a link, as some sync tools make them.
    std::filesystem::rename(databasePath(m_folder), m_temp / "elsewhere.sqlite");
    std::filesystem::create_symlink(m_temp / "elsewhere.sqlite", databasePath(m_folder));
    EXPECT_EQ(answers(m_folder), before);
}

TEST_F(DamageTest, StrangersInTheFolderAreLeftAlone)
{
    const std::string before = answers(m_folder);
    FolderImage::write(m_folder / "notes.txt", "mine");
    FolderImage::write(m_folder / "spaces" / "notes.txt", "mine");
    FolderImage::write(m_folder / "spaces" / "future" / "space.bin", "of a later version");
    FolderImage::write(m_folder / "spaces" / "builtin" / "later.bin", "of a later version");
    EXPECT_EQ(answers(m_folder), before);
    EXPECT_EQ(listSpaces(m_folder).size(), 1U);
    for (const char* name : {"notes.txt", "spaces/notes.txt", "spaces/future/space.bin", "spaces/builtin/later.bin"})
        EXPECT_TRUE(std::filesystem::exists(m_folder / name)) << name;
    FolderImage::write(m_temp / "file", "no folder");
    EXPECT_FALSE(Library::exists(m_temp / "file"));
    EXPECT_EQ(Library::open(m_temp / "file").error().code, ErrorCode::NotFound);
    EXPECT_EQ(Library::create(m_temp / "file").error().code, ErrorCode::FileUnwritable);
    EXPECT_EQ(FolderImage::read(m_temp / "file"), "no folder");
}

TEST_F(DamageTest, AnEmptiedDatabaseIsDamagedNotNew)
{
    for (const std::size_t size : {0U, 1U, 511U, 4096U}) {
        std::filesystem::resize_file(databasePath(m_folder), size);
        EXPECT_TRUE(Library::exists(m_folder)) << size;
        EXPECT_EQ(Library::open(m_folder).error().code, ErrorCode::Damaged) << size;
        EXPECT_FALSE(Library::create(m_folder)) << size;
        EXPECT_EQ(std::filesystem::file_size(databasePath(m_folder)), size);
    }
}

TEST_F(DamageTest, VersionOneIsConvertedWithAllThatItHolds)
{
    const std::string before = answers(m_folder);
    const auto file = databasePath(m_folder);
    {
        // As version 1 made it: no checksums, sums or identity.
        auto database = Database::open(file, Database::Mode::ReadWrite, Database::Durability::Full).value();
        ASSERT_TRUE(database.execute(
            "PRAGMA foreign_keys=OFF; PRAGMA legacy_alter_table=ON; DROP TRIGGER items_insert; DROP TRIGGER items_update; DROP TRIGGER items_delete;"
            "DROP TRIGGER events_insert; DROP TRIGGER events_update; DROP TRIGGER events_delete;"
            "DROP TRIGGER settings_insert; DROP TRIGGER settings_update; DROP TRIGGER settings_delete;"
            "DROP TRIGGER kept_profiles_insert; DROP TRIGGER kept_profiles_update; DROP TRIGGER kept_profiles_delete;"
            "DROP TABLE sums; DROP TABLE identity; ALTER TABLE items DROP COLUMN checksum;"
            "ALTER TABLE events DROP COLUMN checksum; ALTER TABLE settings DROP COLUMN checksum;"
            "ALTER TABLE kept_profiles DROP COLUMN checksum; PRAGMA user_version=1"));
    }
    EXPECT_EQ(answers(m_folder), before);
    const auto library = Library::open(m_folder).value();
    EXPECT_EQ(library->append(Act::Liked, ItemId(1), Source::Search, {})->id, 21);
    EXPECT_TRUE(checkLibrary(m_folder, {})->allWhole());
}

TEST_F(DamageTest, CheckNamesWhatIsDamaged)
{
    static_cast<void>(answers(m_folder));
    EXPECT_TRUE(checkLibrary(m_folder, {})->allWhole());
    for (const char* name : {"text.sqlite", "embeddings.sqlite", "spaces/builtin/vectors.bin", "spaces/builtin/index.bin",
                             "spaces/builtin/map.bin", "spaces/builtin/info.bin", "library.sqlite"}) {
        const std::string good = FolderImage::read(m_folder / name);
        std::string bad = good;
        bad[bad.size() / 2] = static_cast<char>(bad[bad.size() / 2] ^ 4);
        std::fill_n(bad.begin() + static_cast<std::ptrdiff_t>(bad.size() / 3), bad.size() / 10, '\1');
        FolderImage::write(m_folder / name, bad);
        const auto check = checkLibrary(m_folder, {});
        ASSERT_TRUE(check);
        EXPECT_FALSE(check->allWhole()) << name;
        for (const CheckedFile& file : check->files)
            EXPECT_EQ(file.state == FileState::Damaged, file.name == name) << name << " and " << file.name;
        EXPECT_EQ(FolderImage::read(m_folder / name), bad) << "looking changes nothing";
        FolderImage::write(m_folder / name, good);
    }
    EXPECT_EQ(checkLibrary(m_temp / "none", {}).error().code, ErrorCode::NotFound);
}

TEST_F(DamageTest, ALogLargerThanABlockIsVerifiedToItsEnd)
{
    const std::filesystem::path path = m_temp / "log.sqlite";
    auto database = Database::open(path, Database::Mode::ReadWrite, Database::Durability::Full).value();
    ASSERT_TRUE(database.execute("PRAGMA wal_autocheckpoint=0; CREATE TABLE t(a)"));
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(database.execute("INSERT INTO t(a) SELECT randomblob(1000000)"));
    const std::string log = FolderImage::read(path.string() + "-wal");
    ASSERT_GT(log.size(), 3'000'000U);
    const std::filesystem::path copy = m_temp / "copy.sqlite";
    const std::filesystem::path copiedLog = copy.string() + "-wal";
    const auto check = [&](std::string content) {
        EXPECT_TRUE(writeFileAtomically(copiedLog, content));
        return checkLibraryLog(copy);
    };
    const auto flipped = [&log](std::size_t at) {
        std::string content = log;
        content[at] = static_cast<char>(content[at] ^ 4);
        return content;
    };
    EXPECT_TRUE(check(log));
    EXPECT_TRUE(check(log.substr(0, log.size() - 100)));
    EXPECT_FALSE(test::isKeptAsBad(copiedLog, log.substr(0, log.size() - 100))) << "a crash leaves such an end";
    EXPECT_EQ(check(flipped(40)).error().code, ErrorCode::Damaged);
    EXPECT_EQ(check(flipped(900'000)).error().code, ErrorCode::Damaged);
    // Within the last transaction: it may have been torn. Its bytes are kept.
    EXPECT_TRUE(check(flipped(log.size() - 500'000)));
    EXPECT_TRUE(test::isKeptAsBad(copiedLog, flipped(log.size() - 500'000)));
}

TEST_F(DamageTest, AWholeLibraryNeedsNoRescue)
{
    EXPECT_EQ(rescueLibrary(m_folder, {}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(rescueLibrary(m_temp / "none", {}).error().code, ErrorCode::NotFound);
}

TEST_F(DamageTest, RescueSavesEveryRowButThoseDamaged)
{
    const std::string good = FolderImage::read(databasePath(m_folder));
    // A text somewhere in the items.
    const std::size_t at = good.find("Sailors on a fishing boat", good.size() / 2);
    ASSERT_NE(at, std::string::npos);
    damage(at, 10);
    ASSERT_EQ(Library::open(m_folder).error().code, ErrorCode::Damaged);
    const std::string bad = FolderImage::read(databasePath(m_folder));
    const auto report = rescueLibrary(m_folder, {});
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->items, kFilms - 1);
    EXPECT_EQ(report->itemsLost, 1U);
    EXPECT_EQ(report->events, 20U);
    EXPECT_EQ(report->eventsLost, 0U);
    EXPECT_EQ(FolderImage::read(report->kept), bad);
    auto library = Library::open(m_folder).value();
    EXPECT_EQ(library->settings().activeSpace, "builtin");
    EXPECT_EQ(library->history()->likes().size(), 20U);
    EXPECT_EQ(library->append(Act::Liked, ItemId(1), Source::Search, {})->id, 21);
    library.reset();
    // Importing the file again fills in what was lost, under the same number.
    const std::array files = {m_temp / "films.jsonl"};
    const auto imported = importFiles(m_folder, catalogFiles(files), {});
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->added, 0U);
    EXPECT_EQ(imported->updated, 1U);
    EXPECT_EQ(Library::open(m_folder).value()->catalog()->size(), kFilms);
}

TEST_F(DamageTest, RescueReadsPastWholePages)
{
    const std::size_t pages = std::filesystem::file_size(databasePath(m_folder)) / 4096;
    const FolderImage image(m_folder);
    int allLost = 0;
    for (std::size_t page = 0; page < pages; ++page) {
        image.restore(m_folder);
        damage(page * 4096, 4096);
        if (checkLibrary(m_folder, {}).value().libraryIsWhole())
            continue;
        const auto report = rescueLibrary(m_folder, {});
        ASSERT_TRUE(report) << "page " << page + 1 << ": " << report.error().detail;
        EXPECT_EQ(report->items + report->itemsLost, kFilms) << "page " << page + 1;
        EXPECT_EQ(report->events + report->eventsLost, 20U) << "page " << page + 1;
        EXPECT_TRUE(checkLibrary(m_folder, {}).value().libraryIsWhole());
        allLost += report->items == 0 ? 1 : 0;
    }
    EXPECT_LE(allLost, 1) << "only the root of the films' tree takes all with it; their keys are left";
}

} // namespace tw
