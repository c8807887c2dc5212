// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/import/import_file_pane.h"

#include "ui/model/import_presenter.h"
#include "ui/model/import_text.h"
#include "ui/widgets/import/import_columns_table.h"
#include "ui/widgets/import/import_films_table.h"
#include "ui/widgets/kit/banner_bar.h"
#include "ui/widgets/kit/flow_layout.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/library/facts_table.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace tw::ui {
namespace {

constexpr int kExampleLines = 7;

/// Keeps a row at the text edge, beyond which the tables reach.
void inset(QLayout* layout) { layout->setContentsMargins(kSectionBleed, 0, kSectionBleed, 0); }

/// A sign and a sentence beside it.
QWidget* noteRow(IconId sign, QLabel* text)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    inset(layout);
    layout->setSpacing(8);
    auto* picture = new QLabel;
    picture->setFixedSize(kIconField, theme().scaled(18));
    const auto paint = [picture, sign] {
        picture->setPixmap(iconPixmap(sign, kIconField, theme().color(ColorToken::Text2), picture->devicePixelRatioF()));
    };
    paint();
    QObject::connect(&theme(), &Theme::changed, picture, paint);
    layout->addWidget(picture, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    row->hide();
    return row;
}

} // namespace

ImportFilePane::ImportFilePane(ImportPresenter& presenter, QWidget* parent) : QWidget(parent), m_presenter(presenter)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    buildHead(column);
    buildFacts(column);
    buildNotes(column);
    buildTables(column);
    column->addStretch(1);
    connect(&presenter, &ImportPresenter::currentChanged, this, &ImportFilePane::refresh);
    connect(&presenter, &ImportPresenter::filesChanged, this, &ImportFilePane::refresh);
    refresh();
}

void ImportFilePane::buildHead(QVBoxLayout* column)
{
    m_head = new QWidget;
    auto* row = new QHBoxLayout(m_head);
    inset(row);
    row->setSpacing(16);
    m_name = new ElidedLabel({}, TypeStep::Section);
    m_name->setObjectName(QStringLiteral("importFileName"));
    m_wanted = new QCheckBox(tr("Import this file"));
    m_wanted->setObjectName(QStringLiteral("importWanted"));
    row->addWidget(m_name, 1);
    row->addWidget(m_wanted);
    column->addWidget(m_head);
    connect(m_wanted, &QCheckBox::toggled, this,
            [this](bool on) { m_presenter.setWanted(m_presenter.current(), on); });
}

QWidget* ImportFilePane::addFact(const QString& name, QWidget* value)
{
    auto* fact = new QWidget;
    auto* lines = new QVBoxLayout(fact);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(5); // a focus ring needs four
    lines->addWidget(makeLabel(name, TypeStep::Label, ColorToken::Text2));
    value->setMinimumHeight(std::max(theme().scaled(30), value->minimumSizeHint().height()));
    value->setAccessibleName(name);
    lines->addWidget(value);
    m_factRow->layout()->addWidget(fact);
    return fact;
}

void ImportFilePane::buildFacts(QVBoxLayout* column)
{
    m_factRow = new QWidget;
    m_factRow->setObjectName(QStringLiteral("importFacts"));
    m_factRow->setLayout(new FlowLayout(nullptr, 36, 8));
    inset(m_factRow->layout());
    m_format = makeLabel({}, TypeStep::Body);
    m_recognised = makeLabel({}, TypeStep::Body);
    m_recognised->setObjectName(QStringLiteral("importRecognised"));
    m_size = makeLabel({}, TypeStep::Body);
    m_looked = makeLabel({}, TypeStep::Body);
    m_encoding = new QComboBox;
    m_encoding->setObjectName(QStringLiteral("importEncoding"));
    m_encoding->setFixedWidth(theme().scaled(220));
    addFact(tr("Format"), m_format);
    m_recognisedFact = addFact(tr("Recognised as"), m_recognised);
    addFact(tr("Encoding"), m_encoding);
    addFact(tr("Size"), m_size);
    addFact(tr("Looked at"), m_looked);
    column->addWidget(m_factRow);
    connect(m_encoding, &QComboBox::activated, this,
            [this](int index) { m_presenter.setEncoding(m_encoding->itemData(index).toString()); });
}

void ImportFilePane::buildNotes(QVBoxLayout* column)
{
    m_banner = new BannerBar;
    m_banner->setObjectName(QStringLiteral("importBanner"));
    m_banner->hide();
    auto* frame = new QVBoxLayout;
    inset(frame);
    frame->addWidget(m_banner);
    column->addLayout(frame);
    connect(m_banner, &BannerBar::actTriggered, this, [this] { m_presenter.lookAgain(); });

    m_repairRow = new QWidget;
    auto* row = new QHBoxLayout(m_repairRow);
    inset(row);
    row->setSpacing(12);
    m_repair = new QCheckBox(tr("Repair doubly encoded text"));
    m_repair->setObjectName(QStringLiteral("importRepair"));
    m_repairNote = makeLabel({}, TypeStep::Small, ColorToken::Text2, nullptr, true);
    m_repairNote->setObjectName(QStringLiteral("importRepairNote"));
    row->addWidget(m_repair, 0, Qt::AlignTop);
    row->addWidget(m_repairNote, 1);
    column->addWidget(m_repairRow);
    connect(m_repair, &QCheckBox::toggled, &m_presenter, &ImportPresenter::setRepair);

    m_leftOut = makeLabel({}, TypeStep::Small, ColorToken::Text2, nullptr, true);
    m_leftOut->setObjectName(QStringLiteral("importLeftOutNote"));
    m_leftOutRow = noteRow(IconId::Info, m_leftOut);
    column->addWidget(m_leftOutRow);
    m_text = makeLabel({}, TypeStep::Small, ColorToken::Text2, nullptr, true);
    m_text->setObjectName(QStringLiteral("importTextNote"));
    m_textRow = noteRow(IconId::Info, m_text);
    column->addWidget(m_textRow);
}

void ImportFilePane::buildTables(QVBoxLayout* column)
{
    m_tables = new QWidget;
    m_tableRow = new QBoxLayout(QBoxLayout::LeftToRight, m_tables);
    m_tableRow->setContentsMargins(0, 8, 0, 0);
    const auto part = [](const QString& title, QVBoxLayout*& lines) {
        auto* widget = new QWidget;
        lines = new QVBoxLayout(widget);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(4);
        auto* head = new QHBoxLayout;
        inset(head);
        head->addWidget(makeLabel(title, TypeStep::Section));
        lines->addLayout(head);
        return widget;
    };
    QVBoxLayout* lines = nullptr;
    m_columnsPart = part(tr("Columns"), lines);
    m_columns = new ImportColumnsTable(*m_presenter.columns());
    lines->addWidget(m_columns);
    m_sameColumns = makeLabel({}, TypeStep::Caption, ColorToken::Text2, nullptr, true);
    m_sameColumns->setObjectName(QStringLiteral("importSameColumns"));
    auto* same = new QHBoxLayout;
    inset(same);
    same->addWidget(m_sameColumns);
    lines->addLayout(same);
    lines->addStretch(1);
    connect(m_columns, &ImportColumnsTable::fieldChosen, &m_presenter, &ImportPresenter::setField);

    auto* right = new QWidget;
    auto* stack = new QVBoxLayout(right);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(20);
    QWidget* films = part(tr("The first films as they will be"), lines);
    m_films = new ImportFilmsTable(*m_presenter.films());
    lines->addWidget(m_films);
    m_noFilms = makeLabel({}, TypeStep::Small, ColorToken::Text2, nullptr, true);
    auto* none = new QHBoxLayout;
    inset(none);
    none->addWidget(m_noFilms);
    lines->addLayout(none);
    stack->addWidget(films);
    m_examplePart = part(tr("What will be embedded"), lines);
    auto* example = new QVBoxLayout;
    inset(example);
    example->setSpacing(8);
    example->addWidget(makeLabel(tr("The first film, as its text goes to the embedder."), TypeStep::Small,
                                 ColorToken::Text2, nullptr, true));
    m_example = new QPlainTextEdit;
    m_example->setObjectName(QStringLiteral("importExample"));
    m_example->setAccessibleName(tr("What will be embedded"));
    m_example->setProperty("twPreview", true);
    m_example->setReadOnly(true);
    m_example->setTabChangesFocus(true);
    m_example->setFont(theme().font(TypeStep::Small));
    m_example->setFixedHeight(static_cast<int>(kExampleLines * theme().lineHeight(TypeStep::Small)) + 26);
    example->addWidget(m_example);
    lines->addLayout(example);
    stack->addWidget(m_examplePart);
    stack->addStretch(1);
    m_tableRow->addWidget(m_columnsPart, 45);
    m_tableRow->addWidget(right, 55);
    column->addWidget(m_tables);
    setStacked(false);
}

void ImportFilePane::setStacked(bool stacked)
{
    m_tableRow->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_tableRow->setSpacing(stacked ? 20 : 12);
}

QWidget* ImportFilePane::firstControl() const
{
    return m_tables->isVisibleTo(this) ? static_cast<QWidget*>(m_columns) : m_encoding;
}

void ImportFilePane::refresh()
{
    const ImportFile* file = m_presenter.currentFile();
    if (!file)
        return;
    m_head->setVisible(m_presenter.files().size() > 1);
    m_name->setText(file->name);
    {
        const QSignalBlocker quiet(m_wanted);
        m_wanted->setChecked(file->wanted && !file->error);
        m_wanted->setEnabled(!file->error);
    }
    m_factRow->setVisible(file->look.has_value());
    m_tables->setVisible(file->look.has_value());
    refreshNotes();
    if (!file->look)
        return;
    refreshFacts();
    refreshEncoding();
    const bool films = m_presenter.films()->rowCount() > 0;
    m_films->setVisible(films);
    m_noFilms->setVisible(!films);
    m_noFilms->setText(file->look->preview.hasTitle ? tr("None of the rows looked at can become a film.")
                                                    : tr("They appear here once a column holds the titles."));
    const QString example = m_presenter.example();
    if (m_example->toPlainText() != example)
        m_example->setPlainText(example);
    m_examplePart->setVisible(!example.isEmpty());
    const int same = m_presenter.filesWithSameColumns();
    m_sameColumns->setText(tr("A correction holds for all %Ln files with these columns.", nullptr, same));
    m_sameColumns->setVisible(same > 1);
}

void ImportFilePane::refreshFacts()
{
    const FilePreview& preview = m_presenter.currentFile()->look->preview;
    m_format->setText(formatText(preview));
    QString recognised = shown(preview.recognisedAs);
    // The list inside a JSON file, or the file inside an archive, tells which part is meant.
    if (recognised.isEmpty())
        recognised = shown(preview.member);
    else if (!preview.member.empty())
        recognised = tr("%1, %2", "what a file is, the part of it").arg(recognised, shown(preview.member));
    m_recognised->setText(recognised);
    m_recognisedFact->setVisible(!recognised.isEmpty());
    m_size->setText(byteText(preview.bytes));
    m_looked->setText(lookedAtText(preview));
}

void ImportFilePane::refreshEncoding()
{
    const ImportFile& file = *m_presenter.currentFile();
    const QSignalBlocker quiet(m_encoding);
    const bool byHand = !file.options.encoding.empty();
    m_encoding->clear();
    m_encoding->addItem(byHand ? tr("Detect the encoding") : encodingText(file.look->preview), QString());
    for (const std::string_view name : encodingNames())
        m_encoding->addItem(shown(name), shown(name));
    m_encoding->setCurrentIndex(byHand ? m_encoding->findData(shown(file.options.encoding)) : 0);
}

void ImportFilePane::refreshNotes()
{
    const ImportFile& file = *m_presenter.currentFile();
    const bool known = file.look.has_value();
    if (file.error) {
        const ErrorText text = errorText(*file.error, Attempt::Import);
        const bool others = m_presenter.files().size() > 1;
        const bool unknown = file.error->code == ErrorCode::FormatUnknown;
        m_banner->showMessage(BannerKind::Warning, unknown ? text.title : tr("This file can’t be read."),
                              others ? tr("%1 It is left out; the others can be imported.").arg(text.advice)
                                     : text.advice,
                              {{QStringLiteral("again"), tr("Look again"), true}}, false);
    } else if (known && !file.look->preview.hasTitle) {
        m_banner->showMessage(BannerKind::Warning, tr("No column looks like a title."),
                              tr("Choose below which one holds the titles."), {}, false);
    } else {
        m_banner->clear();
    }

    const auto& kinds = known ? file.look->preview.counts.mendedByKind : std::map<Mending, std::uint64_t>();
    const auto doubled = kinds.find(Mending::DoubleEncoding);
    m_repairRow->setVisible(doubled != kinds.end());
    if (doubled != kinds.end()) {
        const QSignalBlocker quiet(m_repair);
        m_repair->setChecked(file.options.repairDoubleEncoding);
        const QString where = tr("Found in %Ln of the %1 rows looked at.", nullptr, static_cast<int>(doubled->second))
                                  .arg(numberText(file.look->preview.counts.read));
        m_repairNote->setText(
            file.look->brokenExample.isEmpty()
                ? where
                : tr("“%1” becomes “%2”. %3", "an example before and after, a sentence")
                      .arg(file.look->brokenExample, file.look->repairedExample, where));
    }
    const QString leftOut = known && file.look->preview.hasTitle ? skippedHereText(file.look->preview.counts) : QString();
    m_leftOut->setText(leftOut);
    m_leftOutRow->setVisible(!leftOut.isEmpty());
    const bool bare = known && file.look->preview.hasTitle && !file.look->preview.hasText;
    m_text->setText(tr("No column holds a text. The films will be embedded from their titles and facts."));
    m_textRow->setVisible(bare);
}

} // namespace tw::ui
