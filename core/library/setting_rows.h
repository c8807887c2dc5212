// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library_settings.h"

#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// One setting as it lies in the database.
struct SettingRow {
    std::string_view name;
    std::string value;
};

/// All settings, always in the same order.
std::vector<SettingRow> settingRows(const LibrarySettings& settings);
/// Takes one row over. Unknown names and values that can't be read or lie outside their range change nothing.
void readSetting(LibrarySettings& settings, std::string_view name, std::string_view value);

} // namespace tw
