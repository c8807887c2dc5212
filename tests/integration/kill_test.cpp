// SPDX-License-Identifier: GPL-3.0-or-later
// The tool is killed at random moments. What it had acknowledged must be there; the rest is whole or absent.
// TASTEWALK_KILLS sets how often; 50 by default, 1,000 with TASTEWALK_DEEP.
#include "core/base/database.h"
#include "core/base/random.h"
#include "core/library/library.h"
#include "core/library/library_store.h"
#include "core/library/session.h"
#include "tests/support/child_process.h"
#include "tests/support/small_catalogue.h"
#include "tests/support/temp_folder.h"

#include <cstdlib>
#include <set>
#include <thread>

namespace tw {

using test::ChildProcess;
using test::Ending;

namespace {

constexpr std::size_t kFilms = 300;
using Milliseconds = std::chrono::duration<double, std::milli>;

int killCount()
{
    if (const char* wanted = std::getenv("TASTEWALK_KILLS"))
        return std::atoi(wanted);
    return std::getenv("TASTEWALK_DEEP") ? 1000 : 50;
}

std::string filmKey(int number)
{
    return "film-" + std::to_string(number % static_cast<int>(kFilms));
}

} // namespace

class KillTest : public testing::Test {
protected:
    ChildProcess tool(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), {"--library", m_folder.string()});
        return ChildProcess::start(TASTEWALK_CLI, arguments);
    }
    /// Runs to the end and tells how long that takes.
    Milliseconds timeOf(const std::vector<std::string>& arguments) const
    {
        const auto begin = std::chrono::steady_clock::now();
        EXPECT_EQ(tool(arguments).wait().exitCode, 0);
        return std::chrono::steady_clock::now() - begin;
    }
    /// Kills it somewhere between its start and a little after its usual end.
    Ending killSomewhere(ChildProcess process, Milliseconds usualTime)
    {
        std::this_thread::sleep_for(usualTime * m_random.uniform(0, 1.1));
        const Ending ending = process.kill();
        m_killed += ending.killed;
        return ending;
    }
    std::string catalogue(const std::string& mark) const
    {
        return test::writeSmallCatalogue(m_temp / "films.jsonl", kFilms, mark).string();
    }

    /// The library opens, its database is sound, its space loads, and its catalogue is that of one whole import.
    void checkWhole(const std::set<std::string>& possibleMarks)
    {
        auto store = LibraryStore::open(m_folder, Database::Mode::ReadWrite);
        ASSERT_TRUE(store) << store.error().detail;
        EXPECT_TRUE(store->database().quickCheck());
        const auto library = Library::open(m_folder).value();
        const auto opened = openSession(*library, {});
        ASSERT_TRUE(opened) << opened.error().detail;
        EXPECT_FALSE(opened->spaceError) << opened->spaceError->detail;
        EXPECT_EQ(library->catalog()->size(), kFilms);
        std::set<std::string> marks;
        for (const Item& item : library->catalog()->items())
            marks.insert(item.extra.at(0).second);
        ASSERT_EQ(marks.size(), 1U) << "half an import";
        m_mark = *marks.begin();
        EXPECT_TRUE(possibleMarks.contains(m_mark)) << m_mark;
        m_liked.clear();
        for (const TasteEvent& event : library->history()->events())
            m_liked.insert(library->catalog()->item(event.item).key);
    }

    test::TempFolder m_temp;
    std::filesystem::path m_folder = m_temp / "Films";
    Random m_random{20'240'229};
    int m_killed = 0;
    std::string m_mark;
    std::set<std::string> m_liked;
};

TEST_F(KillTest, NothingAcknowledgedIsLostWhileLikingAndImporting)
{
    ASSERT_EQ(tool({"new", "--catalogue", catalogue("first")}).wait().exitCode, 0);
    const Milliseconds likeTime = timeOf({"like", filmKey(0)});
    const Milliseconds importTime = timeOf({"import", catalogue("second")});
    std::set<std::string> acknowledged = {filmKey(0)};
    std::set<std::string> attempted = acknowledged;
    std::string mark = "second";

    const int kills = killCount();
    for (int round = 1; round <= kills; ++round) {
        SCOPED_TRACE(fmt::format("kill {}", round));
        const std::string bystander = filmKey(2 * round);
        const std::string victim = filmKey(2 * round + 1);
        attempted.insert({bystander, victim});
        const bool importing = round % 2 == 0;
        const std::string newMark = importing ? fmt::format("mark {}", round) : mark;
        const std::string file = importing ? catalogue(newMark) : std::string();

        ChildProcess process = importing ? tool({"import", file}) : tool({"like", victim});
        ChildProcess other = tool({"like", bystander});
        const Ending ending = killSomewhere(std::move(process), importing ? importTime : likeTime);
        EXPECT_EQ(other.wait().exitCode, 0) << "a like beside it failed";
        acknowledged.insert(bystander);
        if (ending.succeeded() && !importing)
            acknowledged.insert(victim);

        checkWhole({mark, newMark});
        if (HasFatalFailure())
            return;
        if (ending.succeeded() && importing) {
            EXPECT_EQ(m_mark, newMark) << "an acknowledged import is lost";
        }
        mark = m_mark;
        EXPECT_TRUE(std::ranges::includes(m_liked, acknowledged)) << "an acknowledged like is lost";
        EXPECT_TRUE(std::ranges::includes(attempted, m_liked)) << "a like nobody made";
        acknowledged = m_liked; // what is seen once must stay, too
    }
    EXPECT_GT(m_killed, kills / 3) << "too few were still running when the kill came";
}

TEST_F(KillTest, ANewLibraryAppearsWholeOrNotAtAll)
{
    const std::vector<std::string> make = {"new", "--catalogue", catalogue("first")};
    const Milliseconds time = timeOf(make);
    const int kills = std::max(killCount() / 5, 1);
    for (int round = 1; round <= kills; ++round) {
        SCOPED_TRACE(fmt::format("kill {}", round));
        std::filesystem::remove_all(m_folder);
        const Ending ending = killSomewhere(tool(make), time);
        const bool exists = Library::exists(m_folder);
        EXPECT_TRUE(exists || !ending.succeeded());
        EXPECT_EQ(exists, std::filesystem::exists(m_folder));
        if (!exists) {
            EXPECT_EQ(tool(make).wait().exitCode, 0) << "the next try fails on what the killed one left";
        }
        checkWhole({"first"});
        std::size_t entries = 0;
        for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(m_temp.path()))
            ++entries;
        EXPECT_EQ(entries, 2U) << "something is left beside the library";
    }
    EXPECT_GT(m_killed, 0);
}

} // namespace tw
