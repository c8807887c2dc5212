// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/progress_cell.h"

#include <algorithm>

namespace tw::ui {

void ProgressCell::report(Stage stage, std::uint64_t done, std::uint64_t total)
{
    const std::lock_guard lock(m_mutex);
    const bool sameStage = m_progress.reported && m_progress.stage == stage;
    m_progress.done = sameStage ? std::max(m_progress.done, done) : done;
    m_progress.stage = stage;
    m_progress.total = total;
    m_progress.reported = true;
    m_progress.waitsUntil.reset();
}

void ProgressCell::waitUntil(std::chrono::steady_clock::time_point until)
{
    const std::lock_guard lock(m_mutex);
    m_progress.waitsUntil = until;
}

Progress ProgressCell::read() const
{
    const std::lock_guard lock(m_mutex);
    return m_progress;
}

} // namespace tw::ui
