// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/latent_semantics.h"

#include "core/base/bytes.h"
#include "core/simd/kernels.h"

namespace {

/// Texts about the sea and about courts; "ship" and "boat" never stand together, but beside the same words.
std::vector<std::string_view> texts()
{
    return {"The ship sails over the sea with its sailors.", "Sailors on a boat cross the sea in a storm.",
            "The captain of the ship fears the storm at sea.", "A boat is lost and its captain saves the sailors.",
            "The lawyer defends his client before the judge.", "A judge doubts the witness in the trial.",
            "The trial of a client whom the jury finds guilty.", "A witness lies, and the lawyer tells the jury."};
}

float cosine(std::vector<float> a, std::vector<float> b)
{
    tw::simd::normalise(a);
    tw::simd::normalise(b);
    return tw::simd::dot(a, b);
}

TEST(LatentSemantics, WordsOfOneKindAreNearThoughTheyNeverStandTogether)
{
    const auto model = tw::LatentSemantics::fit(texts(), 2, {});
    ASSERT_TRUE(model);
    EXPECT_EQ((*model)->dim(), 2U);
    EXPECT_GT(cosine((*model)->embed("ship"), (*model)->embed("boat")), 0.8F);
    EXPECT_LT(cosine((*model)->embed("ship"), (*model)->embed("lawyer")), 0.5F);
    EXPECT_TRUE((*model)->embed("xyzzy").empty());
    EXPECT_TRUE((*model)->embed("").empty());
}

TEST(LatentSemantics, FullRankKeepsTheCosinesOfTheTexts)
{
    // With as many dimensions as texts nothing is lost: orthogonal texts stay so (Deerwester et al. 1990, section 4).
    const auto model = tw::LatentSemantics::fit(texts(), 8, {});
    ASSERT_TRUE(model);
    EXPECT_NEAR(cosine((*model)->embed(texts()[0]), (*model)->embed(texts()[4])), 0, 1e-3);
    EXPECT_NEAR(cosine((*model)->embed(texts()[0]), (*model)->embed(texts()[0])), 1, 1e-3);
}

TEST(LatentSemantics, IsReadBackAndRepeats)
{
    const auto model = tw::LatentSemantics::fit(texts(), 4, {});
    const auto again = tw::LatentSemantics::fit(texts(), 4, {});
    ASSERT_TRUE(model && again);
    EXPECT_EQ((*model)->embed(texts()[1]), (*again)->embed(texts()[1]));
    tw::ByteWriter writer;
    (*model)->write(writer);
    tw::ByteReader reader(writer.bytes());
    const auto read = tw::LatentSemantics::read(reader);
    ASSERT_TRUE(read && reader.finished());
    EXPECT_GT(cosine(read->embed(texts()[1]), (*model)->embed(texts()[1])), 0.999F);
    tw::ByteReader half(writer.bytes().first(writer.bytes().size() / 2));
    EXPECT_EQ(tw::LatentSemantics::read(half), nullptr);
}

TEST(LatentSemantics, TextsWithoutCommonWordsGiveNone)
{
    const std::vector<std::string_view> apart{"one two", "three four"};
    EXPECT_EQ(tw::LatentSemantics::fit(apart, 4, {}).error().code, tw::ErrorCode::EmptyText);
}

} // namespace
