// SPDX-License-Identifier: GPL-3.0-or-later
// Several processes at one library.
#include "core/library/library.h"
#include "core/library/library_jobs.h"
#include "core/library/library_lock.h"
#include "tests/support/child_process.h"
#include "tests/support/small_catalogue.h"
#include "tests/support/temp_folder.h"

#include <set>

namespace tw {

using test::ChildProcess;

class ProcessesTest : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(Library::create(m_folder));
        import(200, "first");
    }

    void import(std::size_t films, const std::string& mark)
    {
        const std::array files = {test::writeSmallCatalogue(m_temp / "films.jsonl", films, mark)};
        const auto report = importFiles(m_folder, catalogFiles(files), {});
        ASSERT_TRUE(report) << report.error().detail;
    }
    /// A process that likes `count` films from `first` on and ends with 0 if all were acknowledged.
    ChildProcess liker(std::uint32_t first, std::uint32_t count) const
    {
        return ChildProcess::run([this, first, count] {
            const auto library = Library::open(m_folder);
            if (!library)
                return 2;
            for (std::uint32_t i = 0; i < count; ++i) {
                if (!(*library)->append(Act::Liked, ItemId(first + i), Source::CommandLine, std::to_string(first)))
                    return 3;
            }
            return 0;
        });
    }

    test::TempFolder m_temp;
    std::filesystem::path m_folder = m_temp / "L";
};

TEST_F(ProcessesTest, AllMayAppendActsAtOnce)
{
    constexpr std::uint32_t kEach = 40;
    const auto watcher = Library::open(m_folder).value();
    std::vector<ChildProcess> children;
    for (std::uint32_t child = 0; child < 4; ++child)
        children.push_back(liker(child * kEach, kEach));
    for (ChildProcess& child : children)
        EXPECT_EQ(child.wait().exitCode, 0);

    ASSERT_TRUE(watcher->refresh()->history);
    const auto events = watcher->history()->events();
    ASSERT_EQ(events.size(), 4 * kEach);
    std::map<std::string, std::uint32_t> next;
    for (std::size_t i = 0; i < events.size(); ++i) {
        EXPECT_TRUE(i == 0 || events[i].id > events[i - 1].id);
        // Those of one process are in its order.
        const std::string& process = events[i].sourceDetail;
        std::uint32_t& inOrder = next.try_emplace(process, std::stoul(process)).first->second;
        EXPECT_EQ(events[i].item, ItemId(inOrder++));
    }
    EXPECT_EQ(watcher->history()->likes().size(), 4 * kEach);
}

TEST_F(ProcessesTest, ActsGoOnWhileAnotherProcessImports)
{
    const auto file = test::writeSmallCatalogue(m_temp / "more.jsonl", 4000, "second");
    ChildProcess importer = ChildProcess::run([this, &file] {
        const std::array files = {file};
        return importFiles(m_folder, catalogFiles(files), {}) ? 0 : 1;
    });
    ChildProcess acting = liker(0, 100);
    EXPECT_EQ(acting.wait().exitCode, 0);
    EXPECT_EQ(importer.wait().exitCode, 0);
    const auto library = Library::open(m_folder).value();
    EXPECT_EQ(library->history()->likes().size(), 100U);
    EXPECT_EQ(library->catalog()->size(), 4000U);
}

TEST_F(ProcessesTest, TheLockKeepsOthersOutAndDiesWithItsHolder)
{
    std::array<int, 2> ready{};
    ASSERT_EQ(::pipe(ready.data()), 0);
    ChildProcess holder = ChildProcess::run([this, &ready] {
        const auto lock = lockLibrary(m_folder, "embed");
        const char told = lock ? '1' : '0';
        if (::write(ready[1], &told, 1) != 1)
            return 1;
        while (true)
            ::pause();
    });
    char told = 0;
    ASSERT_EQ(::read(ready[0], &told, 1), 1);
    ASSERT_EQ(told, '1');

    const auto busy = importFiles(m_folder, {}, {});
    ASSERT_FALSE(busy);
    EXPECT_EQ(busy.error().code, ErrorCode::LibraryBusy);
    EXPECT_THAT(busy.error().detail, testing::HasSubstr(std::to_string(holder.pid())));
    EXPECT_THAT(busy.error().detail, testing::HasSubstr("embed"));
    EXPECT_TRUE(holder.kill().killed);
    import(210, "second");
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST_F(ProcessesTest, UndoTakesBackTheLastActOfAnyProcess)
{
    const auto library = Library::open(m_folder).value();
    ASSERT_TRUE(library->append(Act::Liked, ItemId(150), Source::Search, {}));
    EXPECT_EQ(liker(7, 1).wait().exitCode, 0);
    EXPECT_EQ(library->undo()->item, ItemId(7));
    EXPECT_EQ(library->undo()->item, ItemId(150));
}

} // namespace tw
