// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/word_vectors.h"

#include "core/base/files.h"
#include "tests/support/search_fixture.h"

#include <cmath>

namespace {

std::vector<float> vectorOf(const tw::WordVectors& words, std::string_view word)
{
    std::vector<float> vector(words.dim());
    words.addTo(vector, words.find(word).value(), 1);
    return vector;
}

double cosine(const std::vector<float>& a, const std::vector<float>& b)
{
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t d = 0; d < a.size(); ++d) {
        ab += static_cast<double>(a[d]) * b[d];
        aa += static_cast<double>(a[d]) * a[d];
        bb += static_cast<double>(b[d]) * b[d];
    }
    return ab / std::sqrt(aa * bb);
}

TEST(WordVectors, HoldTheShippedWords)
{
    const auto words = tw::test::shippedWordVectors();
    ASSERT_TRUE(words);
    EXPECT_EQ(words->size(), 64'360U);
    EXPECT_EQ(words->dim(), 100U);
    EXPECT_EQ(words->find("the"), 0U);
    EXPECT_FALSE(words->find("qwertz"));
    EXPECT_FALSE(words->find("The")) << "words are lower case";
}

TEST(WordVectors, AreThoseOfGloVe)
{
    // "the" begins -0.038194 -0.24487 0.72812 -0.39961 in glove.6B.100d (Pennington, Socher & Manning 2014).
    const auto words = tw::test::shippedWordVectors();
    ASSERT_TRUE(words);
    const std::vector<float> the = vectorOf(*words, "the");
    EXPECT_NEAR(the[0], -0.038194, 0.02);
    EXPECT_NEAR(the[1], -0.24487, 0.02);
    EXPECT_NEAR(the[2], 0.72812, 0.02);
    EXPECT_NEAR(the[3], -0.39961, 0.02);
}

TEST(WordVectors, LieNearForRelatedWords)
{
    const auto words = tw::test::shippedWordVectors();
    ASSERT_TRUE(words);
    const auto shark = vectorOf(*words, "shark");
    EXPECT_GT(cosine(shark, vectorOf(*words, "whale")), cosine(shark, vectorOf(*words, "lawyer")) + 0.2);
}

TEST(WordVectors, ProbabilitiesFallAndSumToOne)
{
    const auto words = tw::test::shippedWordVectors();
    ASSERT_TRUE(words);
    double sum = 0;
    for (std::uint32_t rank = 0; rank < words->size(); ++rank) {
        sum += static_cast<double>(words->probability(rank));
        if (rank > 0) {
            ASSERT_LT(words->probability(rank), words->probability(rank - 1));
        }
    }
    EXPECT_NEAR(sum, 1, 1e-3);
}

TEST(WordVectors, RefusesFilesThatDoNotFit)
{
    const tw::test::TempFolder folder;
    EXPECT_EQ(tw::WordVectors::load(folder.path()).error().code, tw::ErrorCode::NotFound);
    ASSERT_TRUE(tw::writeFileAtomically(folder / "words.txt.gz", "not gzip"));
    ASSERT_TRUE(tw::writeFileAtomically(folder / "vectors-int8.bin", "12345"));
    ASSERT_TRUE(tw::writeFileAtomically(folder / "scales-f32.bin", "1234"));
    EXPECT_EQ(tw::WordVectors::load(folder.path()).error().code, tw::ErrorCode::Damaged);
}

} // namespace
