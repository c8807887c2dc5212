// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/discover/completion_popup.h"

#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/search_field.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace tw::ui {
namespace {

constexpr int kRowHeight = 32, kWidth = 360, kBorder = 6;
constexpr int kNoteRole = Qt::UserRole + 1;

} // namespace

/// The completion, and at the right what it is.
class CompletionPopup::Delegate : public QStyledItemDelegate {
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
        const bool selected = option.state & QStyle::State_Selected;
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            paint::roundedRect(painter, QRectF(option.rect), radius::kControl,
                               theme().color(selected ? ColorToken::Selected : ColorToken::Hover));
        const QRectF line = QRectF(option.rect).adjusted(10, 0, -10, 0);
        const QFont small = theme().font(TypeStep::Small);
        const QString note = index.data(kNoteRole).toString();
        const double width = text::tabularWidth(QFontMetricsF(small), note);
        text::drawTabular(painter, line, Qt::AlignRight, note, small, theme().color(ColorToken::Text2));
        text::drawElided(painter, line.adjusted(0, 0, -width - 12, 0), index.data().toString(),
                         theme().font(TypeStep::Body), theme().color(ColorToken::Text));
        painter->restore();
    }
};

CompletionPopup::CompletionPopup(Workspace& workspace, SearchField* field, QWidget* page)
    : Popover(page), m_field(field), m_completions(workspace), m_list(new QListView(this)),
      m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("completionPopup"));
    auto* inside = new QHBoxLayout(this);
    inside->setContentsMargins(kBorder, kBorder, kBorder, kBorder);
    inside->addWidget(m_list);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Delegate(m_list));
    m_list->setObjectName(QStringLiteral("completions"));
    m_list->setAccessibleName(tr("What can be typed on with"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(m_list->viewport(), ColorToken::Popover);
    hide();
    field->installEventFilter(this);
    connect(field, &QLineEdit::textEdited, this,
            [this](const QString& text) { m_completions.ask(text, m_field->cursorPosition()); });
    connect(&m_completions, &CompletionPresenter::changed, this, &CompletionPopup::refresh);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { take(index.row()); });
}

bool CompletionPopup::dismiss()
{
    const bool shown = isVisible();
    m_completions.dismiss();
    hide();
    return shown;
}

void CompletionPopup::refresh()
{
    const auto& rows = m_completions.rows();
    m_list->clearSelection();
    m_list->setCurrentIndex({});
    m_model->clear();
    for (const Completion& row : rows) {
        auto* item = new QStandardItem(row.text);
        item->setData(row.note, kNoteRole);
        item->setData(tr("%1, %2", "completion and what it is").arg(row.text, row.note), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    if (rows.empty() || !m_field->hasFocus()) {
        hide();
        return;
    }
    const QPoint at = m_field->mapTo(parentWidget(), QPoint(0, m_field->height() + 4));
    setGeometry(at.x(), at.y(), std::min(theme().scaled(kWidth), m_field->width()),
                static_cast<int>(rows.size()) * theme().scaled(kRowHeight) + 2 * kBorder);
    show();
    raise();
}

void CompletionPopup::take(int row)
{
    const auto completed = m_completions.completed(static_cast<std::size_t>(row));
    m_completions.dismiss();
    hide();
    m_field->setText(completed.text);
    m_field->setCursorPosition(completed.cursor);
    m_field->setFocus(Qt::OtherFocusReason);
    Q_EMIT m_field->textEdited(completed.text); // goes on to values after a field
}

bool CompletionPopup::handleKey(int key)
{
    const int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    switch (key) {
    case Qt::Key_Down:
        m_list->setCurrentIndex(m_model->index(std::min(row + 1, m_model->rowCount() - 1), 0));
        return true;
    case Qt::Key_Up:
        if (row <= 0) {
            m_list->clearSelection();
            m_list->setCurrentIndex({});
        } else {
            m_list->setCurrentIndex(m_model->index(row - 1, 0));
        }
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (row < 0) {
            dismiss();
            return false;
        }
        take(row);
        return true;
    case Qt::Key_Escape: dismiss(); return true;
    default: return false;
    }
}

bool CompletionPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field || !isVisible())
        return Popover::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->modifiers() == Qt::NoModifier
        && handleKey(static_cast<QKeyEvent*>(event)->key()))
        return true;
    if (event->type() == QEvent::FocusOut)
        hide();
    return Popover::eventFilter(watched, event);
}

} // namespace tw::ui
