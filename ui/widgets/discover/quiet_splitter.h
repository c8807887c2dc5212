// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace tw::ui {

/// A splitter whose handles show a line only before its last part (which scrolls apart) and under the pointer.
class QuietSplitter : public QSplitter {
    Q_OBJECT
public:
    explicit QuietSplitter(QWidget* parent = nullptr);

protected:
    QSplitterHandle* createHandle() override;
};

} // namespace tw::ui
