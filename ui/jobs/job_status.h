// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/progress_cell.h"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <optional>

namespace tw::ui {

/// What a job does; the front end names it (ui/model/job_text.h).
enum class JobKind {
    OpenLibrary, CreateLibrary, ReadText, LoadSpace, Act, Settings, LookForChanges, Import, Embed, RebuildIndex,
    Measure, BringVectors, RemoveSpace, Forget, ConnectServer, CheckServer, Search, Recommend, Refold, Explore, Map, Neighbours, Details,
    Export, Rescue, Sizes, Other
};

enum class JobState { Queued, Running, Succeeded, Failed, Cancelled };
inline bool isTerminal(JobState state) { return state != JobState::Queued && state != JobState::Running; }

using JobId = std::uint64_t;

/// One job at one moment. A value.
struct JobStatus {
    JobId id = 0;
    JobKind kind = JobKind::Other;
    QString subject;                    ///< What it is about: a file, model or space; may be empty. Plain text.
    JobState state = JobState::Queued;
    bool visible = false;               ///< Shown in the job strip.
    bool cancellable = true;
    bool cancelRequested = false;       ///< Asked to stop and not yet ended.
    Progress progress;
    std::optional<double> rate;         ///< Units of the stage a second; none until it can be told.
    std::optional<double> secondsLeft;  ///< None until it can be told.

    /// done / total, 0..1; none when the total is unknown.
    std::optional<double> fraction() const
    {
        if (progress.total == 0)
            return std::nullopt;
        const double part = static_cast<double>(progress.done) / static_cast<double>(progress.total);
        return part < 1 ? part : 1;
    }
};

} // namespace tw::ui

Q_DECLARE_METATYPE(tw::ui::JobStatus)
