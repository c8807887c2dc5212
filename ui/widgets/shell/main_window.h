// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/error_text.h"
#include "ui/model/made_anew_text.h"
#include "ui/widgets/shell/action_registry.h"
#include "ui/widgets/shell/film_acts.h"
#include "ui/widgets/shell/window_context.h"

#include <QMainWindow>
#include <QPointer>

#include <array>

class QStackedWidget;

namespace tw {
class BannerBar;
class NavigationBar;
struct RescueReport;
}

namespace tw::ui {

class DiscoverPage;
class ExportDialog;
class JobStrip;
class MapPage;
class Overlay;
class Page;
class TastePanel;

/// The pages of the window, in the order of the navigation.
enum class PageId { Discover, Explore, Map, Likes, Library };
inline constexpr std::array kPageNames{"discover", "explore", "map", "likes", "library"};

/// The window: navigation, pages, taste panel, job strip, banners. Borrowed things must outlive it.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Workspace& workspace, Presenters& presenters, DialogService& dialogs, AppSettings& settings,
               TraceRecorder& trace);
    ~MainWindow() override;

    void showPage(PageId page);
    PageId currentPage() const;
    /// Everything the current page shows is there; for pictures.
    bool complete() const;
    ActionRegistry& actions() { return m_actions; }
    /// Library files and folders given on the command line or dropped: opens a folder, imports files.
    void openPaths(const QStringList& paths);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildPages();
    void connectActions();
    void connectNavigation();
    void applyWidth();
    void foldPanel();
    void movePart(int step);
    void closeInnermost();
    void showOverlay(Overlay* overlay);
    void showCommands();
    void showKeys();
    void showSettings();
    void showExport();
    void importCatalogue();
    void openLibrary();
    void newLibrary();
    void forgetEverything();
    void changeNoise(int step);
    void updateActions();
    // window_faults.cpp
    void connectFaults();
    void showError(const Error& error, Attempt attempt);
    void showRescue(const RescueReport& report);
    /// Tells of the files and those not told of yet; waits while the banner tells something else.
    void showMadeAnew(const MadeAnewFiles& made);
    /// The user has read what the banner says.
    void bannerRead();
    void mend(Remedy remedy);
    /// Puts the banner below the toolbar of the page that is shown.
    void placeBanner();

    ActionRegistry m_actions;
    FilmActs m_acts;
    WindowContext m_context;
    NavigationBar* m_navigation;
    QStackedWidget* m_stack;
    BannerBar* m_banner;
    QWidget* m_bannerFrame;
    TastePanel* m_panel;
    JobStrip* m_strip;
    std::array<Page*, 5> m_pages{};
    QPointer<Overlay> m_overlay;
    /// What the banner tells of; empty when it tells something else.
    struct Fault {
        ErrorText text;
        Attempt attempt{};
    } m_fault;
    MadeAnewFiles m_madeAnew;     ///< To be told.
    bool m_tellsMadeAnew = false; ///< The banner does.
    int m_widthClass = -1;
};

} // namespace tw::ui
