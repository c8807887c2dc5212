// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/library/index_settings.h"

#include "ui/model/index_text.h"
#include "ui/model/presenters.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/option_row.h"
#include "ui/widgets/kit/segment.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/kit/value_slider.h"
#include "ui/widgets/library/facts_table.h"
#include "ui/widgets/theme/theme.h"

#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace tw::ui {
namespace {

QString number(std::size_t value) { return QLocale().toString(static_cast<qulonglong>(value)); }

/// Sliders of wide ranges move evenly in what they feel like: each step is a twelfth of a doubling.
constexpr double kStepsPerDoubling = 12;
int stepOf(int value) { return static_cast<int>(std::lround(std::log2(std::max(1, value)) * kStepsPerDoubling)); }
int valueOf(int step) { return static_cast<int>(std::lround(std::exp2(step / kStepsPerDoubling))); }

constexpr std::array kRecalls{0.8, 0.85, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 0.999, 1.0};
int stepOfRecall(double recall)
{
    const auto found = std::min_element(kRecalls.begin(), kRecalls.end(), [recall](double a, double b) {
        return std::abs(a - recall) < std::abs(b - recall);
    });
    return static_cast<int>(found - kRecalls.begin());
}

SliderRow* slider(const QString& name, const QString& symbol, int least, int most, int usual)
{
    auto* row = new SliderRow(name, symbol);
    row->setRange(stepOf(least), stepOf(most));
    row->setValueText([](int step) { return number(static_cast<std::size_t>(valueOf(step))); });
    row->setResetValue(stepOf(usual));
    return row;
}

std::vector<int> divisorsOf(std::size_t dim)
{
    std::vector<int> divisors;
    for (std::size_t bytes = 1; bytes <= dim; ++bytes)
        if (dim % bytes == 0)
            divisors.push_back(static_cast<int>(bytes));
    return divisors;
}

/// A slider keeps what it stands for when the value lies between its steps.
void take(SliderRow* row, int step, int value)
{
    if (valueOf(row->value()) != value)
        row->setValue(step);
}

} // namespace

IndexSettings::IndexSettings(WindowContext context, QWidget* parent)
    : QWidget(parent), m_context(context), m_title(makeLabel({}, TypeStep::Section)),
      m_nothing(makeLabel({}, TypeStep::Small, ColorToken::Text2, nullptr, true)),
      m_layout(new Segment(tr("Layout"))), m_layoutNote(makeLabel({}, TypeStep::Caption, ColorToken::Text2, nullptr, true)),
      m_rerank(new OptionRow(tr("Order the best anew"), tr("By their exact vectors: better recall, a little slower"), nullptr,
                             OptionRow::Sign::Check)),
      m_cost(new FactsTable), m_reason(new Paragraph(TypeStep::Caption, ColorToken::Text2)), m_facts(new FactsTable),
      m_note(new Paragraph(TypeStep::Caption, ColorToken::Text2))
{
    setObjectName(QStringLiteral("indexSettings"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addSpacing(6);
    column->addWidget(m_nothing);
    m_layouts = buildLayouts();
    column->addWidget(m_layouts);
    buildSliders();
    m_rerank->setObjectName(QStringLiteral("rerankOption"));
    column->addWidget(m_rerank);
    connect(m_rerank, &OptionRow::toggled, this, [this](bool on) {
        if (m_taking)
            return;
        IndexOptions options = m_context.presenters.index.wanted();
        options.rerank = on;
        m_context.presenters.index.setWanted(options);
    });
    column->addSpacing(12);
    column->addWidget(makeLabel(tr("What it would take"), TypeStep::Label, ColorToken::Text2));
    m_cost->setObjectName(QStringLiteral("indexCost"));
    column->addWidget(m_cost);
    m_reason->setObjectName(QStringLiteral("indexReason"));
    m_reason->setContentsMargins(0, 6, 0, 0);
    column->addWidget(m_reason);
    column->addSpacing(16);
    column->addWidget(makeLabel(tr("As it is now"), TypeStep::Label, ColorToken::Text2));
    m_facts->setObjectName(QStringLiteral("indexFacts"));
    column->addWidget(m_facts);
    m_note->setObjectName(QStringLiteral("indexNote"));
    m_note->setContentsMargins(0, 6, 0, 0);
    column->addWidget(m_note);
    column->addStretch(1);
    connect(&context.presenters.index, &IndexPresenter::changed, this, &IndexSettings::refresh);
    refresh();
}

QWidget* IndexSettings::buildLayouts()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 10);
    column->setSpacing(4);
    m_layout->setObjectName(QStringLiteral("layoutSegment"));
    for (const IndexLayout layout : {IndexLayout::Auto, IndexLayout::Small, IndexLayout::Fast})
        m_layout->addEntry(static_cast<int>(layout), indexLayoutText(layout));
    column->addWidget(m_layout, 0, Qt::AlignLeft);
    column->addWidget(m_layoutNote);
    connect(m_layout, &Segment::currentChanged, this, [this](int id) {
        if (m_taking)
            return;
        IndexOptions options = m_context.presenters.index.wanted();
        options.layout = static_cast<IndexLayout>(id);
        m_context.presenters.index.setWanted(options);
    });
    return part;
}

IndexSettings::Setting IndexSettings::add(SliderRow* row, const char* objectName, const QString& explanation)
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    row->setObjectName(QLatin1String(objectName));
    row->setExplanation(explanation);
    row->slider()->setAccessibleDescription(explanation);
    Setting setting{row, makeLabel(explanation, TypeStep::Caption, ColorToken::Text2, nullptr, true)};
    setting.note->setContentsMargins(0, 0, 0, 8);
    column->addWidget(row);
    column->addWidget(setting.note);
    return setting;
}

void IndexSettings::buildSliders()
{
    const IndexOptions usual;
    auto* recall = new SliderRow(tr("Recall to aim at"));
    recall->setRange(0, static_cast<int>(kRecalls.size()) - 1);
    recall->setValueText([](int step) { return recallText(kRecalls.at(static_cast<std::size_t>(step))); });
    recall->setResetValue(stepOfRecall(usual.wishedRecall));
    m_recall = add(recall, "recallSlider", tr("Of the ten nearest films, how many are to be found. 1: all, always"));
    m_links = add(slider(tr("Links per film"), QStringLiteral("M"), 4, 64, usual.m), "linksSlider",
                  tr("More: better recall, more memory"));
    m_building = add(slider(tr("Care while building"), QStringLiteral("efConstruction"), 8, 800, usual.efConstruction),
                     "buildingSlider", tr("More: better links, slower build"));
    m_searching = add(slider(tr("Care while searching"), QStringLiteral("efSearch"), 8, 4096, usual.efSearch),
                      "searchingSlider", tr("More: better recall, slower answers"));
    m_lists = add(slider(tr("Groups of films"), QStringLiteral("nlist"), 4, 65536, 256), "listsSlider",
                  tr("More: smaller groups, so faster answers; a longer training"));
    auto* bytes = new SliderRow(tr("Bytes per film"), QStringLiteral("m"));
    bytes->setValueText([this](int step) {
        const auto at = static_cast<std::size_t>(step);
        return at < m_divisors.size() ? number(static_cast<std::size_t>(m_divisors[at])) : QString();
    });
    m_bytes = add(bytes, "bytesSlider", tr("More: better recall, more memory. Must divide the numbers per film"));
    m_probes = add(slider(tr("Groups looked at"), QStringLiteral("nprobe"), 1, 4096, 16), "probesSlider",
                   tr("More: better recall, slower answers"));
    const auto follow = [this](SliderRow* row, auto change) {
        connect(row, &SliderRow::valueChanged, this, [this, change](int step) {
            if (m_taking)
                return;
            IndexOptions options = m_context.presenters.index.wanted();
            change(options, step);
            m_context.presenters.index.setWanted(options);
        });
    };
    follow(m_recall.row, [](IndexOptions& o, int step) { o.wishedRecall = kRecalls.at(static_cast<std::size_t>(step)); });
    follow(m_links.row, [](IndexOptions& o, int step) { o.m = valueOf(step); });
    follow(m_building.row, [](IndexOptions& o, int step) { o.efConstruction = valueOf(step); });
    follow(m_searching.row, [](IndexOptions& o, int step) { o.efSearch = valueOf(step); });
    follow(m_lists.row, [](IndexOptions& o, int step) { o.lists = valueOf(step); });
    follow(m_bytes.row, [this](IndexOptions& o, int step) { o.codeBytes = m_divisors.at(static_cast<std::size_t>(step)); });
    follow(m_probes.row, [](IndexOptions& o, int step) { o.probes = valueOf(step); });
}

void IndexSettings::showSetting(const Setting& setting, bool shown)
{
    setting.row->setVisible(shown);
    setting.note->setVisible(shown);
}

void IndexSettings::refresh()
{
    m_taking = true;
    refreshSliders();
    m_taking = false;
    refreshCost();
    refreshFacts();
}

void IndexSettings::refreshSliders()
{
    const IndexPresenter& index = m_context.presenters.index;
    const IndexOptions& wanted = index.wanted();
    const auto choice = index.choice();
    const bool graph = wanted.kind == IndexKind::Hnsw;
    const bool groups = wanted.kind == IndexKind::IvfPq;
    const bool automatic = wanted.kind == IndexKind::Auto;
    // What Automatic comes to may be set as well, where it has settings.
    const bool builds = automatic && choice && choice->options.kind == IndexKind::Hnsw;
    m_title->setText(graph    ? tr("Settings of the graph")
                     : groups ? tr("Settings of the groups")
                              : tr("Settings"));
    m_nothing->setText(tr("Exact search has nothing to set."));
    m_nothing->setVisible(wanted.kind == IndexKind::Exact);
    m_layouts->setVisible(graph || builds);
    showSetting(m_recall, automatic);
    for (const Setting* setting : {&m_links, &m_building, &m_searching})
        showSetting(*setting, graph);
    for (const Setting* setting : {&m_lists, &m_bytes, &m_probes})
        showSetting(*setting, groups);
    m_rerank->setVisible(groups);

    m_layout->setCurrentId(static_cast<int>(wanted.layout));
    m_layoutNote->setText(indexLayoutNote(wanted.layout));
    m_recall.row->setValue(stepOfRecall(wanted.wishedRecall));
    take(m_links.row, stepOf(wanted.m), wanted.m);
    take(m_building.row, stepOf(wanted.efConstruction), wanted.efConstruction);
    take(m_searching.row, stepOf(wanted.efSearch), wanted.efSearch);
    m_rerank->setChecked(wanted.rerank);
    const SpaceInfo* info = index.info();
    if (!groups || !info)
        return;
    // Where nothing was said the sliders stand where the defaults come to.
    const IndexOptions shown = choice ? choice->options : wanted;
    m_divisors = divisorsOf(info->dim);
    m_bytes.row->setRange(0, static_cast<int>(m_divisors.size()) - 1);
    const auto place = std::lower_bound(m_divisors.begin(), m_divisors.end(), shown.codeBytes);
    m_bytes.row->setValue(static_cast<int>(place - m_divisors.begin()));
    if (shown.lists > 0) {
        take(m_lists.row, stepOf(shown.lists), shown.lists);
        m_probes.row->setRange(0, stepOf(shown.lists));
    }
    if (shown.probes > 0)
        take(m_probes.row, stepOf(shown.probes), shown.probes);
}

void IndexSettings::refreshCost()
{
    const IndexPresenter& index = m_context.presenters.index;
    const auto choice = index.choice();
    const SpaceInfo* info = index.info();
    if (!info) {
        m_cost->setLines({});
        m_reason->setText(tr("There is no space yet, so there is nothing to index."));
        return;
    }
    if (!choice) {
        m_cost->setLines({});
        m_reason->setText(index.wanted().kind == IndexKind::IvfPq
                              ? tr("%Ln films are too few to train as many groups. Take fewer groups, or another kind.",
                                   nullptr, static_cast<int>(info->items))
                              : tr("These settings do not go together."));
        return;
    }
    std::vector<FactsTable::Line> lines;
    if (index.wanted().kind == IndexKind::Auto)
        lines.push_back({tr("Kind"), {}, indexNameText(choice->options.kind, choice->options.layout)});
    lines.push_back({tr("Memory"), tr("about"), byteText(choice->expectedBytes)});
    lines.push_back({tr("A search"), tr("about, on one core"), millisecondsText(choice->expectedMilliseconds)});
    m_cost->setLines(lines);
    const QString reason = choiceReasonText(*choice, index.wanted(), index.situation());
    m_reason->setText(reason.isEmpty() ? indexKindNote(index.wanted().kind) : reason);
}

void IndexSettings::refreshFacts()
{
    const IndexPresenter& index = m_context.presenters.index;
    const SpaceInfo* info = index.info();
    if (!info) {
        m_facts->setLines({});
        m_note->setText({});
        return;
    }
    std::vector<FactsTable::Line> lines;
    QString note;
    if (const auto facts = index.facts()) {
        const bool exact = facts->kind == IndexKind::Exact;
        lines.push_back({tr("Kind"), {}, indexNameText(facts->kind, facts->layout)});
        if (facts->codeBytes > 0)
            lines.push_back({tr("Codes"), tr("in memory"), byteText(facts->codeBytes)});
        if (facts->linkBytes > 0)
            lines.push_back({facts->kind == IndexKind::IvfPq ? tr("Groups and tables") : tr("Links"), tr("in memory"),
                             byteText(facts->linkBytes)});
        lines.push_back({tr("Vectors"), tr("read from disk as needed"), byteText(facts->vectorBytes)});
        if (facts->nodes > 0)
            lines.push_back({tr("Distinct films"), {}, number(facts->nodes - facts->removed)});
        if (facts->removed > 0)
            lines.push_back({tr("Removed, still walked through"), {}, number(facts->removed)});
        if (!exact)
            lines.push_back({tr("Finds itself"), tr("of the films asked"),
                             tr("%1 %").arg(QLocale().toString(std::floor(facts->selfRecall * 1000) / 10, 'f', 1))});
        note = factsReasonText(facts->reason);
        if (note.isEmpty() && !exact)
            note = tr("After a build the films must find themselves; a graph that fails this is not used.");
    } else {
        lines.push_back({tr("Kind"), {}, indexKindText(info->index)});
        note = tr("More is known of the space in use.");
    }
    lines.push_back({tr("Films"), {}, number(info->items)});
    lines.push_back({tr("Numbers per film"), {}, number(info->dim)});
    lines.push_back({tr("On disk"), tr("with its vectors"), byteText(info->bytes)});
    m_facts->setLines(lines);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace tw::ui
