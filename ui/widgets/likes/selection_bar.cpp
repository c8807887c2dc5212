// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/likes/selection_bar.h"

#include "ui/model/export_presenter.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace tw::ui {
namespace {

Button* flat(IconId iconId, const QString& text, const char* name)
{
    auto* button = new Button(iconId, text);
    button->setKind(ButtonKind::Flat);
    button->setObjectName(QLatin1String(name));
    return button;
}

} // namespace

SelectionBar::SelectionBar(QWidget* parent)
    : QWidget(parent), m_count(makeLabel({}, TypeStep::Label, ColorToken::Text)),
      m_turn(flat(IconId::Dislike, tr("Turn into dislike"), "turnRoundButton")),
      m_remove(flat(IconId::Trash, tr("Remove"), "removeButton")),
      m_forget(flat(IconId::None, tr("Forget…"), "forgetButton")),
      m_exportAs(makeLabel(tr("Export as", "followed by buttons CSV, JSON, …"), TypeStep::Small, ColorToken::Text2)),
      m_export(new Button(IconId::Export, tr("Export…")))
{
    setObjectName(QStringLiteral("selectionBar"));
    m_count->setObjectName(QStringLiteral("selectionCount"));
    m_remove->setKeyHint(keyHintText(QStringLiteral("Del")));
    m_remove->setToolTip(text::tip(tr("Takes the selected films back; undo brings them again")));
    m_forget->setToolTip(text::tip(tr("Deletes every entry about the selected films for good")));
    m_export->setObjectName(QStringLiteral("exportSelectedButton"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(24, 1, 24, 0);
    row->setSpacing(8);
    row->addWidget(m_count);
    row->addSpacing(8);
    row->addWidget(m_turn);
    row->addWidget(m_remove);
    row->addWidget(m_forget);
    row->addStretch(1);
    row->addWidget(m_exportAs);
    row->addSpacing(4);
    for (const ExportFormat format :
         {ExportFormat::Csv, ExportFormat::Json, ExportFormat::Markdown, ExportFormat::Letterboxd}) {
        auto* button = new Button(ExportPresenter::formatName(format));
        button->setAccessibleName(tr("Export selected films as %1").arg(button->text()));
        button->setObjectName(QStringLiteral("exportAs.%1").arg(button->text()));
        connect(button, &Button::clicked, this, [this, format] { Q_EMIT exportAs(format); });
        row->addWidget(button);
        m_formats.append(button);
    }
    row->addWidget(m_export);
    connect(m_turn, &Button::clicked, this, &SelectionBar::turnRound);
    connect(m_remove, &Button::clicked, this, &SelectionBar::remove);
    connect(m_forget, &Button::clicked, this, &SelectionBar::forget);
    connect(m_export, &Button::clicked, this, &SelectionBar::exportAny);
    connect(&theme(), &Theme::changed, this, [this] { setFixedHeight(theme().controlHeight() + 20); });
    setFixedHeight(theme().controlHeight() + 20);
    setNarrow(false);
}

void SelectionBar::setSelection(const Selection& selection)
{
    m_count->setText(tr("%Ln selected", nullptr, selection.films));
    const bool allDisliked = selection.disliked == selection.films;
    m_turn->setText(allDisliked ? tr("Turn into like") : tr("Turn into dislike"));
    m_turn->setIconId(allDisliked ? IconId::Likes : IconId::Dislike);
    for (Button* button : {m_turn, m_remove, m_forget}) {
        button->setEnabled(selection.writable);
        if (!selection.writable)
            button->setToolTip(text::tip(tr("This library can be looked at, not changed")));
    }
    for (Button* button : m_formats + QList<Button*>{m_export}) {
        button->setEnabled(selection.liked > 0);
        button->setToolTip(selection.liked > 0 ? QString() : text::tip(tr("Only liked films are exported")));
    }
}

void SelectionBar::setNarrow(bool narrow)
{
    m_exportAs->setVisible(!narrow);
    for (Button* button : m_formats)
        button->setVisible(!narrow);
    m_export->setVisible(narrow);
}

void SelectionBar::setSideMargin(int margin) { layout()->setContentsMargins(margin, 1, margin, 0); }

void SelectionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorToken::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), theme().color(ColorToken::Line));
}

} // namespace tw::ui
