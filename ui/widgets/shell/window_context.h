// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tw::ui {

struct Presenters;
class ActionRegistry;
class AppSettings;
class DialogService;
class FilmActs;
class TraceRecorder;
class Workspace;

/// What every page of the window is given: borrowed, outliving the window.
struct WindowContext {
    Workspace& workspace;
    Presenters& presenters;
    FilmActs& acts;
    ActionRegistry& actions;
    DialogService& dialogs;
    AppSettings& settings;
    TraceRecorder& trace;
};

} // namespace tw::ui
