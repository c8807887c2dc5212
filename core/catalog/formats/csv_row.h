// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/formats/csv_dialect.h"
#include "core/catalog/input/byte_source.h"
#include "core/catalog/read_limits.h"
#include "core/catalog/record.h"

namespace tw {

/// Cuts text into rows of cells; private to core/catalog. A row that can't be read has a fault, and the next read goes
/// on behind it: behind the line in which a quote was opened and never closed, else behind its last line.
class CsvRows {
public:
    /// Both are borrowed.
    CsvRows(ByteSource& source, const CsvDialect& dialect) : m_source(source), m_dialect(dialect) {}

    /// Reads the next row that is not blank; false at the end. Errors: those of the source.
    Result<bool> read(std::size_t limit);
    std::vector<std::string>& cells() { return m_cells; }
    const std::optional<RecordFault>& fault() const { return m_fault; }
    /// Where the row begins, or where its unclosed quote does.
    std::uint64_t line() const { return m_line; }
    bool hadNul() const { return m_hadNul; }
    void skipLine();

private:
    Status readRow();
    bool readCell();
    bool readQuoted(std::string& cell);
    bool readEscape(std::string& cell);
    bool append(std::string& cell, int c);
    bool endsLine(int c) const;
    bool separatorNext();
    bool closesHere();
    void giveUpQuote(std::uint64_t line);
    void giveUpRow(SkipReason reason, std::string detail);

    ByteSource& m_source;
    const CsvDialect& m_dialect;
    std::vector<std::string> m_cells;
    std::optional<RecordFault> m_fault;
    std::uint64_t m_line = 0;
    std::size_t m_limit = 0;
    std::size_t m_quoteLimit = kMaxRecordBytes;
    std::size_t m_bytes = 0;
    bool m_marked = false;
    bool m_hadNul = false;
};

} // namespace tw
