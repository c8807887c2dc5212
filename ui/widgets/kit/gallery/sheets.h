// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tw {

/// The design's sheet of components, made of the kit. The caller owns it.
QWidget* makeComponentsSheet();

/// What that sheet lacks: navigation, search field, options, cards, rows of columns and of the panel, a table,
/// plain Qt controls.
QWidget* makeControlsSheet();

/// Puts the focus on the part that shows it and moves the slider whose bubble is to be seen.
void focusForPicture(QWidget* sheet);

}  // namespace tw
