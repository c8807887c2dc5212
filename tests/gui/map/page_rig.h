// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temp_folder.h"
#include "ui/jobs/job_queue.h"
#include "ui/model/app_settings.h"
#include "ui/model/presenters.h"
#include "ui/model/trace_recorder.h"
#include "ui/model/workspace.h"
#include "ui/widgets/shell/action_registry.h"
#include "ui/widgets/shell/dialog_service.h"
#include "ui/widgets/shell/film_acts.h"
#include "ui/widgets/shell/page.h"

#include <QTest>
#include <QVBoxLayout>

#include <functional>
#include <memory>
#include <vector>

namespace tw::test {

/// The tests of this program register themselves here.
std::vector<std::function<std::unique_ptr<QObject>()>>& pageTests();

template <class Test>
struct RegisterPageTest {
    RegisterPageTest()
    {
        pageTests().push_back([] { return std::make_unique<Test>(); });
    }
};

/// One page alone in a window, over an open library of the first 200 bundled films.
class PageRig {
public:
    PageRig();
    ~PageRig();

    template <class SomePage>
    SomePage* show(int width, int height, int widthClass = 1)
    {
        auto* page = new SomePage(context(), &window);
        place(page, width, height, widthClass);
        return page;
    }
    /// Opens the library; false when it does not get ready.
    bool open();
    bool waitComplete(const ui::Page* page) const;
    bool like(const char* title, const QString& detail = {});
    ItemId film(const char* title) const;

    template <class Widget>
    Widget* find(const char* name) const { return window.findChild<Widget*>(QLatin1String(name)); }

    TempFolder folder;
    ui::AppSettings settings;
    ui::TraceRecorder trace;
    ui::JobQueue jobs;
    ui::Workspace workspace;
    ui::Presenters presenters;
    ui::FilmActs acts;
    ui::ActionRegistry actions;
    ui::ScriptedDialogs dialogs;
    QWidget window;

private:
    ui::WindowContext context();
    void place(ui::Page* page, int width, int height, int widthClass);
};

} // namespace tw::test
