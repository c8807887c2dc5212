// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/import/import_columns_table.h"

#include "ui/model/import_models.h"
#include "ui/model/import_text.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/table_header.h"
#include "ui/widgets/kit/table_style.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>

namespace tw::ui {
namespace {

constexpr int kRowsAtMost = 30;
constexpr int kBoxHeight = 28;

// In the order people look for them.
constexpr std::array kFields{Field::Title,    Field::OriginalTitle, Field::Year,     Field::Text,    Field::Tagline,
                             Field::Genres,   Field::Keywords,      Field::Directors, Field::Cast,    Field::Runtime,
                             Field::Countries, Field::Languages,    Field::Poster,   Field::ImdbId,  Field::TmdbId,
                             Field::Key};

} // namespace

class ImportColumnsTable::Delegate : public TableDelegate {
public:
    using TableDelegate::TableDelegate;

protected:
    void paintContent(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& look = theme();
        const QRectF rect = option.rect;
        const QString text = index.data().toString();
        const int field = index.data(ImportColumnsModel::FieldRole).toInt();
        const bool counts = field >= 0 && takesOneColumn(static_cast<Field>(field));
        if (index.column() == ImportColumnsModel::NameColumn) {
            text::drawElided(painter, rect, text, look.fontOfSize(13.5, QFont::DemiBold),
                             look.color(counts ? ColorToken::Text : ColorToken::Text2));
            return;
        }
        if (index.column() == ImportColumnsModel::SampleColumn) {
            text::drawElided(painter, rect, text, look.font(TypeStep::Small), look.color(ColorToken::Text2));
            return;
        }
        const QRectF box(rect.left() - 10, rect.center().y() - kBoxHeight / 2.0, rect.width() + 20, kBoxHeight);
        paint::roundedRect(painter, box, radius::kControl, look.color(ColorToken::Surface),
                           look.color(ColorToken::LineControl));
        paintIcon(painter, QRectF(box.right() - 26, box.top(), 18, box.height()), IconId::Down, kIconField,
                  look.color(ColorToken::Text2));
        const bool corrected = index.data(ImportColumnsModel::CorrectedRole).toBool();
        text::drawElided(painter, box.adjusted(10, 0, -30, 0), text,
                         look.fontOfSize(13.5, corrected ? QFont::DemiBold : QFont::Normal),
                         look.color(corrected ? ColorToken::Accent : counts ? ColorToken::Text : ColorToken::Text2));
    }
};

ImportColumnsTable::ImportColumnsTable(ImportColumnsModel& columns, QWidget* parent)
    : RowsTable(columns, Posters::Without, kRowsAtMost, parent), m_columns(columns)
{
    setObjectName(QStringLiteral("importColumns"));
    setAccessibleName(tr("Columns of the file"));
    setItemDelegate(new Delegate(this));
    fit();
}

void ImportColumnsTable::fitColumns()
{
    const Theme& look = theme();
    const int width = viewport()->width();
    int widest = look.scaled(96);
    const QFontMetrics metrics(look.fontOfSize(13.5, QFont::DemiBold));
    for (int row = 0; row < std::min(m_columns.rowCount(), 100); ++row)
        widest = std::max(widest, metrics.horizontalAdvance(m_columns.index(row, 0).data().toString()) + 24);
    const int field = look.scaled(168);
    const int name = std::min(widest, std::max(look.scaled(96), (width - field) * 45 / 100));
    setColumnWidth(ImportColumnsModel::NameColumn, name);
    setColumnWidth(ImportColumnsModel::FieldColumn, field);
    setColumnWidth(ImportColumnsModel::SampleColumn, std::max(0, width - field - name));
}

void ImportColumnsTable::showMenu(int row)
{
    if (row < 0 || row >= m_columns.rowCount())
        return;
    const std::string column = m_columns.nameAt(row);
    const int now = m_columns.index(row, 0).data(ImportColumnsModel::FieldRole).toInt();
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("fieldMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [&](const QString& text, std::optional<Field> field, bool checked) {
        QAction* act = menu->addAction(text);
        act->setCheckable(true);
        act->setChecked(checked);
        connect(act, &QAction::triggered, this, [this, column, field] { Q_EMIT fieldChosen(column, field); });
        if (checked)
            menu->setActiveAction(act);
        return act;
    };
    for (const Field field : kFields)
        offer(fieldText(field), field, now == static_cast<int>(field));
    menu->addSeparator();
    const bool corrected = m_columns.index(row, 0).data(ImportColumnsModel::CorrectedRole).toBool();
    const bool keptAnyway = now < 0;
    offer(fieldText(Field::Kept), keptAnyway ? std::nullopt : std::optional(Field::Kept),
          keptAnyway || now == static_cast<int>(Field::Kept));
    offer(fieldText(Field::Ignored), Field::Ignored, now == static_cast<int>(Field::Ignored));
    if (corrected) {
        menu->addSeparator();
        offer(tr("As it was guessed"), std::nullopt, false)->setCheckable(false);
    }
    const QRect cell = visualRect(m_columns.index(row, ImportColumnsModel::FieldColumn));
    menu->popup(viewport()->mapToGlobal(cell.bottomLeft()));
}

void ImportColumnsTable::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F4: showMenu(currentIndex().row()); return;
    default: RowsTable::keyPressEvent(event);
    }
}

void ImportColumnsTable::mouseReleaseEvent(QMouseEvent* event)
{
    RowsTable::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.column() == ImportColumnsModel::FieldColumn)
        showMenu(index.row());
}

} // namespace tw::ui
