// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/icons.h"

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <map>

class QAction;
class QWidget;

namespace tw::ui {

/// Every command of the window, in one place: menus, tooltips, the command list and the list of keys are made from it.
enum class ActionId {
    Commands, FocusSearch, PageDiscover, PageExplore, PageMap, PageLikes, PageLibrary, NextPart, PreviousPart,
    Like, Dislike, MoreLikeThis, Between, Hide, Details, ShowOnMap, Pin, Shuffle, Seed, MemoryLess, MemoryMore, NoiseLess,
    NoiseMore, Undo, Redo, Export, Import, OpenLibrary, NewLibrary, TastePanel, CloseInnermost, AllKeys, Settings,
    ArticleMode, MapFit, ThemeLight, ThemeDark, ThemeSystem, ForgetEverything, Quit
};

/// How an action looks in the table of actions.
struct ActionInfo {
    ActionId id;
    const char* name;      ///< Source text, translated in the context "Actions".
    const char* group;     ///< "Films", "Pages", "Taste", "Lists", "Map", "Library", "Window".
    const char* shortcuts; ///< Portable, several separated by ";". Letters act only when no text field has the focus.
    IconId icon;
    bool listOnly = false; ///< Handled by the list that has the focus; here only so that the list of keys is whole.
};

/// Makes the QActions of a window. Conflicting shortcuts are a programming error (asserted, tested).
class ActionRegistry : public QObject {
    Q_OBJECT
public:
    explicit ActionRegistry(QObject* parent = nullptr);
    static const QList<ActionInfo>& table();

    QAction* action(ActionId id) const;
    /// Adds all actions to the window, so that their keys work there.
    void attach(QWidget* window);
    /// Runs `act` when the action is triggered.
    void connectTo(ActionId id, QObject* context, std::function<void()> act);
    /// Translated name; with its first key: "Undo (Ctrl+Z)".
    static QString name(ActionId id);
    QString tooltip(ActionId id) const;
    static QString groupName(const char* group);

private:
    std::map<ActionId, QAction*> m_actions;
};

} // namespace tw::ui
