// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace tw::test {

/// The file or folder below TASTEWALK_TEST_DATA; empty when the variable is unset or the thing is missing.
inline std::filesystem::path testData(const std::filesystem::path& name)
{
    const char* root = std::getenv("TASTEWALK_TEST_DATA");
    if (!root || !*root)
        return {};
    const std::filesystem::path path = std::filesystem::path(root) / name;
    return std::filesystem::exists(path) ? path : std::filesystem::path();
}

} // namespace tw::test

/// Declares `variable` as the path, or skips the test by name when that outside data is not here.
#define TW_REQUIRE_TEST_DATA(variable, name)                               \
    const std::filesystem::path variable = tw::test::testData(name);       \
    if (variable.empty())                                                  \
    GTEST_SKIP() << "needs TASTEWALK_TEST_DATA with " << (name)
