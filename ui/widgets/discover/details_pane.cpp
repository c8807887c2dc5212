// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/discover/details_pane.h"

#include "ui/model/presenters.h"
#include "ui/widgets/discover/details_parts.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/flow_layout.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/lists/film_poster.h"
#include "ui/widgets/shell/film_acts.h"
#include "ui/widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace tw::ui {
namespace {

constexpr int kPosterWidth = 152, kSmallPosterWidth = 112;
constexpr int kRoomForBigPoster = 400;
constexpr int kNeighbourWidth = 78, kNeighbourGap = 10;
constexpr int kMostKeywords = 24;

Paragraph* paragraph(TypeStep step, ColorToken tone) { return new Paragraph(step, tone); }

void tell(Paragraph* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

DetailsPane::DetailsPane(WindowContext context, QWidget* parent)
    : QWidget(parent), m_context(context), m_area(new QScrollArea), m_content(new QWidget)
{
    setObjectName(QStringLiteral("detailsPane"));
    setAccessibleName(tr("Details"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(buildToolbar());
    outer->addWidget(m_area, 1);

    m_content->setObjectName(QStringLiteral("twScrollContent"));
    auto* column = new QVBoxLayout(m_content);
    column->setSpacing(0);
    column->addWidget(buildHead());
    m_tagline = paragraph(TypeStep::Body, ColorToken::Text2);
    m_tagline->setContentsMargins(0, 16, 0, 0);
    m_overview = paragraph(TypeStep::Body, ColorToken::Text);
    m_overview->setContentsMargins(0, 16, 0, 0);
    column->addWidget(m_tagline);
    column->addWidget(m_overview);
    m_reasons = new DetailsSection(tr("Why it is here"), 4);
    m_nearest = new DetailsSection(tr("Nearest in meaning"), 8);
    m_nearest->setBody(buildNearest());
    m_keywords = new DetailsSection(tr("Keywords"), 6);
    for (DetailsSection* section : {m_reasons, m_nearest, m_keywords})
        column->addWidget(section);
    m_numbers = new DetailsNumbersPart;
    column->addWidget(m_numbers);
    column->addStretch(1);
    m_area->setWidget(m_content);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    connect(m_area->verticalScrollBar(), &QScrollBar::rangeChanged, this, &DetailsPane::fitWidth);

    connect(&context.presenters.details, &DetailsPresenter::changed, this, &DetailsPane::refresh);
    connect(&context.acts, &FilmActs::enabledChanged, this, &DetailsPane::showActs);
    refresh();
}

QWidget* DetailsPane::buildToolbar()
{
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("detailsToolbar"));
    auto* row = new QHBoxLayout(bar);
    row->setSpacing(0);
    m_previous = new IconButton(IconId::Left, tr("Film before"));
    m_next = new IconButton(IconId::Right, tr("Next film"));
    m_place = new ElidedLabel({}, TypeStep::Small, ColorToken::Text2);
    auto* map = new IconButton(IconId::Map, tr("Show on the map"));
    map->setShortcutText(QStringLiteral("G"));
    m_more = new IconButton(IconId::Dots, tr("More acts"));
    auto* close = new IconButton(IconId::X, tr("Close details"));
    close->setShortcutText(QStringLiteral("Esc"));
    m_previous->setObjectName(QStringLiteral("previousFilm"));
    m_next->setObjectName(QStringLiteral("nextFilm"));
    m_place->setObjectName(QStringLiteral("detailsPlace"));
    map->setObjectName(QStringLiteral("showOnMap"));
    m_more->setObjectName(QStringLiteral("moreActs"));
    close->setObjectName(QStringLiteral("closeDetails"));
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addSpacing(6);
    row->addWidget(m_place, 1);
    for (IconButton* button : {map, m_more, close})
        row->addWidget(button);
    DetailsPresenter& details = m_context.presenters.details;
    connect(m_previous, &QAbstractButton::clicked, &details, &DetailsPresenter::previous);
    connect(m_next, &QAbstractButton::clicked, &details, &DetailsPresenter::next);
    connect(map, &QAbstractButton::clicked, this, [this] { perform(Qt::Key_G); });
    connect(m_more, &QAbstractButton::clicked, this, &DetailsPane::showMenu);
    connect(close, &QAbstractButton::clicked, this, &DetailsPane::closeAsked);
    bar->setFixedHeight(48);
    return bar;
}

QWidget* DetailsPane::buildHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(20);
    m_poster = new FilmPoster(FilmPoster::Kind::Picture, kPosterWidth);
    row->addWidget(m_poster, 0, Qt::AlignTop);
    auto* facts = new QVBoxLayout;
    facts->setSpacing(0);
    m_title = paragraph(TypeStep::Display, ColorToken::Text);
    m_title->setObjectName(QStringLiteral("detailsTitle"));
    m_original = paragraph(TypeStep::Body, ColorToken::Text2);
    m_meta = paragraph(TypeStep::Body, ColorToken::Text2);
    m_meta->setContentsMargins(0, 4, 0, 0);
    m_genres = new QWidget;
    m_directors = paragraph(TypeStep::Small, ColorToken::Text2);
    m_cast = paragraph(TypeStep::Small, ColorToken::Text);
    m_countries = paragraph(TypeStep::Small, ColorToken::Text3);
    for (Paragraph* label : {m_title, m_original, m_meta})
        facts->addWidget(label);
    facts->addSpacing(10);
    auto* genreFrame = new QVBoxLayout(m_genres);
    genreFrame->setContentsMargins(0, 0, 0, 12);
    facts->addWidget(m_genres);
    for (Paragraph* label : {m_directors, m_cast, m_countries})
        facts->addWidget(label);
    facts->addSpacing(14);
    facts->addLayout(buildActs());
    facts->addStretch(1);
    row->addLayout(facts, 1);
    return head;
}

QLayout* DetailsPane::buildActs()
{
    auto* acts = new FlowLayout(nullptr, 8, 8);
    m_like = new Button(IconId::Likes, tr("Like"));
    m_like->setCheckable(true);
    m_dislike = new Button(IconId::Dislike, {});
    m_dislike->setCheckable(true);
    m_dislike->setAccessibleName(itemActName(ItemAct::Dislike));
    m_dislike->setToolTip(text::tip(itemActName(ItemAct::Dislike, true)));
    m_similar = new Button(itemActName(ItemAct::MoreLikeThis));
    m_like->setObjectName(QStringLiteral("likeButton"));
    m_dislike->setObjectName(QStringLiteral("dislikeButton"));
    m_similar->setObjectName(QStringLiteral("similarButton"));
    m_like->setToolTip(text::tip(itemActName(ItemAct::Like, true)));
    m_similar->setToolTip(text::tip(itemActName(ItemAct::MoreLikeThis, true)));
    for (Button* button : {m_like, m_dislike, m_similar})
        acts->addWidget(button);
    // The check waits for the act to be durable.
    const auto actOnClick = [this](Button* button, int key) {
        connect(button, &QAbstractButton::clicked, this, [this, key] {
            showActs();
            perform(key);
        });
    };
    actOnClick(m_like, Qt::Key_L);
    actOnClick(m_dislike, Qt::Key_D);
    connect(m_similar, &QAbstractButton::clicked, this, [this] { perform(Qt::Key_M); });
    return acts;
}

QWidget* DetailsPane::buildNearest()
{
    auto* strip = new QWidget;
    strip->setObjectName(QStringLiteral("nearestFilms"));
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kNeighbourGap);
    for (std::size_t i = 0; i < DetailsPresenter::kNearest; ++i) {
        auto* poster = new FilmPoster(FilmPoster::Kind::ButtonWithTitle, kNeighbourWidth);
        connect(poster, &QAbstractButton::clicked, this,
                [this, poster] { Q_EMIT m_context.acts.detailsRequested(poster->film(), nullptr, -1); });
        row->addWidget(poster, 0, Qt::AlignTop);
        m_neighbours.push_back(poster);
    }
    row->addStretch(1);
    return strip;
}

void DetailsPane::setPadding(int left, int right)
{
    findChild<QWidget*>(QStringLiteral("detailsToolbar"))->layout()->setContentsMargins(left - 8, 0, right - 8, 0);
    m_left = left;
    m_right = right;
    fitWidth();
}

void DetailsPane::focusPane() { m_like->setFocus(Qt::OtherFocusReason); }

void DetailsPane::refresh()
{
    const DetailsPresenter& details = m_context.presenters.details;
    if (!details.isOpen())
        return;
    if (m_shown != details.item()) {
        m_shown = details.item();
        m_area->verticalScrollBar()->setValue(0);
        showFacts();
    }
    m_place->setText(details.placeText());
    const bool inList = details.place() >= 0;
    m_previous->setVisible(inList);
    m_next->setVisible(inList);
    m_previous->setEnabled(details.hasPrevious());
    m_next->setEnabled(details.hasNext());
    showActs();
    showReasons();
    showNearest();
    m_numbers->setNumbers(details.view().numbers);
}

void DetailsPane::showFacts()
{
    const DetailsView& view = m_context.presenters.details.view();
    m_poster->setFilm(view.face);
    m_title->setText(view.face.title);
    tell(m_original, view.face.originalTitle);
    tell(m_meta, view.metaLine);
    delete m_genres->layout()->takeAt(0);
    qDeleteAll(m_genres->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    m_genres->layout()->addWidget(makeWords(view.face.genres));
    m_genres->setVisible(!view.face.genres.isEmpty());
    tell(m_directors, view.directors);
    tell(m_cast, view.cast);
    tell(m_countries, view.countries);
    tell(m_tagline, view.tagline);
    tell(m_overview, view.overview);
    m_keywords->setBody(makeWords(view.keywords.mid(0, kMostKeywords)));
    m_keywords->setVisible(!view.keywords.isEmpty());
    fitWidth();
}

void DetailsPane::showActs()
{
    const ItemState state = m_context.presenters.details.view().state;
    const bool liked = state == ItemState::Liked;
    m_like->setText(liked ? tr("Liked") : tr("Like"));
    m_like->setIconId(liked ? IconId::Liked : IconId::Likes);
    m_like->setKind(liked ? ButtonKind::Plain : ButtonKind::Primary);
    m_like->setChecked(liked);
    m_dislike->setChecked(state == ItemState::Disliked);
    m_like->setEnabled(m_context.acts.enabled());
    m_dislike->setEnabled(m_context.acts.enabled());
}

void DetailsPane::showReasons()
{
    const DetailsView& view = m_context.presenters.details.view();
    auto* rows = new QWidget;
    auto* column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const ReasonLine& reason : view.reasons)
        column->addWidget(makeReasonRow(reason));
    m_reasons->setBody(rows);
    m_reasons->setVisible(!view.reasons.empty());
}

void DetailsPane::showNearest()
{
    const DetailsView& view = m_context.presenters.details.view();
    m_nearest->setVisible(!view.nearest.empty());
    for (std::size_t i = 0; i < m_neighbours.size(); ++i) {
        m_neighbours[i]->setVisible(i < view.nearest.size());
        if (i < view.nearest.size())
            m_neighbours[i]->setFilm(view.nearest[i]);
    }
}

void DetailsPane::fitWidth()
{
    // The scroll bar lies in the padding, so that text never reflows when it comes.
    const QScrollBar* bar = m_area->verticalScrollBar();
    const int taken = bar->maximum() > bar->minimum() ? bar->sizeHint().width() : 0;
    m_content->layout()->setContentsMargins(m_left, 0, std::max(0, m_right - taken), 24);
    const int room = width() - m_left - m_right;
    m_poster->setPosterWidth(room >= kRoomForBigPoster ? kPosterWidth : kSmallPosterWidth);
    const auto count = static_cast<int>(m_neighbours.size());
    const int fitting = (room - (count - 1) * kNeighbourGap) / count;
    for (FilmPoster* poster : m_neighbours)
        poster->setPosterWidth(std::clamp(fitting, 40, 110));
}

void DetailsPane::perform(int key)
{
    const DetailsPresenter& details = m_context.presenters.details;
    FilmActs& acts = m_context.acts;
    // Acts on a film that a search has found keep its words.
    const bool fromSearch = m_context.presenters.search.results()->rowOf(details.item()) >= 0;
    const QString detail = fromSearch ? m_context.presenters.search.sourceDetail() : QString();
    switch (key) {
    case Qt::Key_Space:
    case Qt::Key_L: acts.perform(ItemAct::Like, details.item(), Source::Details, detail); break;
    case Qt::Key_D: acts.perform(ItemAct::Dislike, details.item(), Source::Details, detail); break;
    case Qt::Key_M: acts.perform(ItemAct::MoreLikeThis, details.item(), Source::Details, detail); break;
    case Qt::Key_H: acts.hide(details.item(), Source::Details, detail); break;
    case Qt::Key_G: Q_EMIT acts.showOnMapRequested(details.item()); break;
    default: break;
    }
}

void DetailsPane::showMenu()
{
    m_context.acts.showMenu(m_context.presenters.details.item(), Source::Details, {}, this,
                            m_more->mapToGlobal(QPoint(0, m_more->height() + 2)));
}

void DetailsPane::keyPressEvent(QKeyEvent* event)
{
    DetailsPresenter& details = m_context.presenters.details;
    const bool plain = event->modifiers() == Qt::NoModifier;
    switch (plain ? event->key() : 0) {
    case Qt::Key_L:
    case Qt::Key_D:
    case Qt::Key_M:
    case Qt::Key_H:
    case Qt::Key_G: perform(event->key()); return;
    case Qt::Key_Left: details.previous(); return;
    case Qt::Key_Right: details.next(); return;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        QScrollBar* bar = m_area->verticalScrollBar();
        bar->setValue(bar->value() + (event->key() == Qt::Key_Up ? -60 : 60));
        return;
    }
    default: QWidget::keyPressEvent(event);
    }
}

void DetailsPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitWidth();
}

} // namespace tw::ui
