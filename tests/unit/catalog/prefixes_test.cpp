// SPDX-License-Identifier: GPL-3.0-or-later
// A file that breaks off anywhere: no crash, and nothing that is not in the whole file, but for its last record.
#include "tests/unit/catalog/catalogue_reading.h"

#include <zlib.h>

namespace tw {
namespace {

class Prefixes : public test::CatalogueReading {
protected:
    void expectEveryPrefixIsPart(const std::string& name, const std::string& whole)
    {
        read(name, whole);
        std::vector<std::string> all;
        for (const Item& item : m_items)
            all.push_back(test::inOneLine(item));
        ASSERT_EQ(all.size(), 3U);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const Status status = readPath(write(name, std::string_view(whole).substr(0, size)));
            const std::size_t count = status ? m_items.size() : 0;
            ASSERT_LE(count, all.size());
            for (std::size_t i = 0; i + 1 < count; ++i)
                ASSERT_EQ(test::inOneLine(m_items[i]), all[i]) << name << " cut at " << size;
        }
    }
};

const std::string kCsv = "title,year,plot\nA,1999,\"one, \"\"two\"\"\nthree\"\nB,2000,\nЖ,2001,\"x\"\n";
const std::string kArray = R"([{"title":"A","year":1999,"cast":["a","b"]},{"title":"B","plot":"x \" ] }"},
 {"title":"C","genres":[{"id":1,"name":"g"}]}])";

TEST_F(Prefixes, ofCells)
{
    expectEveryPrefixIsPart("a.csv", kCsv);
    expectEveryPrefixIsPart("a.tsv", "title\tyear\nA\t1999\nB\t2000\nC\t2001\n");
    expectEveryPrefixIsPart("movies.dat", "1::A (1995)::Drama|War\n2::B (1996)::War\n3::C (1997)::War\n");
}

TEST_F(Prefixes, ofJson)
{
    expectEveryPrefixIsPart("a.json", kArray);
    expectEveryPrefixIsPart("a.json", R"({"page":1,"results":)" + kArray + R"(,"total":3})");
    expectEveryPrefixIsPart("a.jsonl", "{\"title\":\"A\"}\n{\"title\":\"B\",\"year\":1999}\n{\"title\":\"C\"}\n");
    expectEveryPrefixIsPart("a.json", "{\n \"title\": \"A\"\n}\n{\n \"title\": \"B\"\n}\n{\n \"title\": \"C\"\n}\n");
    expectEveryPrefixIsPart("a.json", R"({"x":{"title":"A"},"y":{"title":"B"},"z":{"title":"C"}})");
}

TEST_F(Prefixes, ofGzip)
{
    const auto path = m_folder / "whole.gz";
    gzFile file = ::gzopen(path.c_str(), "wb");
    EXPECT_EQ(::gzwrite(file, kCsv.data(), static_cast<unsigned>(kCsv.size())), static_cast<int>(kCsv.size()));
    ::gzclose(file);
    expectEveryPrefixIsPart("a.csv.gz", readFile(path).value());
}

} // namespace
} // namespace tw
