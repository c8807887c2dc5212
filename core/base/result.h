// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace tw {

/// A value or the Error that prevented it. Every core function that can fail returns one; none throws.
template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

/// Builds the failure side of a Result.
inline tl::unexpected<Error> fail(ErrorCode code, std::string subject = {}, std::string detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail), std::nullopt});
}
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

} // namespace tw

#define TW_CONCAT_INNER(a, b) a##b
#define TW_CONCAT(a, b) TW_CONCAT_INNER(a, b)

/// Leaves the enclosing function with the error, if there is one.
#define TW_TRY(expression)                                                    \
    do {                                                                      \
        if (auto twStatus = (expression); !twStatus)                          \
            return tl::unexpected<tw::Error>(std::move(twStatus).error());    \
    } while (false)

/// `TW_ASSIGN(auto x, f());` declares x from the value, or leaves the enclosing function with the error.
#define TW_ASSIGN(declaration, expression)                                    \
    auto TW_CONCAT(twResult, __LINE__) = (expression);                        \
    if (!TW_CONCAT(twResult, __LINE__))                                       \
        return tl::unexpected<tw::Error>(std::move(TW_CONCAT(twResult, __LINE__)).error()); \
    declaration = std::move(*TW_CONCAT(twResult, __LINE__))
