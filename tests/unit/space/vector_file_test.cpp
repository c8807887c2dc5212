// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/vector_file.h"

#include "core/base/files.h"
#include "core/simd/kernels.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_data.h"

#include <zlib.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <fstream>

namespace tw {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

template <class T>
std::string bytesOf(std::initializer_list<T> values)
{
    std::string bytes;
    for (const T value : values)
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    return bytes;
}

std::string npy(const std::string& dictionary, const std::string& numbers, char version = 1)
{
    std::string header = dictionary + std::string(64 - (dictionary.size() + 11) % 64, ' ') + "\n";
    std::string file = "\x93NUMPY" + std::string(1, version) + std::string(1, '\0');
    const auto length = static_cast<std::uint32_t>(header.size());
    file.append(reinterpret_cast<const char*>(&length), version == 1 ? 2 : 4);
    return file + header + numbers;
}

class VectorFiles : public testing::Test {
protected:
    std::filesystem::path write(const std::string& name, const std::string& content)
    {
        std::ofstream(m_folder / name, std::ios::binary) << content;
        return m_folder / name;
    }
    VectorFile read(const std::string& name, const std::string& content)
    {
        auto file = readVectorFile(write(name, content), {});
        EXPECT_TRUE(file) << errorCodeName(file.error().code) << " " << file.error().detail;
        return file.value_or(VectorFile());
    }
    Error failure(const std::string& name, const std::string& content)
    {
        const auto file = readVectorFile(write(name, content), {});
        EXPECT_FALSE(file) << name;
        return file ? Error() : file.error();
    }

    test::TempFolder m_folder;
};

TEST_F(VectorFiles, NpyOfAllNumbersOrdersAndVersions)
{
    const std::string c = "'fortran_order': False, 'shape': (2, 3), }";
    const std::string floats = bytesOf<float>({1, 2, 3, 4, -5, 6.5F});
    for (const char version : {'\1', '\2', '\3'}) {
        const VectorFile file = read("a.npy", npy("{'descr': '<f4', " + c, floats, version));
        EXPECT_EQ(file.format, VectorFormat::Npy);
        EXPECT_THAT(file.vectors.row(0), ElementsAre(1, 2, 3));
        EXPECT_THAT(file.vectors.row(1), ElementsAre(4, -5, 6.5F));
        EXPECT_TRUE(file.keys.empty());
    }
    EXPECT_THAT(read("d.npy", npy("{'descr': '<f8', " + c, bytesOf<double>({1, 2, 3, 4, -5, 6.5}))).vectors.row(1),
                ElementsAre(4, -5, 6.5F));
    // Columns one after the other.
    EXPECT_THAT(read("f.npy", npy("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }", floats)).vectors.row(0),
                ElementsAre(1, 3, -5));
    std::string swapped = floats;
    for (std::size_t i = 0; i < swapped.size(); i += 4)
        std::reverse(swapped.begin() + static_cast<std::ptrdiff_t>(i), swapped.begin() + static_cast<std::ptrdiff_t>(i) + 4);
    EXPECT_THAT(read("b.npy", npy("{'descr': '>f4', " + c, swapped)).vectors.row(1), ElementsAre(4, -5, 6.5F));
}

// IEEE 754 binary16: 1, −2, the greatest (65504), the least (2^-24), the least normal (2^-14), a third.
TEST_F(VectorFiles, HalfNumbersAreWidenedExactly)
{
    const VectorFile file = read("h.npy", npy("{'descr': '<f2', 'fortran_order': False, 'shape': (2, 4), }",
                                              bytesOf<std::uint16_t>({0x3C00, 0xC000, 0x7BFF, 0x0001, 0x0400, 0x3555,
                                                                      0x7C00, 0x7E00})));
    EXPECT_THAT(file.vectors.row(0), ElementsAre(1, -2, 65504, 0x1p-24F));
    EXPECT_EQ(file.vectors.row(1)[0], 0x1p-14F);
    EXPECT_EQ(file.vectors.row(1)[1], 0.333251953125F);
    EXPECT_TRUE(std::isinf(file.vectors.row(1)[2]));
    EXPECT_TRUE(std::isnan(file.vectors.row(1)[3]));
}

TEST_F(VectorFiles, NpyThatCannotBeReadSaysWhy)
{
    const auto told = [this](const std::string& dictionary, const std::string& numbers = std::string(24, 'x')) {
        const Error error = failure("x.npy", npy(dictionary, numbers));
        return std::pair(error.code, error.detail);
    };
    const std::string shape = "'fortran_order': False, 'shape': (2, 3), }";
    EXPECT_EQ(told("{'descr': '<i4', " + shape).first, ErrorCode::Unsupported);
    EXPECT_THAT(told("{'descr': '<i4', " + shape).second, HasSubstr("<i4"));
    EXPECT_EQ(told("{'descr': [('a', '<f4')], " + shape).first, ErrorCode::Unsupported);
    EXPECT_EQ(told("{'descr': '<f4', 'fortran_order': False, 'shape': (6,), }").first, ErrorCode::Unsupported);
    EXPECT_EQ(told("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 3), }").first, ErrorCode::InvalidArgument);
    EXPECT_EQ(told("{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775807, 9223372036854775807), }").first,
              ErrorCode::InvalidArgument);
    EXPECT_EQ(told("{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000, 10), }").first,
              ErrorCode::FormatBroken) << "memory is not taken for what is not there";
    EXPECT_EQ(told("{'descr': '<f4', " + shape, "short").first, ErrorCode::FormatBroken);
    EXPECT_EQ(told("nonsense").first, ErrorCode::FormatBroken);
    EXPECT_EQ(failure("cut.npy", "\x93NUMPY\x01").code, ErrorCode::FormatBroken);
    EXPECT_EQ(readVectorFile(m_folder / "none.npy", {}).error().code, ErrorCode::NotFound);
}

TEST_F(VectorFiles, VecsOfFloatsBytesAndIntegers)
{
    std::string fvecs;
    std::string bvecs;
    std::string ivecs;
    for (const int row : {0, 1, 2}) {
        const std::string dim = bytesOf<std::int32_t>({2});
        fvecs += dim + bytesOf<float>({static_cast<float>(row) + 0.5F, -1});
        bvecs += dim + bytesOf<std::uint8_t>({static_cast<std::uint8_t>(row), 200});
        ivecs += dim + bytesOf<std::int32_t>({row, -7});
    }
    EXPECT_THAT(read("a.fvecs", fvecs).vectors.row(2), ElementsAre(2.5F, -1));
    EXPECT_THAT(read("a.BVECS", bvecs).vectors.row(1), ElementsAre(1, 200));
    EXPECT_THAT(read("a.ivecs", ivecs).vectors.row(0), ElementsAre(0, -7));
    std::string uneven = fvecs;
    uneven[12] = 1;
    const Error error = failure("b.fvecs", uneven);
    EXPECT_EQ(error.code, ErrorCode::DimensionMismatch);
    EXPECT_EQ(error.row, 2U);
    EXPECT_EQ(failure("c.fvecs", fvecs.substr(0, fvecs.size() - 1)).code, ErrorCode::FormatBroken);
    EXPECT_EQ(failure("d.fvecs", bytesOf<std::int32_t>({-1, 0})).code, ErrorCode::FormatBroken);
    EXPECT_EQ(failure("e.fvecs", "").code, ErrorCode::InvalidArgument);
}

TEST_F(VectorFiles, TablesWithAndWithoutHeaderAndKeys)
{
    const VectorFile plain = read("p.csv", "0.5,1,-2\r\n\r\n3e-1,4,+5\n");
    EXPECT_EQ(plain.format, VectorFormat::Table);
    EXPECT_THAT(plain.vectors.row(1), ElementsAre(0.3F, 4, 5));
    EXPECT_TRUE(plain.keys.empty());

    const VectorFile keyed = read("k.tsv", "\xEF\xBB\xBFtitle\td0\td1\nAlien, the \"5\" first\t1\t2\n[REC]\t3\t4\n");
    EXPECT_THAT(keyed.keys, ElementsAre("Alien, the \"5\" first", "[REC]"));
    EXPECT_EQ(keyed.keyColumn, "title");
    EXPECT_THAT(keyed.vectors.row(1), ElementsAre(3, 4));

    EXPECT_THAT(read("n.csv", "tt0001,1,2\ntt0002,3,4\n").keys, ElementsAre("tt0001", "tt0002"));
    EXPECT_THAT(read("b.txt", "word 1 2\nother   3 4\n").keys, ElementsAre("word", "other"));
    EXPECT_THAT(read("s.csv", "1;2\n3;4").vectors.row(1), ElementsAre(3, 4));
}

TEST_F(VectorFiles, TablesWithOtherColumnsBesideTheVector)
{
    const VectorFile named =
        read("a.csv", "id,title,year,votes,emb_0,emb_1,emb_2\n11,Up,2009,5,1,2,3\n12,\"Say \"\"Hi\"\"\",2010,6,4,5,6\n");
    EXPECT_EQ(named.keyColumn, "id");
    EXPECT_THAT(named.keys, ElementsAre("11", "12"));
    EXPECT_THAT(named.vectors.row(1), ElementsAre(4, 5, 6));

    const VectorFile titled = read("t.csv", "title,year,x,y\nUp,2009,1,2\n\"Say \"\"Hi\"\"\",2010.0,3,4\n");
    EXPECT_THAT(titled.keys, ElementsAre("Up (2009)", "Say \"Hi\" (2010)"));
    EXPECT_THAT(titled.vectors.row(0), ElementsAre(1, 2));

    const VectorFile list = read("l.csv", "id,embedding\n7,\"[0.5, 1.5,\n -2]\"\n8,\"[1 2 3]\"\n");
    EXPECT_THAT(list.keys, ElementsAre("7", "8"));
    EXPECT_THAT(list.vectors.row(0), ElementsAre(0.5F, 1.5F, -2));
    EXPECT_THAT(list.vectors.row(1), ElementsAre(1, 2, 3));

    // As a table of pandas is saved: columns that count, rows that are counted.
    EXPECT_THAT(read("pandas.csv", ",0,1,2,3\n0,5,6,7,8\n1,7,8,9,10\n").vectors.row(1), ElementsAre(7, 8, 9, 10));
    EXPECT_THAT(read("counted.csv", "0,1,2,3\n5,6,7,8\n").vectors.row(0), ElementsAre(5, 6, 7, 8));
}

TEST_F(VectorFiles, NumbersThatAreNoneAreKeptForTheCallerToName)
{
    const VectorFile file = read("n.csv", "1,2\nnan,\n1e99,-1e99\n1e-99,0\n");
    EXPECT_TRUE(std::isnan(file.vectors.row(1)[0]) && std::isnan(file.vectors.row(1)[1]));
    EXPECT_TRUE(std::isinf(file.vectors.row(2)[0]) && std::isinf(file.vectors.row(2)[1]));
    EXPECT_EQ(file.vectors.row(3)[0], 0.0F);
}

TEST_F(VectorFiles, TablesThatCannotBeReadSayWhere)
{
    const Error longer = failure("a.csv", "x,y\n1,2\n1,2,3\n");
    EXPECT_EQ(longer.code, ErrorCode::DimensionMismatch);
    EXPECT_EQ(longer.row, 2U);
    const Error word = failure("b.csv", "1,2\n1,2\n3,four\n");
    EXPECT_EQ(word.code, ErrorCode::FormatBroken);
    EXPECT_EQ(word.row, 3U);
    EXPECT_THAT(word.detail, HasSubstr("four"));
    EXPECT_EQ(failure("c.csv", "a,b\nc,d\n").code, ErrorCode::FormatUnknown);
    EXPECT_EQ(failure("d.csv", "a,b\n").code, ErrorCode::InvalidArgument);
    EXPECT_EQ(failure("e.csv", "").code, ErrorCode::InvalidArgument);
    EXPECT_EQ(failure("f.csv", "1,\"2\n3,4\n").code, ErrorCode::FormatBroken);
    EXPECT_EQ(failure("g.bin", std::string("\0\1\2\3PNG", 7)).code, ErrorCode::FormatUnknown);
    const Error uneven = failure("h.csv", "id,v\n1,\"[1,2]\"\n2,\"[1,2,3]\"\n");
    EXPECT_EQ(uneven.code, ErrorCode::DimensionMismatch);
    EXPECT_EQ(uneven.row, 2U);
}

TEST_F(VectorFiles, PackedTables)
{
    const std::filesystem::path path = m_folder / "a.csv.gz";
    const gzFile file = ::gzopen(path.c_str(), "wb");
    ::gzputs(file, "1,2\n3,4\n");
    ::gzclose(file);
    EXPECT_THAT(readVectorFile(path, {})->vectors.row(1), ElementsAre(3, 4));
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 6);
    EXPECT_EQ(readVectorFile(path, {}).error().code, ErrorCode::FormatBroken);
}

TEST_F(VectorFiles, CancellingEndsReading)
{
    std::stop_source stop;
    stop.request_stop();
    std::string table;
    for (int row = 0; row < 2000; ++row)
        table += "1,2\n";
    const auto file = readVectorFile(write("a.csv", table), {stop.get_token(), nullptr});
    EXPECT_EQ(file.error().code, ErrorCode::Cancelled);
}

// Every beginning of a file and a flip of every byte of its start: an error or numbers, nothing worse.
TEST_F(VectorFiles, FaultyFilesDoNoHarm)
{
    const std::string good[] = {
        npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }", std::string(48, 'a')),
        "id,embedding\n7,\"[0.5, 1.5, -2]\"\n8,\"[1, 2, 3]\"\n",
        bytesOf<std::int32_t>({2}) + bytesOf<float>({1, 2}) + bytesOf<std::int32_t>({2}) + bytesOf<float>({1, 2}),
    };
    const char* names[] = {"m.npy", "m.csv", "m.fvecs"};
    for (std::size_t which = 0; which < 3; ++which) {
        for (std::size_t at = 0; at < good[which].size(); ++at) {
            for (const int bit : {0, 3, 6, 7, 8}) {
                std::string bad = bit == 8 ? good[which].substr(0, at) : good[which];
                if (bit < 8)
                    bad[at] = static_cast<char>(bad[at] ^ (1 << bit));
                const auto file = readVectorFile(write(names[which], bad), {});
                EXPECT_TRUE(!file || file->vectors.rows() * file->vectors.cols() < 1000U);
            }
        }
    }
}

TEST_F(VectorFiles, RealOnes)
{
    TW_REQUIRE_TEST_DATA(folder, "embeddings");
    struct Real {
        const char* name;
        std::size_t rows;
        std::size_t dim;
        bool unit;
    };
    for (const Real& real : {Real{"minilm-tmdb-1000/movie_embeddings.npy", 1000, 384, true},
                             Real{"minilm-tmdb-2112/title_embeddings.npy", 2112, 384, true},
                             Real{"mf50-ml-latest-small/movie_embeddings.npy", 9724, 50, false},
                             Real{"openai3small-tags-308/movie_embeddings.npy", 308, 1536, true},
                             Real{"openai3small-netflix-101/netflix_titles_embedding.csv.gz", 101, 1536, true},
                             Real{"multilingual-minilm-kinopoisk-745/movie_embeddings.npy", 745, 384, false}}) {
        const auto file = readVectorFile(folder / real.name, {});
        ASSERT_TRUE(file) << real.name << " " << file.error().detail;
        EXPECT_EQ(file->vectors.rows(), real.rows);
        EXPECT_EQ(file->vectors.cols(), real.dim);
        for (std::size_t row = 0; row < file->vectors.rows() && real.unit; ++row)
            EXPECT_NEAR(simd::squaredNorm(file->vectors.row(row)), 1.0F, 1e-3F) << real.name << " " << row;
    }
    EXPECT_EQ(readVectorFile(folder / "openai3small-netflix-101/netflix_titles_embedding.csv.gz", {})->keys.back(), "101");
}

} // namespace
} // namespace tw
