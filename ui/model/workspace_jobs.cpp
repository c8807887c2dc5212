// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/workspace_store.h"

namespace tw::ui {
namespace {

JobSpec bigJob(Lane lane, JobKind kind, const QString& subject)
{
    JobSpec spec;
    spec.lane = lane;
    spec.kind = kind;
    spec.subject = subject;
    return spec;
}

} // namespace

void Workspace::embed(const EmbedRequest& request)
{
    if (!m_store)
        return;
    EmbedRequest filled = request;
    const bool ollama = filled.kind == EmbedderKind::Ollama;
    if (ollama) {
        if (filled.url.empty())
            filled.url = settings().ollamaUrl;
        if (filled.model.empty())
            filled.model = settings().ollamaModel;
        filled.batchSize = static_cast<std::size_t>(settings().embedBatch);
    }
    storeSettings();
    runBig(
        bigJob(ollama ? Lane::Network : Lane::Compute, JobKind::Embed, ollama ? shownLine(filled.model) : QString()),
        Attempt::Embed,
        [folder = m_folder, filled, transport = m_transport](const TaskContext& context) {
            return embedCatalogue(folder, filled, transport, context);
        },
        [this](const EmbedReport& done) {
            Q_EMIT embedded(done);
            std::vector<MadeAnew> made = done.madeAnew;
            if (!m_keptVectors.empty() && done.space.id == m_missingSpace.toStdString())
                made.push_back({DerivedFile::Vectors, std::exchange(m_keptVectors, {})});
            tellMadeAnew(std::move(made));
            look(true);
        },
        [this, request] { embed(request); });
}

void Workspace::embedAgain()
{
    std::string id = m_missingSpace.toStdString();
    if (id.empty())
        id = hasSpace() ? m_session->space.space->id() : m_session->settings.activeSpace;
    EmbedRequest request;
    // Of a damaged space only its name is known; the settings know the model then.
    if (id.starts_with("ollama-"))
        request.kind = EmbedderKind::Ollama;
    for (const SpaceInfo& space : m_spaces) {
        if (space.id == id && request.kind == EmbedderKind::Ollama)
            request.model = space.provenance.model;
    }
    embed(request);
}

void Workspace::rebuildIndex(const QString& spaceId, const IndexOptions& options)
{
    if (!m_store)
        return;
    runBig(
        bigJob(Lane::Compute, JobKind::RebuildIndex, nameOfSpace(spaceId.toStdString())), Attempt::RebuildIndex,
        [folder = m_folder, id = spaceId.toStdString(), options](const TaskContext& context) {
            return tw::rebuildIndex(folder, id, options, context);
        },
        [this](const SpaceInfo&) { look(true); }, [this, spaceId, options] { rebuildIndex(spaceId, options); });
}

void Workspace::bringVectors(const ImportSpaceRequest& request)
{
    if (!m_store)
        return;
    storeSettings();
    runBig(
        bigJob(Lane::Compute, JobKind::BringVectors, shownLine(request.file.filename().string())), Attempt::BringVectors,
        [folder = m_folder, request](const TaskContext& context) { return importSpace(folder, request, context); },
        [this](const ImportSpaceReport& done) {
            Q_EMIT vectorsBrought(done);
            look(true);
        },
        [this, request] { bringVectors(request); });
}

void Workspace::removeSpace(const QString& spaceId)
{
    if (!m_store)
        return;
    // A switch to it that is still being stored would make it the active one again behind its removal.
    if (saving()) {
        connect(this, &Workspace::savingChanged, this, [this, spaceId] { removeSpace(spaceId); },
                Qt::SingleShotConnection);
        return;
    }
    runBig(
        bigJob(Lane::Compute, JobKind::RemoveSpace, nameOfSpace(spaceId.toStdString())), Attempt::RemoveSpace,
        [folder = m_folder, id = spaceId.toStdString()](const TaskContext&) -> Result<int> {
            TW_TRY(tw::removeSpace(folder, id));
            return 0;
        },
        [this, spaceId](int) {
            // Which space is active now was decided where it was removed; looking brings it.
            const std::string id = spaceId.toStdString();
            std::erase_if(m_spaces, [&id](const SpaceInfo& space) { return space.id == id; });
            if (hasSpace() && m_session->space.space->id() == id) {
                Session session = *m_session;
                session.space = {};
                session.settings.activeSpace.clear();
                swap(std::move(session), SessionPart::Space | SessionPart::Settings);
            }
            look(true);
        },
        [this, spaceId] { removeSpace(spaceId); });
}

} // namespace tw::ui
