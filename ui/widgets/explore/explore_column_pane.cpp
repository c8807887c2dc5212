// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/explore/explore_column_pane.h"

#include "core/library/library_settings.h"
#include "ui/model/presenters.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/meter.h"
#include "ui/widgets/kit/search_field.h"
#include "ui/widgets/kit/value_slider.h"
#include "ui/widgets/lists/film_list.h"
#include "ui/widgets/theme/theme.h"

#include <QSignalBlocker>
#include <QStackedLayout>

#include <cmath>

namespace tw::ui {
namespace {

constexpr int kHead = 36, kControl = 66, kMeters = 60;

QString idOf(ExploreColumn column)
{
    switch (column) {
    case ExploreColumn::Profile: return QStringLiteral("profile");
    case ExploreColumn::Gaussian: return QStringLiteral("gaussian");
    case ExploreColumn::Buckets: return QStringLiteral("buckets");
    case ExploreColumn::Search: return QStringLiteral("search");
    }
    return {};
}

} // namespace

ExploreColumnPane::ExploreColumnPane(ExploreColumn column, WindowContext context, QWidget* parent)
    : QWidget(parent), m_column(column), m_context(context)
    , m_list(new FilmList(FilmListStyle::Columns, context.acts, context.presenters.explore.list(column), this))
{
    setObjectName(idOf(column) + QStringLiteral("Column"));
    ExplorePresenter& explore = context.presenters.explore;
    m_list->setObjectName(idOf(column) + QStringLiteral("List"));
    m_list->setSource(Source::Explore, [&explore, column] { return explore.column(column).id; });

    m_parts = new QWidget(this);
    auto* parts = new QVBoxLayout(m_parts);
    parts->setSpacing(0);
    parts->addWidget(buildHead());
    parts->addWidget(buildControl());
    parts->addWidget(buildMeters());

    m_hintFrame = new QWidget(this);
    auto* hint = new QVBoxLayout(m_hintFrame);
    hint->addWidget(makeLabel(tr("Type what you are in the mood for, and compare it with the lists beside."),
                              TypeStep::Small, ColorToken::Text3, m_hintFrame, true));
    hint->addStretch(1);

    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_parts);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_hintFrame);
    rows->addLayout(m_stack, 1);
    setPadding(16);
    setControlHeight(kControl);
}

QWidget* ExploreColumnPane::buildHead()
{
    auto* head = new QWidget;
    head->setFixedHeight(kHead);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_name = new ElidedLabel({}, TypeStep::Section, ColorToken::Text, head);
    m_picks = new ElidedLabel({}, TypeStep::Caption, ColorToken::Text2, head);
    m_picks->setObjectName(idOf(m_column) + QStringLiteral("Picks"));
    m_pin = new IconButton(IconId::Pin, tr("Pin the list"), head, IconButton::Size::Small);
    m_pin->setObjectName(idOf(m_column) + QStringLiteral("Pin"));
    m_pin->setCheckable(true);
    m_pin->setShortcutText(QStringLiteral("P"));
    connect(m_pin, &IconButton::clicked, this, &ExploreColumnPane::pinToggled);
    row->addWidget(m_name, 1);
    row->addWidget(m_picks);
    row->addWidget(m_pin);
    return head;
}

void ExploreColumnPane::buildSlider(QVBoxLayout* column)
{
    const bool gaussian = m_column == ExploreColumn::Gaussian;
    m_slider = new SliderRow(gaussian ? tr("Noise") : tr("Dimensions drawn anew"));
    m_slider->setRange(0, 100);
    m_slider->setValueText([](int value) { return tr("%1 %", "percent").arg(value); });
    const LibrarySettings defaults;
    m_slider->setResetValue(static_cast<int>(gaussian ? defaults.gaussianPercent : defaults.bucketsPercent));
    m_slider->setExplanation(gaussian ? tr("More: films farther from your taste, in every direction a little.")
                                      : tr("More: so many of the numbers are drawn by chance, the others kept."));
    m_slider->slider()->setObjectName(idOf(m_column) + QStringLiteral("Slider"));
    connect(m_slider, &SliderRow::valueChanged, this, [this](int value) { Q_EMIT percentMoved(value); });
    column->addWidget(m_slider);
    m_cosine = new ElidedLabel({}, TypeStep::Caption, ColorToken::Text2);
    m_cosine->setObjectName(idOf(m_column) + QStringLiteral("Cosine"));
    m_cosine->hide();
    column->addSpacing(4);
    column->addWidget(m_cosine);
    m_drowned = makeLabel({}, TypeStep::Small, ColorToken::Text, nullptr, true);
    m_drowned->setObjectName(idOf(m_column) + QStringLiteral("Drowned"));
    m_drowned->hide();
    column->addSpacing(2);
    column->addWidget(m_drowned);
}

QWidget* ExploreColumnPane::buildControl()
{
    m_control = new QWidget;
    auto* column = new QVBoxLayout(m_control);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(0);
    ExplorePresenter& explore = m_context.presenters.explore;
    switch (m_column) {
    case ExploreColumn::Profile:
        column->addWidget(makeLabel(tr("The films closest to you, in order. No chance involved."), TypeStep::Small,
                                    ColorToken::Text2, m_control, true));
        break;
    case ExploreColumn::Gaussian:
    case ExploreColumn::Buckets: buildSlider(column); break;
    case ExploreColumn::Search:
        m_field = new SearchField(SearchField::Size::Normal, IconId::Search, m_control);
        m_field->setObjectName(QStringLiteral("exploreSearch"));
        m_field->setPlaceholderText(tr("Search"));
        m_field->setAccessibleName(tr("Search to compare with"));
        m_field->setText(explore.searchQuery());
        connect(m_field, &QLineEdit::textEdited, &explore, &ExplorePresenter::setSearchQuery);
        connect(m_field, &SearchField::downPressed, m_list, &FilmList::focusFilms);
        connect(m_list, &FilmList::leftUpwards, m_field, [this] { m_field->setFocus(Qt::OtherFocusReason); });
        column->addSpacing(8);
        column->addWidget(m_field);
        break;
    }
    column->addStretch(1);
    return m_control;
}

QWidget* ExploreColumnPane::buildMeters()
{
    auto* frame = new QWidget;
    frame->setFixedHeight(std::max(kMeters, theme().scaled(40) + 16));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_distance = new MeterWidget(tr("Distance"), frame);
    m_distance->setToolTip(tr("How far from your taste, on average: 1 minus the cosine."));
    m_diversity = new MeterWidget(tr("Diversity"), frame);
    m_diversity->setToolTip(tr("How far from each other, on average: 1 minus the cosine."));
    column->addWidget(m_distance);
    column->addWidget(m_diversity);
    column->addStretch(1);
    return frame;
}

void ExploreColumnPane::setPadding(int padding)
{
    // The list reaches beyond its texts by its bleed, and keeps room for its scroll bar: the other parts share its
    // text edges.
    const int right = m_list->bleed() + m_list->scrollBarRoom();
    m_parts->layout()->setContentsMargins(padding, 0, right, 0);
    m_list->setViewportInset(padding - m_list->bleed());
    m_hintFrame->layout()->setContentsMargins(padding, 0, right, 0);
}

int ExploreColumnPane::wantedControlHeight(int width) const
{
    const QMargins margins = m_parts->layout()->contentsMargins();
    const int room = std::max(60, width - margins.left() - margins.right());
    QLayout* layout = m_control->layout();
    const int wanted = layout->hasHeightForWidth() ? layout->heightForWidth(room) : layout->sizeHint().height();
    return std::max(kControl, wanted + 10);
}

void ExploreColumnPane::setControlHeight(int height) { m_control->setFixedHeight(height); }

void ExploreColumnPane::refresh(const ColumnView& view, const ColumnView* profile)
{
    m_name->setText(view.name);
    m_picks->setText(view.picksText);
    m_pin->setChecked(view.pinned);
    m_pin->setName(view.pinned ? tr("Compare with the profile again") : tr("Pin the list"));
    m_list->setAccessibleName(view.name);
    const bool something = view.hasList || m_column != ExploreColumn::Search;
    m_stack->setCurrentIndex(something ? 0 : 1);
    m_distance->setVisible(something);
    m_diversity->setVisible(something);
    m_distance->setValue(view.distance, view.distanceText);
    m_diversity->setValue(view.diversity, view.diversityText);
    m_distance->setReference(profile ? std::optional(profile->distance) : std::nullopt);
    m_diversity->setReference(profile ? std::optional(profile->diversity) : std::nullopt);
    if (m_slider) {
        if (!m_slider->slider()->isSliderDown()) {
            const QSignalBlocker blocker(m_slider);
            m_slider->setValue(static_cast<int>(std::lround(view.percent)));
        }
        m_slider->slider()->setAccessibleName(tr("%1, percent").arg(view.name));
        m_cosine->setText(view.cosineText);
        m_cosine->setVisible(!view.cosineText.isEmpty());
        m_drowned->setText(view.drownedText);
        m_drowned->setVisible(!view.drownedText.isEmpty());
    }
    if (m_field && !m_field->hasFocus() && m_field->text() != m_context.presenters.explore.searchQuery())
        m_field->setText(m_context.presenters.explore.searchQuery());
}

} // namespace tw::ui
