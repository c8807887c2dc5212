// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's actions do.
#include "ui/model/app_settings.h"
#include "ui/model/presenters.h"
#include "ui/widgets/export/export_dialog.h"
#include "ui/widgets/kit/banner_bar.h"
#include "ui/widgets/library/library_page.h"
#include "ui/widgets/panel/taste_panel.h"
#include "ui/widgets/shell/command_list.h"
#include "ui/widgets/shell/dialog_service.h"
#include "ui/widgets/shell/keys_overlay.h"
#include "ui/widgets/shell/main_window.h"
#include "ui/widgets/shell/page.h"
#include "ui/widgets/shell/settings_overlay.h"
#include "ui/widgets/theme/theme.h"

#include <QAction>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QStandardPaths>
#include <QStackedWidget>
#include <QUrl>

namespace tw::ui {
namespace {

std::filesystem::path toPath(const QString& path) { return std::filesystem::path(path.toStdU16String()); }

std::vector<std::filesystem::path> toPaths(const QStringList& files)
{
    std::vector<std::filesystem::path> paths;
    for (const QString& file : files)
        paths.push_back(toPath(file));
    return paths;
}

QString catalogueFilter()
{
    return MainWindow::tr("Catalogues (%1);;All files (*)")
        .arg(QStringLiteral("*.csv *.tsv *.txt *.item *.dat *.json *.jsonl *.ndjson *.gz *.zip"));
}

} // namespace

void MainWindow::connectActions()
{
    const auto on = [this](ActionId id, auto act) { m_actions.connectTo(id, this, act); };
    Workspace& workspace = m_context.workspace;
    on(ActionId::Commands, [this] { showCommands(); });
    on(ActionId::AllKeys, [this] { showKeys(); });
    on(ActionId::Settings, [this] { showSettings(); });
    on(ActionId::Export, [this] { showExport(); });
    on(ActionId::Import, [this] { importCatalogue(); });
    on(ActionId::OpenLibrary, [this] { openLibrary(); });
    on(ActionId::NewLibrary, [this] { newLibrary(); });
    on(ActionId::ForgetEverything, [this] { forgetEverything(); });
    on(ActionId::CloseInnermost, [this] { closeInnermost(); });
    on(ActionId::NextPart, [this] { movePart(1); });
    on(ActionId::PreviousPart, [this] { movePart(-1); });
    on(ActionId::Quit, [this] { close(); });
    on(ActionId::FocusSearch, [this] {
        showPage(PageId::Discover);
        m_pages.front()->focusMain();
    });
    const std::array pages{ActionId::PageDiscover, ActionId::PageExplore, ActionId::PageMap, ActionId::PageLikes,
                           ActionId::PageLibrary};
    for (std::size_t i = 0; i < pages.size(); ++i)
        on(pages[i], [this, i] { showPage(static_cast<PageId>(i)); });
    on(ActionId::TastePanel, [this] {
        m_panel->setRail(!m_panel->rail());
        // On the pages of tables it opens for the moment only.
        if (currentPage() != PageId::Likes && currentPage() != PageId::Library)
            m_context.settings.set(Setting::TastePanelOpen, !m_panel->rail());
    });
    on(ActionId::Undo, [&workspace] { workspace.undo(); });
    on(ActionId::Redo, [&workspace] { workspace.redo(); });
    on(ActionId::MemoryLess, [&workspace] { workspace.setMemory(workspace.settings().memory - 1); });
    on(ActionId::MemoryMore, [&workspace] { workspace.setMemory(workspace.settings().memory + 1); });
    on(ActionId::NoiseLess, [this] { changeNoise(-5); });
    on(ActionId::NoiseMore, [this] { changeNoise(5); });
    on(ActionId::Shuffle, [&workspace] { workspace.shuffleSeed(); });
    on(ActionId::ArticleMode, [this] {
        showPage(PageId::Explore);
        m_context.presenters.explore.setArticleMode(!m_context.presenters.explore.articleMode());
    });
    auto* library = static_cast<LibraryPage*>(m_pages.back());
    connect(library, &LibraryPage::importShown, this, [this] { showPage(PageId::Library); });
    connect(library, &LibraryPage::discoverRequested, this, [this] { showPage(PageId::Discover); });
    const auto theming = [this](ThemeMode mode, const char* name) {
        theme().setMode(mode);
        m_context.settings.set(Setting::Theme, QString::fromLatin1(name));
    };
    on(ActionId::ThemeLight, [theming] { theming(ThemeMode::Light, "light"); });
    on(ActionId::ThemeDark, [theming] { theming(ThemeMode::Dark, "dark"); });
    on(ActionId::ThemeSystem, [theming] { theming(ThemeMode::System, "system"); });
}

void MainWindow::updateActions()
{
    const Workspace& workspace = m_context.workspace;
    const bool open = workspace.isOpen();
    const bool writable = open && !workspace.readOnly();
    m_actions.action(ActionId::Undo)->setEnabled(writable && workspace.canUndo());
    m_actions.action(ActionId::Redo)->setEnabled(writable && workspace.canRedo());
    m_actions.action(ActionId::Import)->setEnabled(writable);
    m_actions.action(ActionId::Export)->setEnabled(open);
    m_actions.action(ActionId::ForgetEverything)->setEnabled(writable);
}

void MainWindow::changeNoise(int step)
{
    // The nearest multiple of the step, so that keys land on round numbers.
    Workspace& workspace = m_context.workspace;
    workspace.setGaussianPercent(std::round(workspace.settings().gaussianPercent / 5 + step / 5) * 5);
}

void MainWindow::showOverlay(Overlay* overlay)
{
    if (m_overlay)
        m_overlay->closeOverlay();
    m_overlay = overlay;
    overlay->open();
}

void MainWindow::showCommands()
{
    auto* list = new CommandList(m_context, this);
    connect(list, &CommandList::filmChosen, this, [this](ItemId item) { Q_EMIT m_acts.detailsRequested(item, nullptr, -1); });
    showOverlay(list);
}

void MainWindow::showKeys() { showOverlay(new KeysOverlay(m_actions, this)); }

void MainWindow::showSettings() { showOverlay(new SettingsOverlay(m_context, this)); }

void MainWindow::showExport()
{
    if (!m_context.workspace.isOpen())
        return;
    auto what = ExportWhat::Likes;
    if (currentPage() == PageId::Explore)
        what = ExportWhat::ExploreColumns;
    else if (currentPage() == PageId::Discover)
        what = m_context.presenters.search.state() == SearchState::Results ? ExportWhat::Search
                                                                           : ExportWhat::Recommendations;
    showOverlay(new ExportDialog(m_context, this, what));
}

void MainWindow::importCatalogue()
{
    const QStringList files = m_context.dialogs.openFiles(
        this, tr("Import a catalogue"), m_context.settings.text(Setting::LastOpenFolder),
        catalogueFilter());
    if (files.isEmpty())
        return;
    m_context.settings.set(Setting::LastOpenFolder, QFileInfo(files.first()).absolutePath());
    m_context.presenters.importing.choose(toPaths(files));
}

void MainWindow::openLibrary()
{
    const QString folder = m_context.dialogs.chooseFolder(this, tr("Open a library"),
                                                          m_context.settings.text(Setting::LastOpenFolder));
    if (!folder.isEmpty())
        m_context.workspace.open(toPath(folder));
}

void MainWindow::newLibrary()
{
    const QString folder = m_context.dialogs.chooseFolder(this, tr("Folder for the new library"),
                                                          m_context.settings.text(Setting::LastOpenFolder));
    if (folder.isEmpty())
        return;
    const QStringList files = m_context.dialogs.openFiles(
        this, tr("Catalogue of the new library; cancel for the bundled films"), folder,
        catalogueFilter());
    if (files.isEmpty())
        m_context.workspace.create(toPath(folder));
    else
        m_context.presenters.importing.chooseForNew(toPath(folder), toPaths(files));
}

void MainWindow::openPaths(const QStringList& paths)
{
    QStringList files;
    for (const QString& path : paths) {
        if (QFileInfo(path).isDir()) {
            m_context.workspace.open(toPath(path));
            return;
        }
        files.append(path);
    }
    m_context.presenters.importing.choose(toPaths(files));
}

void MainWindow::forgetEverything()
{
    const auto acts = static_cast<int>(m_context.workspace.session()->history->events().size());
    if (m_context.dialogs.confirmLoss(this, tr("Forget everything you liked, disliked and hid?"),
                                      tr("All %n entries of the history are deleted for good. The catalogue and its "
                                         "spaces stay.", nullptr, acts),
                                      tr("Forget everything")))
        m_context.workspace.forgetEverything();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    openPaths(paths);
}

} // namespace tw::ui
