// SPDX-License-Identifier: GPL-3.0-or-later
// Disks that are really full, files that may not grow, folders and files that may not be written: told in a sentence,
// the old or the new state kept, a second try with room succeeds.
#include "tests/integration/library_operations.h"
#include "tests/support/reliability_log.h"

#include <sys/mount.h>
#include <sys/statvfs.h>

namespace tw {

using test::ChildProcess;
using test::ChildSettings;
using test::Ending;
using test::Operation;
using test::Outcomes;
using test::WorldState;

namespace {

constexpr const char* kInside = "TASTEWALK_TEST_NAMESPACE";
constexpr std::uint64_t kPage = 4096;
constexpr uid_t kNobody = 65534;

} // namespace

class DiskFullTest : public testing::Test {
protected:
    /// Runs this very test once more where it may mount, and has its result here. True within.
    bool isInNamespace()
    {
        if (std::getenv(kInside))
            return true;
        const char* flags = ::geteuid() == 0 ? "-m" : "-Urm";
        const auto self = std::filesystem::read_symlink("/proc/self/exe");
        m_mayMount = ChildProcess::start("/usr/bin/unshare", {flags, "mount", "-t", "tmpfs", "none", "/mnt"})
                         .wait().succeeded();
        if (!m_mayMount)
            return false;
        ChildSettings settings;
        settings.environment = {std::string(kInside) + "=1"};
        settings.inheritsOutput = true;
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        const std::string filter = fmt::format("--gtest_filter={}.{}", info->test_suite_name(), info->name());
        EXPECT_TRUE(ChildProcess::start("/usr/bin/unshare", {flags, self.string(), filter}, settings).wait().succeeded());
        return false;
    }
    std::filesystem::path place() const { return m_temp / "place"; }
    void mountDisk()
    {
        std::filesystem::create_directories(place());
        ASSERT_EQ(::mount("tmpfs", place().c_str(), "tmpfs", 0, "size=64m"), 0);
    }
    void resizeDisk(std::uint64_t bytes, unsigned long flags = 0) const
    {
        const std::string size = fmt::format("size={}", bytes);
        ASSERT_EQ(::mount("tmpfs", place().c_str(), "tmpfs", MS_REMOUNT | flags, size.c_str()), 0) << size;
    }
    std::uint64_t usedBytes() const
    {
        struct statvfs status{};
        ::statvfs(place().c_str(), &status);
        return (status.f_blocks - status.f_bfree) * status.f_frsize;
    }
    Ending run(const std::vector<std::string>& arguments, ChildSettings settings = {})
    {
        settings.errors = m_temp / "errors";
        settings.environment.push_back("XDG_CACHE_HOME=" + (m_temp / "cache").string());
        const Ending ending = ChildProcess::start(TASTEWALK_CLI, arguments, settings).wait();
        m_told = readFile(m_temp / "errors").value_or("");
        return ending;
    }
    void checkTold(const Ending& ending)
    {
        EXPECT_FALSE(ending.killed) << "signal " << ending.signal;
        EXPECT_TRUE(ending.exitCode == 0 || (ending.exitCode == 1 && m_told.size() > 10))
            << ending.exitCode << ' ' << m_told;
    }
    /// After a try without enough room: the state is old or new, and with room the operation succeeds.
    void checkAfter(const Operation& operation, const Ending& ending, const WorldState& before, const WorldState& after,
                    Outcomes& outcomes)
    {
        SCOPED_TRACE(m_told);
        checkTold(ending);
        const WorldState now = m_world.state();
        EXPECT_TRUE(now == after || (now == before && !ending.succeeded())) << "half a state";
        ++outcomes[ending.succeeded() ? "done all the same" : now == after ? "told, new state" : "told, old state"];
        if (now != after) {
            EXPECT_TRUE(m_world.start(operation).wait().succeeded()) << "a second try fails";
            EXPECT_EQ(m_world.state(), after);
        }
        EXPECT_TRUE(Library::open(m_world.library())); // Clears up.
        EXPECT_EQ(m_world.names(), m_names) << "something is left lying about";
    }
    /// What the operation makes of the world when nothing is in its way.
    std::pair<WorldState, WorldState> beforeAndAfter(const Operation& operation)
    {
        m_world.reset();
        WorldState before = m_world.state();
        EXPECT_TRUE(m_world.start(operation).wait().succeeded());
        m_names = m_world.names();
        return {before, m_world.state()};
    }

    test::TempFolder m_temp;
    test::LibraryWorld m_world{m_temp / "place"};
    bool m_mayMount = true;
    std::string m_told;
    std::set<std::string> m_names;
};

TEST_F(DiskFullTest, OperationsOnADiskWithTooLittleRoom)
{
    if (!isInNamespace()) {
        if (!m_mayMount)
            GTEST_SKIP() << "a small disk can't be mounted here";
        return;
    }
    mountDisk();
    m_world.prepare();
    for (const Operation& operation : test::operations()) {
        SCOPED_TRACE(operation.name);
        const auto [before, after] = beforeAndAfter(operation);
        Outcomes outcomes;
        std::uint64_t tried = 0;
        const bool shortOne = operation.name == "like" || operation.name.starts_with("export");
        const std::uint64_t step = (test::deepRun() || shortOne ? 1 : 5) * kPage;
        int successes = 0; // The first may be followed by failures: with more room more is tried.
        for (std::uint64_t room = 0; successes < 4 && !HasFailure(); room += step) {
            SCOPED_TRACE(fmt::format("{} bytes of room", room));
            ASSERT_LT(room, 8'000'000U) << "it never succeeds";
            resizeDisk(64 << 20);
            m_world.reset();
            resizeDisk(usedBytes() + room);
            const Ending ending = run(m_world.arguments(operation));
            resizeDisk(64 << 20);
            ++tried;
            successes += ending.succeeded();
            checkAfter(operation, ending, before, after, outcomes);
        }
        test::logReliability("disk full", operation.name, tried, outcomes);
    }
}

TEST_F(DiskFullTest, ANewLibraryOnATinyDisk)
{
    if (!isInNamespace()) {
        if (!m_mayMount)
            GTEST_SKIP() << "a small disk can't be mounted here";
        return;
    }
    const std::string catalogue = test::writeSmallCatalogue(m_temp / "films.jsonl", 40).string();
    const std::vector<std::string> make = {"--library", m_world.library().string(), "new", "--catalogue", catalogue};
    mountDisk();
    Outcomes outcomes;
    std::uint64_t tried = 0;
    bool made = false;
    for (std::uint64_t size = 4 * kPage; !made && !HasFailure(); size += (test::deepRun() ? 2 : 12) * kPage) {
        SCOPED_TRACE(fmt::format("a disk of {} bytes", size));
        ASSERT_LT(size, 16'000'000U) << "it never succeeds";
        resizeDisk(size);
        const Ending ending = run(make);
        checkTold(ending);
        ++tried;
        made = ending.succeeded();
        EXPECT_EQ(std::filesystem::exists(m_world.library()), made);
        EXPECT_EQ(test::namesIn(place()).empty(), !made) << "something is left on the disk";
        ++outcomes[made ? "made" : "told, nothing left"];
    }
    resizeDisk(64 << 20);
    test::checkServes(m_world.library());
    test::logReliability("disk full", "new library", tried, outcomes);
}

TEST_F(DiskFullTest, FilesThatMayNotGrow)
{
    std::filesystem::create_directories(place());
    m_world.prepare();
    for (const Operation& operation : test::operations()) {
        SCOPED_TRACE(operation.name);
        const auto [before, after] = beforeAndAfter(operation);
        Outcomes outcomes;
        std::uint64_t tried = 0;
        // The least room that SQLite's shared memory needs is 32 kB; below and above it other things fail.
        for (std::uint64_t limit : {1'000, 10'000, 30'000, 40'000, 60'000, 90'000, 130'000, 400'000}) {
            SCOPED_TRACE(fmt::format("files of {} bytes at most", limit));
            m_world.reset();
            ChildSettings settings;
            settings.largestFile = limit;
            const Ending ending = run(m_world.arguments(operation), settings);
            ++tried;
            checkAfter(operation, ending, before, after, outcomes);
        }
        test::logReliability("disk full", operation.name + ", file size limited", tried, outcomes);
    }
}

TEST_F(DiskFullTest, ADiskThatCannotBeWrittenCanBeLookedAt)
{
    if (!isInNamespace()) {
        if (!m_mayMount)
            GTEST_SKIP() << "a small disk can't be mounted here";
        return;
    }
    mountDisk();
    m_world.prepare();
    m_world.reset();
    const std::string library = m_world.library().string();
    // As a crash leaves it: the last like is in the log only.
    const std::filesystem::path crashed = place() / "Crashed";
    {
        const auto open = Library::open(library).value();
        ASSERT_TRUE(open->append(Act::Liked, ItemId(30), Source::Search, {}));
        std::filesystem::copy(library, crashed, std::filesystem::copy_options::recursive);
    }
    resizeDisk(64 << 20, MS_RDONLY);
    Outcomes outcomes;
    for (const Operation& operation : test::operations()) {
        SCOPED_TRACE(operation.name);
        const Ending ending = run(m_world.arguments(operation));
        checkTold(ending);
        EXPECT_FALSE(ending.succeeded());
        ++outcomes["told"];
    }
    const std::string out = (m_temp / "out.csv").string();
    for (const std::string& folder : {library, crashed.string()}) {
        SCOPED_TRACE(folder);
        for (const std::vector<std::string>& words :
             {std::vector<std::string>{"info"}, {"history"}, {"search", "whale"}, {"recommend"},
              {"export", "--what", "likes", "--format", "csv", "--out", out}}) {
            std::vector<std::string> arguments = {"--library", folder};
            arguments.insert(arguments.end(), words.begin(), words.end());
            EXPECT_TRUE(run(arguments).succeeded()) << words.front() << ": " << m_told;
            ++outcomes["served"];
        }
        EXPECT_NE(readFile(out).value_or("").find("Film 30"), std::string::npos) << "the last like is not there";
    }
    test::logReliability("disk full", "medium that cannot be written", outcomes["told"] + outcomes["served"], outcomes);
}

TEST_F(DiskFullTest, FoldersAndFilesWithoutPermission)
{
    ::chmod(m_temp.path().c_str(), 0755);
    std::filesystem::create_directories(place());
    m_world.prepare();
    ChildSettings stranger;
    stranger.user = kNobody;
    if (!run({"--help"}, stranger).succeeded())
        GTEST_SKIP() << "the tool can't be run as another user here";
    const std::filesystem::path file = databasePath(m_world.library());
    const auto owned = [this](const std::filesystem::path& path) {
        return ::geteuid() != 0 || ::chown(path.c_str(), kNobody, kNobody) == 0;
    };
    struct Case {
        const char* name;
        mode_t folder;
        mode_t file;
        bool canRead;
    };
    for (const Case& each : {Case{"folder read-only", 0555, 0644, true}, {"file read-only", 0755, 0444, true},
                             {"folder without permission", 0000, 0644, false},
                             {"file without permission", 0755, 0000, false}}) {
        SCOPED_TRACE(each.name);
        m_world.reset();
        const WorldState before = m_world.state();
        for (const auto& entry : std::filesystem::recursive_directory_iterator(place()))
            ASSERT_TRUE(owned(entry.path()));
        ASSERT_TRUE(owned(place()));
        ::chmod(file.c_str(), each.file);
        ::chmod(m_world.library().c_str(), each.folder);
        Outcomes outcomes;
        for (const Operation& operation : test::operations()) {
            if (operation.name.starts_with("export"))
                continue; // It writes elsewhere.
            SCOPED_TRACE(operation.name);
            const Ending ending = run(m_world.arguments(operation), stranger);
            checkTold(ending);
            EXPECT_FALSE(ending.succeeded());
            ++outcomes["told"];
        }
        const Ending history = run({"--library", m_world.library().string(), "history"}, stranger);
        checkTold(history);
        EXPECT_EQ(history.succeeded(), each.canRead) << m_told;
        ++outcomes[each.canRead ? "served" : "told"];
        ::chmod(m_world.library().c_str(), 0755);
        ::chmod(file.c_str(), 0644);
        EXPECT_EQ(m_world.state(), before);
        test::logReliability("disk full", each.name, outcomes["told"] + outcomes["served"], outcomes);
    }
}

TEST_F(DiskFullTest, AnAnswerThatCannotBeWrittenIsAFailure)
{
    std::filesystem::create_directories(place());
    m_world.prepare();
    m_world.reset();
    ChildSettings settings;
    settings.errors = m_temp / "errors";
    const std::string command = fmt::format("'{}' --library '{}' history >/dev/full", TASTEWALK_CLI,
                                            m_world.library().string());
    EXPECT_EQ(ChildProcess::start("/bin/sh", {"-c", command}, settings).wait().exitCode, 1);
    EXPECT_GT(readFile(settings.errors).value_or("").size(), 10U);
}

TEST_F(DiskFullTest, ManyExportingToOneFileLeaveOneWholeList)
{
    std::filesystem::create_directories(place());
    m_world.prepare();
    m_world.reset();
    const Operation& likes = *std::ranges::find(test::operations(), "export of likes", &Operation::name);
    ASSERT_TRUE(m_world.start(likes).wait().succeeded());
    const std::string whole = readFile(m_world.exported()).value();
    std::vector<ChildProcess> children;
    for (int i = 0; i < 8; ++i)
        children.push_back(m_world.start(likes));
    for (ChildProcess& child : children)
        EXPECT_TRUE(child.wait().succeeded());
    EXPECT_EQ(readFile(m_world.exported()).value(), whole);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(place()), {}), 2);
}

} // namespace tw
