// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/map/map_card_popover.h"

#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/lists/film_poster.h"
#include "ui/widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <limits>

namespace tw::ui {
namespace {

constexpr int kPosterWidth = 72, kAway = 24, kEdge = 8;

/// Whether a line between two points passes through a rectangle, looked at in small steps.
bool crosses(const QRectF& rect, const QPointF& from, const QPointF& to)
{
    constexpr int kSteps = 24;
    for (int step = 1; step <= kSteps; ++step) {
        if (rect.contains(from + (to - from) * (double(step) / kSteps)))
            return true;
    }
    return false;
}

} // namespace

MapCardPopover::MapCardPopover(QWidget* canvas)
    : Popover(canvas)
    , m_poster(new FilmPoster(FilmPoster::Kind::Picture, kPosterWidth, this))
    , m_title(makeLabel({}, TypeStep::Section, ColorToken::Text, this, true))
    , m_meta(new ElidedLabel({}, TypeStep::Small, ColorToken::Text2, this))
    , m_why(makeLabel({}, TypeStep::Small, ColorToken::Text, this, true))
    , m_nearness(new ElidedLabel({}, TypeStep::Small, ColorToken::Text, this))
    , m_toTaste(new ElidedLabel({}, TypeStep::Small, ColorToken::Text2, this))
    , m_like(new Button(IconId::Likes, tr("Like"), this))
    , m_dislike(new Button(IconId::Dislike, tr("Dislike"), this))
    , m_nearest(new ElidedLabel({}, TypeStep::Caption, ColorToken::Text3, this))
{
    setObjectName(QStringLiteral("mapCard"));
    setFixedWidth(kWidth);
    m_nearness->setWeight(QFont::DemiBold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(10);
    auto* upper = new QHBoxLayout;
    upper->setSpacing(12);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_meta);
    words->addSpacing(6);
    words->addWidget(m_why);
    words->addSpacing(6);
    auto* near = new QHBoxLayout;
    near->setSpacing(0);
    near->addWidget(m_nearness);
    near->addWidget(m_toTaste, 1);
    words->addLayout(near);
    words->addStretch(1);
    upper->addWidget(m_poster, 0, Qt::AlignTop);
    upper->addLayout(words, 1);
    column->addLayout(upper);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(8);
    for (Button* button : {m_like, m_dislike}) {
        button->setControlHeight(28);
        button->setCheckable(true);
        lower->addWidget(button);
    }
    lower->addStretch(1);
    lower->addWidget(m_nearest);
    column->addLayout(lower);
    m_like->setObjectName(QStringLiteral("mapCardLike"));
    m_dislike->setObjectName(QStringLiteral("mapCardDislike"));
    connect(m_like, &Button::clicked, this, [this] { Q_EMIT likeClicked(m_card.face.item); });
    connect(m_dislike, &Button::clicked, this, [this] { Q_EMIT dislikeClicked(m_card.face.item); });
    setPinned(false);
    hide();
}

void MapCardPopover::setCard(const MapCard& card, bool enabled)
{
    m_card = card;
    m_poster->setFilm(card.face);
    m_title->setText(card.face.leadTitle());
    m_meta->setText(card.face.metaLine());
    m_why->setText(card.why);
    m_why->setVisible(!card.why.isEmpty());
    // The number leads the sentence in bold where the language puts it first.
    const QString number = card.nearness ? scoreText(static_cast<double>(*card.nearness)) : QString();
    const bool leads = !number.isEmpty() && card.nearnessText.startsWith(number);
    m_nearness->setText(leads ? number : QString());
    m_toTaste->setText(leads ? card.nearnessText.mid(number.size()) : card.nearnessText);
    m_nearness->setVisible(leads);
    m_toTaste->setVisible(!card.nearnessText.isEmpty());
    m_nearest->setText(card.neighbours.empty() ? QString()
                                               : tr("%n nearest", nullptr, static_cast<int>(card.neighbours.size())));
    m_like->setEnabled(enabled);
    m_dislike->setEnabled(enabled);
    setState(card.state);
    setAccessibleName(accessibleText());
    // Wrapped lines count only once the width is known.
    layout()->activate();
    setFixedHeight(layout()->hasHeightForWidth() ? layout()->heightForWidth(kWidth) : sizeHint().height());
}

void MapCardPopover::setState(ItemState state)
{
    m_card.state = state;
    m_like->setChecked(state == ItemState::Liked);
    m_like->setIconId(state == ItemState::Liked ? IconId::Liked : IconId::Likes);
    m_like->setText(state == ItemState::Liked ? tr("Liked") : tr("Like"));
    m_dislike->setChecked(state == ItemState::Disliked);
    m_dislike->setText(state == ItemState::Disliked ? tr("Disliked") : tr("Dislike"));
}

void MapCardPopover::setPinned(bool pinned)
{
    m_pinned = pinned;
    setAttribute(Qt::WA_TransparentForMouseEvents, !pinned);
    for (Button* button : {m_like, m_dislike})
        button->setFocusPolicy(pinned ? Qt::StrongFocus : Qt::NoFocus);
}

void MapCardPopover::placeBeside(const QPointF& point, const QList<QPointF>& neighbours)
{
    const QSizeF room = parentWidget()->size();
    const double right = std::max<double>(kEdge, room.width() - width() - kEdge);
    const double bottom = std::max<double>(kEdge, room.height() - height() - kEdge);
    QPointF best;
    int least = std::numeric_limits<int>::max();
    for (const double y : {point.y() + kAway, point.y() - kAway - height()}) {
        for (const double x : {point.x() + kAway, point.x() - kAway - width()}) {
            const QPointF corner(std::clamp<double>(x, kEdge, right), std::clamp<double>(y, kEdge, bottom));
            const QRectF card(corner, QSizeF(size()));
            // Covering the film itself is worse than covering all its neighbours.
            int cost = card.adjusted(-kEdge, -kEdge, kEdge, kEdge).contains(point) ? 1000 : 0;
            for (const QPointF& neighbour : neighbours)
                cost += crosses(card, point, neighbour) ? 1 : 0;
            if (cost < least) {
                least = cost;
                best = corner;
            }
        }
    }
    move(best.toPoint());
}

QString MapCardPopover::accessibleText() const
{
    QStringList parts{m_card.face.titleWithYear(), m_card.face.genres.join(QStringLiteral(", ")), m_card.why,
                      m_card.nearnessText, stateText(m_card.state)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(". "));
}

} // namespace tw::ui
