// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/item_format.h"

#include <QWidget>

#include <vector>

class QListView;

namespace tw {
class Popover;
class SearchField;
}

namespace tw::ui {

class ItemListModel;
class SearchPresenter;
class Workspace;

/// "Find on the map": titles as one types, in a list under the field; choosing one shows it.
class MapFind : public QWidget {
    Q_OBJECT
public:
    /// @param page  The list lies over it.
    MapFind(Workspace& workspace, QWidget* page);
    ~MapFind() override;

    void focusField();
    /// Empties the field and hides the list; false when there was nothing to clear.
    bool clear();
    bool busy() const;

Q_SIGNALS:
    void filmChosen(tw::ItemId item);
    /// Films that match; empty: none is looked for.
    void matched(const std::vector<tw::ItemId>& items);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Delegate;
    void refresh();
    void choose(int row);
    void step(int by);
    void placeList();

    SearchField* m_field;
    Popover* m_popover;
    QListView* m_list;
    SearchPresenter* m_search;
};

} // namespace tw::ui
