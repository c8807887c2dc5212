// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shell/overlay.h"
#include "ui/widgets/shell/window_context.h"

class QVBoxLayout;

namespace tw {
class Segment;
}

namespace tw::ui {

/// Settings of the program (colours, density, contrast, motion) and of the library (seen films, history). In force at
/// once; nothing to confirm but what is lost for good.
class SettingsOverlay : public Overlay {
    Q_OBJECT
public:
    SettingsOverlay(WindowContext context, QWidget* window);

protected:
    void focusFirst() override;

private:
    void addLook(QVBoxLayout* layout);
    QWidget* languageChoice();
    void addPrivacy(QVBoxLayout* layout);
    /// False when the user kept what would be lost.
    bool changeKeepHistory(bool keep);

    WindowContext m_context;
    Segment* m_theme = nullptr;
};

} // namespace tw::ui
