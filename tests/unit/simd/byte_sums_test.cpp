// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/byte_sums.h"

#include "core/base/random.h"

#include <gtest/gtest.h>

#include <array>
#include <numeric>
#include <vector>

namespace tw::simd {
namespace {

constexpr std::size_t kBehind = 4; ///< Bytes at the end of a record that are no codes.

std::int32_t reference(const std::vector<std::int8_t>& query, const std::uint8_t* row)
{
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < query.size(); ++i)
        sum += query[i] * (row[i] - 128);
    return sum;
}

void expectReference(const std::vector<std::int8_t>& query, const std::vector<std::uint8_t>& bytes, std::size_t offset,
                     std::size_t records)
{
    const std::int32_t sum = std::accumulate(query.begin(), query.end(), 0);
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 0; i < records; ++i)
        numbers.push_back(static_cast<std::uint32_t>((i * 7 + 3) % records));
    for (std::size_t count = 0; count <= records; ++count) {
        std::vector<std::int32_t> out(records + 1, 77);
        byteSums().scattered(query.data(), sum, {bytes.data() + offset, query.size()}, numbers.data(), count,
                             out.data());
        for (std::size_t i = 0; i < count; ++i)
            EXPECT_EQ(out[i], reference(query, bytes.data() + offset + numbers[i] * query.size()));
        EXPECT_EQ(out[count], 77) << "nothing behind the end is written";
    }
}

TEST(ByteSums, AreThoseOfPlainLoops)
{
    Random random(1);
    constexpr std::size_t kRecords = 11;
    for (const std::size_t stride : {64U, 128U, 192U, 256U})
        for (const std::size_t offset : {0U, 1U, 37U}) {
            std::vector<std::int8_t> query(stride, 0);
            for (std::size_t i = 0; i + kBehind < stride; ++i)
                query[i] = static_cast<std::int8_t>(static_cast<int>(random.below(255)) - 127);
            std::vector<std::uint8_t> bytes(offset + stride * kRecords);
            for (std::uint8_t& byte : bytes)
                byte = static_cast<std::uint8_t>(random.below(256));
            expectReference(query, bytes, offset, kRecords);
        }
}

TEST(ByteSums, ExtremesDoNotOverflow)
{
    for (const int code : {-127, 127})
        for (const std::uint8_t byte : {std::uint8_t{0}, std::uint8_t{1}, std::uint8_t{255}})
            expectReference(std::vector<std::int8_t>(256, static_cast<std::int8_t>(code)),
                            std::vector<std::uint8_t>(256 * 5, byte), 0, 5);
}

} // namespace
} // namespace tw::simd
