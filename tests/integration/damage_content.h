// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/library/library.h"
#include "core/library/session.h"

#include <cstdlib>
#include <filesystem>
#include <string>

#include <unistd.h>

namespace tw::test {

/// Everything a user put into a library, as text: equal exactly when nothing was lost or changed.
inline std::string contentOf(Library& library)
{
    std::string all;
    for (const Item& item : library.catalog()->items()) {
        all += fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", item.id.value(), item.key, item.title,
                           item.originalTitle, item.year.value_or(-1), item.runtimeMinutes.value_or(-1),
                           fmt::join(item.countries, ","), fmt::join(item.languages, ","),
                           fmt::join(item.genres, ","), fmt::join(item.directors, ","), fmt::join(item.cast, ","),
                           fmt::join(item.keywords, ","), item.tagline, item.text, item.poster, item.imdbId,
                           item.tmdbId);
        for (const auto& [name, value] : item.extra)
            all += fmt::format("|{}={}", name, value);
        all += '\n';
    }
    for (const TasteEvent& event : library.history()->events())
        all += fmt::format("{}|{}|{}|{}|{}|{}|{}\n", event.id, event.time.time_since_epoch().count(),
                           actName(event.act), event.item.value(), event.target, sourceName(event.source),
                           event.sourceDetail);
    const LibrarySettings& settings = library.settings();
    all += fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}\n", settings.activeSpace, settings.memory,
                       settings.gaussianPercent, settings.bucketsPercent, settings.seed, settings.keepHistory,
                       settings.showSeen, settings.ollamaUrl, settings.ollamaModel, settings.embedBatch);
    if (const auto kept = library.keptProfile("builtin"); kept && *kept)
        all += fmt::format("{}\n", fmt::join(**kept, ","));
    else if (!kept)
        all += "no profile: " + kept.error().detail;
    return all;
}

/// Why an operation failed, for a trial's outcome.
inline std::string told(const Error& error)
{
    return fmt::format("{} {} {}", errorCodeName(error.code), error.subject, error.detail);
}

/// A new folder in memory where the machine has such a place: thousands of syncs of a disk take their time.
class QuickFolder {
public:
    QuickFolder()
    {
        const bool memory = ::access("/dev/shm", W_OK) == 0;
        std::string name = (memory ? "/dev/shm" : std::filesystem::temp_directory_path().string())
            + std::string("/tastewalk-test-XXXXXX");
        if (const char* made = ::mkdtemp(name.data()))
            m_path = made;
    }
    ~QuickFolder()
    {
        std::error_code ignored;
        if (::getpid() == m_owner)
            std::filesystem::remove_all(m_path, ignored);
    }
    QuickFolder(const QuickFolder&) = delete;
    QuickFolder& operator=(const QuickFolder&) = delete;
    std::filesystem::path operator/(const std::filesystem::path& name) const { return m_path / name; }

private:
    pid_t m_owner = ::getpid();
    std::filesystem::path m_path;
};

} // namespace tw::test
