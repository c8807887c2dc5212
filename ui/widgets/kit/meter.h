// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace tw {

/// A measured value that cannot be set: label 62, bar 6 high, value 34 right; a 2×10 tick marks a value
/// to compare with. Its accessible name is "label value".
class MeterWidget : public QWidget {
    Q_OBJECT
public:
    explicit MeterWidget(const QString& label, QWidget* parent = nullptr);

    /// @param fraction  0..1, clipped. @param text  The value as read, e.g. "0.52".
    void setValue(double fraction, const QString& text);
    /// The value to compare with, 0..1; none removes the tick.
    void setReference(std::optional<double> fraction);
    double value() const { return m_fraction; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_label;
    QString m_text;
    double m_fraction = 0;
    std::optional<double> m_reference;
};

/// A thin progress or share bar (4 high by default) in Accent on Groove.
class BarWidget : public QWidget {
    Q_OBJECT
public:
    explicit BarWidget(QWidget* parent = nullptr, int height = 4);
    /// @param fraction  0..1, clipped.
    void setFraction(double fraction);
    double fraction() const { return m_fraction; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {24, m_height}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_fraction = 0;
    int m_height;
};

}  // namespace tw
