// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/large_vector.h"

#include <sys/mman.h>

#include <cstdlib>

namespace tw {

void* allocateLarge(std::size_t bytes)
{
    constexpr std::size_t kHugePage = std::size_t{2} << 20U;
    constexpr std::size_t kLine = 64;
    const bool huge = bytes >= 2 * kHugePage;
    const std::size_t alignment = huge ? kHugePage : kLine;
    if (bytes > SIZE_MAX - alignment)
        throw std::bad_alloc();
    const std::size_t rounded = (bytes + kLine - 1) / kLine * kLine;
    // Not rounded up to whole huge pages: the last, part filled one would be paid for in full.
    void* memory = nullptr;
    if (posix_memalign(&memory, alignment, rounded) != 0)
        throw std::bad_alloc();
    if (huge)
        madvise(memory, rounded, MADV_HUGEPAGE); // A wish; refused, everything works as well.
    return memory;
}

void freeLarge(void* memory) noexcept
{
    std::free(memory);
}

} // namespace tw
