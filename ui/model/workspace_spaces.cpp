// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bad_files.h"
#include "core/library/library_store.h"
#include "ui/model/workspace_store.h"

#include <algorithm>
#include <tuple>

namespace tw::ui {
namespace {

constexpr auto kBuiltinSpace = "builtin";

bool same(const LibrarySettings& a, const LibrarySettings& b)
{
    const auto tied = [](const LibrarySettings& s) {
        return std::tie(s.activeSpace, s.memory, s.gaussianPercent, s.bucketsPercent, s.seed, s.keepHistory,
                        s.showSeen, s.ollamaUrl, s.ollamaModel, s.embedBatch);
    };
    return tied(a) == tied(b);
}

bool listed(const std::vector<SpaceInfo>& spaces, const std::string& id)
{
    return std::any_of(spaces.begin(), spaces.end(), [&id](const SpaceInfo& space) { return space.id == id; });
}

} // namespace

void Workspace::loadText()
{
    JobSpec spec;
    spec.lane = Lane::Storage;
    spec.kind = JobKind::ReadText;
    spec.visible = true;
    using Text = std::shared_ptr<const TextIndex>;
    m_textError.reset();
    // A library that can't be written gets its index beside, for this run only.
    std::error_code none;
    const auto beside = std::filesystem::temp_directory_path(none)
                        / ("tastewalk-text-" + std::to_string(QCoreApplication::applicationPid()) + ".sqlite");
    m_jobs.submit(spec, [path = m_readOnly ? beside : textIndexPath(m_folder), beside,
                         catalog = m_session->catalog](const TaskContext& context) -> Result<Text> {
        auto text = TextIndex::openOrBuild(path, *catalog, context);
        // So does one whose disk is full: the index is made from the catalogue, nothing in it is lost.
        if (!text && text.error().code != ErrorCode::Cancelled && path != beside) {
            if (auto spare = TextIndex::openOrBuild(beside, *catalog, context))
                return spare;
        }
        return text;
    }).then(this, [this, generation = m_generation](Result<Text> text) {
        if (generation != m_generation)
            return;
        if (!text) {
            m_textError = text.error();
            report(text.error(), Attempt::ReadText, [this] { loadText(); });
            Q_EMIT sessionChanged(SessionPart::Text);
            return;
        }
        Session session = *m_session;
        session.text = std::move(*text);
        swap(std::move(session), SessionPart::Text);
        if (m_session->text->madeAnew())
            tellMadeAnew({{DerivedFile::TextIndex, m_session->text->keptFile()}});
    });
}

void Workspace::loadActiveSpace()
{
    const std::string& active = m_session->settings.activeSpace;
    if (!active.empty())
        loadSpace(QString::fromStdString(active));
    else if (!m_spaces.empty())
        loadSpace(QString::fromStdString(listed(m_spaces, kBuiltinSpace) ? kBuiltinSpace : m_spaces.front().id));
    else
        spaceMissing(QString::fromLatin1(kBuiltinSpace), Error{ErrorCode::NotFound, kBuiltinSpace, {}, {}});
}

QString Workspace::nameOfSpace(const std::string& id) const
{
    for (const SpaceInfo& space : m_spaces) {
        if (space.id == id)
            return spaceName(space.id, space.provenance);
    }
    return shownLine(id);
}

void Workspace::loadSpace(const QString& id)
{
    JobSpec spec;
    spec.lane = Lane::Compute;
    spec.kind = JobKind::LoadSpace;
    spec.visible = true;
    spec.subject = nameOfSpace(id.toStdString());
    const auto kept = std::make_shared<std::filesystem::path>();
    m_jobs.submit(spec, [folder = m_folder, name = id.toStdString(), kept,
                         verifyLaterFrom = m_verifyLaterFrom](const TaskContext& context) {
        auto loaded = tw::loadSpace(folder, name, context, verifyLaterFrom);
        if (!loaded && loaded.error().code == ErrorCode::Damaged)
            *kept = newestBadFile(loaded.error().subject).value_or(std::filesystem::path());
        return loaded;
    }).then(this, [this, id, kept, generation = ++m_spaceGeneration](Result<LoadedSpace> loaded) {
        if (generation != m_spaceGeneration)
            return;
        if (!kept->empty())
            m_keptVectors = *kept;
        spaceArrived(id, std::move(loaded));
    });
}

void Workspace::spaceArrived(const QString& id, Result<LoadedSpace> loaded)
{
    if (!loaded) {
        spaceMissing(id, loaded.error());
        return;
    }
    m_spaceError.reset();
    Session session = *m_session;
    session.space = std::move(*loaded);
    const bool switched = session.settings.activeSpace != id.toStdString();
    session.settings.activeSpace = id.toStdString();
    // A kept profile belongs to its space; the right one follows from the storage lane.
    if (switched)
        session.keptProfile.reset();
    const bool keptNeeded = switched && !session.settings.keepHistory;
    swap(std::move(session), switched ? SessionPart::Space | SessionPart::Embedder | SessionPart::Settings
                                      : SessionPart::Space | SessionPart::Embedder);
    setState(WorkspaceState::Ready);
    tellMadeAnew(m_session->space.madeAnew);
    Q_EMIT libraryChanged();
    if (switched) {
        m_settingsDirty = true;
        storeSettings(true);
    }
    if (keptNeeded)
        look(false);
    if (m_session->space.space->needsVerifying())
        verifySpace();
    // Vectors that somebody brought have none.
    if (!m_session->space.embedder && m_session->space.space->provenance().kind != SpaceKind::Imported)
        connectEmbedder();
}

void Workspace::verifySpace()
{
    JobSpec spec;
    spec.lane = Lane::Compute;
    spec.kind = JobKind::LoadSpace;
    using Kept = std::optional<std::filesystem::path>;
    const auto kept = std::make_shared<Kept>();
    const auto space = m_session->space.space;
    m_jobs.submit(spec, [folder = m_folder, space, kept](const TaskContext& context) {
        const Status verified = tw::verifySpace(folder, *space, context);
        if (!verified && verified.error().code == ErrorCode::Damaged)
            *kept = newestBadFile(verified.error().subject).value_or(std::filesystem::path());
        return verified;
    }).then(this, [this, space, kept](Status verified) {
        // Another space, or this one made anew, needs no second word about it.
        if (verified || verified.error().code == ErrorCode::Cancelled || m_session->space.space != space)
            return;
        if (*kept)
            m_keptVectors = **kept;
        // Nothing that came from it is to be trusted: from here on it is as if it had not loaded.
        Session session = *m_session;
        session.space = {};
        swap(std::move(session), SessionPart::Space | SessionPart::Embedder);
        spaceMissing(QString::fromStdString(space->id()), verified.error());
    });
}

void Workspace::tellMadeAnew(std::vector<MadeAnew> files, std::uint64_t withoutVector)
{
    if (!files.empty())
        Q_EMIT madeAnew({std::move(files), withoutVector});
}

void Workspace::restoreSpace(const QString& id, const Error& error)
{
    m_restoredSpace = id;
    JobSpec spec;
    spec.lane = Lane::Compute;
    spec.kind = JobKind::LoadSpace;
    spec.visible = true;
    spec.subject = nameOfSpace(id.toStdString());
    struct Restored {
        LoadedSpace space;
        std::uint64_t withoutVector = 0;
    };
    m_jobs.submit(spec, [folder = m_folder, name = id.toStdString()](const TaskContext& context) -> Result<Restored> {
        TW_ASSIGN(const EmbedReport report, tw::restoreSpace(folder, name, context));
        TW_ASSIGN(auto loaded, tw::loadSpace(folder, name, context));
        return Restored{std::move(loaded), report.refused.size()};
    }).then(this, [this, id, error, generation = ++m_spaceGeneration](Result<Restored> restored) {
        if (generation != m_spaceGeneration)
            return;
        if (!restored) {
            spaceMissing(id, restored.error().code == ErrorCode::Cancelled ? restored.error() : error);
            return;
        }
        m_restoredSpace.clear();
        tellMadeAnew({{DerivedFile::Vectors, std::exchange(m_keptVectors, {})}}, restored->withoutVector);
        spaceArrived(id, std::move(restored->space));
    });
}

void Workspace::spaceMissing(const QString& id, const Error& error)
{
    // A server's space comes back without its server when the cache has its vectors.
    const bool lost = error.code == ErrorCode::Damaged
                      || (error.code == ErrorCode::NotFound && m_session->settings.activeSpace == id.toStdString());
    if (lost && !m_readOnly && id != QLatin1String(kBuiltinSpace) && m_restoredSpace != id) {
        restoreSpace(id, error);
        return;
    }
    setState(WorkspaceState::Ready);
    if (error.code == ErrorCode::Cancelled)
        return;
    m_missingSpace = id;
    // A switch that failed changes nothing.
    if (hasSpace() && m_session->space.space->id() != id.toStdString()) {
        report(error, Attempt::UseSpace, [this, id] { useSpace(id); });
        return;
    }
    const bool builtin = id == QLatin1String(kBuiltinSpace);
    // Every catalogue gets a built-in space by itself; a damaged one is derived data and is made anew.
    if (builtin && !m_builtinTried && !m_readOnly && !m_session->catalog->empty()) {
        m_builtinTried = true;
        embed(EmbedRequest{});
        return;
    }
    if (m_session->catalog->empty())
        return;
    m_spaceError = error;
    report(error, Attempt::LoadSpace, [this, id] { loadSpace(id); });
    Q_EMIT libraryChanged();
    if (!builtin && listed(m_spaces, kBuiltinSpace))
        loadSpace(QString::fromLatin1(kBuiltinSpace));
}

void Workspace::useSpace(const QString& id)
{
    if (m_store && (!hasSpace() || m_session->space.space->id() != id.toStdString()))
        loadSpace(id);
}

void Workspace::connectEmbedder()
{
    if (!hasSpace())
        return;
    JobSpec spec;
    spec.lane = Lane::Network;
    spec.kind = JobKind::ConnectServer;
    spec.visible = true;
    spec.subject = shownLine(m_session->space.space->provenance().model);
    using Found = std::shared_ptr<const Embedder>;
    m_jobs.submit(spec, [space = m_session->space.space, settings = m_session->settings,
                         transport = m_transport](const TaskContext& context) {
        return tw::connectEmbedder(*space, settings, transport, context);
    }).then(this, [this, space = m_session->space.space](Result<Found> found) {
        if (m_session->space.space != space)
            return;
        if (!found) {
            m_spaceError = found.error();
            report(found.error(), Attempt::ConnectEmbedder, [this] { connectEmbedder(); });
        } else {
            m_spaceError.reset();
            Session session = *m_session;
            session.space.embedder = std::move(*found);
            swap(std::move(session), SessionPart::Embedder);
        }
        Q_EMIT libraryChanged();
    });
}

void Workspace::lookForChanges() { look(false); }

void Workspace::look(bool reloadSpaces)
{
    if (!m_store || (m_looking && !reloadSpaces))
        return;
    m_looking = true;
    struct Seen {
        Moment moment;
        LibraryChanges changes;
    };
    JobSpec spec;
    spec.lane = Lane::Storage;
    spec.kind = JobKind::LookForChanges;
    m_jobs.submit(spec, [held = m_store, reloadSpaces](const TaskContext&) -> Result<Seen> {
        TW_TRY(held->stillThere());
        TW_ASSIGN(LibraryChanges changes, held->library->refresh());
        changes.spaces = changes.spaces || reloadSpaces;
        return Seen{momentOf(held, changes.spaces), changes};
    }).then(this, [this, generation = m_generation](Result<Seen> seen) {
        if (generation != m_generation)
            return;
        m_looking = false;
        if (seen) {
            m_blind = false;
            looked(seen->moment, seen->changes);
        } else if (!std::exchange(m_blind, true)) {
            // It looks every second; what it can't see is told once.
            report(seen.error(), Attempt::LookForChanges, [this] {
                m_blind = false;
                lookForChanges();
            });
        }
    });
}

void Workspace::looked(const Moment& moment, const LibraryChanges& changes)
{
    SessionParts parts;
    if (changes.catalog)
        parts |= SessionPart::Catalog;
    if (changes.history || moment.history != m_session->history)
        parts |= SessionPart::History;
    // What the user has just set here and is not stored yet outranks what others stored; the next look tells again.
    const bool settingsTaken =
        !m_settingsDirty && m_pendingWrites == 0 && !same(moment.settings, m_session->settings);
    if (settingsTaken)
        parts |= SessionPart::Settings;
    if (moment.keptProfile != m_session->keptProfile)
        parts |= SessionPart::KeptProfile;
    if (changes.spaces && moment.spaces) {
        m_spaces = *moment.spaces;
        parts |= SessionPart::Spaces;
    }
    const std::string loadedSpace = hasSpace() ? m_session->space.space->id() : std::string();
    if (parts)
        take(moment, parts);
    if (changes.catalog)
        loadText();
    const std::string& wanted = m_session->settings.activeSpace;
    if (changes.spaces || (settingsTaken && wanted != loadedSpace)) {
        if (!m_spaces.empty())
            loadActiveSpace();
        Q_EMIT libraryChanged();
    }
}

} // namespace tw::ui
