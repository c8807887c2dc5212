// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"

namespace tw {
namespace {

class CatalogTest : public testing::Test {
protected:
    static Catalog make()
    {
        std::vector<Item> items;
        const auto add = [&](std::string key, std::string title, std::optional<int> year, std::vector<std::string> genres,
                             std::string original = {}) {
            Item item;
            item.id = ItemId(static_cast<std::uint32_t>(items.size()));
            item.key = std::move(key);
            item.title = std::move(title);
            item.year = year;
            item.genres = std::move(genres);
            item.originalTitle = std::move(original);
            items.push_back(std::move(item));
        };
        add("k0", "Amélie", 2001, {"Comedy", "Romance"}, "Le Fabuleux Destin d'Amélie Poulain");
        add("k1", "Solaris", 1972, {"Drama", "Science Fiction"});
        add("k2", "Solaris", 2002, {"Drama", "Science Fiction", "Romance"});
        add("k3", "1984", std::nullopt, {});
        add("k4", "Drama (Club)", 2015, {"Drama"});
        return Catalog(std::move(items));
    }
    const Catalog m_catalog = make();
};

TEST_F(CatalogTest, findsByKey)
{
    EXPECT_EQ(m_catalog.findKey("k2"), ItemId(2));
    EXPECT_FALSE(m_catalog.findKey("K2").isValid());
    EXPECT_TRUE(m_catalog.contains(ItemId(4)));
    EXPECT_FALSE(m_catalog.contains(ItemId(5)));
    EXPECT_FALSE(m_catalog.contains(ItemId::invalid()));
}

TEST_F(CatalogTest, resolvesWhatAPersonWrites)
{
    for (const char* text : {"k0", "amelie", " AMÉLIE ", "Amélie (2001)", "le fabuleux destin d'amelie poulain"})
        EXPECT_EQ(m_catalog.resolve(text).value_or(ItemId()), ItemId(0)) << text;
    EXPECT_EQ(m_catalog.resolve("Solaris (1972)").value_or(ItemId()), ItemId(1));
    EXPECT_EQ(m_catalog.resolve("solaris  (2002)").value_or(ItemId()), ItemId(2));
    EXPECT_EQ(m_catalog.resolve("1984").value_or(ItemId()), ItemId(3));
    EXPECT_EQ(m_catalog.resolve("drama (club)").value_or(ItemId()), ItemId(4));
}

TEST_F(CatalogTest, saysWhyItCannotResolve)
{
    const auto ambiguous = m_catalog.resolve("Solaris");
    ASSERT_FALSE(ambiguous);
    EXPECT_EQ(ambiguous.error().code, ErrorCode::Ambiguous);
    EXPECT_EQ(ambiguous.error().detail, "k1 (1972), k2 (2002)");
    for (const char* text : {"", "Solaris (1999)", "Stalker"})
        EXPECT_EQ(m_catalog.resolve(text).error().code, ErrorCode::NotFound) << text;
}

TEST_F(CatalogTest, knowsTheGenreThatTellsMost)
{
    EXPECT_EQ(m_catalog.genreCount("Drama"), 3U);
    EXPECT_EQ(m_catalog.genreCount("drama"), 0U);
    EXPECT_EQ(m_catalog.mainGenre(ItemId(0)), "Comedy");
    EXPECT_EQ(m_catalog.mainGenre(ItemId(1)), "Science Fiction");
    EXPECT_EQ(m_catalog.mainGenre(ItemId(2)), "Science Fiction") << "a tie goes to the first";
    EXPECT_EQ(m_catalog.mainGenre(ItemId(3)), "");
}

} // namespace
} // namespace tw
