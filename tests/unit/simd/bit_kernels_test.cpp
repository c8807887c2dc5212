// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/bit_kernels.h"

#include "core/base/random.h"
#include "core/simd/kernel_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

namespace tw::simd {
namespace {

class EveryBitKernel : public testing::TestWithParam<KernelTable> {
protected:
    const BitKernels& kernels() const { return *GetParam().bits; }
};

std::vector<std::uint64_t> randomWords(Random& random, std::size_t count)
{
    std::vector<std::uint64_t> words(count);
    for (std::uint64_t& word : words)
        word = random.next();
    return words;
}

std::vector<float> normals(Random& random, std::size_t count)
{
    std::vector<float> values(count);
    for (float& value : values)
        value = static_cast<float>(random.normal());
    return values;
}

bool bitAt(const std::uint64_t* words, std::size_t i)
{
    return ((words[i / 64] >> (i % 64)) & 1U) != 0;
}

/// Bit by bit.
std::uint32_t reference(const BitQuery& query, const std::byte* bits)
{
    std::vector<std::uint64_t> row(query.words);
    std::memcpy(row.data(), bits, query.words * sizeof(std::uint64_t));
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < query.words * 64; ++i)
        for (std::size_t p = 0; p < query.planeCount; ++p)
            if (bitAt(row.data(), i) && bitAt(query.planes + p * query.words, i))
                sum += 1U << p;
    return sum;
}

TEST_P(EveryBitKernel, PacksSignsForAllLengthsAndAlignments)
{
    Random random(1);
    std::vector<float> values = normals(random, 1000);
    values[3] = 0;
    values[4] = -0.0F;
    values[5] = std::numeric_limits<float>::denorm_min();
    for (std::size_t length = 1; length <= 200; ++length)
        for (std::size_t start = 0; start < 3; ++start) {
            std::vector<std::uint64_t> words(bitWords(length) + 1, 99);
            kernels().packSigns(values.data() + start, length, words.data());
            for (std::size_t i = 0; i < bitWords(length) * 64; ++i)
                ASSERT_EQ(bitAt(words.data(), i), i < length && values[start + i] > 0) << length << " " << i;
            ASSERT_EQ(words.back(), 99U);
        }
}

TEST_P(EveryBitKernel, QuantisesToPlanesByTheFormula)
{
    Random random(2);
    const std::vector<float> values = normals(random, 900);
    std::vector<std::size_t> lengths{767, 768, 769};
    for (std::size_t length = 1; length <= 200; ++length)
        lengths.push_back(length);
    for (const std::size_t length : lengths)
        for (const std::size_t planes : {1U, 4U, 8U}) {
            const float* source = values.data() + length % 3;
            const std::size_t words = bitWords(length);
            std::vector<std::uint64_t> made(planes * words + 1, 99);
            const BitScale scale = kernels().quantise(source, length, planes, made.data());
            const auto [low, high] = std::minmax_element(source, source + length);
            const auto most = static_cast<float>((1U << planes) - 1U);
            ASSERT_EQ(scale.low, *low);
            ASSERT_EQ(scale.step, length == 1 ? 0.0F : (*high - *low) / most);
            const float factor = length == 1 ? 0.0F : most / (*high - *low);
            std::uint32_t sum = 0;
            for (std::size_t i = 0; i < words * 64; ++i) {
                const auto expected =
                    i < length ? static_cast<std::uint32_t>(std::nearbyint((source[i] - *low) * factor)) : 0U;
                sum += expected;
                for (std::size_t p = 0; p < planes; ++p)
                    ASSERT_EQ(bitAt(made.data() + p * words, i), ((expected >> p) & 1U) != 0)
                        << length << " " << planes << " " << i;
            }
            ASSERT_EQ(scale.sum, sum);
            ASSERT_EQ(made.back(), 99U);
        }
}

TEST_P(EveryBitKernel, EqualNumbersHaveNoStep)
{
    for (const float value : {0.0F, -3.0F, std::numeric_limits<float>::denorm_min()}) {
        const std::vector<float> values(70, value);
        std::vector<std::uint64_t> planes(8, 99);
        const BitScale scale = kernels().quantise(values.data(), 70, 4, planes.data());
        EXPECT_EQ(scale.low, value);
        EXPECT_EQ(scale.step, 0.0F);
        EXPECT_EQ(scale.sum, 0U);
        EXPECT_EQ(planes, std::vector<std::uint64_t>(8, 0));
    }
}

TEST_P(EveryBitKernel, CountsBits)
{
    Random random(3);
    for (std::size_t count = 0; count <= 70; ++count)
        for (std::size_t start = 0; start < 3; ++start) {
            const std::vector<std::uint64_t> a = randomWords(random, count + start);
            const std::vector<std::uint64_t> b = randomWords(random, count + start);
            std::uint32_t set = 0;
            std::uint32_t different = 0;
            for (std::size_t i = 0; i < count * 64; ++i) {
                set += bitAt(a.data() + start, i) ? 1 : 0;
                different += bitAt(a.data() + start, i) != bitAt(b.data() + start, i) ? 1 : 0;
            }
            ASSERT_EQ(kernels().popcount(a.data() + start, count), set);
            ASSERT_EQ(kernels().hamming(a.data() + start, b.data() + start, count), different);
        }
    const std::vector<std::uint64_t> all(1000, ~std::uint64_t{0});
    EXPECT_EQ(kernels().popcount(all.data(), all.size()), 64'000U);
}

TEST_P(EveryBitKernel, AllFormsOfADotAreExact)
{
    Random random(4);
    constexpr std::size_t kRows = 30;
    for (std::size_t words = 1; words <= 34; ++words)
        for (std::size_t planeCount = 1; planeCount <= 8; planeCount += words % 4 == 0 ? 1 : 3) {
            const std::vector<std::uint64_t> planes = randomWords(random, planeCount * words);
            const BitQuery query{planes.data(), planeCount, words};
            // Rows with something before and behind the bits, at odd addresses.
            const std::size_t stride = words * 8 + words % 5;
            std::vector<std::byte> memory(kRows * stride + 3);
            for (std::byte& byte : memory)
                byte = static_cast<std::byte>(random.below(256));
            const BitRows rows{memory.data() + 3, stride};
            std::vector<std::uint32_t> expected;
            for (std::size_t row = 0; row < kRows; ++row) {
                expected.push_back(reference(query, rows.base + row * stride));
                ASSERT_EQ(kernels().dot(query, rows.base + row * stride), expected.back());
            }
            for (const std::size_t count : {0U, 1U, 3U, 4U, 5U, 23U}) {
                std::vector<std::uint32_t> out(count + 1, 99);
                kernels().dotRows(query, rows, 2, count, out.data());
                std::vector<std::uint32_t> numbers(count);
                std::vector<std::uint32_t> scattered(count + 1, 99);
                for (std::uint32_t& number : numbers)
                    number = static_cast<std::uint32_t>(random.below(kRows));
                kernels().dotScattered(query, rows, numbers.data(), count, scattered.data());
                for (std::size_t i = 0; i < count; ++i) {
                    ASSERT_EQ(out[i], expected[2 + i]) << words << " words, " << planeCount << " planes";
                    ASSERT_EQ(scattered[i], expected[numbers[i]]) << words << " words, " << planeCount << " planes";
                }
                ASSERT_EQ(out[count], 99U);
                ASSERT_EQ(scattered[count], 99U);
            }
        }
}

TEST_P(EveryBitKernel, ExtremesOfManyWords)
{
    // Byte counters of some kernels would overflow after 31 registers.
    for (const std::size_t words : {123U, 124U, 125U, 300U}) {
        const std::vector<std::uint64_t> planes(words * 8, ~std::uint64_t{0});
        const BitQuery query{planes.data(), 8, words};
        EXPECT_EQ(kernels().dot(query, reinterpret_cast<const std::byte*>(planes.data())), words * 64 * 255);
        const std::vector<std::uint64_t> none(words, 0);
        EXPECT_EQ(kernels().dot(query, reinterpret_cast<const std::byte*>(none.data())), 0U);
    }
}

TEST_P(EveryBitKernel, ReadsNothingBehindTheLastRow)
{
    // A sanitizer would tell; without one, the exact size at least is what the forms are called with.
    for (std::size_t words = 1; words <= 17; ++words) {
        const std::vector<std::uint64_t> planes(words * 4, 1);
        std::vector<std::byte> row(words * 8, std::byte{1});
        std::uint32_t out = 0;
        kernels().dotRows({planes.data(), 4, words}, {row.data(), row.size()}, 0, 1, &out);
        EXPECT_EQ(out, words * 15);
    }
}

INSTANTIATE_TEST_SUITE_P(Simd, EveryBitKernel, testing::ValuesIn(availableKernels().begin(), availableKernels().end()),
                         [](const auto& chosen) { return std::string(chosen.param.name); });

} // namespace
} // namespace tw::simd
