// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct gzFile_s;

namespace tw {

/// The bytes of a file one after the other, unpacked when it is gzip. Holds one block, never the file.
/// Errors are kept: the bytes end, and status() says why.
class ByteSource {
public:
    static constexpr int kEnd = -1;

    /// Errors: NotFound, FileUnreadable.
    static Result<std::unique_ptr<ByteSource>> open(const std::filesystem::path& path);
    ~ByteSource();
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// The next byte without taking it, or kEnd.
    int peek()
    {
        if (m_position == m_block.size() && !refill())
            return kEnd;
        return static_cast<unsigned char>(m_block[m_position]);
    }
    /// Takes the next byte, or kEnd.
    int get()
    {
        const int byte = peek();
        if (byte != kEnd)
            ++m_position;
        return byte;
    }
    void skip(std::size_t count) { m_position += count; }
    /// What is in memory from here on: at the start the first block, 64 KiB or the whole of a smaller file.
    std::string_view buffered();

    /// FileUnreadable or FormatBroken (gzip damaged or cut off), once reading failed.
    const Status& status() const { return m_status; }
    /// Bytes taken from the file itself, compressed or not.
    std::uint64_t fileBytesRead() const;
    std::uint64_t fileBytesTotal() const { return m_total; }

private:
    ByteSource() = default;
    bool refill();

    gzFile_s* m_file = nullptr;
    std::string m_name;
    std::uint64_t m_total = 0;
    std::vector<char> m_storage;
    std::string_view m_block;
    std::size_t m_position = 0;
    Status m_status;
};

} // namespace tw
