// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/resources.h"
#include "tests/support/environment.h"
#include "tests/support/temp_folder.h"

namespace tw {

using test::Environment;

TEST(Resources, ABuiltProgramFindsWhatIsShipped)
{
    const Environment none("TASTEWALK_RESOURCES", nullptr);
    EXPECT_TRUE(std::filesystem::is_regular_file(bundledCatalogue()));
    EXPECT_TRUE(std::filesystem::is_regular_file(wordVectorFolder() / "words.txt.gz"));
}

TEST(Resources, TheEnvironmentNamesAnotherFolder)
{
    const Environment named("TASTEWALK_RESOURCES", "/elsewhere");
    EXPECT_EQ(resourceFolder(), "/elsewhere");
    EXPECT_EQ(bundledCatalogue(), "/elsewhere/catalogue/films.jsonl");
}

TEST(Resources, DefaultLibraryFollowsTheBaseDirectories)
{
    const Environment home("HOME", "/home/somebody");
    {
        const Environment none("TASTEWALK_LIBRARY", nullptr);
        const Environment data("XDG_DATA_HOME", "/data");
        EXPECT_EQ(defaultLibraryFolder(), "/data/tastewalk/Films");
        const Environment cache("XDG_CACHE_HOME", nullptr);
        EXPECT_EQ(cacheFolder(), "/home/somebody/.cache/tastewalk");
        const Environment relative("XDG_DATA_HOME", "data");
        EXPECT_EQ(defaultLibraryFolder(), "/home/somebody/.local/share/tastewalk/Films");
    }
    const Environment named("TASTEWALK_LIBRARY", "/mine");
    EXPECT_EQ(defaultLibraryFolder(), "/mine");
}

} // namespace tw
