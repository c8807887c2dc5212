// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shell/main_window.h"

#include "ui/model/app_settings.h"
#include "ui/model/presenters.h"
#include "ui/model/trace_recorder.h"
#include "ui/widgets/discover/discover_page.h"
#include "ui/widgets/explore/explore_page.h"
#include "ui/widgets/kit/banner_bar.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/navigation_bar.h"
#include "ui/widgets/library/library_page.h"
#include "ui/widgets/likes/likes_page.h"
#include "ui/widgets/map/map_page.h"
#include "ui/widgets/panel/taste_panel.h"
#include "ui/widgets/shell/job_strip.h"
#include "ui/widgets/shell/overlay.h"
#include "ui/widgets/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

constexpr int kFootSettings = 100, kFootMenu = 101;

NavigationEntry entry(PageId page, IconId iconId, const QString& text, const QString& key)
{
    return {static_cast<int>(page), iconId, text, key};
}

} // namespace

MainWindow::MainWindow(Workspace& workspace, Presenters& presenters, DialogService& dialogs, AppSettings& settings,
                       TraceRecorder& trace)
    : m_acts(workspace)
    , m_context{workspace, presenters, m_acts, m_actions, dialogs, settings, trace}
    , m_navigation(new NavigationBar)
    , m_stack(new QStackedWidget)
    , m_banner(new BannerBar)
    , m_bannerFrame(new QWidget)
    , m_panel(new TastePanel(m_context, nullptr))
    , m_strip(new JobStrip(workspace))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Tastewalk"));
    setMinimumSize(880, 560);
    setAcceptDrops(true);
    buildPages();

    auto* bannerRow = new QVBoxLayout(m_bannerFrame);
    bannerRow->addWidget(m_banner);
    m_banner->setObjectName(QStringLiteral("banner"));
    m_banner->installEventFilter(this);
    m_bannerFrame->hide();

    auto* middle = new QWidget;
    setGround(middle, ColorToken::Surface);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);

    auto* root = new QWidget;
    auto* rows = new QVBoxLayout(root);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* columns = new QHBoxLayout;
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_navigation);
    columns->addWidget(middle, 1);
    columns->addWidget(m_panel);
    rows->addLayout(columns, 1);
    rows->addWidget(m_strip);
    setCentralWidget(root);

    m_actions.attach(this);
    connectActions();
    connectNavigation();
    updateActions();

    const QByteArray geometry = settings.value(Setting::WindowGeometry).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(1440, 900);
    const auto last = settings.text(Setting::LastView);
    for (std::size_t page = 0; page < kPageNames.size(); ++page) {
        if (last == QLatin1String(kPageNames[page]))
            showPage(static_cast<PageId>(page));
    }
    placeBanner();
    foldPanel();
    applyWidth();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages()
{
    m_navigation->setEntries({entry(PageId::Discover, IconId::Discover, tr("Discover"), QStringLiteral("Ctrl+1")),
                              entry(PageId::Explore, IconId::Explore, tr("Explore"), QStringLiteral("Ctrl+2")),
                              entry(PageId::Map, IconId::Map, tr("Map"), QStringLiteral("Ctrl+3")),
                              entry(PageId::Likes, IconId::Likes, tr("Likes"), QStringLiteral("Ctrl+4")),
                              entry(PageId::Library, IconId::Library, tr("Library"), QStringLiteral("Ctrl+5"))});
    m_navigation->setFootEntries({{kFootSettings, IconId::Settings, tr("Settings"), QStringLiteral("Ctrl+,")},
                                  {kFootMenu, IconId::Menu, tr("Menu"), {}}});
    m_pages = {new DiscoverPage(m_context, m_stack), new ExplorePage(m_context, m_stack), new MapPage(m_context, m_stack),
               new LikesPage(m_context, m_stack), new LibraryPage(m_context, m_stack)};
    for (Page* page : m_pages)
        m_stack->addWidget(page);
    m_pages.front()->setActive(true);
}

void MainWindow::connectNavigation()
{
    connect(m_navigation, &NavigationBar::pageRequested, this, [this](int id) { showPage(static_cast<PageId>(id)); });
    connect(m_navigation, &NavigationBar::footTriggered, this, [this](int id) {
        if (id == kFootSettings) {
            showSettings();
            return;
        }
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const ActionId action : {ActionId::Commands, ActionId::OpenLibrary, ActionId::NewLibrary, ActionId::Import,
                                      ActionId::Export})
            menu->addAction(m_actions.action(action));
        menu->addSeparator();
        for (const ActionId action : {ActionId::Undo, ActionId::Redo, ActionId::ForgetEverything})
            menu->addAction(m_actions.action(action));
        menu->addSeparator();
        for (const ActionId action : {ActionId::Settings, ActionId::AllKeys, ActionId::Quit})
            menu->addAction(m_actions.action(action));
        menu->popup(m_navigation->button(id)->mapToGlobal(QPoint(8, -menu->sizeHint().height())));
    });

    Presenters& p = m_context.presenters;
    connect(&m_acts, &FilmActs::detailsRequested, this, [this, &p](ItemId item, const ItemListModel* list, int row) {
        showPage(PageId::Discover);
        if (list)
            p.details.openFrom(list, row);
        else
            p.details.open(item);
    });
    connect(&m_acts, &FilmActs::moreLikeThisRequested, this, [this, &p](ItemId item) {
        showPage(PageId::Discover);
        p.search.moreLikeThis(item);
    });
    connect(&m_acts, &FilmActs::searchRequested, this, [this, &p](const QString& query) {
        showPage(PageId::Discover);
        p.search.searchNow(query);
    });
    connect(&m_acts, &FilmActs::showOnMapRequested, this, [this](ItemId item) {
        showPage(PageId::Map);
        static_cast<MapPage*>(m_pages[2])->showFilm(item);
    });
    connect(&m_acts, &FilmActs::exportRequested, this, &MainWindow::showExport);

    connect(&m_context.workspace, &Workspace::sessionChanged, this, &MainWindow::updateActions);
    connect(&m_context.workspace, &Workspace::opened, this, [this] {
        setWindowTitle(tr("%1 – Tastewalk").arg(m_context.workspace.libraryName()));
        updateActions();
    });
    connect(&p.search, &SearchPresenter::answered, this, [this] { m_context.trace.firstResults(); });
    connect(&p.exporting, &ExportPresenter::written, this, [this](const QString& path, qulonglong rows) {
        m_fault = {};
        m_tellsMadeAnew = false;
        m_banner->showMessage(BannerKind::Info, tr("Exported %n films.", nullptr, static_cast<int>(rows)), path);
    });
    connectFaults();
}

void MainWindow::showPage(PageId page)
{
    const int index = static_cast<int>(page);
    if (m_stack->currentIndex() == index)
        return;
    m_pages.at(static_cast<std::size_t>(m_stack->currentIndex()))->setActive(false);
    m_stack->setCurrentIndex(index);
    m_navigation->setCurrentId(index);
    placeBanner();
    m_pages.at(static_cast<std::size_t>(index))->setActive(true);
    m_context.settings.set(Setting::LastView, QString::fromLatin1(kPageNames.at(static_cast<std::size_t>(index))));
    // The panel gives its room to the pages that are tables, unless the user wants it there.
    foldPanel();
    m_pages.at(static_cast<std::size_t>(index))->focusMain();
}

void MainWindow::foldPanel()
{
    const bool table = currentPage() == PageId::Likes || currentPage() == PageId::Library;
    m_panel->setRail(table || !m_context.settings.flag(Setting::TastePanelOpen));
}

PageId MainWindow::currentPage() const { return static_cast<PageId>(m_stack->currentIndex()); }

bool MainWindow::complete() const
{
    const Workspace& workspace = m_context.workspace;
    if (workspace.state() != WorkspaceState::Ready || !workspace.jobs().visibleJobs().isEmpty())
        return false;
    // Between an import and its embedding there is a moment without work and without a space.
    if (!workspace.hasSpace() && workspace.itemCount() > 0 && !workspace.spaceError())
        return false;
    return m_pages.at(static_cast<std::size_t>(m_stack->currentIndex()))->complete();
}

void MainWindow::applyWidth()
{
    m_navigation->setMode(NavigationBar::modeForWidth(width()));
    const int widthClass = width() < kNarrowBelow ? 0 : width() >= kWideFrom ? 2 : 1;
    if (widthClass == m_widthClass)
        return;
    m_widthClass = widthClass;
    m_panel->setWidthClass(widthClass);
    for (Page* page : m_pages)
        page->setWidthClass(widthClass);
    const int padding = widthClass == 0 ? 16 : widthClass == 2 ? 40 : 24;
    m_bannerFrame->layout()->setContentsMargins(padding, 0, padding, 12);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    applyWidth();
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    m_context.trace.firstPaint();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_context.settings.set(Setting::WindowGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::movePart(int step)
{
    // Navigation, page, panel, strip: F6 walks them like panes of a desktop program.
    const std::array<QWidget*, 4> parts{m_navigation, m_stack, m_panel, m_strip};
    std::size_t now = 1;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (QWidget* focused = QApplication::focusWidget(); focused && parts[i]->isAncestorOf(focused))
            now = i;
    }
    for (std::size_t tried = 1; tried <= parts.size(); ++tried) {
        const std::size_t next = (now + parts.size() + static_cast<std::size_t>(step + 4) * tried) % parts.size();
        if (parts[next] == m_stack) {
            m_pages.at(static_cast<std::size_t>(m_stack->currentIndex()))->focusMain();
            return;
        }
        for (QWidget* child : parts[next]->findChildren<QWidget*>()) {
            if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus)) {
                child->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
}

void MainWindow::closeInnermost()
{
    if (m_overlay) {
        m_overlay->closeOverlay();
        return;
    }
    if (m_pages.at(static_cast<std::size_t>(m_stack->currentIndex()))->closeInnermost())
        return;
    if (m_banner->isVisible()) {
        m_banner->clear();
        bannerRead();
        return;
    }
    const QList<JobStatus> jobs = m_context.workspace.jobs().visibleJobs();
    if (!jobs.isEmpty())
        m_context.workspace.jobs().cancel(jobs.last().id);
}

} // namespace tw::ui
