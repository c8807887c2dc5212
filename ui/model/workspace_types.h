// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QMetaType>

namespace tw::ui {

/// Parts of the session that a change concerns.
enum class SessionPart {
    Catalog = 1, History = 2, Text = 4, Space = 8, Embedder = 16, Settings = 32, KeptProfile = 64, Spaces = 128
};
Q_DECLARE_FLAGS(SessionParts, SessionPart)
Q_DECLARE_OPERATORS_FOR_FLAGS(SessionParts)

enum class WorkspaceState {
    Closed,       ///< No library.
    Opening,      ///< The catalogue is being read; the old library, if any, is still shown.
    LoadingSpace, ///< Catalogue, history and text search work; the space is on its way.
    Ready,        ///< All that the library has is loaded.
};

enum class HistoryMove { Done, Undone, Redone };

} // namespace tw::ui

Q_DECLARE_METATYPE(tw::ui::SessionParts)
