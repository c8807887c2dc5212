// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lists/film_list.h"

#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/lists/film_delegate.h"
#include "ui/widgets/shell/film_acts.h"
#include "ui/widgets/theme/theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace tw::ui {

FilmList::FilmList(FilmListStyle style, FilmActs& acts, ItemListModel* model, QWidget* parent)
    : QListView(parent), m_style(style), m_acts(acts), m_films(model), m_delegate(new Delegate(*this))
{
    setItemDelegate(m_delegate);
    setModel(model);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    if (style == FilmListStyle::Cards) {
        setFlow(LeftToRight);
        setWrapping(true);
    }
    watchModel();
    connect(&theme(), &Theme::changed, this, [this] {
        layoutItems();
        viewport()->update();
    });
    connect(&acts, &FilmActs::enabledChanged, this, [this] { viewport()->update(); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &FilmList::updateHover);
}

FilmList::~FilmList() = default;

void FilmList::watchModel()
{
    // A film may slip under a resting pointer when the list is swapped; the view lays out after this signal.
    const auto later = [this] { QMetaObject::invokeMethod(this, &FilmList::updateHover, Qt::QueuedConnection); };
    connect(m_films, &QAbstractItemModel::rowsInserted, this, later);
    connect(m_films, &QAbstractItemModel::rowsRemoved, this, later);
    connect(m_films, &QAbstractItemModel::layoutChanged, this, later);
    connect(m_films, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { m_rowBeforeReset = hasFocus() ? currentIndex().row() : -1; });
    connect(m_films, &QAbstractItemModel::modelReset, this, [this, later] {
        // None of the old films stayed: the focus goes on where it stood, never to nowhere.
        if (m_rowBeforeReset >= 0 && m_films->rowCount() > 0)
            setCurrentIndex(m_films->index(std::min(m_rowBeforeReset, m_films->rowCount() - 1)));
        m_rowBeforeReset = -1;
        later();
    });
}

void FilmList::setSource(Source source, std::function<QString()> detail)
{
    m_source = source;
    m_detail = std::move(detail);
}

ItemId FilmList::currentFilm() const { return m_films->itemAt(currentIndex()); }

bool FilmList::select(ItemId item)
{
    const int row = m_films->rowOf(item);
    if (row < 0)
        return false;
    setCurrentIndex(m_films->index(row));
    scrollTo(currentIndex());
    return true;
}

void FilmList::focusFilms()
{
    if (!currentIndex().isValid() && m_films->rowCount() > 0)
        setCurrentIndex(m_films->index(0));
    setFocus(Qt::OtherFocusReason);
}

QRectF FilmList::filmRect(int row) const { return m_delegate->rectOf(m_films->index(row)); }

ItemAct FilmList::actAt(const QPoint& point) const { return m_delegate->actAt(indexAt(point), point); }

int FilmList::bleed() const { return m_style == FilmListStyle::Rows ? 12 : m_style == FilmListStyle::Columns ? 8 : 6; }

int FilmList::scrollBarRoom() const { return verticalScrollBar()->sizeHint().width(); }

void FilmList::setCaptionLines(int lines)
{
    m_delegate->captionLines = lines;
    layoutItems();
}

void FilmList::setOverviewAllowed(bool allowed)
{
    m_delegate->overviewAllowed = allowed;
    layoutItems();
}

void FilmList::layoutItems()
{
    if (!m_delegate->fit())
        return;
    verticalScrollBar()->setSingleStep(std::max(20, m_delegate->cell().height() / 3));
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void FilmList::updateHover()
{
    const QModelIndex under = m_pointer ? indexAt(*m_pointer) : QModelIndex();
    const ItemAct act = under.isValid() ? m_delegate->actAt(under, *m_pointer) : ItemAct::None;
    // Between cards there is nothing to hover over.
    const int row = under.isValid() && m_delegate->rectOf(under).contains(*m_pointer) ? under.row() : -1;
    if (row == m_delegate->hoveredRow && act == m_delegate->hotAct)
        return;
    for (const int changed : {m_delegate->hoveredRow, row})
        if (changed >= 0 && changed < m_films->rowCount())
            update(m_films->index(changed));
    m_delegate->hoveredRow = row;
    m_delegate->hotAct = act;
}

void FilmList::perform(ItemAct act, const QModelIndex& index)
{
    m_acts.perform(act, m_films->itemAt(index), m_source, sourceDetail());
}

bool FilmList::performKey(int key)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return false;
    const ItemId item = m_films->itemAt(index);
    switch (key) {
    case Qt::Key_Space:
    case Qt::Key_L: perform(ItemAct::Like, index); return true;
    case Qt::Key_D: perform(ItemAct::Dislike, index); return true;
    case Qt::Key_M: perform(ItemAct::MoreLikeThis, index); return true;
    case Qt::Key_B: m_acts.between(item); return true;
    case Qt::Key_H: m_acts.hide(item, m_source, sourceDetail()); return true;
    case Qt::Key_G: Q_EMIT m_acts.showOnMapRequested(item); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT m_acts.detailsRequested(item, m_films, index.row()); return true;
    default: return false;
    }
}

void FilmList::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && performKey(event->key()))
        return;
    if (plain && event->key() == Qt::Key_Up && currentIndex().row() < m_delegate->columns()) {
        Q_EMIT leftUpwards();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        m_byUser = true;
        QListView::keyPressEvent(event);
        m_byUser = false;
        break;
    default:
        // No typing ahead in the list: letters are acts.
        event->ignore();
    }
}

QModelIndex FilmList::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = m_films->rowCount();
    if (count == 0)
        return {};
    const int columns = m_delegate->columns();
    const int page = columns * std::max(1, viewport()->height() / std::max(1, m_delegate->cell().height()));
    const int forward = isRightToLeft() ? -1 : 1;
    const int row = currentIndex().row();
    if (row < 0)
        return m_films->index(0);
    // Up and down leave the film where there is none above or below, so that the column is kept.
    const auto by = [&](int step) { return row + step >= 0 && row + step < count ? row + step : row; };
    int to = row;
    switch (action) {
    case MoveUp: to = by(-columns); break;
    case MoveDown: to = row / columns == (count - 1) / columns ? row : std::min(row + columns, count - 1); break;
    case MoveLeft: to = columns > 1 ? by(-forward) : row; break;
    case MoveRight: to = columns > 1 ? by(forward) : row; break;
    case MovePrevious: to = by(-1); break;
    case MoveNext: to = by(1); break;
    case MoveHome: to = 0; break;
    case MoveEnd: to = count - 1; break;
    case MovePageUp: to = std::max(row - page, row % columns); break;
    case MovePageDown: to = std::min(row + page, count - 1); break;
    }
    return m_films->index(to);
}

void FilmList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (m_byUser && current.isValid())
        Q_EMIT currentFilmChanged(m_films->itemAt(current));
}

void FilmList::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->position().toPoint();
    updateHover();
    // The view's own handling would drag a selection through the list.
    event->accept();
}

void FilmList::mousePressEvent(QMouseEvent* event)
{
    m_pointer = event->position().toPoint();
    updateHover();
    m_pressedAct = ItemAct::None;
    if (event->button() == Qt::LeftButton && m_delegate->hotAct != ItemAct::None) {
        m_pressedAct = m_delegate->hotAct;
        m_pressedFilm = m_films->itemAt(m_delegate->hoveredRow);
        return;
    }
    if (m_delegate->hoveredRow < 0)
        return;
    m_byUser = true;
    QListView::mousePressEvent(event);
    m_byUser = false;
}

void FilmList::mouseReleaseEvent(QMouseEvent* event)
{
    m_pointer = event->position().toPoint();
    updateHover();
    const ItemAct pressed = std::exchange(m_pressedAct, ItemAct::None);
    if (pressed == ItemAct::None) {
        QListView::mouseReleaseEvent(event);
        return;
    }
    if (m_delegate->hotAct == pressed && m_films->itemAt(m_delegate->hoveredRow) == m_pressedFilm)
        perform(pressed, m_films->index(m_delegate->hoveredRow));
}

void FilmList::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_pointer = event->position().toPoint();
    updateHover();
    if (m_delegate->hotAct != ItemAct::None)
        mousePressEvent(event); // Two quick clicks on an act are two acts.
    else if (event->button() == Qt::LeftButton && m_delegate->hoveredRow >= 0)
        Q_EMIT m_acts.detailsRequested(m_films->itemAt(m_delegate->hoveredRow), m_films, m_delegate->hoveredRow);
}

void FilmList::leaveEvent(QEvent* event)
{
    m_pointer.reset();
    updateHover();
    QListView::leaveEvent(event);
}

void FilmList::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint place =
        byKey ? viewport()->mapToGlobal(m_delegate->rectOf(index).center().toPoint()) : event->globalPos();
    m_acts.showMenu(m_films->itemAt(index), m_source, sourceDetail(), this, place);
}

void FilmList::focusInEvent(QFocusEvent* event)
{
    // The view makes its first row current by itself; with the mouse that would mark a film nobody chose.
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey && !currentIndex().isValid() && m_films->rowCount() > 0)
        setCurrentIndex(m_films->index(0));
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void FilmList::resizeEvent(QResizeEvent* event)
{
    layoutItems();
    QListView::resizeEvent(event);
}

void FilmList::showEvent(QShowEvent* event)
{
    layoutItems();
    QListView::showEvent(event);
}

bool FilmList::viewportEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (!showToolTip(help->pos(), help->globalPos()))
            QToolTip::hideText();
        return true;
    }
    case QEvent::HoverEnter:
    case QEvent::HoverMove:
    case QEvent::HoverLeave:
        // Hover is the delegate's; the view's own would repaint rows a second time.
        return true;
    default: return QListView::viewportEvent(event);
    }
}

bool FilmList::showToolTip(const QPoint& position, const QPoint& globalPosition)
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid())
        return false;
    if (const ItemAct act = m_delegate->actAt(index, position); act != ItemAct::None) {
        QToolTip::showText(globalPosition, text::tip(itemActName(act, true)), this);
        return true;
    }
    if (m_style != FilmListStyle::Cards || !m_delegate->isElided(index))
        return false;
    QStringList lines{m_films->face(index.row()).titleWithYear(), index.data(ItemListModel::WhyRole).toString()};
    lines.removeAll(QString());
    QToolTip::showText(globalPosition, text::tip(lines.join(QLatin1Char('\n'))), this);
    return true;
}

} // namespace tw::ui
