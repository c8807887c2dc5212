// SPDX-License-Identifier: GPL-3.0-or-later
// How files come into a library: an import into the open one, or a new library made of them.
#include "core/library/prepared_library.h"
#include "core/library/resources.h"
#include "ui/model/workspace_store.h"

#include <algorithm>
#include <fstream>
#include <string>

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

QString namesOf(const std::vector<ImportBatch>& batches)
{
    QStringList names;
    for (const ImportBatch& batch : batches)
        for (const auto& file : batch.files)
            names.append(shown(file.filename().string()));
    return names.size() > 2 ? QString() : names.join(QStringLiteral(", "));
}

template <class Record>
void addUpTo(std::vector<Record>& records, const std::vector<Record>& more)
{
    const std::size_t room = ReadCounts::kMaxListed - std::min(records.size(), ReadCounts::kMaxListed);
    records.insert(records.end(), more.begin(), more.begin() + static_cast<std::ptrdiff_t>(std::min(room, more.size())));
}

/// Puts the rows of a second report file behind those of the first, under its heading. If that fails they stay two.
void joinReports(const std::filesystem::path& first, const std::filesystem::path& second)
{
    std::ifstream from(second, std::ios::binary);
    std::string line;
    std::getline(from, line);
    std::ofstream to(first, std::ios::binary | std::ios::app);
    if (from.peek() != std::ifstream::traits_type::eof())
        to << from.rdbuf();
    to.close();
    std::error_code ignored;
    if (to)
        std::filesystem::remove(second, ignored);
}

void add(ImportReport& sum, const ImportReport& part)
{
    sum.read += part.read;
    sum.added += part.added;
    sum.updated += part.updated;
    sum.unchanged += part.unchanged;
    sum.withoutText += part.withoutText;
    sum.counts.read += part.counts.read;
    sum.counts.items += part.counts.items;
    for (const auto& [reason, count] : part.counts.skippedByReason)
        sum.counts.skippedByReason[reason] += count;
    for (const auto& [kind, count] : part.counts.mendedByKind)
        sum.counts.mendedByKind[kind] += count;
    addUpTo(sum.counts.skipped, part.counts.skipped);
    addUpTo(sum.counts.mended, part.counts.mended);
    if (sum.reportFile.empty())
        sum.reportFile = part.reportFile;
    else if (!part.reportFile.empty())
        joinReports(sum.reportFile, part.reportFile);
}

Result<ImportReport> importAll(const std::filesystem::path& folder, const std::vector<ImportBatch>& batches,
                               const TaskContext& context)
{
    ImportReport sum;
    for (const ImportBatch& batch : batches) {
        TW_ASSIGN(const auto part, tw::importFiles(folder, batch.files, batch.options, context));
        add(sum, part);
    }
    return sum;
}

Result<ImportReport> makeLibrary(const std::filesystem::path& folder, const std::vector<ImportBatch>& batches,
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
    return importAll(folder, batches, context);
}

} // namespace

void Workspace::create(const std::filesystem::path& folder, std::vector<std::filesystem::path> files,
                       ReadOptions options)
{
    std::vector<ImportBatch> batches;
    if (!files.empty())
        batches.push_back({std::move(files), std::move(options)});
    createOf(folder, std::move(batches));
}

JobId Workspace::createOf(const std::filesystem::path& folder, std::vector<ImportBatch> batches,
                          std::function<void()> again)
{
    setState(WorkspaceState::Opening);
    m_triedFolder = folder;
    if (!again)
        again = [this, folder, batches] { createOf(folder, batches); };
    const bool bundled = batches.empty();
    const auto handle = m_jobs.submit(
        importJob(JobKind::CreateLibrary, shown(folder.filename().string())),
        [folder, bundled, batches = std::move(batches)](const TaskContext& context) mutable -> Result<ImportReport> {
            if (bundled) {
                if (auto copied = createFromPrepared(folder))
                    return copied;
                batches.push_back({{bundledCatalogue()}, {}});
            }
            return makeLibrary(folder, batches, context);
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

void Workspace::importFiles(std::vector<std::filesystem::path> files, ReadOptions options)
{
    importBatches({{std::move(files), std::move(options)}});
}

JobId Workspace::importBatches(std::vector<ImportBatch> batches, std::function<void()> again)
{
    if (!m_store || batches.empty() || batches.front().files.empty())
        return 0;
    if (!again)
        again = [this, batches] { importBatches(batches); };
    auto spec = importJob(JobKind::Import, namesOf(batches));
    return runBig(
        std::move(spec), Attempt::Import,
        [folder = m_folder, batches = std::move(batches)](const TaskContext& context) {
            return importAll(folder, batches, context);
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
