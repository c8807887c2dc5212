// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/likes/likes_page.h"

#include "ui/model/app_settings.h"
#include "ui/model/presenters.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/empty_state.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/search_field.h"
#include "ui/widgets/kit/segment.h"
#include "ui/widgets/likes/likes_table.h"
#include "ui/widgets/likes/selection_bar.h"
#include "ui/widgets/shell/action_registry.h"
#include "ui/widgets/shell/dialog_service.h"
#include "ui/widgets/shell/film_acts.h"
#include "ui/widgets/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

constexpr int kAll = 0; // entries of the segment: 0, or the ItemState
constexpr int kTableBleed = 10;

} // namespace

LikesPage::LikesPage(WindowContext context, QWidget* parent)
    : Page(context, parent), m_table(new LikesTable(context.presenters.historyFilter, context.acts)),
      m_bar(new SelectionBar)
{
    setObjectName(QStringLiteral("likesPage"));
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(tr("Liked, disliked and hidden films"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(column);
    auto* body = new QWidget;
    buildEmptyStates(body);
    column->addWidget(body, 1);
    column->addWidget(m_bar);
    m_bar->hide();
    connectParts();
    setWidthClass(1);
    refreshHead();
}

LikesPage::~LikesPage() = default;

void LikesPage::buildHead(QVBoxLayout* column)
{
    m_titleRow = new QHBoxLayout;
    m_titleRow->setSpacing(8);
    m_summary = new ElidedLabel({}, TypeStep::Body, ColorToken::Text2);
    m_summary->setObjectName(QStringLiteral("likesSummary"));
    m_export = new Button(IconId::Export, tr("Export"));
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setKeyHint(keyHintText(QStringLiteral("Ctrl+E")));
    m_titleRow->addWidget(makeLabel(tr("Likes"), TypeStep::Page));
    m_titleRow->addSpacing(4);
    m_titleRow->addWidget(m_summary, 1);
    m_titleRow->addWidget(m_export);
    column->addLayout(m_titleRow);

    m_filterPart = new QWidget;
    m_filterRow = new QHBoxLayout(m_filterPart);
    m_filterRow->setSpacing(8);
    m_filter = new SearchField(SearchField::Size::Normal, IconId::Filter);
    m_filter->setObjectName(QStringLiteral("historyFilter"));
    m_filter->setPlaceholderText(tr("Filter by title, genre, year or where found"));
    m_filter->setAccessibleName(tr("Filter the history"));
    m_states = new Segment(tr("Which films are shown"));
    m_states->setObjectName(QStringLiteral("historyStates"));
    m_states->addEntry(kAll, tr("All"));
    m_states->addEntry(static_cast<int>(ItemState::Liked), tr("Liked"));
    m_states->addEntry(static_cast<int>(ItemState::Disliked), tr("Disliked"));
    m_filterRow->addWidget(m_filter);
    m_filterRow->addWidget(m_states);
    m_filterRow->addStretch(1);
    column->addWidget(m_filterPart);
}

void LikesPage::buildEmptyStates(QWidget* host)
{
    m_body = new QStackedLayout(host);
    auto* table = new QWidget;
    m_tablePart = new QVBoxLayout(table);
    m_tablePart->addWidget(m_table);
    const auto framed = [this](EmptyState* state) {
        auto* frame = new QWidget;
        auto* layout = new QVBoxLayout(frame);
        layout->setContentsMargins(24, 24, 24, 24);
        layout->addWidget(state);
        layout->addStretch(1);
        connect(state, &EmptyState::actTriggered, this, &LikesPage::emptyAct);
        m_body->addWidget(frame);
    };
    m_body->addWidget(table);
    m_nothing = new EmptyState(EmptyState::Extent::WholePage);
    m_noMatch = new EmptyState(EmptyState::Extent::Section);
    framed(m_nothing);
    framed(m_noMatch);
    m_noMatch->setActs({{QStringLiteral("all"), tr("Show all"), false}});
}

void LikesPage::connectParts()
{
    Presenters& p = m_context.presenters;
    connect(&p.history, &HistoryModel::countsChanged, this, &LikesPage::refreshHead);
    connect(&m_context.workspace, &Workspace::sessionChanged, this, [this](SessionParts parts) {
        if (parts & (SessionPart::Settings | SessionPart::KeptProfile))
            refreshHead();
    });
    connect(&m_context.acts, &FilmActs::enabledChanged, this, &LikesPage::refreshHead);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&p.historyFilter, signal, this, &LikesPage::refreshBody);
    connect(&p.historyFilter, &QAbstractItemModel::modelReset, this, &LikesPage::refreshBody);
    connect(m_filter, &QLineEdit::textChanged, this, [this, &p](const QString& text) {
        p.historyFilter.setText(text);
        refreshBody();
    });
    connect(m_filter, &SearchField::downPressed, m_table, &LikesTable::focusTable);
    connect(m_states, &Segment::currentChanged, this, [this, &p](int id) {
        p.historyFilter.setState(id == kAll ? std::nullopt : std::optional(static_cast<ItemState>(id)));
        refreshBody();
    });
    connect(m_export, &Button::clicked, m_context.actions.action(ActionId::Export), &QAction::trigger);
    connect(m_table, &LikesTable::selectionChangedByAnything, this, &LikesPage::refreshSelection);
    connect(m_table, &LikesTable::removeRequested, this, &LikesPage::removeSelected);
    connect(m_table, &LikesTable::turnRoundRequested, this, &LikesPage::turnRound);
    connect(m_bar, &SelectionBar::remove, this, &LikesPage::removeSelected);
    connect(m_bar, &SelectionBar::turnRound, this, &LikesPage::turnRound);
    connect(m_bar, &SelectionBar::forget, this, &LikesPage::forgetSelected);
    connect(m_bar, &SelectionBar::exportAs, this, &LikesPage::exportSelected);
    connect(m_bar, &SelectionBar::exportAny, this, [this] {
        m_context.presenters.exporting.setSelection(m_table->selectedItems());
        Q_EMIT m_context.acts.exportRequested();
    });
}

void LikesPage::setActive(bool active)
{
    if (active)
        refreshHead();
}

void LikesPage::focusMain()
{
    if (m_body->currentIndex() == 0)
        m_table->focusTable();
    else if (m_body->currentIndex() == 2)
        m_filter->setFocus(Qt::OtherFocusReason);
    else if (auto* act = m_nothing->findChild<QAbstractButton*>())
        act->setFocus(Qt::OtherFocusReason);
}

bool LikesPage::complete() const
{
    // Shares come a moment after the likes.
    const Presenters& p = m_context.presenters;
    return !m_context.workspace.hasSpace() || !m_context.workspace.settings().keepHistory
           || (p.taste.view()->hasProfile && p.taste.view()->likes == p.history.count(ItemState::Liked));
}

bool LikesPage::closeInnermost()
{
    if (m_table->selectionModel()->hasSelection()) {
        m_table->clearSelection();
        return true;
    }
    if (!m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    return false;
}

void LikesPage::setWidthClass(int widthClass)
{
    const int side = widthClass == 0 ? 16 : widthClass == 2 ? 40 : 24;
    m_titleRow->setContentsMargins(side, 16, side, 16);
    m_filterRow->setContentsMargins(side, 0, side, 12);
    m_tablePart->setContentsMargins(side - kTableBleed, 0, side - kTableBleed, 0);
    m_filter->setFixedWidth(theme().scaled(widthClass == 0 ? 260 : widthClass == 2 ? 400 : 300));
    m_bar->setSideMargin(side);
    m_bar->setNarrow(widthClass == 0);
}

void LikesPage::refreshHead()
{
    const HistoryModel& history = m_context.presenters.history;
    m_summary->setText(history.summary());
    const auto named = [&](int id, const QString& name, std::size_t count) {
        m_states->setEntryText(id, tr("%1 %2", "kind of films and how many: Liked 18")
                                       .arg(name, QLocale().toString(static_cast<qulonglong>(count))));
    };
    const std::size_t hidden = history.count(ItemState::Hidden);
    if (hidden > 0 && !m_hiddenShown) {
        m_states->addEntry(static_cast<int>(ItemState::Hidden), tr("Hidden"));
        m_hiddenShown = true;
    }
    named(kAll, tr("All"), static_cast<std::size_t>(history.rowCount()));
    named(static_cast<int>(ItemState::Liked), tr("Liked"), history.count(ItemState::Liked));
    named(static_cast<int>(ItemState::Disliked), tr("Disliked"), history.count(ItemState::Disliked));
    if (m_hiddenShown)
        named(static_cast<int>(ItemState::Hidden), tr("Hidden"), hidden);
    refreshBody();
}

void LikesPage::refreshBody()
{
    const Presenters& p = m_context.presenters;
    const bool kept = m_context.workspace.settings().keepHistory;
    const bool nothing = !kept || p.history.rowCount() == 0;
    if (nothing)
        tellNothing(kept);
    if (!nothing && p.historyFilter.rowCount() == 0) {
        const QString text = m_filter->text().trimmed();
        m_noMatch->setText(text.isEmpty() ? tr("No films of this kind") : tr("Nothing matches “%1”").arg(text),
                           text.isEmpty() ? QString() : tr("Try fewer words."));
    }
    m_body->setCurrentIndex(nothing ? 1 : p.historyFilter.rowCount() == 0 ? 2 : 0);
    m_filterPart->setVisible(!nothing);
    m_export->setEnabled(m_context.workspace.isOpen());
    refreshSelection();
}

void LikesPage::tellNothing(bool kept)
{
    const Nothing told = kept ? Nothing::NotYet : Nothing::NotKept;
    if (told == m_told)
        return;
    m_told = told;
    if (kept) {
        m_nothing->setText(tr("Nothing liked yet"),
                           tr("Films you like, dislike or hide are listed here, with the day and where you found "
                              "them."));
        m_nothing->setActs({{QStringLiteral("find"), tr("Find films you know"), true}});
    } else {
        m_nothing->setText(tr("No history is kept"),
                           tr("Only where your taste stands is kept, not what you liked. So there is nothing to list, "
                              "to take back or to export."));
        m_nothing->setActs({{QStringLiteral("keep"), tr("Keep a history from now on"), false}});
    }
}

void LikesPage::refreshSelection()
{
    SelectionBar::Selection selection;
    selection.writable = m_context.acts.enabled();
    const auto session = m_context.workspace.session();
    for (const ItemId item : m_table->selectedItems()) {
        const ItemState state = session->history->state(item);
        ++selection.films;
        selection.liked += state == ItemState::Liked ? 1 : 0;
        selection.disliked += state == ItemState::Disliked ? 1 : 0;
    }
    if (selection.films > 0)
        m_bar->setSelection(selection);
    m_bar->setVisible(selection.films > 0 && m_body->currentIndex() == 0);
}

void LikesPage::emptyAct(const QString& id)
{
    if (id == QLatin1String("find")) {
        m_context.actions.action(ActionId::FocusSearch)->trigger();
    } else if (id == QLatin1String("all")) {
        m_filter->clear();
        m_states->setCurrentId(kAll);
        m_table->focusTable();
    } else if (id == QLatin1String("keep")) {
        if (m_context.dialogs.confirmLoss(this, tr("Keep a history from now on?"),
                                          tr("It begins empty, and your taste begins in the middle of the catalogue: "
                                             "the place kept so far is deleted."),
                                          tr("Begin a history")))
            m_context.workspace.setKeepHistory(true);
    }
}

void LikesPage::removeSelected()
{
    auto items = m_table->selectedItems();
    if (items.empty() && m_table->currentItem().isValid())
        items.push_back(m_table->currentItem());
    if (!items.empty() && m_context.acts.enabled())
        m_context.workspace.act(Act::Removed, items, Source::Likes);
}

void LikesPage::turnRound()
{
    auto items = m_table->selectedItems();
    if (items.empty() && m_table->currentItem().isValid())
        items.push_back(m_table->currentItem());
    if (items.empty() || !m_context.acts.enabled())
        return;
    const auto session = m_context.workspace.session();
    const bool allDisliked = std::all_of(items.begin(), items.end(), [&](ItemId item) {
        return session->history->state(item) == ItemState::Disliked;
    });
    m_context.workspace.act(allDisliked ? Act::Liked : Act::Disliked, items, Source::Likes);
}

void LikesPage::forgetSelected()
{
    const auto items = m_table->selectedItems();
    if (items.empty() || !m_context.acts.enabled())
        return;
    const int count = static_cast<int>(items.size());
    if (m_context.dialogs.confirmLoss(this, tr("Forget %Ln films?", nullptr, count),
                                      tr("Every entry about them is deleted for good. Undo can’t bring them back."),
                                      tr("Forget %Ln films", nullptr, count)))
        m_context.workspace.forget(items);
}

void LikesPage::exportSelected(ExportFormat format)
{
    // The dialog begins with the format used last.
    const std::string_view name = exportFormatName(format);
    m_context.settings.set(Setting::LastExportFormat,
                           QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
    m_context.presenters.exporting.setSelection(m_table->selectedItems());
    Q_EMIT m_context.acts.exportRequested();
}

} // namespace tw::ui
