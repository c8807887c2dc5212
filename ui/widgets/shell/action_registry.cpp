// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shell/action_registry.h"

#include "ui/widgets/kit/paint.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

#include <algorithm>

namespace tw::ui {
namespace {

constexpr const char* kContext = "Actions";

// The window's commands. Order is the order in the list of keys.
const QList<ActionInfo> kTable{
    {ActionId::Commands, QT_TRANSLATE_NOOP("Actions", "Commands and films"), "Window", "Ctrl+K", IconId::Search},
    {ActionId::FocusSearch, QT_TRANSLATE_NOOP("Actions", "Search"), "Window", "/;Ctrl+F", IconId::Search},
    {ActionId::PageDiscover, QT_TRANSLATE_NOOP("Actions", "Discover"), "Window", "Ctrl+1", IconId::Discover},
    {ActionId::PageExplore, QT_TRANSLATE_NOOP("Actions", "Explore"), "Window", "Ctrl+2", IconId::Explore},
    {ActionId::PageMap, QT_TRANSLATE_NOOP("Actions", "Map"), "Window", "Ctrl+3", IconId::Map},
    {ActionId::PageLikes, QT_TRANSLATE_NOOP("Actions", "Likes"), "Window", "Ctrl+4", IconId::Likes},
    {ActionId::PageLibrary, QT_TRANSLATE_NOOP("Actions", "Library"), "Window", "Ctrl+5", IconId::Library},
    {ActionId::NextPart, QT_TRANSLATE_NOOP("Actions", "Next part of the window"), "Window", "F6", IconId::Right},
    {ActionId::PreviousPart, QT_TRANSLATE_NOOP("Actions", "Part before"), "Window", "Shift+F6", IconId::Left},
    {ActionId::TastePanel, QT_TRANSLATE_NOOP("Actions", "Taste panel"), "Window", "Ctrl+\\", IconId::Panel},
    {ActionId::AllKeys, QT_TRANSLATE_NOOP("Actions", "All keys"), "Window", "?;F1", IconId::Keys},
    {ActionId::Quit, QT_TRANSLATE_NOOP("Actions", "Quit"), "Window", "Ctrl+Q", IconId::X},

    {ActionId::Like, QT_TRANSLATE_NOOP("Actions", "Like"), "Films", "L;Space", IconId::Likes, true},
    {ActionId::Dislike, QT_TRANSLATE_NOOP("Actions", "Dislike"), "Films", "D", IconId::Dislike, true},
    {ActionId::MoreLikeThis, QT_TRANSLATE_NOOP("Actions", "More like this"), "Films", "M", IconId::More, true},
    {ActionId::Between, QT_TRANSLATE_NOOP("Actions", "Between two films"), "Films", "B", IconId::Link, true},
    {ActionId::Hide, QT_TRANSLATE_NOOP("Actions", "Hide"), "Films", "H", IconId::X, true},
    {ActionId::Details, QT_TRANSLATE_NOOP("Actions", "Details"), "Films", "Return", IconId::Info, true},
    {ActionId::ShowOnMap, QT_TRANSLATE_NOOP("Actions", "Show on the map"), "Films", "G", IconId::Map, true},
    {ActionId::Undo, QT_TRANSLATE_NOOP("Actions", "Undo"), "Films", "Ctrl+Z", IconId::Undo},
    {ActionId::Redo, QT_TRANSLATE_NOOP("Actions", "Do it again"), "Films", "Ctrl+Shift+Z;Ctrl+Y", IconId::Undo},
    {ActionId::CloseInnermost, QT_TRANSLATE_NOOP("Actions", "Close, clear, cancel"), "Films", "Esc", IconId::X},

    {ActionId::MemoryLess, QT_TRANSLATE_NOOP("Actions", "Memory down"), "Taste", "[", IconId::Down},
    {ActionId::MemoryMore, QT_TRANSLATE_NOOP("Actions", "Memory up"), "Taste", "]", IconId::Up},
    {ActionId::NoiseLess, QT_TRANSLATE_NOOP("Actions", "Noise down"), "Taste", "-", IconId::Down},
    {ActionId::NoiseMore, QT_TRANSLATE_NOOP("Actions", "Noise up"), "Taste", "+;=", IconId::Up},
    {ActionId::Shuffle, QT_TRANSLATE_NOOP("Actions", "Shuffle: a new seed"), "Taste", "R", IconId::Shuffle},
    {ActionId::Seed, QT_TRANSLATE_NOOP("Actions", "Type a seed"), "Taste", "S", IconId::Text},
    {ActionId::Pin, QT_TRANSLATE_NOOP("Actions", "Pin the list"), "Taste", "P", IconId::Pin},
    {ActionId::ArticleMode, QT_TRANSLATE_NOOP("Actions", "Explore as in the article"), "Taste", "", IconId::Explore},

    {ActionId::Export, QT_TRANSLATE_NOOP("Actions", "Export a list…"), "Library", "Ctrl+E", IconId::Export},
    {ActionId::Import, QT_TRANSLATE_NOOP("Actions", "Import a catalogue…"), "Library", "Ctrl+I", IconId::Import},
    {ActionId::OpenLibrary, QT_TRANSLATE_NOOP("Actions", "Open a library…"), "Library", "Ctrl+O", IconId::Folder},
    {ActionId::NewLibrary, QT_TRANSLATE_NOOP("Actions", "New library…"), "Library", "Ctrl+N", IconId::Plus},
    {ActionId::MapFit, QT_TRANSLATE_NOOP("Actions", "Show the whole map"), "Library", "0", IconId::Fit},
    {ActionId::Settings, QT_TRANSLATE_NOOP("Actions", "Settings"), "Library", "Ctrl+,", IconId::Settings},
    {ActionId::ThemeLight, QT_TRANSLATE_NOOP("Actions", "Light colours"), "Library", "", IconId::Eye},
    {ActionId::ThemeDark, QT_TRANSLATE_NOOP("Actions", "Dark colours"), "Library", "", IconId::Eye},
    {ActionId::ThemeSystem, QT_TRANSLATE_NOOP("Actions", "Colours of the desktop"), "Library", "", IconId::Eye},
    {ActionId::ForgetEverything, QT_TRANSLATE_NOOP("Actions", "Forget everything…"), "Library", "", IconId::Trash},
};

QList<QKeySequence> sequences(const ActionInfo& info)
{
    QList<QKeySequence> keys;
    for (const QString& key : QString::fromLatin1(info.shortcuts).split(QLatin1Char(';'), Qt::SkipEmptyParts))
        keys.append(QKeySequence(key, QKeySequence::PortableText));
    return keys;
}

const ActionInfo& infoOf(ActionId id)
{
    const auto found = std::find_if(kTable.begin(), kTable.end(), [id](const ActionInfo& info) { return info.id == id; });
    Q_ASSERT(found != kTable.end());
    return *found;
}

} // namespace

ActionRegistry::ActionRegistry(QObject* parent) : QObject(parent)
{
    QList<QKeySequence> taken;
    for (const ActionInfo& info : kTable) {
        auto* action = new QAction(icon(info.icon), name(info.id), this);
        action->setObjectName(QStringLiteral("action.%1").arg(static_cast<int>(info.id)));
        for (const QKeySequence& key : sequences(info)) {
            Q_ASSERT_X(!taken.contains(key), "ActionRegistry", qPrintable(key.toString()));
            taken.append(key);
        }
        if (!info.listOnly)
            action->setShortcuts(sequences(info));
        m_actions.emplace(info.id, action);
    }
}

const QList<ActionInfo>& ActionRegistry::table() { return kTable; }

QAction* ActionRegistry::action(ActionId id) const { return m_actions.at(id); }

void ActionRegistry::attach(QWidget* window)
{
    for (const auto& [id, action] : m_actions) {
        Q_UNUSED(id);
        action->setShortcutContext(Qt::WindowShortcut);
        window->addAction(action);
    }
}

void ActionRegistry::connectTo(ActionId id, QObject* context, std::function<void()> act)
{
    connect(action(id), &QAction::triggered, context, [act = std::move(act)] { act(); });
}

QString ActionRegistry::name(ActionId id) { return QCoreApplication::translate(kContext, infoOf(id).name); }

QString ActionRegistry::tooltip(ActionId id) const
{
    const QList<QKeySequence> keys = sequences(infoOf(id));
    if (keys.isEmpty())
        return name(id);
    return QStringLiteral("%1 (%2)").arg(name(id), keyHintText(keys.first().toString(QKeySequence::PortableText)));
}

QString ActionRegistry::groupName(const char* group)
{
    const QLatin1String key(group);
    if (key == QLatin1String("Window"))
        return tr("Anywhere");
    if (key == QLatin1String("Films"))
        return tr("On a film");
    if (key == QLatin1String("Taste"))
        return tr("Taste and noise");
    return tr("Lists and library");
}

} // namespace tw::ui
