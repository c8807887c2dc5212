// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

namespace tw {

/// Memory for arrays that searches hop about in: from 4 MiB on in pages of 2 MiB where the system has them, which saves
/// most of the address look-ups; always at a multiple of 64 bytes. Throws std::bad_alloc.
void* allocateLarge(std::size_t bytes);
void freeLarge(void* memory) noexcept;

template <class T>
struct LargeAllocator {
    using value_type = T;
    LargeAllocator() = default;
    template <class U>
    LargeAllocator(const LargeAllocator<U>&) noexcept
    {
    }
    T* allocate(std::size_t count)
    {
        if (count > SIZE_MAX / sizeof(T))
            throw std::bad_array_new_length();
        return static_cast<T*>(allocateLarge(count * sizeof(T)));
    }
    void deallocate(T* memory, std::size_t) noexcept { freeLarge(memory); }
    bool operator==(const LargeAllocator&) const = default;
};

/// A std::vector in such memory.
template <class T>
using LargeVector = std::vector<T, LargeAllocator<T>>;

} // namespace tw
