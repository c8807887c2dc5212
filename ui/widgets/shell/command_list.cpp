// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shell/command_list.h"

#include "ui/model/search_presenter.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/search_field.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/lists/film_list.h"
#include "ui/widgets/shell/action_registry.h"
#include "ui/widgets/theme/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

constexpr int kRowHeight = 40, kHeadHeight = 34, kInset = 8, kTextInset = 12, kFilms = 6;

enum Role { KindRole = Qt::UserRole + 1, ActionRole, FilmRole, NoteRole, KeyRole };
enum Kind { Head, Command, Film };

} // namespace

/// Heads, commands with icon and keys, films with poster and year.
class CommandList::Delegate : public QStyledItemDelegate {
public:
    Delegate(const ItemListModel& films, QObject* parent) : QStyledItemDelegate(parent), m_films(films) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        Q_UNUSED(option);
        return {0, index.data(KindRole).toInt() == Head ? kHeadHeight : kRowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF row = QRectF(option.rect).adjusted(kInset, 0, -kInset, 0);
        const QString label = index.data(Qt::DisplayRole).toString();
        if (index.data(KindRole).toInt() == Head) {
            text::drawElided(painter, row.adjusted(kTextInset, 8, 0, 0), label, theme().font(TypeStep::Label),
                             theme().color(ColorToken::Text2));
            painter->restore();
            return;
        }
        if (option.state & QStyle::State_Selected)
            paint::roundedRect(painter, row, radius::kControl, theme().color(ColorToken::Selected));
        paintRow(painter, row, index, label);
        painter->restore();
    }

private:
    void paintRow(QPainter* painter, const QRectF& row, const QModelIndex& index, const QString& label) const
    {
        const QRectF sign(row.left() + kTextInset, row.center().y() - 10, 20, 20);
        double right = row.right() - kTextInset;
        if (index.data(KindRole).toInt() == Command) {
            paintIcon(painter, sign, static_cast<IconId>(index.data(Qt::DecorationRole).toInt()), kIconButton,
                      theme().color(ColorToken::Text2));
            const QStringList keys = index.data(KeyRole).toString().split(QLatin1Char('+'), Qt::SkipEmptyParts);
            for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
                const QSizeF size = paint::keyHintSize(*key);
                right -= size.width();
                paint::keyHint(painter, {right, row.center().y() - size.height() / 2}, *key);
                right -= 4;
            }
        } else {
            const int filmRow = index.data(ActionRole).toInt();
            if (filmRow < m_films.rowCount()) {
                const QRectF poster(row.left() + kTextInset, row.center().y() - 15, 20, 30);
                poster::paint(painter, poster, posterSpec(m_films.face(filmRow)), PosterTitle::Never);
            }
        }
        QRectF textRect(sign.right() + 12, row.top(), right - sign.right() - 20, row.height());
        const double used = text::drawElided(painter, textRect, label, theme().font(TypeStep::Body),
                                             theme().color(ColorToken::Text));
        textRect.setLeft(textRect.left() + used + 12);
        if (textRect.width() > 40)
            text::drawElided(painter, textRect, index.data(NoteRole).toString(), theme().font(TypeStep::Small),
                             theme().color(ColorToken::Text2));
    }

    const ItemListModel& m_films;
};

CommandList::CommandList(WindowContext context, QWidget* window)
    : Overlay(window, tr("Commands and films"), 640, 120)
    , m_context(context)
    , m_search(new SearchPresenter(context.workspace, this))
    , m_field(new SearchField(SearchField::Size::Large))
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("commandList"));
    auto* layout = new QVBoxLayout(frame());
    layout->setContentsMargins(1, 8, 1, 8);
    layout->setSpacing(8);
    auto* field = new QVBoxLayout;
    field->setContentsMargins(12, 4, 12, 0);
    field->addWidget(m_field);
    layout->addLayout(field);
    layout->addWidget(m_list);
    m_field->setPlaceholderText(tr("Type a command or a film"));
    m_field->setAccessibleName(tr("Type a command or a film"));
    m_field->installEventFilter(this);

    m_list->setModel(m_model);
    m_list->setItemDelegate(new Delegate(*m_search->results(), m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMinimumHeight(380);
    m_list->setAccessibleName(tr("Commands and films"));
    setGround(m_list->viewport(), ColorToken::Popover);

    m_search->setBy(SearchBy::Title);
    connect(m_field, &SearchField::textChanged, this, [this](const QString& typed) {
        m_search->setQuery(typed);
        refresh();
    });
    connect(m_field, &SearchField::escapePressed, this, &Overlay::closeOverlay);
    connect(m_search, &SearchPresenter::changed, this, &CommandList::refresh);
    connect(m_list, &QListView::clicked, this, &CommandList::run);
    refresh();
}

CommandList::~CommandList() = default;

void CommandList::focusFirst() { m_field->setFocus(Qt::OtherFocusReason); }

void CommandList::addCommands(const QString& typed)
{
    QList<QStandardItem*> found;
    for (const ActionInfo& info : ActionRegistry::table()) {
        const QAction* action = m_context.actions.action(info.id);
        if (info.listOnly || info.id == ActionId::Commands || info.id == ActionId::CloseInnermost || !action->isEnabled())
            continue;
        const QString name = ActionRegistry::name(info.id);
        if (!typed.isEmpty() && !name.contains(typed, Qt::CaseInsensitive))
            continue;
        auto* item = new QStandardItem(name);
        item->setData(Command, KindRole);
        item->setData(static_cast<int>(info.icon), Qt::DecorationRole);
        item->setData(static_cast<int>(info.id), ActionRole);
        item->setData(action->shortcut().toString(QKeySequence::NativeText), KeyRole);
        found.append(item);
    }
    if (found.isEmpty())
        return;
    auto* head = new QStandardItem(tr("Commands"));
    head->setData(Head, KindRole);
    head->setFlags(Qt::NoItemFlags);
    m_model->appendRow(head);
    for (QStandardItem* item : std::as_const(found))
        m_model->appendRow(item);
}

void CommandList::addFilms()
{
    const ItemListModel* films = m_search->results();
    const int count = std::min(films->rowCount(), kFilms);
    if (m_search->state() != SearchState::Results || count == 0)
        return;
    auto* head = new QStandardItem(tr("Films"));
    head->setData(Head, KindRole);
    head->setFlags(Qt::NoItemFlags);
    m_model->appendRow(head);
    for (int row = 0; row < count; ++row) {
        const ItemFace face = films->face(row);
        auto* item = new QStandardItem(face.title);
        item->setData(Film, KindRole);
        item->setData(row, ActionRole);
        item->setData(films->itemAt(row).value(), FilmRole);
        item->setData(face.metaLine(), NoteRole);
        m_model->appendRow(item);
    }
}

void CommandList::refresh()
{
    m_model->clear();
    const QString typed = m_field->text().trimmed();
    addCommands(typed);
    if (!typed.isEmpty())
        addFilms();
    step(1);
}

void CommandList::step(int by)
{
    const int rows = m_model->rowCount();
    int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    for (int tried = 0; tried < rows; ++tried) {
        row = (row + by + rows) % rows;
        if (m_model->index(row, 0).data(KindRole).toInt() != Head) {
            m_list->setCurrentIndex(m_model->index(row, 0));
            return;
        }
    }
}

void CommandList::run(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const int kind = index.data(KindRole).toInt();
    const ItemId film(index.data(FilmRole).toUInt());
    const auto action = static_cast<ActionId>(index.data(ActionRole).toInt());
    if (kind == Head)
        return;
    closeOverlay();
    if (kind == Film)
        Q_EMIT filmChosen(film);
    else
        m_context.actions.action(action)->trigger();
}

bool CommandList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            step(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            run(m_list->currentIndex());
            return true;
        }
    }
    return Overlay::eventFilter(watched, event);
}

} // namespace tw::ui
