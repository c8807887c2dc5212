// SPDX-License-Identifier: GPL-3.0-or-later
// How files come into a library: an import into the open one, or a new library made of them.
#include "core/library/prepared_library.h"
#include "core/library/resources.h"
#include "ui/model/workspace_store.h"

namespace tw::ui {
namespace {

JobSpec importJob(JobKind kind, const QString& subject)
{
    JobSpec spec;
    spec.lane = Lane::Compute;
    spec.kind = kind;
    spec.visible = true;
    spec.subject = subject;
    return spec;
}

QString namesOf(const std::vector<CatalogFile>& files)
{
    QStringList names;
    for (const CatalogFile& file : files)
        names.append(shown(file.path.filename().string()));
    return names.size() > 2 ? QString() : names.join(QStringLiteral(", "));
}

Result<ImportReport> makeLibrary(const std::filesystem::path& folder, const std::vector<CatalogFile>& files,
                                 const TaskContext& context)
{
    auto made = Library::create(folder);
    if (!made) {
        // One that was begun and never filled may be gone on with.
        if (made.error().code != ErrorCode::AlreadyExists)
            return fail(std::move(made).error());
        TW_ASSIGN(const auto there, Library::open(folder));
        if (!there->catalog()->empty())
            return fail(ErrorCode::AlreadyExists, folder.string());
    } else {
        made->reset();
    }
    return tw::importFiles(folder, files, context);
}

} // namespace

JobId Workspace::create(const std::filesystem::path& folder, std::vector<CatalogFile> files, std::function<void()> again)
{
    setState(WorkspaceState::Opening);
    m_triedFolder = folder;
    if (!again)
        again = [this, folder, files] { create(folder, files); };
    const bool bundled = files.empty();
    const auto handle = m_jobs.submit(
        importJob(JobKind::CreateLibrary, shown(folder.filename().string())),
        [folder, bundled, files = std::move(files)](const TaskContext& context) mutable -> Result<ImportReport> {
            if (bundled) {
                if (auto copied = createFromPrepared(folder))
                    return copied;
                files.emplace_back(bundledCatalogue());
            }
            return makeLibrary(folder, files, context);
        });
    handle.then(this, [this, folder, bundled, again = std::move(again),
                       generation = ++m_openGeneration](Result<ImportReport> result) mutable {
        if (generation != m_openGeneration)
            return;
        if (!result) {
            setState(m_store ? WorkspaceState::Ready : WorkspaceState::Closed);
            report(result.error(), Attempt::CreateLibrary, std::move(again));
            return;
        }
        open(folder);
        if (!bundled)
            m_importToTell = *result;
    });
    return handle.id();
}

JobId Workspace::importFiles(std::vector<CatalogFile> files, std::function<void()> again)
{
    if (!m_store || files.empty())
        return 0;
    if (!again)
        again = [this, files] { importFiles(files); };
    auto spec = importJob(JobKind::Import, namesOf(files));
    return runBig(
        std::move(spec), Attempt::Import,
        [folder = m_folder, files = std::move(files)](const TaskContext& context) {
            return tw::importFiles(folder, files, context);
        },
        [this](const ImportReport& done) {
            Q_EMIT imported(done);
            if (done.added + done.updated == 0)
                return;
            // New films have no vectors yet; those known already come from the cache.
            EmbedRequest request;
            if (hasSpace() && m_session->space.space->provenance().embedder == "ollama") {
                request.kind = EmbedderKind::Ollama;
                request.model = m_session->space.space->provenance().model;
            }
            m_builtinTried = true;
            embed(request);
        },
        std::move(again));
}

} // namespace tw::ui
