// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"

#include <xxhash.h>

namespace tw {

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed)
{
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::string hash128Hex(std::span<const std::byte> bytes)
{
    // The canonical form is big-endian on every machine.
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * sizeof canonical.digest);
    for (const unsigned char digit : canonical.digest) {
        hex.push_back(kDigits[digit >> 4]);
        hex.push_back(kDigits[digit & 0xF]);
    }
    return hex;
}

std::string hash128Hex(std::string_view bytes)
{
    return hash128Hex(std::as_bytes(std::span(bytes.data(), bytes.size())));
}

} // namespace tw
