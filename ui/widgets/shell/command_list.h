// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/widgets/shell/overlay.h"
#include "ui/widgets/shell/window_context.h"

#include <QModelIndex>

class QListView;
class QStandardItemModel;

namespace tw {
class SearchField;
}

namespace tw::ui {

class SearchPresenter;

/// Ctrl+K: every command of the window and every film by title, as one types. Up, Down, Enter; Esc closes.
class CommandList : public Overlay {
    Q_OBJECT
public:
    CommandList(WindowContext context, QWidget* window);
    ~CommandList() override;

Q_SIGNALS:
    void filmChosen(tw::ItemId item);

protected:
    void focusFirst() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Delegate;
    void refresh();
    void addCommands(const QString& typed);
    void addFilms();
    void step(int by);
    void run(const QModelIndex& index);

    WindowContext m_context;
    SearchPresenter* m_search; ///< Of its own: the page's search stays as it is.
    SearchField* m_field;
    QListView* m_list;
    QStandardItemModel* m_model;
};

} // namespace tw::ui
