// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytes.h"
#include "core/base/files.h"
#include "core/projection/pca.h"

namespace tw {
namespace {

constexpr EnvelopeKind kEnvelope{"tw-projection", 1};
/// Coordinates along directions with no larger share of the variance are rounding noise and rank nothing.
constexpr float kNoVariance = 1e-9F;

/// Writes each row's place among all in direction `column` as a number from 0 to 1.
void rankColumn(const Matrix& coordinates, std::size_t column, Matrix& ranks)
{
    const std::size_t rows = coordinates.rows();
    std::vector<std::uint32_t> order(rows);
    std::iota(order.begin(), order.end(), 0U);
    const auto value = [&](std::uint32_t row) { return coordinates.row(row)[column]; };
    std::ranges::sort(order, {}, value);
    for (std::size_t begin = 0; begin < rows;) {
        std::size_t end = begin + 1;
        while (end < rows && value(order[end]) == value(order[begin]))
            ++end;
        const double place = static_cast<double>(begin + end - 1) / 2 / static_cast<double>(rows - 1);
        for (; begin < end; ++begin)
            ranks.row(order[begin])[column] = static_cast<float>(place);
    }
}

void write(ByteWriter& writer, const Matrix& matrix)
{
    writer.value(static_cast<std::uint64_t>(matrix.cols()));
    writer.array(std::span(matrix.data(), matrix.rows() * matrix.cols()));
}

/// Empty when the numbers do not make whole rows.
Matrix readMatrix(ByteReader& reader)
{
    const auto cols = static_cast<std::size_t>(reader.value<std::uint64_t>());
    const std::vector<float> numbers = reader.array<float>();
    if (cols == 0 || numbers.size() % cols != 0)
        return {};
    Matrix matrix(numbers.size() / cols, cols);
    std::ranges::copy(numbers, matrix.data());
    return matrix;
}

} // namespace

Result<std::shared_ptr<const Projection>> Projection::build(MatrixView vectors, const TaskContext& context)
{
    auto projection = std::make_shared<Projection>();
    TW_ASSIGN(projection->m_pca, Pca::fit(vectors, kRankDirections, context));
    TW_TRY(context.check());
    const Matrix coordinates = projection->m_pca.project(vectors);
    projection->m_positions = Matrix(vectors.rows(), 2);
    for (std::size_t i = 0; i < vectors.rows(); ++i)
        for (std::size_t axis = 0; axis < std::min<std::size_t>(2, coordinates.cols()); ++axis)
            projection->m_positions.row(i)[axis] = coordinates.row(i)[axis];
    projection->m_ranks = Matrix(vectors.rows(), kRankDirections);
    std::fill_n(projection->m_ranks.data(), vectors.rows() * kRankDirections, 0.5F);
    for (std::size_t column = 0; vectors.rows() > 1 && column < coordinates.cols(); ++column) {
        TW_TRY(context.check());
        if (projection->explained()[column] > kNoVariance)
            rankColumn(coordinates, column, projection->m_ranks);
    }
    return projection;
}

std::array<float, 2> Projection::place(std::span<const float> vector) const
{
    const std::vector<float> coordinates = m_pca.project(vector);
    return {coordinates[0], coordinates.size() > 1 ? coordinates[1] : 0.0F};
}

Status Projection::save(const std::filesystem::path& path, const std::string& fingerprint) const
{
    ByteWriter writer;
    writer.text(fingerprint);
    writer.array(std::span(m_pca.m_mean));
    write(writer, m_pca.m_components);
    writer.array(std::span(m_pca.m_explained));
    write(writer, m_positions);
    write(writer, m_ranks);
    return writeEnvelope(path, kEnvelope, writer.bytes());
}

Result<std::shared_ptr<const Projection>> Projection::load(const std::filesystem::path& path,
                                                           const std::string& fingerprint)
{
    TW_ASSIGN(const EnvelopePayload payload, openEnvelope(path, kEnvelope));
    ByteReader reader(payload.bytes);
    if (reader.text() != fingerprint)
        return fail(ErrorCode::Damaged, path.string(), "belongs to other vectors");
    auto projection = std::make_shared<Projection>();
    Pca& pca = projection->m_pca;
    pca.m_mean = reader.array<float>();
    pca.m_components = readMatrix(reader);
    pca.m_explained = reader.array<float>();
    projection->m_positions = readMatrix(reader);
    projection->m_ranks = readMatrix(reader);
    if (!reader.finished() || pca.count() == 0 || pca.m_components.cols() != pca.dim()
        || pca.m_explained.size() != pca.count() || projection->m_positions.cols() != 2
        || projection->m_ranks.cols() != kRankDirections
        || projection->m_ranks.rows() != projection->m_positions.rows())
        return fail(ErrorCode::Damaged, path.string(), "the parts do not fit each other");
    return projection;
}

} // namespace tw
