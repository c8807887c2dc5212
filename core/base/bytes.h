// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace tw {

/// Puts plain values one after another into a buffer: the payload of an envelope. Values are stored as they lie in
/// memory (little-endian on all machines we build for). Reserve first when the size is known.
class ByteWriter {
public:
    template <class T>
    void value(const T& item)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        append(&item, sizeof(T));
    }
    /// The count as 64 bits, then the items.
    template <class T>
    void array(std::span<const T> items)
    {
        value(static_cast<std::uint64_t>(items.size()));
        raw(items);
    }
    void text(std::string_view characters) { array(std::span<const char>(characters)); }
    /// The items alone.
    template <class T>
    void raw(std::span<const T> items)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        append(items.data(), items.size_bytes());
    }
    void reserve(std::size_t bytes) { m_bytes.reserve(bytes); }
    std::span<const std::byte> bytes() const { return m_bytes; }

private:
    void append(const void* data, std::size_t size)
    {
        const auto* first = static_cast<const std::byte*>(data);
        m_bytes.insert(m_bytes.end(), first, first + size);
    }
    std::vector<std::byte> m_bytes;
};

/// Reads back what ByteWriter wrote. Never reads past the end: the first value that does not fit makes the reader
/// fail for good, and everything read from then on is empty. Ask finished() once at the end.
/// Borrows the bytes.
class ByteReader {
public:
    explicit ByteReader(std::span<const std::byte> bytes) : m_rest(bytes) {}

    template <class T>
    T value()
    {
        static_assert(std::is_trivially_copyable_v<T>);
        T item{};
        if (m_rest.size() < sizeof(T)) {
            m_failed = true;
            m_rest = {};
            return item;
        }
        std::memcpy(&item, m_rest.data(), sizeof(T));
        m_rest = m_rest.subspan(sizeof(T));
        return item;
    }
    template <class T>
    std::vector<T> array()
    {
        static_assert(std::is_trivially_copyable_v<T>);
        const std::span<const std::byte> source = take(sizeof(T));
        std::vector<T> items(source.size() / sizeof(T));
        if (!items.empty())
            std::memcpy(items.data(), source.data(), source.size());
        return items;
    }
    /// The bytes of an array of bytes, without a copy; they live as long as what the reader borrows.
    std::span<const std::byte> byteArray() { return take(1); }
    /// The next `count` bytes, which no count precedes.
    std::span<const std::byte> raw(std::uint64_t count)
    {
        if (m_failed || count > m_rest.size()) {
            m_failed = true;
            m_rest = {};
            return {};
        }
        const std::span<const std::byte> taken = m_rest.first(static_cast<std::size_t>(count));
        m_rest = m_rest.subspan(taken.size());
        return taken;
    }
    std::string text()
    {
        const std::vector<char> characters = array<char>();
        return {characters.begin(), characters.end()};
    }
    bool failed() const { return m_failed; }
    /// True when everything was read, nothing was missing and nothing is left.
    bool finished() const { return !m_failed && m_rest.empty(); }

private:
    std::span<const std::byte> take(std::size_t itemSize)
    {
        const auto count = value<std::uint64_t>();
        return raw(count > m_rest.size() / itemSize ? std::numeric_limits<std::uint64_t>::max() : count * itemSize);
    }
    std::span<const std::byte> m_rest;
    bool m_failed = false;
};

} // namespace tw
