// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/atomic_write.h"
#include "core/index/vector_index.h"

#include <cstring>
#include <string_view>

namespace tw {

/// Sends numbers to a sink in faiss' file layout (its impl/index_write.cpp, 1.7.3; later versions read it): four letters
/// for a class, plain values as they lie in memory, arrays behind their count as 64 bits. Private to core/index.
/// The first error stops everything behind it; ask status() at the end.
class FaissStream {
public:
    explicit FaissStream(const ByteSink& sink) : m_sink(sink) {}

    void letters(std::string_view four) { append(four.data(), four.size()); }
    template <class T>
    void value(const T& item)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        append(&item, sizeof(T));
    }
    void count(std::size_t items) { value(static_cast<std::uint64_t>(items)); }
    template <class T>
    void raw(std::span<const T> items)
    {
        append(items.data(), items.size_bytes());
    }
    template <class T>
    void array(std::span<const T> items)
    {
        count(items.size());
        raw(items);
    }
    void fail(const Error& error);
    /// Sends what is still held back.
    Status finish();
    bool failed() const { return !m_status.has_value(); }

private:
    void append(const void* data, std::size_t size);
    void send(std::span<const std::byte> bytes);

    const ByteSink& m_sink;
    std::vector<std::byte> m_buffer;
    Status m_status;
};

/// faiss' numbers for the metrics: 0 inner product (also for cosine, over unit rows), 1 L2.
int faissMetric(Metric metric);
/// What every index begins with behind its four letters.
void writeFaissHeader(FaissStream& stream, std::size_t dim, std::size_t rows, Metric metric);
/// A whole flat index with the rows at the lengths they have. Progress in Stage::Writing, in rows; looks at the context
/// every few megabytes.
void writeFaissFlat(FaissStream& stream, const IndexedVectors& vectors, const TaskContext& context);

} // namespace tw
