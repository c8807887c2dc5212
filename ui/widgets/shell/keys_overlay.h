// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shell/overlay.h"

namespace tw {
class IconButton;
}

namespace tw::ui {

class ActionRegistry;

/// "?": every key of the window, made from the table of actions.
class KeysOverlay : public Overlay {
    Q_OBJECT
public:
    KeysOverlay(const ActionRegistry& actions, QWidget* window);

protected:
    void focusFirst() override;

private:
    IconButton* m_close;
};

} // namespace tw::ui
