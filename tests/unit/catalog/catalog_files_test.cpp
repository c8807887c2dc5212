// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/catalog/catalog_files.h"
#include "core/catalog/catalog_preview.h"
#include "tests/support/temp_folder.h"

namespace tw {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Paths = std::vector<std::filesystem::path>;

class CatalogFiles : public testing::Test {
protected:
    const test::TempFolder m_folder;
    std::vector<Item> m_items;

    std::filesystem::path write(const std::string& name, std::string_view content)
    {
        EXPECT_TRUE(writeFileAtomically(m_folder / name, content));
        return m_folder / name;
    }
    Result<ReadCounts> read(const Paths& files, const ColumnOverrides& overrides = {}, const TaskContext& context = {})
    {
        m_items.clear();
        return readCatalogFiles(catalogFiles(files, {.columns = overrides, .encoding = {}}),
                                [this](Item&& item) -> Status {
                                    m_items.push_back(std::move(item));
                                    return {};
                                },
                                context);
    }
    std::vector<std::string> keys() const
    {
        std::vector<std::string> all;
        for (const Item& item : m_items)
            all.push_back(item.key);
        return all;
    }
};

TEST_F(CatalogFiles, readsFilesOfSeveralFormatsInOrder)
{
    const auto counts = read({write("a.csv", "title,year\nA,1999\n,2000\nB,b,c\nC,2001\n"),
                              write("b.json", R"([{"name": "D", "plot": "p"}, {"name": null}])")});
    ASSERT_TRUE(counts) << counts.error().detail;
    EXPECT_THAT(keys(), ElementsAre("a-1999", "c-2001", "d"));
    EXPECT_EQ(counts->read, 6U);
    EXPECT_EQ(counts->items, 3U);
    ASSERT_EQ(counts->skipped.size(), 3U);
    EXPECT_EQ(counts->skipped[0].row, 2U);
    EXPECT_EQ(counts->skipped[1].row, 3U);
    EXPECT_EQ(counts->skipped[2].file.filename(), "b.json");
    EXPECT_EQ(m_items[2].text, "p");
}

TEST_F(CatalogFiles, wrongSecondFileStopsBeforeTheFirstItem)
{
    const auto good = write("a.csv", "title,year\nA,1999\n");
    EXPECT_EQ(read({good, write("b.csv", "x,y\n1,2\n")}).error().code, ErrorCode::NoTitleColumn);
    EXPECT_THAT(m_items, IsEmpty());
    EXPECT_EQ(read({good, m_folder / "none.csv"}).error().code, ErrorCode::NotFound);
    EXPECT_THAT(m_items, IsEmpty());
}

TEST_F(CatalogFiles, overridesSetTheMeaning)
{
    const auto path = write("a.csv", "work,notes,plot\nA,long text,no\n");
    EXPECT_EQ(read({path}).error().code, ErrorCode::NoTitleColumn);
    ASSERT_TRUE(read({path}, {{"work", Field::Title}, {"notes", Field::Text}, {"plot", Field::Ignored}}));
    EXPECT_EQ(m_items.at(0).text, "long text");
    EXPECT_THAT(m_items.at(0).extra, IsEmpty());
    const auto missing = read({path}, {{"work", Field::Title}, {"nothing", Field::Text}});
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_EQ(missing.error().subject, "nothing");
}

TEST_F(CatalogFiles, keptColumnsSayNothingOfTheFilm)
{
    const auto path = write("a.csv", "title,plot,release date,year\nA,added by me,1999-03-31,\n");
    ASSERT_TRUE(read({path}));
    EXPECT_EQ(m_items.at(0).text, "added by me");
    EXPECT_EQ(m_items.at(0).year, 1999);
    ASSERT_TRUE(read({path}, {{"plot", Field::Kept}, {"release date", Field::Kept}}));
    EXPECT_EQ(m_items.at(0).text, "");
    EXPECT_EQ(m_items.at(0).year, std::nullopt) << "not by its name either";
    const std::map<std::string, std::string> extra(m_items.at(0).extra.begin(), m_items.at(0).extra.end());
    EXPECT_EQ(extra.at("plot"), "added by me");
    EXPECT_EQ(extra.at("release date"), "1999-03-31");
    const auto preview = previewCatalogFile(path, {.columns = {{"plot", Field::Kept}}, .encoding = {}}, {});
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->columns.at(1).field, std::nullopt);
    EXPECT_FALSE(preview->hasText);
}

TEST_F(CatalogFiles, eachFileIsReadInItsOwnWay)
{
    const std::vector<CatalogFile> files = {
        {write("a.csv", "title\n\xD1\xEE\xEB\xFF\xF0\xE8\xF1\n"), {.columns = {}, .encoding = "Windows-1251"}},
        {write("b.csv", "work,title\nB,not this\n"), {.columns = {{"work", Field::Title}}, .encoding = {}}},
        {write("c.csv", "work,title\nnot this,Pe\xC3\x83\xC2\xB1" "a\n"),
         {.columns = {}, .encoding = {}, .repairDoubleEncoding = false}},
        {write("d.csv", "title\nPe\xC3\x83\xC2\xB1" "a\n")}};
    std::vector<std::string> titles;
    const auto collect = [&titles](Item&& item) -> Status {
        titles.push_back(item.title);
        return {};
    };
    ASSERT_TRUE(readCatalogFiles(files, collect, {}));
    EXPECT_THAT(titles, ElementsAre("Солярис", "B", "Pe\xC3\x83\xC2\xB1" "a", "Peña"));
    // A column need be in one of the files it is set for, not in any.
    std::vector<CatalogFile> wrong = files;
    wrong[0].options.columns = {{"work", Field::Text}};
    EXPECT_EQ(readCatalogFiles(wrong, collect, {}).error().code, ErrorCode::NotFound);
    wrong[1].options.columns.emplace_back("work", Field::Text);
    EXPECT_EQ(readCatalogFiles(std::span(wrong).subspan(0, 1), collect, {}).error().code, ErrorCode::NotFound);
}

TEST_F(CatalogFiles, differentItemsOfOneNameKeepApart)
{
    ASSERT_TRUE(read({write("a.csv", "title,year,plot\nA,1999,one\nA,1999,two\nA,1999,one\nA,1999,three\nA,1999,two\n")}));
    EXPECT_THAT(keys(), ElementsAre("a-1999", "a-1999-2", "a-1999", "a-1999-3", "a-1999-2"));
    ASSERT_TRUE(read({write("b.csv", "id,title,plot\n1,A,one\n1,A,two\n")}));
    EXPECT_THAT(keys(), ElementsAre("1", "1"));
}

TEST_F(CatalogFiles, stopsWhenAskedAndOnTheReceiversError)
{
    const auto path = write("a.csv", "title,year\nA,1\nB,2\nC,3\n");
    std::stop_source source;
    int seen = 0;
    const auto cancelled = readCatalogFiles(catalogFiles(Paths{path}),
                                            [&](Item&&) -> Status {
                                                ++seen;
                                                source.request_stop();
                                                return {};
                                            },
                                            TaskContext{source.get_token(), nullptr});
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(seen, 1);
    const auto refused = readCatalogFiles(catalogFiles(Paths{path}), [](Item&&) -> Status { return fail(ErrorCode::Database); }, {});
    EXPECT_EQ(refused.error().code, ErrorCode::Database);
}

TEST_F(CatalogFiles, progressRisesToItsTotal)
{
    struct Sink : ProgressSink {
        void report(Stage stage, std::uint64_t done, std::uint64_t total) override
        {
            EXPECT_EQ(stage, Stage::Reading);
            EXPECT_GE(done, last);
            EXPECT_LE(done, total);
            last = done;
            lastTotal = total;
        }
        std::uint64_t last = 0;
        std::uint64_t lastTotal = 0;
    } sink;
    std::string csv = "title,year\n";
    for (int i = 0; i < 50'000; ++i)
        csv += fmt::format("title {},1999\n", i);
    ASSERT_TRUE(read({write("a.csv", csv), write("b.csv", csv)}, {}, TaskContext{{}, &sink}));
    EXPECT_EQ(m_items.size(), 100'000U);
    EXPECT_EQ(sink.last, 2 * csv.size());
    EXPECT_EQ(sink.lastTotal, 2 * csv.size());
}

TEST_F(CatalogFiles, listOfSkippedRecordsIsBounded)
{
    std::string csv = "title,year\n";
    for (int i = 0; i < 3000; ++i)
        csv += ",1999\n";
    const auto counts = read({write("a.csv", csv)});
    ASSERT_TRUE(counts);
    EXPECT_EQ(counts->skippedCount(), 3000U);
    EXPECT_EQ(counts->skippedByReason.at(SkipReason::NoTitle), 3000U);
    EXPECT_EQ(counts->skipped.size(), ReadCounts::kMaxListed);
}

} // namespace
} // namespace tw
