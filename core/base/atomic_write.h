// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>

namespace tw {

/// What writeFileAtomically does, for content that lies in several pieces, one after the other.
Status writePartsAtomically(const std::filesystem::path& path, std::span<const std::span<const std::byte>> parts);

/// Takes the next bytes of a file. Errors: FileUnwritable.
using ByteSink = std::function<Status(std::span<const std::byte>)>;
/// The same for content that is made while it is written: `body` hands it to the sink bit by bit. When it ends with an
/// error of its own (Cancelled, say), that is the result and the old file stays.
Status writeStreamAtomically(const std::filesystem::path& path, const std::function<Status(const ByteSink&)>& body);

} // namespace tw
