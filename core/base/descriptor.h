// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include <unistd.h>

namespace tw {

/// An open file of the system, closed at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int value) : m_value(value) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : m_value(std::exchange(other.m_value, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_value, other.m_value);
        return *this;
    }
    int value() const { return m_value; }
    bool isOpen() const { return m_value >= 0; }
    /// False when closing brought an error to light.
    bool close()
    {
        const int value = std::exchange(m_value, -1);
        return value < 0 || ::close(value) == 0;
    }

private:
    int m_value;
};

} // namespace tw
