// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>

#include <array>

class QApplication;

namespace tw {

enum class ThemeMode { System, Light, Dark };
enum class Density { Comfortable, Compact };

/// Colours, type and density of the window, and their way into the QApplication.
///
/// One object is enough for a program; theme() gives it. Every setter takes effect at once on all
/// widgets (palette, style sheet, repaint) when the theme is installed, and emits changed().
/// GUI thread only.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject* parent = nullptr);

    /// Sets style (Fusion), palette and style sheet of the application and keeps them current. Judges
    /// the desktop's preference first, from the lightness of the window colour it brings. Also starts
    /// the focus ring and its "only after a key press" rule. Call once, before the first window.
    void install(QApplication& application);

    ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);
    /// True when the dark palette is in force, whatever the mode.
    bool isDark() const;
    /// What the desktop prefers, as judged by install() and at every theme change of the desktop.
    bool systemIsDark() const { return m_systemDark; }

    /// Raised contrast: LineControl becomes Mark, LineRow becomes Line, Text3 becomes Text2.
    bool raisedContrast() const { return m_raisedContrast; }
    void setRaisedContrast(bool raised);

    bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);
    /// The duration of a motion in milliseconds: as given, or 0 under reduced motion.
    int duration(int milliseconds) const { return m_reducedMotion ? 0 : milliseconds; }

    Density density() const { return m_density; }
    void setDensity(Density density);
    /// Height of buttons and fields: 32, compact 28.
    int controlHeight() const { return m_density == Density::Compact ? 28 : 32; }
    /// Height of a table row: 41 with a poster, 36 without; compact 32 and 28.
    int tableRowHeight(bool withPoster) const;

    /// A colour of the palette in force.
    QColor color(ColorToken token) const;
    QColor color(Category category) const { return categoryColor(category, isDark()); }
    /// 256 colours, low to high, of the palette in force.
    const std::array<QColor, 256>& ramp(Ramp ramp) const;

    /// The desktop's font; install() takes it from the application. Later calls rescale all text.
    QFont baseFont() const { return m_baseFont; }
    void setBaseFont(const QFont& font);
    /// The font of a step, a factor of the base font. @param weight  0 for the step's own.
    QFont font(TypeStep step, int weight = 0) const;
    /// A font of any size, in pixels at base 14.
    QFont fontOfSize(double pixelsAtBase14, int weight = QFont::Normal) const;
    /// Line height of a step in logical pixels at the present base font.
    double lineHeight(TypeStep step) const;
    /// The base font's pixel size over 14.
    double scale() const { return m_scale; }

    /// The palette in force, every role set in all three groups.
    QPalette palette() const;
    /// The application style sheet in force.
    QString styleSheet() const;

    /// Rounds up lengths that must grow with text, so that a larger desktop font is never cut off.
    int scaled(double pixelsAtBase14) const;

Q_SIGNALS:
    /// Emitted after palette and style sheet are in force.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    void judgeSystem();

    QApplication* m_application = nullptr;
    ThemeMode m_mode = ThemeMode::System;
    Density m_density = Density::Comfortable;
    bool m_systemDark = false;
    bool m_raisedContrast = false;
    bool m_reducedMotion = false;
    bool m_judging = false;
    QFont m_baseFont;
    double m_scale = 1.0;
    std::array<std::array<QColor, 256>, 4> m_ramps;
};

/// The application's theme: made at first use, owned by the QApplication (or by nobody before there
/// is one). GUI thread only.
Theme& theme();

/// Whether a window of this colour counts as dark: OKLab lightness below one half.
bool isDarkColor(const QColor& windowColor);

}  // namespace tw
