// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/library/index_section.h"

#include "ui/model/presenters.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/option_row.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/kit/value_slider.h"
#include "ui/widgets/library/facts_table.h"
#include "ui/widgets/theme/theme.h"

#include <QVBoxLayout>

namespace tw::ui {
namespace {

QString number(std::size_t value) { return QLocale().toString(static_cast<qulonglong>(value)); }

/// Sliders of wide ranges move evenly in what they feel like: each step is a twelfth of a doubling.
constexpr double kStepsPerDoubling = 12;
int stepOf(int value) { return static_cast<int>(std::lround(std::log2(value) * kStepsPerDoubling)); }
int valueOf(int step) { return static_cast<int>(std::lround(std::exp2(step / kStepsPerDoubling))); }

SliderRow* slider(const QString& name, const QString& symbol, const char* objectName, int least, int most, int usual)
{
    auto* row = new SliderRow(name, symbol);
    row->setObjectName(QLatin1String(objectName));
    row->setRange(stepOf(least), stepOf(most));
    row->setValueText([](int step) { return number(static_cast<std::size_t>(valueOf(step))); });
    row->setResetValue(stepOf(usual));
    row->slider()->setAccessibleName(name);
    return row;
}

} // namespace

IndexSection::IndexSection(WindowContext context, QWidget* parent)
    : QWidget(parent), m_context(context), m_title(new ElidedLabel({}, TypeStep::Section, ColorToken::Text)),
      m_rebuild(new Button(tr("Rebuild")))
{
    setObjectName(QStringLiteral("indexSection"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kSectionBleed, 0, kSectionBleed, 0);
    m_rebuild->setKind(ButtonKind::Primary);
    m_rebuild->setObjectName(QStringLiteral("rebuildButton"));
    m_rebuild->setAccessibleName(tr("Rebuild the index"));
    head->addWidget(m_title, 1);
    head->addWidget(m_rebuild);
    column->addLayout(head);
    column->addWidget(buildKinds());
    column->addSpacing(16);
    column->addWidget(buildSettings());
    column->addStretch(1);
    m_kinds.at(IndexKind::Auto)->setChecked(true);
    for (const auto& [kind, row] : m_kinds)
        connect(row, &OptionRow::toggled, this, &IndexSection::refreshEnabled);
    connect(m_rebuild, &Button::clicked, this, &IndexSection::rebuild);
    Workspace& workspace = context.workspace;
    connect(&workspace, &Workspace::sessionChanged, this, &IndexSection::refresh);
    connect(&workspace, &Workspace::libraryChanged, this, &IndexSection::refresh);
    connect(&workspace, &Workspace::opened, this, [this] { setSpace({}); });
    connect(&workspace.jobs(), &JobQueue::visibleJobsChanged, this, &IndexSection::refreshEnabled);
    refresh();
}

QWidget* IndexSection::buildKinds()
{
    auto* part = new QWidget;
    part->setAccessibleName(tr("Kind of index"));
    m_kindRow = new QBoxLayout(QBoxLayout::LeftToRight, part);
    m_kindRow->setContentsMargins(0, 0, 0, 0);
    m_kindRow->setSpacing(4);
    const auto kind = [this](IndexKind which, const QString& title, const QString& note, const char* name) {
        auto* row = new OptionRow(title, note);
        row->setObjectName(QLatin1String(name));
        row->setToolTip(text::tip(note));
        m_kindRow->addWidget(row, 1);
        m_kinds[which] = row;
    };
    kind(IndexKind::Auto, tr("Automatic"),
         tr("Exact up to %1 films, a graph above").arg(number(kAutoExactLimit)), "indexKind.auto");
    kind(IndexKind::Exact, tr("Exact"), tr("Finds every neighbour; nothing to build"), "indexKind.exact");
    kind(IndexKind::Hnsw, tr("HNSW graph"), tr("Finds nearly every neighbour, much faster"),
         "indexKind.hnsw");
    return part;
}

QWidget* IndexSection::buildSettings()
{
    auto* part = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, part);
    m_columns->setContentsMargins(kSectionBleed, 0, kSectionBleed, 0);
    m_columns->setSpacing(40);
    auto* sliders = new QVBoxLayout;
    sliders->setSpacing(2);
    sliders->addWidget(makeLabel(tr("Settings of the graph"), TypeStep::Section));
    sliders->addSpacing(6);
    const auto add = [&](SliderRow* row, const QString& explanation) {
        row->setExplanation(explanation);
        row->slider()->setAccessibleDescription(explanation);
        sliders->addWidget(row);
        sliders->addWidget(makeLabel(explanation, TypeStep::Caption, ColorToken::Text2));
        sliders->addSpacing(10);
    };
    const IndexOptions usual;
    m_links = slider(tr("Links per film"), QStringLiteral("M"), "linksSlider", 4, 64, usual.m);
    m_building = slider(tr("Care while building"), QStringLiteral("efConstruction"), "buildingSlider", 8, 800,
                        usual.efConstruction);
    m_searching = slider(tr("Care while searching"), QStringLiteral("ef"), "searchingSlider", 8, 1024, usual.efSearch);
    add(m_links, tr("More: better recall, more memory"));
    add(m_building, tr("More: better links, slower build"));
    add(m_searching, tr("More: better recall, slower answers"));
    sliders->addStretch(1);
    auto* now = new QVBoxLayout;
    now->setSpacing(4);
    now->addWidget(makeLabel(tr("As it is now"), TypeStep::Section));
    m_facts = new FactsTable;
    now->addWidget(m_facts);
    m_note = makeLabel({}, TypeStep::Caption, ColorToken::Text2, nullptr, true);
    now->addWidget(m_note);
    now->addStretch(1);
    m_columns->addLayout(sliders, 1);
    m_columns->addLayout(now, 1);
    return part;
}

void IndexSection::setSpace(const QString& id)
{
    m_space = id;
    m_takenOf.clear();
    refresh();
}

void IndexSection::setStacked(bool stacked)
{
    const auto direction = stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_kindRow->setDirection(direction);
    m_kindRow->setSpacing(stacked ? 0 : 4);
    m_columns->setDirection(direction);
    m_columns->setSpacing(stacked ? 16 : 40);
}

QString IndexSection::shownSpace() const
{
    const SpacesModel& spaces = *m_context.presenters.library.spaces();
    if (!m_space.isEmpty() && spaces.rowOf(m_space) >= 0)
        return m_space;
    for (int row = 0; row < spaces.rowCount(); ++row)
        if (spaces.index(row, 0).data(SpacesModel::ActiveRole).toBool())
            return spaces.idAt(row);
    return spaces.idAt(0);
}

IndexOptions IndexSection::presentOptions() const
{
    const QString id = shownSpace();
    const auto session = m_context.workspace.session();
    if (session->hasSpace() && session->space.index && id == QString::fromStdString(session->space.space->id()))
        return session->space.index->options();
    IndexOptions options;
    const SpacesModel& spaces = *m_context.presenters.library.spaces();
    if (const SpaceInfo* info = spaces.infoAt(spaces.rowOf(id)))
        options.kind = info->index;
    return options;
}

void IndexSection::takeOptions()
{
    const IndexOptions options = presentOptions();
    const QString key = QStringLiteral("%1 %2 %3 %4 %5")
                            .arg(shownSpace())
                            .arg(static_cast<int>(options.kind))
                            .arg(options.m)
                            .arg(options.efConstruction)
                            .arg(options.efSearch);
    if (key == m_takenOf)
        return; // what the user is setting stays while only other things change
    m_takenOf = key;
    m_kinds.at(options.kind)->setChecked(true);
    m_links->setValue(stepOf(options.m));
    m_building->setValue(stepOf(options.efConstruction));
    m_searching->setValue(stepOf(options.efSearch));
}

void IndexSection::refresh()
{
    const SpacesModel& spaces = *m_context.presenters.library.spaces();
    const int row = spaces.rowOf(shownSpace());
    m_title->setText(row < 0 ? tr("Index")
                             : tr("Index of “%1”").arg(spaces.index(row, SpacesModel::NameColumn).data().toString()));
    takeOptions();
    refreshFacts();
    refreshEnabled();
}

void IndexSection::refreshFacts()
{
    const SpacesModel& spaces = *m_context.presenters.library.spaces();
    const SpaceInfo* info = spaces.infoAt(spaces.rowOf(shownSpace()));
    if (!info) {
        m_facts->setLines({});
        m_note->setText(tr("There is no space yet, so there is nothing to index."));
        return;
    }
    const bool graph = info->index == IndexKind::Hnsw;
    std::vector<FactsTable::Line> lines{{tr("Kind"), {}, graph ? tr("HNSW graph") : tr("exact")},
                                        {tr("Films"), {}, number(info->items)},
                                        {tr("Numbers per film"), {}, number(info->dim)}};
    const auto session = m_context.workspace.session();
    if (graph && session->hasSpace() && session->space.index && session->space.space->id() == info->id) {
        const IndexOptions& options = session->space.index->options();
        lines.push_back({tr("Links per film"), {}, number(static_cast<std::size_t>(options.m))});
        lines.push_back({tr("Care while building"), {}, number(static_cast<std::size_t>(options.efConstruction))});
        lines.push_back({tr("Care while searching"), {}, number(static_cast<std::size_t>(options.efSearch))});
    }
    lines.push_back({tr("On disk"), tr("with its vectors"), byteText(info->bytes)});
    m_facts->setLines(lines);
    m_note->setText(tr("After a build every film must find itself; a graph that fails this is not used."));
}

void IndexSection::refreshEnabled()
{
    const Workspace& workspace = m_context.workspace;
    const bool exact = m_kinds.at(IndexKind::Exact)->isChecked();
    const SpacesModel& spaces = *m_context.presenters.library.spaces();
    const SpaceInfo* info = spaces.infoAt(spaces.rowOf(shownSpace()));
    const bool staysExact = m_kinds.at(IndexKind::Auto)->isChecked() && info && info->items <= kAutoExactLimit;
    for (SliderRow* row : {m_links, m_building, m_searching})
        row->setEnabled(!exact && !staysExact);
    bool building = false;
    for (const JobStatus& job : workspace.jobs().visibleJobs())
        building = building || job.kind == JobKind::RebuildIndex || job.kind == JobKind::Embed;
    const bool writable = workspace.isOpen() && !workspace.readOnly();
    m_rebuild->setEnabled(writable && info && !building);
    m_rebuild->setToolTip(building    ? text::tip(tr("It is being built"))
                          : !writable ? text::tip(tr("This library can be looked at, not changed"))
                                      : QString());
}

void IndexSection::rebuild()
{
    IndexOptions options;
    for (const auto& [kind, row] : m_kinds)
        if (row->isChecked())
            options.kind = kind;
    options.m = valueOf(m_links->value());
    options.efConstruction = valueOf(m_building->value());
    options.efSearch = valueOf(m_searching->value());
    m_takenOf.clear();
    m_context.workspace.rebuildIndex(shownSpace(), options);
}

} // namespace tw::ui
