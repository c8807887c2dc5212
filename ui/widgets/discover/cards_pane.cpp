// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/discover/cards_pane.h"

#include "ui/model/presenters.h"
#include "ui/widgets/kit/chip.h"
#include "ui/widgets/kit/empty_state.h"
#include "ui/widgets/kit/flow_layout.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/lists/film_list.h"
#include "ui/widgets/shell/action_registry.h"
#include "ui/widgets/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <array>

namespace tw::ui {
namespace {

constexpr std::array kSets{StarterSet::WellKnown, StarterSet::EveryDecade, StarterSet::ManyCountries,
                           StarterSet::Surprise};
constexpr int kSentenceWidth = 640;

} // namespace

CardsPane::CardsPane(WindowContext context, QWidget* parent)
    : QWidget(parent), m_context(context), m_heading(new ElidedLabel({}, TypeStep::Section)),
      m_export(new IconButton(IconId::Export, tr("Export this list"))), m_head(buildHead()),
      m_starterHead(buildStarterHead()), m_stack(new QStackedLayout),
      m_list(new FilmList(FilmListStyle::Cards, context.acts, context.presenters.recommend.items())),
      m_empty(new EmptyState), m_emptyFrame(new QWidget)
{
    setObjectName(QStringLiteral("cardsPane"));
    m_list->setObjectName(QStringLiteral("recommendationsList"));
    auto* emptyLayout = new QVBoxLayout(m_emptyFrame);
    emptyLayout->addWidget(m_empty);
    m_empty->setObjectName(QStringLiteral("cardsEmpty"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_emptyFrame);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_starterHead);
    column->addLayout(m_stack, 1);

    connect(&context.presenters.recommend, &RecommendPresenter::changed, this, &CardsPane::refresh);
    connect(&context.workspace, &Workspace::stateChanged, this, &CardsPane::refresh);
    connect(&context.workspace, &Workspace::closed, this, &CardsPane::refresh);
    connect(m_empty, &EmptyState::actTriggered, this, &CardsPane::act);
    refresh();
}

QWidget* CardsPane::buildHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->addWidget(m_heading, 1);
    row->addWidget(m_export);
    m_heading->setObjectName(QStringLiteral("cardsHeading"));
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setShortcutText(QStringLiteral("Ctrl+E"));
    connect(m_export, &QAbstractButton::clicked, m_context.actions.action(ActionId::Export), &QAction::trigger);
    head->setFixedHeight(std::max(48, theme().scaled(22) + 16));
    return head;
}

QWidget* CardsPane::buildStarterHead()
{
    auto* head = new QWidget;
    head->setObjectName(QStringLiteral("starterHead"));
    auto* column = new QVBoxLayout(head);
    column->setSpacing(0);
    column->addWidget(makeLabel(tr("Start with a few films you know"), TypeStep::Page));
    column->addSpacing(4);
    auto* sentence = new Paragraph(TypeStep::Body, ColorToken::Text2);
    sentence->setText(
        tr("Like three or more, and recommendations appear here. Or search above: by title, or in your own "
           "words. Nothing leaves this computer."));
    sentence->setMaximumWidth(kSentenceWidth);
    // In a row of its own, or its height is asked for at the width of the page.
    auto* sentenceRow = new QHBoxLayout;
    sentenceRow->addWidget(sentence, 1);
    sentenceRow->addStretch(0);
    column->addLayout(sentenceRow);
    column->addSpacing(16);
    auto* sets = new FlowLayout(nullptr, 8, 8);
    for (const StarterSet set : kSets) {
        auto* chip = new Chip(starterSetName(set));
        chip->setCheckable(true);
        chip->setObjectName(QStringLiteral("starterSet.%1").arg(static_cast<int>(set)));
        connect(chip, &QAbstractButton::clicked, this, [this, set] {
            m_context.presenters.recommend.setStarterSet(set);
            m_list->scrollToTop();
            refresh();
        });
        sets->addWidget(chip);
        m_sets.push_back(chip);
    }
    column->addLayout(sets);
    return head;
}

void CardsPane::setAlone(bool alone)
{
    m_alone = alone;
    refresh();
}

void CardsPane::setPadding(int left, int right)
{
    const int bleed = m_list->bleed();
    m_head->layout()->setContentsMargins(left, 0, right - 6, 0);
    m_starterHead->layout()->setContentsMargins(left, 20, right, 12);
    m_emptyFrame->layout()->setContentsMargins(left, 8, right, 0);
    m_list->setViewportInset(left - bleed, right - bleed - m_list->scrollBarRoom());
}

void CardsPane::refresh()
{
    RecommendPresenter& recommend = m_context.presenters.recommend;
    const bool starting = recommend.state() == RecommendState::Starting;
    const bool hasFilms = recommend.items()->rowCount() > 0;
    m_head->setVisible(hasFilms && !(starting && m_alone));
    m_starterHead->setVisible(hasFilms && starting && m_alone);
    m_heading->setText(recommend.heading());
    m_export->setVisible(recommend.state() == RecommendState::Recommending);
    for (std::size_t i = 0; i < kSets.size(); ++i)
        m_sets[i]->setChecked(recommend.starterSet() == kSets[i]);
    m_list->setCaptionLines(starting ? 1 : 2);
    m_list->setSource(starting ? Source::Starter : Source::Recommended, {});
    m_list->setAccessibleName(recommend.heading());
    if (!hasFilms)
        showEmpty();
    m_stack->setCurrentWidget(hasFilms ? static_cast<QWidget*>(m_list) : m_emptyFrame);
}

void CardsPane::showEmpty()
{
    const RecommendPresenter& recommend = m_context.presenters.recommend;
    const Workspace& workspace = m_context.workspace;
    QString title;
    QString sentence;
    QList<KitAct> acts;
    if (workspace.state() == WorkspaceState::Closed) {
        title = tr("No library is open");
        sentence = tr("A library holds a catalogue of films and what you think of them.");
        acts = {{QStringLiteral("open"), tr("Open a library"), true},
                {QStringLiteral("new"), tr("New library"), false}};
    } else if (workspace.state() == WorkspaceState::Opening) {
        title = tr("Opening the library");
    } else if (workspace.itemCount() == 0) {
        title = tr("This library has no films yet");
        sentence = tr("Import a catalogue: a CSV, TSV or JSON file with a title in every row.");
        acts = {{QStringLiteral("import"), tr("Import a catalogue"), true}};
    } else if (recommend.state() == RecommendState::Failed && recommend.error()) {
        const ErrorText text = errorText(*recommend.error(), Attempt::Recommend);
        title = text.title;
        sentence = text.sentence;
    } else if (recommend.state() == RecommendState::Waiting && !workspace.hasSpace()) {
        title = tr("Recommendations wait for the space");
        sentence = workspace.spaceError()
                       ? errorText(*workspace.spaceError(), Attempt::LoadSpace).title
                       : tr("The films are being read for their meaning. You can search and like meanwhile.");
    } else if (recommend.state() == RecommendState::Recommending) {
        title = tr("You know every film here");
        sentence = tr("All of them are liked, disliked or hidden.");
        acts = {{QStringLiteral("showSeen"), tr("Recommend known films too"), false}};
    }
    m_empty->setText(title, sentence);
    m_empty->setActs(acts);
}

void CardsPane::act(const QString& id)
{
    if (id == QLatin1String("open"))
        m_context.actions.action(ActionId::OpenLibrary)->trigger();
    else if (id == QLatin1String("new"))
        m_context.actions.action(ActionId::NewLibrary)->trigger();
    else if (id == QLatin1String("import"))
        m_context.actions.action(ActionId::Import)->trigger();
    else if (id == QLatin1String("showSeen"))
        m_context.workspace.setShowSeen(true);
}

} // namespace tw::ui
