// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/tokens.h"

#include <QLabel>

namespace tw {

/// A plain-text label in a type step and a colour, both following the theme. Never rich text.
/// @param wordWrap  false by default; see ElidedLabel for one-liners that must give way.
QLabel* makeLabel(const QString& text, TypeStep step, ColorToken tone = ColorToken::Text,
                  QWidget* parent = nullptr, bool wordWrap = false);

/// Changes step and tone of any label (also of one from a .ui or a dialog).
void setLabelStyle(QLabel* label, TypeStep step, ColorToken tone = ColorToken::Text);

/// One line that elides at the right and shows the whole text as its tooltip when it had to.
class ElidedLabel : public QWidget {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString& text = {}, TypeStep step = TypeStep::Body,
                         ColorToken tone = ColorToken::Text, QWidget* parent = nullptr);
    void setText(const QString& text);
    QString text() const { return m_text; }
    void setTone(ColorToken tone);
    /// Another weight than the step's own; 0 restores it.
    void setWeight(int weight);
    /// Right-aligned figures in tabular cells are never elided.
    void setTabular(bool tabular, Qt::Alignment alignment = Qt::AlignRight);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QFont textFont() const;

    QString m_text;
    TypeStep m_step;
    ColorToken m_tone;
    int m_weight = 0;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    bool m_tabular = false;
};

/// Plain text over several lines, in the line height of its step (which a QLabel can't have). Height follows width.
class Paragraph : public QWidget {
    Q_OBJECT
public:
    explicit Paragraph(TypeStep step = TypeStep::Body, ColorToken tone = ColorToken::Text, QWidget* parent = nullptr);
    void setText(const QString& text);
    QString text() const { return m_text; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    TypeStep m_step;
    ColorToken m_tone;
};

/// A 1 px line between parts that scroll apart, in Line.
QWidget* makeSeparator(Qt::Orientation orientation, QWidget* parent = nullptr);

/// Gives a widget a ground from the palette that follows the theme (Surface, Bg, Nav, Popover, …).
void setGround(QWidget* widget, ColorToken ground);

}  // namespace tw
