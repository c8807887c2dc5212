// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace tw::ui {
class MainWindow;
}

namespace tw {

/// Waits until the window is complete, writes its picture, and ends the program: 0, or 1 when the picture could not be
/// written or the window never became complete.
class ShotRunner : public QObject {
    Q_OBJECT
public:
    ShotRunner(ui::MainWindow& window, QString file, QObject* parent = nullptr);

private:
    void look();

    ui::MainWindow& m_window;
    QString m_file;
    QTimer m_timer;
    int m_completeLooks = 0;
    int m_looks = 0;
};

} // namespace tw
