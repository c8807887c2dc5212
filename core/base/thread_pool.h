// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"

#include <cstddef>
#include <functional>

namespace tw {

/// Runs body(begin, end) over [0, count) in pieces of about `grain` on the one pool of the process
/// (hardware threads, at most 16; the caller works too). Returns when all pieces are done or the context stopped.
/// `body` must be thread-safe and must not throw; nested calls run in the calling thread.
/// Errors: Cancelled (pieces not yet begun were skipped).
Status parallelFor(std::size_t count, std::size_t grain, const TaskContext& context,
                   const std::function<void(std::size_t begin, std::size_t end)>& body);

/// Threads that parallelFor can use, the caller included; at least 1.
std::size_t parallelism();

} // namespace tw
