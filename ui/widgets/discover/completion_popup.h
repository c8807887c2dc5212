// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/completion_presenter.h"
#include "ui/widgets/kit/popover.h"

class QListView;
class QStandardItemModel;

namespace tw {
class SearchField;
}

namespace tw::ui {

/// Fields and values under the search field while a condition is typed. Down goes into the list, Return or Tab takes
/// the line, Esc closes; typing goes on in the field.
class CompletionPopup : public Popover {
    Q_OBJECT
public:
    CompletionPopup(Workspace& workspace, SearchField* field, QWidget* page);

    /// False when it was closed already.
    bool dismiss();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Delegate;
    bool handleKey(int key);
    void refresh();
    void take(int row);

    SearchField* m_field;
    CompletionPresenter m_completions;
    QListView* m_list;
    QStandardItemModel* m_model;
};

} // namespace tw::ui
