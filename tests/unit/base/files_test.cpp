// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "tests/support/temp_folder.h"

#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

namespace tw {
namespace {

using test::TempFolder;

std::size_t fileCount(const std::filesystem::path& folder)
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

std::string filler(std::size_t size)
{
    std::string text(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        text[i] = static_cast<char>(i * 31 % 251);
    return text;
}

/// Lets files grow to `bytes` only, which fails writes just as a full disk does.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_old);
        const rlimit limited{bytes, m_old.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, m_oldHandler);
    }

private:
    rlimit m_old{};
    void (*m_oldHandler)(int) = nullptr;
};

TEST(Files, writtenContentReadsBack)
{
    const TempFolder folder;
    for (const std::string& content : {std::string(), std::string("a\0b", 3), filler(3'000'000)}) {
        ASSERT_TRUE(writeFileAtomically(folder / "file", content));
        EXPECT_EQ(readFile(folder / "file").value(), content);
    }
    EXPECT_EQ(fileCount(folder.path()), 1U);
}

TEST(Files, missingFileIsNotFound)
{
    const TempFolder folder;
    EXPECT_EQ(readFile(folder / "none").error().code, ErrorCode::NotFound);
    EXPECT_EQ(MappedFile::open(folder / "none").error().code, ErrorCode::NotFound);
    EXPECT_EQ(readFile(folder.path()).error().code, ErrorCode::FileUnreadable);
}

TEST(Files, fullDiskLeavesTheOldFileAndNoOther)
{
    const TempFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "file", "old"));
    Status status;
    {
        const FileSizeLimit limit(100'000);
        status = writeFileAtomically(folder / "file", filler(200'000));
    }
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::FileUnwritable);
    EXPECT_EQ(readFile(folder / "file").value(), "old");
    EXPECT_EQ(fileCount(folder.path()), 1U);
}

TEST(Files, targetThatCannotBeReplacedLeavesNoTemporaryFile)
{
    const TempFolder folder;
    std::filesystem::create_directory(folder / "taken");
    const Status status = writeFileAtomically(folder / "taken", "text");
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::FileUnwritable);
    EXPECT_EQ(fileCount(folder.path()), 1U);
    EXPECT_EQ(writeFileAtomically(folder / "no/such/file", "text").error().code, ErrorCode::FileUnwritable);
}

TEST(Files, whatKilledWritersLeftIsRemovedAndWhatIsBeingWrittenStays)
{
    const TempFolder folder;
    const auto put = [&folder](const char* name) { ASSERT_TRUE(writeFileAtomically(folder / name, "half")); };
    put(".list.csv.123-0.tmp");
    put(".list.csv.123-1.tmp");
    put(".other.csv.123-0.tmp");
    put(".list.csv.note.tmp");
    const int writer = ::open((folder / ".list.csv.123-1.tmp").c_str(), O_WRONLY);
    ASSERT_EQ(::flock(writer, LOCK_EX), 0);

    ASSERT_TRUE(writeFileAtomically(folder / "list.csv", "whole"));
    EXPECT_FALSE(std::filesystem::exists(folder / ".list.csv.123-0.tmp"));
    EXPECT_TRUE(std::filesystem::exists(folder / ".list.csv.123-1.tmp")) << "it is still being written";
    EXPECT_TRUE(std::filesystem::exists(folder / ".other.csv.123-0.tmp")) << "not ours: it may be anybody's";
    EXPECT_TRUE(std::filesystem::exists(folder / ".list.csv.note.tmp")) << "no name that we make";
    removeTemporaryFiles(folder.path());
    EXPECT_FALSE(std::filesystem::exists(folder / ".other.csv.123-0.tmp"));
    EXPECT_TRUE(std::filesystem::exists(folder / ".list.csv.123-1.tmp"));
    ::close(writer);
    removeTemporaryFiles(folder.path());
    EXPECT_EQ(fileCount(folder.path()), 2U);
}

TEST(Files, theLongestNamesCanBeWritten)
{
    const TempFolder folder;
    const std::string name(255, 'n');
    ASSERT_TRUE(writeFileAtomically(folder / name, "text"));
    EXPECT_EQ(readFile(folder / name).value(), "text");
}

TEST(Files, aFileThatMayNotBeWrittenIsNotReplaced)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may write everything";
    const TempFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "file", "old"));
    ::chmod((folder / "file").c_str(), 0444);
    EXPECT_EQ(writeFileAtomically(folder / "file", "new").error().code, ErrorCode::FileUnwritable);
    EXPECT_EQ(readFile(folder / "file").value(), "old");
}

TEST(Files, devicesAndPipesAreWrittenIntoAndNeverReplaced)
{
    const TempFolder folder;
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    const int reader = ::open((folder / "pipe").c_str(), O_RDONLY | O_NONBLOCK);
    ASSERT_TRUE(writeFileAtomically(folder / "pipe", "text"));
    std::array<char, 16> got{};
    EXPECT_EQ(::read(reader, got.data(), got.size()), 4);
    ::close(reader);
    EXPECT_TRUE(std::filesystem::is_fifo(folder / "pipe"));
    const Status full = writeFileAtomically("/dev/full", "text");
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().code, ErrorCode::FileUnwritable);
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/full"));
}

TEST(Files, replacingKeepsPermissionsAndLinks)
{
    const TempFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "real", "old"));
    ::chmod((folder / "real").c_str(), 0640);
    std::filesystem::create_symlink("real", folder / "link");
    ASSERT_TRUE(writeFileAtomically(folder / "link", "new"));
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link"));
    EXPECT_EQ(readFile(folder / "real").value(), "new");
    EXPECT_EQ(static_cast<int>(std::filesystem::status(folder / "real").permissions()), 0640);
}

TEST(Files, mappedFileKeepsItsContentAfterReplacement)
{
    const TempFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "file", "old content"));
    const auto mapped = MappedFile::open(folder / "file").value();
    ASSERT_TRUE(writeFileAtomically(folder / "file", "new"));
    const auto bytes = mapped->bytes();
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()), "old content");
}

class Envelope : public testing::Test {
protected:
    const TempFolder m_folder;
    const std::filesystem::path m_path = m_folder / "file";
    const EnvelopeKind m_kind{"tw-test", 2};

    void write(std::string_view payload)
    {
        ASSERT_TRUE(writeEnvelope(m_path, m_kind, std::as_bytes(std::span(payload.data(), payload.size()))));
    }
};

TEST_F(Envelope, payloadComesBackAligned)
{
    for (const std::string& payload : {std::string(), std::string("x"), filler(100'001)}) {
        write(payload);
        const auto opened = openEnvelope(m_path, m_kind);
        ASSERT_TRUE(opened) << opened.error().detail;
        EXPECT_EQ(std::string(reinterpret_cast<const char*>(opened->bytes.data()), opened->bytes.size()), payload);
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(opened->bytes.data()) % 64, 0U);
    }
}

TEST_F(Envelope, everyFlippedBitIsNoticed)
{
    write("payload of some length");
    const std::string good = readFile(m_path).value();
    // The last 8 header bytes are reserved and not looked at.
    for (std::size_t i = 0; i < good.size(); ++i) {
        if (i >= 56 && i < 64)
            continue;
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ (1 << (i % 8)));
        ASSERT_TRUE(writeFileAtomically(m_path, bad));
        const auto opened = openEnvelope(m_path, m_kind);
        ASSERT_FALSE(opened) << "byte " << i;
        EXPECT_EQ(opened.error().code, ErrorCode::Damaged) << "byte " << i;
    }
}

TEST_F(Envelope, cutAndLengthenedFilesAreDamaged)
{
    write("payload");
    const std::string good = readFile(m_path).value();
    for (std::size_t size = 0; size < good.size(); ++size) {
        ASSERT_TRUE(writeFileAtomically(m_path, good.substr(0, size)));
        EXPECT_EQ(openEnvelope(m_path, m_kind).error().code, ErrorCode::Damaged) << size;
    }
    ASSERT_TRUE(writeFileAtomically(m_path, good + "x"));
    EXPECT_EQ(openEnvelope(m_path, m_kind).error().code, ErrorCode::Damaged);
}

TEST_F(Envelope, kindAndVersionMustFit)
{
    write("payload");
    EXPECT_EQ(openEnvelope(m_path, {"tw-other", 2}).error().code, ErrorCode::Damaged);
    EXPECT_EQ(openEnvelope(m_path, {"tw-test", 1}).error().code, ErrorCode::VersionTooNew);
    EXPECT_EQ(openEnvelope(m_path, {"tw-test", 3}).error().code, ErrorCode::Damaged);
    EXPECT_EQ(openEnvelope(m_folder / "none", m_kind).error().code, ErrorCode::NotFound);
}

TEST(FileLock, secondHolderIsToldWhoHasIt)
{
    const TempFolder folder;
    auto first = FileLock::acquire(folder / "lock", "import, process 7");
    ASSERT_TRUE(first);
    const auto second = FileLock::acquire(folder / "lock", "other");
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::LibraryBusy);
    EXPECT_EQ(second.error().detail, "import, process 7");
    {
        const FileLock moved = std::move(*first);
        EXPECT_FALSE(FileLock::acquire(folder / "lock", "other"));
    }
    EXPECT_TRUE(FileLock::acquire(folder / "lock", "other"));
}

} // namespace
} // namespace tw
