// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/taste/noise.h"
#include "core/taste/taste_event.h"
#include "core/taste/taste_history.h"

namespace tw {

TEST(TasteEventNames, ActsReadBackAsWritten)
{
    for (const Act act : {Act::Liked, Act::Disliked, Act::Hidden, Act::Removed, Act::Undone})
        EXPECT_EQ(actFromName(actName(act)), act);
    EXPECT_EQ(actName(Act::Removed), "removed");
    EXPECT_FALSE(actFromName("loved"));
}

TEST(TasteEventNames, SourcesReadBackAsWritten)
{
    for (int i = 0; i <= static_cast<int>(Source::Starter); ++i)
        EXPECT_EQ(sourceFromName(sourceName(static_cast<Source>(i))), static_cast<Source>(i));
    EXPECT_EQ(sourceName(Source::CommandLine), "command-line");
    EXPECT_FALSE(sourceFromName(""));
}

TEST(TasteEventNames, StatesAndNoiseKinds)
{
    EXPECT_EQ(itemStateName(ItemState::None), "none");
    EXPECT_EQ(itemStateName(ItemState::Hidden), "hidden");
    for (int i = 0; i <= static_cast<int>(NoiseKind::ArticleBuckets); ++i)
        EXPECT_EQ(noiseKindFromName(noiseKindName(static_cast<NoiseKind>(i))), static_cast<NoiseKind>(i));
    EXPECT_EQ(noiseKindName(NoiseKind::ArticleNoise), "article-noise");
    EXPECT_FALSE(noiseKindFromName("white"));
}

} // namespace tw
