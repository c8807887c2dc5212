// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/base/random.h"
#include "core/catalog/record_reader.h"
#include "tests/support/temp_folder.h"

#include <zlib.h>

namespace tw {
namespace {

using testing::ElementsAre;
using Rows = std::vector<std::vector<std::string>>;

class RecordReaderTest : public testing::Test {
protected:
    const test::TempFolder m_folder;

    std::filesystem::path write(const std::string& name, std::string_view content)
    {
        EXPECT_TRUE(writeFileAtomically(m_folder / name, content));
        return m_folder / name;
    }
    std::filesystem::path writeGzip(const std::string& name, std::string_view content)
    {
        const auto path = m_folder / name;
        gzFile file = ::gzopen(path.c_str(), "wb");
        EXPECT_EQ(::gzwrite(file, content.data(), static_cast<unsigned>(content.size())), static_cast<int>(content.size()));
        ::gzclose(file);
        return path;
    }
    std::unique_ptr<RecordReader> open(const std::string& name, std::string_view content)
    {
        auto reader = openRecords(write(name, content));
        EXPECT_TRUE(reader) << reader.error().detail;
        return reader ? std::move(*reader) : nullptr;
    }
    ErrorCode openError(const std::string& name, std::string_view content)
    {
        const auto reader = openRecords(write(name, content));
        EXPECT_FALSE(reader) << name;
        return reader ? ErrorCode::Internal : reader.error().code;
    }
    static Rows rowsOf(RecordReader& reader)
    {
        Rows rows;
        while (true) {
            auto record = reader.next();
            EXPECT_TRUE(record) << record.error().detail;
            if (!record || !*record)
                return rows;
            EXPECT_EQ((*record)->number, rows.size() + 1);
            auto& row = rows.emplace_back();
            for (const auto& [column, cell] : (*record)->cells)
                row.push_back(cell.isString() ? cell.asString() : cell.dump());
        }
    }
    Rows rowsOf(const std::string& name, std::string_view content) { return rowsOf(*open(name, content)); }
};

TEST_F(RecordReaderTest, csvAsInRfc4180)
{
    const auto reader = open("a.csv", "title,text\r\n\"A, \"\"b\"\"\",\"line\r\nbreak\"\r\nC,\r\n\"\",d");
    EXPECT_EQ(reader->format(), FileFormat::Csv);
    EXPECT_THAT(reader->columns(), ElementsAre("title", "text"));
    EXPECT_THAT(rowsOf(*reader), ElementsAre(ElementsAre("A, \"b\"", "line\r\nbreak"), ElementsAre("C", ""),
                                             ElementsAre("", "d")));
    EXPECT_FALSE(reader->next().value()) << "stays at the end";
}

TEST_F(RecordReaderTest, csvPeculiaritiesOfRealFiles)
{
    EXPECT_THAT(rowsOf("mark.csv", "\xEF\xBB\xBFtitle,year\nA,1\n"), ElementsAre(ElementsAre("A", "1")));
    EXPECT_THAT(rowsOf("blank.csv", "title,year\n\n  \nA,1\n\n"), ElementsAre(ElementsAre("A", "1")));
    EXPECT_THAT(rowsOf("semicolon.csv", "title;year\nA, B;1\n"), ElementsAre(ElementsAre("A, B", "1")));
    EXPECT_THAT(rowsOf("short.csv", "title,year,text\nA\n"), ElementsAre(ElementsAre("A", "null", "null")));
    EXPECT_THAT(rowsOf("long.csv", "title,year\nA,1,,\n"), ElementsAre(ElementsAre("A", "1")));
    EXPECT_THAT(rowsOf("inside.csv", "title,year\n\"A\" gai waak,1\nB \"c\" d,2\n"),
                ElementsAre(ElementsAre("\"A\" gai waak", "1"), ElementsAre("B \"c\" d", "2")));
    EXPECT_THAT(rowsOf("latin.csv", "title,year\nAm\xE9lie \x96 x,1\nZo\xC3\xAB,2\n"),
                ElementsAre(ElementsAre("Amélie – x", "1"), ElementsAre("Zoë", "2")));
    EXPECT_THAT(rowsOf("one.csv", "title\nA\nB\n"), ElementsAre(ElementsAre("A"), ElementsAre("B")));
    EXPECT_THAT(open("names.csv", "title,,title\nA,b,c\n")->columns(), ElementsAre("title", "column 2", "title (2)"));
}

TEST_F(RecordReaderTest, tsvKeepsCommas)
{
    const auto reader = open("a.txt", "title\tyear\nA, B\t1\n\"C\td\"\t2\n");
    EXPECT_EQ(reader->format(), FileFormat::Tsv);
    EXPECT_THAT(rowsOf(*reader), ElementsAre(ElementsAre("A, B", "1"), ElementsAre("C\td", "2")));
}

TEST_F(RecordReaderTest, goesOnBehindARowWithTooManyCells)
{
    const auto reader = open("a.csv", "title,year\nA,1\nB, b,2\nC,3\n");
    ASSERT_TRUE(reader->next());
    const auto broken = reader->next().value();
    ASSERT_TRUE(broken && broken->fault);
    EXPECT_EQ(broken->fault->reason, SkipReason::TooManyCells);
    EXPECT_EQ(broken->number, 2U);
    EXPECT_EQ(broken->line, 3U);
    const auto third = reader->next().value();
    ASSERT_TRUE(third);
    EXPECT_EQ(third->number, 3U);
    EXPECT_EQ(third->cell("title").asString(), "C");
    EXPECT_TRUE(third->cell("no such column").isNull());
}

TEST_F(RecordReaderTest, unclosedQuoteLosesOneRow)
{
    // At the end of the file, and where the next quote shows it.
    for (const char* rest : {"C,3\n", "C,3\n4,\"D, d\"\n"}) {
        const auto reader = open("a.csv", std::string("title,year\nA,1\nB,\"2\n") + rest);
        ASSERT_TRUE(reader->next());
        const auto broken = reader->next().value();
        ASSERT_TRUE(broken->fault);
        EXPECT_EQ(broken->fault->reason, SkipReason::UnclosedQuote);
        EXPECT_EQ(broken->number, 2U);
        EXPECT_EQ(broken->line, 3U);
        const auto next = reader->next().value();
        ASSERT_TRUE(next && !next->fault);
        EXPECT_EQ(next->cell("title").asString(), "C");
        EXPECT_EQ(next->line, 4U);
    }
}

TEST_F(RecordReaderTest, endlessRecordIsLeftOut)
{
    const std::string endless(17'000'000, 'x');
    const auto reader = open("a.csv", "title,year\n\"" + endless + "\nB,2\n" + endless + "\nC,3\n");
    EXPECT_EQ(reader->next().value()->fault->reason, SkipReason::RecordTooLarge);
    EXPECT_EQ(reader->next().value()->cell("title").asString(), "B");
    EXPECT_EQ(reader->next().value()->fault->reason, SkipReason::RecordTooLarge);
    EXPECT_EQ(reader->next().value()->cell("title").asString(), "C");
    EXPECT_FALSE(reader->next().value());
    const auto json = open("a.json", "[{\"title\":\"A\"},{\"title\":\"" + endless + "\"},{\"title\":\"C\"}]");
    EXPECT_FALSE(json->next().value()->fault);
    EXPECT_EQ(json->next().value()->fault->reason, SkipReason::RecordTooLarge);
    EXPECT_EQ(json->next().value()->cell("title").asString(), "C");
    EXPECT_FALSE(json->next().value());
}

TEST_F(RecordReaderTest, jsonArrayKeepsTypesAndOrder)
{
    const auto reader = open("a.json", "\n [ {\"title\": \"a ] } \\\" ,\", \"year\": 1999, \"cast\": [\"x\", {\"y\": []}]},\n"
                                       "{\"title\": 300, \"plot\": null} , ]\n");
    EXPECT_EQ(reader->format(), FileFormat::JsonArray);
    const auto first = reader->next().value();
    EXPECT_EQ(first->cell("title").asString(), "a ] } \" ,");
    EXPECT_TRUE(first->cell("year").isInteger());
    EXPECT_EQ(first->cell("cast").dump(), R"(["x",{"y":[]}])");
    EXPECT_THAT(reader->columns(), ElementsAre("title", "year", "cast"));
    EXPECT_EQ(reader->next().value()->cell("title").asInteger(), 300);
    EXPECT_THAT(reader->columns(), ElementsAre("title", "year", "cast", "plot"));
    EXPECT_FALSE(reader->next().value());
    EXPECT_TRUE(rowsOf("empty.json", "[]").empty());
}

TEST_F(RecordReaderTest, jsonGoesOnBehindABrokenElement)
{
    for (const auto& [name, content] : {std::pair{"a.json", "[{\"a\":1}, {\"a\":}, 7, {\"a\":4}]"},
                                        std::pair{"a.jsonl", "{\"a\":1}\n{\"a\":}\n\n7\n{\"a\":4}"}}) {
        const auto reader = open(name, content);
        EXPECT_EQ(reader->next().value()->cell("a").asInteger(), 1) << name;
        EXPECT_EQ(reader->next().value()->fault->reason, SkipReason::BrokenJson) << name;
        EXPECT_EQ(reader->next().value()->fault->reason, SkipReason::NotARecord) << name;
        const auto last = reader->next().value();
        EXPECT_EQ(last->number, 4U) << name;
        EXPECT_EQ(last->cell("a").asInteger(), 4) << name;
        EXPECT_FALSE(reader->next().value()) << name;
    }
}

TEST_F(RecordReaderTest, cutOffListLosesItsLastRecord)
{
    for (const char* end : {", {\"a\":", ", {\"a\":3", ",", ""}) {
        const auto reader = open("a.json", std::string("[{\"a\":1}, {\"a\":2}") + end);
        EXPECT_EQ(reader->next().value()->cell("a").asInteger(), 1);
        EXPECT_EQ(reader->next().value()->cell("a").asInteger(), 2);
        const auto cut = reader->next().value();
        ASSERT_TRUE(cut && cut->fault) << end;
        EXPECT_EQ(cut->fault->reason, SkipReason::CutOff);
        EXPECT_FALSE(reader->next().value());
    }
}

TEST_F(RecordReaderTest, contentDecidesAgainstTheExtension)
{
    EXPECT_EQ(open("a.csv", "[{\"title\":\"A\"}]")->format(), FileFormat::JsonArray);
    EXPECT_EQ(open("b.csv", "{\"title\":\"A\"}\n{\"title\":\"B\"}\n")->format(), FileFormat::JsonLines);
    EXPECT_EQ(open("c.csv", "title\tyear\nA\t1\n")->format(), FileFormat::Tsv);
    EXPECT_EQ(open("d", "title,year\nA,1\n")->format(), FileFormat::Csv);
}

TEST_F(RecordReaderTest, refusesWhatItCannotRead)
{
    EXPECT_EQ(openRecords(m_folder / "none.csv").error().code, ErrorCode::NotFound);
    EXPECT_EQ(openRecords(m_folder.path()).error().code, ErrorCode::FileUnreadable);
    EXPECT_EQ(openError("a.csv", ""), ErrorCode::FormatUnknown);
    EXPECT_EQ(openError("b.csv", std::string_view("\x93NUMPY\x01\0v\0", 10)), ErrorCode::FormatUnknown);
    EXPECT_EQ(openError("c.html", "<html><body>a, b</body></html>"), ErrorCode::FormatUnknown);
    EXPECT_EQ(openError("d.json", "{\n  \"films\": [\n  ]\n}\n"), ErrorCode::FormatUnknown);
    EXPECT_EQ(openError("g.json", "[1, 2]"), ErrorCode::FormatUnknown);
    EXPECT_EQ(openError("e.json", "title,year\n"), ErrorCode::FormatUnknown);
    EXPECT_EQ(openError("f.doc", "just words"), ErrorCode::FormatUnknown);
}

TEST_F(RecordReaderTest, readsGzipWhateverItsName)
{
    const std::string csv = "title,year\nA,1\n";
    for (const char* name : {"a.csv.gz", "b.csv"}) {
        auto reader = openRecords(writeGzip(name, csv)).value();
        EXPECT_THAT(rowsOf(*reader), ElementsAre(ElementsAre("A", "1")));
        EXPECT_EQ(reader->bytesRead(), reader->bytesTotal());
    }
}

TEST_F(RecordReaderTest, cutOffGzipIsAnErrorWithoutRow)
{
    Random random(3);
    std::string csv = "title,year\n";
    for (int i = 0; i < 20'000; ++i)
        csv += fmt::format("{},{}\n", random.next(), random.below(2000));
    const auto path = writeGzip("a.csv.gz", csv);
    const std::string packed = readFile(path).value();
    const auto cut = write("cut.csv.gz", std::string_view(packed).substr(0, packed.size() / 2));
    auto reader = openRecords(cut).value();
    Result<std::optional<Record>> record = reader->next();
    std::size_t count = 0;
    for (; record && *record; record = reader->next())
        ++count;
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, ErrorCode::FormatBroken);
    EXPECT_FALSE(record.error().row);
    EXPECT_GT(count, 1000U);
}

/// Writes random cells as RFC 4180 wants them and reads them back; cells cross the edges of the reader's blocks.
TEST_F(RecordReaderTest, randomCsvComesBackAsWritten)
{
    Random random(11);
    const std::vector<std::string> pieces = {"a", "\"", ",", "\n", "\r\n", " ", "é", ";", "\t", "word", "\"\""};
    Rows rows;
    std::string csv = "one,two,three\r\n";
    for (int i = 0; i < 10'000; ++i) {
        auto& row = rows.emplace_back();
        for (int column = 0; column < 3; ++column) {
            std::string cell = column == 0 ? fmt::format("{}", i) : std::string();
            for (std::uint64_t n = random.below(8); n > 0; --n)
                cell += pieces[random.below(pieces.size())];
            std::string quoted = "\"";
            for (const char c : cell)
                quoted += c == '"' ? "\"\"" : std::string(1, c);
            csv += quoted + (column == 2 ? "\"\r\n" : "\",");
            row.push_back(cell);
        }
    }
    EXPECT_EQ(rowsOf("a.csv", csv), rows);
    auto packed = openRecords(writeGzip("b.csv.gz", csv)).value();
    EXPECT_EQ(rowsOf(*packed), rows);
}

} // namespace
} // namespace tw
