// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/text_paint.h"

#include "ui/widgets/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace tw::text {
namespace {

double digitCell(const QFontMetricsF& metrics)
{
    double cell = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        cell = std::max(cell, metrics.horizontalAdvance(QChar(digit)));
    return cell;
}

/// Runs of digits and of other text, so that kerning and shaping survive outside of the figures.
template <typename Visit>
void forRuns(const QString& text, Visit visit)
{
    qsizetype start = 0;
    while (start < text.size()) {
        const auto isFigure = [&](qsizetype i) { return text[i] >= u'0' && text[i] <= u'9'; };
        const bool figures = isFigure(start);
        qsizetype end = start + 1;
        while (end < text.size() && !figures && !isFigure(end))
            ++end;
        visit(text.mid(start, end - start), figures);
        start = end;
    }
}

double baseline(const QRectF& rect, const QFontMetricsF& metrics)
{
    return rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
}

double alignedLeft(const QRectF& rect, Qt::Alignment alignment, double width)
{
    if (alignment & Qt::AlignRight)
        return rect.right() - width;
    if (alignment & Qt::AlignHCenter)
        return rect.center().x() - width / 2;
    return rect.left();
}

}  // namespace

double tabularWidth(const QFontMetricsF& metrics, const QString& text)
{
    const double cell = digitCell(metrics);
    double width = 0;
    forRuns(text, [&](const QString& run, bool figure) { width += figure ? cell : metrics.horizontalAdvance(run); });
    return width;
}

void drawTabular(QPainter* painter, const QRectF& rect, Qt::Alignment alignment, const QString& text,
                 const QFont& font, const QColor& color)
{
    painter->save();
    painter->setFont(font);
    painter->setPen(color);
    const QFontMetricsF metrics(font, painter->device());
    const double cell = digitCell(metrics);
    double x = alignedLeft(rect, alignment, tabularWidth(metrics, text));
    const double y = baseline(rect, metrics);
    forRuns(text, [&](const QString& run, bool figure) {
        const double advance = metrics.horizontalAdvance(run);
        painter->drawText(QPointF(figure ? x + (cell - advance) / 2 : x, y), run);
        x += figure ? cell : advance;
    });
    painter->restore();
}

double drawElided(QPainter* painter, const QRectF& rect, const QString& text, const QFont& font,
                  const QColor& color, Qt::Alignment alignment)
{
    if (rect.width() <= 0 || text.isEmpty())
        return 0;
    painter->save();
    painter->setFont(font);
    painter->setPen(color);
    const QFontMetricsF metrics(font, painter->device());
    // Half a pixel of grace: rounding must not cost a word its end.
    const QString shown = metrics.horizontalAdvance(text) <= rect.width() + .5
                              ? text
                              : metrics.elidedText(text, Qt::ElideRight, rect.width());
    const double width = metrics.horizontalAdvance(shown);
    painter->drawText(QPointF(alignedLeft(rect, alignment, width), baseline(rect, metrics)), shown);
    painter->restore();
    return std::min(width, rect.width());
}

QStringList wrap(const QString& text, const QFont& font, double width, int maxLines)
{
    QStringList lines;
    if (text.isEmpty() || maxLines <= 0)
        return lines;
    QString flat = text;
    flat.replace(u'\n', u' ');
    QTextLayout layout(flat, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() == maxLines - 1) {
            const QString rest = flat.mid(line.textStart()).trimmed();
            lines.append(QFontMetricsF(font).elidedText(rest, Qt::ElideRight, width));
            break;
        }
        lines.append(flat.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

double drawParagraph(QPainter* painter, const QRectF& rect, const QString& text, const QFont& font,
                     const QColor& color, double lineHeight, int maxLines)
{
    double y = rect.top();
    const QStringList lines = wrap(text, font, rect.width(), maxLines);
    for (const QString& line : lines) {
        drawElided(painter, QRectF(rect.left(), y, rect.width() + 1, lineHeight), line, font, color);
        y += lineHeight;
    }
    return y - rect.top();
}

QString tip(const QString& text)
{
    constexpr double kMaximumWidth = 280 - 20;
    QStringList lines;
    const QStringList paragraphs = text.split(u'\n');
    for (const QString& paragraph : paragraphs)
        lines += paragraph.isEmpty() ? QStringList{QString()}
                                     : wrap(paragraph, theme().fontOfSize(12.5), kMaximumWidth, 100);
    const QString plain = lines.join(u'\n');
    // Titles and paths may look like markup; the tooltip must not read them as such.
    if (Qt::mightBeRichText(plain))
        return QStringLiteral("<p style='white-space:pre'>%1</p>").arg(plain.toHtmlEscaped());
    return plain;
}

QString tip(const QString& name, const QString& shortcut)
{
    if (shortcut.isEmpty())
        return tip(name);
    return tip(QCoreApplication::translate("tw::text", "%1 (%2)", "name of an act and its key").arg(name, shortcut));
}

}  // namespace tw::text
