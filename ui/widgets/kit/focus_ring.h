// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;
class QWidget;

namespace tw {

/// Installs the application-wide ring: 2 px Accent, 2 px outside of the focused button, only after a
/// key press. Theme::install() does this. Calling it again does nothing.
void installFocusRing(QApplication& application);

/// True when the last input was a key, so a focused part should show its ring.
bool keyboardFocusVisible();

/// Takes a widget out of the application-wide ring because it paints its focus itself (rows, sliders,
/// fields). Views and text fields are out already.
void setPaintsOwnFocus(QWidget* widget);

/// The radius of the ring's inner part; buttons of the kit set it. Default radius::kControl.
void setFocusRadius(QWidget* widget, int radius);

}  // namespace tw
