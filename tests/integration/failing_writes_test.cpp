// SPDX-License-Identifier: GPL-3.0-or-later
// The Nth call that changes the disk fails, for every N: once, for good, or halfway through a write. After each the
// old or the new state is there, bit for bit, the failure is told, and a second try succeeds.
#include "tests/integration/library_operations.h"
#include "tests/support/reliability_log.h"

namespace tw {

using test::ChildProcess;
using test::ChildSettings;
using test::Ending;
using test::Operation;
using test::Outcomes;
using test::WorldState;

namespace {

struct Fault {
    std::string name; ///< As in docs/reliability.md.
    std::string mode;
    std::string error;
    bool harmless = false; ///< The system's own business: the operation must succeed.
};

std::vector<Fault> faults()
{
    std::vector<Fault> all = {{"once, disk full", "once", "ENOSPC", false},
                              {"for good, I/O error", "forever", "EIO", false},
                              {"short write", "short", "ENOSPC", true}};
    if (test::deepRun()) {
        for (const char* error : {"EIO", "EDQUOT", "EACCES", "EROFS"})
            all.push_back({fmt::format("once, {}", error), "once", error, false});
        all.push_back({"for good, disk full", "forever", "ENOSPC", false});
    }
    return all;
}

} // namespace

class FailingWritesTest : public testing::Test {
protected:
    void SetUp() override
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        GTEST_SKIP() << "the faults are preloaded, which sanitizers do not allow";
#endif
        m_world.prepare();
    }

    /// Runs with the fault; `seen` becomes the number of calls and the name of the one that failed.
    Ending runWith(const Fault& fault, const std::vector<std::string>& arguments, unsigned at)
    {
        std::filesystem::remove(m_temp / "report");
        ChildSettings settings;
        settings.environment = {"LD_PRELOAD=" TASTEWALK_FAULT_SHIM, "FAULT_FOLDER=" + (m_temp / "place").string(),
                                "FAULT_AT=" + std::to_string(at), "FAULT_MODE=" + fault.mode,
                                "FAULT_ERRNO=" + fault.error, "FAULT_REPORT=" + (m_temp / "report").string()};
        settings.errors = m_temp / "errors";
        const Ending ending = ChildProcess::start(TASTEWALK_CLI, arguments, settings).wait();
        m_calls = static_cast<unsigned>(std::strtoul(readFile(m_temp / "report").value_or("0").c_str(), nullptr, 10));
        m_told = readFile(m_temp / "errors").value_or("");
        return ending;
    }
    std::string context(const Fault& fault, unsigned at) const
    {
        return fmt::format("{} at call {} ({}): {}", fault.name, at, readFile(m_temp / "report").value_or("-"), m_told);
    }
    /// What must hold of every ending.
    void checkEnding(const Fault& fault, const Ending& ending, Outcomes& outcomes)
    {
        EXPECT_FALSE(ending.killed) << "signal " << ending.signal;
        EXPECT_TRUE(ending.exitCode == 0 || ending.exitCode == 1) << ending.exitCode;
        EXPECT_TRUE(ending.succeeded() || m_told.size() > 10) << "failed without a sentence";
        EXPECT_TRUE(ending.succeeded() || !fault.harmless) << "the operation should have gone on";
        if (ending.killed)
            ++outcomes["CRASHED"];
    }
    static const char* partOf(const std::string& now, const std::string& before, const std::string& after)
    {
        return now == before ? "old" : now == after ? "new" : "BROKEN";
    }
    /// The old state; or, on a disk that fails for good between the new space and the database, a new and whole space
    /// that can't be taken back any more.
    static bool isHalf(const Fault& fault, const WorldState& now, const WorldState& before, const WorldState& after)
    {
        const bool spaceIsNew = fault.mode == "forever" && now.spaces == after.spaces;
        return now.database == before.database && now.exported == before.exported
            && (now.spaces == before.spaces || spaceIsNew);
    }
    void tryAll(const Operation& operation, const Fault& fault, unsigned stride);

    test::TempFolder m_temp;
    test::LibraryWorld m_world{m_temp / "place"};
    unsigned m_calls = 0;
    std::string m_told;
};

void FailingWritesTest::tryAll(const Operation& operation, const Fault& fault, unsigned stride)
{
    m_world.reset();
    const WorldState before = m_world.state();
    ASSERT_TRUE(runWith(fault, m_world.arguments(operation), 0).succeeded()) << m_told;
    ASSERT_GT(m_calls, 5U) << "the faults are not in the way of anything";
    const std::set<std::string> names = m_world.names();
    const WorldState after = m_world.state();
    ASSERT_NE(before, after) << "nothing to see";

    Outcomes outcomes;
    std::uint64_t tried = 0;
    for (unsigned at = 1;; at += stride) {
        m_world.reset();
        const Ending ending = runWith(fault, m_world.arguments(operation), at);
        if (m_calls < at)
            break;
        SCOPED_TRACE(context(fault, at));
        ++tried;
        checkEnding(fault, ending, outcomes);
        const WorldState now = m_world.state();
        const bool isNew = now == after;
        EXPECT_TRUE(isNew || (isHalf(fault, now, before, after) && !ending.succeeded()))
            << (ending.succeeded() ? "told as done" : "told as failed") << ", but the state is none of both: database "
            << partOf(now.database, before.database, after.database) << ", spaces "
            << partOf(now.spaces, before.spaces, after.spaces) << ", exported file "
            << partOf(now.exported, before.exported, after.exported);
        ++outcomes[ending.succeeded() ? "done all the same"
                   : isNew            ? "told, new state"
                   : now == before    ? "told, old state"
                                      : "told, new space not yet in use"];
        if (test::deepRun() || tried % 4 == 0)
            test::checkServes(m_world.library());
        if (!isNew) {
            const Ending again = m_world.start(operation).wait();
            EXPECT_TRUE(again.succeeded()) << "a second try fails";
            EXPECT_EQ(m_world.state(), after);
        }
        EXPECT_TRUE(Library::open(m_world.library())); // Clears up.
        EXPECT_EQ(m_world.names(), names) << "something is left lying about";
        if (HasFailure())
            break; // One is enough to mend; the rest only repeats it.
    }
    test::logReliability("failing writes", operation.name + ", " + fault.name, tried, outcomes);
}

TEST_F(FailingWritesTest, LeaveTheOldOrTheNewState)
{
    for (const Operation& operation : test::operations()) {
        SCOPED_TRACE(operation.name);
        const bool shortOne = operation.name == "like" || operation.name.starts_with("export");
        for (const Fault& fault : faults())
            tryAll(operation, fault, shortOne || test::deepRun() ? 1 : 9);
    }
}

TEST_F(FailingWritesTest, ANewLibraryIsWholeOrAbsent)
{
    const std::string catalogue = test::writeSmallCatalogue(m_temp / "films.jsonl", 40).string();
    const std::vector<std::string> make = {"--library", m_world.library().string(), "new", "--catalogue", catalogue};
    for (const Fault& fault : faults()) {
        Outcomes outcomes;
        std::uint64_t tried = 0;
        for (unsigned at = 1;; at += test::deepRun() ? 1 : 31) {
            std::filesystem::remove_all(m_temp / "place");
            std::filesystem::create_directories(m_temp / "place");
            const Ending ending = runWith(fault, make, at);
            if (m_calls < at)
                break;
            SCOPED_TRACE(context(fault, at));
            ++tried;
            checkEnding(fault, ending, outcomes);
            const bool exists = std::filesystem::exists(m_world.library());
            EXPECT_TRUE(exists || !ending.succeeded());
            ++outcomes[ending.succeeded() ? "done all the same" : exists ? "told, new state" : "told, old state"];
            if (!exists) {
                EXPECT_TRUE(ChildProcess::start(TASTEWALK_CLI, make).wait().succeeded()) << "a second try fails";
            }
            test::checkServes(m_world.library());
            EXPECT_EQ(Library::open(m_world.library()).value()->catalog()->size(), 40U);
            EXPECT_EQ(std::distance(std::filesystem::directory_iterator(m_temp / "place"), {}), 1)
                << "something is left beside the library";
            if (HasFailure())
                break;
        }
        test::logReliability("failing writes", "new library, " + fault.name, tried, outcomes);
    }
}

} // namespace tw
