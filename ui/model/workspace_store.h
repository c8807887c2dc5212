// SPDX-License-Identifier: GPL-3.0-or-later
// Private to workspace*.cpp.
#pragma once

#include "core/library/library_store.h"
#include "ui/model/workspace.h"

#include <utility>

namespace tw::ui {

struct Workspace::Store {
    std::unique_ptr<Library> library;
    /// NotFound once the library's file is gone: SQLite goes on writing to a file without a name, and what it
    /// acknowledges there is lost.
    Status stillThere() const
    {
        std::error_code error;
        if (std::filesystem::exists(databasePath(library->folder()), error) || error)
            return {};
        return fail(ErrorCode::NotFound, library->folder().string());
    }
};

struct Workspace::Opening {
    std::filesystem::path folder;
    bool fillWithBundled = false;   ///< When it has no films: a first start that was broken off.
    bool createIfMissing = false;
    std::vector<std::filesystem::path> files; ///< Of the library to make.
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
    auto again = [this, kind, attempt, write, done] { store(kind, attempt, write, done); };
    m_jobs.submit(spec, [held = m_store, session = m_session, write = std::move(write)](
                            const TaskContext&) mutable -> Result<std::shared_ptr<const Stored>> {
        TW_TRY(held->stillThere());
        // The session of the moment of asking, with what other writes of this lane have changed since.
        Session now = *session;
        now.history = held->library->history();
        now.settings.keepHistory = held->library->settings().keepHistory;
        TW_ASSIGN(auto value, write(*held->library, now));
        return std::make_shared<const Stored>(Stored{momentOf(held, false), std::move(value)});
    }).then(this, [this, attempt, generation = m_generation, done = std::move(done), again = std::move(again)](
                      Result<std::shared_ptr<const Stored>> stored) mutable {
        endWrite();
        if (generation != m_generation)
            return;
        if (!stored) {
            report(stored.error(), attempt, std::move(again));
            return;
        }
        take((*stored)->moment, SessionPart::History | SessionPart::KeptProfile);
        done((*stored)->value);
    });
}

template <class Work, class Done>
JobId Workspace::runBig(JobSpec spec, Attempt attempt, Work work, Done done, std::function<void()> again)
{
    using T = typename std::invoke_result_t<Work&, const TaskContext&>::value_type;
    spec.visible = true;
    const auto handle = m_jobs.submit(std::move(spec), std::move(work));
    handle.then(this, [this, attempt, generation = m_generation, progress = handle.progress(), done = std::move(done),
                       again = std::move(again)](Result<T> result) mutable {
        if (!result) {
            m_failedProgress = progress();
            report(result.error(), attempt, generation == m_generation ? std::move(again) : nullptr);
        } else if (generation == m_generation) {
            done(std::move(*result));
        }
        // Also after a failure: what was done before it (or by others meanwhile) is to be seen.
        if (generation == m_generation)
            look(false);
    });
    return handle.id();
}

} // namespace tw::ui
