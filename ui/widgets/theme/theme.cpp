// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/theme.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/theme/color_math.h"
#include "ui/widgets/theme/stylesheet.h"
#include "ui/widgets/theme/theme_style.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPointer>
#include <QScreen>
#include <QTimer>

#include <cmath>

namespace tw {
namespace {

constexpr double kBasePixels = 14.0;

double dotsPerInch()
{
    const QScreen* screen = QGuiApplication::primaryScreen();
    return screen ? screen->logicalDotsPerInchY() : 96.0;
}

}  // namespace

bool isDarkColor(const QColor& windowColor)
{
    return toOkLab(windowColor).L < 0.5;
}

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_baseFont(QGuiApplication::font())
{
    for (std::size_t i = 0; i < m_ramps.size(); ++i)
        m_ramps[i] = rampTable(rampStops(i < 2 ? Ramp::Sequential : Ramp::Diverging, i % 2 == 1));
}

Theme& theme()
{
    static QPointer<Theme> instance;
    if (!instance)
        instance = new Theme(QCoreApplication::instance());
    return *instance;
}

void Theme::install(QApplication& application)
{
    m_application = &application;
    m_systemDark = isDarkColor(QGuiApplication::palette().color(QPalette::Window));
    setBaseFont(QApplication::font());
    QApplication::setStyle(new ThemeStyle);
    installFocusRing(application);
    application.installEventFilter(this);
    apply();
}

void Theme::setMode(ThemeMode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    apply();
}

bool Theme::isDark() const
{
    return m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && m_systemDark);
}

void Theme::setRaisedContrast(bool raised)
{
    if (m_raisedContrast == raised)
        return;
    m_raisedContrast = raised;
    apply();
}

void Theme::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
}

void Theme::setDensity(Density density)
{
    if (m_density == density)
        return;
    m_density = density;
    apply();
}

int Theme::tableRowHeight(bool withPoster) const
{
    const int height = m_density == Density::Compact ? (withPoster ? 32 : 28) : (withPoster ? 41 : 36);
    return std::max(height, scaled(20) + 8);
}

QColor Theme::color(ColorToken token) const
{
    if (m_raisedContrast) {
        if (token == ColorToken::LineControl)
            token = ColorToken::Mark;
        else if (token == ColorToken::LineRow)
            token = ColorToken::Line;
        else if (token == ColorToken::Text3)
            token = ColorToken::Text2;
    }
    return tokenColor(token, isDark());
}

const std::array<QColor, 256>& Theme::ramp(Ramp ramp) const
{
    return m_ramps[(ramp == Ramp::Sequential ? 0U : 2U) + (isDark() ? 1U : 0U)];
}

void Theme::setBaseFont(const QFont& font)
{
    m_baseFont = font;
    const double pixels = font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * dotsPerInch() / 72;
    m_scale = pixels > 0 ? pixels / kBasePixels : 1.0;
    if (m_application)
        apply();
}

QFont Theme::fontOfSize(double pixelsAtBase14, int weight) const
{
    QFont font = m_baseFont;
    // Points keep fractions of a pixel where whole pixels would round.
    font.setPointSizeF(pixelsAtBase14 * m_scale * 72 / dotsPerInch());
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

QFont Theme::font(TypeStep step, int weight) const
{
    const TypeSpec spec = typeSpec(step);
    QFont font = fontOfSize(spec.size, weight > 0 ? weight : spec.weight);
    if (step == TypeStep::Mono) {
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixed.setPointSizeF(font.pointSizeF());
        return fixed;
    }
    return font;
}

double Theme::lineHeight(TypeStep step) const
{
    return typeSpec(step).lineHeight * m_scale;
}

int Theme::scaled(double pixelsAtBase14) const
{
    return static_cast<int>(std::ceil(pixelsAtBase14 * std::max(1.0, m_scale)));
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, ColorToken token) { palette.setColor(role, color(token)); };
    set(QPalette::Window, ColorToken::Bg);
    set(QPalette::Base, ColorToken::Surface);
    set(QPalette::AlternateBase, ColorToken::Sunken);
    set(QPalette::Text, ColorToken::Text);
    set(QPalette::WindowText, ColorToken::Text);
    set(QPalette::ButtonText, ColorToken::Text);
    set(QPalette::BrightText, ColorToken::OnAccent);
    set(QPalette::PlaceholderText, ColorToken::Text3);
    set(QPalette::Button, ColorToken::Surface);
    set(QPalette::Highlight, ColorToken::Selected);
    set(QPalette::HighlightedText, ColorToken::Text);
    set(QPalette::Link, ColorToken::Accent);
    set(QPalette::LinkVisited, ColorToken::Accent);
    set(QPalette::ToolTipBase, ColorToken::Text);
    set(QPalette::ToolTipText, ColorToken::Surface);
    set(QPalette::Mid, ColorToken::LineControl);
    set(QPalette::Midlight, ColorToken::Line);
    set(QPalette::Light, ColorToken::Surface);
    set(QPalette::Dark, ColorToken::Mark);
    set(QPalette::Shadow, ColorToken::LineControl);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        QColor faded = color(ColorToken::Text);
        faded.setAlphaF(0.45F);
        palette.setColor(QPalette::Disabled, role, faded);
    }
    return palette;
}

QString Theme::styleSheet() const
{
    return buildStyleSheet(*this);
}

void Theme::apply()
{
    if (m_application) {
        QApplication::setFont(fontOfSize(kBasePixels));
        QApplication::setPalette(palette());
        m_application->setStyleSheet(styleSheet());
    }
    Q_EMIT changed();
}

void Theme::judgeSystem()
{
    // An unset application palette is what desktop and style bring by themselves.
    QApplication::setPalette(QPalette());
    m_systemDark = isDarkColor(QGuiApplication::palette().color(QPalette::Window));
    apply();
    m_judging = false;
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ThemeChange && !m_judging && m_application && watched->isWindowType()) {
        m_judging = true;
        QTimer::singleShot(0, this, &Theme::judgeSystem);
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace tw
