// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/setting_rows.h"

namespace tw {

namespace {

LibrarySettings unusual()
{
    LibrarySettings settings;
    settings.activeSpace = "ollama-nomic-embed-text";
    settings.memory = 31;
    settings.gaussianPercent = 12.345678901234567;
    settings.bucketsPercent = 0.1;
    settings.seed = 18'000'000'000'000'000'000U;
    settings.keepHistory = false;
    settings.showSeen = true;
    settings.ollamaUrl = "http://host:1";
    settings.ollamaModel = "other";
    settings.embedBatch = 16;
    return settings;
}

std::vector<std::string> values(const LibrarySettings& settings)
{
    std::vector<std::string> all;
    for (const SettingRow& row : settingRows(settings))
        all.push_back(row.value);
    return all;
}

} // namespace

TEST(SettingRows, EverySettingReadsBackAsWritten)
{
    LibrarySettings read;
    for (const SettingRow& row : settingRows(unusual()))
        readSetting(read, row.name, row.value);
    EXPECT_EQ(values(read), values(unusual()));
    EXPECT_EQ(read.gaussianPercent, unusual().gaussianPercent);
    const std::vector<std::string> defaults = values({});
    for (std::size_t i = 0; i < defaults.size(); ++i)
        EXPECT_NE(defaults[i], values(unusual())[i]) << "the test leaves setting " << i << " at its default";
}

TEST(SettingRows, WhatCannotBeReadChangesNothing)
{
    LibrarySettings settings;
    for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{
             {"memory", "0"}, {"memory", "101"}, {"memory", "8x"}, {"memory", ""}, {"gaussian_percent", "nan"},
             {"gaussian_percent", "-1"}, {"buckets_percent", "1e9"}, {"seed", "-4"}, {"keep_history", "maybe"},
             {"embed_batch", "65"}, {"setting_of_the_future", "1"}})
        readSetting(settings, name, value);
    EXPECT_EQ(values(settings), values({}));
}

} // namespace tw
