// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/taste/taste_history.h"

namespace tw {

namespace {

/// Appends events as the library does: rising ids, here with gaps.
class Recorder {
public:
    std::int64_t act(Act kind, std::uint32_t item)
    {
        return append({.act = kind, .item = ItemId(item)});
    }
    std::int64_t takeBack(std::int64_t target) { return append({.act = Act::Undone, .target = target}); }
    TasteHistory history() const { return TasteHistory(m_events); }

private:
    std::int64_t append(TasteEvent event)
    {
        event.id = m_nextId;
        m_nextId += 1 + static_cast<std::int64_t>(m_events.size() % 3);
        m_events.push_back(event);
        return event.id;
    }
    std::vector<TasteEvent> m_events;
    std::int64_t m_nextId = 10;
};

std::vector<std::uint32_t> numbers(std::span<const ItemId> items)
{
    std::vector<std::uint32_t> values;
    for (const ItemId item : items)
        values.push_back(item.value());
    return values;
}

/// The plain thing a history with undo and redo should equal: a list of acts, a stack of undone ones, and for the
/// standings a replay of the acts left.
class UndoStackModel {
public:
    void act(Act kind, std::uint32_t item)
    {
        m_done.emplace_back(kind, item);
        m_undone.clear();
    }
    bool undo()
    {
        if (m_done.empty())
            return false;
        m_undone.push_back(m_done.back());
        m_done.pop_back();
        return true;
    }
    bool redo()
    {
        if (m_undone.empty())
            return false;
        m_done.push_back(m_undone.back());
        m_undone.pop_back();
        return true;
    }
    std::vector<std::pair<Act, std::uint32_t>> standings() const
    {
        std::vector<std::pair<Act, std::uint32_t>> standing;
        for (const auto& [kind, item] : m_done) {
            std::erase_if(standing, [wanted = item](const auto& entry) { return entry.second == wanted; });
            if (kind != Act::Removed)
                standing.emplace_back(kind, item);
        }
        return standing;
    }
    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }

private:
    std::vector<std::pair<Act, std::uint32_t>> m_done;
    std::vector<std::pair<Act, std::uint32_t>> m_undone;
};

ItemState stateOf(Act act)
{
    return act == Act::Liked ? ItemState::Liked : act == Act::Disliked ? ItemState::Disliked : ItemState::Hidden;
}

void expectSame(const TasteHistory& history, const UndoStackModel& model)
{
    const auto expected = model.standings();
    ASSERT_EQ(history.standings().size(), expected.size());
    std::vector<std::uint32_t> likes;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(history.standings()[i].item.value(), expected[i].second);
        EXPECT_EQ(history.standings()[i].state, stateOf(expected[i].first));
        EXPECT_EQ(history.state(ItemId(expected[i].second)), stateOf(expected[i].first));
        if (expected[i].first == Act::Liked)
            likes.push_back(expected[i].second);
    }
    EXPECT_EQ(numbers(history.likes()), likes);
    EXPECT_EQ(history.count(ItemState::Liked), likes.size());
    EXPECT_EQ(history.undoTarget().has_value(), model.canUndo());
    EXPECT_EQ(history.redoTarget().has_value(), model.canRedo());
}

} // namespace

TEST(TasteHistory, EmptyHistoryHasNothing)
{
    const TasteHistory history;
    EXPECT_TRUE(history.likes().empty());
    EXPECT_EQ(history.state(ItemId(3)), ItemState::None);
    EXPECT_FALSE(history.undoTarget());
    EXPECT_FALSE(history.redoTarget());
    EXPECT_EQ(history.count(ItemState::None), 0U);
}

TEST(TasteHistory, LastActAboutAnItemDecides)
{
    Recorder recorder;
    recorder.act(Act::Liked, 1);
    recorder.act(Act::Liked, 2);
    recorder.act(Act::Disliked, 1);
    recorder.act(Act::Hidden, 3);
    const TasteHistory history = recorder.history();
    EXPECT_EQ(history.state(ItemId(1)), ItemState::Disliked);
    EXPECT_EQ(history.state(ItemId(3)), ItemState::Hidden);
    EXPECT_EQ(numbers(history.likes()), (std::vector<std::uint32_t>{2}));
    EXPECT_EQ(history.count(ItemState::Disliked), 1U);
}

TEST(TasteHistory, SecondLikeMovesTheItemInTime)
{
    Recorder recorder;
    recorder.act(Act::Liked, 1);
    recorder.act(Act::Liked, 2);
    const std::int64_t again = recorder.act(Act::Liked, 1);
    const TasteHistory history = recorder.history();
    EXPECT_EQ(numbers(history.likes()), (std::vector<std::uint32_t>{2, 1}));
    EXPECT_EQ(history.standings().back().since.id, again);
}

TEST(TasteHistory, TakingBackAnActShowsTheOneBefore)
{
    Recorder recorder;
    recorder.act(Act::Liked, 1);
    const std::int64_t dislike = recorder.act(Act::Disliked, 1);
    const std::int64_t undo = recorder.takeBack(dislike);
    EXPECT_EQ(recorder.history().state(ItemId(1)), ItemState::Liked);
    ASSERT_TRUE(recorder.history().redoTarget());
    EXPECT_EQ(recorder.history().redoTarget()->id, undo);
    recorder.takeBack(undo);
    EXPECT_EQ(recorder.history().state(ItemId(1)), ItemState::Disliked);
    EXPECT_FALSE(recorder.history().redoTarget());
}

TEST(TasteHistory, AnActFromTheMiddleCanBeTakenBack)
{
    Recorder recorder;
    recorder.act(Act::Liked, 1);
    const std::int64_t middle = recorder.act(Act::Liked, 2);
    const std::int64_t last = recorder.act(Act::Liked, 3);
    recorder.takeBack(middle);
    EXPECT_EQ(numbers(recorder.history().likes()), (std::vector<std::uint32_t>{1, 3}));
    EXPECT_EQ(recorder.history().undoTarget()->id, last);
}

TEST(TasteHistory, UndoneWithoutATargetDoesNothing)
{
    Recorder recorder;
    recorder.act(Act::Liked, 1);
    recorder.takeBack(999); // forgotten, or of a time to come
    const TasteHistory history = recorder.history();
    EXPECT_EQ(numbers(history.likes()), (std::vector<std::uint32_t>{1}));
    EXPECT_FALSE(history.redoTarget());
}

TEST(TasteHistory, ANewActEndsRedo)
{
    Recorder recorder;
    const std::int64_t first = recorder.act(Act::Liked, 1);
    recorder.takeBack(first);
    recorder.act(Act::Liked, 2);
    EXPECT_FALSE(recorder.history().redoTarget());
}

TEST(TasteHistoryProperties, UndoAndRedoEqualAnUndoStack)
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        Random random(seed);
        Recorder recorder;
        UndoStackModel model;
        for (int step = 0; step < 60; ++step) {
            const std::uint64_t choice = random.below(10);
            const TasteHistory now = recorder.history();
            if (choice < 3) {
                ASSERT_EQ(model.undo(), now.undoTarget().has_value());
                if (now.undoTarget())
                    recorder.takeBack(now.undoTarget()->id);
            } else if (choice < 6) {
                ASSERT_EQ(model.redo(), now.redoTarget().has_value());
                if (now.redoTarget())
                    recorder.takeBack(now.redoTarget()->id);
            } else {
                const auto kind = static_cast<Act>(random.below(4));
                const auto item = static_cast<std::uint32_t>(random.below(6));
                recorder.act(kind, item);
                model.act(kind, item);
            }
            expectSame(recorder.history(), model);
            if (testing::Test::HasFailure())
                return;
        }
    }
}

TEST(TasteHistoryProperties, TakingAllBackAndForthChangesNothing)
{
    Random random(7);
    Recorder recorder;
    for (int i = 0; i < 30; ++i)
        recorder.act(static_cast<Act>(random.below(4)), static_cast<std::uint32_t>(random.below(8)));
    const TasteHistory before = recorder.history();
    while (recorder.history().undoTarget())
        recorder.takeBack(recorder.history().undoTarget()->id);
    EXPECT_TRUE(recorder.history().standings().empty());
    while (recorder.history().redoTarget())
        recorder.takeBack(recorder.history().redoTarget()->id);
    const TasteHistory after = recorder.history();
    EXPECT_EQ(numbers(after.likes()), numbers(before.likes()));
    ASSERT_EQ(after.standings().size(), before.standings().size());
    for (std::size_t i = 0; i < after.standings().size(); ++i)
        EXPECT_EQ(after.standings()[i].since.id, before.standings()[i].since.id);
}

} // namespace tw
