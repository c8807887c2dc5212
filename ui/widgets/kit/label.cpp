// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/label.h"

#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace tw {
namespace {

constexpr int kMostLines = 100;
constexpr int kUsualWidth = 400;
constexpr const char* kStep = "twStep";
constexpr const char* kTone = "twTone";
constexpr const char* kGround = "twGround";

void restyleLabel(QLabel* label)
{
    const auto step = static_cast<TypeStep>(label->property(kStep).toInt());
    const auto tone = static_cast<ColorToken>(label->property(kTone).toInt());
    label->setFont(theme().font(step));
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, theme().color(tone));
    label->setPalette(palette);
}

void reground(QWidget* widget)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::Window, theme().color(static_cast<ColorToken>(widget->property(kGround).toInt())));
    widget->setPalette(palette);
}

/// Keeps a widget's palette current: at every change of the theme, and when the widget shows, because the style sheet's
/// style polishes it just before and then brings back the palette the widget had when it first met the sheet.
class PaletteKeeper : public QObject {
public:
    PaletteKeeper(QWidget* widget, void (*restyle)(QWidget*)) : QObject(widget), m_widget(widget), m_restyle(restyle)
    {
        widget->installEventFilter(this);
        connect(&theme(), &Theme::changed, this, [this] { m_restyle(m_widget); });
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == m_widget && event->type() == QEvent::Show)
            m_restyle(m_widget);
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget* m_widget;
    void (*m_restyle)(QWidget*);
};

}  // namespace

QLabel* makeLabel(const QString& text, TypeStep step, ColorToken tone, QWidget* parent, bool wordWrap)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(wordWrap);
    setLabelStyle(label, step, tone);
    return label;
}

void setLabelStyle(QLabel* label, TypeStep step, ColorToken tone)
{
    const bool known = label->property(kStep).isValid();
    label->setProperty(kStep, static_cast<int>(step));
    label->setProperty(kTone, static_cast<int>(tone));
    restyleLabel(label);
    if (!known)
        new PaletteKeeper(label, [](QWidget* widget) { restyleLabel(static_cast<QLabel*>(widget)); });
}

ElidedLabel::ElidedLabel(const QString& text, TypeStep step, ColorToken tone, QWidget* parent)
    : QWidget(parent)
    , m_step(step)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    setText(text);
}

void ElidedLabel::setText(const QString& text)
{
    if (m_text == text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void ElidedLabel::setTone(ColorToken tone)
{
    m_tone = tone;
    update();
}

void ElidedLabel::setWeight(int weight)
{
    m_weight = weight;
    updateGeometry();
    update();
}

QFont ElidedLabel::textFont() const
{
    return theme().font(m_step, m_weight);
}

void ElidedLabel::setTabular(bool tabular, Qt::Alignment alignment)
{
    m_tabular = tabular;
    m_alignment = alignment;
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetricsF metrics(textFont());
    const double width = m_tabular ? text::tabularWidth(metrics, m_text) : metrics.horizontalAdvance(m_text);
    return {static_cast<int>(std::ceil(width)) + 1, static_cast<int>(std::ceil(theme().lineHeight(m_step)))};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return {m_tabular ? hint.width() : std::min(hint.width(), 24), hint.height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!isEnabled())
        painter.setOpacity(0.45);
    if (m_tabular)
        text::drawTabular(&painter, rect(), m_alignment, m_text, textFont(), theme().color(m_tone));
    else
        text::drawElided(&painter, rect(), m_text, textFont(), theme().color(m_tone), m_alignment);
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        if (sizeHint().width() > width() + 1)
            QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text::tip(m_text), this);
        return true;
    }
    return QWidget::event(event);
}

Paragraph::Paragraph(TypeStep step, ColorToken tone, QWidget* parent)
    : QWidget(parent)
    , m_step(step)
    , m_tone(tone)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Paragraph::setText(const QString& text)
{
    if (m_text == text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

int Paragraph::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    const auto lines = text::wrap(m_text, theme().font(m_step), width - margins.left() - margins.right(), kMostLines);
    return static_cast<int>(std::ceil(static_cast<double>(lines.size()) * theme().lineHeight(m_step))) + margins.top()
           + margins.bottom();
}

QSize Paragraph::sizeHint() const
{
    const QFontMetricsF metrics(theme().font(m_step));
    const QMargins margins = contentsMargins();
    const int width = static_cast<int>(std::ceil(metrics.horizontalAdvance(m_text))) + 1;
    return {std::min(width, kUsualWidth) + margins.left() + margins.right(), heightForWidth(kUsualWidth)};
}

QSize Paragraph::minimumSizeHint() const
{
    return {40, static_cast<int>(std::ceil(theme().lineHeight(m_step)))};
}

void Paragraph::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    text::drawParagraph(&painter, contentsRect(), m_text, theme().font(m_step), theme().color(m_tone),
                        theme().lineHeight(m_step), kMostLines);
}

QWidget* makeSeparator(Qt::Orientation orientation, QWidget* parent)
{
    auto* line = new QWidget(parent);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    setGround(line, ColorToken::Line);
    return line;
}

void setGround(QWidget* widget, ColorToken ground)
{
    const bool known = widget->property(kGround).isValid();
    widget->setProperty(kGround, static_cast<int>(ground));
    widget->setAutoFillBackground(true);
    reground(widget);
    if (!known)
        new PaletteKeeper(widget, reground);
}

}  // namespace tw
