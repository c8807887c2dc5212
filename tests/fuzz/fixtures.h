// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/random.h"
#include "core/catalog/catalog.h"
#include "core/index/vector_index.h"

#include <cmath>
#include <memory>
#include <string>

namespace tw::fuzz {

/// The vectors that the index fuzzer loads its files over, and that its seeds are made from: unit rows, some equal.
inline std::shared_ptr<const Matrix> fixedVectors()
{
    constexpr std::size_t kRows = 48;
    constexpr std::size_t kDim = 8;
    Random random(7);
    auto matrix = std::make_shared<Matrix>(kRows, kDim);
    for (std::size_t i = 0; i < kRows; ++i) {
        double squares = 0;
        for (float& value : matrix->row(i)) {
            value = static_cast<float>(random.normal());
            squares += double{value} * value;
        }
        for (float& value : matrix->row(i))
            value /= static_cast<float>(std::sqrt(squares));
        if (i % 7 == 6)
            std::copy_n(matrix->row(i - 1).data(), kDim, matrix->row(i).data());
    }
    return matrix;
}

/// The same with lengths, some equal, as every metric sees them. The matrix is kept alive by the caller.
inline IndexedVectors fixedVectors(const Matrix& unit, Metric metric)
{
    static const std::vector<float> lengths = [&unit] {
        std::vector<float> made;
        for (std::size_t i = 0; i < unit.rows(); ++i)
            made.push_back(0.5F + 0.25F * static_cast<float>(i / 2 % 7));
        return made;
    }();
    return {.unit = unit, .lengths = lengths, .metric = metric};
}
inline constexpr Metric kMetrics[] = {Metric::Cosine, Metric::InnerProduct, Metric::L2};

inline constexpr const char* kFixedFingerprint = "00112233445566778899aabbccddeeff";

/// Word vectors of three words in two dimensions: words a line, bytes a word and dimension, one float a word.
struct FixedWords {
    std::string words = "film\nstar\nsea\n";
    std::string vectors = std::string("\x10\x20\x30\x40\x50\x60", 6);
    std::string scales = std::string("\0\0\x80\x3c\0\0\x80\x3c\0\0\x80\x3c", 12);
};

} // namespace tw::fuzz
