// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/table_rows.h"

#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace tw {

namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view trimmed(std::string_view cell)
{
    const std::size_t first = cell.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return cell.substr(first, cell.find_last_not_of(kBlanks) - first + 1);
}

/// Follows quotes and brackets through a row. They count at the start of a cell alone: a film may be called 5" or REC[.
class Nesting {
public:
    bool inside() const { return m_quoted || m_bracketed; }
    void take(char c)
    {
        const bool reopens = m_closed && c == '"';
        m_closed = false;
        if (m_quoted) {
            m_closed = c == '"';
            m_quoted = !m_closed;
        } else if (m_bracketed) {
            m_bracketed = c != ']';
        } else {
            m_quoted = reopens || (m_atStart && c == '"');
            m_bracketed = m_atStart && c == '[';
            m_atStart = c == ',' || c == ';' || c == '\t' || (m_atStart && c == ' ');
        }
    }

private:
    bool m_quoted = false;
    bool m_bracketed = false;
    bool m_closed = false; ///< The last one was a quote that closed; another one behind it opens again.
    bool m_atStart = true;
};

} // namespace

struct TableRows::Stream {
    gzFile file = nullptr;
    std::vector<char> buffer = std::vector<char>(std::size_t{1} << 18U);
    std::size_t begin = 0;
    std::size_t end = 0;

    ~Stream()
    {
        if (file)
            ::gzclose(file);
    }
};

TableRows::TableRows(std::filesystem::path path) : m_path(std::move(path)), m_stream(std::make_unique<Stream>()) {}
TableRows::TableRows(TableRows&&) noexcept = default;
TableRows::~TableRows() = default;

Result<TableRows> TableRows::open(const std::filesystem::path& path)
{
    TableRows rows(path);
    rows.m_stream->file = ::gzopen(path.c_str(), "rbe");
    if (!rows.m_stream->file)
        return fail(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::FileUnreadable, path.string(),
                    std::strerror(errno));
    std::error_code unknown;
    const std::uintmax_t size = std::filesystem::file_size(path, unknown);
    rows.m_total = unknown ? 0 : size;
    return rows;
}

std::uint64_t TableRows::fileBytesRead() const
{
    const auto offset = ::gzoffset(m_stream->file);
    return offset < 0 ? 0 : std::min(static_cast<std::uint64_t>(offset), m_total);
}

/// Appends one line, without its end, to the row.
Result<bool> TableRows::readLine()
{
    Stream& in = *m_stream;
    bool any = false;
    while (true) {
        if (in.begin == in.end) {
            const int got = ::gzread(in.file, in.buffer.data(), static_cast<unsigned>(in.buffer.size()));
            int code = Z_OK;
            const char* message = ::gzerror(in.file, &code);
            if (got < 0 || (got == 0 && code != Z_OK))
                return fail(code == Z_ERRNO ? ErrorCode::FileUnreadable : ErrorCode::FormatBroken, m_path.string(),
                            code == Z_ERRNO ? std::strerror(errno) : message);
            if (got == 0)
                return any;
            in.begin = 0;
            in.end = static_cast<std::size_t>(got);
        }
        any = true;
        const std::string_view rest(in.buffer.data() + in.begin, in.end - in.begin);
        const std::size_t lineEnd = rest.find('\n');
        const std::string_view piece = rest.substr(0, lineEnd);
        if (piece.find('\0') != std::string_view::npos)
            return fail(ErrorCode::FormatUnknown, m_path.string(), "neither text nor a known file of vectors");
        if (m_row.size() + piece.size() > kMostRowBytes)
            return fail(ErrorCode::FormatBroken, m_path.string(), "a row that does not end");
        m_row += piece;
        in.begin += piece.size();
        if (lineEnd != std::string_view::npos) {
            ++in.begin;
            return true;
        }
    }
}

bool TableRows::isOpenEnded() const
{
    Nesting nesting;
    for (const char c : m_row)
        nesting.take(c);
    return nesting.inside();
}

Result<bool> TableRows::readRow()
{
    while (true) {
        m_row.clear();
        TW_ASSIGN(bool found, readLine());
        if (!found)
            return false;
        while (isOpenEnded()) {
            m_row += ' ';
            TW_ASSIGN(found, readLine());
            if (!found)
                return fail(ErrorCode::FormatBroken, m_path.string(), "a quote or bracket that is never closed");
        }
        if (m_row.starts_with("\xEF\xBB\xBF"))
            m_row.erase(0, 3);
        if (!trimmed(m_row).empty())
            return true;
    }
}

void TableRows::chooseSeparator()
{
    constexpr std::array kSeparators = {'\t', ';', ',', ' '};
    std::array<std::size_t, kSeparators.size()> counts{};
    Nesting nesting;
    for (const char c : trimmed(m_row)) {
        nesting.take(c);
        for (std::size_t i = 0; i < kSeparators.size(); ++i)
            counts.at(i) += !nesting.inside() && c == kSeparators.at(i) ? 1 : 0;
    }
    m_separator = ',';
    for (std::size_t i = kSeparators.size(); i-- > 0;)
        if (counts.at(i) > 0)
            m_separator = kSeparators.at(i);
}

void TableRows::cut(std::vector<std::string_view>& cells) const
{
    cells.clear();
    const auto add = [&cells](std::string_view cell) {
        cell = trimmed(cell);
        if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
            cell = trimmed(cell.substr(1, cell.size() - 2));
        cells.push_back(cell);
    };
    const std::string_view row = m_separator == ' ' ? trimmed(m_row) : std::string_view(m_row);
    Nesting nesting;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const char c = row[i];
        nesting.take(c);
        if (c != m_separator || nesting.inside())
            continue;
        if (m_separator != ' ' || i > begin)
            add(row.substr(begin, i - begin));
        begin = i + 1;
    }
    add(row.substr(begin));
}

Result<bool> TableRows::next(std::vector<std::string_view>& cells)
{
    TW_ASSIGN(const bool found, readRow());
    if (!found)
        return false;
    if (m_separator == 0)
        chooseSeparator();
    cut(cells);
    return true;
}

} // namespace tw
