// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shell/error_details.h"

#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace tw::ui {

ErrorDetails::ErrorDetails(const ErrorText& text, QWidget* window)
    : Overlay(window, tr("Details"), 640), m_copy(new Button(IconId::Copy, tr("Copy")))
{
    setObjectName(QStringLiteral("errorDetails"));
    auto* layout = new QVBoxLayout(frame());
    layout->setContentsMargins(24, 20, 24, 24);
    layout->setSpacing(12);
    auto* head = new QHBoxLayout;
    QLabel* title = makeLabel(text.title, TypeStep::Section, ColorToken::Text, nullptr, true);
    auto* close = new IconButton(IconId::X, tr("Close"));
    head->addWidget(title, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    layout->addLayout(head);
    for (const QString& sentence : {text.kept, text.advice}) {
        if (!sentence.isEmpty())
            layout->addWidget(makeLabel(sentence, TypeStep::Body, ColorToken::Text2, nullptr, true));
    }
    auto* technical = new QPlainTextEdit;
    technical->setObjectName(QStringLiteral("technicalText"));
    technical->setAccessibleName(tr("Technical text"));
    technical->setReadOnly(true);
    technical->setFont(theme().font(TypeStep::Mono));
    technical->setPlainText(text.details);
    technical->setProperty("twPreview", true);
    technical->setTabChangesFocus(true);
    technical->setFixedHeight(theme().scaled(156));
    layout->addWidget(technical);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    m_copy->setObjectName(QStringLiteral("copyDetails"));
    foot->addWidget(m_copy);
    layout->addLayout(foot);
    const QString whole = text.title + QLatin1Char('\n') + text.sentence + QStringLiteral("\n\n") + text.details;
    connect(m_copy, &Button::clicked, this, [this, whole] {
        QGuiApplication::clipboard()->setText(whole);
        m_copy->setText(tr("Copied"));
    });
    connect(close, &IconButton::clicked, this, &Overlay::closeOverlay);
}

void ErrorDetails::focusFirst() { m_copy->setFocus(Qt::OtherFocusReason); }

} // namespace tw::ui
