// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/input/byte_source.h"

namespace tw {

namespace {

constexpr std::size_t kBlockSize = 64 * 1024;
constexpr std::size_t kKeptCapacity = 1024 * 1024;

} // namespace

std::string_view ByteSource::look(std::size_t count)
{
    while (m_buffer.size() - m_position < count && append()) {
    }
    return std::string_view(m_buffer).substr(m_position, count);
}

void ByteSource::skip(std::size_t count)
{
    while (count-- > 0 && get() != kEnd) {
    }
}

void ByteSource::mark()
{
    m_marked = true;
    m_markPosition = m_position;
    m_markLine = m_line;
}

void ByteSource::rewind()
{
    m_marked = false;
    m_position = m_markPosition;
    m_line = m_markLine;
}

void ByteSource::countLine(int byte)
{
    const std::uint64_t place = m_bytesBefore + m_position;
    if (byte == '\r') {
        m_behindReturn = place;
        ++m_line;
    } else if (m_behindReturn != place - 1 || place == 1) {
        ++m_line;
    }
}

bool ByteSource::refill()
{
    if (m_marked)
        return append();
    m_bytesBefore += m_position;
    m_buffer.clear();
    m_position = 0;
    if (m_buffer.capacity() > kKeptCapacity)
        std::string().swap(m_buffer);
    return append();
}

bool ByteSource::append()
{
    if (m_ended)
        return false;
    const std::size_t unused = m_marked ? m_markPosition : m_position;
    if (unused > m_buffer.size() / 2) {
        m_buffer.erase(0, unused);
        m_bytesBefore += unused;
        m_position -= unused;
        m_markPosition = 0;
    }
    const std::size_t before = m_buffer.size();
    m_buffer.resize(before + kBlockSize);
    const auto got = m_blocks->read(std::span(m_buffer).subspan(before));
    m_buffer.resize(before + got.value_or(0));
    if (!got)
        m_status = fail(got.error());
    m_ended = !got || *got == 0;
    return !m_ended;
}

} // namespace tw
