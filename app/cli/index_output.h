// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "core/index/index_choice.h"
#include "core/index/index_curve.h"

namespace tw::cli {

// The names of docs/cli.md, in JSON and for options.
std::string_view kindName(IndexKind kind);
std::string_view layoutName(IndexLayout layout);
std::string_view reasonName(IndexReason reason);

/// Why an index is what it is, in a sentence without a full stop; empty when it was asked for.
std::string reasonText(IndexReason reason, IndexKind kind, std::size_t rows);

/// What an index is and takes: the object "index" of docs/cli.md, and lines for people.
Json indexJson(const VectorIndex& index);
std::string indexText(const VectorIndex& index);

/// What was chosen: members "reason", "layout_reason" and what is expected, added to the object.
void setChoice(Json& json, const IndexChoice& choice, const IndexFacts& facts);
std::string choiceText(const IndexChoice& choice, const IndexFacts& facts, std::size_t rows);

/// The table of `index bench`.
Json curveJson(const IndexCurve& curve, std::size_t k);
std::string curveText(const IndexCurve& curve, std::size_t k);

} // namespace tw::cli
