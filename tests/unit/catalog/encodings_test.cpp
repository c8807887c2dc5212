// SPDX-License-Identifier: GPL-3.0-or-later
// The same small catalogues in every encoding people's files have.
#include "core/catalog/catalog_preview.h"
#include "core/catalog/input/encoding_detection.h"
#include "tests/unit/catalog/catalogue_reading.h"

#include <unicode/ucnv.h>

namespace tw {
namespace {

using testing::ElementsAre;

std::string encoded(std::string_view utf8, const char* encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    std::string out(utf8.size() * 4 + 16, '\0');
    const auto length = ucnv_convert(encoding, "UTF-8", out.data(), static_cast<std::int32_t>(out.size()), utf8.data(),
                                     static_cast<std::int32_t>(utf8.size()), &status);
    EXPECT_TRUE(U_SUCCESS(status)) << encoding;
    out.resize(static_cast<std::size_t>(length));
    return out;
}

constexpr std::string_view kRussian =
    "название,год,жанр,описание,режиссёр\n"
    "Иван Васильевич меняет профессию,1973,комедия|фантастика,\"Инженер изобретает машину времени, и в его квартиру "
    "попадает царь Иван Грозный.\",Леонид Гайдай\n"
    "Сталкер,1979,фантастика,\"Проводник ведёт писателя и учёного через Зону к комнате, где исполняются желания.\","
    "Андрей Тарковский\n";
constexpr std::string_view kChinese =
    "片名,年份,类型,简介,导演\n"
    "霸王别姬,1993,剧情,两位京剧演员半个世纪的悲欢离合，从师徒学艺到名满天下，再到时代巨变。,陈凯歌\n"
    "卧虎藏龙,2000,动作|爱情,大侠李慕白托付青冥剑，宝剑失窃，引出一段江湖恩怨与儿女情长。,李安\n";
constexpr std::string_view kTraditional =
    "片名,年份,類型,簡介,導演\n"
    "悲情城市,1989,劇情,講述基隆林氏家族四兄弟在戰後臺灣的遭遇與時代的變遷，歷史的傷痕與家族的命運。,侯孝賢\n"
    "一一,2000,劇情,臺北一個中產家庭從婚禮到葬禮之間的故事，父親母親女兒兒子各有各的煩惱。,楊德昌\n";
constexpr std::string_view kFrench =
    "titre,année,genre,résumé\n"
    "Le Fabuleux Destin d’Amélie Poulain,2001,Comédie,\"Une jeune serveuse de Montmartre décide d’aider les gens à être "
    "heureux, là où elle le peut.\"\n"
    "La Grande Vadrouille,1966,Comédie,\"Deux Français aident l’équipage d’un bombardier à gagner la zone libre : "
    "fuite à vélo, à pied, en planeur… été mouvementé.\"\n";
constexpr std::string_view kJapanese =
    "title,year,description\n"
    "東京物語,1953,老夫婦が東京に住む子供たちを訪ねるが、みな忙しくて相手にしてもらえない。\n"
    "千と千尋の神隠し,2001,ふしぎな町に迷いこんだ少女が、湯屋で働きながら両親を助けようとする。\n";
constexpr std::string_view kKorean =
    "title,year,description\n"
    "기생충,2019,온 가족이 백수인 기택네 장남이 부잣집 과외 교사로 들어가면서 두 가족의 만남이 시작된다.\n"
    "올드보이,2003,이유도 모른 채 십오 년 동안 갇혀 있던 남자가 풀려나 자신을 가둔 사람을 찾아 나선다.\n";

struct Language {
    std::string_view text;
    std::vector<const char*> encodings;
};

const std::vector<Language>& languages()
{
    static const std::vector<Language> all = {
        {kRussian, {"windows-1251", "KOI8-R", "ISO-8859-5", "IBM866"}},
        {kChinese, {"GB18030", "GBK"}},
        {kTraditional, {"Big5"}},
        {kFrench, {"windows-1252"}},
        {kJapanese, {"Shift_JIS", "EUC-JP"}},
        {kKorean, {"EUC-KR"}},
    };
    return all;
}

class Encodings : public test::CatalogueReading {
protected:
    std::vector<std::string> linesOf(const std::string& name, std::string_view content, const ReadOptions& options = {})
    {
        read(name, content, options);
        std::vector<std::string> lines;
        for (const Item& item : m_items)
            lines.push_back(test::inOneLine(item));
        return lines;
    }
};

TEST_F(Encodings, everyOneGivesTheSameItems)
{
    for (const Language& language : languages()) {
        const auto expected = linesOf("utf8.csv", language.text);
        ASSERT_EQ(expected.size(), 2U);
        EXPECT_FALSE(m_items[1].text.empty());
        EXPECT_EQ(linesOf("mark.csv", "\xEF\xBB\xBF" + std::string(language.text)), expected);
        for (const char* wide : {"UTF-16LE", "UTF-16BE"})
            EXPECT_EQ(linesOf("bare.csv", encoded(language.text, wide)), expected) << wide << " without a mark";
        for (const char* wide : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
            EXPECT_EQ(linesOf("wide.csv", encoded("\xEF\xBB\xBF" + std::string(language.text), wide)), expected) << wide;
        for (const char* encoding : language.encodings) {
            EXPECT_EQ(linesOf("old.csv", encoded(language.text, encoding)), expected) << encoding;
            EXPECT_EQ(m_counts.mendedByKind.size(), 0U) << encoding;
        }
    }
}

TEST_F(Encodings, isToldInThePreview)
{
    const auto told = [this](std::string_view content) {
        const auto preview = previewCatalogFile(write("a.csv", content), {}, {});
        return preview ? fmt::format("{}{}", preview->encoding, preview->encodingSure ? "" : "?") : "error";
    };
    EXPECT_EQ(told(kRussian), "UTF-8");
    EXPECT_EQ(told(encoded(kRussian, "windows-1251")), "Windows-1251?");
    EXPECT_EQ(told(encoded(kChinese, "GBK")), "GB18030?");
    EXPECT_EQ(told(encoded(kRussian, "UTF-16LE")), "UTF-16LE");
    EXPECT_EQ(told("title,year\nAm\xE9lie,2001\n"), "ISO-8859-1?");
    EXPECT_EQ(told("title,year\nIt\x92s,2001\n"), "Windows-1252?");
}

TEST_F(Encodings, canBeForced)
{
    // One word says too little to tell the encoding.
    const std::string russian = encoded("title,year\nСталкер,1979\n", "windows-1251");
    read("a.csv", russian, {.columns = {}, .encoding = "Windows-1251"});
    EXPECT_THAT(titles(), ElementsAre("Сталкер (1979)"));
    read("a.csv", russian, {.columns = {}, .encoding = "KOI8-R"});
    EXPECT_THAT(titles(), ElementsAre("яРЮКЙЕП (1979)"));
    const Status none = readPath(write("a.csv", russian), {.columns = {}, .encoding = "No-Such"});
    EXPECT_EQ(none.error().code, ErrorCode::Unsupported);
    for (const std::string_view name : encodingNames())
        EXPECT_TRUE(readPath(write("b.csv", "title\nA\n"), {.columns = {}, .encoding = std::string(name)})
                    || name.starts_with("UTF-16"))
            << name;
}

TEST_F(Encodings, aFewWrongBytesDoNotFlipTheFile)
{
    std::string text = "title,year\n";
    for (int i = 0; i < 200; ++i)
        text += fmt::format("Zoë à {},2000\n", i);
    text += "Caf\xE9 \x96 x,2001\n";
    text += encoded("Сталкер,1979\n", "windows-1251");
    read("a.csv", text);
    ASSERT_EQ(m_items.size(), 202U);
    EXPECT_EQ(m_items[7].title, "Zoë à 7");
    EXPECT_EQ(m_items[200].title, "Café – x");
    EXPECT_EQ(mended(Mending::UndecodableBytes), 2U);
    EXPECT_EQ(m_counts.mended[0].row, 201U);
    EXPECT_EQ(m_counts.mended[0].line, 202U);
    read("a.jsonl", "{\"title\":\"Zoë\"}\n{\"title\":\"Caf\xE9\"}\n{\"title\":\"Ünï\"}\n");
    EXPECT_THAT(titles(), ElementsAre("Zoë", "Café", "Ünï"));
    EXPECT_EQ(mended(Mending::UndecodableBytes), 1U);
}

TEST_F(Encodings, bytesAnEncodingDoesNotHaveLoseNoRow)
{
    std::string text = encoded(kChinese, "GBK");
    text += encoded("红高粱", "GBK") + "\xFF\xFF,1987,,,\n";
    read("a.csv", text);
    ASSERT_EQ(m_items.size(), 3U);
    EXPECT_THAT(m_items[2].title, testing::StartsWith("红高粱"));
    EXPECT_EQ(mended(Mending::UndecodableBytes), 1U);
}

TEST(EncodingDetection, strayNulsAreNoUtf16)
{
    EXPECT_EQ(detectEncoding(std::string("title,year\nA\0B,1999\nC,2000\n", 27)).name, "UTF-8");
    EXPECT_EQ(detectEncoding("").name, "UTF-8");
}

} // namespace
} // namespace tw
