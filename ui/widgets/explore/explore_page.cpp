// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/explore/explore_page.h"

#include "ui/model/error_text.h"
#include "ui/model/presenters.h"
#include "ui/model/trace_recorder.h"
#include "ui/widgets/explore/explore_column_pane.h"
#include "ui/widgets/explore/picks_bar.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/empty_state.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/search_field.h"
#include "ui/widgets/kit/segment.h"
#include "ui/widgets/lists/film_list.h"
#include "ui/widgets/shell/action_registry.h"
#include "ui/widgets/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QStackedLayout>

namespace tw::ui {
namespace {

constexpr int kToolbar = 64, kSeedWidth = 86, kTogether = 2;
enum Mode { Tastewalk, Article };

} // namespace

ExplorePage::ExplorePage(WindowContext context, QWidget* parent)
    : Page(context, parent), m_explore(context.presenters.explore)
    , m_empty(new EmptyState(EmptyState::Extent::Section, this)), m_picks(new PicksBar(m_explore, this))
{
    setObjectName(QStringLiteral("explorePage"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(buildToolbar());

    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(buildColumns(), 1);
    rows->addWidget(makeSeparator(Qt::Horizontal, content));
    rows->addWidget(m_picks);
    auto* emptyFrame = new QWidget;
    auto* emptyRows = new QVBoxLayout(emptyFrame);
    emptyRows->setContentsMargins(24, 8, 24, 24);
    emptyRows->addWidget(m_empty);
    emptyRows->addStretch(1);
    m_stack = new QStackedLayout;
    m_stack->addWidget(content);
    m_stack->addWidget(emptyFrame);
    page->addLayout(m_stack, 1);

    connectModel();
    connectActions();
    setWidthClass(1);
    refresh();
    updateEmpty();
}

ExplorePage::~ExplorePage() = default;

void ExplorePage::addSeed(QHBoxLayout* row)
{
    m_seedLabel = makeLabel(tr("Seed"), TypeStep::Small, ColorToken::Text2, this);
    row->addWidget(m_seedLabel);
    m_seed = new QLineEdit(this);
    m_seed->setObjectName(QStringLiteral("seedField"));
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setToolTip(m_context.actions.tooltip(ActionId::Seed));
    m_seed->setFixedWidth(kSeedWidth);
    m_seed->setFont(theme().font(TypeStep::Mono));
    m_seed->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\d{1,18}")), m_seed));
    m_seedLabel->setBuddy(m_seed);
    connect(m_seed, &QLineEdit::editingFinished, this, [this] {
        if (m_seed->isModified() && !m_seed->text().isEmpty())
            m_explore.setSeed(m_seed->text().toULongLong());
        m_seed->setText(QString::number(m_explore.seed()));
    });
    row->addWidget(m_seed);
    QAction* shuffle = m_context.actions.action(ActionId::Shuffle);
    m_shuffle = new Button(IconId::Shuffle, tr("Shuffle"), this);
    m_shuffle->setObjectName(QStringLiteral("shuffleButton"));
    m_shuffle->setKeyHint(QStringLiteral("R"));
    m_shuffle->setToolTip(m_context.actions.tooltip(ActionId::Shuffle));
    connect(m_shuffle, &Button::clicked, shuffle, &QAction::trigger);
    row->addWidget(m_shuffle);
    m_shuffleIcon = new IconButton(IconId::Shuffle, tr("Shuffle"), this);
    m_shuffleIcon->setObjectName(QStringLiteral("shuffleIcon"));
    m_shuffleIcon->setShortcutText(QStringLiteral("R"));
    connect(m_shuffleIcon, &IconButton::clicked, shuffle, &QAction::trigger);
    row->addWidget(m_shuffleIcon);
}

QWidget* ExplorePage::buildToolbar()
{
    auto* bar = new QWidget;
    bar->setFixedHeight(kToolbar);
    m_bar = new QHBoxLayout(bar);
    m_bar->setSpacing(8);
    m_bar->addWidget(makeLabel(tr("Explore"), TypeStep::Page, ColorToken::Text, bar));
    m_bar->addStretch(1);
    m_before = new IconButton(IconId::Left, tr("Column before"), bar);
    m_before->setObjectName(QStringLiteral("columnBefore"));
    m_after = new IconButton(IconId::Right, tr("Next column"), bar);
    m_after->setObjectName(QStringLiteral("columnAfter"));
    connect(m_before, &IconButton::clicked, this, [this] { step(-1); });
    connect(m_after, &IconButton::clicked, this, [this] { step(1); });
    m_bar->addWidget(m_before);
    m_bar->addWidget(m_after);
    addSeed(m_bar);
    m_mode = new Segment(tr("Kind of noise"), bar);
    m_mode->setObjectName(QStringLiteral("noiseMode"));
    m_mode->addEntry(Tastewalk, QStringLiteral("Tastewalk"));
    m_mode->addEntry(Article, tr("As in the article"));
    connect(m_mode, &Segment::currentChanged, this, [this](int id) { m_explore.setArticleMode(id == Article); });
    m_bar->addWidget(m_mode);
    auto* exporting = new IconButton(IconId::Export, ActionRegistry::name(ActionId::Export), bar);
    exporting->setObjectName(QStringLiteral("exportLists"));
    exporting->setShortcutText(QStringLiteral("Ctrl+E"));
    connect(exporting, &IconButton::clicked, m_context.actions.action(ActionId::Export), &QAction::trigger);
    m_bar->addWidget(exporting);
    return bar;
}

QWidget* ExplorePage::buildColumns()
{
    auto* frame = new QWidget;
    m_columns = new QHBoxLayout(frame);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        if (i > 0) {
            m_lines[i] = makeSeparator(Qt::Vertical, frame);
            m_columns->addWidget(m_lines[i]);
        }
        auto* pane = new ExploreColumnPane(kExploreColumns[i], m_context, frame);
        m_panes[i] = pane;
        m_columns->addWidget(pane, 1);
        pane->list()->installEventFilter(this);
        pane->list()->viewport()->installEventFilter(this);
        connect(pane, &ExploreColumnPane::percentMoved, this, [this, pane](double percent) {
            m_context.trace.sliderMoved();
            m_explore.setPercent(pane->column(), percent);
        });
        connect(pane, &ExploreColumnPane::pinToggled, this, [this, pane] { togglePin(pane->column()); });
    }
    return frame;
}

void ExplorePage::connectModel()
{
    connect(&m_explore, &ExplorePresenter::asked, this, [this] {
        m_asked = true;
        refresh();
    });
    connect(&m_explore, &ExplorePresenter::changed, this, &ExplorePage::answered);
    connect(&m_context.workspace, &Workspace::sessionChanged, this, &ExplorePage::updateEmpty);
    connect(&m_context.workspace, &Workspace::stateChanged, this, &ExplorePage::updateEmpty);
    connect(m_empty, &EmptyState::actTriggered, this,
            [this] { m_context.actions.action(ActionId::PageLibrary)->trigger(); });
}

void ExplorePage::connectActions()
{
    m_context.actions.connectTo(ActionId::Seed, this, [this] {
        m_context.actions.action(ActionId::PageExplore)->trigger();
        m_seed->setFocus(Qt::ShortcutFocusReason);
        m_seed->selectAll();
    });
    m_context.actions.connectTo(ActionId::Pin, this, [this] {
        if (isVisible())
            togglePin(kExploreColumns[focusedColumn()]);
    });
}

void ExplorePage::togglePin(ExploreColumn column)
{
    if (m_explore.pinnedColumn() == column)
        m_explore.unpin();
    else
        m_explore.pin(column);
    refresh();
}

void ExplorePage::answered()
{
    m_asked = false;
    m_answered = true;
    refresh();
    const auto error = m_explore.error();
    // The window has the banner; a slider that moves on asks and fails again and again.
    if (!std::exchange(m_told, error.has_value()) && error)
        Q_EMIT m_context.workspace.failed(*error, Attempt::Explore);
    // A frame ends when its lists are painted, even where none of their rows changed.
    m_paintAwaited = true;
    for (ExploreColumnPane* pane : m_panes)
        pane->list()->viewport()->update(QRect(0, 0, 1, 1));
}

void ExplorePage::refresh()
{
    const ColumnView& profile = m_explore.column(ExploreColumn::Profile);
    for (ExploreColumnPane* pane : m_panes)
        pane->refresh(m_explore.column(pane->column()), pane->column() == ExploreColumn::Profile ? nullptr : &profile);
    int height = 0;
    for (const ExploreColumnPane* pane : m_panes)
        height = std::max(height, pane->wantedControlHeight(pane->width()));
    for (ExploreColumnPane* pane : m_panes)
        pane->setControlHeight(height);
    if (!m_seed->hasFocus() || !m_seed->isModified())
        m_seed->setText(QString::number(m_explore.seed()));
    m_mode->setCurrentId(m_explore.articleMode() ? Article : Tastewalk);
    m_picks->refresh();
}

void ExplorePage::updateEmpty()
{
    const bool none = !m_context.workspace.hasSpace();
    m_stack->setCurrentIndex(none ? 1 : 0);
    if (!none)
        return;
    if (m_context.workspace.isOpen())
        m_empty->setText(tr("Nothing to explore yet"),
                         tr("It needs a space: numbers that say which films resemble each other. The built-in one makes "
                            "itself; the Library shows how far it is."));
    else
        m_empty->setText(tr("No library is open"), tr("Open one in the Library to explore its films."));
    m_empty->setActs({{QStringLiteral("library"), tr("Go to the Library"), false}});
}

void ExplorePage::setActive(bool active) { m_explore.setActive(active); }

std::size_t ExplorePage::focusedColumn() const
{
    const QWidget* focused = QApplication::focusWidget();
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        if (focused && m_panes[i]->isAncestorOf(focused))
            return i;
    }
    return m_lastFocused;
}

void ExplorePage::focusMain() { focusColumn(focusedColumn()); }

void ExplorePage::focusColumn(std::size_t index)
{
    if (m_widthClass == 0 && (index < m_first || index >= m_first + kTogether)) {
        m_first = index < m_first ? index : index + 1 - kTogether;
        arrange();
    }
    m_lastFocused = index;
    ExploreColumnPane* pane = m_panes[index];
    if (pane->field() && pane->list()->films()->rowCount() == 0)
        pane->field()->setFocus(Qt::OtherFocusReason);
    else
        pane->list()->focusFilms();
}

bool ExplorePage::complete() const { return !m_context.workspace.hasSpace() || (m_answered && !m_asked && !m_paintAwaited); }

bool ExplorePage::closeInnermost()
{
    SearchField* field = m_panes.back()->field();
    if (field->hasFocus() && !field->text().isEmpty()) {
        field->clear();
        m_explore.setSearchQuery({});
        return true;
    }
    if (!m_explore.pinnedColumn())
        return false;
    m_explore.unpin();
    refresh();
    return true;
}

void ExplorePage::setWidthClass(int widthClass)
{
    m_widthClass = widthClass;
    // Padding of the page and half the gap between columns, each side of the lines between them.
    const int padding = widthClass == 0 ? 16 : widthClass == 2 ? 40 : 24;
    const int half = widthClass == 0 ? 12 : widthClass == 2 ? 28 : 16;
    m_bar->setContentsMargins(padding, 0, padding, 0);
    m_columns->setContentsMargins(padding - half, 0, padding - half, 0);
    for (ExploreColumnPane* pane : m_panes)
        pane->setPadding(half);
    m_picks->setWidthClass(widthClass);
    arrange();
}

void ExplorePage::arrange()
{
    const bool few = m_widthClass == 0;
    m_first = std::min(m_first, m_panes.size() - kTogether);
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        const bool seen = !few || (i >= m_first && i < m_first + kTogether);
        m_panes[i]->setVisible(seen);
        if (m_lines[i])
            m_lines[i]->setVisible(seen && (!few || i > m_first));
    }
    // The bar gives way with the columns.
    m_bar->setSpacing(few ? 6 : 8);
    m_seedLabel->setVisible(!few);
    m_shuffle->setVisible(!few);
    m_shuffleIcon->setVisible(few);
    m_before->setVisible(few);
    m_after->setVisible(few);
    m_before->setEnabled(m_first > 0);
    m_after->setEnabled(m_first + kTogether < m_panes.size());
}

void ExplorePage::step(int by)
{
    if (by < 0 ? m_first == 0 : m_first + kTogether >= m_panes.size())
        return;
    m_first = by < 0 ? m_first - 1 : m_first + 1;
    arrange();
}

void ExplorePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    // Sentences over the lists may need another line now.
    QMetaObject::invokeMethod(this, &ExplorePage::refresh, Qt::QueuedConnection);
}

bool ExplorePage::eventFilter(QObject* watched, QEvent* event)
{
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        if (!m_panes[i])
            continue;
        const FilmList* list = m_panes[i]->list();
        if (watched == list->viewport() && event->type() == QEvent::Paint && m_paintAwaited) {
            m_paintAwaited = false;
            // All lists are painted in this same pass; what is queued comes after it.
            QMetaObject::invokeMethod(this, [this] { m_context.trace.sliderShown(); }, Qt::QueuedConnection);
        }
        if (watched == list && event->type() == QEvent::FocusIn)
            m_lastFocused = i;
        if (watched != list || event->type() != QEvent::KeyPress)
            continue;
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = !(key->modifiers() & ~Qt::KeypadModifier);
        if (plain && key->key() == Qt::Key_Left && i > 0) {
            focusColumn(i - 1);
            return true;
        }
        if (plain && key->key() == Qt::Key_Right && i + 1 < m_panes.size()) {
            focusColumn(i + 1);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace tw::ui
