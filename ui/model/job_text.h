// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/job_status.h"

#include <QString>

namespace tw::ui {

/// A job as the strip shows it. Plain text.
struct JobText {
    QString name;   ///< "Embedding with nomic-embed-text".
    QString done;   ///< "3,118 of 4,803 films"; empty while unknown.
    QString rate;   ///< "41 films/s", "waiting" for a server; empty while unknown.
    QString left;   ///< "about 40 s left", "asks again in 20 s", "waiting", "stopping"; empty while unknown.
    QString accessible; ///< All of it in one line for a screen reader.
};
JobText jobText(const JobStatus& status);
/// Icon name of TOKENS section 4: "layers", "map", "gauge", "disk", "server", "export", …
QString jobIcon(JobKind kind);

} // namespace tw::ui
