// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace tw {

/// Seeded random numbers whose sequence is the same on every machine and library version
/// (xoshiro256**, Blackman & Vigna 2018, seeded by splitmix64; normals by Marsaglia's polar method).
/// Not thread-safe: one generator a task.
class Random {
public:
    explicit Random(std::uint64_t seed);
    std::uint64_t next();
    /// Uniform in [0, 1).
    double uniform();
    /// Uniform in [low, high).
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Uniform integer in [0, bound), bound > 0, without modulo bias.
    std::uint64_t below(std::uint64_t bound);
    /// Normal with mean 0 and standard deviation 1.
    double normal();

private:
    std::uint64_t m_state[4];
    std::optional<double> m_spareNormal;
};

/// A seed a person can read, note and type: 1 to 9999, from the system's entropy.
std::uint64_t randomSeed();

} // namespace tw
