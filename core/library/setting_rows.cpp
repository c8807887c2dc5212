// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/setting_rows.h"

#include <charconv>

namespace tw {

namespace {

template <class T>
void readNumber(T& number, std::string_view text, T least, T most)
{
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size() && value >= least && value <= most)
        number = value;
}

void readSwitch(bool& value, std::string_view text)
{
    if (text == "on" || text == "off")
        value = text == "on";
}

std::string switchText(bool value)
{
    return value ? "on" : "off";
}

} // namespace

std::vector<SettingRow> settingRows(const LibrarySettings& settings)
{
    return {{"active_space", settings.activeSpace},
            {"memory", std::to_string(settings.memory)},
            {"gaussian_percent", fmt::format("{}", settings.gaussianPercent)},
            {"buckets_percent", fmt::format("{}", settings.bucketsPercent)},
            {"seed", std::to_string(settings.seed)},
            {"keep_history", switchText(settings.keepHistory)},
            {"show_seen", switchText(settings.showSeen)},
            {"ollama_url", settings.ollamaUrl},
            {"ollama_model", settings.ollamaModel},
            {"embed_batch", std::to_string(settings.embedBatch)}};
}

void readSetting(LibrarySettings& settings, std::string_view name, std::string_view value)
{
    if (name == "active_space")
        settings.activeSpace = value;
    else if (name == "memory")
        readNumber(settings.memory, value, kMinMemory, kMaxMemory);
    else if (name == "gaussian_percent")
        readNumber(settings.gaussianPercent, value, 0.0, 100.0);
    else if (name == "buckets_percent")
        readNumber(settings.bucketsPercent, value, 0.0, 100.0);
    else if (name == "seed")
        readNumber(settings.seed, value, std::uint64_t{0}, std::numeric_limits<std::uint64_t>::max());
    else if (name == "keep_history")
        readSwitch(settings.keepHistory, value);
    else if (name == "show_seen")
        readSwitch(settings.showSeen, value);
    else if (name == "ollama_url")
        settings.ollamaUrl = value;
    else if (name == "ollama_model")
        settings.ollamaModel = value;
    else if (name == "embed_batch")
        readNumber(settings.embedBatch, value, 1, 64);
}

} // namespace tw
