// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/import/import_page.h"

#include "ui/model/app_settings.h"
#include "ui/model/presenters.h"
#include "ui/widgets/import/import_progress.h"
#include "ui/widgets/import/import_result.h"
#include "ui/widgets/import/import_setup.h"
#include "ui/widgets/kit/banner_bar.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/shell/action_registry.h"
#include "ui/widgets/shell/dialog_service.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace tw::ui {

ImportPage::ImportPage(WindowContext context, QWidget* parent)
    : QWidget(parent), m_context(context), m_presenter(context.presenters.importing), m_bannerFrame(new QWidget),
      m_banner(new BannerBar), m_parts(new QStackedWidget), m_setup(new ImportSetup(m_presenter)),
      m_progress(new ImportProgress(m_presenter)), m_result(new ImportResult(m_presenter))
{
    setObjectName(QStringLiteral("importPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QWidget;
    buildHead(head);
    column->addWidget(head);
    auto* frame = new QVBoxLayout(m_bannerFrame);
    frame->addWidget(m_banner);
    m_bannerFrame->hide();
    column->addWidget(m_bannerFrame);
    for (QWidget* part : {static_cast<QWidget*>(m_setup), static_cast<QWidget*>(m_progress),
                          static_cast<QWidget*>(m_result)})
        m_parts->addWidget(part);
    column->addWidget(m_parts, 1);
    connectParts();
    setSide(24);
    refresh();
}

void ImportPage::buildHead(QWidget* head)
{
    m_head = new QHBoxLayout(head);
    m_head->setSpacing(8);
    m_back = new IconButton(IconId::Left, tr("Back to the library"));
    m_back->setShortcutText(QStringLiteral("Esc"));
    m_back->setObjectName(QStringLiteral("importBackButton"));
    m_title = new ElidedLabel({}, TypeStep::Page);
    m_title->setObjectName(QStringLiteral("importTitle"));
    const auto button = [](IconId iconId, const QString& text, ButtonKind kind, const char* name) {
        auto* made = new Button(iconId, text);
        made->setKind(kind);
        made->setObjectName(QLatin1String(name));
        return made;
    };
    m_discard = button(IconId::None, tr("Don’t import"), ButtonKind::Flat, "importDiscardButton");
    m_other = button(IconId::Folder, tr("Other files…"), ButtonKind::Flat, "importOtherButton");
    m_import = button(IconId::None, tr("Import"), ButtonKind::Primary, "importNowButton");
    m_more = button(IconId::Import, tr("Import more…"), ButtonKind::Flat, "importMoreButton");
    m_save = button(IconId::Export, tr("Save the report…"), ButtonKind::Plain, "importSaveButton");
    m_discover = button(IconId::None, tr("Show in Discover"), ButtonKind::Primary, "importDiscoverButton");
    m_head->addWidget(m_back);
    m_head->addWidget(m_title, 1);
    for (Button* each : {m_discard, m_other, m_import, m_more, m_save, m_discover})
        m_head->addWidget(each);
}

void ImportPage::connectParts()
{
    connect(m_back, &IconButton::clicked, this, &ImportPage::closeRequested);
    connect(m_import, &Button::clicked, &m_presenter, &ImportPresenter::import);
    connect(m_discard, &Button::clicked, this, [this] {
        m_presenter.discard();
        Q_EMIT closeRequested();
    });
    for (Button* chooser : {m_other, m_more})
        connect(chooser, &Button::clicked, m_context.actions.action(ActionId::Import), &QAction::trigger);
    connect(m_save, &Button::clicked, this, &ImportPage::saveReport);
    connect(m_discover, &Button::clicked, this, &ImportPage::discoverRequested);
    connect(m_banner, &BannerBar::closed, m_bannerFrame, &QWidget::hide);
    connect(&m_presenter, &ImportPresenter::stateChanged, this, &ImportPage::refresh);
    connect(&m_presenter, &ImportPresenter::filesChanged, this, &ImportPage::refresh);
    connect(&m_presenter, &ImportPresenter::reportSaved, this, [this](const QString& path) {
        m_banner->showMessage(BannerKind::Info, tr("The report is saved."), QDir::toNativeSeparators(path));
        m_bannerFrame->show();
    });
    connect(&m_presenter, &ImportPresenter::failed, this, [this](const Error& error, Attempt attempt) {
        const ErrorText text = errorText(error, attempt);
        m_banner->showMessage(BannerKind::Warning, text.title, text.sentence);
        m_bannerFrame->show();
    });
    connect(&m_context.workspace, &Workspace::sessionChanged, this, &ImportPage::refresh);
}

void ImportPage::refresh()
{
    const ImportState state = m_presenter.state();
    const bool setup = state == ImportState::Setup;
    const bool done = state == ImportState::Done;
    QWidget* part = done ? static_cast<QWidget*>(m_result)
                    : state == ImportState::Running ? static_cast<QWidget*>(m_progress) : m_setup;
    // A part that goes away must not take the focus with it.
    const bool hadFocus = m_parts->currentWidget()->isAncestorOf(focusWidget()) || focusWidget() == m_import;
    const bool changed = m_parts->currentWidget() != part;
    m_parts->setCurrentWidget(part);
    m_discard->setVisible(setup);
    m_other->setVisible(setup && m_presenter.newLibrary().empty());
    m_import->setVisible(setup);
    m_more->setVisible(done);
    m_save->setVisible(done && m_presenter.report()
                       && !(m_presenter.report()->counts.skipped.empty() && m_presenter.report()->counts.mended.empty()));
    m_discover->setVisible(done);

    const auto& files = m_presenter.files();
    QString title = tr("Import a catalogue");
    if (done)
        title = tr("Last import");
    else if (setup && !m_presenter.newLibrary().empty())
        title = tr("New library “%1”").arg(shown(m_presenter.newLibrary().filename().string()));
    else if (setup && files.size() == 1)
        title = tr("Import “%1”").arg(files.front()->name);
    else if (setup)
        title = tr("Import %Ln files", nullptr, static_cast<int>(files.size()));
    m_title->setText(title);
    const QString whyNot = setup ? m_presenter.whyNot() : QString();
    m_import->setText(m_presenter.actText());
    m_import->updateGeometry();
    m_import->setEnabled(whyNot.isEmpty());
    m_import->setToolTip(whyNot.isEmpty() ? QString() : text::tip(whyNot));
    m_import->setAccessibleDescription(whyNot);
    if (changed) {
        m_bannerFrame->hide();
        if (hadFocus && isVisible())
            focusMain();
    }
}

void ImportPage::setSide(int side)
{
    m_head->setContentsMargins(side - 8, 16, side, 16);
    m_bannerFrame->layout()->setContentsMargins(side, 0, side, 12);
    m_setup->setSide(side);
    m_progress->setSide(side);
    m_result->setSide(side);
}

void ImportPage::focusMain()
{
    switch (m_presenter.state()) {
    case ImportState::Running: m_progress->focusMain(); break;
    case ImportState::Done: m_discover->setFocus(Qt::OtherFocusReason); break;
    default:
        if (m_import->isEnabled())
            m_import->setFocus(Qt::OtherFocusReason);
        else
            m_setup->focusMain();
    }
}

bool ImportPage::complete() const { return !m_presenter.looking() && m_presenter.state() != ImportState::Running; }

void ImportPage::saveReport()
{
    QString folder = m_context.settings.text(Setting::LastExportFolder);
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString file = m_context.dialogs.saveFile(this, tr("Save the report"),
                                                    QDir(folder).filePath(tr("import-report.csv", "a file name")),
                                                    QStringLiteral("CSV (*.csv)"));
    if (file.isEmpty())
        return;
    m_context.settings.set(Setting::LastExportFolder, QFileInfo(file).absolutePath());
    m_presenter.saveReport(std::filesystem::path(file.toStdU16String()));
}

} // namespace tw::ui
