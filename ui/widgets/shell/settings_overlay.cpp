// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shell/settings_overlay.h"

#include "ui/model/app_settings.h"
#include "ui/model/translations.h"
#include "ui/model/workspace.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/option_row.h"
#include "ui/widgets/kit/segment.h"
#include "ui/widgets/shell/action_registry.h"
#include "ui/widgets/shell/dialog_service.h"
#include "ui/widgets/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

QHBoxLayout* line(const QString& name, QWidget* control)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(makeLabel(name, TypeStep::Body));
    row->addStretch(1);
    row->addWidget(control);
    return row;
}

} // namespace

SettingsOverlay::SettingsOverlay(WindowContext context, QWidget* window)
    : Overlay(window, tr("Settings"), 620), m_context(context)
{
    setObjectName(QStringLiteral("settingsOverlay"));
    auto* layout = new QVBoxLayout(frame());
    layout->setContentsMargins(24, 20, 24, 24);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    auto* close = new IconButton(IconId::X, tr("Close"));
    head->addWidget(makeLabel(tr("Settings"), TypeStep::Page));
    head->addStretch(1);
    head->addWidget(close);
    layout->addLayout(head);
    connect(close, &IconButton::clicked, this, &Overlay::closeOverlay);
    layout->addSpacing(8);
    addLook(layout);
    layout->addSpacing(12);
    addPrivacy(layout);
}

void SettingsOverlay::focusFirst() { m_theme->focusCurrent(); }

void SettingsOverlay::addLook(QVBoxLayout* layout)
{
    layout->addWidget(makeLabel(tr("Look"), TypeStep::Section));
    m_theme = new Segment(tr("Colours"));
    m_theme->addEntry(static_cast<int>(ThemeMode::System), tr("As the desktop"));
    m_theme->addEntry(static_cast<int>(ThemeMode::Light), tr("Light"));
    m_theme->addEntry(static_cast<int>(ThemeMode::Dark), tr("Dark"));
    m_theme->setCurrentId(static_cast<int>(theme().mode()));
    connect(m_theme, &Segment::currentChanged, this, [this](int mode) {
        const auto wanted = static_cast<ThemeMode>(mode);
        const ActionId id = wanted == ThemeMode::Light  ? ActionId::ThemeLight
                            : wanted == ThemeMode::Dark ? ActionId::ThemeDark
                                                        : ActionId::ThemeSystem;
        m_context.actions.action(id)->trigger();
    });
    layout->addSpacing(4);
    layout->addLayout(line(tr("Colours"), m_theme));
    layout->addSpacing(8);

    auto* density = new Segment(tr("Density"));
    density->addEntry(static_cast<int>(Density::Comfortable), tr("Comfortable"));
    density->addEntry(static_cast<int>(Density::Compact), tr("Compact"));
    density->setCurrentId(static_cast<int>(theme().density()));
    connect(density, &Segment::currentChanged, this, [this](int id) {
        theme().setDensity(static_cast<Density>(id));
        m_context.settings.set(Setting::Density, id == static_cast<int>(Density::Compact) ? QStringLiteral("compact")
                                                                                          : QStringLiteral("comfortable"));
    });
    layout->addLayout(line(tr("Density"), density));
    layout->addSpacing(8);
    layout->addLayout(line(tr("Language, from the next start"), languageChoice()));
    layout->addSpacing(4);

    const auto check = [&](const QString& title, const QString& note, bool on, auto act) {
        auto* row = new OptionRow(title, note, nullptr, OptionRow::Sign::Check);
        row->setCheckable(true);
        row->setChecked(on);
        connect(row, &OptionRow::toggled, this, act);
        layout->addWidget(row);
    };
    check(tr("Raised contrast"), tr("Stronger lines and small text"), theme().raisedContrast(), [this](bool on) {
        theme().setRaisedContrast(on);
        m_context.settings.set(Setting::RaisedContrast, on);
    });
    check(tr("Reduced motion"), tr("Nothing slides or fades"), theme().reducedMotion(), [this](bool on) {
        theme().setReducedMotion(on);
        m_context.settings.set(Setting::ReducedMotion, on);
    });
}

QWidget* SettingsOverlay::languageChoice()
{
    const QStringList languages = translationLanguages();
    auto* choice = new Segment(tr("Language, from the next start"));
    choice->setObjectName(QStringLiteral("languageChoice"));
    choice->addEntry(-1, tr("As the desktop"));
    // Each in its own language: who does not read the present one must find theirs.
    for (qsizetype i = 0; i < languages.size(); ++i)
        choice->addEntry(static_cast<int>(i), languageOwnName(languages[i]));
    const QString chosen = m_context.settings.text(Setting::Language);
    choice->setCurrentId(chosen.isEmpty() ? -1 : static_cast<int>(languages.indexOf(translationFor({chosen}))));
    connect(choice, &Segment::currentChanged, this, [this, languages](int id) {
        m_context.settings.set(Setting::Language, id < 0 ? QString() : languages[id]);
    });
    return choice;
}

void SettingsOverlay::addPrivacy(QVBoxLayout* layout)
{
    Workspace& workspace = m_context.workspace;
    const bool writable = workspace.isOpen() && !workspace.readOnly();
    layout->addWidget(makeLabel(tr("Taste"), TypeStep::Section));
    auto* seen = new OptionRow(tr("Recommend seen films too"),
                               tr("Liked, disliked and hidden films may come up again"), nullptr,
                               OptionRow::Sign::Check);
    seen->setCheckable(true);
    seen->setChecked(workspace.settings().showSeen);
    seen->setEnabled(writable);
    connect(seen, &OptionRow::toggled, this, [&workspace](bool on) { workspace.setShowSeen(on); });
    layout->addWidget(seen);

    auto* keep = new OptionRow(tr("Keep no history"),
                               tr("Only where your taste stands is kept; likes can’t be listed or undone"),
                               nullptr, OptionRow::Sign::Check);
    keep->setCheckable(true);
    keep->setChecked(!workspace.settings().keepHistory);
    keep->setEnabled(writable);
    connect(keep, &OptionRow::clicked, this, [this, keep](bool on) {
        keep->setChecked(changeKeepHistory(!on) ? on : !on);
    });
    layout->addWidget(keep);

    layout->addSpacing(8);
    auto* row = new QHBoxLayout;
    auto* forget = new Button(IconId::Trash, tr("Forget everything…"));
    forget->setKind(ButtonKind::Danger);
    forget->setEnabled(writable);
    connect(forget, &Button::clicked, m_context.actions.action(ActionId::ForgetEverything), &QAction::trigger);
    row->addWidget(makeLabel(tr("Nothing leaves this computer."), TypeStep::Small, ColorToken::Text2));
    row->addStretch(1);
    row->addWidget(forget);
    layout->addLayout(row);
}

bool SettingsOverlay::changeKeepHistory(bool keep)
{
    Workspace& workspace = m_context.workspace;
    const auto acts = static_cast<int>(workspace.session()->history->events().size());
    if (!keep && acts > 0
        && !m_context.dialogs.confirmLoss(
            this, tr("Delete the history and keep only your place?"),
            tr("%n entries are deleted for good. From now on a like moves your place and is then forgotten.", nullptr,
               acts),
            tr("Delete the history")))
        return false;
    workspace.setKeepHistory(keep);
    return true;
}

} // namespace tw::ui
