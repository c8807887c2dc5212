// SPDX-License-Identifier: GPL-3.0-or-later
// The promise of the search: who remembers a film of the bundled catalogue but not its title finds it.
#include "core/base/text.h"
#include "tests/support/search_fixture.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace tw::test
{
namespace
{

constexpr std::size_t kDepth = 200; ///< How far down a miss is looked for.
constexpr std::size_t kLooked = 5;  ///< So many hits somebody looks at.
constexpr double kLeastShare = 0.9; ///< Of the queries that must find their film there.

struct Query {
    std::string text;
    std::string key;
};

/// Lines of "query<TAB>key"; '#' begins a comment.
std::vector<Query> readQueries(const std::filesystem::path& path)
{
    std::vector<Query> queries;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const std::size_t tab = line.find('\t');
        if (!line.starts_with('#') && tab != std::string::npos)
            queries.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    return queries;
}

/// From 1; 0 when the item is not among the hits.
std::size_t rankOf(std::string_view key, const std::vector<SearchHit>& hits, const Catalog& catalog)
{
    const auto found =
        std::ranges::find_if(hits, [&](const SearchHit& hit) { return catalog.item(hit.item).key == key; });
    return found == hits.end() ? 0 : static_cast<std::size_t>(found - hits.begin()) + 1;
}

std::string rankText(std::size_t rank)
{
    return rank ? fmt::format("rank {}", rank) : fmt::format("not in {}", kDepth);
}

class KnownItems : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_queries = readQueries(std::filesystem::path(TW_TEST_DATA) / "known_items_bundled.tsv");
        const std::array files{std::filesystem::path(TW_TEST_CATALOGUE)};
        const auto catalog = readCatalog(files);
        ASSERT_TRUE(catalog) << catalog.error().subject << ' ' << catalog.error().detail;
        auto searchable = makeSearchable(*catalog);
        ASSERT_TRUE(searchable) << searchable.error().subject << ' ' << searchable.error().detail;
        s_searchable = std::make_unique<Searchable>(std::move(*searchable));
    }
    static void TearDownTestSuite() { s_searchable.reset(); }

    static const Catalog& catalog() { return *s_searchable->catalog; }
    /// Ranks of the films meant, in the order of the queries.
    static std::vector<std::size_t> ranks(SearchBy by)
    {
        std::vector<std::size_t> found;
        for (const Query& query : s_queries) {
            const auto results = s_searchable->search().search(query.text, kDepth, by, {});
            EXPECT_TRUE(results) << query.text;
            found.push_back(results ? rankOf(query.key, results->hits, catalog()) : 0);
        }
        return found;
    }
    static std::size_t foundAtOnce(const std::vector<std::size_t>& ranks)
    {
        return static_cast<std::size_t>(
            std::ranges::count_if(ranks, [](std::size_t r) { return r > 0 && r <= kLooked; }));
    }
    static double meanReciprocalRank(const std::vector<std::size_t>& ranks)
    {
        double sum = 0;
        for (const std::size_t rank : ranks)
            sum += rank > 0 ? 1.0 / static_cast<double>(rank) : 0;
        return sum / static_cast<double>(ranks.size());
    }

    static inline std::vector<Query> s_queries;
    static inline std::unique_ptr<Searchable> s_searchable;
};

TEST_F(KnownItems, AreSixtyDifferentFilmsOfTheCatalogue)
{
    std::set<std::string> keys;
    for (const Query& query : s_queries) {
        EXPECT_TRUE(keys.insert(query.key).second) << query.key << " is asked for twice";
        EXPECT_NE(std::ranges::find(catalog().items(), query.key, &Item::key), catalog().items().end()) << query.key;
        const std::size_t words = splitAndTrim(query.text, ' ').size();
        EXPECT_TRUE(words >= 6 && words <= 16) << words << " words: " << query.text;
    }
    EXPECT_EQ(keys.size(), 60U);
}

TEST_F(KnownItems, NineOfTenAreAmongTheFirstFive)
{
    const std::vector<std::size_t> all = ranks(SearchBy::All);
    const std::vector<std::size_t> text = ranks(SearchBy::Text);
    const std::vector<std::size_t> meaning = ranks(SearchBy::Meaning);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i] == 0 || all[i] > kLooked)
            fmt::print("miss: {} — {}\n      {} (text alone: {}; meaning alone: {})\n", s_queries[i].key,
                       s_queries[i].text, rankText(all[i]), rankText(text[i]), rankText(meaning[i]));
    for (const auto& [name, found] : {std::pair{"all", &all}, std::pair{"text", &text}, std::pair{"meaning", &meaning}})
        fmt::print("{:8} {} of {} among the first {}, MRR {:.3f}\n", name, foundAtOnce(*found), found->size(), kLooked,
                   meanReciprocalRank(*found));

    EXPECT_GE(static_cast<double>(foundAtOnce(all)), kLeastShare * static_cast<double>(all.size()));
}

} // namespace
} // namespace tw::test
