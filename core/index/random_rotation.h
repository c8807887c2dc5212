// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tw {

/// A rotation that spreads what is in few dimensions evenly over all of them, in O(n log n): four rounds of random
/// signs, a Walsh-Hadamard transform over the first or the last 2^k dimensions in turn, and a turn by 45° of each
/// dimension with the one half the length away (the fast stand-in for a random rotation that the RaBitQ library of Gao
/// et al. uses; Ailon & Chazelle 2009 for the idea). Orthogonal: inner products stay. The same for one size.
class RandomRotation {
public:
    /// Turns vectors of `dim` numbers into size() = dim rounded up to a multiple of 64.
    explicit RandomRotation(std::size_t dim);
    std::size_t size() const { return m_size; }
    /// @param from  At most size() numbers; the rest counts as 0. @param to  size() numbers.
    void apply(std::span<const float> from, std::span<float> to) const;

private:
    static constexpr std::size_t kRounds = 4;
    std::size_t m_size;
    std::size_t m_transformed; ///< The greatest power of two not above m_size.
    std::vector<float> m_signs; ///< [kRounds × m_size] ±1, with the transform's factor where it acts.
};

} // namespace tw
