// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/int8_codes.h"

#include "core/base/thread_pool.h"
#include "core/simd/kernels.h"

namespace tw {
namespace {

/// Rows below which waking other threads costs more than it gives.
constexpr std::size_t kGrain = 2048;
/// For what the sums of squares themselves are rounded by.
constexpr float kRoundedUp = 1.0001F;

} // namespace

Int8Codes Int8Codes::of(MatrixView rows)
{
    Int8Codes made;
    made.m_stride = simd::int8Padded(rows.cols());
    made.m_codes.resize(rows.rows() * made.m_stride);
    made.m_scales.resize(rows.rows());
    made.m_errors.resize(rows.rows());
    const simd::Int8Kernels& int8 = simd::int8Kernels();
    const simd::FloatKernels& floats = simd::floatKernels();
    const auto encode = [&](std::size_t begin, std::size_t end) {
        std::vector<float> decoded(rows.cols());
        for (std::size_t row = begin; row < end; ++row) {
            const float* values = rows.row(row).data();
            std::uint8_t* codes = made.m_codes.data() + row * made.m_stride;
            made.m_scales[row] = int8.quantise(values, rows.cols(), codes, nullptr);
            int8.dequantise(codes, made.m_scales[row], rows.cols(), decoded.data());
            made.m_errors[row]
                = std::sqrt(floats.squaredDistance(values, decoded.data(), rows.cols())) * kRoundedUp;
        }
    };
    // Never stopped: it takes no longer than a frame or two.
    static_cast<void>(parallelFor(rows.rows(), kGrain, TaskContext(), encode));
    for (const float error : made.m_errors)
        made.m_largestError = std::max(made.m_largestError, error);
    return made;
}

Int8CodedQuery::Int8CodedQuery(std::span<const float> query, std::size_t planes)
    : m_count(planes), m_codes(planes * simd::int8Padded(query.size()))
{
    const simd::Int8Kernels& int8 = simd::int8Kernels();
    std::vector<float> left(query.begin(), query.end());
    for (std::size_t p = 0; p < planes; ++p) {
        std::int8_t* codes = m_codes.data() + p * simd::int8Padded(query.size());
        simd::Int8Query& plane = m_planes[p];
        plane.codes = codes;
        plane.scale = int8.quantiseQuery(left.data(), left.size(), codes, &plane.sum);
        for (std::size_t i = 0; i < left.size(); ++i)
            left[i] -= plane.scale * static_cast<float>(codes[i]);
    }
    m_error = std::sqrt(simd::squaredNorm(left)) * kRoundedUp;
}

} // namespace tw
