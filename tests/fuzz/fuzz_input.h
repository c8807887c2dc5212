// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace tw::fuzz {

/// What a fuzzer was given: choices from the front, one byte each, then the content. Read like this, a seed is a real
/// file with some bytes before it.
class Input {
public:
    Input(const std::uint8_t* data, std::size_t size) : m_rest(reinterpret_cast<const char*>(data), size) {}

    /// 0 when nothing is left.
    std::uint8_t byte()
    {
        if (m_rest.empty())
            return 0;
        const char first = m_rest.front();
        m_rest.remove_prefix(1);
        return static_cast<std::uint8_t>(first);
    }
    /// A number below `bound`.
    std::size_t choice(std::size_t bound) { return byte() % bound; }
    std::string_view rest() const { return m_rest; }
    /// The bytes up to the next separator (taken away), or all that is left.
    std::string_view part(char separator)
    {
        const std::string_view piece = m_rest.substr(0, m_rest.find(separator));
        m_rest.remove_prefix(piece.size() == m_rest.size() ? piece.size() : piece.size() + 1);
        return piece;
    }
    bool empty() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

} // namespace tw::fuzz
