// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/vector_file.h"

#include "core/index/faiss_file.h"
#include "core/space/vector_formats.h"

#include <bit>
#include <cstring>

namespace tw {
namespace {

using Bytes = std::span<const std::byte>;

std::string lowerExtension(const std::filesystem::path& path)
{
    std::string extension = path.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension;
}

/// Bytes of one number; 0 for a file of another kind.
std::size_t widthOfVecs(const std::string& extension)
{
    if (extension == ".fvecs" || extension == ".ivecs")
        return 4;
    return extension == ".bvecs" ? 1 : 0;
}

float numberOfVecs(const std::byte* at, const std::string& extension)
{
    if (extension == ".bvecs")
        return static_cast<float>(std::to_integer<int>(*at));
    std::int32_t bits = 0;
    std::memcpy(&bits, at, sizeof bits);
    return extension == ".fvecs" ? std::bit_cast<float>(bits) : static_cast<float>(bits);
}

Result<std::int32_t> dimensionAt(const std::filesystem::path& path, Bytes bytes, std::size_t at, std::size_t row)
{
    std::int32_t dim = 0;
    if (bytes.size() - at < sizeof dim)
        return brokenVectors(path, "is cut short", row + 1);
    std::memcpy(&dim, bytes.data() + at, sizeof dim);
    if (dim <= 0)
        return brokenVectors(path, fmt::format("a row of {} numbers", dim), row + 1);
    return dim;
}

/// Each row with its dimension in front: the files of the TEXMEX corpora (corpus-texmex.irisa.fr).
Result<VectorFile> readVecs(const std::filesystem::path& path, Bytes bytes, const TaskContext& context)
{
    constexpr std::size_t kRowsAtOnce = 4096;
    const std::string extension = lowerExtension(path);
    const std::size_t width = widthOfVecs(extension);
    if (bytes.empty())
        return fail(ErrorCode::InvalidArgument, path.string(), "has no rows");
    TW_ASSIGN(const std::int32_t first, dimensionAt(path, bytes, 0, 0));
    const auto dim = static_cast<std::size_t>(first);
    const std::size_t rowBytes = sizeof first + dim * width;
    const std::size_t rows = bytes.size() / rowBytes;
    if (rows * rowBytes != bytes.size())
        return brokenVectors(path, fmt::format("its size is no multiple of {}, that of a row of {} numbers", rowBytes,
                                               dim));
    TW_TRY(checkRoom(path, rows, dim));
    VectorFile file;
    file.format = VectorFormat::Fvecs;
    file.vectors = Matrix(rows, dim);
    for (std::size_t row = 0; row < rows; ++row) {
        if (row % kRowsAtOnce == 0) {
            TW_TRY(context.check());
            context.report(Stage::Reading, row, rows);
        }
        TW_ASSIGN(const std::int32_t rowDim, dimensionAt(path, bytes, row * rowBytes, row));
        if (rowDim != first)
            return fail(Error{ErrorCode::DimensionMismatch, path.string(),
                              fmt::format("{} numbers, the first row has {}", rowDim, first), row + 1});
        const std::byte* numbers = bytes.data() + row * rowBytes + sizeof first;
        for (std::size_t col = 0; col < dim; ++col)
            file.vectors.row(row)[col] = numberOfVecs(numbers + col * width, extension);
    }
    return file;
}

/// The four letters that faiss' files begin with (index_write.cpp): flat, HNSW, IVF and id maps, each with its siblings.
bool isFaiss(Bytes bytes)
{
    constexpr std::array<std::string_view, 6> kBeginnings = {"Ix", "IH", "Iw", "Iv", "IB", "Il"};
    if (bytes.size() < 8)
        return false;
    const std::string_view start(reinterpret_cast<const char*>(bytes.data()), 8);
    // Behind them stands the dimension: no text has such bytes.
    std::int32_t dim = 0;
    std::memcpy(&dim, start.data() + 4, sizeof dim);
    return dim > 0 && dim < (1 << 20)
           && std::ranges::any_of(kBeginnings, [&](std::string_view each) { return start.starts_with(each); });
}

Result<VectorFile> fromFaiss(const std::filesystem::path& path, const TaskContext& context)
{
    TW_ASSIGN(FaissFile read, readFaissFile(path, {}, context));
    if (read.vectors.empty())
        return fail(ErrorCode::InvalidArgument, path.string(), "has no rows");
    VectorFile file;
    file.format = VectorFormat::Faiss;
    file.vectors = std::move(read.vectors);
    file.metric = read.metric;
    return file;
}

} // namespace

Status checkRoom(const std::filesystem::path& path, std::uint64_t rows, std::uint64_t dim)
{
    constexpr std::uint64_t kMostNumbers = kMostVectorBytes / sizeof(float);
    if (rows == 0 || dim == 0)
        return fail(ErrorCode::InvalidArgument, path.string(), "has no rows");
    if (dim > kMostNumbers || rows > kMostNumbers / dim)
        return fail(ErrorCode::InvalidArgument, path.string(), fmt::format("{} rows of {} numbers", rows, dim));
    return {};
}

tl::unexpected<Error> brokenVectors(const std::filesystem::path& path, std::string why,
                                    std::optional<std::uint64_t> row)
{
    return fail(Error{ErrorCode::FormatBroken, path.string(), std::move(why), row});
}

float floatOfHalf(std::uint16_t half)
{
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000U) << 16U;
    const std::uint32_t exponent = (half >> 10U) & 0x1FU;
    const std::uint32_t fraction = half & 0x3FFU;
    if (exponent == 0) {
        // Zero and the numbers below 2^-14, which a float has room for.
        const float value = static_cast<float>(fraction) * 0x1p-24F;
        return sign ? -value : value;
    }
    const std::uint32_t wide = exponent == 0x1FU ? 0xFFU : exponent + 112U;
    return std::bit_cast<float>(sign | (wide << 23U) | (fraction << 13U));
}

Result<VectorFile> readVectorFile(const std::filesystem::path& path, const TaskContext& context)
{
    TW_ASSIGN(const auto file, MappedFile::open(path));
    const Bytes bytes = file->bytes();
    if (isNpy(bytes))
        return readNpy(path, bytes, context);
    if (widthOfVecs(lowerExtension(path)) > 0)
        return readVecs(path, bytes, context);
    if (isFaiss(bytes))
        return fromFaiss(path, context);
    return readVectorTable(path, context);
}

} // namespace tw
