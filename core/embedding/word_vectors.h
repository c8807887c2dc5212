// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tw {

/// The shipped word vectors: signed bytes with one scale a word, in order of falling frequency. Memory-mapped.
class WordVectors {
public:
    /// Opens words.txt.gz, vectors-int8.bin and scales-f32.bin in the folder. Errors: NotFound, Damaged.
    static Result<std::shared_ptr<const WordVectors>> load(const std::filesystem::path& folder);

    std::size_t size() const;
    std::size_t dim() const;
    /// Rank of the (lower-case) word, 0 = most frequent; none when unknown.
    std::optional<std::uint32_t> find(std::string_view word) const;
    /// The word of a rank. Precondition: rank < size().
    std::string_view word(std::uint32_t rank) const;
    /// Adds weight × vector(rank) to sum, which has dim() entries.
    void addTo(std::span<float> sum, std::uint32_t rank, float weight) const;
    /// Estimated probability of the word in running text, from its rank by Zipf–Mandelbrot: c / (rank + 2.7).
    float probability(std::uint32_t rank) const;
    /// Hash of all content.
    const std::string& digest() const;

    ~WordVectors();

private:
    struct Impl;
    explicit WordVectors(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace tw
