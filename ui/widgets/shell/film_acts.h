// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/taste/taste_event.h"
#include "ui/model/item_format.h"
#include "ui/widgets/kit/item_row.h"

#include <QObject>
#include <QString>

class QMenu;
class QWidget;

namespace tw::ui {

class ItemListModel;
class Workspace;

/// What can be done with a film, wherever it is shown: one place that turns a click, key or menu entry into an act.
/// Views call it; the window listens to the navigation signals. GUI thread.
class FilmActs : public QObject {
    Q_OBJECT
public:
    explicit FilmActs(Workspace& workspace, QObject* parent = nullptr);

    /// Like and Dislike toggle, MoreLikeThis and None navigate, Remove takes the standing back.
    void perform(ItemAct act, ItemId item, Source source, const QString& detail = {});
    void hide(ItemId item, Source source, const QString& detail = {});
    /// The first film of two is remembered; with the second, films between the two are searched for.
    void between(ItemId item);
    /// The remembered one; invalid when there is none.
    ItemId betweenFrom() const { return m_betweenFrom; }
    void forgetBetween();
    /// The context menu of a film: Like, Dislike, Hide, More like this, Between, Show on map, Details, Copy title, Export list….
    /// Shown at the global point; deleted by itself.
    void showMenu(ItemId item, Source source, const QString& detail, QWidget* parent, const QPoint& globalPoint);
    /// Whether acts are possible (an open library that can be written).
    bool enabled() const;

Q_SIGNALS:
    void detailsRequested(tw::ItemId item, const tw::ui::ItemListModel* list, int row);
    void moreLikeThisRequested(tw::ItemId item);
    /// A query for the search field.
    void searchRequested(const QString& query);
    void betweenFromChanged();
    void showOnMapRequested(tw::ItemId item);
    void exportRequested();
    void enabledChanged();

private:
    Workspace& m_workspace;
    ItemId m_betweenFrom;
};

} // namespace tw::ui
