// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/library/bring_vectors.h"

#include "ui/model/vectors_text.h"
#include "ui/model/workspace.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/segment.h"
#include "ui/widgets/shell/dialog_service.h"
#include "ui/widgets/theme/theme.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

std::filesystem::path pathOf(const QString& file) { return std::filesystem::path(file.toStdU16String()); }

} // namespace

BringVectors::BringVectors(WindowContext context, QWidget* parent)
    : QWidget(parent), m_context(context)
{
    m_setup = buildSetup();
    m_result = buildResult();
    setObjectName(QStringLiteral("bringVectors"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_setup);
    column->addWidget(m_result);
    m_setup->hide();
    m_result->hide();
    hide();
    connect(&context.workspace, &Workspace::vectorsBrought, this, &BringVectors::received);
    connect(&context.workspace, &Workspace::opened, this, &QWidget::hide);
}

QWidget* BringVectors::buildSetup()
{
    auto* part = new QWidget;
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->addWidget(makeLabel(tr("Bring vectors"), TypeStep::Section), 0, 0, 1, 3);
    const auto line = [grid](int row, const QString& name, QWidget* field, int span = 2) {
        grid->addWidget(makeLabel(name, TypeStep::Small, ColorToken::Text2), row, 0);
        field->setAccessibleName(name);
        grid->addWidget(field, row, 1, 1, span);
    };
    m_file = new ElidedLabel;
    line(1, tr("File"), m_file);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("vectorsName"));
    m_name->setMaximumWidth(theme().scaled(360));
    line(2, tr("Name of the space"), m_name);
    m_keys = new ElidedLabel({}, TypeStep::Small);
    line(3, tr("Which film a row is"), m_keys, 1);
    auto* choose = new Button(tr("Choose a file of keys…"));
    choose->setObjectName(QStringLiteral("vectorsKeysButton"));
    choose->setToolTip(tr("One key, IMDb or TMDB number, title or “title (year)” a line"));
    grid->addWidget(choose, 3, 2);
    m_metric = new Segment(tr("How rows compare"));
    m_metric->setObjectName(QStringLiteral("vectorsMetric"));
    for (const Metric metric : {Metric::Cosine, Metric::InnerProduct, Metric::L2})
        m_metric->addEntry(static_cast<int>(metric), metricText(metric));
    grid->addWidget(makeLabel(tr("How rows compare"), TypeStep::Small, ColorToken::Text2), 4, 0);
    grid->addWidget(m_metric, 4, 1, 1, 2, Qt::AlignLeft);
    m_metricNote = makeLabel(metricNote(Metric::Cosine), TypeStep::Caption, ColorToken::Text2, nullptr, true);
    grid->addWidget(m_metricNote, 5, 1, 1, 2);
    auto* acts = new QHBoxLayout;
    m_bring = new Button(IconId::Layers, tr("Make a space of them"));
    m_bring->setObjectName(QStringLiteral("vectorsBringButton"));
    auto* close = new Button(tr("Close"));
    close->setKind(ButtonKind::Flat);
    close->setObjectName(QStringLiteral("vectorsCloseButton"));
    acts->addWidget(m_bring);
    acts->addWidget(close);
    acts->addStretch(1);
    grid->addLayout(acts, 6, 0, 1, 3);
    connect(choose, &Button::clicked, this, &BringVectors::chooseKeys);
    connect(m_metric, &Segment::currentChanged, this, [this](int id) {
        m_request.metric = static_cast<Metric>(id);
        m_metricNote->setText(metricNote(m_request.metric));
    });
    connect(m_bring, &Button::clicked, this, &BringVectors::bring);
    connect(close, &Button::clicked, this, &QWidget::hide);
    return part;
}

QWidget* BringVectors::buildResult()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    m_words = new Paragraph(TypeStep::Body);
    m_words->setObjectName(QStringLiteral("vectorsResult"));
    m_rows = new QPlainTextEdit;
    m_rows->setObjectName(QStringLiteral("vectorsLeftOut"));
    m_rows->setAccessibleName(tr("Rows that were left out"));
    m_rows->setReadOnly(true);
    m_rows->setTabChangesFocus(true);
    m_rows->setFixedHeight(theme().scaled(120));
    column->addWidget(m_words);
    column->addWidget(m_rows);
    return part;
}

void BringVectors::start()
{
    const QStringList files = m_context.dialogs.openFiles(
        this, tr("A file of vectors"), {},
        tr("Vectors (*.npy *.fvecs *.bvecs *.ivecs *.csv *.tsv *.txt *.gz *.faiss *.index);;All files (*)"));
    if (files.isEmpty())
        return;
    m_request = {};
    m_request.file = pathOf(files.front());
    m_file->setText(QFileInfo(files.front()).fileName());
    m_name->setText(QFileInfo(files.front()).completeBaseName());
    m_metric->setCurrentId(static_cast<int>(Metric::Cosine));
    m_metricNote->setText(metricNote(Metric::Cosine));
    m_result->hide();
    showSetup();
    m_name->setFocus(Qt::OtherFocusReason);
}

void BringVectors::showSetup()
{
    m_keys->setText(m_request.keys.empty() ? tr("Its own column of keys or titles, else the catalogue’s order")
                                           : QString::fromStdU16String(m_request.keys.filename().u16string()));
    m_setup->show();
    show();
}

void BringVectors::chooseKeys()
{
    const QStringList files = m_context.dialogs.openFiles(this, tr("A file of keys"), {}, tr("Text (*.txt *.csv *.tsv);;All files (*)"));
    if (files.isEmpty())
        return;
    m_request.keys = pathOf(files.front());
    showSetup();
}

void BringVectors::bring()
{
    m_request.name = m_name->text().trimmed().toStdString();
    m_context.workspace.bringVectors(m_request);
}

void BringVectors::received(const ImportSpaceReport& report)
{
    m_setup->hide();
    m_words->setText(vectorsText(report));
    const QStringList lines = leftOutLines(report);
    m_rows->setPlainText(lines.join(QLatin1Char('\n')));
    m_rows->setVisible(!lines.isEmpty());
    m_result->show();
    show();
}

} // namespace tw::ui
