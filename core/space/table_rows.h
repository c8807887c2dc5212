// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// Cuts a text file of numbers, plain or gzip, into rows of cells; private to core/space. Cells in quotes may hold line
/// ends; so may cells in square brackets, as whole vectors are printed.
class TableRows {
public:
    /// Errors: NotFound, FileUnreadable.
    static Result<TableRows> open(const std::filesystem::path& path);
    TableRows(TableRows&&) noexcept;
    ~TableRows();

    /// The next row that is not blank; false at the end. Cells are trimmed, without their quotes, and live until the next
    /// call. Errors: FileUnreadable, FormatBroken (damaged gzip; a row of more than kMostRowBytes; a NUL, so no text).
    Result<bool> next(std::vector<std::string_view>& cells);
    static constexpr std::size_t kMostRowBytes = std::size_t{64} << 20U;

    std::uint64_t fileBytesRead() const;
    std::uint64_t fileBytesTotal() const { return m_total; }

private:
    explicit TableRows(std::filesystem::path path);
    Result<bool> readRow();
    Result<bool> readLine();
    bool isOpenEnded() const;
    void chooseSeparator();
    void cut(std::vector<std::string_view>& cells) const;

    struct Stream;
    std::filesystem::path m_path;
    std::unique_ptr<Stream> m_stream;
    std::string m_row;
    char m_separator = 0; ///< 0: not chosen yet; ' ' stands for any blanks.
    std::uint64_t m_total = 0;
};

} // namespace tw
