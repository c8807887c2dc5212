// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/faiss_stream.h"

#include <algorithm>

namespace tw {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{4} << 20U;

} // namespace

void FaissStream::append(const void* data, std::size_t size)
{
    const std::span bytes(static_cast<const std::byte*>(data), size);
    if (m_buffer.size() + size > kChunkBytes) {
        send(m_buffer);
        m_buffer.clear();
    }
    if (size >= kChunkBytes)
        send(bytes);
    else
        m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
}

void FaissStream::send(std::span<const std::byte> bytes)
{
    if (m_status && !bytes.empty())
        m_status = m_sink(bytes);
}

void FaissStream::fail(const Error& error)
{
    if (m_status)
        m_status = tw::fail(error);
}

Status FaissStream::finish()
{
    send(m_buffer);
    m_buffer.clear();
    return m_status;
}

int faissMetric(Metric metric) { return metric == Metric::L2 ? 1 : 0; }

void writeFaissHeader(FaissStream& stream, std::size_t dim, std::size_t rows, Metric metric)
{
    constexpr std::int64_t kUnused = 1 << 20;
    stream.value(static_cast<std::int32_t>(dim));
    stream.value(static_cast<std::int64_t>(rows));
    stream.value(kUnused);
    stream.value(kUnused);
    stream.value(std::uint8_t{1}); // trained
    stream.value(static_cast<std::int32_t>(faissMetric(metric)));
}

void writeFaissFlat(FaissStream& stream, const IndexedVectors& vectors, const TaskContext& context)
{
    const MatrixView unit = vectors.unit;
    stream.letters(faissMetric(vectors.metric) == 0 ? "IxFI" : "IxF2");
    writeFaissHeader(stream, unit.cols(), unit.rows(), vectors.metric);
    stream.count(unit.rows() * unit.cols());
    const bool scaled = vectors.metric != Metric::Cosine && !vectors.lengths.empty();
    const std::size_t step = std::max<std::size_t>(1, kChunkBytes / (unit.cols() * sizeof(float)));
    std::vector<float> chunk;
    for (std::size_t first = 0; first < unit.rows() && !stream.failed(); first += step) {
        if (const Status status = context.check(); !status)
            return stream.fail(status.error());
        const std::size_t count = std::min(step, unit.rows() - first);
        const std::span<const float> values(unit.data() + first * unit.cols(), count * unit.cols());
        if (scaled) {
            chunk.resize(values.size());
            for (std::size_t i = 0; i < values.size(); ++i)
                chunk[i] = values[i] * vectors.lengths[first + i / unit.cols()];
            stream.raw(std::span<const float>(chunk));
        } else {
            stream.raw(values);
        }
        context.report(Stage::Writing, first + count, unit.rows());
    }
}

} // namespace tw
