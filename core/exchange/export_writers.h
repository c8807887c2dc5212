// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/list_export.h"

#include <span>
#include <string>

namespace tw {

// The text of one file, one function a format; parameters and promises as exportText.

std::string csvText(std::span<const ExportRow> rows, std::span<const ExportColumn> columns);
std::string jsonText(std::span<const ExportRow> rows, std::span<const ExportColumn> columns);
std::string markdownText(std::span<const ExportRow> rows, std::span<const ExportColumn> columns,
                         std::string_view heading);
std::string letterboxdText(std::span<const ExportRow> rows, std::span<const ExportColumn> columns);

/// One cell of text as csvText writes it: quoted where RFC 4180 wants it, with an apostrophe before what a spreadsheet
/// would take for a formula.
std::string csvCell(std::string_view text);

/// True when the row has something in this column.
bool hasValue(const ExportRow& row, ExportColumn column);
/// Letterboxd's own name of the column; empty when it has none.
std::string_view letterboxdName(ExportColumn column);

} // namespace tw
