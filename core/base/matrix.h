// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstddef>
#include <span>
#include <vector>

namespace tw {

/// A borrowed row-major float matrix [rows × cols], rows adjacent. Does not own; valid while its source lives.
class MatrixView {
public:
    MatrixView() = default;
    MatrixView(const float* data, std::size_t rows, std::size_t cols) : m_data(data), m_rows(rows), m_cols(cols) {}

    const float* data() const { return m_data; }
    std::size_t rows() const { return m_rows; }
    std::size_t cols() const { return m_cols; }
    bool empty() const { return m_rows == 0; }
    std::span<const float> row(std::size_t i) const
    {
        assert(i < m_rows);
        return {m_data + i * m_cols, m_cols};
    }
    /// One row as a matrix of one row.
    static MatrixView ofRow(std::span<const float> row) { return {row.data(), 1, row.size()}; }

private:
    const float* m_data = nullptr;
    std::size_t m_rows = 0;
    std::size_t m_cols = 0;
};

/// An owned row-major float matrix [rows × cols]. Grows by rows; converts to MatrixView.
class Matrix {
public:
    Matrix() = default;
    /// Zero-filled.
    Matrix(std::size_t rows, std::size_t cols) : m_values(rows * cols), m_cols(cols) {}

    std::size_t rows() const { return m_cols == 0 ? 0 : m_values.size() / m_cols; }
    std::size_t cols() const { return m_cols; }
    bool empty() const { return m_values.empty(); }
    float* data() { return m_values.data(); }
    const float* data() const { return m_values.data(); }
    std::span<float> row(std::size_t i) { return {m_values.data() + i * m_cols, m_cols}; }
    std::span<const float> row(std::size_t i) const { return {m_values.data() + i * m_cols, m_cols}; }
    /// Appends one row; the first row appended to an empty matrix sets cols().
    void appendRow(std::span<const float> row)
    {
        if (m_cols == 0)
            m_cols = row.size();
        assert(row.size() == m_cols);
        m_values.insert(m_values.end(), row.begin(), row.end());
    }
    void reserveRows(std::size_t rows) { m_values.reserve(rows * m_cols); }
    MatrixView view() const { return {m_values.data(), rows(), m_cols}; }
    operator MatrixView() const { return view(); }

private:
    std::vector<float> m_values;
    std::size_t m_cols = 0;
};

} // namespace tw
