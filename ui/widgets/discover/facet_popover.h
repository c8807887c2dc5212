// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/filter_presenter.h"
#include "ui/widgets/kit/popover.h"

#include <optional>

class QListView;
class QStandardItemModel;

namespace tw::ui {

/// The values of one facet with their counts, to tick; lies over the page under the chip it belongs to. Space ticks,
/// Esc or a click elsewhere closes.
class FacetPopover : public Popover {
    Q_OBJECT
public:
    FacetPopover(FilterPresenter& filter, QWidget* page);

    /// Shows the facet below the chip, with the focus in its list.
    void open(FilterField field, QWidget* chip);
    /// The focus goes back to the chip when it was here.
    void close();
    std::optional<FilterField> field() const { return m_field; }
    /// Shows what changed meanwhile; keeps the current line.
    void refresh();

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Delegate;
    const FacetView* view() const;
    void place();
    void toggle(int row);

    FilterPresenter& m_filter;
    QListView* m_list;
    QStandardItemModel* m_model;
    std::optional<FilterField> m_field;
    QWidget* m_chip = nullptr;
};

} // namespace tw::ui
