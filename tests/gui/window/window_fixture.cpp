// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window/window_fixture.h"

#include "core/library/library.h"
#include "core/library/resources.h"
#include "ui/widgets/lists/film_list.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QDir>

#include <fstream>
#include <string>

namespace tw::test {

std::vector<std::function<std::unique_ptr<QObject>()>>& windowTests()
{
    static std::vector<std::function<std::unique_ptr<QObject>()>> tests;
    return tests;
}

Program::Program(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& files)
    : settings(QString::fromStdString((folder / "settings.ini").string())), trace(std::chrono::steady_clock::now()),
      workspace(jobs, &settings), presenters(workspace), m_folder(folder), m_files(files)
{
    window = std::make_unique<ui::MainWindow>(workspace, presenters, dialogs, settings, trace);
    window->resize(1440, 900);
}

Program::~Program()
{
    window->close();
    window.reset();
    jobs.shutdown();
}

bool Program::start()
{
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get()))
        return false;
    const auto library = m_folder / "Films";
    qputenv("TASTEWALK_LIBRARY", QByteArray::fromStdString(library.string()));
    if (m_files.empty() || Library::exists(library))
        workspace.openDefault();
    else
        workspace.create(library, catalogFiles(m_files));
    return waitWhole();
}

bool Program::waitWhole()
{
    return QTest::qWaitFor([this] { return workspace.session()->text && workspace.hasSpace() && window->complete(); },
                           60'000);
}

void Program::showPage(ui::PageId page)
{
    const auto digit = static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(page));
    QTest::keyClick(window.get(), digit, Qt::ControlModifier);
}

void Program::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget* target = QApplication::focusWidget();
    QTest::keyClick(target ? target : window.get(), key, modifiers);
}

void Program::type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }

QString Program::focusName() const
{
    return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
}

std::string Program::activeSpace() const
{
    const auto session = workspace.session();
    return session->hasSpace() ? session->space.space->id() : std::string();
}

ItemId Program::film(const char* title) const
{
    const auto found = workspace.session()->catalog->resolve(title);
    return found ? *found : ItemId::invalid();
}

bool Program::clickAct(ui::FilmList* list, ItemId item, ItemAct act)
{
    if (!list->select(item))
        return false;
    const QModelIndex index = list->currentIndex();
    ItemView view = ui::itemView(*list->films(), index.row());
    view.hovered = true;
    const QRectF rect = list->visualRect(index);
    const auto metrics = RowMetrics::result(window->width(), theme().density());
    const QPoint point = item_row::actRect(rect, metrics, view, act).center().toPoint();
    QTest::mouseMove(list->viewport(), point);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, point);
    return true;
}

void Program::picture(const char* name) const
{
    const QString folder = qEnvironmentVariable("TASTEWALK_TEST_PICTURES");
    if (folder.isEmpty())
        return;
    // Layouts are done by posted events; each may ask for another.
    for (int i = 0; i < 3; ++i)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    window->grab().save(QDir(folder).filePath(QLatin1String(name) + QStringLiteral(".png")));
}

std::filesystem::path someFilms(const TempFolder& folder, std::size_t count)
{
    const auto path = folder / "films.jsonl";
    std::ifstream from(bundledCatalogue());
    std::ofstream to(path);
    std::string line;
    for (std::size_t i = 0; i < count && std::getline(from, line); ++i)
        to << line << '\n';
    return path;
}

} // namespace tw::test
