// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/import/import_progress.h"

#include "ui/model/import_presenter.h"
#include "ui/model/job_text.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/meter.h"
#include "ui/widgets/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

constexpr int kWidest = 640;

} // namespace

ImportProgress::ImportProgress(ImportPresenter& presenter, QWidget* parent)
    : QWidget(parent), m_presenter(presenter), m_name(makeLabel({}, TypeStep::Section)), m_bar(new BarWidget),
      m_done(makeLabel({}, TypeStep::Small, ColorToken::Text2)),
      m_left(makeLabel({}, TypeStep::Small, ColorToken::Text2)), m_cancel(new Button(tr("Cancel the import")))
{
    setObjectName(QStringLiteral("importProgress"));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    m_cancel->setObjectName(QStringLiteral("cancelImportButton"));
    m_done->setObjectName(QStringLiteral("importDone"));
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_bar->setMaximumWidth(theme().scaled(kWidest));
    auto* texts = new QWidget;
    texts->setMaximumWidth(theme().scaled(kWidest));
    auto* row = new QHBoxLayout(texts);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_done);
    row->addStretch(1);
    row->addWidget(m_left);
    column->addWidget(m_name);
    column->addWidget(m_bar);
    column->addWidget(texts);
    auto* note = makeLabel(tr("You can go on with everything else meanwhile. The catalogue changes at the end, in one go."),
                           TypeStep::Small, ColorToken::Text2, nullptr, true);
    column->addWidget(note);
    column->addSpacing(6);
    column->addWidget(m_cancel, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_cancel, &Button::clicked, &presenter, &ImportPresenter::cancelImport);
    connect(&presenter, &ImportPresenter::progressChanged, this, &ImportProgress::refresh);
    connect(&presenter, &ImportPresenter::stateChanged, this, &ImportProgress::refresh);
    refresh();
}

void ImportProgress::setSide(int side) { layout()->setContentsMargins(side, 8, side, 24); }

void ImportProgress::focusMain() { m_cancel->setFocus(Qt::OtherFocusReason); }

void ImportProgress::refresh()
{
    const auto job = m_presenter.job();
    if (!job)
        return;
    const JobText text = jobText(*job);
    m_name->setText(text.name);
    m_bar->setFraction(job->fraction().value_or(0));
    m_done->setText(text.done.isEmpty() ? tr("beginning") : text.done);
    m_left->setText(text.left);
    m_cancel->setEnabled(!job->cancelRequested);
}

} // namespace tw::ui
