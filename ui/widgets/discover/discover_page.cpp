// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/discover/discover_page.h"

#include "ui/model/app_settings.h"
#include "ui/model/presenters.h"
#include "ui/widgets/discover/cards_pane.h"
#include "ui/widgets/discover/completion_popup.h"
#include "ui/widgets/discover/details_pane.h"
#include "ui/widgets/discover/filter_bar.h"
#include "ui/widgets/discover/quiet_splitter.h"
#include "ui/widgets/discover/results_pane.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/search_field.h"
#include "ui/widgets/lists/film_list.h"
#include "ui/widgets/shell/film_acts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace tw::ui {
namespace {

constexpr std::array kPadding{16, 24, 40};
constexpr std::array kColumnGap{32, 32, 56};
/// Shares of results beside cards: rows and 2, 3, 5 cards.
constexpr std::array kResultsShare{0.593, 0.515, 0.465};
/// Beside details in wide windows: rows and 4 cards.
constexpr double kResultsShareOfThree = 0.44;
constexpr std::array kDetailsWidth{360, 480, 512};
constexpr int kLeastResults = 280, kLeastCards = 150, kLeastDetails = 300;
/// The field need not be wider than a sentence.
constexpr int kWidestSearch = 1120;
constexpr int kDetailsPadding = 24;

} // namespace

DiscoverPage::DiscoverPage(WindowContext context, QWidget* parent)
    : Page(context, parent), m_search(new SearchField(SearchField::Size::Large)),
      m_filterButton(new IconButton(IconId::Filter, tr("Filter"))), m_filter(new FilterBar(context, this)),
      m_completions(new CompletionPopup(context.workspace, m_search, this)), m_top(new QVBoxLayout),
      m_splitter(new QuietSplitter), m_results(new ResultsPane(context)), m_cards(new CardsPane(context)),
      m_details(new DetailsPane(context))
{
    setObjectName(QStringLiteral("discoverPage"));
    m_search->setObjectName(QStringLiteral("searchField"));
    m_search->setPlaceholderText(tr("Search by title, or describe what you feel like watching"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setKeyHint(QStringLiteral("/"));
    m_search->setMaximumWidth(kWidestSearch);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_search, 1);
    row->addWidget(m_filterButton);
    // Beyond the field's greatest width the button stays beside it.
    row->addStretch(0);
    m_filterButton->setObjectName(QStringLiteral("filterButton"));
    m_filterButton->setCheckable(true);
    m_top->setSpacing(10);
    m_top->addLayout(row);
    m_top->addWidget(m_filter);
    connect(m_filterButton, &QAbstractButton::clicked, this, [this](bool on) {
        m_filterWanted = on;
        m_filter->setChipsShown(on);
    });
    for (QWidget* pane :
         {static_cast<QWidget*>(m_results), static_cast<QWidget*>(m_cards), static_cast<QWidget*>(m_details)})
        m_splitter->addWidget(pane);
    m_splitter->setChildrenCollapsible(false);
    m_results->setMinimumWidth(kLeastResults);
    m_cards->setMinimumWidth(kLeastCards);
    m_details->setMinimumWidth(kLeastDetails);
    m_splitter->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_top);
    column->addWidget(m_splitter, 1);

    connectSearch();
    connectLists();
    connect(m_splitter, &QSplitter::splitterMoved, this, &DiscoverPage::rememberSizes);
    restoreSizes();
    applyPadding();
    refresh();
}

DiscoverPage::~DiscoverPage() = default;

void DiscoverPage::connectSearch()
{
    SearchPresenter& search = m_context.presenters.search;
    connect(m_search, &QLineEdit::textEdited, &search, &SearchPresenter::setQuery);
    connect(m_search, &QLineEdit::returnPressed, this, [this, &search] {
        search.searchNow(m_search->text());
        m_results->list()->focusFilms();
    });
    connect(m_search, &SearchField::downPressed, this,
            [this] { (hasQuery() ? m_results->list() : m_cards->list())->focusFilms(); });
    connect(&search, &SearchPresenter::answered, this, [this] {
        if (const DetailsPresenter& details = m_context.presenters.details; details.isOpen())
            m_results->list()->select(details.item());
        if (std::exchange(m_similarAsked, false) && m_context.presenters.search.likeItem().isValid()) {
            m_results->list()->select(m_results->list()->films()->itemAt(0));
            m_results->list()->focusFilms();
        }
    });
    connect(&m_context.acts, &FilmActs::moreLikeThisRequested, this, [this] { m_similarAsked = true; });
    connect(m_results, &ResultsPane::searchFieldWanted, this, &DiscoverPage::focusMain);
    connect(&search, &SearchPresenter::changed, this, [this, &search] {
        if (m_search->text().trimmed() != search.query().trimmed())
            m_search->setText(search.query());
        refresh();
    });
}

void DiscoverPage::connectLists()
{
    DetailsPresenter& details = m_context.presenters.details;
    for (FilmList* list : {m_results->list(), m_cards->list()}) {
        connect(list, &FilmList::leftUpwards, this, [this] { m_search->setFocus(Qt::OtherFocusReason); });
        connect(list, &FilmList::currentFilmChanged, this, [this, list, &details](ItemId item) {
            if (!details.isOpen())
                return;
            m_detailsFrom = list;
            details.openFrom(list->films(), list->films()->rowOf(item));
        });
    }
    connect(&m_context.acts, &FilmActs::detailsRequested, this, [this](ItemId, const ItemListModel* model, int) {
        m_detailsFrom = model == m_results->list()->films() ? m_results->list()
                        : model == m_cards->list()->films() ? m_cards->list()
                                                            : nullptr;
    });
    connect(&details, &DetailsPresenter::changed, this, &DiscoverPage::refreshDetails);
    connect(m_details, &DetailsPane::closeAsked, this, &DiscoverPage::closeInnermost);
}

bool DiscoverPage::hasQuery() const { return m_context.presenters.search.state() != SearchState::Empty; }

void DiscoverPage::setActive(bool active)
{
    if (active)
        refresh();
}

void DiscoverPage::focusMain()
{
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->selectAll();
}

bool DiscoverPage::complete() const
{
    const Presenters& p = m_context.presenters;
    const SearchState search = p.search.state();
    const RecommendState recommend = p.recommend.state();
    const auto session = m_context.workspace.session();
    // A film without a vector has no neighbours to wait for.
    const bool details = !p.details.isOpen() || p.details.view().nearestKnown || !session->hasSpace()
                         || !session->space.space->row(p.details.item());
    return search != SearchState::Searching && recommend != RecommendState::Waiting && details;
}

bool DiscoverPage::closeInnermost()
{
    Presenters& p = m_context.presenters;
    if (m_completions->dismiss() || m_filter->closeInnermost())
        return true;
    if (p.details.isOpen()) {
        FilmList* list = listWith(p.details.item());
        const ItemId item = p.details.item();
        const bool hadFocus = m_details->isAncestorOf(window()->focusWidget());
        p.details.close();
        if (hadFocus && list) {
            list->select(item);
            list->focusFilms();
        } else if (hadFocus) {
            focusMain();
        }
        return true;
    }
    if (hasQuery()) {
        p.search.clear();
        focusMain();
        return true;
    }
    return false;
}

void DiscoverPage::setWidthClass(int widthClass)
{
    m_widthClass = std::clamp(widthClass, 0, 2);
    m_results->setWidthClass(m_widthClass);
    const bool filter = m_filterWanted.value_or(m_widthClass > 0);
    m_filterButton->setChecked(filter);
    m_filter->setChipsShown(filter);
    applyPadding();
    refresh();
}

void DiscoverPage::refresh()
{
    const bool details = m_context.presenters.details.isOpen();
    m_results->setVisible(hasQuery());
    m_cards->setVisible(!hasQuery() || !details || m_widthClass == 2);
    m_cards->setAlone(!hasQuery());
    m_details->setVisible(details);
    applyPadding();
    applySizes();
}

void DiscoverPage::refreshDetails()
{
    const DetailsPresenter& details = m_context.presenters.details;
    if (details.isOpen() == m_details->isHidden())
        refresh();
    // Previous and next walk the list; it shows where they are.
    if (details.item() == m_detailsShown)
        return;
    m_detailsShown = details.item();
    if (FilmList* list = listWith(m_detailsShown); list)
        list->select(m_detailsShown);
}

FilmList* DiscoverPage::listWith(ItemId item) const
{
    if (m_detailsFrom && m_detailsFrom->films()->rowOf(item) >= 0)
        return m_detailsFrom;
    for (FilmList* list : {m_results->list(), m_cards->list()}) {
        if (list->isVisibleTo(this) && list->films()->rowOf(item) >= 0)
            return list;
    }
    return nullptr;
}

void DiscoverPage::applyPadding()
{
    const auto index = static_cast<std::size_t>(m_widthClass);
    const int padding = kPadding[index];
    m_top->setContentsMargins(padding, 16, padding, 16);
    m_results->setPagePadding(padding);
    // The results end in their ground's bleed and the scroll bar's room; the rest of the gap is the cards'.
    const FilmList* results = m_results->list();
    const int taken = results->bleed() + results->scrollBarRoom() + m_splitter->handleWidth();
    const bool besideDetails = !m_details->isHidden();
    m_cards->setPadding(hasQuery() ? std::max(m_cards->list()->bleed(), kColumnGap[index] - taken) : padding,
                        besideDetails ? 26 : padding);
    m_details->setPadding(kDetailsPadding, padding);
}

void DiscoverPage::applySizes()
{
    const auto index = static_cast<std::size_t>(m_widthClass);
    const bool results = !m_results->isHidden();
    const bool cards = !m_cards->isHidden();
    const bool details = !m_details->isHidden();
    const int handles = (static_cast<int>(results) + static_cast<int>(cards) + static_cast<int>(details) - 1)
                        * m_splitter->handleWidth();
    int room = m_splitter->width() - handles;
    int detailsWidth = 0;
    if (details) {
        const int others = (results ? kLeastResults : 0) + (cards ? kLeastCards : 0);
        detailsWidth = std::clamp(m_detailsWidth > 0 ? m_detailsWidth : kDetailsWidth[index], kLeastDetails,
                                  std::max(kLeastDetails, room - others));
        room -= detailsWidth;
    }
    int resultsWidth = results ? room : 0;
    if (results && cards) {
        // The share is of the texts and posters; paddings and gap come on top.
        const double share = m_resultsShare > 0 ? m_resultsShare
                             : details          ? kResultsShareOfThree
                                                : kResultsShare[index];
        const FilmList* list = m_results->list();
        const int left = kPadding[index] + list->bleed() + list->scrollBarRoom();
        const int right = kColumnGap[index] - list->bleed() - list->scrollBarRoom() - m_splitter->handleWidth()
                          + (details ? 26 : kPadding[index]);
        resultsWidth = left + static_cast<int>(std::lround(share * (room - left - right)));
        // A single column of cards needs no more than a card, and its heading beside the export button.
        const CardMetrics metrics = CardMetrics::forWindow(window()->width());
        const int cardsRoom = room - resultsWidth - right;
        if (m_resultsShare <= 0 && metrics.columns(cardsRoom) == 1)
            resultsWidth += std::max(0, cardsRoom - metrics.posterWidth - 36);
    }
    m_splitter->setSizes({resultsWidth, cards ? room - resultsWidth : 0, detailsWidth});
}

void DiscoverPage::rememberSizes()
{
    const auto index = static_cast<std::size_t>(m_widthClass);
    const QList<int> sizes = m_splitter->sizes();
    if (!m_details->isHidden())
        m_detailsWidth = sizes[2];
    if (!m_results->isHidden() && !m_cards->isHidden()) {
        const FilmList* list = m_results->list();
        const int left = kPadding[index] + list->bleed() + list->scrollBarRoom();
        const int right = kColumnGap[index] - list->bleed() - list->scrollBarRoom() - m_splitter->handleWidth()
                          + (m_details->isHidden() ? kPadding[index] : 26);
        m_resultsShare = std::clamp(static_cast<double>(sizes[0] - left)
                                        / std::max(1, sizes[0] + sizes[1] - left - right), 0.05, 0.95);
    }
    m_context.settings.set(Setting::DiscoverSplitter,
                           QStringLiteral("%1 %2").arg(m_resultsShare).arg(m_detailsWidth).toLatin1());
}

void DiscoverPage::restoreSizes()
{
    const QList<QByteArray> parts = m_context.settings.value(Setting::DiscoverSplitter).toByteArray().split(' ');
    if (parts.size() != 2)
        return;
    m_resultsShare = std::clamp(parts[0].toDouble(), 0.0, 0.95);
    m_detailsWidth = std::max(0, parts[1].toInt());
}

bool DiscoverPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_splitter && event->type() == QEvent::Resize)
        applySizes();
    return Page::eventFilter(watched, event);
}

} // namespace tw::ui
