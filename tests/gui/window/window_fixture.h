// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temp_folder.h"
#include "ui/jobs/job_queue.h"
#include "ui/model/app_settings.h"
#include "ui/model/presenters.h"
#include "ui/model/trace_recorder.h"
#include "ui/model/workspace.h"
#include "ui/widgets/shell/dialog_service.h"
#include "ui/widgets/shell/main_window.h"

#include <QTest>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace tw::ui {
class FilmList;
}

namespace tw::test {

/// The tests of this program register themselves here.
std::vector<std::function<std::unique_ptr<QObject>()>>& windowTests();

template <class Test>
struct RegisterWindowTest {
    RegisterWindowTest()
    {
        windowTests().push_back([] { return std::make_unique<Test>(); });
    }
};

/// The whole program over a folder of its own: settings file and default library lie in it, dialogs are answered from
/// a script. What is closed and started again over the same folder must be as it was.
class Program {
public:
    /// @param folder  Must outlive the program. @param files  Catalogue of a library that is not there yet; the bundled
    /// films when empty.
    explicit Program(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& files = {});
    ~Program();

    /// Opens the default library (made at the first time), shows the window and waits until the page is whole.
    bool start();
    /// Waits until the current page shows everything it has asked for.
    bool waitWhole();
    void showPage(ui::PageId page);

    /// The only visible widget of that name; the test fails when there is none.
    template <class Widget>
    Widget* find(const char* name) const
    {
        for (Widget* widget : window->findChildren<Widget*>(QLatin1String(name)))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    /// A key for whatever has the focus.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    QString focusName() const;
    ItemId film(const char* title) const;
    /// Id of the space in use; empty while there is none.
    std::string activeSpace() const;
    std::size_t count(ItemState state) const { return workspace.session()->history->count(state); }
    /// Clicks a film's act as painted in a list of rows, after moving the pointer there.
    bool clickAct(ui::FilmList* list, ItemId item, ItemAct act);
    /// Writes a picture of the window to the folder named by TASTEWALK_TEST_PICTURES; does nothing without it.
    void picture(const char* name) const;

    ui::AppSettings settings;
    ui::TraceRecorder trace;
    ui::JobQueue jobs;
    ui::Workspace workspace;
    ui::Presenters presenters;
    ui::ScriptedDialogs dialogs;
    std::unique_ptr<ui::MainWindow> window;

private:
    std::filesystem::path m_folder;
    std::vector<std::filesystem::path> m_files;
};

/// The first films of the bundled catalogue, as a file in the folder.
std::filesystem::path someFilms(const TempFolder& folder, std::size_t count);

} // namespace tw::test
