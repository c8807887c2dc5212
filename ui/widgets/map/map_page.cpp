// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/map/map_page.h"

#include "ui/model/presenters.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/empty_state.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/popover.h"
#include "ui/widgets/map/map_canvas.h"
#include "ui/widgets/map/map_card_popover.h"
#include "ui/widgets/map/map_find.h"
#include "ui/widgets/map/map_legend.h"
#include "ui/widgets/map/walk_scrubber.h"
#include "ui/widgets/shell/action_registry.h"
#include "ui/widgets/shell/film_acts.h"
#include "ui/widgets/theme/theme.h"

#include <QAction>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedLayout>

namespace tw::ui {
namespace {

constexpr int kToolbar = 64, kFoot = 52, kLegend = 200, kWideLegend = 256, kFindWidth = 240, kPlayMs = 700, kPopoverWidth = 240;
constexpr double kZoomStep = 1.4;

} // namespace

MapPage::MapPage(WindowContext context, QWidget* parent)
    : Page(context, parent), m_canvas(new MapCanvas(context.acts, this)), m_card(new MapCardPopover(m_canvas))
    , m_legend(new MapLegend(this)), m_find(new MapFind(context.workspace, this)), m_scrubber(new WalkScrubber(this))
    , m_empty(new EmptyState(EmptyState::Extent::Section, this))
{
    setObjectName(QStringLiteral("mapPage"));
    auto* map = new QWidget;
    auto* column = new QVBoxLayout(map);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildMiddle(), 1);
    column->addWidget(makeSeparator(Qt::Horizontal, map));
    column->addWidget(buildFoot());

    auto* emptyFrame = new QWidget;
    auto* emptyColumn = new QVBoxLayout(emptyFrame);
    emptyColumn->setContentsMargins(24, 8, 24, 24);
    emptyColumn->addWidget(m_empty);
    emptyColumn->addStretch(1);

    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(buildToolbar());
    m_stack = new QStackedLayout;
    m_stack->addWidget(map);
    m_stack->addWidget(emptyFrame);
    page->addLayout(m_stack, 1);

    m_legendPopover = new Popover(this);
    auto* popoverColumn = new QVBoxLayout(m_legendPopover);
    popoverColumn->setContentsMargins(8, 12, 8, 12);
    m_legendPopover->hide();
    m_playTimer.setInterval(kPlayMs);

    connectModel();
    connectCanvas();
    showPoints();
    showTaste();
    updateEmpty();
}

MapPage::~MapPage() = default;

QWidget* MapPage::buildToolbar()
{
    auto* bar = new QWidget;
    bar->setFixedHeight(kToolbar);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(8);
    m_title = makeLabel(tr("Map"), TypeStep::Page, ColorToken::Text, bar);
    row->addWidget(m_title);
    m_find->setFixedWidth(kFindWidth);
    row->addWidget(m_find);
    m_legendButton = new Button(IconId::Filter, tr("Colours"), bar);
    m_legendButton->setObjectName(QStringLiteral("legendButton"));
    m_legendButton->setCheckable(true);
    m_legendButton->hide();
    connect(m_legendButton, &Button::clicked, this, &MapPage::showLegend);
    row->addWidget(m_legendButton);
    row->addStretch(1);
    m_fit = new IconButton(IconId::Fit, ActionRegistry::name(ActionId::MapFit), bar);
    m_fit->setObjectName(QStringLiteral("fitMap"));
    m_fit->setShortcutText(QStringLiteral("0"));
    connect(m_fit, &IconButton::clicked, this, [this] { m_canvas->fit(true); });
    row->addWidget(m_fit);
    m_export = new IconButton(IconId::Export, tr("Export the positions"), bar);
    m_export->setObjectName(QStringLiteral("exportPositions"));
    connect(m_export, &IconButton::clicked, this, &MapPage::savePositions);
    row->addWidget(m_export);
    return bar;
}

QWidget* MapPage::buildMiddle()
{
    auto* middle = new QWidget;
    auto* row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("twScrollContent"));
    auto* contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(16, 4, 16, 16);
    contentColumn->addWidget(m_legend);
    scroll->setWidget(content);
    m_legendColumn = scroll;
    m_legendColumn->setFixedWidth(kLegend);
    row->addWidget(m_legendColumn);
    row->addWidget(m_canvas, 1);
    return middle;
}

QWidget* MapPage::buildFoot()
{
    auto* foot = m_foot = new QWidget;
    foot->setFixedHeight(kFoot);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(18, 0, 24, 0);
    row->setSpacing(14);
    m_play = new IconButton(IconId::Play, tr("Play the walk"), foot);
    m_play->setObjectName(QStringLiteral("playWalk"));
    row->addWidget(m_play);
    QLabel* label = makeLabel(tr("The walk so far"), TypeStep::Small, ColorToken::Text2, foot);
    row->addWidget(label);
    m_scrubber->setObjectName(QStringLiteral("walkScrubber"));
    m_scrubber->setAccessibleName(tr("The walk so far"));
    row->addWidget(m_scrubber, 1);
    auto* words = new QHBoxLayout;
    words->setSpacing(8);
    m_stopNumber = new ElidedLabel({}, TypeStep::Small, ColorToken::Text, foot);
    m_stopNumber->setWeight(QFont::DemiBold);
    m_stopTitle = new ElidedLabel({}, TypeStep::Small, ColorToken::Text2, foot);
    words->addWidget(m_stopNumber);
    words->addWidget(m_stopTitle, 1);
    auto* frame = new QWidget(foot);
    frame->setLayout(words);
    words->setContentsMargins(0, 0, 0, 0);
    frame->setFixedWidth(190);
    row->addWidget(frame);
    return foot;
}

void MapPage::connectModel()
{
    MapPresenter& map = m_context.presenters.map;
    connect(&map, &MapPresenter::pointsChanged, this, &MapPage::showPoints);
    connect(&map, &MapPresenter::tasteChanged, this, &MapPage::showTaste);
    connect(&map, &MapPresenter::cardChanged, this, &MapPage::showCard);
    connect(&m_context.workspace, &Workspace::sessionChanged, this, [this](SessionParts parts) {
        updateEmpty();
        const auto session = m_context.workspace.session();
        if (parts.testFlag(SessionPart::History) && m_card->isVisible() && session->catalog->contains(m_card->item()))
            m_card->setState(session->history->state(m_card->item()));
    });
    connect(&m_context.workspace, &Workspace::stateChanged, this, &MapPage::updateEmpty);
    connect(m_legend, &MapLegend::colourByChosen, &map, &MapPresenter::setColourBy);
    connect(m_legend, &MapLegend::categoryShown, this, [this](quint8 colour, bool shown) { m_canvas->setColourShown(colour, shown); });
    connect(m_legend, &MapLegend::categoryLit, this, [this](int colour) {
        m_canvas->setLit(colour < 0 ? std::nullopt : std::optional(static_cast<std::uint8_t>(colour)));
    });
    connect(m_find, &MapFind::matched, this, &MapPage::markFound);
    connect(m_find, &MapFind::filmChosen, this, [this](ItemId item) {
        showFilm(item);
        m_canvas->setFocus(Qt::OtherFocusReason);
    });
    connect(m_empty, &EmptyState::actTriggered, this,
            [this] { m_context.actions.action(ActionId::PageLibrary)->trigger(); });
    m_context.actions.connectTo(ActionId::MapFit, this, [this] {
        m_context.actions.action(ActionId::PageMap)->trigger();
        m_canvas->fit(true);
    });
}

void MapPage::connectCanvas()
{
    connect(m_canvas, &MapCanvas::filmHovered, this, [this](ItemId item) { pick(item, false); });
    connect(m_canvas, &MapCanvas::filmFocused, this, [this](ItemId item) { pick(item, true); });
    connect(m_canvas, &MapCanvas::filmPicked, this, [this](ItemId item) {
        m_legendPopover->hide();
        pick(item, item.isValid());
    });
    connect(m_canvas, &MapCanvas::viewChanged, this, &MapPage::placeCard);
    connect(m_card, &MapCardPopover::likeClicked, this,
            [this](ItemId item) { m_context.acts.perform(ItemAct::Like, item, Source::Map); });
    connect(m_card, &MapCardPopover::dislikeClicked, this,
            [this](ItemId item) { m_context.acts.perform(ItemAct::Dislike, item, Source::Map); });
    connect(m_scrubber, &QSlider::valueChanged, this, &MapPage::showStop);
    connect(m_scrubber, &QSlider::sliderPressed, this, [this] { play(false); });
    connect(m_play, &IconButton::clicked, this, [this] { play(!m_playTimer.isActive()); });
    connect(&m_playTimer, &QTimer::timeout, this, &MapPage::playOn);

    const auto key = [this](const char* keys, double factor) {
        auto* shortcut = new QShortcut(QKeySequence(QString::fromLatin1(keys)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, factor] { m_canvas->zoom(factor); });
    };
    key("Ctrl++", kZoomStep);
    key("Ctrl+=", kZoomStep);
    key("Ctrl+-", 1 / kZoomStep);
}

void MapPage::updateEmpty()
{
    const bool none = !m_context.workspace.hasSpace() && !m_context.presenters.map.points();
    m_stack->setCurrentIndex(none ? 1 : 0);
    m_export->setEnabled(!none && m_context.presenters.map.points());
    m_find->setEnabled(!none);
    m_fit->setEnabled(!none);
    m_legendButton->setEnabled(!none);
    if (!none)
        return;
    if (m_context.workspace.isOpen())
        m_empty->setText(tr("The map is not drawn yet"),
                         tr("It needs a space: numbers that say which films resemble each other. The built-in one makes "
                            "itself; the Library shows how far it is."));
    else
        m_empty->setText(tr("No library is open"), tr("Open one in the Library to see its map."));
    m_empty->setActs({{QStringLiteral("library"), tr("Go to the Library"), false}});
}

void MapPage::setActive(bool active)
{
    m_context.presenters.map.setActive(active);
    if (!active) {
        play(false);
        m_legendPopover->hide();
    }
}

void MapPage::focusMain()
{
    if (m_stack->currentIndex() == 0)
        m_canvas->setFocus(Qt::OtherFocusReason);
    else
        m_empty->setFocus(Qt::OtherFocusReason);
}

bool MapPage::complete() const
{
    const MapPresenter& map = m_context.presenters.map;
    if (!m_context.workspace.hasSpace())
        return true;
    return map.points() && map.taste() && m_canvas->settled() && !m_find->busy() && !m_wanted.isValid();
}

bool MapPage::closeInnermost()
{
    if (m_legendPopover->isVisible()) {
        m_legendPopover->hide();
        m_legendButton->setChecked(false);
        return true;
    }
    if (m_find->clear())
        return true;
    if (!m_card->pinned() || !m_card->isVisible())
        return false;
    m_canvas->setChosen(std::nullopt);
    pick(ItemId::invalid(), false);
    return true;
}

void MapPage::setWidthClass(int widthClass)
{
    m_widthClass = widthClass;
    placeLegend();
}

void MapPage::placeLegend()
{
    const bool narrow = m_widthClass == 0;
    const int padding = narrow ? 16 : m_widthClass == 2 ? 40 : 24;
    const int width = m_widthClass == 2 ? kWideLegend : kLegend;
    auto* bar = static_cast<QHBoxLayout*>(m_title->parentWidget()->layout());
    bar->setContentsMargins(padding, 0, padding, 0);
    m_title->setMinimumWidth(narrow ? 0 : width - padding - bar->spacing());
    m_legendColumn->setFixedWidth(width);
    m_legendColumn->setVisible(!narrow);
    QWidget* content = static_cast<QScrollArea*>(m_legendColumn)->widget();
    content->layout()->setContentsMargins(padding - 8, 4, 16, 16);
    m_foot->layout()->setContentsMargins(padding - 6, 0, padding, 0);
    m_legendButton->setVisible(narrow);
    m_legendPopover->hide();
    m_legendButton->setChecked(false);
    (narrow ? m_legendPopover->layout() : content->layout())->addWidget(m_legend);
    m_legend->show();
}

void MapPage::showLegend()
{
    const bool open = !m_legendPopover->isVisible();
    m_legendButton->setChecked(open);
    if (open) {
        const QPoint at = m_legendButton->mapTo(this, QPoint(0, m_legendButton->height() + 4));
        const int wanted = m_legendPopover->layout()->heightForWidth(kPopoverWidth);
        m_legendPopover->setGeometry(at.x(), at.y(), kPopoverWidth, std::min(wanted, height() - at.y() - 8));
        m_legendPopover->raise();
    }
    m_legendPopover->setVisible(open);
}

void MapPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_legendPopover->hide();
    m_legendButton->setChecked(false);
    placeCard();
}

} // namespace tw::ui
