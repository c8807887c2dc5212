// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/workspace_store.h"

#include <QRandomGenerator>

#include <algorithm>

namespace tw::ui {
namespace {

bool changesNothing(const TasteHistory& history, Act act, ItemId item)
{
    const ItemState state = history.state(item);
    switch (act) {
    case Act::Liked: return state == ItemState::Liked;
    case Act::Disliked: return state == ItemState::Disliked;
    case Act::Hidden: return state == ItemState::Hidden;
    case Act::Removed: return state == ItemState::None;
    case Act::Undone: return true;
    }
    return true;
}

} // namespace

void Workspace::act(Act act, ItemId item, Source source, const QString& detail)
{
    this->act(act, std::vector<ItemId>{item}, source, detail);
}

void Workspace::act(Act act, const std::vector<ItemId>& items, Source source, const QString& detail)
{
    std::vector<ItemId> wanted;
    for (const ItemId item : items) {
        // Without a history there is no standing to compare with: every like moves the kept profile.
        const bool idle = settings().keepHistory && changesNothing(*m_session->history, act, item);
        if (m_session->catalog->contains(item) && !idle)
            wanted.push_back(item);
    }
    if (wanted.empty())
        return;
    using Events = std::vector<TasteEvent>;
    store(
        JobKind::Act, Attempt::Act,
        [act, wanted = std::move(wanted), source, detail = utf8(detail)](Library& library,
                                                                         const Session& session) -> Result<Events> {
            Events events;
            for (const ItemId item : wanted) {
                auto event = recordAct(library, session, act, item, source, detail);
                // What is stored is acknowledged; the rest may be tried again.
                if (!event && !events.empty())
                    break;
                if (!event)
                    return fail(std::move(event).error());
                events.push_back(std::move(*event));
            }
            return events;
        },
        [this](const Events& events) {
            for (const TasteEvent& event : events)
                Q_EMIT acted(event, HistoryMove::Done);
        });
}

void Workspace::toggleLike(ItemId item, Source source, const QString& detail)
{
    const bool on = m_session->history->state(item) == ItemState::Liked;
    act(on ? Act::Removed : Act::Liked, item, source, detail);
}

void Workspace::toggleDislike(ItemId item, Source source, const QString& detail)
{
    const bool on = m_session->history->state(item) == ItemState::Disliked;
    act(on ? Act::Removed : Act::Disliked, item, source, detail);
}

bool Workspace::canUndo() const { return !m_readOnly && m_session->history->undoTarget().has_value(); }
bool Workspace::canRedo() const { return !m_readOnly && m_session->history->redoTarget().has_value(); }

void Workspace::undo()
{
    if (canUndo())
        move(HistoryMove::Undone);
}

void Workspace::redo()
{
    if (canRedo())
        move(HistoryMove::Redone);
}

void Workspace::move(HistoryMove move)
{
    const bool back = move == HistoryMove::Undone;
    store(
        JobKind::Act, back ? Attempt::Undo : Attempt::Redo,
        [back](Library& library, const Session&) { return back ? library.undo() : library.redo(); },
        [this, move](const TasteEvent& event) { Q_EMIT acted(event, move); });
}

void Workspace::forget(const std::vector<ItemId>& items)
{
    store(
        JobKind::Forget, Attempt::Forget,
        [items](Library& library, const Session&) -> Result<int> {
            TW_TRY(library.forget(items));
            return 0;
        },
        [](int) {});
}

void Workspace::forgetEverything()
{
    store(
        JobKind::Forget, Attempt::Forget,
        [](Library& library, const Session&) -> Result<int> {
            TW_TRY(library.forgetEverything());
            return 0;
        },
        [](int) {});
}

void Workspace::setKeepHistory(bool keep)
{
    if (keep == settings().keepHistory)
        return;
    storeSettings();
    store(
        JobKind::Settings, Attempt::StoreSettings,
        [keep](Library& library, const Session& session) -> Result<LibrarySettings> {
            TW_TRY(tw::setKeepHistory(library, session, keep));
            return library.settings();
        },
        [this](const LibrarySettings& stored) {
            Session session = *m_session;
            session.settings.keepHistory = stored.keepHistory;
            swap(std::move(session), SessionPart::Settings | SessionPart::KeptProfile | SessionPart::History);
        });
}

void Workspace::changeSettings(const LibrarySettings& settings)
{
    Session session = *m_session;
    session.settings = settings;
    m_settingsDirty = m_store != nullptr;
    swap(std::move(session), SessionPart::Settings);
    // Not started anew at each movement: a slider held for long is stored meanwhile.
    if (m_settingsDirty && !m_settingsTimer.isActive())
        m_settingsTimer.start();
}

void Workspace::storeSettings(bool withSpace)
{
    m_settingsTimer.stop();
    if (!m_settingsDirty || !m_store)
        return;
    m_settingsDirty = false;
    if (m_readOnly)
        return;
    beginWrite();
    JobSpec spec;
    spec.lane = Lane::Storage;
    spec.kind = JobKind::Settings;
    spec.mustFinish = true;
    m_jobs.submit(spec, [held = m_store, wanted = m_session->settings, withSpace](const TaskContext&) -> Status {
        TW_TRY(held->stillThere());
        const LibrarySettings& known = held->library->settings();
        LibrarySettings settings = wanted;
        settings.keepHistory = known.keepHistory; // has its own way
        // Another program, or a job that has just built a space, may have switched it meanwhile.
        if (!withSpace)
            settings.activeSpace = known.activeSpace;
        return held->library->store(settings);
    }).then(this, [this, withSpace, generation = m_generation](Status stored) {
        endWrite();
        if (stored)
            return;
        report(stored.error(), Attempt::StoreSettings, [this, withSpace, generation] {
            if (generation != m_generation)
                return;
            m_settingsDirty = true;
            storeSettings(withSpace);
        });
    });
}

void Workspace::beginWrite()
{
    if (++m_pendingWrites == 1)
        Q_EMIT savingChanged(true);
}

void Workspace::endWrite()
{
    if (--m_pendingWrites == 0)
        Q_EMIT savingChanged(false);
}

void Workspace::setMemory(int n)
{
    LibrarySettings changed = settings();
    changed.memory = std::clamp(n, kMinMemory, kMaxMemory);
    if (changed.memory != settings().memory)
        changeSettings(changed);
}

void Workspace::setGaussianPercent(double percent)
{
    LibrarySettings changed = settings();
    changed.gaussianPercent = std::clamp(percent, 0.0, 100.0);
    if (changed.gaussianPercent != settings().gaussianPercent)
        changeSettings(changed);
}

void Workspace::setBucketsPercent(double percent)
{
    LibrarySettings changed = settings();
    changed.bucketsPercent = std::clamp(percent, 0.0, 100.0);
    if (changed.bucketsPercent != settings().bucketsPercent)
        changeSettings(changed);
}

void Workspace::setSeed(std::uint64_t seed)
{
    LibrarySettings changed = settings();
    changed.seed = seed;
    if (changed.seed != settings().seed)
        changeSettings(changed);
}

void Workspace::shuffleSeed()
{
    const auto drawn = static_cast<std::uint64_t>(QRandomGenerator::global()->bounded(1, 10000));
    setSeed(drawn == settings().seed ? drawn % 9999 + 1 : drawn);
}

void Workspace::setShowSeen(bool show)
{
    LibrarySettings changed = settings();
    changed.showSeen = show;
    if (show != settings().showSeen)
        changeSettings(changed);
}

void Workspace::setOllama(const QString& url, const QString& model, int batch)
{
    LibrarySettings changed = settings();
    changed.ollamaUrl = utf8(url.trimmed());
    changed.ollamaModel = utf8(model.trimmed());
    changed.embedBatch = std::clamp(batch, 16, 64);
    if (changed.ollamaUrl != settings().ollamaUrl || changed.ollamaModel != settings().ollamaModel
        || changed.embedBatch != settings().embedBatch)
        changeSettings(changed);
}

} // namespace tw::ui
