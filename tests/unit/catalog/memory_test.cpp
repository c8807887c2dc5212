// SPDX-License-Identifier: GPL-3.0-or-later
// Files of any size need little memory: each is read in a child whose peak the system tells.
#include "core/catalog/catalog_files.h"
#include "core/catalog/catalog_preview.h"
#include "tests/support/temp_folder.h"

#include <zlib.h>

#include <fstream>

#include <sys/wait.h>
#include <unistd.h>

namespace tw {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
constexpr bool kSanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool kSanitized = false;
#endif
constexpr std::uint64_t kMiB = 1U << 20;
constexpr std::uint64_t kMostMiB = 100;

std::uint64_t statusKiB(const std::string& name)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name + ":"))
            return std::stoull(line.substr(name.size() + 1));
    return 0;
}

/// MiB that reading the file needs at most, beyond what the process has; reads and previews it, items thrown away.
std::uint64_t peakMiB(const std::filesystem::path& path)
{
    int channel[2];
    EXPECT_EQ(::pipe(channel), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const std::uint64_t before = statusKiB("VmRSS");
        const std::vector<std::filesystem::path> files = {path};
        (void)readCatalogFiles(catalogFiles(files), [](Item&&) -> Status { return {}; }, {});
        (void)previewCatalogFile(path, {}, {});
        const std::uint64_t peak = statusKiB("VmHWM") - before;
        (void)!::write(channel[1], &peak, sizeof peak);
        ::_exit(0);
    }
    ::close(channel[1]);
    std::uint64_t peak = 0;
    EXPECT_EQ(::read(channel[0], &peak, sizeof peak), static_cast<ssize_t>(sizeof peak)) << "the child died";
    ::close(channel[0]);
    ::waitpid(child, nullptr, 0);
    return peak / 1024;
}

class Memory : public testing::Test {
protected:
    void SetUp() override
    {
        if (kSanitized)
            GTEST_SKIP() << "sanitizers need memory of their own";
    }
    /// `before`, then `piece` until the file has its size, then `after`.
    std::filesystem::path write(const std::string& name, const std::string& before, std::string_view piece, const std::string& after)
    {
        std::string block;
        while (block.size() < kMiB)
            block += piece;
        std::ofstream out(m_folder / name, std::ios::binary);
        out << before;
        for (std::uint64_t written = 0; written < m_size; written += block.size())
            out << block;
        out << after;
        return m_folder / name;
    }
    void expectFlat(const std::filesystem::path& path)
    {
        const std::uint64_t peak = peakMiB(path);
        EXPECT_LT(peak, kMostMiB) << path.filename();
        RecordProperty(path.filename().string(), std::to_string(peak) + " MiB");
        std::filesystem::remove(path);
    }

    const std::uint64_t m_size = std::getenv("TASTEWALK_DEEP") ? 1024 * kMiB : 64 * kMiB;
    const test::TempFolder m_folder;
};

TEST_F(Memory, oneField)
{
    expectFlat(write("quoted.csv", "title,plot\nA,\"", "word ", "\"\nB,x\n"));
    expectFlat(write("lines.csv", "title,plot\nA,\"", "word\n", "\"\nB,x\n"));
    expectFlat(write("long.csv", "title,plot\nA,", "word", "\nB,x\n"));
    expectFlat(write("long.json", "[{\"title\":\"", "word ", "\"},{\"title\":\"B\"}]"));
    expectFlat(write("long.jsonl", "{\"title\":\"A\"}\n{\"title\":\"", "word ", "\"}\n{\"title\":\"B\"}\n"));
}

TEST_F(Memory, oneLineAndManyRecords)
{
    expectFlat(write("line.json", "[{\"title\":\"A\"}", ",{\"title\":\"The same again\",\"year\":1999}", "]"));
    expectFlat(write("object.json", "{\"x\":[1],\"films\":[{\"title\":\"A\"}", ",{\"title\":\"The same again\"}", "]}"));
    expectFlat(write("rows.csv", "title,year\n", "The same again,1999\n", ""));
    expectFlat(write("cells.csv", "title\n", "x,", "\n"));
    expectFlat(write("brackets.json", "[{\"title\":", "[", ""));
    expectFlat(write("header.csv", "title", "x", "\nA\n"));
    expectFlat(write("wide.csv", std::string("\xFF\xFEt\0i\0t\0l\0e\0\n\0", 14), std::string_view("x\0", 2), ""));
}

TEST_F(Memory, packedZerosAndBlanks)
{
    for (const char filler : {'\0', ' ', 'x'}) {
        const auto path = m_folder / "bomb.csv.gz";
        gzFile file = ::gzopen(path.c_str(), "wb");
        const std::string block(kMiB, filler);
        ::gzputs(file, "title,plot\nA,");
        for (std::uint64_t i = 0; i < m_size / kMiB; ++i)
            ::gzwrite(file, block.data(), static_cast<unsigned>(block.size()));
        ::gzclose(file);
        expectFlat(path);
    }
}

} // namespace
} // namespace tw
