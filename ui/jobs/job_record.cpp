// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_record.h"

namespace tw::ui {

JobState JobRecord::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

std::optional<Error> JobRecord::error() const
{
    const std::lock_guard lock(m_mutex);
    return m_error;
}

bool JobRecord::cancel(bool force)
{
    const std::lock_guard lock(m_mutex);
    if (isTerminal(m_state) || (m_spec.mustFinish && !force))
        return false;
    m_stop.request_stop();
    if (m_state != JobState::Queued)
        return false;
    m_state = JobState::Cancelled;
    return true;
}

bool JobRecord::run()
{
    bool wanted = false;
    {
        const std::lock_guard lock(m_mutex);
        wanted = m_state == JobState::Queued;
        if (wanted)
            m_state = JobState::Running;
    }
    if (!wanted) {
        discard();
        return false;
    }
    auto error = execute(TaskContext{m_stop.get_token(), &m_cell});
    const std::lock_guard lock(m_mutex);
    if (!error)
        m_state = JobState::Succeeded;
    else
        m_state = error->code == ErrorCode::Cancelled ? JobState::Cancelled : JobState::Failed;
    m_error = std::move(error);
    return true;
}

} // namespace tw::ui
