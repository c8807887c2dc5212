// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/map/map_legend.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QEnterEvent>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

constexpr int kRowHeight = 26, kBleed = 8;
constexpr double kDot = 9;

} // namespace

/// One category: dot, name, eye while hovered, count. Checked: its points are shown.
class MapLegend::Row : public QAbstractButton {
public:
    Row(const LegendEntry& entry, MapLegend* legend) : QAbstractButton(legend), m_legend(legend), m_entry(entry)
    {
        setCheckable(true);
        setChecked(true);
        setMouseTracking(true);
        setPaintsOwnFocus(this);
        setFocusPolicy(Qt::StrongFocus);
        setObjectName(QStringLiteral("legend.%1").arg(entry.colour));
        setText(entry.name);
        const QString count = QLocale().toString(static_cast<qulonglong>(entry.count));
        setAccessibleName(MapLegend::tr("%1, %2").arg(entry.name, count));
        setToolTip(text::tip(MapLegend::tr("Click to hide or show these films")));
        connect(this, &QAbstractButton::toggled, this,
                [this](bool on) { Q_EMIT m_legend->categoryShown(m_entry.colour, on); });
    }

    QSize sizeHint() const override { return {120, theme().scaled(kRowHeight)}; }

protected:
    void enterEvent(QEnterEvent* event) override
    {
        QAbstractButton::enterEvent(event);
        Q_EMIT m_legend->categoryLit(isChecked() ? m_entry.colour : -1);
        update();
    }
    void leaveEvent(QEvent* event) override
    {
        QAbstractButton::leaveEvent(event);
        Q_EMIT m_legend->categoryLit(-1);
        update();
    }
    void focusInEvent(QFocusEvent* event) override
    {
        QAbstractButton::focusInEvent(event);
        if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
            Q_EMIT m_legend->categoryLit(isChecked() ? m_entry.colour : -1);
    }
    void focusOutEvent(QFocusEvent* event) override
    {
        QAbstractButton::focusOutEvent(event);
        Q_EMIT m_legend->categoryLit(-1);
    }
    void nextCheckState() override
    {
        QAbstractButton::nextCheckState();
        Q_EMIT m_legend->categoryLit(isChecked() && underMouse() ? m_entry.colour : -1);
    }

    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme& look = theme();
        const QRectF row(rect());
        if (underMouse())
            paint::roundedRect(&painter, row, 5, look.color(ColorToken::Hover));
        if (hasFocus() && keyboardFocusVisible())
            paint::focusRing(&painter, row, 5, paint::Ring::Inside);
        painter.setOpacity(isChecked() ? 1 : 0.45);
        QRectF inner = row.adjusted(kBleed, 0, -kBleed, 0);
        const QColor colour = look.color(static_cast<Category>(m_entry.colour));
        painter.setPen(isChecked() ? QPen(Qt::NoPen) : QPen(colour, 1.5));
        painter.setBrush(isChecked() ? QBrush(colour) : QBrush(Qt::NoBrush));
        const double radius = isChecked() ? kDot / 2 : kDot / 2 - 0.75;
        painter.drawEllipse(QPointF(inner.left() + kDot / 2, inner.center().y()), radius, radius);
        const QString count = QLocale().toString(static_cast<qulonglong>(m_entry.count));
        const QFont caption = look.font(TypeStep::Caption);
        const double countWidth = text::tabularWidth(QFontMetricsF(caption), count);
        text::drawTabular(&painter, inner, Qt::AlignRight, count, caption, look.color(ColorToken::Text2));
        inner.adjust(kDot + 9, 0, -countWidth - 8, 0);
        if (underMouse()) {
            const QRectF eye(inner.right() - 16, inner.top(), 16, inner.height());
            paintIcon(&painter, eye, IconId::Eye, kIconField, look.color(ColorToken::Text2));
            inner.setRight(eye.left() - 6);
        }
        text::drawElided(&painter, inner, m_entry.name, look.font(TypeStep::Small), look.color(ColorToken::Text));
    }

private:
    MapLegend* m_legend;
    LegendEntry m_entry;
};

MapLegend::MapLegend(QWidget* parent)
    : QWidget(parent), m_by(new QComboBox(this)), m_list(new QVBoxLayout), m_layoutPart(new QWidget(this))
    , m_quality(makeLabel({}, TypeStep::Small, ColorToken::Text2, m_layoutPart, true))
{
    setObjectName(QStringLiteral("mapLegend"));
    for (const ColourBy by : {ColourBy::MainGenre, ColourBy::Decade, ColourBy::Country, ColourBy::Language})
        m_by->addItem(colourByName(by), static_cast<int>(by));
    m_by->setObjectName(QStringLiteral("colourBy"));
    m_by->setAccessibleName(tr("Colour by"));
    connect(m_by, &QComboBox::activated, this,
            [this](int index) { Q_EMIT colourByChosen(static_cast<ColourBy>(m_by->itemData(index).toInt())); });

    // Rows bleed into the padding, so that their dots share an edge with the heads.
    const QMargins inset(kBleed, 0, kBleed, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(inset);
    head->setSpacing(4);
    head->addWidget(makeLabel(tr("Colour by"), TypeStep::Label, ColorToken::Text2, this));
    head->addWidget(m_by);
    column->addLayout(head);
    column->addSpacing(10);
    m_list->setSpacing(0);
    column->addLayout(m_list);
    column->addSpacing(20);
    auto* layoutColumn = new QVBoxLayout(m_layoutPart);
    layoutColumn->setContentsMargins(inset);
    layoutColumn->setSpacing(4);
    layoutColumn->addWidget(makeLabel(tr("Layout"), TypeStep::Label, ColorToken::Text2, m_layoutPart));
    layoutColumn->addWidget(makeLabel(tr("Main directions (PCA)"), TypeStep::Small, ColorToken::Text, m_layoutPart, true));
    layoutColumn->addWidget(m_quality);
    m_quality->setObjectName(QStringLiteral("mapQuality"));
    column->addWidget(m_layoutPart);
    column->addStretch(1);
}

void MapLegend::setColouring(const Colouring& colouring)
{
    const QSignalBlocker blocker(m_by);
    m_by->setCurrentIndex(m_by->findData(static_cast<int>(colouring.by)));
    for (Row* row : std::as_const(m_rows)) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    for (const LegendEntry& entry : colouring.legend) {
        auto* row = new Row(entry, this);
        m_list->addWidget(row);
        m_rows.append(row);
    }
}

void MapLegend::setQuality(const QString& text)
{
    m_quality->setText(text);
    m_layoutPart->setVisible(!text.isEmpty());
}

} // namespace tw::ui
