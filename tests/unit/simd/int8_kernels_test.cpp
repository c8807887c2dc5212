// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/int8_kernels.h"

#include "core/base/random.h"
#include "core/simd/kernel_table.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace tw::simd {
namespace {

std::vector<std::size_t> lengthsToTry()
{
    std::vector<std::size_t> lengths(200);
    std::iota(lengths.begin(), lengths.end(), 1);
    for (const std::size_t length : {255U, 256U, 384U, 767U, 768U, 769U, 1536U})
        lengths.push_back(length);
    return lengths;
}

std::vector<float> normals(Random& random, std::size_t count)
{
    std::vector<float> values(count);
    for (float& value : values)
        value = static_cast<float>(random.normal());
    return values;
}

/// Rows of any bytes that stand for codes of -127..127, at a start that is not aligned.
struct Codes {
    std::size_t stride;
    std::vector<std::uint8_t> bytes;
    std::vector<float> scales;
    std::vector<std::int32_t> sums;

    Codes(Random& random, std::size_t rows, std::size_t padded, std::size_t start) : stride(padded), m_start(start)
    {
        bytes.resize(rows * padded + start);
        for (std::uint8_t& byte : bytes)
            byte = static_cast<std::uint8_t>(1 + random.below(255));
        for (std::size_t row = 0; row < rows; ++row) {
            scales.push_back(static_cast<float>(random.uniform(0.001, 0.1)));
            sums.push_back(0);
            for (std::size_t i = 0; i < padded; ++i)
                sums.back() += code(row, i);
        }
    }
    Int8Rows view() const { return {bytes.data() + m_start, scales.data(), stride}; }
    const std::uint8_t* row(std::size_t row) const { return bytes.data() + m_start + row * stride; }
    int code(std::size_t row, std::size_t i) const { return bytes[m_start + row * stride + i] - 128; }

private:
    std::size_t m_start;
};

struct QueryCodes {
    std::vector<std::int8_t> codes;
    std::int32_t sum = 0;
    float scale = 0;
    std::size_t start;

    QueryCodes(Random& random, std::size_t padded, std::size_t startAt) : codes(padded + startAt), start(startAt)
    {
        for (std::int8_t& code : codes)
            code = static_cast<std::int8_t>(static_cast<int>(random.below(255)) - 127);
        sum = std::accumulate(codes.begin() + static_cast<std::ptrdiff_t>(start), codes.end(), 0);
        scale = static_cast<float>(random.uniform(0.001, 0.1));
    }
    const std::int8_t* data() const { return codes.data() + start; }
    Int8Query view() const { return {data(), sum, scale}; }
};

std::int32_t reference(const QueryCodes& query, const Codes& rows, std::size_t row)
{
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < rows.stride; ++i)
        sum += query.data()[i] * rows.code(row, i);
    return sum;
}

float referenceProduct(const QueryCodes& query, const Codes& rows, std::size_t row)
{
    return static_cast<float>(reference(query, rows, row)) * rows.scales[row] * query.scale;
}

class EveryInt8Kernel : public testing::TestWithParam<KernelTable> {
protected:
    const Int8Kernels& kernels() const { return *GetParam().int8; }
};

TEST_P(EveryInt8Kernel, DotIsExactForAllLengthsAndAlignments)
{
    Random random(1);
    for (std::size_t padded = 64; padded <= 64 * 26; padded += 64)
        for (std::size_t start = 0; start < 4; ++start) {
            const Codes rows(random, 2, padded, start * 5);
            const QueryCodes query(random, padded, start);
            ASSERT_EQ(kernels().dot(query.data(), query.sum, rows.row(1), padded), reference(query, rows, 1));
            std::int32_t both = 0;
            for (std::size_t i = 0; i < padded; ++i)
                both += rows.code(0, i) * rows.code(1, i);
            ASSERT_EQ(kernels().dotCodes(rows.row(0), rows.row(1), rows.sums[1], padded), both);
        }
}

TEST_P(EveryInt8Kernel, ExtremeCodesDoNotOverflow)
{
    constexpr std::size_t kMost = kMostInt8Numbers;
    for (const std::size_t padded : {std::size_t{64}, std::size_t{768}, kMost})
        for (const int queryCode : {-127, 127})
            for (const int rowCode : {-127, 127}) {
                const std::vector<std::int8_t> query(padded, static_cast<std::int8_t>(queryCode));
                const std::vector<std::uint8_t> row(padded, static_cast<std::uint8_t>(rowCode + 128));
                const std::vector<std::uint8_t> other(padded, static_cast<std::uint8_t>(queryCode + 128));
                const auto count = static_cast<std::int32_t>(padded);
                ASSERT_EQ(kernels().dot(query.data(), queryCode * count, row.data(), padded),
                          queryCode * rowCode * count);
                ASSERT_EQ(kernels().dotCodes(row.data(), other.data(), queryCode * count, padded),
                          queryCode * rowCode * count);
            }
}

TEST_P(EveryInt8Kernel, AllFormsOfAProductGiveTheSameBits)
{
    Random random(2);
    for (const std::size_t padded : {64U, 128U, 384U, 768U, 832U})
        for (std::size_t count = 0; count <= 19; ++count) {
            const Codes rows(random, 40, padded, count % 3);
            std::vector<QueryCodes> queries;
            std::vector<Int8Query> views;
            for (std::size_t q = 0; q < 7; ++q)
                queries.emplace_back(random, padded, q);
            for (const QueryCodes& query : queries)
                views.push_back(query.view());
            constexpr float kUntouched = -77;

            std::vector<float> out(count + 1, kUntouched);
            kernels().dotRows(views[0], rows.view(), 5, count, out.data());
            for (std::size_t i = 0; i < count; ++i)
                ASSERT_EQ(out[i], referenceProduct(queries[0], rows, 5 + i));
            ASSERT_EQ(out[count], kUntouched);

            std::vector<std::uint32_t> numbers;
            for (std::size_t i = 0; i < count; ++i)
                numbers.push_back(static_cast<std::uint32_t>(random.below(40)));
            std::fill(out.begin(), out.end(), kUntouched);
            kernels().dotScattered(views[1], rows.view(), numbers.data(), count, out.data());
            for (std::size_t i = 0; i < count; ++i)
                ASSERT_EQ(out[i], referenceProduct(queries[1], rows, numbers[i]));
            ASSERT_EQ(out[count], kUntouched);

            for (std::size_t queryCount = 0; queryCount <= queries.size(); ++queryCount) {
                const std::size_t stride = count + 2;
                std::vector<float> tile(queryCount * stride + 1, kUntouched);
                kernels().dotTile(views.data(), queryCount, rows.view(), 3, count, tile.data(), stride);
                for (std::size_t q = 0; q < queryCount; ++q) {
                    for (std::size_t i = 0; i < count; ++i)
                        ASSERT_EQ(tile[q * stride + i], referenceProduct(queries[q], rows, 3 + i));
                    ASSERT_EQ(tile[q * stride + count], kUntouched);
                }
            }
        }
}

TEST_P(EveryInt8Kernel, QuantisesByTheFormulaAndPadsWithZeros)
{
    Random random(3);
    const std::vector<float> values = normals(random, 1600);
    for (const std::size_t length : lengthsToTry())
        for (std::size_t start = 0; start < 3; ++start) {
            const float* source = values.data() + start;
            const std::size_t padded = int8Padded(length);
            std::vector<std::uint8_t> codes(padded + 1, 77);
            std::vector<std::int8_t> query(padded + 1, 77);
            std::int32_t sum = 0;
            std::int32_t querySum = 0;
            const float scale = kernels().quantise(source, length, codes.data(), &sum);
            ASSERT_EQ(kernels().quantiseQuery(source, length, query.data(), &querySum), scale);
            ASSERT_EQ(sum, querySum);
            float largest = 0;
            for (std::size_t i = 0; i < length; ++i)
                largest = std::max(largest, std::abs(source[i]));
            ASSERT_EQ(scale, largest / 127.0F);
            const float factor = 127.0F / largest;
            std::int32_t expectedSum = 0;
            for (std::size_t i = 0; i < padded; ++i) {
                const int expected = i < length ? static_cast<int>(std::nearbyint(source[i] * factor)) : 0;
                expectedSum += expected;
                ASSERT_EQ(codes[i] - 128, expected) << length << " " << i;
                ASSERT_EQ(query[i], expected);
            }
            ASSERT_EQ(sum, expectedSum);
            ASSERT_EQ(codes[padded], 77);
            ASSERT_EQ(query[padded], 77);
        }
}

TEST_P(EveryInt8Kernel, DequantisingStaysWithinHalfAStep)
{
    Random random(4);
    for (const std::size_t length : {1U, 7U, 16U, 63U, 64U, 200U, 768U}) {
        const std::vector<float> values = normals(random, length);
        std::vector<std::uint8_t> codes(int8Padded(length));
        const float scale = kernels().quantise(values.data(), length, codes.data(), nullptr);
        std::vector<float> decoded(length + 1, -77);
        kernels().dequantise(codes.data(), scale, length, decoded.data());
        for (std::size_t i = 0; i < length; ++i)
            ASSERT_NEAR(decoded[i], values[i], 0.5001 * static_cast<double>(scale));
        ASSERT_EQ(decoded[length], -77);
    }
}

TEST_P(EveryInt8Kernel, ZerosAndVanishingNumbersAreZero)
{
    for (const float value : {0.0F, std::numeric_limits<float>::denorm_min(), 1e-40F, 0x1p-101F}) {
        const std::vector<float> values(100, value);
        std::vector<std::uint8_t> codes(int8Padded(100), 1);
        std::int32_t sum = 1;
        EXPECT_EQ(kernels().quantise(values.data(), 100, codes.data(), &sum), 0.0F);
        EXPECT_EQ(sum, 0);
        EXPECT_EQ(codes, std::vector<std::uint8_t>(128, 128));
    }
    // Beside a large number the vanishing ones are zero too, and the largest float fits.
    std::vector<float> values(64, 1e-40F);
    values[3] = std::numeric_limits<float>::max();
    values[4] = -std::numeric_limits<float>::max();
    std::vector<std::uint8_t> codes(64);
    EXPECT_TRUE(std::isfinite(kernels().quantise(values.data(), 64, codes.data(), nullptr)));
    EXPECT_EQ(codes[3], 255);
    EXPECT_EQ(codes[4], 1);
    EXPECT_EQ(codes[5], 128);
}

TEST_P(EveryInt8Kernel, SquaredDistanceIsThatOfTheDecodedRows)
{
    Random random(5);
    const Codes rows(random, 2, 192, 0);
    double expected = 0;
    for (std::size_t i = 0; i < 192; ++i) {
        const double difference = static_cast<double>(rows.scales[0]) * rows.code(0, i)
            - static_cast<double>(rows.scales[1]) * rows.code(1, i);
        expected += difference * difference;
    }
    EXPECT_NEAR(int8SquaredDistance(kernels(), rows.view(), 0, rows.sums[0], 1, rows.sums[1]), expected,
                1e-9 * expected);
    EXPECT_NEAR(int8SquaredDistance(kernels(), rows.view(), 1, rows.sums[1], 1, rows.sums[1]), 0, 1e-9);
}

INSTANTIATE_TEST_SUITE_P(Simd, EveryInt8Kernel,
                         testing::ValuesIn(availableKernels().begin(), availableKernels().end()),
                         [](const auto& chosen) { return std::string(chosen.param.name); });

} // namespace
} // namespace tw::simd
