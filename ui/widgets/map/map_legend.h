// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/map_data.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace tw::ui {

/// What the colours mean: "Colour by" and one row a category with its count. Hovering or focusing a row lights its
/// points, clicking hides or shows them. Below it the layout of the map and what it keeps.
class MapLegend : public QWidget {
    Q_OBJECT
public:
    explicit MapLegend(QWidget* parent = nullptr);

    void setColouring(const Colouring& colouring);
    /// What is said of the layout; empty: nothing.
    void setQuality(const QString& text);
    int rowCount() const { return static_cast<int>(m_rows.size()); }

Q_SIGNALS:
    void colourByChosen(tw::ui::ColourBy by);
    void categoryShown(quint8 colour, bool shown);
    /// -1: none.
    void categoryLit(int colour);

private:
    class Row;

    QComboBox* m_by;
    QVBoxLayout* m_list;
    QVector<Row*> m_rows;
    QWidget* m_layoutPart;
    QLabel* m_quality;
};

} // namespace tw::ui
