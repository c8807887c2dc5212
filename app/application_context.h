// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/job_queue.h"
#include "ui/model/app_settings.h"
#include "ui/model/presenters.h"
#include "ui/model/trace_recorder.h"
#include "ui/model/workspace.h"
#include "ui/widgets/shell/dialog_service.h"
#include "ui/widgets/shell/main_window.h"

#include <QString>

#include <chrono>
#include <memory>

namespace tw {

/// Makes everything the window stands on, in order, and ends it in the reverse order: settings, job queue, workspace,
/// presenters, window.
class ApplicationContext {
public:
    /// @param settingsFile  Empty: the user's own settings.
    ApplicationContext(std::chrono::steady_clock::time_point start, const QString& settingsFile);
    ~ApplicationContext();

    std::unique_ptr<ui::AppSettings> settings;
    ui::TraceRecorder trace;
    ui::JobQueue jobs;
    ui::Workspace workspace;
    ui::Presenters presenters;
    ui::DialogService dialogs;
    std::unique_ptr<ui::MainWindow> window;

    /// Colours, density and motion as stored.
    void applyLook();
};

} // namespace tw
