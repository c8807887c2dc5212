// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/library/index_measure.h"

#include "ui/model/index_text.h"
#include "ui/model/presenters.h"
#include "ui/widgets/kit/empty_state.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/plot/recall_plot.h"
#include "ui/widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

plot::CurveInk inkOf(IndexKind kind, IndexLayout layout)
{
    switch (kind) {
    case IndexKind::Hnsw: return layout == IndexLayout::Fast ? plot::CurveInk::First : plot::CurveInk::Second;
    case IndexKind::IvfPq: return plot::CurveInk::Third;
    default: return plot::CurveInk::Reference;
    }
}

std::optional<plot::RecallPlace> placeOf(const std::optional<CurvePoint>& point, const QString& text)
{
    if (!point)
        return std::nullopt;
    return plot::RecallPlace{point->recall, point->queriesPerSecond, inkOf(point->kind, point->layout), text};
}

} // namespace

IndexMeasure::IndexMeasure(WindowContext context, QWidget* parent)
    : QWidget(parent), m_context(context), m_title(new ElidedLabel(tr("Speed against recall"), TypeStep::Section)),
      m_unit(makeLabel(tr("answers a second, one core"), TypeStep::Caption, ColorToken::Text2)),
      m_stack(new QStackedWidget), m_words(new EmptyState), m_drawn(new QWidget), m_plot(new plot::RecallPlot),
      m_axis(makeLabel(tr("recall of the ten nearest"), TypeStep::Caption, ColorToken::Text2)),
      m_readout(new Paragraph(TypeStep::Small, ColorToken::Text)),
      m_note(new Paragraph(TypeStep::Caption, ColorToken::Text2))
{
    setObjectName(QStringLiteral("indexMeasure"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_unit);
    column->addLayout(head);
    m_words->setObjectName(QStringLiteral("measureWords"));
    auto* drawn = new QVBoxLayout(m_drawn);
    drawn->setContentsMargins(0, 0, 0, 0);
    drawn->setSpacing(2);
    drawn->addWidget(m_plot, 1);
    drawn->addWidget(m_axis, 0, Qt::AlignRight);
    drawn->addSpacing(6);
    m_readout->setObjectName(QStringLiteral("measureReadout"));
    m_note->setObjectName(QStringLiteral("measureNote"));
    drawn->addWidget(m_readout);
    drawn->addWidget(m_note);
    m_stack->addWidget(m_words);
    m_stack->addWidget(m_drawn);
    column->addWidget(m_stack, 1);
    IndexPresenter& index = context.presenters.index;
    connect(&index, &IndexPresenter::measureChanged, this, &IndexMeasure::refresh);
    connect(&index, &IndexPresenter::changed, this, &IndexMeasure::showReadout);
    connect(m_words, &EmptyState::actTriggered, &index, &IndexPresenter::measure);
    connect(m_plot, &plot::RecallPlot::cursorChanged, this, &IndexMeasure::showReadout);
    connect(m_plot, &plot::RecallPlot::picked, this, [&index](std::size_t curve, std::size_t point) {
        const auto& curves = index.curves();
        if (curve < curves.size() && point < curves[curve].points.size())
            index.pick(CurvePoint(curves[curve].points[point]));
    });
    refresh();
}

void IndexMeasure::refresh()
{
    const IndexPresenter& index = m_context.presenters.index;
    const bool drawn = !index.curves().empty();
    m_unit->setVisible(drawn);
    m_stack->setCurrentWidget(drawn ? m_drawn : m_words);
    // The words need no plot's height.
    m_words->setSizePolicy(QSizePolicy::Preferred, drawn ? QSizePolicy::Ignored : QSizePolicy::Preferred);
    m_drawn->setSizePolicy(QSizePolicy::Preferred, drawn ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    if (drawn)
        showCurves();
    else
        showWords();
    showReadout();
}

void IndexMeasure::showCurves()
{
    const IndexPresenter& index = m_context.presenters.index;
    std::vector<plot::RecallCurve> curves;
    for (const MeasuredCurve& measured : index.curves()) {
        plot::RecallCurve curve;
        curve.name = indexNameText(measured.kind, measured.layout);
        curve.ink = inkOf(measured.kind, measured.layout);
        for (const CurvePoint& point : measured.points)
            curve.points.push_back({point.recall, point.queriesPerSecond, pointText(point)});
        curves.push_back(std::move(curve));
    }
    m_plot->setCurves(std::move(curves));
    m_plot->setPlaces(placeOf(index.here(), tr("as it is now")),
                      index.differs() ? placeOf(index.wished(), tr("as you set it")) : std::nullopt);
}

void IndexMeasure::showWords()
{
    const IndexPresenter& index = m_context.presenters.index;
    const SpaceInfo* info = index.info();
    const int films = info ? static_cast<int>(info->items) : 0;
    QString title;
    QString sentence;
    QList<KitAct> acts;
    switch (index.measureState()) {
    case MeasureState::NoSpace:
        sentence = tr("There is no space yet, so there is nothing to measure.");
        break;
    case MeasureState::TooFew:
        title = tr("Exact search is right here");
        sentence = tr("%Ln films are so few that all are compared in a moment. Another kind could only miss some.",
                      nullptr, films);
        break;
    case MeasureState::Never:
        title = tr("Not measured yet");
        sentence = tr("Builds every kind once, asks for the ten nearest of some hundred of your films, and draws how "
                      "many of them are found and how fast. What is in use stays as it is.");
        break;
    case MeasureState::Measuring:
        title = tr("Measuring");
        sentence = tr("The indexes are being built. Points show as soon as they are measured.");
        break;
    case MeasureState::Stopped:
        title = tr("Stopped before anything was measured");
        sentence = tr("The index is as it was.");
        break;
    case MeasureState::Failed:
        if (const auto error = index.error()) {
            const ErrorText text = errorText(*error, Attempt::Measure);
            title = text.title;
            sentence = text.sentence;
        }
        break;
    case MeasureState::Measured: break;
    }
    m_words->setText(title, sentence);
    m_words->setActs(acts);
}

void IndexMeasure::showReadout()
{
    const IndexPresenter& index = m_context.presenters.index;
    if (index.curves().empty())
        return;
    const auto cursor = m_plot->cursor();
    const auto wished = index.wished();
    if (cursor && cursor->first < index.curves().size())
        m_readout->setText(pointText(index.curves()[cursor->first].points[cursor->second]));
    else
        m_readout->setText(wished ? pointText(*wished) : tr("What you set was not measured."));
    switch (index.measureState()) {
    case MeasureState::Measuring:
        m_note->setText(tr("Being measured; the points still move a little."));
        break;
    case MeasureState::Stopped:
        m_note->setText(tr("Stopped: these points were measured once only, the others are missing."));
        break;
    case MeasureState::Failed:
        if (const auto error = index.error())
            m_note->setText(errorText(*error, Attempt::Measure).title);
        break;
    default:
        m_note->setText(tr("Choose a point to take over its settings; Rebuild puts them in force. %Ln films were asked.",
                           nullptr, static_cast<int>(index.queriesAsked())));
    }
}

} // namespace tw::ui
