// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/base/random.h"

#include <set>

namespace tw {
namespace {

TEST(Hash, equalsPublishedValues)
{
    // xxHash's own sanity values for the empty input and seed 0 (xxhsum's XSUM_XXH3 and XXH128 tables).
    EXPECT_EQ(hash64(""), 0x2D06800538D394C2U);
    EXPECT_EQ(hash128Hex(std::string_view()), "99aa06d3014798d86001c324468d497f");
}

TEST(Hash, dependsOnEveryByteAndTheSeed)
{
    EXPECT_NE(hash64("abc"), hash64("abd"));
    EXPECT_NE(hash64("abc"), hash64("abc", 1));
    EXPECT_EQ(hash128Hex(std::string_view("abc")).size(), 32U);
    EXPECT_NE(hash128Hex(std::string_view("abc")), hash128Hex(std::string_view("ab")));
}

TEST(Random, equalsTheReferenceSequence)
{
    // The state that splitmix64 makes of 0, and the first outputs of xoshiro256** from it, computed from the
    // authors' C code (prng.di.unimi.it) in another language.
    Random random(0);
    EXPECT_EQ(random.next(), 11091344671253066420U);
    EXPECT_EQ(random.next(), 13793997310169335082U);
    EXPECT_EQ(random.next(), 1900383378846508768U);
    EXPECT_EQ(random.next(), 7684712102626143532U);
}

TEST(Random, stayWithinTheirBounds)
{
    Random random(7);
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 10'000; ++i) {
        const double u = random.uniform();
        ASSERT_TRUE(u >= 0 && u < 1);
        const std::uint64_t v = random.below(7);
        ASSERT_LT(v, 7U);
        seen.insert(v);
    }
    EXPECT_EQ(seen.size(), 7U);
    EXPECT_EQ(random.below(1), 0U);
}

TEST(Random, normalsHaveMeanZeroAndDeviationOne)
{
    Random random(42);
    constexpr int kCount = 200'000;
    double sum = 0;
    double squares = 0;
    int beyondTwo = 0;
    for (int i = 0; i < kCount; ++i) {
        const double x = random.normal();
        sum += x;
        squares += x * x;
        beyondTwo += std::abs(x) > 2;
    }
    // Five standard errors of each estimate.
    EXPECT_NEAR(sum / kCount, 0, 5 / std::sqrt(kCount));
    EXPECT_NEAR(squares / kCount, 1, 5 * std::sqrt(2.0 / kCount));
    EXPECT_NEAR(beyondTwo / double{kCount}, 0.0455, 5 * std::sqrt(0.0455 / kCount));
}

TEST(Random, seedsForPeopleAreShort)
{
    for (int i = 0; i < 200; ++i) {
        const std::uint64_t seed = randomSeed();
        EXPECT_TRUE(seed >= 1 && seed <= 9999);
    }
}

} // namespace
} // namespace tw
