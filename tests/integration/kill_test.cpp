// SPDX-License-Identifier: GPL-3.0-or-later
// The tool is killed at random moments of everything it does to a library. What it had acknowledged must be there; the
// rest is whole or absent; nothing is left lying about. TASTEWALK_KILLS sets how often; 200 by default, 1,000 with
// TASTEWALK_DEEP.
#include "core/base/random.h"
#include "core/library/history_backup.h"
#include "core/library/session_rows.h"
#include "tests/integration/library_operations.h"
#include "tests/support/reliability_log.h"

#include <thread>

namespace tw {

using test::ChildProcess;
using test::Ending;
using test::Outcomes;

namespace {

constexpr std::size_t kFilms = 120;
using Milliseconds = std::chrono::duration<double, std::milli>;

int killCount()
{
    if (const char* wanted = std::getenv("TASTEWALK_KILLS"))
        return std::atoi(wanted);
    return test::deepRun() ? 1000 : 200;
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
    /// Starts it and kills it somewhere between its start and a little after its usual end, which is learnt from those
    /// that came through.
    Ending runAndKill(const std::string& name, const std::vector<std::string>& arguments)
    {
        const auto begin = std::chrono::steady_clock::now();
        Milliseconds& usual = m_usual.try_emplace(name, 60).first->second;
        ChildProcess process = tool(arguments);
        std::this_thread::sleep_for(usual * m_random.uniform(0, 1.1));
        const Ending ending = process.kill();
        const Milliseconds took = std::chrono::steady_clock::now() - begin;
        usual = ending.killed ? usual * 1.15 : std::min(usual * 0.8, took);
        m_killed += ending.killed;
        ++m_outcomes[name][ending.succeeded() ? "was done already" : "killed"];
        EXPECT_TRUE(ending.killed || ending.succeeded()) << name << " failed: " << ending.exitCode;
        return ending;
    }
    std::string catalogue(const std::string& mark) const
    {
        return test::writeSmallCatalogue(m_temp / "films.jsonl", kFilms, mark).string();
    }
    void logOutcomes() const
    {
        for (const auto& [name, outcomes] : m_outcomes) {
            std::uint64_t tried = 0;
            for (const auto& [outcome, count] : outcomes)
                tried += count;
            test::logReliability("kills", name, tried, outcomes);
        }
    }

    /// The library opens, its database is sound, its parts serve, and its catalogue is that of one whole import.
    void checkWhole(const std::set<std::string>& possibleMarks)
    {
        auto store = LibraryStore::open(m_folder, Database::Mode::ReadWrite);
        ASSERT_TRUE(store) << store.error().detail;
        EXPECT_TRUE(store->database().quickCheck());
        test::checkServes(m_folder);
        const auto library = Library::open(m_folder).value();
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
        m_hasSpace = !listSpaces(m_folder).empty();
        EXPECT_EQ(m_hasSpace, library->settings().activeSpace == "builtin");
    }
    /// Nothing but what a library consists of; the last check has opened it, which clears up.
    void checkTidy() const
    {
        const std::set<std::string> known = {"library.sqlite", "embeddings.sqlite", "text.sqlite", "library.lock",
                                             "spaces", "backups"};
        for (const std::string& name : test::namesIn(m_folder)) {
            const bool isKnown = known.contains(name) || name.starts_with("spaces/builtin") ||
                                 (name.starts_with("backups/history-") && name.ends_with(".json"));
            EXPECT_TRUE(isKnown && !name.ends_with(".tmp")) << name << " is left lying about";
        }
    }
    void likeOrImport(int round);
    void embedOrIndex(int round);
    void exportList();
    void removeSpace();
    void forgetOne();

    test::TempFolder m_temp;
    std::filesystem::path m_folder = m_temp / "Films";
    Random m_random{20'240'229};
    std::map<std::string, Milliseconds> m_usual;
    std::map<std::string, Outcomes> m_outcomes;
    int m_killed = 0;
    std::string m_mark;
    std::set<std::string> m_liked;        ///< Found at the last check.
    std::set<std::string> m_acknowledged; ///< Must be found.
    std::set<std::string> m_attempted;    ///< May be found.
    std::string m_oldList = "no file";
    bool m_hasSpace = true;
};

void KillTest::likeOrImport(int round)
{
    const std::string bystander = filmKey(2 * round);
    const std::string victim = filmKey(2 * round + 1);
    m_attempted.insert({bystander, victim});
    const bool importing = round % 2 == 0;
    const std::string newMark = importing ? fmt::format("mark {}", round) : m_mark;
    ChildProcess other = tool({"like", bystander});
    const std::string oldMark = m_mark;
    const Ending ending = importing
        ? runAndKill("import", {"import", "--no-embed", catalogue(newMark)}) : runAndKill("like", {"like", victim});
    EXPECT_EQ(other.wait().exitCode, 0) << "a like beside it failed";
    m_acknowledged.insert(bystander);
    if (ending.succeeded() && !importing)
        m_acknowledged.insert(victim);
    checkWhole({oldMark, newMark});
    if (ending.succeeded() && importing) {
        EXPECT_EQ(m_mark, newMark) << "an acknowledged import is lost";
    }
}

void KillTest::embedOrIndex(int round)
{
    if (round % 2 == 0 || !m_hasSpace) {
        const Ending ending = runAndKill("embed", {"embed"});
        checkWhole({m_mark});
        EXPECT_TRUE(m_hasSpace || !ending.succeeded()) << "an acknowledged space is lost";
        return;
    }
    const bool graph = round % 4 == 1;
    const Ending ending = runAndKill("index", {"index", "--kind", graph ? "hnsw" : "exact"});
    checkWhole({m_mark});
    const auto spaces = listSpaces(m_folder);
    ASSERT_EQ(spaces.size(), 1U);
    if (ending.succeeded()) {
        EXPECT_EQ(spaces.front().index == IndexKind::Hnsw, graph) << "an acknowledged index is lost";
    }
}

void KillTest::exportList()
{
    const std::filesystem::path file = m_temp / "likes.csv";
    const auto library = Library::open(m_folder).value();
    const auto opened = openSession(*library, {}).value();
    const std::string newList = exportText(likeRows(opened.session), {}).value();
    const Ending ending =
        runAndKill("export", {"export", "--what", "likes", "--format", "csv", "--out", file.string()});
    const std::string now = readFile(file).value_or("no file");
    EXPECT_TRUE(now == newList || (now == m_oldList && !ending.succeeded())) << "neither the old nor the new list";
    m_oldList = now;
    checkWhole({m_mark});
    // The next export clears up.
    EXPECT_TRUE(exportToFile(file, likeRows(opened.session), {}));
    m_oldList = newList;
    for (const auto& entry : std::filesystem::directory_iterator(m_temp.path()))
        EXPECT_FALSE(entry.path().filename().native().starts_with('.')) << entry.path();
}

void KillTest::removeSpace()
{
    if (m_hasSpace) {
        const Ending ending = runAndKill("remove a space", {"space", "remove", "builtin"});
        checkWhole({m_mark});
        EXPECT_TRUE(!m_hasSpace || !ending.succeeded());
    }
    if (!m_hasSpace) {
        EXPECT_TRUE(tool({"embed"}).wait().succeeded());
        checkWhole({m_mark});
        EXPECT_TRUE(m_hasSpace);
    }
}

void KillTest::forgetOne()
{
    const std::string victim = *m_liked.begin();
    const Ending ending = runAndKill("forget", {"forget", victim});
    m_acknowledged.erase(victim);
    checkWhole({m_mark});
    EXPECT_FALSE(ending.succeeded() && m_liked.contains(victim)) << "a forgotten like is back";
    if (!m_liked.contains(victim)) {
        m_attempted.erase(victim);
        for (const auto& file : historyBackups(m_folder)) {
            const auto acts = readHistoryBackup(file);
            ASSERT_TRUE(acts) << acts.error().detail;
            EXPECT_TRUE(std::ranges::none_of(*acts, [&](const BackedUpAct& act) { return act.key == victim; }))
                << "a forgotten like is found in " << file;
        }
    }
}

TEST_F(KillTest, NothingAcknowledgedIsLostAndNothingIsHalf)
{
    ASSERT_EQ(tool({"new", "--catalogue", catalogue("first")}).wait().exitCode, 0);
    ASSERT_EQ(tool({"like", filmKey(0)}).wait().exitCode, 0);
    m_acknowledged = m_attempted = m_liked = {filmKey(0)};
    m_mark = "first";
    const int kills = killCount() * 9 / 10;
    for (int round = 1; round <= kills && !HasFailure(); ++round) {
        SCOPED_TRACE(fmt::format("kill {}", round));
        switch (round % 8) {
        case 1:
        case 2:
        case 5: likeOrImport(round); break;
        case 3:
        case 6: embedOrIndex(round / 3); break;
        case 4: exportList(); break;
        case 7: removeSpace(); break;
        default: forgetOne(); break;
        }
        if (HasFatalFailure())
            break;
        checkTidy();
        EXPECT_TRUE(std::ranges::includes(m_liked, m_acknowledged)) << "an acknowledged like is lost";
        EXPECT_TRUE(std::ranges::includes(m_attempted, m_liked)) << "a like nobody made";
        m_acknowledged = m_liked; // what is seen once must stay, too
    }
    EXPECT_GT(m_killed, kills / 4) << "too few were still running when the kill came";
    logOutcomes();
}

TEST_F(KillTest, ANewLibraryAppearsWholeOrNotAtAll)
{
    const std::vector<std::string> make = {"new", "--catalogue", catalogue("first")};
    const int kills = std::max(killCount() / 10, 1);
    for (int round = 1; round <= kills; ++round) {
        SCOPED_TRACE(fmt::format("kill {}", round));
        std::filesystem::remove_all(m_folder);
        const Ending ending = runAndKill("new library", make);
        const bool exists = Library::exists(m_folder);
        EXPECT_TRUE(exists || !ending.succeeded());
        EXPECT_EQ(exists, std::filesystem::exists(m_folder));
        if (!exists) {
            EXPECT_EQ(tool(make).wait().exitCode, 0) << "the next try fails on what the killed one left";
        }
        checkWhole({"first"});
        checkTidy();
        EXPECT_EQ(std::distance(std::filesystem::directory_iterator(m_temp.path()), {}), 2)
            << "something is left beside the library";
    }
    EXPECT_GT(m_killed, 0);
    logOutcomes();
}

} // namespace tw
