// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/error_text.h"
#include "ui/widgets/shell/overlay.h"

namespace tw {
class Button;
}

namespace tw::ui {

/// What a banner says in short, whole: the sentences and the technical text, to be read, selected and copied.
class ErrorDetails : public Overlay {
    Q_OBJECT
public:
    ErrorDetails(const ErrorText& text, QWidget* window);

protected:
    void focusFirst() override;

private:
    Button* m_copy;
};

} // namespace tw::ui
