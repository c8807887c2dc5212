// SPDX-License-Identifier: GPL-3.0-or-later
// Private to workspace*.cpp.
#pragma once

#include "ui/model/workspace.h"

#include <utility>

namespace tw::ui {

struct Workspace::Store {
    std::unique_ptr<Library> library;
};

struct Workspace::Moment {
    std::shared_ptr<Store> store;
    std::shared_ptr<const Catalog> catalog;
    std::shared_ptr<const TasteHistory> history;
    LibrarySettings settings;
    std::optional<std::vector<float>> keptProfile;
    std::optional<std::vector<SpaceInfo>> spaces;
    QString name;
    bool readOnly = false;
};

template <class Write, class Done>
void Workspace::store(JobKind kind, Attempt attempt, Write write, Done done)
{
    if (!m_store)
        return;
    using T = typename std::invoke_result_t<Write&, Library&, const Session&>::value_type;
    struct Stored {
        Moment moment;
        T value;
    };
    JobSpec spec;
    spec.lane = Lane::Storage;
    spec.kind = kind;
    spec.mustFinish = true;
    beginWrite();
    m_jobs.submit(spec, [held = m_store, session = m_session, write = std::move(write)](
                            const TaskContext&) mutable -> Result<std::shared_ptr<const Stored>> {
        // The session of the moment of asking, with what other writes of this lane have changed since.
        Session now = *session;
        now.history = held->library->history();
        now.settings.keepHistory = held->library->settings().keepHistory;
        TW_ASSIGN(auto value, write(*held->library, now));
        return std::make_shared<const Stored>(Stored{momentOf(held, false), std::move(value)});
    }).then(this, [this, attempt, generation = m_generation, done = std::move(done)](
                      Result<std::shared_ptr<const Stored>> stored) mutable {
        endWrite();
        if (generation != m_generation)
            return;
        if (!stored) {
            report(stored.error(), attempt);
            return;
        }
        take((*stored)->moment, SessionPart::History | SessionPart::KeptProfile);
        done((*stored)->value);
    });
}

template <class Work, class Done>
void Workspace::runBig(JobSpec spec, Attempt attempt, Work work, Done done)
{
    using T = typename std::invoke_result_t<Work&, const TaskContext&>::value_type;
    spec.visible = true;
    m_jobs.submit(std::move(spec), std::move(work))
        .then(this, [this, attempt, generation = m_generation, done = std::move(done)](Result<T> result) mutable {
            if (!result)
                report(result.error(), attempt);
            else if (generation == m_generation)
                done(std::move(*result));
            // Also after a failure: what was done before it (or by others meanwhile) is to be seen.
            if (generation == m_generation)
                look(false);
        });
}

} // namespace tw::ui
