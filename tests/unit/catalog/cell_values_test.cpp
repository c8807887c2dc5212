// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/cell_values.h"
#include "core/catalog/column_mapping.h"
#include "core/catalog/input/text_repair.h"

namespace tw {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CellValues, listsInEveryUsualForm)
{
    EXPECT_THAT(listFromCell(Json(R"([{"id": 28, "name": "Action"}, {"id": 12, "name": "Adventure"}])")),
                ElementsAre("Action", "Adventure"));
    EXPECT_THAT(listFromCell(Json(R"(["Drama", "Crime"])")), ElementsAre("Drama", "Crime"));
    EXPECT_THAT(listFromCell(Json(R"([{'id': 16, 'name': "Ocean's"}, {'id': None, 'name': 'It\'s "it"'}])")),
                ElementsAre("Ocean's", "It's \"it\""));
    EXPECT_THAT(listFromCell(Json("Action|Science Fiction| Thriller ")), ElementsAre("Action", "Science Fiction", "Thriller"));
    EXPECT_THAT(listFromCell(Json("Ama Qamata, Khosi Ngema,\nGail Mabalane")),
                ElementsAre("Ama Qamata", "Khosi Ngema", "Gail Mabalane"));
    EXPECT_THAT(listFromCell(Json("Action,Drama")), ElementsAre("Action", "Drama"));
    EXPECT_THAT(listFromCell(Json("a; b")), ElementsAre("a", "b"));
    EXPECT_THAT(listFromCell(Json(Json::Array{"x", 5, Json()})), ElementsAre("x", "5"));
    EXPECT_THAT(listFromCell(Json("One Name")), ElementsAre("One Name"));
    EXPECT_THAT(listFromCell(Json("A, B, A")), ElementsAre("A", "B"));
    EXPECT_THAT(listFromCell(Json("[Rec]")), ElementsAre("[Rec]"));
    for (const Json& nothing : {Json(), Json(""), Json("[]"), Json("\\N"), Json("NaN"), Json(" | ")})
        EXPECT_THAT(listFromCell(nothing), IsEmpty()) << nothing.dump();
}

TEST(CellValues, years)
{
    for (const char* text : {"1999", "1999.0", "1999-03-31", "Mar 31 1999", "3/31/1999", "31.03.1999", "(1999)", "1999-2003"})
        EXPECT_EQ(yearFromText(text), 1999) << text;
    EXPECT_EQ(yearFromText("12/16/65"), 1965);
    EXPECT_EQ(yearFromText("12-Jan-95"), 1995);
    EXPECT_EQ(yearFromText("6/1/15"), 2015);
    EXPECT_EQ(yearFromText("1.2.03"), 2003);
    for (const char* text : {"", "99", "0", "unknown", "19990331", "3999"})
        EXPECT_EQ(yearFromText(text), std::nullopt) << text;
}

TEST(CellValues, runtimes)
{
    for (const char* text : {"136", "136.0", "136 min", "136 Minutes", "136min.", "2h 16m", "2 hr 16 min", "2h16"})
        EXPECT_EQ(minutesFromText(text), std::string_view(text) == "2h16" ? std::nullopt : std::optional(136)) << text;
    for (const char* text : {"", "0", "0.0", "2 Seasons", "1 Season", "min", "-5", "99999999999"})
        EXPECT_EQ(minutesFromText(text), std::nullopt) << text;
}

TEST(CellValues, externalIds)
{
    EXPECT_EQ(imdbIdFromText("tt0133093"), "tt0133093");
    EXPECT_EQ(imdbIdFromText("133093"), "tt0133093");
    EXPECT_EQ(imdbIdFromText("0133093"), "tt0133093");
    EXPECT_EQ(imdbIdFromText("https://www.imdb.com/title/tt37070330/?ref=1"), "tt37070330");
    EXPECT_EQ(imdbIdFromText("matt 12"), "");
    EXPECT_EQ(imdbIdFromText(""), "");
    EXPECT_EQ(tmdbIdFromText("603"), "603");
    EXPECT_EQ(tmdbIdFromText("603.0"), "603");
    EXPECT_EQ(tmdbIdFromText("x603"), "");
    EXPECT_EQ(tmdbIdFromText("0"), "");
}

TEST(CellValues, titlesWithYears)
{
    const auto split = splitTitleYear("Toy Story (1995) ");
    ASSERT_TRUE(split);
    EXPECT_EQ(split->title, "Toy Story");
    EXPECT_EQ(split->year, 1995);
    for (const char* title : {"Toy Story", "1984", "(1999)", "Blade Runner (2049x)", "X (12)", "Room 237 (0999)"})
        EXPECT_FALSE(splitTitleYear(title)) << title;
}

TEST(CellValues, titlesInCatalogueOrder)
{
    const std::pair<const char*, const char*> titles[] = {
        {"Goonies, The", "The Goonies"},
        {"Article 47, L'", "L'Article 47"},
        {"Good, the Bad and the Ugly, The", "The Good, the Bad and the Ugly"},
        {"Postman, The (Postino, Il)", "The Postman (Il Postino)"},
        {"Shanghai Triad (Yao a yao yao dao waipo qiao)", "Shanghai Triad (Yao a yao yao dao waipo qiao)"},
        {"Run, Hide, Die", "Run, Hide, Die"},
        {", The", ", The"},
        {"The", "The"},
        {"", ""},
    };
    for (const auto& [written, said] : titles)
        EXPECT_EQ(articleFirst(written), said);
}

TEST(CellValues, cellsAsText)
{
    EXPECT_EQ(cellText(Json(300)), "300");
    EXPECT_EQ(cellText(Json(300.0)), "300");
    EXPECT_EQ(cellText(Json(1.5)), "1.5");
    EXPECT_EQ(cellText(Json(true)), "true");
    EXPECT_EQ(cellText(Json(Json::Array{"a", "b"})), "a, b");
    EXPECT_EQ(cellText(Json()), "");
    EXPECT_EQ(cellText(Json("  a ")), "a");
    EXPECT_EQ(cellTextOrNothing(Json("\\N")), "");
    EXPECT_EQ(singleLine(" a\r\n b\t c "), "a b c");
}

TEST(TextRepair, undoesDoubleEncoding)
{
    EXPECT_EQ(undoDoubleEncoding("Michael PeÃ±a"), "Michael Peña");
    EXPECT_EQ(undoDoubleEncoding("LÃ©a donâ€™t"), "Léa don’t");
    for (const char* right : {"Michael Peña", "Amélie – “x”", "Ça va à Ångström", "日本", "£5 ½", "Ã", "plain"})
        EXPECT_EQ(undoDoubleEncoding(right), right);
}

TEST(TextRepair, readsWindows1252)
{
    EXPECT_EQ(utf8FromWindows1252("Am\xE9lie \x80 \x93x\x94"), "Amélie € “x”");
}

} // namespace
} // namespace tw
