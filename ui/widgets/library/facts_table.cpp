// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/library/facts_table.h"

#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

/// One line.
class FactRow : public QWidget {
public:
    explicit FactRow(FactsTable::Line line) : m_line(std::move(line))
    {
        setAccessibleName(m_line.name + QStringLiteral(": ") + m_line.value
                          + (m_line.note.isEmpty() ? QString() : QStringLiteral(", ") + m_line.note));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(&theme(), &Theme::changed, this, &QWidget::updateGeometry);
    }
    QSize sizeHint() const override { return {200, theme().scaled(30)}; }
    QSize minimumSizeHint() const override { return {80, theme().scaled(30)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Theme& look = theme();
        const QRectF room = QRectF(rect()).adjusted(0, 0, 0, -1);
        const QFont font = look.fontOfSize(13.5);
        text::drawTabular(&painter, room, Qt::AlignRight, m_line.value, font, look.color(ColorToken::Text));
        const double value = text::tabularWidth(QFontMetricsF(font), m_line.value);
        QRectF left = room.adjusted(0, 0, -value - 16, 0);
        const double taken = text::drawElided(&painter, left, m_line.name, font, look.color(ColorToken::Text2));
        left.setLeft(left.left() + taken + 10);
        if (!m_line.note.isEmpty() && left.width() > 40)
            text::drawElided(&painter, left, m_line.note, look.font(TypeStep::Caption), look.color(ColorToken::Text3));
        painter.fillRect(QRect(0, height() - 1, width(), 1), look.color(ColorToken::LineRow));
    }

private:
    FactsTable::Line m_line;
};

} // namespace

FactsTable::FactsTable(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

void FactsTable::setLines(const std::vector<Line>& lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Line& line : lines)
        m_rows->addWidget(new FactRow(line));
}

} // namespace tw::ui
