// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/map/map_find.h"

#include "ui/model/search_presenter.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/popover.h"
#include "ui/widgets/kit/search_field.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace tw::ui {
namespace {

constexpr int kRowHeight = 34, kRowsShown = 8, kListWidth = 340, kBorder = 6;

} // namespace

/// Title, and year with genres after it.
class MapFind::Delegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {option.rect.width(), theme().scaled(kRowHeight)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QRectF row(option.rect);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            paint::roundedRect(painter, row, radius::kControl,
                               theme().color(option.state & QStyle::State_Selected ? ColorToken::Selected
                                                                                   : ColorToken::Hover));
        row.adjust(10, 0, -10, 0);
        const double used = text::drawElided(painter, row, index.data().toString(), theme().font(TypeStep::Body),
                                             theme().color(ColorToken::Text));
        row.setLeft(row.left() + used + 10);
        if (row.width() > 40)
            text::drawElided(painter, row, index.data(ItemListModel::MetaRole).toString(),
                             theme().font(TypeStep::Small), theme().color(ColorToken::Text2));
        painter->restore();
    }
};

MapFind::MapFind(Workspace& workspace, QWidget* page)
    : QWidget(page), m_field(new SearchField(SearchField::Size::Normal, IconId::Search, this))
    , m_popover(new Popover(page)), m_list(new QListView(m_popover)), m_search(new SearchPresenter(workspace, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_field);
    m_field->setObjectName(QStringLiteral("findOnMap"));
    m_field->setPlaceholderText(tr("Find on the map"));
    m_field->setAccessibleName(tr("Find on the map"));
    m_field->installEventFilter(this);
    m_search->setBy(SearchBy::Title);
    connect(m_field, &QLineEdit::textChanged, m_search, &SearchPresenter::setQuery);
    connect(m_search, &SearchPresenter::changed, this, &MapFind::refresh);
    connect(m_search, &SearchPresenter::answered, this, &MapFind::refresh);

    auto* inside = new QHBoxLayout(m_popover);
    inside->setContentsMargins(kBorder, kBorder, kBorder, kBorder);
    inside->addWidget(m_list);
    m_popover->hide();
    m_list->setModel(m_search->results());
    m_list->setItemDelegate(new Delegate(m_list));
    m_list->setObjectName(QStringLiteral("foundOnMap"));
    m_list->setAccessibleName(tr("Films found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(m_list->viewport(), ColorToken::Popover);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
}

MapFind::~MapFind() = default;

void MapFind::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

bool MapFind::clear()
{
    const bool had = !m_field->text().isEmpty() || m_popover->isVisible();
    m_field->clear();
    m_popover->hide();
    return had;
}

bool MapFind::busy() const { return m_search->state() == SearchState::Searching; }

void MapFind::refresh()
{
    const bool any = m_search->state() == SearchState::Results && m_search->count() > 0;
    Q_EMIT matched(any ? m_search->results()->items() : std::vector<ItemId>());
    m_popover->setVisible(any && m_field->hasFocus());
    if (!any)
        return;
    placeList();
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_search->results()->index(0, 0));
}

void MapFind::placeList()
{
    const int rows = std::min(static_cast<int>(m_search->count()), kRowsShown);
    const QPoint at = mapTo(parentWidget(), QPoint(0, height() + 4));
    m_popover->setGeometry(at.x(), at.y(), std::min(kListWidth, parentWidget()->width() - at.x() - kBorder),
                           rows * theme().scaled(kRowHeight) + 2 * kBorder);
    m_popover->raise();
}

void MapFind::step(int by)
{
    const int rows = m_search->results()->rowCount();
    if (rows == 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, rows - 1);
    m_list->setCurrentIndex(m_search->results()->index(row, 0));
}

void MapFind::choose(int row)
{
    const ItemId item = m_search->results()->itemAt(row);
    if (!item.isValid())
        return;
    m_popover->hide();
    Q_EMIT filmChosen(item);
}

bool MapFind::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::FocusOut)
        m_popover->hide();
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(std::max(0, m_list->currentIndex().row())); return true;
    default: return false;
    }
}

} // namespace tw::ui
