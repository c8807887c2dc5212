// SPDX-License-Identifier: GPL-3.0-or-later
// `index export` of the built program.
#include "core/index/faiss_file.h"
#include "tests/cli/tool.h"
#include "tests/support/mutants.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tw::test {
namespace {

using ::testing::StartsWith;

TEST(IndexFilesCli, TheIndexOfASpaceIsWrittenForFaiss)
{
    const TempFolder folder;
    const auto library = folder / "films";
    const std::string file = (folder / "films.faiss").string();
    ASSERT_EQ(runTool(library, {"new"}).exitCode, 0);
    const auto exported = [&](const char* letters) {
        const ToolRun done = runTool(library, {"index", "export", file, "--json"});
        EXPECT_EQ(done.exitCode, 0) << done.err;
        EXPECT_THAT(FolderImage::read(file), StartsWith(letters));
        return done.json();
    };
    const Json flat = exported("IxFI");
    EXPECT_EQ(flat["kind"].asString(), "exact");
    EXPECT_EQ(flat["out"].asString(), file);
    const auto reader = std::filesystem::path(TW_TOOL).parent_path() / "tastewalk-faiss-reader";
    const auto back = readFaissFile(file, reader, {});
    ASSERT_TRUE(back.has_value()) << back.error().detail;
    EXPECT_EQ(static_cast<std::int64_t>(back->vectors.rows()), flat["rows"].asInteger());

    ASSERT_EQ(runTool(library, {"index", "--kind", "hnsw"}).exitCode, 0);
    EXPECT_EQ(exported("IHNf")["kind"].asString(), "hnsw");
    EXPECT_EQ(runTool(library, {"index", "export", "/dev/full"}).exitCode, 1);
    EXPECT_EQ(runTool(library, {"index", "export"}).exitCode, 2);
}

} // namespace
} // namespace tw::test
