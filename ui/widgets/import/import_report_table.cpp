// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/import/import_report_table.h"

#include "ui/model/import_models.h"
#include "ui/widgets/kit/table_header.h"
#include "ui/widgets/kit/table_style.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace tw::ui {
namespace {

constexpr int kRowsAtMost = 14;
constexpr int kIndent = 26; // behind the arrow

} // namespace

class ImportReportTable::Delegate : public TableDelegate {
public:
    using TableDelegate::TableDelegate;

protected:
    void paintContent(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& look = theme();
        const QRectF rect = option.rect;
        const QString text = index.data().toString();
        const bool group = index.data(ImportReportModel::GroupRole).toBool();
        if (group && index.column() == ImportReportModel::WhatColumn) {
            paintIcon(painter, QRectF(rect.left(), rect.top(), kIconField, rect.height()),
                      index.data(ImportReportModel::OpenRole).toBool() ? IconId::Down : IconId::Right, kIconField,
                      look.color(ColorToken::Text2));
            text::drawElided(painter, rect.adjusted(kIndent, 0, 0, 0), text, look.fontOfSize(13.5, QFont::DemiBold),
                             look.color(ColorToken::Text));
        } else if (group && index.column() == ImportReportModel::RowColumn) {
            text::drawTabular(painter, rect, Qt::AlignRight, index.data(ImportReportModel::CountRole).toString(),
                              look.fontOfSize(13.5, QFont::DemiBold), look.color(ColorToken::Text));
        } else if (index.column() == ImportReportModel::RowColumn) {
            text::drawTabular(painter, rect, Qt::AlignRight, text, look.font(TypeStep::Small),
                              look.color(ColorToken::Text2));
        } else {
            const int indent = index.column() == ImportReportModel::WhatColumn ? kIndent : 0;
            text::drawElided(painter, rect.adjusted(indent, 0, 0, 0), text, look.font(TypeStep::Small),
                             look.color(ColorToken::Text2));
        }
    }
};

ImportReportTable::ImportReportTable(ImportReportModel& report, const QString& name, QWidget* parent)
    : RowsTable(report, Posters::Without, kRowsAtMost, parent), m_report(report)
{
    setAccessibleName(name);
    setItemDelegate(new Delegate(this));
    header().setIndent(ImportReportModel::WhatColumn, kIndent);
    header().setRightAligned(ImportReportModel::RowColumn);
    fit();
}

void ImportReportTable::fitColumns()
{
    const int width = viewport()->width();
    const int row = theme().scaled(150);
    const int what = std::clamp((width - row) * 45 / 100, theme().scaled(200), theme().scaled(440));
    setColumnWidth(ImportReportModel::WhatColumn, what);
    setColumnWidth(ImportReportModel::RowColumn, row);
    setColumnWidth(ImportReportModel::DetailColumn, std::max(0, width - what - row));
}

void ImportReportTable::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex now = currentIndex();
    const bool group = now.isValid() && now.data(ImportReportModel::GroupRole).toBool();
    const bool open = group && m_report.index(now.row(), 0).data(ImportReportModel::OpenRole).toBool();
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (group)
            m_report.toggle(now.row());
        return;
    case Qt::Key_Right:
        if (group && !open)
            m_report.toggle(now.row());
        return;
    case Qt::Key_Left:
        if (open)
            m_report.toggle(now.row());
        return;
    default: RowsTable::keyPressEvent(event);
    }
}

void ImportReportTable::mouseReleaseEvent(QMouseEvent* event)
{
    RowsTable::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && index.data(ImportReportModel::GroupRole).toBool())
        m_report.toggle(index.row());
}

} // namespace tw::ui
