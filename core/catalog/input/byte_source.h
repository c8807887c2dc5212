// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/input/block_source.h"

namespace tw {

/// UTF-8 bytes one after the other, with line numbers and a way back. Holds one block of 64 KiB, or what was read
/// since the mark. Errors are kept: the bytes end, and status() says why. Private to core/catalog.
class ByteSource {
public:
    static constexpr int kEnd = -1;

    /// @param decoded  The bytes were converted from another encoding than UTF-8.
    ByteSource(std::unique_ptr<BlockSource> blocks, bool decoded) : m_blocks(std::move(blocks)), m_decoded(decoded) {}

    /// The next byte without taking it, or kEnd.
    int peek()
    {
        if (m_position == m_buffer.size() && !refill())
            return kEnd;
        return static_cast<unsigned char>(m_buffer[m_position]);
    }
    /// Takes the next byte, or kEnd.
    int get()
    {
        const int byte = peek();
        if (byte == kEnd)
            return kEnd;
        ++m_position;
        if (byte == '\n' || byte == '\r')
            countLine(byte);
        return byte;
    }
    /// The next `count` bytes, fewer at the end, without taking them.
    std::string_view look(std::size_t count);
    /// Takes bytes that look() showed.
    void skip(std::size_t count);
    /// The line that the next byte stands in, from 1; CR, LF and CR LF end lines.
    std::uint64_t line() const { return m_line; }

    /// Keeps what is read from here on, until rewind() goes back here or unmark() lets it go.
    void mark();
    void rewind();
    void unmark() { m_marked = false; }

    bool decoded() const { return m_decoded; }
    const Status& status() const { return m_status; }
    std::uint64_t fileBytesRead() const { return m_blocks->fileBytesRead(); }
    std::uint64_t fileBytesTotal() const { return m_blocks->fileBytesTotal(); }

private:
    bool refill();
    bool append();
    void countLine(int byte);

    std::unique_ptr<BlockSource> m_blocks;
    bool m_decoded;
    std::string m_buffer;
    std::size_t m_position = 0;
    std::uint64_t m_bytesBefore = 0; ///< Of the stream, before m_buffer.
    std::uint64_t m_line = 1;
    std::uint64_t m_behindReturn = 0; ///< Place in the stream behind the last CR.
    bool m_marked = false;
    std::size_t m_markPosition = 0;
    std::uint64_t m_markLine = 1;
    bool m_ended = false;
    Status m_status;
};

} // namespace tw
