// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tw::ui {

/// A genre's name in the window's language, for those met in most catalogues; others, and all in English, as they came.
///
/// @param genre  As in the catalogue, plain text; case does not matter.
QString genreText(const QString& genre);

} // namespace tw::ui
