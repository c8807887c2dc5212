// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <span>

namespace tw {

/// What writeFileAtomically does, for content that lies in several pieces, one after the other.
Status writePartsAtomically(const std::filesystem::path& path, std::span<const std::span<const std::byte>> parts);

} // namespace tw
