// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/index_choice.h"
#include "core/index/index_curve.h"

#include <QString>

namespace tw::ui {

// How an index is spoken of. Plain text.

/// "Automatic", "Exact", "HNSW graph", "IVF-PQ".
QString indexKindText(IndexKind kind);
/// In tables: "exact", "HNSW", "IVF-PQ".
QString indexShortText(IndexKind kind);
/// "Automatic", "Small", "Fast".
QString indexLayoutText(IndexLayout layout);
/// The name of a way to search beside others: "Exact", "HNSW, small", "HNSW, fast", "IVF-PQ".
QString indexNameText(IndexKind kind, IndexLayout layout);
/// What a kind is good for: one sentence without full stop.
QString indexKindNote(IndexKind kind);
/// What a layout is good for: one line.
QString indexLayoutNote(IndexLayout layout);

/// Why Automatic takes what it takes here: one or two whole sentences. Empty when nothing was left to it.
QString choiceReasonText(const IndexChoice& choice, const IndexOptions& wanted, const IndexSituation& situation);
/// Why the present index is of its kind although it was wanted otherwise: a whole sentence; empty when it is as asked
/// or as Automatic chooses.
QString factsReasonText(IndexReason reason);

/// "41 MB · about 0.2 ms a search".
QString costText(const IndexChoice& choice);
/// "about 0.2 ms"; under a hundredth "under 0.01 ms".
QString millisecondsText(double milliseconds);
/// "0.990".
QString recallText(double recall);
/// "7,150": two or three digits that matter.
QString speedText(double perSecond);
/// "Care while searching 48", "16 lists looked at", or nothing for exact search.
QString effortText(IndexKind kind, int effort);
/// All that is known of a point in one line: "HNSW, small · care 48 · recall 0.990 · 7,150 answers a second · 0.14 ms,
/// slowest 0.31 ms".
QString pointText(const CurvePoint& point);

} // namespace tw::ui
