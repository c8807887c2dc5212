// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/vector_formats.h"

#include <bit>
#include <charconv>
#include <cstring>

namespace tw {
namespace {

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr std::size_t kRowsAtOnce = 4096;

/// What the dictionary in front of the numbers says.
struct NpyHeader {
    char kind = 'f';
    std::size_t width = 4;     ///< Bytes a number.
    bool bigEndian = false;
    bool fortranOrder = false;
    std::uint64_t rows = 0;
    std::uint64_t cols = 0;
};

/// What stands behind 'name': in the dictionary; empty when it is not there.
std::string_view valueOf(std::string_view dictionary, std::string_view name)
{
    for (const char quote : {'\'', '"'}) {
        const std::string key = fmt::format("{}{}{}", quote, name, quote);
        const std::size_t found = dictionary.find(key);
        if (found == std::string_view::npos)
            continue;
        std::string_view rest = dictionary.substr(found + key.size());
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t:"), rest.size()));
        return rest;
    }
    return {};
}

std::optional<std::vector<std::uint64_t>> shapeOf(std::string_view text)
{
    if (!text.starts_with('('))
        return std::nullopt;
    const std::size_t end = text.find(')');
    if (end == std::string_view::npos)
        return std::nullopt;
    text = text.substr(1, end - 1);
    std::vector<std::uint64_t> shape;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(" ,"), text.size()));
        if (text.empty())
            return shape;
        std::uint64_t length = 0;
        const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), length);
        if (error != std::errc())
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
        // Python 2 wrote long numbers with an L behind them.
        if (text.starts_with('L'))
            text.remove_prefix(1);
        shape.push_back(length);
    }
}

Result<NpyHeader> headerOf(const std::filesystem::path& path, std::string_view dictionary)
{
    const std::string_view type = valueOf(dictionary, "descr");
    const auto shape = shapeOf(valueOf(dictionary, "shape"));
    const std::string_view order = valueOf(dictionary, "fortran_order");
    if (type.empty() || !shape || order.empty())
        return brokenVectors(path, "the header is not that of a .npy file");
    if (type.size() < 4 || (type[0] != '\'' && type[0] != '"'))
        return fail(ErrorCode::Unsupported, path.string(), "numbers in a record of several");
    const std::string_view name = type.substr(1, std::min(type.find(type[0], 1), type.size()) - 1);
    NpyHeader header;
    header.bigEndian = name.starts_with('>');
    const std::string_view plain = name.find_first_of("<>|=") == 0 ? name.substr(1) : name;
    if (plain != "f2" && plain != "f4" && plain != "f8")
        return fail(ErrorCode::Unsupported, path.string(),
                    fmt::format("numbers of type {}; float16, float32 and float64 can be read", name));
    header.width = static_cast<std::size_t>(plain[1] - '0');
    header.fortranOrder = order.starts_with("True");
    if (shape->size() != 2)
        return fail(ErrorCode::Unsupported, path.string(),
                    fmt::format("{} dimensions; a matrix has two, rows and numbers", shape->size()));
    header.rows = (*shape)[0];
    header.cols = (*shape)[1];
    return header;
}

template <class Bits>
Bits bitsAt(const std::byte* at, bool bigEndian)
{
    std::array<std::byte, sizeof(Bits)> bytes{};
    std::memcpy(bytes.data(), at, sizeof(Bits));
    if (bigEndian)
        std::ranges::reverse(bytes);
    return std::bit_cast<Bits>(bytes);
}

float numberAt(const std::byte* at, const NpyHeader& header)
{
    switch (header.width) {
    case 2: return floatOfHalf(bitsAt<std::uint16_t>(at, header.bigEndian));
    case 4: return std::bit_cast<float>(bitsAt<std::uint32_t>(at, header.bigEndian));
    default: return static_cast<float>(std::bit_cast<double>(bitsAt<std::uint64_t>(at, header.bigEndian)));
    }
}

Status fillRows(Matrix& matrix, const std::byte* numbers, const NpyHeader& header, const TaskContext& context)
{
    const std::size_t rowStep = header.fortranOrder ? 1 : matrix.cols();
    const std::size_t colStep = header.fortranOrder ? matrix.rows() : 1;
    const bool plain = header.width == 4 && !header.bigEndian && !header.fortranOrder;
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        if (row % kRowsAtOnce == 0) {
            TW_TRY(context.check());
            context.report(Stage::Reading, row, matrix.rows());
        }
        const std::byte* first = numbers + row * rowStep * header.width;
        const std::span<float> to = matrix.row(row);
        if (plain) {
            std::memcpy(to.data(), first, to.size_bytes());
            continue;
        }
        for (std::size_t col = 0; col < to.size(); ++col)
            to[col] = numberAt(first + col * colStep * header.width, header);
    }
    context.report(Stage::Reading, matrix.rows(), matrix.rows());
    return {};
}

} // namespace

bool isNpy(std::span<const std::byte> bytes)
{
    return bytes.size() >= kMagic.size() && std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) == 0;
}

Result<VectorFile> readNpy(const std::filesystem::path& path, std::span<const std::byte> bytes,
                           const TaskContext& context)
{
    // numpy.lib.format: magic, two bytes of version, the header's length (2 bytes in version 1, 4 later), the header.
    constexpr std::size_t kVersionAt = 6;
    if (bytes.size() < kVersionAt + 6)
        return brokenVectors(path, "is cut short");
    const auto version = std::to_integer<int>(bytes[kVersionAt]);
    if (version < 1 || version > 3)
        return fail(ErrorCode::Unsupported, path.string(), fmt::format("version {} of .npy", version));
    const std::size_t lengthBytes = version == 1 ? 2 : 4;
    const std::byte* lengthAt = bytes.data() + kVersionAt + 2;
    const std::size_t length =
        version == 1 ? bitsAt<std::uint16_t>(lengthAt, false) : bitsAt<std::uint32_t>(lengthAt, false);
    const std::size_t begin = kVersionAt + 2 + lengthBytes;
    if (length > bytes.size() - begin)
        return brokenVectors(path, "is cut short");
    const std::string_view dictionary(reinterpret_cast<const char*>(bytes.data()) + begin, length);
    TW_ASSIGN(const NpyHeader header, headerOf(path, dictionary));
    TW_TRY(checkRoom(path, header.rows, header.cols));
    const std::uint64_t wanted = header.rows * header.cols * header.width;
    if (bytes.size() - begin - length < wanted)
        return brokenVectors(path, fmt::format("is cut short: {} rows of {} numbers would be {} bytes", header.rows,
                                               header.cols, wanted));
    VectorFile file;
    file.format = VectorFormat::Npy;
    file.vectors = Matrix(header.rows, header.cols);
    TW_TRY(fillRows(file.vectors, bytes.data() + begin + length, header, context));
    return file;
}

} // namespace tw
