// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/list_export.h"

#include <QList>
#include <QWidget>

class QLabel;

namespace tw {
class Button;
}

namespace tw::ui {

/// What can be done with the selected rows of the history; at the foot of the table, 52 high.
class SelectionBar : public QWidget {
    Q_OBJECT
public:
    explicit SelectionBar(QWidget* parent = nullptr);

    struct Selection {
        int films = 0;
        int liked = 0;         ///< Of them; only these can be exported as likes.
        int disliked = 0;
        bool writable = true;
    };
    void setSelection(const Selection& selection);
    /// Too narrow for all formats: they fold into one button that opens the export dialog.
    void setNarrow(bool narrow);
    void setSideMargin(int margin);

Q_SIGNALS:
    void turnRound();
    void remove();
    void forget();
    void exportAs(tw::ExportFormat format);
    void exportAny();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_count;
    Button* m_turn;
    Button* m_remove;
    Button* m_forget;
    QLabel* m_exportAs;
    Button* m_export;
    QList<Button*> m_formats;
};

} // namespace tw::ui
