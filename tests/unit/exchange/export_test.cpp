// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/base/random.h"
#include "core/exchange/list_export.h"

namespace tw {

using namespace std::string_literals;
using testing::HasSubstr;

namespace {

using Table = std::vector<std::vector<std::string>>;

/// A plain reader after RFC 4180 section 2, written apart from the writer.
Table parseCsv(std::string_view text)
{
    Table table;
    std::size_t at = 0;
    while (at < text.size()) {
        std::vector<std::string> record;
        while (true) {
            std::string field;
            if (at < text.size() && text[at] == '"') {
                for (++at; !(text.at(at) == '"' && text.substr(at + 1, 1) != "\""); ++at) {
                    if (text[at] == '"')
                        ++at;
                    field.push_back(text[at]);
                }
                ++at;
            } else {
                while (at < text.size() && text[at] != ',' && text[at] != '\r')
                    field.push_back(text[at++]);
            }
            record.push_back(field);
            if (at < text.size() && text[at] == ',') {
                ++at;
                continue;
            }
            EXPECT_EQ(text.substr(at, 2), "\r\n");
            at += 2;
            break;
        }
        table.push_back(record);
    }
    return table;
}

ExportRow rowOf(std::string title)
{
    ExportRow row;
    row.item.key = "k";
    row.item.title = std::move(title);
    return row;
}

ExportRow fullRow()
{
    ExportRow row = rowOf("Amélie");
    row.item.key = "imdb:tt0211915";
    row.item.originalTitle = "Le Fabuleux Destin d'Amélie Poulain";
    row.item.year = 2001;
    row.item.genres = {"Comedy", "Romance"};
    row.item.directors = {"Jean-Pierre Jeunet", "Second Name"};
    row.item.imdbId = "tt0211915";
    row.item.tmdbId = "194";
    row.list = "gaussian";
    row.rank = 3;
    row.score = -0.25F;
    row.share = 1.0F / 9;
    row.state = "liked";
    row.date = std::chrono::sys_days{std::chrono::year{2024} / 2 / 29} + std::chrono::hours(23);
    row.foundIn = "search";
    return row;
}

std::string textOf(const std::vector<ExportRow>& rows, const ExportOptions& options)
{
    auto text = exportText(rows, options);
    EXPECT_TRUE(text) << text.error().detail;
    return text.value_or("");
}

std::string columnOf(const ExportRow& row, ExportColumn column)
{
    return parseCsv(textOf({row}, {.columns = {column}})).at(1).at(0);
}

} // namespace

TEST(ExportNames, ReadBackAsWritten)
{
    for (const ExportFormat format :
         {ExportFormat::Csv, ExportFormat::Json, ExportFormat::Markdown, ExportFormat::Letterboxd})
        EXPECT_EQ(exportFormatFromName(exportFormatName(format)), format);
    EXPECT_FALSE(exportFormatFromName("xml"));
    EXPECT_EQ(exportExtension(ExportFormat::Markdown), ".md");
    EXPECT_EQ(exportExtension(ExportFormat::Letterboxd), ".csv");
    EXPECT_EQ(exportColumnName(ExportColumn::FoundIn), "found_in");
}

TEST(ExportCsv, WritesEveryColumn)
{
    const Table table = parseCsv(textOf({fullRow()}, {}));
    ASSERT_EQ(table.size(), 2U);
    EXPECT_EQ(table[0], (std::vector<std::string>{"list", "rank", "key", "title", "original_title", "year", "genres",
                                                  "directors", "imdb_id", "tmdb_id", "state", "date", "found_in",
                                                  "score", "share"}));
    EXPECT_EQ(table[1], (std::vector<std::string>{"gaussian", "3", "imdb:tt0211915", "Amélie",
                                                  "Le Fabuleux Destin d'Amélie Poulain", "2001", "Comedy|Romance",
                                                  "Jean-Pierre Jeunet|Second Name", "tt0211915", "194", "liked",
                                                  "2024-02-29", "search", "-0.2500", "0.1111"}));
}

TEST(ExportCsv, MissingValuesAreEmpty)
{
    const Table table = parseCsv(textOf({rowOf("x")}, {}));
    EXPECT_EQ(table[1], (std::vector<std::string>{"", "", "k", "x", "", "", "", "", "", "", "", "", "", "", ""}));
}

TEST(ExportCsv, AnyTextComesBack)
{
    Random random(5);
    const std::string alphabet = "ab\"\",;\r\n '|\\\té"s;
    std::vector<ExportRow> rows;
    for (int i = 0; i < 400; ++i) {
        std::string title = "t";
        for (std::uint64_t n = random.below(12); n > 0; --n)
            title.push_back(alphabet[random.below(alphabet.size())]);
        rows.push_back(rowOf(title));
        rows.back().foundIn = rows.back().item.title;
    }
    const Table table = parseCsv(textOf(rows, {.columns = {ExportColumn::Title, ExportColumn::FoundIn}}));
    ASSERT_EQ(table.size(), rows.size() + 1);
    for (std::size_t i = 0; i < rows.size(); ++i)
        EXPECT_EQ(table[i + 1], (std::vector<std::string>{rows[i].item.title, rows[i].foundIn}));
}

TEST(ExportCsv, FormulasAreInert)
{
    for (const std::string& start : {"="s, "+"s, "-"s, "@"s, "\t"s, "\r"s, "\n"s, "\0"s}) {
        EXPECT_EQ(columnOf(rowOf(start + "HYPERLINK(1)"), ExportColumn::Title), "'" + start + "HYPERLINK(1)");
        ExportRow row = rowOf("x");
        row.foundIn = start;
        EXPECT_EQ(columnOf(row, ExportColumn::FoundIn), "'" + start);
        row.item.genres = {start + "1", "b"};
        EXPECT_EQ(columnOf(row, ExportColumn::Genres), "'" + start + "1|b");
    }
    EXPECT_EQ(columnOf(rowOf("1 = 1"), ExportColumn::Title), "1 = 1");
    EXPECT_THAT(textOf({rowOf("=1")}, {.columns = {ExportColumn::Title}}), HasSubstr("\"'=1\""));
}

TEST(ExportCsv, OurOwnNegativeNumbersStayNumbers)
{
    ExportRow row = rowOf("x");
    row.score = -0.5F;
    row.item.year = -44;
    EXPECT_EQ(columnOf(row, ExportColumn::Score), "-0.5000");
    EXPECT_EQ(columnOf(row, ExportColumn::Year), "-44");
    row.score = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(columnOf(row, ExportColumn::Score), "");
}

TEST(ExportCsv, PositionsOnTheMap)
{
    ExportRow row = rowOf("x");
    row.position = {0.5F, -1.25F};
    EXPECT_EQ(textOf({row, rowOf("y")}, {.columns = {ExportColumn::Title, ExportColumn::X, ExportColumn::Y}}),
              "title,x,y\r\nx,0.5000,-1.2500\r\ny,,\r\n");
}

TEST(ExportCsv, ARecordOfOneEmptyCellIsNotAnEmptyLine)
{
    EXPECT_EQ(textOf({rowOf("x")}, {.columns = {ExportColumn::State}}), "state\r\n\"\"\r\n");
}

TEST(ExportJson, ParsesWithTypes)
{
    const auto json = Json::parse(textOf({fullRow(), rowOf("a \"b\" \\ \x01 \n")}, {.format = ExportFormat::Json}));
    ASSERT_TRUE(json);
    ASSERT_EQ(json->asArray().size(), 2U);
    const Json& full = json->asArray()[0];
    EXPECT_EQ(full["title"].asString(), "Amélie");
    EXPECT_EQ(full["year"].asInteger(), 2001);
    EXPECT_EQ(full["rank"].asInteger(), 3);
    EXPECT_EQ(full["genres"].asArray().size(), 2U);
    EXPECT_EQ(full["score"].asNumber(), -0.25);
    EXPECT_EQ(full["share"].asNumber(), 0.1111);
    EXPECT_EQ(full["date"].asString(), "2024-02-29");
    const Json& bare = json->asArray()[1];
    EXPECT_EQ(bare["title"].asString(), "a \"b\" \\ \x01 \n");
    EXPECT_TRUE(bare.contains("year"));
    EXPECT_TRUE(bare["year"].isNull());
    EXPECT_TRUE(bare["genres"].isArray());
    EXPECT_TRUE(Json::parse(textOf({}, {.format = ExportFormat::Json}))->isArray());
}

TEST(ExportMarkdown, IsATableOfWhatThereIs)
{
    ExportRow row = rowOf("Alien");
    row.rank = 1;
    row.item.year = 1979;
    EXPECT_EQ(textOf({row}, {.format = ExportFormat::Markdown, .heading = "Likes"}),
              "# Likes\n"
              "\n"
              "| # | Title | Year |\n"
              "| ---: | --- | ---: |\n"
              "| 1 | Alien | 1979 |\n");
}

TEST(ExportMarkdown, TextFromDataStaysText)
{
    const std::string hostile = "a|b *c* _d_ `e` [f](g) <h> \\ # ~i~ &amp; $j$ ![k]\nl\x1b[31m";
    const std::string text = textOf({rowOf(hostile)}, {.format = ExportFormat::Markdown,
                                                       .columns = {ExportColumn::Title},
                                                       .heading = "<b>x\ny"});
    EXPECT_THAT(text, HasSubstr("# \\<b\\>x y\n"));
    EXPECT_THAT(text, HasSubstr("| a\\|b \\*c\\* \\_d\\_ \\`e\\` \\[f\\]\\(g\\) \\<h\\> \\\\ \\# \\~i\\~ \\&amp; "
                                "\\$j\\$ \\!\\[k\\] l"));
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(std::ranges::count(text, '\n'), 5); // heading, blank line, header, rule, row
}

TEST(ExportLetterboxd, WritesItsImportFormat)
{
    EXPECT_EQ(textOf({fullRow(), rowOf("Say \"hi\" \\ now")}, {.format = ExportFormat::Letterboxd}),
              "imdbID,tmdbID,Title,Year,Directors,WatchedDate\r\n"
              "tt0211915,194,Amélie,2001,\"Jean-Pierre Jeunet, Second Name\",2024-02-29\r\n"
              ",,\"Say \\\"hi\\\" \\\\ now\",,,\r\n");
}

TEST(ExportLetterboxd, KeepsOnlyItsOwnColumnsAndAlwaysOneThatNamesTheFilm)
{
    const ExportOptions some{.format = ExportFormat::Letterboxd,
                             .columns = {ExportColumn::Score, ExportColumn::Year, ExportColumn::State}};
    EXPECT_EQ(textOf({fullRow()}, some), "Title,Year\r\nAmélie,2001\r\n");
    EXPECT_THAT(textOf({rowOf("=x")}, some), HasSubstr("\"'=x\""));
}

TEST(ExportLetterboxd, RefusesMoreThanAMegabyte)
{
    const std::vector<ExportRow> rows(1100, rowOf(std::string(1000, 'x')));
    const auto refused = exportText(rows, {.format = ExportFormat::Letterboxd});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(exportText(std::span(rows).first(900), {.format = ExportFormat::Letterboxd}));
}

TEST(ExportToFile, WritesTheText)
{
    const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / "tw-export-test.csv";
    ASSERT_TRUE(exportToFile(path, std::vector{fullRow()}, {}));
    EXPECT_EQ(readFile(path).value_or(""), textOf({fullRow()}, {}));
    std::filesystem::remove(path);
    const auto refused = exportToFile("/nonexistent-folder/x.csv", std::vector{fullRow()}, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::FileUnwritable);
}

} // namespace tw
