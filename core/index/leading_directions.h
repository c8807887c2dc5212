// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/task_context.h"

namespace tw {

/// The `count` directions in which the rows spread most, most first, as unit rows at right angles to each other;
/// nearly so for the last ones, which is enough to encode with. Block power iteration on the covariance (Golub & Van
/// Loan 2013, section 8.2.4). Directions that the rows do not have are rows of zeros. Deterministic.
/// @param centred  Rows less their mean. @param count  At most centred.cols().
/// Errors: Cancelled. Cost O(rows · cols²).
Result<Matrix> leadingDirections(MatrixView centred, std::size_t count, const TaskContext& context);

} // namespace tw
