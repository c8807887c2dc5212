// SPDX-License-Identifier: GPL-3.0-or-later
// Searches run in threads of their own while the index is built anew and put in place, and acts come in. The thread
// sanitizer sees whether anything shared is changed; without it, whether every answer is whole.
#include "core/library/library.h"
#include "core/library/library_jobs.h"
#include "core/library/session.h"
#include "tests/support/small_catalogue.h"
#include "tests/support/temp_folder.h"

#include <atomic>
#include <mutex>
#include <thread>

namespace tw {

namespace {

constexpr std::size_t kFilms = 400;
constexpr int kRebuilds = 6;

/// Where the searching threads find the newest session, as the window's workspace swaps its own.
class Published {
public:
    void put(Session session)
    {
        const std::lock_guard lock(m_mutex);
        m_session = std::make_shared<const Session>(std::move(session));
    }
    std::shared_ptr<const Session> get() const
    {
        const std::lock_guard lock(m_mutex);
        return m_session;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Session> m_session;
};

/// One answer of each kind; false when one is not whole.
bool answersAreWhole(const Session& session, std::uint32_t number)
{
    const ItemId item(number % kFilms);
    const auto found = session.search("astronauts film 12", 10, SearchBy::All, {});
    const auto near = session.similar(item, 10, {});
    const TasteProfile profile = session.profile();
    const auto recommended = session.recommend(profile, 10, {});
    const auto explored = session.explore(profile, {NoiseKind::Gaussian, 25, number + 1}, 10, {});
    return found && !found->hits.empty() && found->meaningSearched && near && near->size() == 10 && recommended
        && recommended->size() == 10 && explored && explored->items.size() == 10
        && session.space.projection->positions().rows() == session.space.space->size();
}

} // namespace

class ThreadsTest : public testing::Test {
protected:
    void SetUp() override
    {
        const std::array files = {test::writeSmallCatalogue(m_temp / "films.jsonl", kFilms)};
        ASSERT_TRUE(createLibrary(m_folder, catalogFiles(files), {}));
    }
    void publish(Library& library)
    {
        ASSERT_TRUE(library.refresh());
        auto opened = openSession(library, {});
        ASSERT_TRUE(opened) << opened.error().detail;
        ASSERT_FALSE(opened->spaceError) << opened->spaceError->detail;
        m_published.put(std::move(opened->session));
    }
    void searchUntil(const std::atomic<bool>& done)
    {
        for (std::uint32_t number = 0; !done || number < 3; ++number) {
            ++m_answered;
            if (!answersAreWhole(*m_published.get(), number))
                ++m_broken;
        }
    }

    test::TempFolder m_temp;
    std::filesystem::path m_folder = m_temp / "L";
    Published m_published;
    std::atomic<int> m_answered = 0;
    std::atomic<int> m_broken = 0;
};

TEST_F(ThreadsTest, SearchesGoOnWhileTheIndexIsBuiltAnewAndActsComeIn)
{
    const auto library = Library::open(m_folder).value();
    publish(*library);
    std::atomic<bool> done = false;
    std::vector<std::jthread> searchers;
    for (int i = 0; i < 3; ++i)
        searchers.emplace_back([&] { searchUntil(done); });
    std::atomic<int> rebuilt = 0;
    std::jthread builder([&] {
        for (int i = 0; i < kRebuilds; ++i) {
            IndexOptions options;
            options.kind = i % 2 == 0 ? IndexKind::Hnsw : IndexKind::Exact;
            options.layout = i % 4 == 0 ? IndexLayout::Small : IndexLayout::Fast;
            options.m = 8 + i;
            rebuilt += rebuildIndex(m_folder, "builtin", options, {}).has_value();
        }
        done = true;
    });
    std::uint32_t acts = 0;
    while (!done || acts < 10) {
        const auto session = m_published.get();
        const auto act = recordAct(*library, *session, Act::Liked, ItemId(acts++ % kFilms), Source::Search, "q");
        EXPECT_TRUE(act) << act.error().detail;
        publish(*library);
    }
    builder.join();
    searchers.clear();
    EXPECT_EQ(rebuilt, kRebuilds);
    EXPECT_EQ(m_broken, 0) << "of " << m_answered;
    EXPECT_EQ(library->history()->events().size(), acts);
}

} // namespace tw
