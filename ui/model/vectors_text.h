// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/space_import.h"

#include <QString>
#include <QStringList>

namespace tw::ui {

/// What came of bringing vectors, in a sentence or two: "4,790 films have a vector now; 13 rows were left out."
QString vectorsText(const ImportSpaceReport& report);
/// A line for each row that was left out, with its number and the reason; at most `most`, then how many more.
QStringList leftOutLines(const ImportSpaceReport& report, std::size_t most = 200);
/// "Cosine", "Inner product", "Distance"; and what each is for.
QString metricText(Metric metric);
QString metricNote(Metric metric);

} // namespace tw::ui
