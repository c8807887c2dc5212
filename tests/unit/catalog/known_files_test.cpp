// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are known by their columns or first lines, and files that are no catalogues.
#include "core/catalog/catalog_preview.h"
#include "core/catalog/input/text_repair.h"
#include "tests/unit/catalog/catalogue_reading.h"

namespace tw {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class KnownFiles : public test::CatalogueReading {
protected:
    std::string recognised(const std::string& name, std::string_view content)
    {
        const auto preview = previewCatalogFile(write(name, content), {}, {});
        return preview ? preview->recognisedAs : preview.error().detail;
    }
};

TEST_F(KnownFiles, movieLens100kItems)
{
    const std::string lines = "1|Toy Story (1995)|01-Jan-1995||http://us.imdb.com/x|0|0|0|1|1|1|0|0|0|0|0|0|0|0|0|0|0|0|0\n"
                              "267|unknown||||1|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0\n"
                              "543|Mis\xE9rables, Les (1995)|08-Mar-1996||u|0|0|0|0|0|0|0|0|1|0|0|0|1|0|0|0|0|0|0\n";
    EXPECT_EQ(recognised("u.item", lines), "MovieLens 100K items");
    read("u.item", lines);
    EXPECT_THAT(titles(), ElementsAre("Toy Story (1995)", "unknown", "Les Misérables (1995)"));
    EXPECT_EQ(m_items[0].key, "1");
    EXPECT_THAT(m_items[0].genres, ElementsAre("Animation", "Children's", "Comedy"));
    EXPECT_THAT(m_items[1].genres, IsEmpty());
    EXPECT_THAT(m_items[2].genres, ElementsAre("Drama", "Musical"));
}

TEST_F(KnownFiles, movieLens1mMovies)
{
    const std::string lines = "1::Toy Story (1995)::Animation|Children's|Comedy\n2::\"Quoted\": A Film (1996)::Drama\n";
    EXPECT_EQ(recognised("movies.dat", lines), "MovieLens 1M movies");
    read("movies.dat", lines);
    EXPECT_THAT(titles(), ElementsAre("Toy Story (1995)", "\"Quoted\": A Film (1996)"));
    EXPECT_THAT(m_items[0].genres, ElementsAre("Animation", "Children's", "Comedy"));
}

TEST_F(KnownFiles, exportsOfSites)
{
    EXPECT_EQ(recognised("a.csv", "Date,Name,Year,Letterboxd URI,Rating\n"), "Letterboxd");
    EXPECT_EQ(recognised("a.csv", "Const,Your Rating,Date Rated,Title,Title Type\n"), "IMDb");
    EXPECT_EQ(recognised("a.csv", "Book Id,Title,Author,Exclusive Shelf\n"), "Goodreads");
    EXPECT_EQ(recognised("a.csv", "Title,Date\nX,1/2/20\n"), "Netflix viewing history");
    EXPECT_EQ(recognised("a.csv", "movieId,title,genres\n"), "MovieLens");
    read("a.csv", "Title,Date\nX,2020-02-01\n");
    EXPECT_THAT(titles(), ElementsAre("X")) << "the day it was watched is not its year";
    read("a.csv", "Const,Description,Title,Title Type,Year\ntt0000001,my note,A,Movie,1999\n");
    EXPECT_EQ(m_items[0].text, "");
    EXPECT_EQ(m_items[0].key, "imdb:tt0000001");
    read("a.csv", "Book Id,Title,Original Publication Year,Year Published\n1,Emma,1815,1996\n2,Ilium,,2003\n");
    EXPECT_THAT(titles(), ElementsAre("Emma (1815)", "Ilium (2003)"));
}

TEST_F(KnownFiles, russianAndChineseColumns)
{
    read("a.csv", "Название;Год выпуска;Жанры;Описание;Режиссёр;В ролях;Страна;Слоган\n"
                  "Сталкер;1979;фантастика, драма;Зона.;Андрей Тарковский;Александр Кайдановский;СССР;Нет слогана\n");
    const Item& film = m_items.at(0);
    EXPECT_EQ(film.titleWithYear(), "Сталкер (1979)");
    EXPECT_THAT(film.genres, ElementsAre("фантастика", "драма"));
    EXPECT_EQ(film.text, "Зона.");
    EXPECT_THAT(film.directors, ElementsAre("Андрей Тарковский"));
    EXPECT_EQ(film.tagline, "");
    EXPECT_THAT(film.extra, IsEmpty());
    read("b.csv", "片名,上映日期,类型,剧情简介,导演,主演,制片国家/地区,语言\n一一,2000-05-15,剧情,故事。,杨德昌,吴念真,台湾,汉语\n");
    EXPECT_EQ(m_items.at(0).titleWithYear(), "一一 (2000)");
    EXPECT_THAT(m_items[0].directors, ElementsAre("杨德昌"));
    EXPECT_EQ(m_items[0].text, "故事。");
    EXPECT_THAT(m_items[0].extra, IsEmpty());
}

TEST_F(KnownFiles, genreNumbersAndPagesOfImdb)
{
    read("a.csv", "id,title,genre_ids,vote_average,tags\n5,A,\"[14, 10751, 28, 999999]\",7,x\n");
    EXPECT_THAT(m_items.at(0).genres, ElementsAre("Fantasy", "Family", "Action", "999999"));
    read("a.json", R"([{"movie_title":"A","movie_id":"/title/tt0111161/","movie_desc":"d"}])");
    EXPECT_EQ(m_items.at(0).imdbId, "tt0111161");
    EXPECT_EQ(m_items[0].text, "d");
}

TEST_F(KnownFiles, datesInEveryForm)
{
    read("a.csv", "title,release_date\nA,12/16/65\nB,Jun 12 1998\nC,1998/06/12\nD,12-Jan-95\nE,31.03.1999\nF,1999-03-31T00:00:00Z\n"
                  "G,1999年3月31日\nH,0000-00-00\nI,1066-10-14\nJ,unknown\n");
    EXPECT_THAT(titles(), ElementsAre("A (1965)", "B (1998)", "C (1998)", "D (1995)", "E (1999)", "F (1999)", "G (1999)", "H", "I", "J"));
    EXPECT_EQ(mended(Mending::YearOutOfRange), 1U);
    read("a.csv", "title,release_date,release_year\nA,12/16/65,1965\n");
    EXPECT_THAT(titles(), ElementsAre("A (1965)"));
}

TEST_F(KnownFiles, whatIsNoCatalogueSaysWhatItLooksLike)
{
    const auto refusal = [this](const std::string& name, std::string_view content) {
        const Error error = errorOf(name, content);
        return fmt::format("{}: {}", errorCodeName(error.code), error.detail);
    };
    EXPECT_THAT(refusal("ratings.csv", "userId,movieId,rating,timestamp\n1,1,4.0,9\n"), HasSubstr("no_title_column: looks like ratings"));
    EXPECT_THAT(refusal("links.csv", "movieId,imdbId,tmdbId\n1,2,3\n"), HasSubstr("looks like links"));
    EXPECT_THAT(refusal("tags.csv", "userId,movieId,tag,timestamp\n1,2,funny,3\n"), HasSubstr("looks like tags"));
    EXPECT_THAT(refusal("u.data", "196\t242\t3\t881250949\n186\t302\t3\t891717742\n"), HasSubstr("format_unknown: ratings"));
    EXPECT_THAT(refusal("ratings.dat", "1::1193::5::978300760\n"), HasSubstr("ratings"));
    EXPECT_THAT(refusal("u.user", "1|24|M|technician|85711\n"), HasSubstr("users"));
    EXPECT_THAT(refusal("u.info", "943 users\n1682 items\n"), HasSubstr("plain text"));
    EXPECT_THAT(refusal("LICENSE", "MIT License\n\nCopyright (c) 2018, somebody\n"), HasSubstr("plain text"));
    EXPECT_THAT(refusal("words.txt", "the\nof\n,\nand\n"), HasSubstr("plain text"));
    EXPECT_THAT(refusal("a.npy", "\x93NUMPY\x01"), HasSubstr("NumPy"));
    EXPECT_THAT(refusal("a.faiss", "IxFI\x01"), HasSubstr("faiss"));
    EXPECT_THAT(refusal("a.xml", "<movies/>"), HasSubstr("XML"));
    EXPECT_THAT(refusal("a.bin", std::string(5000, '\0') + "abc"), HasSubstr("binary"));
}

TEST_F(KnownFiles, doubleEncodingIsUndoneOnlyWhenWanted)
{
    const std::string text = "title,cast\nA,Michael PeÃ±a|LÃ©a Seydoux\nB,Michael Peña\n";
    read("a.csv", text);
    EXPECT_THAT(m_items.at(0).cast, ElementsAre("Michael Peña", "Léa Seydoux"));
    EXPECT_EQ(mended(Mending::DoubleEncoding), 1U);
    read("a.csv", text, {.columns = {}, .encoding = {}, .repairDoubleEncoding = false});
    EXPECT_THAT(m_items.at(0).cast, ElementsAre("Michael PeÃ±a", "LÃ©a Seydoux"));
    EXPECT_EQ(mended(Mending::DoubleEncoding), 1U) << "so that it can be offered";
}

TEST_F(KnownFiles, textIsInert)
{
    read("a.csv", "title,plot,notes\n\"A \x1b[31mred\x1b[0m\",\"x\u202Ey\r\nz\x07\",\"\x1b]0;t\x07n\"\n");
    EXPECT_EQ(m_items.at(0).title, "A red");
    EXPECT_EQ(m_items[0].text, "xy\nz");
    EXPECT_EQ(m_items[0].extra.at(0).second, "n");
    EXPECT_EQ(mended(Mending::ControlsRemoved), 1U);
}

TEST_F(KnownFiles, observersGetEveryRecord)
{
    struct Observer : ReadObserver {
        void skipped(const SkippedRecord&) override { ++skips; }
        void mended(const MendedRecord&) override { ++mendings; }
        std::size_t skips = 0;
        std::size_t mendings = 0;
    } observer;
    std::string csv = "title,year\n";
    for (int i = 0; i < 1500; ++i)
        csv += ",1999\nA\n";
    ASSERT_TRUE(readPath(write("a.csv", csv), {}, &observer));
    EXPECT_EQ(observer.skips, 1500U);
    EXPECT_EQ(m_counts.skipped.size(), ReadCounts::kMaxListed);
    EXPECT_EQ(observer.mendings, 1500U + 1499U) << "a cell is missing in each; all but the first are duplicates";
}

} // namespace
} // namespace tw
