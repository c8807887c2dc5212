// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/library/embedder_part.h"

#include "ui/model/presenters.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/segment.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/library/step_row.h"
#include "ui/widgets/theme/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

constexpr int kOllama = 0;
constexpr int kBuiltin = 1;
constexpr int kSmallControl = 30;

} // namespace

EmbedderPart::EmbedderPart(WindowContext context, QWidget* parent)
    : QWidget(parent), m_context(context), m_presenter(context.presenters.library), m_kind(new Segment(tr("Embedder"))),
      m_pages(new QStackedWidget)
{
    setObjectName(QStringLiteral("embedderPart"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* head = new QHBoxLayout;
    head->setSpacing(20);
    m_kind->setObjectName(QStringLiteral("embedderKind"));
    m_kind->addEntry(kOllama, QStringLiteral("Ollama"));
    m_kind->addEntry(kBuiltin, tr("Built-in"));
    head->addWidget(makeLabel(tr("Embedders"), TypeStep::Section));
    head->addWidget(m_kind);
    head->addStretch(1);
    column->addLayout(head);
    m_pages->addWidget(buildOllama());
    m_pages->addWidget(buildBuiltin());
    column->addWidget(m_pages);
    connect(m_kind, &Segment::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(&m_presenter, &LibraryPresenter::stepsChanged, this, &EmbedderPart::refresh);
    connect(&m_context.workspace, &Workspace::libraryChanged, this, &EmbedderPart::refresh);
    connect(&m_context.workspace, &Workspace::stateChanged, this, &EmbedderPart::refresh);
    connect(&m_context.workspace.jobs(), &JobQueue::visibleJobsChanged, this, &EmbedderPart::refresh);
    refresh();
}

QWidget* EmbedderPart::buildOllama()
{
    auto* page = new QWidget;
    m_ollama = new QBoxLayout(QBoxLayout::LeftToRight, page);
    m_ollama->setContentsMargins(0, 0, 0, 0);
    m_ollama->setSpacing(32);
    m_rule = makeSeparator(Qt::Vertical);
    m_ollama->addWidget(buildSteps(), 1);
    m_ollama->addWidget(m_rule);
    m_fields = buildFields();
    m_ollama->addWidget(m_fields);
    return page;
}

QWidget* EmbedderPart::buildSteps()
{
    auto* steps = new QWidget;
    auto* column = new QVBoxLayout(steps);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        m_steps[i] = new StepRow(static_cast<int>(i) + 1, i + 1 == m_steps.size());
        m_steps[i]->setObjectName(QStringLiteral("embedderStep.%1").arg(i + 1));
        column->addWidget(m_steps[i]);
    }
    column->addWidget(buildRefused());
    column->addStretch(1);
    m_check = new Button(QString());
    m_check->setObjectName(QStringLiteral("checkServerButton"));
    m_check->setControlHeight(kSmallControl);
    m_steps[0]->addControl(m_check);
    m_model = new QComboBox;
    m_model->setObjectName(QStringLiteral("modelBox"));
    m_model->setAccessibleName(tr("Model"));
    m_model->setMinimumWidth(theme().scaled(176));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_steps[1]->addControl(m_model);
    m_embed = new Button(QString());
    m_embed->setObjectName(QStringLiteral("embedButton"));
    m_embed->setControlHeight(kSmallControl);
    m_steps[3]->addControl(m_embed);
    connect(m_check, &Button::clicked, this, [this] {
        if (m_presenter.checking()) {
            m_presenter.stopCheck();
        } else {
            store();
            m_presenter.checkServer();
        }
    });
    connect(m_model, &QComboBox::textActivated, this, [this] {
        const bool here = !m_presenter.models().isEmpty();
        store();
        if (here)
            m_presenter.checkServer();
    });
    connect(m_embed, &Button::clicked, this, [this] {
        if (const auto job = m_presenter.embedding())
            m_context.workspace.jobs().cancel(job->id);
        else
            m_presenter.embedWithOllama();
    });
    return steps;
}

QWidget* EmbedderPart::buildRefused()
{
    m_refused = new QWidget;
    m_refused->setObjectName(QStringLiteral("refusedFilms"));
    auto* column = new QVBoxLayout(m_refused);
    column->setContentsMargins(38, 4, 0, 8); // at the left edge of the steps' words
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    m_refusedText = makeLabel({}, TypeStep::Small, ColorToken::Warn, nullptr, true);
    m_showRefused = new Button(tr("Show them"));
    m_showRefused->setKind(ButtonKind::Link);
    m_showRefused->setObjectName(QStringLiteral("showRefusedButton"));
    row->addWidget(m_refusedText, 1);
    row->addWidget(m_showRefused);
    column->addLayout(row);
    m_refusedFilms = new QPlainTextEdit;
    m_refusedFilms->setObjectName(QStringLiteral("refusedList"));
    m_refusedFilms->setAccessibleName(tr("Films without a vector, and why"));
    m_refusedFilms->setReadOnly(true);
    m_refusedFilms->setTabChangesFocus(true);
    m_refusedFilms->setProperty("twPreview", true);
    m_refusedFilms->setFont(theme().font(TypeStep::Small));
    m_refusedFilms->setFixedHeight(theme().scaled(120));
    m_refusedFilms->hide();
    column->addWidget(m_refusedFilms);
    connect(m_showRefused, &Button::clicked, this, [this] {
        m_refusedFilms->setVisible(!m_refusedFilms->isVisible());
        m_showRefused->setText(m_refusedFilms->isVisible() ? tr("Hide them") : tr("Show them"));
    });
    return m_refused;
}

void EmbedderPart::refreshRefused()
{
    const QStringList& films = m_presenter.refused();
    m_refused->setVisible(!films.isEmpty());
    m_refusedText->setText(tr("%Ln films have no vector: the server would not take their texts.", nullptr,
                              static_cast<int>(films.size())));
    const QString lines = films.join(QLatin1Char('\n'));
    if (m_refusedFilms->toPlainText() != lines)
        m_refusedFilms->setPlainText(lines);
}

QWidget* EmbedderPart::buildFields()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(makeLabel(tr("How Ollama is asked"), TypeStep::Label, ColorToken::Text2));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, theme().scaled(106));
    grid->setColumnStretch(1, 1);
    const auto line = [grid](int row, const QString& name, QWidget* field) {
        QLabel* label = makeLabel(name, TypeStep::Small, ColorToken::Text2);
        label->setBuddy(field);
        field->setAccessibleName(name);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
    };
    m_address = new QLineEdit;
    m_address->setObjectName(QStringLiteral("serverAddress"));
    m_batch = new QSpinBox;
    m_batch->setObjectName(QStringLiteral("batchSize"));
    m_batch->setRange(16, 64);
    m_batch->setToolTip(text::tip(tr("More: fewer calls, and later a sign of life from a slow server")));
    m_prefix = new QLineEdit;
    m_prefix->setObjectName(QStringLiteral("documentPrefix"));
    m_prefix->setReadOnly(true);
    m_prefix->setFont(theme().font(TypeStep::Mono));
    m_prefix->setPlaceholderText(tr("nothing"));
    m_prefix->setToolTip(text::tip(tr("What this model wants put before a film’s text")));
    line(0, tr("Address"), m_address);
    line(1, tr("Films at a time"), m_batch);
    line(2, tr("Put before a text"), m_prefix);
    column->addLayout(grid);
    column->addWidget(makeLabel(tr("Without a server the built-in embedder does the work: smaller, and always there."),
                                TypeStep::Caption, ColorToken::Text3, nullptr, true));
    column->addStretch(1);
    connect(m_address, &QLineEdit::editingFinished, this, &EmbedderPart::store);
    connect(m_batch, &QSpinBox::editingFinished, this, &EmbedderPart::store);
    return part;
}

QWidget* EmbedderPart::buildBuiltin()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_builtinText = makeLabel({}, TypeStep::Body, ColorToken::Text2, nullptr, true);
    m_builtinText->setMaximumWidth(theme().scaled(640));
    m_embedBuiltin = new Button(IconId::Layers, QString());
    m_embedBuiltin->setObjectName(QStringLiteral("embedBuiltinButton"));
    column->addWidget(m_builtinText);
    column->addWidget(m_embedBuiltin, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_embedBuiltin, &Button::clicked, this, [this] {
        if (const auto job = m_presenter.embedding())
            m_context.workspace.jobs().cancel(job->id);
        else
            m_presenter.embedBuiltin();
    });
    return page;
}

void EmbedderPart::setStacked(bool stacked)
{
    m_ollama->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_ollama->setSpacing(stacked ? 16 : 32);
    m_rule->setVisible(!stacked);
    m_fields->setMinimumWidth(stacked ? 0 : theme().scaled(340));
    m_fields->setMaximumWidth(stacked ? theme().scaled(480) : theme().scaled(340));
}

bool EmbedderPart::canChange() const { return m_context.workspace.isOpen() && !m_context.workspace.readOnly(); }

void EmbedderPart::store()
{
    if (!canChange())
        return;
    const QString model = m_model->currentText().isEmpty() ? m_presenter.ollamaModel() : m_model->currentText();
    // An address nobody typed stays unset, so that OLLAMA_HOST goes on to decide.
    const QString address = m_address->text() == m_presenter.ollamaUrl()
                                ? shown(m_context.workspace.settings().ollamaUrl)
                                : m_address->text().trimmed();
    m_presenter.setOllama(address, model, m_batch->value());
}

void EmbedderPart::refreshModels()
{
    QStringList models = m_presenter.models();
    const QString model = m_presenter.ollamaModel();
    QString current = model;
    if (!models.contains(model)) {
        // The server writes the tag where the setting leaves it out.
        if (models.contains(model + QStringLiteral(":latest")))
            current = model + QStringLiteral(":latest");
        else
            models.prepend(model);
    }
    QStringList present;
    for (int i = 0; i < m_model->count(); ++i)
        present.append(m_model->itemText(i));
    if (present != models) {
        m_model->clear();
        m_model->addItems(models);
    }
    m_model->setCurrentText(current);
}

void EmbedderPart::refreshFields()
{
    if (!m_address->hasFocus())
        m_address->setText(m_presenter.ollamaUrl());
    if (!m_batch->hasFocus())
        m_batch->setValue(m_presenter.ollamaBatch());
    m_prefix->setText(m_presenter.documentPrefix());
    refreshModels();
}

void EmbedderPart::refresh()
{
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        m_steps[i]->setStep(m_presenter.steps()[i]);
    refreshFields();
    refreshRefused();
    const bool writable = canChange();
    const auto job = m_presenter.embedding();
    const bool checking = m_presenter.checking();
    m_check->setText(checking ? tr("Stop") : m_presenter.checkError() ? tr("Check again") : tr("Check the server"));
    m_check->setIconId(checking ? IconId::Stop : IconId::Server);
    m_check->setEnabled(m_context.workspace.isOpen() && !job);
    m_embed->setText(job ? tr("Stop") : tr("Embed %1").arg(filmCount(m_context.workspace.itemCount())));
    m_embed->setIconId(job ? IconId::Stop : IconId::Layers);
    m_embed->setEnabled(writable && (job || m_presenter.ollamaReady()));
    m_embed->setToolTip(m_embed->isEnabled() ? QString()
                        : writable           ? text::tip(tr("Check the server first"))
                                             : text::tip(tr("This library can be looked at, not changed")));
    for (QWidget* field : {static_cast<QWidget*>(m_address), static_cast<QWidget*>(m_batch),
                           static_cast<QWidget*>(m_model)})
        field->setEnabled(writable && !job);

    const auto& spaces = m_context.workspace.spaces();
    const auto builtin = std::find_if(spaces.begin(), spaces.end(),
                                      [](const SpaceInfo& space) { return space.provenance.embedder == "builtin"; });
    const bool there = builtin != spaces.end();
    QString words = tr("Word vectors that come with Tastewalk, weighed over this catalogue, for each film and each "
                      "sentence. No server, nothing leaves this computer.");
    if (there)
        words += QLatin1Char(' ') + tr("%1 have their vector.").arg(filmCount(builtin->items));
    m_builtinText->setText(words);
    m_embedBuiltin->setText(job     ? tr("Stop")
                            : there ? tr("Embed anew")
                                    : tr("Embed %1").arg(filmCount(m_context.workspace.itemCount())));
    m_embedBuiltin->setIconId(job ? IconId::Stop : IconId::Layers);
    m_embedBuiltin->setEnabled(writable && m_context.workspace.itemCount() > 0);
}

} // namespace tw::ui
