// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/prepared_library.h"

#include "core/library/new_folder.h"

#include "core/base/files.h"
#include "core/library/library.h"
#include "core/library/resources.h"
#include "core/library/session.h"
#include "tests/support/environment.h"
#include "tests/support/temp_folder.h"

#include <fstream>

namespace tw {
namespace {

/// Resources of our own: a catalogue of three films, the shipped word vectors, and a ready-made library of them.
class PreparedLibrary : public ::testing::Test {
protected:
    PreparedLibrary()
    {
        const test::Environment shipped("TASTEWALK_RESOURCES", nullptr);
        std::filesystem::create_directories(m_folder / "res" / "catalogue");
        std::filesystem::create_directory_symlink(wordVectorFolder(), m_folder / "res" / "word-vectors");
        writeCatalogue("A sailor crosses the frozen sea alone.");
    }
    void writeCatalogue(const std::string& text) const
    {
        std::ofstream(m_folder / "res" / "catalogue" / "films.jsonl")
            << R"({"key":"a-2001","title":"Ice","year":2001,"synopsis":")" << text << "\"}\n"
            << R"({"key":"b-2002","title":"Bread","year":2002,"synopsis":"A baker hides a child in the war."})" << '\n'
            << R"({"key":"c-2003","title":"Clock","year":2003,"synopsis":"A thief steals hours from a bank."})" << '\n';
    }
    std::filesystem::path prepared() const { return m_folder / "res" / "prepared"; }
    std::filesystem::path library() const { return m_folder / "library"; }

    test::TempFolder m_folder;
    test::Environment m_named{"TASTEWALK_RESOURCES", (m_folder / "res").c_str()};
};

TEST_F(PreparedLibrary, IsCopiedWholeAndReadyToUse)
{
    ASSERT_TRUE(makePreparedLibrary(prepared(), {}));
    const auto report = createFromPrepared(library());
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->added, 3u);
    auto opened = Library::open(library());
    ASSERT_TRUE(opened);
    const auto session = openSession(**opened, {});
    ASSERT_TRUE(session);
    EXPECT_FALSE(session->spaceError);
    EXPECT_EQ(session->session.space.space->size(), 3u);
    EXPECT_FALSE(std::filesystem::exists(library() / "prepared.json")) << "the manifest is not part of a library";
    EXPECT_EQ(createFromPrepared(library()).error().code, ErrorCode::AlreadyExists);
}

TEST_F(PreparedLibrary, TwoMakersOfOneLibraryDoNotMeet)
{
    ASSERT_TRUE(makePreparedLibrary(prepared(), {}));
    const std::filesystem::path leftover = m_folder / ".library.new";
    {
        auto first = NewFolder::take(library());
        ASSERT_TRUE(first);
        EXPECT_EQ(createFromPrepared(library()).error().code, ErrorCode::LibraryBusy);
        EXPECT_EQ(createLibrary(library(), {}, {}).error().code, ErrorCode::LibraryBusy);
        // It is held until the folder has its name; whoever comes then finds that.
        ASSERT_TRUE(first->publish());
        EXPECT_EQ(NewFolder::take(library()).error().code, ErrorCode::LibraryBusy);
    }
    EXPECT_EQ(NewFolder::take(library()).error().code, ErrorCode::AlreadyExists);
    std::filesystem::remove(library());
    // What a killed maker left is not part of the next library.
    std::filesystem::create_directory(leftover);
    ASSERT_TRUE(writeFileAtomically(leftover / "stranger", "x"));
    ASSERT_TRUE(writeFileAtomically(leftover.string() + ".lock", "creating a library"));
    ASSERT_TRUE(createFromPrepared(library()));
    EXPECT_FALSE(std::filesystem::exists(library() / "stranger"));
    EXPECT_FALSE(std::filesystem::exists(leftover));
    EXPECT_FALSE(std::filesystem::exists(leftover.string() + ".lock"));
}

TEST_F(PreparedLibrary, ThatIsDamagedIsPassedOverAndTheLibraryMadeAnew)
{
    ASSERT_TRUE(makePreparedLibrary(prepared(), {}));
    const auto file = prepared() / "spaces" / "builtin" / "vectors.bin";
    std::string content = readFile(file).value();
    content[content.size() / 2] = static_cast<char>(content[content.size() / 2] ^ 1);
    ASSERT_TRUE(writeFileAtomically(file, content));
    EXPECT_EQ(createFromPrepared(library()).error().code, ErrorCode::NotFound);
    EXPECT_FALSE(std::filesystem::exists(library()));
    const auto made = createLibrary(library(), {}, {});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->added, 3u);
}

TEST_F(PreparedLibrary, ThatIsNoLibraryLeavesNothing)
{
    ASSERT_TRUE(makePreparedLibrary(prepared(), {}));
    const auto manifest = prepared() / "prepared.json";
    std::string text = readFile(manifest).value();
    const std::size_t at = text.find("library.sqlite");
    ASSERT_NE(at, text.npos);
    // Another file under its own right checksum, and no library.sqlite.
    ASSERT_TRUE(writeFileAtomically(manifest, text.replace(at, 14, "another.sqlite")));
    std::filesystem::rename(prepared() / "library.sqlite", prepared() / "another.sqlite");
    EXPECT_EQ(createFromPrepared(library()).error().code, ErrorCode::NotFound);
    EXPECT_FALSE(std::filesystem::exists(library()));
}

TEST_F(PreparedLibrary, OfAnotherCatalogueOrMissingIsPassedOver)
{
    EXPECT_EQ(createFromPrepared(library()).error().code, ErrorCode::NotFound);
    ASSERT_TRUE(makePreparedLibrary(prepared(), {}));
    writeCatalogue("A sailor comes home to a village under snow.");
    EXPECT_EQ(createFromPrepared(library()).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(createLibrary(library(), {}, {}));
}

} // namespace
} // namespace tw
