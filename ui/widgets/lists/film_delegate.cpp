// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lists/film_delegate.h"

#include "ui/widgets/shell/film_acts.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace tw::ui {
namespace {

/// Beside title, acts and score an overview of 300 needs at least this much, or titles would be cut to a few letters.
constexpr int kRoomForOverview = 800;
constexpr int kFewLinesRowGap = 14;

} // namespace

static_assert(kPosterDirections == static_cast<std::size_t>(kPosterNumbers));

PosterSpec posterSpec(const ItemFace& face)
{
    PosterSpec spec;
    spec.key = face.key;
    spec.title = face.title;
    spec.year = face.year;
    spec.genres = face.catalogueGenres;
    spec.percentiles = face.percentiles;
    return spec;
}

ItemView itemView(const ItemListModel& model, int row)
{
    const ItemFace face = model.face(row);
    const QModelIndex index = model.index(row);
    ItemView view;
    view.poster = posterSpec(face);
    view.title = face.title;
    view.originalTitle = face.originalTitle;
    view.meta = face.metaLine();
    view.tags = index.data(ItemListModel::TagsRole).toStringList();
    view.reason = index.data(ItemListModel::WhyRole).toString();
    view.overview = face.overview;
    view.value = index.data(ItemListModel::ScoreTextRole).toString();
    if (index.data(ItemListModel::NewRole).toBool()) {
        view.value = QCoreApplication::translate("tw::ui::FilmList", "new", "not in the list compared with");
        view.valueIsAccent = true;
    }
    if (const QVariant fraction = index.data(ItemListModel::FractionRole); fraction.isValid())
        view.fraction = fraction.toDouble();
    view.liked = index.data(ItemListModel::LikedRole).toBool();
    view.disliked = index.data(ItemListModel::DislikedRole).toBool();
    return view;
}

bool FilmList::Delegate::fit()
{
    const int windowWidth = m_list.window()->width();
    const int room = m_list.maximumViewportSize().width() - m_list.scrollBarRoom();
    const QSize before = m_cell;
    const int columnsBefore = m_columns;
    const int overviewBefore = m_row.overviewWidth;
    switch (m_list.style()) {
    case FilmListStyle::Rows:
        m_row = RowMetrics::result(windowWidth, theme().density());
        if (!overviewAllowed || room < kRoomForOverview)
            m_row.overviewWidth = 0;
        m_cell = {1, m_row.height};
        break;
    case FilmListStyle::Columns:
        m_row = RowMetrics::column(theme().density());
        m_cell = {1, m_row.height};
        break;
    case FilmListStyle::Cards:
        m_card = CardMetrics::forWindow(windowWidth);
        m_card.captionLines = captionLines;
        if (captionLines < 2)
            m_card.rowGap = kFewLinesRowGap;
        m_columns = m_card.columns(room - 2 * m_list.bleed());
        // One pixel less: the view wraps when a row of cells fills it exactly.
        m_cell = {std::max(m_card.posterWidth, (room - 1) / m_columns), m_card.height() + m_card.rowGap};
        break;
    }
    return before != m_cell || columnsBefore != m_columns || overviewBefore != m_row.overviewWidth;
}

QSize FilmList::Delegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return m_cell; }

QRectF FilmList::Delegate::rectOf(const QModelIndex& index) const
{
    const QRect cell = m_list.visualRect(index);
    const int room = m_list.maximumViewportSize().width() - m_list.scrollBarRoom();
    if (m_list.style() != FilmListStyle::Cards)
        return QRectF(cell.left(), cell.top(), room, cell.height());
    // Cells are equally wide, cards stand where the gaps between them are equal; each lies within its cell.
    const int bleed = m_list.bleed();
    const double x = m_card.columnX(index.row() % m_columns, m_columns, room - 2 * bleed);
    return QRectF(bleed + x, cell.top() + bleed, m_card.posterWidth, m_card.height());
}

ItemView FilmList::Delegate::viewOf(const QModelIndex& index) const
{
    ItemView view = itemView(*m_list.films(), index.row());
    if (m_list.style() == FilmListStyle::Cards) {
        const ItemFace face = m_list.films()->face(index.row());
        if (!face.originalLeads())
            view.originalTitle.clear();
        view.meta = face.cardLine();
    } else if (m_list.style() == FilmListStyle::Columns) {
        // Columns are narrow: one genre reads better than three cut off.
        ItemFace face = m_list.films()->face(index.row());
        face.genres = face.genres.mid(0, 1);
        view.meta = face.metaLine();
    }
    view.enabled = m_list.m_acts.enabled();
    view.selected = m_list.selectionModel()->isSelected(index);
    view.hovered = index.row() == hoveredRow;
    view.focused = m_list.hasFocus() && m_list.currentIndex() == index;
    view.hotAct = view.hovered ? hotAct : ItemAct::None;
    return view;
}

ItemAct FilmList::Delegate::actAt(const QModelIndex& index, const QPointF& point) const
{
    if (!index.isValid())
        return ItemAct::None;
    ItemView view = viewOf(index);
    view.hovered = true;
    return m_list.style() == FilmListStyle::Cards ? item_card::hitTest(rectOf(index), m_card, view, point)
                                                  : item_row::hitTest(rectOf(index), m_row, view, point);
}

bool FilmList::Delegate::isElided(const QModelIndex& index) const
{
    const ItemView view = viewOf(index);
    const QString& head = view.originalTitle.isEmpty() ? view.title : view.originalTitle;
    const QFontMetricsF bold(theme().fontOfSize(14, QFont::DemiBold));
    const QFontMetricsF plain(theme().fontOfSize(12.5));
    return bold.horizontalAdvance(head) > m_card.posterWidth ||
           plain.horizontalAdvance(view.reason) > m_card.posterWidth ||
           plain.horizontalAdvance(view.meta) > m_card.posterWidth;
}

void FilmList::Delegate::paint(QPainter* painter, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    if (m_list.style() == FilmListStyle::Cards)
        item_card::paint(painter, rectOf(index), m_card, viewOf(index));
    else
        item_row::paint(painter, rectOf(index), m_row, viewOf(index));
}

} // namespace tw::ui
