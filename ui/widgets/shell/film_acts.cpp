// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shell/film_acts.h"

#include "core/search/query_parser.h"
#include "ui/model/item_format.h"
#include "ui/model/workspace.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace tw::ui {

FilmActs::FilmActs(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace)
{
    connect(&workspace, &Workspace::opened, this, &FilmActs::forgetBetween);
    connect(&workspace, &Workspace::opened, this, &FilmActs::enabledChanged);
    connect(&workspace, &Workspace::closed, this, &FilmActs::enabledChanged);
    connect(&workspace, &Workspace::libraryChanged, this, &FilmActs::enabledChanged);
}

bool FilmActs::enabled() const { return m_workspace.isOpen() && !m_workspace.readOnly(); }

void FilmActs::perform(ItemAct act, ItemId item, Source source, const QString& detail)
{
    if (!item.isValid())
        return;
    if (act == ItemAct::MoreLikeThis) {
        Q_EMIT moreLikeThisRequested(item);
        return;
    }
    if (!enabled())
        return;
    switch (act) {
    case ItemAct::Like: m_workspace.toggleLike(item, source, detail); break;
    case ItemAct::Dislike: m_workspace.toggleDislike(item, source, detail); break;
    case ItemAct::Remove: m_workspace.act(Act::Removed, item, source, detail); break;
    case ItemAct::MoreLikeThis:
    case ItemAct::None: break;
    }
}

void FilmActs::hide(ItemId item, Source source, const QString& detail)
{
    if (item.isValid() && enabled())
        m_workspace.act(Act::Hidden, item, source, detail);
}

void FilmActs::between(ItemId item)
{
    const auto session = m_workspace.session();
    if (!session->catalog->contains(item) || item == m_betweenFrom)
        return;
    if (!session->catalog->contains(m_betweenFrom)) {
        m_betweenFrom = item;
        Q_EMIT betweenFromChanged();
        return;
    }
    SearchRequest request;
    request.like = {m_betweenFrom, item};
    forgetBetween();
    Q_EMIT searchRequested(QString::fromStdString(toQueryText(request, *session->catalog)));
}

void FilmActs::forgetBetween()
{
    if (!m_betweenFrom.isValid())
        return;
    m_betweenFrom = ItemId::invalid();
    Q_EMIT betweenFromChanged();
}

void FilmActs::showMenu(ItemId item, Source source, const QString& detail, QWidget* parent, const QPoint& globalPoint)
{
    const auto session = m_workspace.session();
    if (!session->catalog->contains(item))
        return;
    const ItemState state = session->history->state(item);
    auto* menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](IconId iconId, const QString& text, auto act, bool writes) {
        QAction* action = menu->addAction(icon(iconId), text);
        action->setEnabled(!writes || enabled());
        connect(action, &QAction::triggered, this, act);
    };
    add(state == ItemState::Liked ? IconId::Liked : IconId::Likes,
        state == ItemState::Liked ? tr("Take the like back") : tr("Like"),
        [=, this] { perform(ItemAct::Like, item, source, detail); }, true);
    add(IconId::Dislike, state == ItemState::Disliked ? tr("Take the dislike back") : tr("Dislike"),
        [=, this] { perform(ItemAct::Dislike, item, source, detail); }, true);
    if (state == ItemState::Hidden)
        add(IconId::Eye, tr("Show again"), [=, this] { perform(ItemAct::Remove, item, source, detail); }, true);
    else
        add(IconId::X, tr("Hide"), [=, this] { hide(item, source, detail); }, true);
    menu->addSeparator();
    add(IconId::More, tr("More like this"), [=, this] { Q_EMIT moreLikeThisRequested(item); }, false);
    const bool second = session->catalog->contains(m_betweenFrom) && m_betweenFrom != item;
    add(IconId::Link,
        second ? tr("Between “%1” and this").arg(itemFace(*session, m_betweenFrom).title)
               : tr("Between this and another film"),
        [=, this] { between(item); }, false);
    add(IconId::Info, tr("Details"), [=, this] { Q_EMIT detailsRequested(item, nullptr, -1); }, false);
    add(IconId::Map, tr("Show on the map"), [=, this] { Q_EMIT showOnMapRequested(item); }, false);
    menu->addSeparator();
    const QString title = itemFace(*session, item).titleWithYear();
    add(IconId::Copy, tr("Copy title and year"), [title] { QGuiApplication::clipboard()->setText(title); }, false);
    add(IconId::Export, tr("Export a list…"), [this] { Q_EMIT exportRequested(); }, false);
    menu->popup(globalPoint);
}

} // namespace tw::ui
