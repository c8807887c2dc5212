// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/formats/csv_row.h"

#include "core/base/text.h"
#include "core/catalog/read_limits.h"

namespace tw {

namespace {

/// Looking for the end of a quote that has none costs what it looks at; a file of such quotes would cost it again for
/// each. So every failure halves how far the next one may look, down to this, and every quote that closes doubles it.
constexpr std::size_t kLeastQuoteLimit = 4 * 1024;

} // namespace

Result<bool> CsvRows::read(std::size_t limit)
{
    m_limit = limit;
    while (true) {
        if (m_source.peek() == ByteSource::kEnd) {
            TW_TRY(m_source.status());
            return false;
        }
        TW_TRY(readRow());
        if (m_fault || m_cells.size() > 1 || !trim(m_cells.front()).empty())
            return true;
    }
}

Status CsvRows::readRow()
{
    m_cells.clear();
    m_fault.reset();
    m_bytes = 0;
    m_hadNul = false;
    m_line = m_source.line();
    while (readCell()) {
        if (m_cells.size() == kMaxColumns) {
            giveUpRow(SkipReason::TooManyColumns, fmt::format("more than {} cells", kMaxColumns));
            break;
        }
    }
    // Behind a fault in the file its last line is not complete.
    return m_source.status();
}

void CsvRows::skipLine()
{
    while (true) {
        const int c = m_source.get();
        if (c == ByteSource::kEnd || endsLine(c))
            return;
    }
}

bool CsvRows::endsLine(int c) const { return c == (m_dialect.returnsOnly ? '\r' : '\n'); }

/// The separator was taken already when it is one character; of two, the second is still to come.
bool CsvRows::separatorNext()
{
    if (!m_dialect.doubledSeparator)
        return true;
    if (m_source.peek() != m_dialect.separator)
        return false;
    m_source.get();
    return true;
}

/// Appends one cell to m_cells; true when another one follows in this row.
bool CsvRows::readCell()
{
    std::string& cell = m_cells.emplace_back();
    if (m_dialect.quotes && m_source.peek() == '"' && !readQuoted(cell))
        return false;
    while (true) {
        const int c = m_source.get();
        if (c == ByteSource::kEnd || endsLine(c))
            return false;
        if (c == m_dialect.separator && separatorNext())
            return true;
        if (c == '\r' && (m_source.peek() == '\n' || m_source.peek() == ByteSource::kEnd))
            continue;
        // A blank before a quote is how people write lists of cells.
        if (c == ' ' && cell.empty() && m_dialect.quotes && m_source.peek() == '"') {
            if (!readQuoted(cell))
                return false;
            continue;
        }
        if (!append(cell, c)) {
            giveUpRow(SkipReason::RecordTooLarge, fmt::format("longer than {} bytes", m_limit));
            return false;
        }
    }
}

bool CsvRows::closesHere()
{
    const int after = m_source.peek();
    return after == m_dialect.separator || after == '\r' || after == '\n' || after == ByteSource::kEnd;
}

/// Reads from the opening quote to behind the closing one; false when the row is given up.
bool CsvRows::readQuoted(std::string& cell)
{
    const std::uint64_t line = m_source.line();
    m_source.get();
    m_marked = false;
    while (true) {
        const int c = m_source.get();
        if (c == ByteSource::kEnd) {
            giveUpQuote(line);
            return false;
        }
        if (c == '\\' && readEscape(cell))
            continue;
        if (c == '"' && m_source.peek() != '"') {
            if (closesHere())
                break;
            // A quote inside the first line is part of a title: "A" gai waak. Further down it is the next cell's
            // opening one, and ours was never closed.
            if (m_marked) {
                giveUpQuote(line);
                return false;
            }
            cell = '"' + cell + '"';
            break;
        }
        if (c == '"')
            m_source.get();
        if (!append(cell, c) || m_bytes > m_quoteLimit) {
            const bool wholeLine = !m_marked;
            if (wholeLine)
                giveUpRow(SkipReason::RecordTooLarge, fmt::format("longer than {} bytes", m_limit));
            else
                giveUpQuote(line);
            return false;
        }
        const bool lineBegins = endsLine(c) || (c == '\r' && m_source.peek() != '\n');
        if (lineBegins && !m_marked) {
            m_source.mark();
            m_marked = true;
        }
    }
    m_source.unmark();
    m_quoteLimit = std::min(m_quoteLimit, kMaxRecordBytes) * 2;
    return true;
}

/// Behind a backslash: takes a quote as part of the cell unless it may close it.
bool CsvRows::readEscape(std::string& cell)
{
    const int escaped = m_source.peek();
    if (escaped != '"' && !(escaped == '\\' && m_dialect.backslashes))
        return false;
    if (!m_dialect.backslashes) {
        const std::string_view next = m_source.look(2);
        const char after = next.size() > 1 ? next[1] : '\n';
        if (after == m_dialect.separator || after == '\n' || after == '\r' || after == '"')
            return false;
    }
    m_source.get();
    append(cell, escaped);
    return true;
}

bool CsvRows::append(std::string& cell, int c)
{
    if (++m_bytes > m_limit)
        return false;
    if (c == '\0') {
        m_hadNul = true;
        return true;
    }
    cell.push_back(static_cast<char>(c));
    return true;
}

void CsvRows::giveUpQuote(std::uint64_t line)
{
    if (m_marked)
        m_source.rewind();
    if (m_bytes > kLeastQuoteLimit)
        m_quoteLimit = std::max(std::min(m_quoteLimit, m_limit) / 2, kLeastQuoteLimit);
    m_line = line;
    m_fault = RecordFault{SkipReason::UnclosedQuote, fmt::format("a quote opened in line {} is not closed", line)};
    m_cells.assign(1, {});
}

void CsvRows::giveUpRow(SkipReason reason, std::string detail)
{
    m_source.unmark();
    m_cells.assign(1, {});
    m_cells.shrink_to_fit();
    skipLine();
    m_fault = RecordFault{reason, std::move(detail)};
}

} // namespace tw
