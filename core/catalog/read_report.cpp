// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/read_report.h"

namespace tw {

std::string_view skipReasonName(SkipReason reason)
{
    switch (reason) {
    case SkipReason::NoTitle: return "no_title";
    case SkipReason::TooManyCells: return "too_many_cells";
    case SkipReason::UnclosedQuote: return "unclosed_quote";
    case SkipReason::RecordTooLarge: return "record_too_large";
    case SkipReason::TooManyColumns: return "too_many_columns";
    case SkipReason::BrokenJson: return "broken_json";
    case SkipReason::NotARecord: return "not_a_record";
    case SkipReason::TooDeep: return "too_deep";
    case SkipReason::CutOff: return "cut_off";
    }
    return {};
}

std::string_view mendingName(Mending mending)
{
    switch (mending) {
    case Mending::DoubleEncoding: return "double_encoding";
    case Mending::UndecodableBytes: return "undecodable_bytes";
    case Mending::TextShortened: return "text_shortened";
    case Mending::CellsMissing: return "cells_missing";
    case Mending::NulRemoved: return "nul_removed";
    case Mending::ControlsRemoved: return "controls_removed";
    case Mending::YearOutOfRange: return "year_out_of_range";
    case Mending::DuplicateInFiles: return "duplicate_in_files";
    }
    return {};
}

void ReadCounts::add(SkippedRecord record)
{
    ++skippedByReason[record.reason];
    if (skipped.size() < kMaxListed)
        skipped.push_back(std::move(record));
}

void ReadCounts::add(MendedRecord record)
{
    ++mendedByKind[record.mending];
    if (mended.size() < kMaxListed)
        mended.push_back(std::move(record));
}

} // namespace tw
