// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shot_runner.h"

#include "ui/widgets/shell/main_window.h"

#include <QCoreApplication>
#include <QPixmap>

#include <cstdio>

namespace tw {
namespace {

constexpr int kLookEveryMs = 50;
constexpr int kGiveUpAfterLooks = 120'000 / kLookEveryMs;
// Animations (at most 400 ms) and queued repaints end within these.
constexpr int kLooksInARow = 12;

} // namespace

ShotRunner::ShotRunner(ui::MainWindow& window, QString file, QObject* parent)
    : QObject(parent), m_window(window), m_file(std::move(file))
{
    connect(&m_timer, &QTimer::timeout, this, &ShotRunner::look);
    m_timer.start(kLookEveryMs);
}

void ShotRunner::look()
{
    m_completeLooks = m_window.complete() ? m_completeLooks + 1 : 0;
    if (++m_looks > kGiveUpAfterLooks) {
        std::fputs("tastewalk: the window did not become complete\n", stderr);
        QCoreApplication::exit(1);
    } else if (m_completeLooks >= kLooksInARow) {
        m_timer.stop();
        const bool written = m_window.grab().save(m_file, "PNG");
        if (!written)
            std::fprintf(stderr, "tastewalk: could not write %s\n", qUtf8Printable(m_file));
        QCoreApplication::exit(written ? 0 : 1);
    }
}

} // namespace tw
