// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/item_rows.h"
#include "core/library/row_sums.h"
#include "tests/support/temp_folder.h"

namespace tw {

namespace {

Item fullItem()
{
    Item item;
    item.key = "imdb:tt0211915";
    item.title = "Amélie";
    item.originalTitle = "Le Fabuleux Destin d'Amélie Poulain";
    item.year = 2001;
    item.runtimeMinutes = 122;
    item.countries = {"France", "Germany"};
    item.languages = {"French"};
    item.genres = {"Comedy", "Romance"};
    item.directors = {"Jean-Pierre Jeunet"};
    item.cast = {"Audrey Tautou", "Mathieu Kassovitz"};
    item.keywords = {"paris", "café"};
    item.tagline = "She'll change your life.";
    item.text = "Line one.\nLine \"two\".";
    item.poster = "poster.jpg";
    item.imdbId = "tt0211915";
    item.tmdbId = "194";
    item.extra = {{"budget", "10000000"}, {"note", "a\n\"b\"\\"}, {"empty", ""}};
    return item;
}

void expectSame(const Item& a, const Item& b)
{
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.key, b.key);
    EXPECT_EQ(a.title, b.title);
    EXPECT_EQ(a.originalTitle, b.originalTitle);
    EXPECT_EQ(a.year, b.year);
    EXPECT_EQ(a.runtimeMinutes, b.runtimeMinutes);
    EXPECT_EQ(a.countries, b.countries);
    EXPECT_EQ(a.languages, b.languages);
    EXPECT_EQ(a.genres, b.genres);
    EXPECT_EQ(a.directors, b.directors);
    EXPECT_EQ(a.cast, b.cast);
    EXPECT_EQ(a.keywords, b.keywords);
    EXPECT_EQ(a.tagline, b.tagline);
    EXPECT_EQ(a.text, b.text);
    EXPECT_EQ(a.poster, b.poster);
    EXPECT_EQ(a.imdbId, b.imdbId);
    EXPECT_EQ(a.tmdbId, b.tmdbId);
    EXPECT_EQ(a.extra, b.extra);
}

} // namespace

class ItemRowsTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto database =
            Database::open(m_folder / "test.sqlite", Database::Mode::ReadWrite, Database::Durability::Derived);
        ASSERT_TRUE(database);
        m_database.emplace(std::move(*database));
        ASSERT_TRUE(m_database->execute(itemTableSql()));
        ASSERT_TRUE(m_database->execute(sumTableSql()));
        ASSERT_TRUE(m_database->execute(sumSql("items")));
        auto rows = ItemRows::prepare(*m_database);
        ASSERT_TRUE(rows);
        m_rows.emplace(std::move(*rows));
    }

    ItemRows::Stored store(const Item& item)
    {
        const auto stored = m_rows->store(item, ItemRows::count(*m_database).value_or(999));
        EXPECT_TRUE(stored) << stored.error().detail;
        return stored.value_or(ItemRows::Stored::Unchanged);
    }
    std::vector<Item> all()
    {
        auto items = ItemRows::loadAll(*m_database);
        EXPECT_TRUE(items) << items.error().detail;
        return items.value_or(std::vector<Item>{});
    }

    test::TempFolder m_folder;
    std::optional<Database> m_database;
    std::optional<ItemRows> m_rows;
};

TEST_F(ItemRowsTest, ItemsComeBackWhole)
{
    Item bare;
    bare.key = "k";
    bare.title = "T";
    EXPECT_EQ(store(fullItem()), ItemRows::Stored::Added);
    EXPECT_EQ(store(bare), ItemRows::Stored::Added);
    const std::vector<Item> items = all();
    ASSERT_EQ(items.size(), 2U);
    Item expected = fullItem();
    expected.id = ItemId(0);
    expectSame(items[0], expected);
    bare.id = ItemId(1);
    expectSame(items[1], bare);
}

TEST_F(ItemRowsTest, TheSameAgainIsUnchanged)
{
    store(fullItem());
    EXPECT_EQ(store(fullItem()), ItemRows::Stored::Unchanged);
    Item broken = fullItem();
    broken.key = "other";
    broken.genres = {"a\nb"};
    EXPECT_EQ(store(broken), ItemRows::Stored::Added);
    EXPECT_EQ(store(broken), ItemRows::Stored::Unchanged);
    EXPECT_EQ(all()[1].genres, (std::vector<std::string>{"a b"}));
}

TEST_F(ItemRowsTest, TheSameKeyMergesAndKeepsTheId)
{
    store(fullItem());
    Item credits;
    credits.key = fullItem().key;
    credits.title = "Amelie";
    credits.cast = {"Jamel Debbouze"};
    credits.extra = {{"note", "new"}, {"empty", ""}, {"more", "x"}};
    EXPECT_EQ(store(credits), ItemRows::Stored::Updated);
    Item expected = fullItem();
    expected.id = ItemId(0);
    expected.title = "Amelie";
    expected.cast = {"Jamel Debbouze"};
    expected.extra = {{"budget", "10000000"}, {"note", "new"}, {"empty", ""}, {"more", "x"}};
    const std::vector<Item> items = all();
    ASSERT_EQ(items.size(), 1U);
    expectSame(items[0], expected);
}

TEST_F(ItemRowsTest, AHoleInTheIdsIsDamage)
{
    store(fullItem());
    Item second = fullItem();
    second.key = "b";
    store(second);
    ASSERT_TRUE(m_database->execute("DELETE FROM items WHERE id = 0"));
    const auto items = ItemRows::loadAll(*m_database);
    ASSERT_FALSE(items);
    EXPECT_EQ(items.error().code, ErrorCode::Damaged);
}

} // namespace tw
