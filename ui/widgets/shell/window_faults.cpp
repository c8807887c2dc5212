// SPDX-License-Identifier: GPL-3.0-or-later
// What the window tells of failures, and what can be done about them with one click.
#include "ui/model/app_settings.h"
#include "ui/model/presenters.h"
#include "ui/widgets/kit/banner_bar.h"
#include "ui/widgets/library/library_page.h"
#include "ui/widgets/shell/error_details.h"
#include "ui/widgets/shell/main_window.h"
#include "ui/widgets/shell/page.h"

#include <QAction>
#include <QEvent>
#include <QLocale>
#include <QStackedWidget>

#include <utility>

namespace tw::ui {
namespace {

const QString kDetailsId = QStringLiteral("details");

QString remedyId(Remedy remedy) { return QStringLiteral("remedy.%1").arg(static_cast<int>(remedy)); }

} // namespace

void MainWindow::connectFaults()
{
    Presenters& p = m_context.presenters;
    connect(&m_context.workspace, &Workspace::failed, this, &MainWindow::showError);
    connect(&p.exporting, &ExportPresenter::failed, this, &MainWindow::showError);
    connect(&m_context.settings, &AppSettings::failed, this,
            [this](const Error& error) { showError(error, Attempt::Preferences); });
    connect(&m_context.workspace, &Workspace::opened, this, [this] {
        m_fault = {};
        m_madeAnew = {};
        m_tellsMadeAnew = false;
        m_banner->clear();
    });
    connect(&m_context.workspace, &Workspace::madeAnew, this, &MainWindow::showMadeAnew);
    connect(m_banner, &BannerBar::closed, this, &MainWindow::bannerRead);
    for (Page* page : m_pages)
        connect(page, &Page::bannerColumnChanged, this, &MainWindow::placeBanner);
    connect(&m_context.workspace, &Workspace::rescued, this, &MainWindow::showRescue);
    connect(m_banner, &BannerBar::actTriggered, this, [this](const QString& id) {
        if (id == kDetailsId)
            showOverlay(new ErrorDetails(m_fault.text, this));
        for (const Remedy remedy : std::vector(m_fault.text.remedies)) {
            if (id == remedyId(remedy))
                mend(remedy);
        }
        if (m_banner->isHidden())
            bannerRead();
    });
}

void MainWindow::placeBanner()
{
    if (QBoxLayout* column = m_pages.at(static_cast<std::size_t>(m_stack->currentIndex()))->bannerColumn())
        column->insertWidget(1, m_bannerFrame);
    m_bannerFrame->setVisible(!m_banner->isHidden());
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    // The frame's margins go with the banner.
    if (watched == m_banner && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent))
        m_bannerFrame->setVisible(!m_banner->isHidden());
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::showRescue(const RescueReport& report)
{
    const QString kept = shownLine(report.kept.filename().string());
    const int films = static_cast<int>(report.items);
    const bool whole = report.itemsLost == 0 && report.eventsLost == 0;
    const QString told =
        whole ? tr("%Ln films and the whole history were saved. The damaged file is kept as “%1”.", nullptr, films)
                    .arg(kept)
              : tr("%Ln films were saved; %1 films and %2 entries of the history were lost. The damaged file is kept as "
                   "“%3”.", nullptr, films)
                    .arg(QLocale().toString(static_cast<qulonglong>(report.itemsLost)),
                         QLocale().toString(static_cast<qulonglong>(report.eventsLost)), kept);
    m_fault = {};
    m_tellsMadeAnew = false;
    m_banner->showMessage(whole ? BannerKind::Info : BannerKind::Warning, tr("The library is rescued."), told);
}

void MainWindow::showMadeAnew(const MadeAnewFiles& made)
{
    m_madeAnew.files.insert(m_madeAnew.files.end(), made.files.begin(), made.files.end());
    m_madeAnew.withoutVector += made.withoutVector;
    if (m_madeAnew.files.empty() || (!m_banner->isHidden() && !m_tellsMadeAnew))
        return;
    m_fault = {madeAnewText(m_madeAnew), {}};
    m_tellsMadeAnew = true;
    m_banner->showMessage(BannerKind::Info, m_fault.text.title, m_fault.text.sentence,
                          {{kDetailsId, tr("Details"), false}});
}

void MainWindow::bannerRead()
{
    if (std::exchange(m_tellsMadeAnew, false))
        m_madeAnew = {};
    showMadeAnew({});
}

void MainWindow::showError(const Error& error, Attempt attempt)
{
    m_tellsMadeAnew = false;
    Reached reached;
    if (attempt == Attempt::Embed) {
        const Workspace& workspace = m_context.workspace;
        if (const Progress& progress = workspace.failedProgress(); progress.stage == Stage::Embedding)
            reached.vectors = progress.done;
        if (const auto session = workspace.session(); session->hasSpace())
            reached.space = spaceName(session->space.space->id(), session->space.space->provenance());
    }
    m_fault = {errorText(error, attempt, reached), attempt};
    QList<KitAct> acts{{kDetailsId, tr("Details"), false}};
    for (const Remedy remedy : m_fault.text.remedies)
        acts.append({remedyId(remedy), remedyText(remedy), remedy == m_fault.text.remedies.front()});
    m_banner->showMessage(BannerKind::Warning, m_fault.text.title, m_fault.text.sentence, acts);
}

void MainWindow::mend(Remedy remedy)
{
    Workspace& workspace = m_context.workspace;
    const Attempt attempt = m_fault.attempt;
    switch (remedy) {
    case Remedy::TryAgain:
        m_banner->clear();
        if (attempt == Attempt::Preferences)
            m_context.settings.save();
        else
            workspace.tryAgain();
        break;
    case Remedy::RescueLibrary:
        m_banner->clear();
        workspace.rescue(workspace.triedFolder());
        break;
    case Remedy::OpenLibrary: m_actions.action(ActionId::OpenLibrary)->trigger(); break;
    case Remedy::OpenThere: workspace.open(workspace.triedFolder()); break;
    case Remedy::EmbedAgain:
        m_banner->clear();
        workspace.embedAgain();
        break;
    case Remedy::ShowServer:
        showPage(PageId::Library);
        static_cast<LibraryPage*>(m_pages[static_cast<std::size_t>(PageId::Library)])
            ->showSection(LibraryPage::Section::Spaces);
        break;
    case Remedy::ExportElsewhere:
        m_banner->clear();
        showExport();
        break;
    }
}

} // namespace tw::ui
