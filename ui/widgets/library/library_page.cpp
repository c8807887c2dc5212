// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/library/library_page.h"

#include "ui/model/app_settings.h"
#include "ui/model/index_text.h"
#include "ui/model/presenters.h"
#include "ui/widgets/import/import_page.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/option_row.h"
#include "ui/widgets/library/catalogue_section.h"
#include "ui/widgets/library/facts_table.h"
#include "ui/widgets/library/index_section.h"
#include "ui/widgets/library/spaces_section.h"
#include "ui/widgets/library/storage_section.h"
#include "ui/widgets/shell/action_registry.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace tw::ui {
namespace {

constexpr int kEntryBleed = 12;   // entries reach beyond the text edge
constexpr int kBesideFrom = 960;  // narrower pages lay one part below another

QString pathOf(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

} // namespace

LibraryPage::LibraryPage(WindowContext context, QWidget* parent)
    : Page(context, parent), m_stack(new QStackedWidget), m_import(new ImportPage(context)), m_scroll(new QScrollArea), m_parts(new QStackedWidget),
      m_catalogue(new CatalogueSection(context)), m_spaces(new SpacesSection(context)),
      m_index(new IndexSection(context)), m_storage(new StorageSection(context))
{
    setObjectName(QStringLiteral("libraryPage"));
    auto* library = new QWidget;
    auto* column = new QVBoxLayout(library);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(column);
    buildSections();
    column->addLayout(m_body, 1);
    m_stack->addWidget(library);
    m_stack->addWidget(m_import);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    connectParts();
    showSection(Section::Spaces);
    setWidthClass(1);
    refreshHead();
    refreshSubtitles();
}

LibraryPage::~LibraryPage() = default;

void LibraryPage::buildHead(QBoxLayout* column)
{
    m_titleRow = new QHBoxLayout;
    m_titleRow->setSpacing(8);
    m_libraries = new QComboBox;
    m_libraries->setObjectName(QStringLiteral("libraryBox"));
    m_libraries->setAccessibleName(tr("Library"));
    m_libraries->setFixedWidth(theme().scaled(180));
    const auto button = [this](ActionId action, IconId iconId, const QString& text, ButtonKind kind, const char* name) {
        auto* made = new Button(iconId, text);
        made->setKind(kind);
        made->setObjectName(QLatin1String(name));
        QAction* act = m_context.actions.action(action);
        made->setToolTip(m_context.actions.tooltip(action));
        made->setEnabled(act->isEnabled());
        connect(made, &Button::clicked, act, &QAction::trigger);
        connect(act, &QAction::enabledChanged, made, &QWidget::setEnabled);
        return made;
    };
    m_titleRow->addWidget(makeLabel(tr("Library"), TypeStep::Page));
    m_titleRow->addSpacing(8);
    m_titleRow->addWidget(m_libraries);
    m_titleRow->addStretch(1);
    m_titleRow->addWidget(
        button(ActionId::NewLibrary, IconId::Plus, tr("New…", "library"), ButtonKind::Flat, "newLibraryButton"));
    m_titleRow->addWidget(
        button(ActionId::OpenLibrary, IconId::Folder, tr("Open…", "library"), ButtonKind::Flat, "openLibraryButton"));
    m_titleRow->addWidget(
        button(ActionId::Import, IconId::Import, tr("Import a catalogue"), ButtonKind::Plain, "importButton"));
    column->addLayout(m_titleRow);
}

void LibraryPage::buildSections()
{
    const auto entry = [this](Section section, const QString& name, IconId iconId, const char* objectName) {
        auto* row = new OptionRow(name, QStringLiteral(" "), nullptr, OptionRow::Sign::Icon, iconId);
        row->setObjectName(QLatin1String(objectName));
        connect(row, &OptionRow::toggled, this, [this, section](bool on) {
            if (on)
                showSection(section);
        });
        m_entries.at(static_cast<std::size_t>(section)) = row;
    };
    entry(Section::Catalogue, tr("Catalogue"), IconId::Disk, "section.catalogue");
    entry(Section::Spaces, tr("Spaces"), IconId::Layers, "section.spaces");
    entry(Section::Index, tr("Index"), IconId::Gauge, "section.index");
    entry(Section::Storage, tr("Storage"), IconId::Folder, "section.storage");
    auto* entries = new QWidget;
    entries->setAccessibleName(tr("Parts of the library"));
    m_entryRow = new QBoxLayout(QBoxLayout::TopToBottom, entries);
    m_entryRow->setSpacing(0);
    for (OptionRow* row : m_entries)
        m_entryRow->addWidget(row);
    m_entryRow->addStretch(1);

    for (QWidget* part : {static_cast<QWidget*>(m_catalogue), static_cast<QWidget*>(m_spaces),
                          static_cast<QWidget*>(m_index), static_cast<QWidget*>(m_storage)})
        m_parts->addWidget(part);
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("twScrollContent"));
    auto* inner = new QVBoxLayout(content);
    inner->addWidget(m_parts);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body = new QBoxLayout(QBoxLayout::LeftToRight);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    m_body->addWidget(entries);
    m_body->addWidget(m_scroll, 1);
}

void LibraryPage::connectParts()
{
    Workspace& workspace = m_context.workspace;
    LibraryPresenter& presenter = m_context.presenters.library;
    connect(&workspace, &Workspace::opened, this, [this, &presenter] {
        refreshHead();
        presenter.measureStorage();
    });
    connect(&workspace, &Workspace::stateChanged, this, &LibraryPage::refreshHead);
    connect(&m_context.settings, &AppSettings::changed, this, [this](Setting setting) {
        if (setting == Setting::RecentLibraries)
            refreshHead();
    });
    connect(&workspace, &Workspace::libraryChanged, this, &LibraryPage::refreshSubtitles);
    connect(&workspace, &Workspace::sessionChanged, this, &LibraryPage::refreshSubtitles);
    connect(&workspace.jobs(), &JobQueue::visibleJobsChanged, this, &LibraryPage::refreshSubtitles);
    connect(&presenter, &LibraryPresenter::storageChanged, this, &LibraryPage::refreshSubtitles);
    connect(&presenter, &LibraryPresenter::factsChanged, this, &LibraryPage::refreshSubtitles);
    connect(&workspace, &Workspace::imported, this, [this] { showSection(Section::Catalogue); });
    ImportPresenter& importing = m_context.presenters.importing;
    connect(&importing, &ImportPresenter::requested, this, [this] { showImport(true); });
    connect(&importing, &ImportPresenter::stateChanged, this, [this, &importing] {
        if (importing.state() == ImportState::Idle)
            showImport(false);
    });
    connect(m_import, &ImportPage::closeRequested, this, [this] { closeInnermost(); });
    connect(m_import, &ImportPage::discoverRequested, this, [this] {
        showImport(false);
        Q_EMIT discoverRequested();
    });
    connect(m_spaces, &SpacesSection::rebuildRequested, this, [this](const QString& id) {
        m_index->setSpace(id);
        showSection(Section::Index);
    });
    connect(m_libraries, &QComboBox::activated, this, [this](int index) {
        const QString folder = m_libraries->itemData(index).toString();
        if (folder != pathOf(m_context.workspace.folder()))
            m_context.workspace.open(std::filesystem::path(folder.toStdU16String()));
    });
}

void LibraryPage::setActive(bool active)
{
    if (active)
        m_context.presenters.library.measureStorage();
}

QBoxLayout* LibraryPage::bannerColumn() const
{
    return qobject_cast<QBoxLayout*>(m_stack->currentWidget()->layout());
}

bool LibraryPage::importIsShown() const { return m_stack->currentWidget() == m_import; }

void LibraryPage::showImport(bool shown)
{
    if (!shown && !importIsShown())
        return;
    m_stack->setCurrentIndex(shown ? 1 : 0);
    Q_EMIT bannerColumnChanged();
    if (shown)
        Q_EMIT importShown();
    if (isVisible())
        focusMain();
}

bool LibraryPage::closeInnermost()
{
    if (!importIsShown())
        return false;
    // What waits or has ended is found again in this section.
    showSection(Section::Catalogue);
    showImport(false);
    return true;
}

void LibraryPage::focusMain()
{
    if (importIsShown()) {
        m_import->focusMain();
        return;
    }
    for (OptionRow* row : m_entries)
        if (row->isChecked())
            row->setFocus(Qt::OtherFocusReason);
}

bool LibraryPage::complete() const
{
    if (importIsShown())
        return m_import->complete();
    const LibraryPresenter& presenter = m_context.presenters.library;
    return presenter.facts().films == m_context.workspace.itemCount() && !presenter.storage().empty();
}

void LibraryPage::setWidthClass(int widthClass)
{
    m_side = widthClass == 0 ? 16 : widthClass == 2 ? 40 : 24;
    m_titleRow->setContentsMargins(m_side, 16, m_side, 16);
    m_import->setSide(m_side);
    arrange();
}

void LibraryPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

void LibraryPage::arrange()
{
    const bool stacked = width() < kBesideFrom;
    m_body->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_entryRow->setDirection(stacked ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_entryRow->setContentsMargins(m_side - kEntryBleed, 0, m_side - kEntryBleed, stacked ? 8 : 0);
    m_entryRow->setStretch(m_entryRow->count() - 1, stacked ? 0 : 1);
    QWidget* entries = m_entryRow->parentWidget();
    const int narrow = theme().scaled(172) + m_side;
    entries->setMinimumWidth(stacked ? 0 : narrow);
    entries->setMaximumWidth(stacked ? QWIDGETSIZE_MAX : narrow);
    m_scroll->widget()->layout()->setContentsMargins((stacked ? m_side : 28) - kSectionBleed, 8,
                                                     m_side - kSectionBleed, 24);
    m_spaces->setStacked(width() < 1080);
    m_index->setStacked(stacked);
}

void LibraryPage::showSection(Section section)
{
    const auto index = static_cast<std::size_t>(section);
    m_parts->setCurrentIndex(static_cast<int>(index));
    m_entries.at(index)->setChecked(true);
    m_scroll->ensureVisible(0, 0);
}

void LibraryPage::refreshHead()
{
    const Workspace& workspace = m_context.workspace;
    QStringList folders = workspace.recentLibraries();
    const QString open = pathOf(workspace.folder());
    if (workspace.isOpen() && !folders.contains(open))
        folders.prepend(open);
    m_libraries->clear();
    for (const QString& folder : folders) {
        const QString name = folder == open && !workspace.libraryName().isEmpty() ? workspace.libraryName()
                                                                                  : QFileInfo(folder).fileName();
        m_libraries->addItem(name, folder);
        m_libraries->setItemData(m_libraries->count() - 1, text::tip(QDir::toNativeSeparators(folder)), Qt::ToolTipRole);
    }
    m_libraries->setCurrentIndex(m_libraries->findData(open));
    m_libraries->setToolTip(text::tip(QDir::toNativeSeparators(open)));
    m_libraries->setEnabled(m_libraries->count() > 0);
}

void LibraryPage::refreshSubtitles()
{
    const Workspace& workspace = m_context.workspace;
    const LibraryPresenter& presenter = m_context.presenters.library;
    const auto subtitle = [this](Section section, const QString& text) {
        m_entries.at(static_cast<std::size_t>(section))->setSubtitle(text.isEmpty() ? QStringLiteral(" ") : text);
    };
    subtitle(Section::Catalogue, filmCount(workspace.itemCount()));
    const int spaces = static_cast<int>(workspace.spaces().size());
    subtitle(Section::Spaces, presenter.embedding() ? tr("%Ln, one under way", "spaces", spaces)
                              : spaces == 0         ? tr("none yet")
                                                    : tr("%Ln spaces", nullptr, spaces));
    const auto session = workspace.session();
    subtitle(Section::Index, !session->space.index ? tr("none yet") : indexShortText(session->space.index->kind()));
    subtitle(Section::Storage, presenter.storage().empty() ? QString() : presenter.storageText());
}

} // namespace tw::ui
