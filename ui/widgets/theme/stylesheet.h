// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tw {

class Theme;

/// The application style sheet for a theme: everything Qt draws that the kit does not paint itself.
QString buildStyleSheet(const Theme& theme);

}  // namespace tw
