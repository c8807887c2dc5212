// SPDX-License-Identifier: GPL-3.0-or-later
// Cells as people and programs write them.
#include "core/base/random.h"
#include "core/catalog/read_limits.h"
#include "tests/unit/catalog/catalogue_reading.h"

namespace tw {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::Pair;

/// RFC 4180, with the apostrophe that our export puts before what a spreadsheet would take for a formula.
std::string quoted(std::string text)
{
    if (std::string_view("=+-@\t\r\n").find(text.at(0)) != std::string_view::npos)
        text.insert(0, 1, '\'');
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? "\"\"" : std::string(1, c);
    return out + '"';
}

class CsvFaults : public test::CatalogueReading {};

TEST_F(CsvFaults, lineEndsOfEverySystem)
{
    for (const char* end : {"\n", "\r\n", "\r"}) {
        read("a.csv", fmt::format("title,year,plot{0}A,1999,\"one{0}two\"{0}B,2000,x{0}", end));
        EXPECT_THAT(titles(), ElementsAre("A (1999)", "B (2000)"));
        EXPECT_EQ(m_items[0].text, "one\ntwo");
        EXPECT_TRUE(m_counts.mendedByKind.empty());
    }
}

TEST_F(CsvFaults, everySeparator)
{
    for (const char* separator : {",", ";", "\t", "|"}) {
        read("a.csv", fmt::format("title{0}year{0}plot\nA{0}1999{0}\"x{0}y\"\n", separator));
        ASSERT_EQ(m_items.size(), 1U);
        EXPECT_EQ(m_items[0].year, 1999);
        EXPECT_EQ(m_items[0].text, separator == "\t"s ? "x y" : fmt::format("x{}y", separator));
    }
    read("a.csv", "title, year, plot\nA, 1999, \"x, y\"\n");
    EXPECT_EQ(m_items[0].text, "x, y");
}

TEST_F(CsvFaults, bothWaysToWriteQuotes)
{
    read("a.csv", "title,plot\n\"A \"\"b\"\"\",\"\"\"x\"\"\"\n");
    EXPECT_EQ(m_items[0].title, "A \"b\"");
    EXPECT_EQ(m_items[0].text, "\"x\"");
    read("a.csv", "title,plot\n\"A \\\"b\\\"\",\"He said \\\"no\\\", and left\"\n\"C:\\\\\",x\n");
    EXPECT_THAT(titles(), ElementsAre("A \"b\"", "C:\\"));
    EXPECT_EQ(m_items[0].text, "He said \"no\", and left");
    read("a.csv", "title,plot\nA,\"ends with \\\"\nB,x\n");
    EXPECT_EQ(m_items[0].text, "ends with \\");
    EXPECT_EQ(m_items.size(), 2U);
}

TEST_F(CsvFaults, oneStrayQuoteLosesOneRow)
{
    std::string text = "title,year,plot\n";
    for (int i = 0; i < 1000; ++i)
        text += i % 100 == 50 ? fmt::format("\"T{},1999,x\n", i) : fmt::format("T{},1999,\"x, {}\"\n", i, i);
    read("a.csv", text);
    EXPECT_EQ(m_items.size(), 990U);
    EXPECT_EQ(skipped(SkipReason::UnclosedQuote), 10U);
    EXPECT_EQ(m_counts.skipped[0].row, 51U);
    EXPECT_EQ(m_counts.skipped[0].line, 52U);
    EXPECT_EQ(m_items[50].title, "T51");
}

TEST_F(CsvFaults, raggedRowsAndNuls)
{
    read("a.csv", "title,year,plot\nA\nB,1999,x,y\nC\0D,2000,\"p\0q\"\n"s);
    EXPECT_THAT(titles(), ElementsAre("A", "CD (2000)"));
    EXPECT_EQ(m_items[1].text, "pq");
    EXPECT_EQ(skipped(SkipReason::TooManyCells), 1U);
    EXPECT_EQ(mended(Mending::CellsMissing), 1U);
    EXPECT_EQ(mended(Mending::NulRemoved), 1U);
}

TEST_F(CsvFaults, megabyteCellsAreKeptShortened)
{
    std::string sentence;
    while (sentence.size() < 1'000'000)
        sentence += "A whale sings in the deep sea. ";
    read("a.csv", "title,plot,notes\nA,\"" + sentence + "\",\"" + sentence + "\"\nB,x,y\n");
    ASSERT_EQ(m_items.size(), 2U);
    EXPECT_LE(m_items[0].text.size(), kMaxTextBytes);
    EXPECT_GT(m_items[0].text.size(), kMaxTextBytes - 100);
    EXPECT_TRUE(m_items[0].text.ends_with("sea."));
    EXPECT_LE(m_items[0].extra.at(0).second.size(), kMaxCellBytes);
    EXPECT_EQ(mended(Mending::TextShortened), 1U);
    std::string syllables;
    while (syllables.size() < 200'000)
        syllables += "长";
    read("a.csv", "title,plot\nA," + syllables + "\n");
    EXPECT_TRUE(m_items[0].text.ends_with("长…"));
}

TEST_F(CsvFaults, tooManyColumnsInARowAndInTheHeader)
{
    std::string row;
    for (std::size_t i = 0; i <= kMaxColumns; ++i)
        row += "x,";
    read("a.csv", "title,year\nA,1999\n" + row + "\nB,2000\n");
    EXPECT_THAT(titles(), ElementsAre("A (1999)", "B (2000)"));
    EXPECT_EQ(skipped(SkipReason::TooManyColumns), 1U);
    EXPECT_EQ(errorOf("a.csv", row + "title\nA\n").code, ErrorCode::FormatUnknown);
    EXPECT_EQ(errorOf("a.csv", "title," + std::string(kMaxHeaderBytes, 'x') + "\nA\n").code, ErrorCode::FormatUnknown);
}

TEST_F(CsvFaults, linesBeforeTheHeader)
{
    for (const char* first : {"Letterboxd list export v7\n", "\n"}) {
        read("list.csv", std::string(first)
                             + "Date,Name,Tags,URL,Description\n2020-10-19,My list,owned,https://x,\n\n"
                               "Position,Name,Year,URL,Description\n1,Jaws,1975,https://a,\n2,Heat,1995,https://b,good\n");
        EXPECT_THAT(titles(), ElementsAre("Jaws (1975)", "Heat (1995)"));
        EXPECT_EQ(m_counts.skipped.size(), 0U);
        EXPECT_EQ(m_items[1].text, "") << "a note is no plot";
    }
    read("a.csv", "Films I like\nmade in spring\ntitle,year\nA,1999\n");
    EXPECT_THAT(titles(), ElementsAre("A (1999)"));
    read("a.csv", "title,year\n\nMovie,1999\n\nFilm,2000\n");
    EXPECT_THAT(titles(), ElementsAre("Movie (1999)", "Film (2000)")) << "films may be called so";
}

TEST_F(CsvFaults, spreadsheetWrappingIsTakenOff)
{
    read("a.csv", "Book Id,Title,Author,ISBN,Note\n5129,Brave New World,Aldous Huxley,\"=\"\"0060929871\"\"\",'=1+1\n");
    EXPECT_THAT(m_items.at(0).directors, ElementsAre("Aldous Huxley"));
    EXPECT_THAT(m_items[0].extra, ElementsAre(Pair("ISBN", "0060929871"), Pair("Note", "=1+1")));
}

/// What our own export writes comes back as it was, formula signs included.
TEST_F(CsvFaults, arbitraryCellsComeBack)
{
    Random random(29);
    const std::vector<std::string> pieces = {"a", "\"", ",", "\n", "=", "+", "-", "@", "'", "é", ";", "|", "word", "\\", " "};
    std::vector<std::string> texts;
    std::string csv = "title,plot\n";
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (std::uint64_t n = 1 + random.below(8); n > 0; --n)
            text += pieces[random.below(pieces.size())];
        text = "x" + text + "x";
        if (i % 3 == 0)
            text[0] = "=+-@"[random.below(4)];
        csv += fmt::format("T{},{}\n", i, quoted(text));
        texts.push_back(text);
    }
    read("a.csv", csv);
    ASSERT_EQ(m_items.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
        ASSERT_EQ(m_items[i].text, texts[i]) << i;
}

} // namespace
} // namespace tw
