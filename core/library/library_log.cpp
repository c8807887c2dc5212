// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bad_files.h"
#include "core/base/files.h"
#include "core/library/library_schema.h"

#include <chrono>
#include <thread>

namespace tw {

namespace {

// The log's layout: https://www.sqlite.org/fileformat2.html, section 4. Numbers are big-endian.
constexpr std::size_t kHeaderSize = 32;
constexpr std::size_t kFrameHeaderSize = 24;
constexpr std::uint32_t kMagic = 0x377f0682; ///< The last bit tells in which byte order checksums are computed.

std::uint32_t bigEndian(const char* bytes)
{
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i)
        value = value << 8U | static_cast<unsigned char>(bytes[i]);
    return value;
}

struct Sums {
    std::uint32_t first = 0;
    std::uint32_t second = 0;

    void add(std::string_view bytes, bool bigEndianWords)
    {
        for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
            first += word(bytes.data() + at, bigEndianWords) + second;
            second += word(bytes.data() + at + 4, bigEndianWords) + first;
        }
    }
    bool isAt(const char* bytes) const { return first == bigEndian(bytes) && second == bigEndian(bytes + 4); }

private:
    static std::uint32_t word(const char* bytes, bool isBigEndian)
    {
        const std::uint32_t value = bigEndian(bytes);
        return isBigEndian ? value : __builtin_bswap32(value);
    }
};

enum class LogState {
    Sound,     ///< Or with the torn end that a crash leaves.
    Doubtful,  ///< The end can't be read: the last transaction was torn, by a crash or power failure, or damaged.
    Damaged,   ///< Transactions behind which others follow can't be read.
};

struct Log {
    std::string content;
    std::size_t pageSize = 0;

    std::size_t frameSize() const { return kFrameHeaderSize + pageSize; }
    std::size_t frameCount() const { return (content.size() - kHeaderSize) / frameSize(); }
    const char* frame(std::size_t i) const { return content.data() + kHeaderSize + i * frameSize(); }
    /// The frame belongs to this filling of the log, not to an older one that it overwrites.
    bool isOfThisRound(std::size_t i) const { return std::memcmp(frame(i) + 8, content.data() + 16, 8) == 0; }
    /// One of an older round, behind the end of what this round has written. The first salt counts the rounds.
    bool isOfOlderRound(std::size_t i) const
    {
        constexpr std::uint32_t kRounds = 1U << 20U;
        const std::uint32_t ago = bigEndian(content.data() + 16) - bigEndian(frame(i) + 8);
        return ago > 0 && ago < kRounds;
    }
    bool isCommit(std::size_t i) const { return bigEndian(frame(i) + 4) != 0; }
};

/// How many frames from the start fit their checksums.
std::size_t soundFrames(const Log& log)
{
    const bool bigEndianWords = (bigEndian(log.content.data()) & 1U) != 0;
    Sums sums;
    sums.add(std::string_view(log.content).substr(0, 24), bigEndianWords);
    for (std::size_t i = 0; i < log.frameCount(); ++i) {
        sums.add({log.frame(i), 8}, bigEndianWords);
        sums.add({log.frame(i) + kFrameHeaderSize, log.pageSize}, bigEndianWords);
        if (!log.isOfThisRound(i) || !sums.isAt(log.frame(i) + 16))
            return i;
    }
    return log.frameCount();
}

/// Of a log that never came further than its header: that, as far as it was written.
bool canBeBeginning(const std::string& content)
{
    constexpr std::string_view kBegin("\x37\x7f\x06", 3);
    const bool isEmpty = content.find_first_not_of('\0') == std::string::npos;
    return isEmpty || std::string_view(content).substr(0, kBegin.size()) == kBegin.substr(0, content.size());
}

LogState stateOf(Log& log)
{
    if (log.content.size() < kHeaderSize + kFrameHeaderSize)
        return canBeBeginning(log.content) ? LogState::Sound : LogState::Damaged;
    const char* header = log.content.data();
    Sums sums;
    sums.add({header, 24}, (bigEndian(header) & 1U) != 0);
    log.pageSize = bigEndian(header + 8);
    const bool sane = (bigEndian(header) & ~1U) == kMagic && log.pageSize >= 512 && log.pageSize <= 65536;
    // The header is on the disk before the first frame is.
    if (!sane || !sums.isAt(header + 24))
        return LogState::Damaged;
    const std::size_t sound = soundFrames(log);
    std::size_t later = 0;
    for (std::size_t i = sound; i < log.frameCount(); ++i)
        later += log.isOfThisRound(i) && log.isCommit(i) ? 1 : 0;
    // A transaction is on the disk before the next one begins; only the last one can be torn.
    if (later > 1)
        return LogState::Damaged;
    const bool endsSoundly = sound == log.frameCount() || (later == 0 && log.isOfOlderRound(sound));
    return endsSoundly ? LogState::Sound : LogState::Doubtful;
}

} // namespace

Status checkLibraryLog(const std::filesystem::path& database)
{
    constexpr auto kPause = std::chrono::milliseconds(5);
    constexpr int kLooks = 10;
    const std::filesystem::path path = database.string() + "-wal";
    LogState state = LogState::Sound;
    std::string before;
    for (int look = 0; look < kLooks; ++look) {
        auto content = readFile(path);
        if (!content)
            return {}; // No log, or one that SQLite can't read either and will say so.
        Log log{std::move(*content)};
        state = stateOf(log);
        if (state == LogState::Sound)
            return {};
        // Another process may have written while this was read; then the next look finds it whole.
        if (log.content == before)
            break;
        before = std::move(log.content);
        std::this_thread::sleep_for(kPause);
    }
    if (state == LogState::Damaged)
        return fail(ErrorCode::Damaged, path.string(), "the log of the last changes is damaged");
    static_cast<void>(copyAsBad(path));
    return {};
}

} // namespace tw
