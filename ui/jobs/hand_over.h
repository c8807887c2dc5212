// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#endif

namespace tw::ui {

// What one thread wrote before it posted an event, another may read once it is called: Qt's event queue orders that
// with its own mutex. Debian's Qt is not built for the thread sanitizer, which therefore does not see the order; these
// two tell it. They do nothing in other builds.

/// Before posting. @param place  Any address that both sides know.
inline void handOver([[maybe_unused]] void* place)
{
#ifdef __SANITIZE_THREAD__
    __tsan_release(place);
#endif
}

/// First thing when called.
inline void takeOver([[maybe_unused]] void* place)
{
#ifdef __SANITIZE_THREAD__
    __tsan_acquire(place);
#endif
}

} // namespace tw::ui
