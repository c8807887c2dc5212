// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tw {

/// XXH3 of the bytes: stable across machines and versions; for keys and change detection, not for secrets.
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);
/// XXH3-128 as 32 lower-case hexadecimal characters.
std::string hash128Hex(std::span<const std::byte> bytes);
std::string hash128Hex(std::string_view bytes);

} // namespace tw
