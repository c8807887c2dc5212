// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/value_slider.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QAccessible>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace tw {
namespace {

constexpr int kHeight = 20;
constexpr int kHandle = 16;
constexpr int kBubbleHeight = 24;
constexpr int kBubblePointer = 4;
constexpr int kBubbleGap = 8;
constexpr int kQuietMilliseconds = 300;

/// The value over the handle; a child of the window, so that no panel's layout knows it.
class ValueBubble final : public QWidget {
public:
    explicit ValueBubble(QWidget* window)
        : QWidget(window)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setObjectName(QStringLiteral("twValueBubble"));
    }

    /// @param tip  Where the pointer points, in window coordinates.
    void showAt(const QPoint& tip, const QString& text)
    {
        m_text = text;
        const double textWidth = text::tabularWidth(QFontMetricsF(bubbleFont()), text);
        const int width = std::max(28, static_cast<int>(std::ceil(textWidth)) + 16);
        const int left = std::clamp(tip.x() - width / 2, 4, std::max(4, parentWidget()->width() - width - 4));
        const int top = std::max(0, tip.y() - kBubbleHeight - kBubblePointer);
        m_pointer = tip.x() - left;
        setGeometry(left, top, width, kBubbleHeight + kBubblePointer);
        raise();
        show();
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box(0, 0, width(), kBubbleHeight);
        QPainterPath shape;
        shape.addRoundedRect(box, 5, 5);
        shape.addPolygon(QPolygonF({QPointF(m_pointer - kBubblePointer, kBubbleHeight - .5),
                                    QPointF(m_pointer + kBubblePointer, kBubbleHeight - .5),
                                    QPointF(m_pointer, kBubbleHeight + kBubblePointer)}));
        shape.setFillRule(Qt::WindingFill);
        painter.fillPath(shape, theme().color(ColorToken::Text));
        text::drawTabular(&painter, box, Qt::AlignHCenter, m_text, bubbleFont(), theme().color(ColorToken::Surface));
    }

private:
    static QFont bubbleFont() { return theme().fontOfSize(12.5, QFont::DemiBold); }

    QString m_text;
    int m_pointer = 0;
};

}  // namespace

ValueSlider::ValueSlider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setPageStep(10);
    setPaintsOwnFocus(this);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuietMilliseconds);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        Q_EMIT settled(value());
        hideBubble();
    });
    connect(this, &QSlider::valueChanged, this, [this] {
        if (bubbleVisible())
            showBubble();
    });
}

ValueSlider::~ValueSlider()
{
    delete m_bubble;
}

void ValueSlider::setValueText(ValueText text)
{
    m_text = std::move(text);
    update();
}

QString ValueSlider::valueText(int value) const
{
    return m_text ? m_text(value) : locale().toString(value);
}

void ValueSlider::setResetValue(std::optional<int> value)
{
    m_reset = value;
}

void ValueSlider::setGroundToken(ColorToken ground)
{
    m_ground = ground;
    update();
}

double ValueSlider::handleCentre(int value) const
{
    const double span = std::max(1, maximum() - minimum());
    double fraction = (value - minimum()) / span;
    if ((layoutDirection() == Qt::RightToLeft) != invertedAppearance())
        fraction = 1 - fraction;
    return kHandle / 2.0 + fraction * std::max(0, width() - kHandle);
}

bool ValueSlider::bubbleVisible() const
{
    return m_bubble && m_bubble->isVisible();
}

QSize ValueSlider::sizeHint() const
{
    return {160, kHeight};
}

QSize ValueSlider::minimumSizeHint() const
{
    return {48, kHeight};
}

void ValueSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!isEnabled())
        painter.setOpacity(0.45);
    const Theme& look = theme();
    const double middle = height() / 2.0;
    const double centre = handleCentre(sliderPosition());
    const bool mirrored = (layoutDirection() == Qt::RightToLeft) != invertedAppearance();
    const QRectF groove(0, middle - 2, width(), 4);
    paint::roundedRect(&painter, groove, 2, look.color(ColorToken::Groove));
    const QRectF filled = mirrored ? QRectF(centre, groove.top(), width() - centre, 4)
                                   : QRectF(0, groove.top(), centre, 4);
    paint::roundedRect(&painter, filled, 2, look.color(ColorToken::Accent));
    const QRectF handle(centre - kHandle / 2.0, middle - kHandle / 2.0, kHandle, kHandle);
    const QColor ground = look.color(isSliderDown() ? ColorToken::AccentSoft
                                     : look.isDark() ? m_ground
                                                     : ColorToken::Surface);
    const QColor border = look.color(underMouse() && isEnabled() ? ColorToken::AccentHover : ColorToken::Accent);
    paint::roundedRect(&painter, handle, kHandle / 2.0, ground, border, 2);
    if (hasFocus() && keyboardFocusVisible()) {
        // The widget is 20 high, so the ring is 2 px wide and 1 px away instead of 2.
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(look.color(ColorToken::Accent), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(centre, middle), 9.2, 9.2);
    }
}

int ValueSlider::valueAt(double x) const
{
    const bool upsideDown = (layoutDirection() == Qt::RightToLeft) != invertedAppearance();
    return QStyle::sliderValueFromPosition(minimum(), maximum(), static_cast<int>(std::lround(x - kHandle / 2.0)),
                                           std::max(1, width() - kHandle), upsideDown);
}

void ValueSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_quiet.stop();
    setSliderDown(true);
    setSliderPosition(valueAt(event->position().x()));
    showBubble();
    update();
}

void ValueSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (!isSliderDown())
        return QWidget::mouseMoveEvent(event);
    setSliderPosition(valueAt(event->position().x()));
    showBubble();
}

void ValueSlider::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !isSliderDown())
        return event->ignore();
    setSliderDown(false);
    hideBubble();
    update();
    Q_EMIT settled(value());
}

void ValueSlider::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        reset();
}

void ValueSlider::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Backspace && m_reset)
        return reset();
    QSlider::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        showBubble();
        m_quiet.start();
        break;
    default:
        break;
    }
}

void ValueSlider::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus())
        return event->ignore();
    QSlider::wheelEvent(event);
    m_quiet.start();
}

void ValueSlider::focusOutEvent(QFocusEvent* event)
{
    if (m_quiet.isActive()) {
        m_quiet.stop();
        Q_EMIT settled(value());
    }
    hideBubble();
    QSlider::focusOutEvent(event);
}

void ValueSlider::hideEvent(QHideEvent* event)
{
    hideBubble();
    QSlider::hideEvent(event);
}

void ValueSlider::reset()
{
    if (!m_reset)
        return;
    setSliderDown(false);
    setValue(*m_reset);
    Q_EMIT settled(value());
}

void ValueSlider::showBubble()
{
    if (!m_bubble || m_bubble->parentWidget() != window()) {
        delete m_bubble;
        m_bubble = new ValueBubble(window());
    }
    const QPoint tip = mapTo(window(), QPoint(static_cast<int>(std::lround(handleCentre(sliderPosition()))),
                                              (height() - kHandle) / 2 - kBubbleGap + kBubblePointer));
    static_cast<ValueBubble*>(m_bubble.data())->showAt(tip, valueText(sliderPosition()));
}

void ValueSlider::hideBubble()
{
    if (m_bubble)
        m_bubble->hide();
}

SliderRow::SliderRow(const QString& name, const QString& dimmed, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_slider(new ValueSlider(this))
    , m_value(new ElidedLabel({}, TypeStep::Small, ColorToken::Text, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addWidget(makeLabel(name, TypeStep::Small, ColorToken::Text, this));
    if (!dimmed.isEmpty())
        line->addWidget(makeLabel(dimmed, TypeStep::Small, ColorToken::Text3, this));
    line->addStretch(1);
    m_value->setTabular(true);
    m_value->setWeight(QFont::DemiBold);
    line->addWidget(m_value);
    column->addLayout(line);
    column->addWidget(m_slider);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_slider->setAccessibleName(name);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        refresh();
        Q_EMIT valueChanged(value);
    });
    connect(m_slider, &ValueSlider::settled, this, &SliderRow::settled);
    setFocusProxy(m_slider);
    refresh();
}

void SliderRow::setRange(int minimum, int maximum)
{
    m_slider->setRange(minimum, maximum);
    refresh();
}

void SliderRow::setValue(int value)
{
    m_slider->setValue(value);
}

int SliderRow::value() const
{
    return m_slider->value();
}

void SliderRow::setValueText(ValueText text)
{
    m_slider->setValueText(std::move(text));
    refresh();
}

void SliderRow::setResetValue(std::optional<int> value)
{
    m_slider->setResetValue(value);
}

void SliderRow::setExplanation(const QString& text)
{
    setToolTip(text::tip(text));
    m_slider->setToolTip(text::tip(text));
}

void SliderRow::refresh()
{
    const QString text = m_slider->valueText(m_slider->value());
    m_value->setText(text);
    m_slider->setAccessibleDescription(text);
}

}  // namespace tw
