// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tw::test {

/// What one run of tastewalk-cli said.
struct ToolRun {
    int exitCode = -1;
    std::string out;
    std::string err;
    /// Standard output (or standard error) as JSON; null when it is none.
    Json json() const { return Json::parse(out).value_or(Json()); }
    Json errorJson() const { return Json::parse(err).value_or(Json()); }
};

/// Runs the tool on a library to its end. Arguments are passed as they are, without a shell.
ToolRun runTool(const std::filesystem::path& library, std::vector<std::string> arguments);

} // namespace tw::test
