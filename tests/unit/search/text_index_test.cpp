// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/text_index.h"

#include "core/base/database.h"
#include "core/base/files.h"
#include "tests/support/search_fixture.h"

#include <thread>

namespace {

tw::Item film(std::string title, std::string text, std::vector<std::string> keywords = {})
{
    tw::Item item;
    item.title = std::move(title);
    item.text = std::move(text);
    item.keywords = std::move(keywords);
    return item;
}

std::vector<tw::Item> someFilms()
{
    std::vector<tw::Item> films{
        film("Hackers", "A young boy is arrested for writing a computer virus.", {"hacker", "virus"}),
        film("Firewall", "A security specialist is forced to rob the bank that he protects.", {"hacker"}),
        film("Contagion", "A deadly virus spreads all over the world while doctors look for a cure."),
        film("Amélie", "A shy waitress in Montmartre decides to change the lives of those around her."),
        film("The Show", "A man runs a small theatre."),
    };
    films[3].originalTitle = "Le Fabuleux Destin d'Amélie Poulain";
    films[3].directors = {"Jean-Pierre Jeunet"};
    films[1].tagline = "Nothing is more dangerous than a man with everything to lose";
    return films;
}

class TextIndexTest : public testing::Test {
protected:
    tw::test::TempFolder folder;
    std::filesystem::path path = folder / "text.sqlite";
    std::shared_ptr<const tw::Catalog> catalog = tw::test::catalogOf(someFilms());
    std::shared_ptr<const tw::TextIndex> index = opened(*catalog);

    std::shared_ptr<const tw::TextIndex> opened(const tw::Catalog& of) const
    {
        auto made = tw::TextIndex::openOrBuild(path, of, {});
        EXPECT_TRUE(made) << made.error().detail;
        return made ? *made : nullptr;
    }
    std::vector<std::string> titles(std::string_view query) const
    {
        std::vector<std::string> found;
        const auto hits = index->search(query, 10, {});
        EXPECT_TRUE(hits) << hits.error().detail;
        for (const tw::TextHit& hit : *hits)
            found.push_back(catalog->item(hit.item).title);
        return found;
    }
};

TEST_F(TextIndexTest, FindsStemsMarksPeopleAndKeywords)
{
    EXPECT_EQ(titles("spreading viruses"), (std::vector<std::string>{"Contagion", "Hackers"})) << "both words first";
    EXPECT_EQ(titles("hackers"), (std::vector<std::string>{"Hackers", "Firewall"}));
    EXPECT_EQ(titles("jeunet"), std::vector<std::string>{"Amélie"});
    EXPECT_EQ(titles("amelie"), std::vector<std::string>{"Amélie"});
    EXPECT_EQ(titles("AMÉLIE"), std::vector<std::string>{"Amélie"});
    EXPECT_EQ(titles("dangerous"), std::vector<std::string>{"Firewall"});
    EXPECT_TRUE(titles("qwertz").empty());
    EXPECT_TRUE(titles("").empty());
    EXPECT_TRUE(titles("...").empty());
}

TEST_F(TextIndexTest, RanksByWhatWasFoundAndWhere)
{
    const auto hits = index->search("hacker virus", 10, {});
    ASSERT_TRUE(hits);
    ASSERT_EQ(hits->size(), 3U);
    EXPECT_EQ(hits->front().item, tw::ItemId(0)) << "both words, one of them in the title";
    for (std::size_t i = 1; i < hits->size(); ++i)
        EXPECT_LE((*hits)[i].score, (*hits)[i - 1].score);
    EXPECT_GT(hits->back().score, 0);
}

TEST_F(TextIndexTest, SaysWhichWordsWereFound)
{
    const auto hits = index->search("hacker virus", 10, {});
    ASSERT_TRUE(hits && hits->size() == 3);
    EXPECT_EQ((*hits)[0].matched, (std::vector<std::string>{"hacker", "virus"}));
    const auto firewall = std::ranges::find(*hits, tw::ItemId(1), &tw::TextHit::item);
    ASSERT_NE(firewall, hits->end());
    EXPECT_EQ(firewall->matched, std::vector<std::string>{"hacker"});
}

TEST_F(TextIndexTest, FindsWhileOneTypes)
{
    for (const char* typed : {"co", "con", "conta", "contagi", "contagion"}) {
        const auto found = titles(typed);
        EXPECT_NE(std::ranges::find(found, "Contagion"), found.end()) << typed;
    }
    // The stem of "security" is "secur", which the longer beginnings are no beginning of.
    for (const char* typed : {"se", "sec", "secu", "secur", "securi", "securit", "security"})
        EXPECT_EQ(titles(typed).front(), "Firewall") << typed;
    EXPECT_TRUE(titles("conta robbery").empty()) << "only the last word is a prefix";
}

TEST_F(TextIndexTest, NoQueryBreaksTheSyntax)
{
    for (const char* query :
         {"\"", "virus\"", "\" OR \"", "AND", "NOT virus", "virus*", "(virus", "title:virus", "^virus", "virus -bank",
          "a\\b", "{x} : y", "NEAR(virus bank)", "'; DROP TABLE items; --", "病毒"})
        EXPECT_TRUE(index->search(query, 10, {})) << query;
    EXPECT_TRUE(index->search(std::string("vi\0rus", 6), 10, {}));
    EXPECT_TRUE(index->search("\xff\xfe virus", 10, {}));
    EXPECT_TRUE(index->search(std::string(100'000, 'x'), 10, {}));
    EXPECT_EQ(titles("virus").size(), 2U);
}

TEST_F(TextIndexTest, FindsTitlesByEitherName)
{
    const auto hits = index->searchTitles("fabuleux destin", 10, {});
    ASSERT_TRUE(hits);
    ASSERT_EQ(hits->size(), 1U);
    EXPECT_EQ(hits->front().item, tw::ItemId(3));
    const auto show = index->searchTitles("show", 10, {});
    ASSERT_TRUE(show && show->size() == 1);
    EXPECT_FLOAT_EQ(show->front().score, 1) << "a leading article makes no difference";
}

TEST_F(TextIndexTest, IsReusedWhileTheTextsAreTheSameAndRebuiltOtherwise)
{
    const auto written = std::filesystem::last_write_time(path);
    index = nullptr;
    index = opened(*catalog);
    EXPECT_EQ(std::filesystem::last_write_time(path), written);
    EXPECT_EQ(titles("virus").size(), 2U);

    std::vector<tw::Item> films = someFilms();
    films[4].text = "A theatre catches a virus.";
    catalog = tw::test::catalogOf(films);
    const auto old = index;
    index = opened(*catalog);
    EXPECT_EQ(titles("virus").size(), 3U);
    EXPECT_EQ(old->search("virus", 10, {})->size(), 2U) << "who has the old one open keeps it";
}

TEST_F(TextIndexTest, ADamagedFileIsRebuilt)
{
    index = nullptr;
    const std::string good = tw::readFile(path).value();
    for (const std::size_t length : {std::size_t{0}, std::size_t{50}, good.size() / 2}) {
        ASSERT_TRUE(tw::writeFileAtomically(path, good.substr(0, length)));
        index = opened(*catalog);
        EXPECT_EQ(titles("virus").size(), 2U) << length;
        index = nullptr;
    }
    std::string scrambled = good;
    for (std::size_t i = 200; i < scrambled.size(); i += 37)
        scrambled[i] = static_cast<char>(scrambled[i] ^ 0x55);
    ASSERT_TRUE(tw::writeFileAtomically(path, scrambled));
    index = opened(*catalog);
    EXPECT_EQ(titles("virus").size(), 2U);
}

TEST_F(TextIndexTest, OneBuiltFromAStreamIsTheSameAsOneBuiltFromACatalogue)
{
    const auto streamed = folder / "streamed.sqlite";
    ASSERT_TRUE(tw::TextIndex::build(streamed, catalog->size(), tw::visitorOf(*catalog), {}));
    const auto written = std::filesystem::last_write_time(streamed);
    const auto found = tw::TextIndex::openOrBuild(streamed, *catalog, {});
    ASSERT_TRUE(found);
    EXPECT_EQ(std::filesystem::last_write_time(streamed), written) << "it was built again";
    EXPECT_EQ((*found)->search("virus", 10, {})->size(), 2U);
    EXPECT_EQ((*found)->search("securi", 10, {})->size(), 1U) << "words and their stems";

    const auto breaking = [this](const tw::ItemReceiver& receive) -> tw::Status {
        if (auto done = receive(catalog->items().front()); !done)
            return done;
        return tw::fail(tw::ErrorCode::FileUnreadable, "x");
    };
    EXPECT_EQ(tw::TextIndex::build(streamed, 2, breaking, {}).error().code, tw::ErrorCode::FileUnreadable);
    EXPECT_EQ(std::filesystem::last_write_time(streamed), written) << "the old file stays";
}

TEST(TextIndex, KnowsTheWordsOfACatalogueWithManyOfThem)
{
    // 250,000 different words; the stem of "…ings" is another.
    std::vector<tw::Item> films;
    for (int i = 0; i < 250; ++i) {
        std::string text;
        for (int j = 0; j < 1000; ++j)
            text += "w" + std::to_string(i * 1000 + j) + "xings ";
        films.push_back(film("Number " + std::to_string(i), text));
    }
    const auto catalog = tw::test::catalogOf(films);
    const tw::test::TempFolder folder;
    const auto index = tw::TextIndex::openOrBuild(folder / "text.sqlite", *catalog, {});
    ASSERT_TRUE(index);
    for (const int word : {0, 123'456, 249'999}) {
        const auto hits = (*index)->search("w" + std::to_string(word) + "xing", 10, {});
        ASSERT_TRUE(hits && hits->size() == 1) << word;
        EXPECT_EQ(hits->front().item, tw::ItemId(static_cast<std::uint32_t>(word / 1000)));
    }
}

TEST_F(TextIndexTest, ACancelledBuildLeavesNothing)
{
    std::stop_source source;
    source.request_stop();
    const auto other = folder / "other.sqlite";
    EXPECT_EQ(tw::TextIndex::openOrBuild(other, *catalog, {source.get_token()}).error().code, tw::ErrorCode::Cancelled);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        EXPECT_TRUE(entry.path().filename().string().starts_with("text.sqlite")) << entry.path();
}

/// Stops the work when all items are in.
class StopAtTheEnd : public tw::ProgressSink {
public:
    void report(tw::Stage, std::uint64_t done, std::uint64_t total) override
    {
        if (done == total)
            source.request_stop();
    }
    std::stop_source source;
};

TEST_F(TextIndexTest, IsCancelledUpToTheEnd)
{
    StopAtTheEnd sink;
    const auto made = tw::TextIndex::openOrBuild(folder / "other.sqlite", *catalog, {sink.source.get_token(), &sink});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, tw::ErrorCode::Cancelled);
}

TEST_F(TextIndexTest, CorrectsWhatIsMisspelt)
{
    EXPECT_EQ(index->corrected("virsu", false), "virus") << "two letters swapped";
    EXPECT_EQ(index->corrected("montmatre", false), "montmartre");
    EXPECT_EQ(index->corrected("specalists", false), "specialist") << "two letters of a long word";
    EXPECT_EQ(index->corrected("virus", false), "") << "it is right";
    EXPECT_EQ(index->corrected("viruses", false), "") << "so is another form of it";
    EXPECT_EQ(index->corrected("montm", true), "") << "still being typed";
    EXPECT_EQ(index->corrected("qwertz", false), "");
    EXPECT_EQ(index->corrected("vrs", false), "") << "too short to tell";
}

TEST_F(TextIndexTest, CompoundsAndTheirPartsFindEachOther)
{
    std::vector<tw::Item> films = someFilms();
    films[4].text = "A spider man climbs.";
    films[2].keywords = {"spiderman"};
    catalog = tw::test::catalogOf(films);
    index = opened(*catalog);
    const auto compound = titles("fire wall");
    ASSERT_FALSE(compound.empty());
    EXPECT_EQ(compound.front(), "Firewall");
    EXPECT_EQ(titles("securityspecialist").front(), "Firewall");
}

TEST(TextIndex, StemsByTheLanguageOfTheTexts)
{
    std::vector<tw::Item> films{film("Карлсон", "Человечек с пропеллером живёт на крыше и любит варенье."),
                                film("Чебурашка", "Зверёк дружит с крокодилом."),
                                film("Winnetou", "Die Häuptlinge der Apachen und die Eisenbahn, mit der das Land stirbt.")};
    const auto catalog = tw::test::catalogOf(films);
    const tw::test::TempFolder folder;
    const auto index = tw::TextIndex::openOrBuild(folder / "text.sqlite", *catalog, {});
    ASSERT_TRUE(index);
    EXPECT_EQ((*index)->search("пропеллер крыша", 10, {})->front().item, tw::ItemId(0));
    EXPECT_EQ((*index)->search("крокодилы", 10, {})->front().item, tw::ItemId(1));
    EXPECT_EQ((*index)->terms().language(), "german");
    EXPECT_EQ((*index)->search("häuptling", 10, {})->front().item, tw::ItemId(2));
}

TEST(TextIndex, ChineseAndJapaneseAreFoundByParts)
{
    std::vector<tw::Item> films{film("机器人总动员", "一个孤独的机器人在地球上收集垃圾。"), film("千と千尋の神隠し", "少女は神々の湯屋で働く。"),
                                film("Up", "An old man ties balloons to his house.")};
    const auto catalog = tw::test::catalogOf(films);
    const tw::test::TempFolder folder;
    const auto index = tw::TextIndex::openOrBuild(folder / "text.sqlite", *catalog, {});
    ASSERT_TRUE(index);
    for (const char* query : {"机器人", "孤独", "垃圾", "收集垃圾", "球"}) {
        const auto hits = (*index)->search(query, 10, {});
        ASSERT_TRUE(hits && !hits->empty()) << query;
        EXPECT_EQ(hits->front().item, tw::ItemId(0)) << query;
    }
    EXPECT_EQ((*index)->search("湯屋", 10, {})->front().item, tw::ItemId(1));
    for (const char* query : {"机器", "总动员", "机器人总动员"})
        EXPECT_EQ((*index)->searchTitles(query, 10, {})->size(), 1U) << query;
    EXPECT_EQ((*index)->searchTitles("神隠し", 10, {})->front().item, tw::ItemId(1));
}

TEST_F(TextIndexTest, ManyThreadsMayRead)
{
    std::atomic<int> right = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int j = 0; j < 50; ++j) {
                    const auto hits = index->search("virus", 10, {});
                    right += hits && hits->size() == 2 ? 1 : 0;
                }
            });
    }
    EXPECT_EQ(right, 200);
}

TEST(TextIndex, AnEmptyCatalogueHasNoHits)
{
    const tw::test::TempFolder folder;
    const auto index = tw::TextIndex::openOrBuild(folder / "text.sqlite", tw::Catalog(), {});
    ASSERT_TRUE(index);
    EXPECT_TRUE((*index)->search("virus", 10, {})->empty());
    EXPECT_TRUE((*index)->searchTitles("virus", 10, {})->empty());
}

TEST(TextIndex, RareWordsCountMoreThanCommonOnes)
{
    std::vector<tw::Item> films;
    for (int i = 0; i < 300; ++i)
        films.push_back(film("Number " + std::to_string(i), "A film about something."));
    films.push_back(film("Zebra", "About a zebra."));
    const auto catalog = tw::test::catalogOf(films);
    const tw::test::TempFolder folder;
    const auto index = tw::TextIndex::openOrBuild(folder / "text.sqlite", *catalog, {});
    ASSERT_TRUE(index);
    EXPECT_EQ((*index)->search("zebra film", 10, {})->front().item, tw::ItemId(300));
    EXPECT_EQ((*index)->search("film", 10, {})->size(), 10U);
}

} // namespace
