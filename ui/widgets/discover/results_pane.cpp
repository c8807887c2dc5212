// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/discover/results_pane.h"

#include "ui/model/presenters.h"
#include "ui/widgets/kit/empty_state.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/segment.h"
#include "ui/widgets/lists/film_list.h"
#include "ui/widgets/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <array>

namespace tw::ui {
namespace {

constexpr std::array kWays{SearchBy::All, SearchBy::Title, SearchBy::Text, SearchBy::Meaning};

} // namespace

ResultsPane::ResultsPane(WindowContext context, QWidget* parent)
    : QWidget(parent), m_context(context), m_heading(new ElidedLabel({}, TypeStep::Section)),
      m_by(new Segment(tr("Search in"))), m_byCombo(new QComboBox),
      m_close(new IconButton(IconId::X, tr("Close this list"))),
      m_note(makeLabel({}, TypeStep::Caption, ColorToken::Text3, nullptr, true)), m_head(buildHead()),
      m_stack(new QStackedLayout),
      m_list(new FilmList(FilmListStyle::Rows, context.acts, context.presenters.search.results())),
      m_empty(new EmptyState), m_emptyFrame(new QWidget)
{
    setObjectName(QStringLiteral("resultsPane"));
    m_list->setObjectName(QStringLiteral("resultsList"));
    m_list->setAccessibleName(tr("Films found"));
    m_list->setSource(Source::Search, [this] { return m_context.presenters.search.sourceDetail(); });
    auto* emptyLayout = new QVBoxLayout(m_emptyFrame);
    emptyLayout->setContentsMargins(0, 0, 0, 0);
    emptyLayout->addWidget(m_empty);
    m_empty->setObjectName(QStringLiteral("searchEmpty"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_emptyFrame);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_note);
    column->addLayout(m_stack, 1);
    setPagePadding(24);

    connect(&context.presenters.search, &SearchPresenter::changed, this, &ResultsPane::refresh);
    connect(&context.workspace, &Workspace::stateChanged, this, &ResultsPane::refresh);
    connect(&context.presenters.search, &SearchPresenter::answered, this, [this] {
        const QString asked = m_context.presenters.search.sourceDetail();
        if (asked != std::exchange(m_listed, asked))
            m_list->scrollToTop();
    });
    connect(m_empty, &EmptyState::actTriggered, this, &ResultsPane::act);
    refresh();
}

QWidget* ResultsPane::buildHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setSpacing(12);
    row->addWidget(m_heading, 1);
    row->addWidget(m_by);
    row->addWidget(m_byCombo);
    row->addWidget(m_close);
    m_heading->setObjectName(QStringLiteral("resultsHeading"));
    m_by->setObjectName(QStringLiteral("searchBy"));
    m_byCombo->setObjectName(QStringLiteral("searchByCombo"));
    m_byCombo->setAccessibleName(tr("Search in"));
    m_close->setObjectName(QStringLiteral("closeSimilar"));
    m_close->setShortcutText(QStringLiteral("Esc"));
    const std::array names{tr("All"), tr("Title"), tr("Text"), tr("Meaning")};
    for (std::size_t i = 0; i < kWays.size(); ++i) {
        m_by->addEntry(static_cast<int>(kWays[i]), names[i]);
        m_byCombo->addItem(names[i], static_cast<int>(kWays[i]));
    }
    SearchPresenter& search = m_context.presenters.search;
    connect(m_by, &Segment::currentChanged, this, [&search](int id) { search.setBy(static_cast<SearchBy>(id)); });
    connect(m_byCombo, &QComboBox::activated, this,
            [this, &search](int index) { search.setBy(static_cast<SearchBy>(m_byCombo->itemData(index).toInt())); });
    connect(m_close, &QAbstractButton::clicked, this, [this, &search] {
        search.clear();
        Q_EMIT searchFieldWanted();
    });
    head->setFixedHeight(std::max(48, theme().scaled(22) + 16));
    return head;
}

void ResultsPane::setWidthClass(int widthClass)
{
    m_widthClass = widthClass;
    refresh();
}

void ResultsPane::setPagePadding(int padding)
{
    const int bleed = m_list->bleed();
    const int right = bleed + m_list->scrollBarRoom();
    m_head->layout()->setContentsMargins(padding, 0, right, 0);
    m_note->setContentsMargins(padding, 0, right, 8);
    m_emptyFrame->layout()->setContentsMargins(padding, 4, right, 0);
    // The list's own ground reaches beyond the texts; it starts where that does.
    m_list->setViewportInset(padding - bleed);
}

void ResultsPane::refresh()
{
    const SearchPresenter& search = m_context.presenters.search;
    const bool similar = search.likeItem().isValid();
    m_by->setVisible(!similar && m_widthClass > 0);
    m_byCombo->setVisible(!similar && m_widthClass == 0);
    m_close->setVisible(similar);
    m_by->setCurrentId(static_cast<int>(search.by()));
    m_byCombo->setCurrentIndex(m_byCombo->findData(static_cast<int>(search.by())));

    const SearchState state = search.state();
    const bool hasList = search.count() > 0;
    const bool saysWhy = !hasList && (state == SearchState::NoMatch || state == SearchState::MeaningUnavailable
                                      || state == SearchState::Failed);
    if (!saysWhy)
        m_heading->setText(search.heading());
    QString note;
    if (state == SearchState::Failed && hasList && search.error())
        note = errorText(*search.error(), Attempt::Search).title;
    else if (state == SearchState::Results && !similar && search.by() == SearchBy::All && !search.meaningSearched())
        note = m_context.workspace.spaceTakesQueries()
                   ? tr("Found by title and text only. Meaning joins in when its space is ready.")
                   : tr("Found by title and text only: this space is of vectors you brought, and takes no words.");
    if (const QString corrected = search.corrected(); note.isEmpty() && !similar && hasList && !corrected.isEmpty())
        note = tr("Showing results for “%1”").arg(corrected);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    if (hasList) {
        m_stack->setCurrentWidget(m_list);
        return;
    }
    showEmpty();
    m_stack->setCurrentWidget(m_emptyFrame);
}

void ResultsPane::showEmpty()
{
    const SearchPresenter& search = m_context.presenters.search;
    const Workspace& workspace = m_context.workspace;
    QList<KitAct> acts;
    QString title;
    QString sentence;
    switch (search.state()) {
    case SearchState::Searching:
        if (workspace.textError() && !workspace.session()->text) {
            const ErrorText text = errorText(*workspace.textError(), Attempt::ReadText);
            title = text.title;
            sentence = text.sentence;
        } else if (!workspace.session()->text) {
            sentence = tr("The texts are being read. What is found shows by itself.");
        }
        break;
    case SearchState::NoMatch:
        title = tr("Nothing matches “%1”").arg(search.query().trimmed());
        sentence = search.by() == SearchBy::All ? tr("No title, text or meaning comes near. Try fewer words.")
                                                : tr("Nothing comes near in this way of searching.");
        if (m_context.presenters.filter.filtering()) {
            sentence = tr("No film passes all that the filter asks for.");
            acts.append({QStringLiteral("clearFilter"), tr("Clear the filter"), false});
        }
        if (search.by() != SearchBy::All)
            acts.append({QStringLiteral("searchAll"), tr("Search in everything"), false});
        break;
    case SearchState::MeaningUnavailable:
        title = workspace.spaceTakesQueries() ? tr("Searching by meaning has to wait")
                                              : tr("This space takes no words");
        if (!workspace.spaceTakesQueries())
            sentence = tr("Its vectors came from a file, and nothing here turns words into such vectors. Titles and "
                          "texts can be searched, and “More like this” works.");
        else if (const auto error = workspace.spaceError())
            sentence = errorText(*error, Attempt::LoadSpace).title;
        else
            sentence = tr("The films are being read for their meaning. Titles and texts can be searched meanwhile.");
        acts.append({QStringLiteral("searchAll"), tr("Search titles and texts"), false});
        break;
    case SearchState::Failed:
        if (search.error()) {
            const ErrorText text = errorText(*search.error(), Attempt::Search);
            title = text.title;
            sentence = text.sentence;
        }
        acts.append({QStringLiteral("again"), tr("Search again"), false});
        break;
    case SearchState::Empty:
    case SearchState::Results: break;
    }
    // The heading tells what, the empty state why and what next.
    if (!title.isEmpty())
        m_heading->setText(title);
    m_empty->setText({}, sentence);
    m_empty->setActs(acts);
}

void ResultsPane::act(const QString& id)
{
    SearchPresenter& search = m_context.presenters.search;
    if (id == QLatin1String("searchAll"))
        search.setBy(SearchBy::All);
    else if (id == QLatin1String("clearFilter"))
        m_context.presenters.filter.clear();
    else if (id == QLatin1String("again"))
        search.searchNow(search.query());
    Q_EMIT searchFieldWanted();
}

} // namespace tw::ui
