// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel/taste_panel.h"

#include "ui/model/presenters.h"
#include "ui/model/trace_recorder.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/value_slider.h"
#include "ui/widgets/panel/share_row.h"
#include "ui/widgets/panel/taste_map.h"
#include "ui/widgets/panel/taste_rail.h"
#include "ui/widgets/shell/action_registry.h"
#include "ui/widgets/shell/film_acts.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace tw::ui {
namespace {

constexpr int kRailWidth = 60;
constexpr std::array kWidths{252, 312, 400};
constexpr std::array kMapHeights{88, 128, 200};
constexpr int kLowestMap = 56;
/// Icon buttons reach this far beyond the text edge, so that their icons end there.
constexpr int kOverhang = 6;
constexpr std::size_t kFewestRows = 2;
constexpr std::size_t kMostRows = 24;

/// Ends a part at the text edge.
QHBoxLayout* ended(QWidget* part)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, kOverhang, 0);
    row->addWidget(part);
    return row;
}

} // namespace

TastePanel::TastePanel(WindowContext context, QWidget* parent)
    : QWidget(parent), m_context(context), m_full(new QWidget(this)), m_rail(new TasteRail(this))
{
    setObjectName(QStringLiteral("tastePanel"));
    setAccessibleName(tr("Taste panel"));
    setGround(this, ColorToken::Bg);
    auto* both = new QHBoxLayout(this);
    both->setContentsMargins(0, 0, 0, 0);
    both->addWidget(m_full);
    both->addWidget(m_rail);
    m_rail->hide();

    m_column = new QVBoxLayout(m_full);
    m_column->setSpacing(0);
    m_column->addWidget(buildHead());
    m_map = new TasteMap;
    m_column->addLayout(ended(m_map));
    m_sentence = new Paragraph(TypeStep::Small, ColorToken::Text2);
    m_sentence->setContentsMargins(0, 12, kOverhang, 0);
    m_column->addWidget(m_sentence);
    buildSliders();
    buildShares();
    m_column->addStretch(1);
    m_column->addWidget(buildFoot());

    connectPresenters();
    applyWidth();
    showTaste();
    showSettings();
    showSpaces();
    showNotice();
}

TastePanel::~TastePanel() = default;

QWidget* TastePanel::buildHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(new ElidedLabel(tr("Your taste"), TypeStep::Section));
    m_counts = new ElidedLabel({}, TypeStep::Caption, ColorToken::Text2);
    m_counts->setObjectName(QStringLiteral("tasteCounts"));
    words->addWidget(m_counts);
    words->addStretch(1);
    row->addLayout(words, 1);
    m_history = new IconButton(IconId::Clock, tr("History: undo, do again, all likes"));
    m_history->setObjectName(QStringLiteral("historyButton"));
    m_fold = new IconButton(IconId::Panel, tr("Fold the taste panel"));
    m_fold->setObjectName(QStringLiteral("foldButton"));
    m_fold->setShortcutText(QStringLiteral("Ctrl+\\"));
    for (IconButton* button : {m_history, m_fold}) {
        button->setProperty("twOnPanel", true);
        row->addWidget(button);
    }
    head->setFixedHeight(std::max(64, theme().scaled(22 + 16) + 16));
    connect(m_history, &QAbstractButton::clicked, this, &TastePanel::showHistoryMenu);
    // Through the action, so that the window knows.
    QAction* toggle = m_context.actions.action(ActionId::TastePanel);
    connect(m_fold, &QAbstractButton::clicked, toggle, &QAction::trigger);
    connect(m_rail->openButton(), &QAbstractButton::clicked, toggle, &QAction::trigger);
    return head;
}

void TastePanel::buildSliders()
{
    m_memory = new SliderRow(tr("Memory"), tr("n", "memory of the moving average"));
    m_memory->setRange(1, 100);
    m_memory->setResetValue(kDefaultMemory);
    m_memory->setExplanation(tr("More: older likes count longer. At 1 a new like weighs as much as all before it."));
    m_memory->slider()->setObjectName(QStringLiteral("memorySlider"));
    m_noise = new SliderRow(tr("Noise"));
    m_noise->setRange(0, 100);
    m_noise->setResetValue(static_cast<int>(LibrarySettings{}.gaussianPercent));
    m_noise->setValueText([](int value) { return tr("%1 %", "percent").arg(value); });
    m_noise->setExplanation(tr("More: Explore looks farther from your taste."));
    m_noise->slider()->setObjectName(QStringLiteral("noiseSlider"));
    for (SliderRow* row : {m_memory, m_noise})
        row->slider()->setGroundToken(ColorToken::Bg);
    m_column->addSpacing(14);
    m_column->addLayout(ended(m_memory));
    m_column->addSpacing(6);
    m_column->addLayout(ended(m_noise));
    connect(m_memory, &SliderRow::valueChanged, this, [this](int value) {
        if (m_showing)
            return;
        m_context.trace.sliderMoved();
        m_context.workspace.setMemory(value);
    });
    connect(m_noise, &SliderRow::valueChanged, this, [this](int value) {
        if (!m_showing)
            m_context.workspace.setGaussianPercent(value);
    });
}

void TastePanel::buildShares()
{
    m_sharesHead = new QWidget;
    auto* head = new QHBoxLayout(m_sharesHead);
    head->setContentsMargins(0, 16, kOverhang, 0);
    head->addWidget(new ElidedLabel(tr("What it is made of"), TypeStep::Label, ColorToken::Text2), 1);
    m_shareWord = new ElidedLabel(tr("share"), TypeStep::Caption, ColorToken::Text3);
    head->addWidget(m_shareWord);
    m_column->addWidget(m_sharesHead);

    m_list = new QVBoxLayout;
    m_list->setSpacing(0);
    m_column->addLayout(m_list);
    m_notice = new NoticeRow;
    m_notice->hide();
    m_list->addWidget(m_notice);

    m_older = new SumRow({}, 30);
    m_older->setShareEnd(ShareRowWidget::shareEnd());
    m_older->setObjectName(QStringLiteral("olderLikes"));
    m_middle = new SumRow({}, 26);
    m_middle->setObjectName(QStringLiteral("middleShare"));
    m_column->addWidget(m_older);
    m_column->addWidget(m_middle);
    m_missing = new Paragraph(TypeStep::Caption, ColorToken::Text3);
    m_missing->setContentsMargins(0, 4, kOverhang, 0);
    m_column->addWidget(m_missing);
    for (const QString& text : {tr("First like"), tr("Second like"), tr("Third like")}) {
        m_placeholders.push_back(new LikePlaceholder(text));
        m_column->addWidget(m_placeholders.back());
    }
    connect(m_notice, &NoticeRow::undoAsked, this, [this] { m_context.presenters.taste.undoNotice(); });
}

QWidget* TastePanel::buildFoot()
{
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 8, kOverhang, 14);
    row->setSpacing(8);
    m_spaceWord = makeLabel(tr("Space"), TypeStep::Small, ColorToken::Text2);
    m_spaceWord->setMinimumWidth(std::max(theme().scaled(72), m_spaceWord->sizeHint().width()));
    auto* sign = new QLabel;
    sign->setPixmap(iconPixmap(IconId::Layers, kIconButton, theme().color(ColorToken::Text2), devicePixelRatioF()));
    connect(&theme(), &Theme::changed, sign, [sign] {
        sign->setPixmap(
            iconPixmap(IconId::Layers, kIconButton, theme().color(ColorToken::Text2), sign->devicePixelRatioF()));
    });
    m_spaceSign = sign;
    m_space = new QComboBox;
    m_space->setObjectName(QStringLiteral("spaceCombo"));
    m_space->setAccessibleName(tr("Space"));
    m_space->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_space->setMinimumContentsLength(6);
    m_spaceWord->setBuddy(m_space);
    row->addWidget(m_spaceWord);
    row->addWidget(m_spaceSign);
    row->addWidget(m_space, 1);
    connect(m_space, &QComboBox::activated, this,
            [this](int index) { m_context.workspace.useSpace(m_space->itemData(index).toString()); });
    return foot;
}

void TastePanel::connectPresenters()
{
    Presenters& p = m_context.presenters;
    Workspace& workspace = m_context.workspace;
    connect(&p.taste, &TastePresenter::changed, this, &TastePanel::showTaste);
    connect(&p.taste, &TastePresenter::noticeChanged, this, &TastePanel::showNotice);
    connect(&workspace, &Workspace::sessionChanged, this, [this](SessionParts parts) {
        if (parts & (SessionPart::Settings | SessionPart::Catalog))
            showSettings();
        if (parts & (SessionPart::Settings | SessionPart::Space | SessionPart::Spaces))
            showSpaces();
    });
    connect(&workspace, &Workspace::libraryChanged, this, &TastePanel::showSpaces);
    connect(&m_context.acts, &FilmActs::enabledChanged, this, &TastePanel::showTaste);
    connect(&p.map, &MapPresenter::tasteChanged, this, [this, &p] {
        m_map->setCloud(p.map.taste() ? p.map.taste()->cloud : MapEllipse());
    });
    p.map.setTasteActive(true);
    connect(m_map, &TasteMap::painted, this, [this] {
        // Explore ends the frame itself, when its lists are painted too.
        if (!m_context.presenters.explore.active())
            m_context.trace.sliderShown();
    });
    connect(m_map, &QAbstractButton::clicked, m_context.actions.action(ActionId::PageMap), &QAction::trigger);
    connect(m_rail, &TasteRail::filmOpened, this,
            [this](ItemId item) { Q_EMIT m_context.acts.detailsRequested(item, nullptr, -1); });
    connect(&theme(), &Theme::changed, this, &TastePanel::fitHeight);
}

void TastePanel::setRail(bool rail)
{
    if (rail == m_railed)
        return;
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    m_railed = rail;
    m_full->setVisible(!rail);
    m_rail->setVisible(rail);
    m_context.presenters.map.setTasteActive(!rail);
    applyWidth();
    if (hadFocus)
        (rail ? m_rail->openButton() : m_fold)->setFocus(Qt::OtherFocusReason);
}

void TastePanel::setWidthClass(int widthClass)
{
    m_widthClass = std::clamp(widthClass, 0, 2);
    applyWidth();
}

void TastePanel::applyWidth()
{
    const auto index = static_cast<std::size_t>(m_widthClass);
    setFixedWidth(m_railed ? kRailWidth : kWidths[index]);
    const int padding = m_widthClass == 0 ? 16 : 20;
    m_column->setContentsMargins(padding, 0, padding - kOverhang, 0);
    m_spaceWord->setVisible(m_widthClass > 0);
    m_spaceSign->setVisible(m_widthClass == 0);
    fitHeight();
}

void TastePanel::showTaste()
{
    const auto view = m_context.presenters.taste.view();
    m_counts->setText(view->historyKept ? view->countsText : tr("No history is kept"));
    m_map->setProjection(m_context.workspace.session()->space.projection);
    m_map->setTaste(view);
    m_rail->show(*view);
    const bool started = view->likes > 0;
    if (!view->historyKept)
        m_sentence->setText(tr("Only the point where you stand is kept. What led there is not remembered."));
    else if (!m_context.workspace.isOpen())
        m_sentence->setText(QString());
    else if (!view->hasProfile)
        m_sentence->setText(tr("The space is on its way. Likes are kept and count from then on."));
    else if (!started)
        m_sentence->setText(tr("You stand in the middle of the catalogue. Each like moves you toward that film."));
    else
        m_sentence->setText(QString());
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    m_sharesHead->setVisible(view->historyKept && view->hasProfile);
    m_shareWord->setVisible(started);
    m_middle->setShareEnd(started ? ShareRowWidget::shareEnd() : kOverhang);
    m_middle->show(view->historyKept && view->hasProfile ? tr("Middle of the catalogue") : QString(),
                   percentText(static_cast<double>(view->middleShare)));
    m_missing->setText(tr("%Ln likes have no vector in this space and do not count here.", nullptr,
                          static_cast<int>(view->withoutVector)));
    m_missing->setVisible(view->withoutVector > 0);
    for (LikePlaceholder* placeholder : m_placeholders)
        placeholder->setVisible(!started && view->historyKept && view->hasProfile);
    fitHeight();
}

void TastePanel::showSettings()
{
    m_showing = true;
    m_memory->setValue(m_context.workspace.settings().memory);
    m_noise->setValue(static_cast<int>(std::lround(m_context.workspace.settings().gaussianPercent)));
    const bool open = m_context.workspace.isOpen();
    m_memory->setEnabled(open);
    m_noise->setEnabled(open);
    m_showing = false;
}

void TastePanel::showSpaces()
{
    const Workspace& workspace = m_context.workspace;
    m_space->clear();
    for (const SpaceInfo& info : workspace.spaces())
        m_space->addItem(spaceName(info.id, info.provenance), QString::fromStdString(info.id));
    m_space->setCurrentIndex(m_space->findData(QString::fromStdString(workspace.settings().activeSpace)));
    m_space->setEnabled(m_space->count() > 0);
    m_space->setPlaceholderText(m_space->count() == 0 ? tr("None yet") : tr("Choose one"));
    m_space->setToolTip(text::tip(m_space->currentText()));
}

void TastePanel::showNotice()
{
    const UndoNotice& notice = m_context.presenters.taste.notice();
    if (notice.item != m_noticeFor)
        m_noticeAt = 0;
    m_notice->show(notice);
    fitHeight();
}

void TastePanel::placeShares(std::size_t count)
{
    TastePresenter& taste = m_context.presenters.taste;
    const auto view = taste.view();
    while (m_rows.size() < count) {
        auto* row = new ShareRowWidget(m_full);
        connect(row, &ShareRowWidget::opened, this,
                [this](ItemId item) { Q_EMIT m_context.acts.detailsRequested(item, nullptr, -1); });
        connect(row, &ShareRowWidget::removed, this, &TastePanel::remove);
        m_rows.push_back(row);
        m_list->addWidget(row);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i < count)
            m_rows[i]->show(view->shares[i], m_context.acts.enabled());
        else
            m_rows[i]->hide();
    }
    // The notice stands where the film stood.
    if (const int place = std::min(m_noticeAt, static_cast<int>(count)); m_list->indexOf(m_notice) != place) {
        m_list->removeWidget(m_notice);
        m_list->insertWidget(place, m_notice);
    }
    const QString rest = count == 0 ? tr("%Ln likes", nullptr, static_cast<int>(view->shares.size()))
                                    : taste.olderText(count);
    m_older->show(view->shares.size() > count ? rest : QString(),
                  percentText(static_cast<double>(taste.shareBeyond(count))));
}

void TastePanel::fitHeight()
{
    if (m_railed || !m_space)
        return;
    const std::size_t all = std::min(kMostRows, m_context.presenters.taste.view()->shares.size());
    const int rowHeight = ShareRowWidget::rowHeight();
    const int olderHeight = m_older->minimumHeight();
    // What everything else takes; nothing is hidden to find out, so that the focus stays where it is.
    m_column->invalidate();
    int others = m_column->hasHeightForWidth() ? m_column->totalMinimumHeightForWidth(width())
                                               : m_column->totalMinimumSize().height();
    others -= static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](auto* row) { return !row->isHidden(); }))
              * rowHeight;
    others -= m_older->isHidden() ? 0 : olderHeight;
    others -= m_map->isHidden() ? 0 : m_map->minimumHeight();
    const int mapWanted = kMapHeights[static_cast<std::size_t>(m_widthClass)];
    const int fewest = static_cast<int>(std::min(all, kFewestRows)) * rowHeight + (all > kFewestRows ? olderHeight : 0);
    const int mapHeight = std::min(mapWanted, height() - others - fewest);
    const bool mapShown = mapHeight >= kLowestMap;
    m_map->setFixedHeight(mapShown ? mapHeight : kLowestMap);
    m_map->setVisible(mapShown);

    const int left = height() - others - (mapShown ? mapHeight : 0);
    // All of them need no line for the rest.
    const bool allFit = left >= static_cast<int>(all) * rowHeight
                        && all == m_context.presenters.taste.view()->shares.size();
    placeShares(allFit ? all : std::min(all, static_cast<std::size_t>(std::max(0, (left - olderHeight) / rowHeight))));
}

void TastePanel::remove(ItemId item)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [item](const auto* r) { return r->film() == item; });
    m_noticeAt = row == m_rows.end() ? 0 : static_cast<int>(row - m_rows.begin());
    m_noticeFor = item;
    m_context.presenters.taste.remove(item);
}

void TastePanel::showHistoryMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_context.actions.action(ActionId::Undo));
    menu->addAction(m_context.actions.action(ActionId::Redo));
    menu->addSeparator();
    QAction* likes = menu->addAction(icon(IconId::Likes), tr("Show everything you liked"));
    connect(likes, &QAction::triggered, m_context.actions.action(ActionId::PageLikes), &QAction::trigger);
    menu->popup(m_history->mapToGlobal(QPoint(0, m_history->height() + 2)));
}

void TastePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void TastePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_column)
        fitHeight();
}

} // namespace tw::ui
