// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as servers, programs and people write it.
#include "core/catalog/catalog_preview.h"
#include "core/catalog/read_limits.h"
#include "tests/unit/catalog/catalogue_reading.h"

namespace tw {
namespace {

using testing::ElementsAre;

class JsonFaults : public test::CatalogueReading {};

TEST_F(JsonFaults, everyShape)
{
    const std::vector<std::string> shapes = {
        R"([{"title":"A","year":1999},{"title":"B","year":2000}])",
        "{\"title\":\"A\",\"year\":1999}\n{\"title\":\"B\",\"year\":2000}\n",
        R"({"title":"A","year":1999}{"title":"B","year":2000})",
        "{\n  \"title\": \"A\",\n  \"year\": 1999\n}\n{\n  \"title\": \"B\",\n  \"year\": 2000\n}\n",
        R"({"movies":[{"title":"A","year":1999},{"title":"B","year":2000}]})",
        R"({"page":1,"results":[{"title":"A","year":1999},{"title":"B","year":2000}],"total_pages":3})",
        R"({"status":{"code":200},"numbers":[1,2],"data":{"films":[{"title":"A","year":1999},{"title":"B","year":2000}]}})",
        R"({"features":[{"feature_idx":0,"name":"x"}],"rows":[{"row_idx":0,"row":{"title":"A","year":1999},"truncated_cells":[]},
            {"row_idx":1,"row":{"title":"B","year":2000},"truncated_cells":[]}]})",
        R"({"t1":{"title":"A","year":1999},"t2":{"title":"B","year":2000}})",
        R"([{"plays":1,"movie":{"title":"A","year":1999,"ids":{"trakt":1}}},{"plays":2,"movie":{"title":"B","year":2000}}])",
        R"([{"title":"A","year":1999},{"title":"B","year":2000},])",
        R"([{"title":"A","year":1999,},{"title":"B","year":2000}])",
        R"({"title":"A","year":1999})" "\n\n" R"([{"title":"B","year":2000}])",
        R"([{"title":"A","year":1999}][{"title":"B","year":2000}])",
    };
    for (const std::string& shape : shapes) {
        read("a.json", shape);
        const bool nested = shape.find("\n[{") != std::string::npos;
        if (!nested)
            EXPECT_THAT(titles(), ElementsAre("A (1999)", "B (2000)")) << shape;
        else
            EXPECT_THAT(titles(), ElementsAre("A (1999)")) << shape;
    }
}

TEST_F(JsonFaults, objectsUnderTheirKeysKeepThem)
{
    read("a.json", R"({"tt0111161":{"title":"A"},"b":{"title":"B"}})");
    EXPECT_EQ(m_items.at(0).imdbId, "tt0111161");
    EXPECT_EQ(m_items.at(1).key, "b");
}

TEST_F(JsonFaults, idsOfTrakt)
{
    read("a.json", R"([{"plays":1,"movie":{"title":"A","year":1999,"ids":{"trakt":1,"imdb":"tt0133093","tmdb":603}}}])");
    EXPECT_EQ(m_items.at(0).imdbId, "tt0133093");
    EXPECT_EQ(m_items[0].tmdbId, "603");
}

TEST_F(JsonFaults, wrongValuesOnPurpose)
{
    read("a.json", R"([{"Title":300,"US Gross":NaN,"Release Date":"Jun 12 1998"},{"Title":null},{"Title":"C","IMDB Rating":-Infinity,
                      "Release Date":"31.03.1999"},{"Title":"D","Release Date":"Jun 12 2946"}])");
    EXPECT_THAT(titles(), ElementsAre("300 (1998)", "C (1999)", "D"));
    EXPECT_EQ(skipped(SkipReason::NoTitle), 1U);
    EXPECT_EQ(mended(Mending::YearOutOfRange), 1U);
    EXPECT_THAT(m_items[2].extra, ElementsAre(testing::Pair("Release Date", "Jun 12 2946")));
}

TEST_F(JsonFaults, aBrokenRecordInTheMiddleIsLeftOut)
{
    for (const char* broken : {R"({"title":"X","year":})", R"({"title":"X","plot":"not closed,"year":1})",
                               R"({"title":"X","cast":[{"name":"a"})", R"({"title":"X","cast":["a"]]})", R"({"title":"X"}})"}) {
        for (const auto& [before, between, after] : {std::tuple{"[\n", ",\n", "\n]\n"}, std::tuple{"[", ",", "]"},
                                                     std::tuple{"", "\n", "\n"}, std::tuple{"{\"films\":[", ",", "]}"}}) {
            // There the brackets behind it close the broken record: nobody can tell.
            if (std::string_view(broken).ends_with("\"a\"}") && before[0] == '{')
                continue;
            std::string text = before;
            for (int i = 0; i < 6; ++i) {
                text += i == 0 ? "" : between;
                text += i == 3 ? broken : fmt::format(R"({{"title":"T{}","year":1999}})", i);
            }
            read("a.json", text + after);
            // A bracket too many is overlooked but where each record has its line.
            const bool complete = std::string_view(broken) == R"({"title":"X"}})" && between[0] != '\n';
            std::vector<std::string> left = titles();
            std::erase(left, "X");
            EXPECT_THAT(left, ElementsAre("T0 (1999)", "T1 (1999)", "T2 (1999)", "T4 (1999)", "T5 (1999)")) << text;
            EXPECT_EQ(m_counts.skippedCount(), complete ? 0U : 1U) << text;
        }
    }
}

TEST_F(JsonFaults, goodOnesAmongManyBrokenAreFound)
{
    std::string text = "[";
    for (int i = 0; i < 20; ++i) {
        text += fmt::format("{{\"title\":\"T{}\"}},", i);
        for (int broken = 0; broken < 300; ++broken)
            text += R"({"title":"x\",)";
    }
    read("a.json", text + R"({"title":"Last"}])");
    EXPECT_EQ(m_items.size(), 21U);
    EXPECT_EQ(m_counts.skippedCount(), 20U * 300U);
}

TEST_F(JsonFaults, partsOfABrokenRecordAreNoItems)
{
    read("a.json", R"([{"id":1,"title":"A","genres":[{"id":28,"name":"Action"}]},
                       {"id":2,"title":"B"bad","genres":[{"id":12,"name":"Adventure"}]},
                       {"id":3,"title":"C","genres":[{"id":28,"name":"Action"}]}])");
    EXPECT_THAT(titles(), ElementsAre("A", "C"));
    EXPECT_EQ(m_counts.skipped.at(0).row, 2U);
    EXPECT_EQ(m_counts.skipped[0].line, 2U);
    EXPECT_EQ(m_counts.skipped[0].reason, SkipReason::BrokenJson);
}

TEST_F(JsonFaults, columnsMetLateStillMean)
{
    std::string text;
    for (int i = 0; i < 600; ++i)
        text += fmt::format("{{\"title\":\"T{}\"}}\n", i);
    text += "{\"title\":\"Last\",\"overview\":\"A text.\",\"director\":\"Somebody\"}\n";
    read("a.jsonl", text);
    EXPECT_EQ(m_items.back().text, "A text.");
    EXPECT_THAT(m_items.back().directors, ElementsAre("Somebody"));
}

TEST_F(JsonFaults, nestingAndMembersAreBounded)
{
    const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
    std::string wide;
    for (std::size_t i = 0; i <= kMaxColumns; ++i)
        wide += fmt::format(",\"c{}\":1", i);
    read("a.json", R"([{"title":"A"},{"title":"X","x":)" + deep + R"(},{"title":"Y")" + wide + R"(},{"title":"B"}])");
    EXPECT_THAT(titles(), ElementsAre("A", "B"));
    EXPECT_EQ(skipped(SkipReason::TooDeep), 1U);
    EXPECT_EQ(skipped(SkipReason::TooManyColumns), 1U);
    for (const char* hollow : {"{\"a\":", "[{\"title\":"}) {
        std::string text;
        for (int i = 0; i < 100'000; ++i)
            text += hollow;
        EXPECT_FALSE(readPath(write("deep.json", text)));
    }
}

TEST_F(JsonFaults, whatIsNoListOfRecordsSaysSo)
{
    EXPECT_THAT(errorOf("a.json", R"({"0":"tt1","1":"tt2"})").detail, testing::HasSubstr("table of ids"));
    EXPECT_THAT(errorOf("a.json", "[[1,2],[3,4]]").detail, testing::HasSubstr("lists"));
    EXPECT_THAT(errorOf("a.json", "[0.5, 1]").detail, testing::HasSubstr("numbers"));
    EXPECT_THAT(errorOf("a.json", "[]").detail, testing::HasSubstr("without records"));
    EXPECT_EQ(errorOf("a.json", "title,year\nA,1\n").code, ErrorCode::FormatUnknown);
}

TEST_F(JsonFaults, halvesOfPairsAndControlsInTexts)
{
    read("a.json", "[{\"title\":\"A \\ud83d B\",\"plot\":\"one\ntwo\\u0007\\u202e\"},{\"title\":\"\\ud83d\\ude00\"}]");
    EXPECT_THAT(titles(), ElementsAre("A \xEF\xBF\xBD B", "😀"));
    EXPECT_EQ(m_items[0].text, "one\ntwo");
    EXPECT_EQ(mended(Mending::ControlsRemoved), 1U);
}

TEST_F(JsonFaults, previewNamesTheList)
{
    const auto preview = previewCatalogFile(write("a.json", R"({"results":[{"title":"A"}]})"), {}, {});
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->format, FileFormat::JsonObject);
    EXPECT_EQ(preview->member, "results");
}

} // namespace
} // namespace tw
