// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/explore_presenter.h"
#include "ui/widgets/shell/window_context.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QVBoxLayout;

namespace tw {
class ElidedLabel;
class IconButton;
class MeterWidget;
class SearchField;
class SliderRow;
}

namespace tw::ui {

class FilmList;

/// One column of Explore: head with picks and pin, slider or search field, the two meters, the list.
class ExploreColumnPane : public QWidget {
    Q_OBJECT
public:
    ExploreColumnPane(ExploreColumn column, WindowContext context, QWidget* parent);

    ExploreColumn column() const { return m_column; }
    FilmList* list() const { return m_list; }
    /// The search field; null in the other columns.
    SearchField* field() const { return m_field; }
    /// Shows what the presenter knows. @param profile  The values to compare with; null for the profile itself.
    void refresh(const ColumnView& view, const ColumnView* profile);
    /// Height the part between head and meters wants at a width, and sets: all columns share the largest.
    int wantedControlHeight(int width) const;
    void setControlHeight(int height);
    /// Distance of texts from the pane's left edge.
    void setPadding(int padding);

Q_SIGNALS:
    /// The user moved the slider.
    void percentMoved(double percent);
    void pinToggled(bool on);

private:
    QWidget* buildHead();
    QWidget* buildControl();
    QWidget* buildMeters();
    void buildSlider(QVBoxLayout* column);

    ExploreColumn m_column;
    WindowContext m_context;
    ElidedLabel* m_name = nullptr;
    ElidedLabel* m_picks = nullptr;
    IconButton* m_pin = nullptr;
    QWidget* m_control = nullptr;
    SliderRow* m_slider = nullptr;
    SearchField* m_field = nullptr;
    ElidedLabel* m_cosine = nullptr;
    QLabel* m_drowned = nullptr;
    MeterWidget* m_distance = nullptr;
    MeterWidget* m_diversity = nullptr;
    FilmList* m_list;
    QWidget* m_parts = nullptr;  ///< All but the list.
    QStackedLayout* m_stack = nullptr;
    QWidget* m_hintFrame = nullptr;
};

} // namespace tw::ui
