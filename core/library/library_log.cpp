// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bad_files.h"
#include "core/base/descriptor.h"
#include "core/base/hash.h"
#include "core/library/library_schema.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include <fcntl.h>

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

/// What a log's frame says of itself, and whether it fits.
struct Frame {
    bool isOfThisRound = false; ///< It belongs to this filling of the log, not to an older one that it overwrites.
    bool isOfOlderRound = false; ///< Behind the end of what this round has written.
    bool isCommit = false;
    bool isSound = false; ///< With all before it.
};

/// One look at a log, from its start to its end; only a block of it is in memory.
class LogReader {
public:
    explicit LogReader(const std::filesystem::path& path) : m_file(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    bool isOpen() const { return m_file.isOpen() && !m_failed; }
    /// The next `size` bytes, or what is left. They stay until the next call. Precondition: size <= kBlock.
    std::string_view next(std::size_t size)
    {
        if (m_end - m_at < size)
            refill();
        const std::string_view bytes(m_block.data() + m_at, std::min(size, m_end - m_at));
        m_at += bytes.size();
        return bytes;
    }
    /// Reads to the end, so that the fingerprint is that of all.
    void skipRest()
    {
        while (!next(kBlock).empty()) {
        }
    }
    /// Of all that was read so far.
    std::uint64_t fingerprint() const { return m_fingerprint; }

private:
    static constexpr std::size_t kBlock = std::size_t{1} << 20U;

    void refill()
    {
        std::memmove(m_block.data(), m_block.data() + m_at, m_end - m_at);
        m_end -= std::exchange(m_at, 0);
        const std::size_t kept = m_end;
        while (m_end < kBlock) {
            const ssize_t got = ::read(m_file.value(), m_block.data() + m_end, kBlock - m_end);
            if (got < 0 && errno == EINTR)
                continue;
            m_failed = m_failed || got < 0;
            if (got <= 0)
                break;
            m_end += static_cast<std::size_t>(got);
        }
        m_fingerprint = hash64({m_block.data() + kept, m_end - kept}, m_fingerprint);
    }

    Descriptor m_file;
    std::vector<char> m_block = std::vector<char>(kBlock);
    std::size_t m_at = 0;
    std::size_t m_end = 0;
    std::uint64_t m_fingerprint = 0;
    bool m_failed = false;
};

/// The frames of a log whose header is sound.
class LogFrames {
public:
    LogFrames(LogReader& reader, std::string_view header)
        : m_reader(&reader), m_pageSize(bigEndian(header.data() + 8)), m_bigEndianWords((bigEndian(header.data()) & 1U) != 0)
    {
        std::copy_n(header.begin() + 16, m_salts.size(), m_salts.begin());
        m_sums.add(header.substr(0, 24), m_bigEndianWords);
    }
    /// The next whole frame; nothing at the end, or where one is cut short.
    std::optional<Frame> next()
    {
        const std::string_view bytes = m_reader->next(kFrameHeaderSize + m_pageSize);
        if (bytes.size() < kFrameHeaderSize + m_pageSize)
            return std::nullopt;
        constexpr std::uint32_t kRounds = 1U << 20U;
        const char* head = bytes.data();
        // The first salt counts the rounds.
        const std::uint32_t ago = bigEndian(m_salts.data()) - bigEndian(head + 8);
        Frame frame;
        frame.isOfThisRound = std::memcmp(head + 8, m_salts.data(), m_salts.size()) == 0;
        frame.isOfOlderRound = ago > 0 && ago < kRounds;
        frame.isCommit = bigEndian(head + 4) != 0;
        if (m_sound) {
            m_sums.add(bytes.substr(0, 8), m_bigEndianWords);
            m_sums.add(bytes.substr(kFrameHeaderSize), m_bigEndianWords);
            m_sound = frame.isOfThisRound && m_sums.isAt(head + 16);
        }
        frame.isSound = m_sound;
        return frame;
    }

private:
    LogReader* m_reader;
    std::size_t m_pageSize;
    bool m_bigEndianWords;
    std::array<char, 8> m_salts{};
    Sums m_sums;
    bool m_sound = true;
};

/// Of a log that never came further than its header: that, as far as it was written.
bool canBeBeginning(std::string_view content)
{
    constexpr std::string_view kBegin("\x37\x7f\x06", 3);
    const bool isEmpty = content.find_first_not_of('\0') == std::string_view::npos;
    return isEmpty || content.substr(0, kBegin.size()) == kBegin.substr(0, content.size());
}

LogState stateOf(LogReader& reader)
{
    const std::string header(reader.next(kHeaderSize));
    if (header.size() < kHeaderSize)
        return canBeBeginning(header) ? LogState::Sound : LogState::Damaged;
    Sums sums;
    sums.add(std::string_view(header).substr(0, 24), (bigEndian(header.data()) & 1U) != 0);
    const std::uint32_t pageSize = bigEndian(header.data() + 8);
    const bool sane = (bigEndian(header.data()) & ~1U) == kMagic && pageSize >= 512 && pageSize <= 65536;
    const bool isSound = sane && sums.isAt(header.data() + 24);
    if (!isSound) {
        // The header is on the disk before the first frame is.
        const std::string rest(reader.next(kFrameHeaderSize));
        return rest.size() < kFrameHeaderSize && canBeBeginning(header + rest) ? LogState::Sound : LogState::Damaged;
    }
    LogFrames frames(reader, header);
    std::optional<Frame> firstUnsound;
    std::size_t later = 0;
    while (const std::optional<Frame> frame = frames.next()) {
        if (frame->isSound)
            continue;
        if (!firstUnsound)
            firstUnsound = frame;
        later += frame->isOfThisRound && frame->isCommit ? 1 : 0;
    }
    // A transaction is on the disk before the next one begins; only the last one can be torn.
    if (later > 1)
        return LogState::Damaged;
    const bool endsSoundly = !firstUnsound || (later == 0 && firstUnsound->isOfOlderRound);
    return endsSoundly ? LogState::Sound : LogState::Doubtful;
}

} // namespace

Status checkLibraryLog(const std::filesystem::path& database)
{
    constexpr auto kPause = std::chrono::milliseconds(5);
    constexpr int kLooks = 10;
    const std::filesystem::path path = database.string() + "-wal";
    LogState state = LogState::Sound;
    std::optional<std::uint64_t> before;
    for (int look = 0; look < kLooks; ++look) {
        LogReader reader(path);
        if (!reader.isOpen())
            return {}; // No log, or one that SQLite can't read either and will say so.
        state = stateOf(reader);
        if (state == LogState::Sound)
            return {};
        reader.skipRest();
        if (!reader.isOpen())
            return {};
        // Another process may have written while this was read; then the next look finds it whole.
        if (before == reader.fingerprint())
            break;
        before = reader.fingerprint();
        std::this_thread::sleep_for(kPause);
    }
    if (state == LogState::Damaged)
        return fail(ErrorCode::Damaged, path.string(), "the log of the last changes is damaged");
    static_cast<void>(copyAsBad(path));
    return {};
}

} // namespace tw
