// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shell/keys_overlay.h"

#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/shell/action_registry.h"
#include "ui/widgets/theme/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

/// The keys of one action as hints: Ctrl Z.
class KeyHints : public QWidget {
public:
    explicit KeyHints(const QString& shortcut)
    {
        // "Ctrl++" ends in the key itself.
        const QString native = QKeySequence(shortcut, QKeySequence::PortableText).toString(QKeySequence::NativeText);
        m_keys = native.split(QLatin1Char('+'), Qt::SkipEmptyParts);
        if (native.endsWith(QLatin1Char('+')))
            m_keys.append(QStringLiteral("+"));
        double width = 0;
        for (const QString& key : std::as_const(m_keys))
            width += paint::keyHintSize(key).width() + 4;
        setFixedSize(static_cast<int>(width) + 2, 24);
        setAccessibleName(native);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        double x = 0;
        for (const QString& key : std::as_const(m_keys)) {
            paint::keyHint(&painter, {x, 2}, key);
            x += paint::keyHintSize(key).width() + 4;
        }
    }

private:
    QStringList m_keys;
};

} // namespace

KeysOverlay::KeysOverlay(const ActionRegistry& actions, QWidget* window)
    : Overlay(window, tr("Keyboard"), 1120), m_close(new IconButton(IconId::X, tr("Close")))
{
    Q_UNUSED(actions);
    setObjectName(QStringLiteral("keysOverlay"));
    auto* layout = new QVBoxLayout(frame());
    layout->setContentsMargins(28, 20, 28, 24);
    layout->setSpacing(16);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Keyboard"), TypeStep::Page));
    head->addStretch(1);
    head->addWidget(m_close);
    layout->addLayout(head);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(24);
    for (const char* group : {"Window", "Films", "Taste", "Library"}) {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(12);
        grid->setVerticalSpacing(8);
        grid->addWidget(makeLabel(ActionRegistry::groupName(group), TypeStep::Section), 0, 0, 1, 2);
        int row = 1;
        for (const ActionInfo& info : ActionRegistry::table()) {
            if (QLatin1String(info.group) != QLatin1String(group) || QLatin1String(info.shortcuts).isEmpty())
                continue;
            const QString first = QString::fromLatin1(info.shortcuts).section(QLatin1Char(';'), 0, 0);
            grid->addWidget(new KeyHints(first), row, 0);
            grid->addWidget(makeLabel(ActionRegistry::name(info.id), TypeStep::Small, ColorToken::Text, nullptr, true), row, 1);
            ++row;
        }
        grid->setRowStretch(row, 1);
        grid->setColumnStretch(1, 1);
        columns->addLayout(grid, 1);
    }
    layout->addLayout(columns);
    layout->addWidget(makeSeparator(Qt::Horizontal));
    layout->addWidget(makeLabel(tr("Single letters work when no text field has the focus."), TypeStep::Caption,
                                ColorToken::Text2));
    connect(m_close, &IconButton::clicked, this, &Overlay::closeOverlay);
}

void KeysOverlay::focusFirst() { m_close->setFocus(Qt::OtherFocusReason); }

} // namespace tw::ui
