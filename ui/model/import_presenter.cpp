// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/import_presenter.h"

#include "core/library/import_report.h"
#include "ui/model/import_text.h"
#include "ui/model/item_format.h"

#include <QPointer>

#include <algorithm>

namespace tw::ui {
namespace {

bool sameColumns(const ImportFile& a, const ImportFile& b)
{
    if (!a.look || !b.look)
        return false;
    const auto& left = a.look->preview.columns;
    const auto& right = b.look->preview.columns;
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const ColumnPreview& x, const ColumnPreview& y) { return x.name == y.name; });
}

/// Sets or (without a field) takes back a correction; a field has one column at most.
void correct(ColumnOverrides& columns, const std::string& column, std::optional<Field> field)
{
    std::erase_if(columns, [&](const auto& override) {
        return override.first == column || (field && takesOneColumn(*field) && override.second == *field);
    });
    if (field)
        columns.emplace_back(column, *field);
}

} // namespace

ImportPresenter::ImportPresenter(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_saving(workspace.jobs())
{
    connect(&workspace, &Workspace::filesOffered, this, &ImportPresenter::choose);
    connect(&workspace, &Workspace::imported, this, &ImportPresenter::onImported);
    connect(&workspace, &Workspace::closed, this, &ImportPresenter::dismissReport);
    // Comes before imported() of a library just made.
    connect(&workspace, &Workspace::opened, this, &ImportPresenter::dismissReport);
    connect(&workspace, &Workspace::failed, this, [this](const Error&, Attempt attempt) {
        if (m_running && !m_making.empty() && attempt == Attempt::OpenLibrary)
            ended(false);
    });
    connect(&workspace.jobs(), &JobQueue::finished, this, [this](const JobStatus& status) {
        if (!m_running || status.id != m_job)
            return;
        m_job = 0;
        if (status.state != JobState::Succeeded)
            ended(false);
    });
    connect(&workspace.jobs(), &JobQueue::visibleJobsChanged, this, &ImportPresenter::progressChanged);
}

ImportPresenter::~ImportPresenter() = default;

ImportState ImportPresenter::state() const
{
    if (m_running)
        return ImportState::Running;
    if (m_report && m_reportShown)
        return ImportState::Done;
    return m_files.empty() ? ImportState::Idle : ImportState::Setup;
}

const ImportFile* ImportPresenter::currentFile() const
{
    return m_current < 0 ? nullptr : m_files[static_cast<std::size_t>(m_current)].get();
}

QString ImportPresenter::example() const
{
    const ImportFile* file = currentFile();
    if (!file || !file->look || file->look->example.isEmpty())
        return {};
    // The space that new films will be embedded for.
    const auto session = m_workspace.session();
    const bool ollama = m_newLibrary.empty() && session->hasSpace()
                        && session->space.space->provenance().embedder == "ollama";
    return ollama ? shown(session->space.space->provenance().documentPrefix) + file->look->example
                  : file->look->example;
}

int ImportPresenter::filesWithSameColumns() const
{
    const ImportFile* now = currentFile();
    return now ? static_cast<int>(std::count_if(m_files.begin(), m_files.end(),
                                                [now](const auto& file) { return sameColumns(*file, *now); }))
               : 0;
}

bool ImportPresenter::looking() const
{
    return std::any_of(m_files.begin(), m_files.end(), [](const auto& file) { return file->looking(); });
}

QString ImportPresenter::whyNot() const
{
    if (m_running)
        return tr("An import is under way.");
    if (m_newLibrary.empty() && !m_workspace.isOpen())
        return tr("Open a library first.");
    if (m_newLibrary.empty() && m_workspace.readOnly())
        return tr("This library can be looked at, not changed.");
    if (std::any_of(m_files.begin(), m_files.end(), [](const auto& file) { return file->taken() || file->looking(); }))
        return looking() ? tr("The files are still being looked at.") : QString();
    const bool untitled = std::any_of(m_files.begin(), m_files.end(), [](const auto& file) {
        return file->wanted && !file->error && file->look && !file->look->preview.hasTitle;
    });
    return untitled ? tr("Choose the column that holds the titles.") : tr("None of these files can be imported.");
}

QString ImportPresenter::actText() const
{
    std::uint64_t films = 0;
    for (const auto& file : m_files) {
        if (!file->taken())
            continue;
        if (!file->look->preview.wholeFile)
            return m_newLibrary.empty() ? tr("Import") : tr("Make the library");
        films += file->look->preview.counts.items;
    }
    if (films == 0)
        return m_newLibrary.empty() ? tr("Import") : tr("Make the library");
    const int count = static_cast<int>(std::min<std::uint64_t>(films, 2'000'000'000));
    return m_newLibrary.empty() ? tr("Import %Ln films", nullptr, count)
                                : tr("Make the library with %Ln films", nullptr, count);
}

std::optional<JobStatus> ImportPresenter::job() const
{
    if (!m_running || m_job == 0)
        return std::nullopt;
    return m_workspace.jobs().status(m_job);
}

bool ImportPresenter::embedding() const
{
    const auto jobs = m_workspace.jobs().visibleJobs();
    return std::any_of(jobs.begin(), jobs.end(), [](const JobStatus& job) { return job.kind == JobKind::Embed; });
}

void ImportPresenter::choose(const std::vector<std::filesystem::path>& files)
{
    if (files.empty())
        return;
    m_newLibrary.clear();
    take(files);
}

void ImportPresenter::chooseForNew(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& files)
{
    if (files.empty())
        return;
    m_newLibrary = folder;
    take(files);
}

void ImportPresenter::take(const std::vector<std::filesystem::path>& files)
{
    m_files.clear();
    for (const auto& path : files) {
        const bool twice = std::any_of(m_files.begin(), m_files.end(),
                                       [&path](const auto& file) { return file->path == path; });
        if (twice)
            continue;
        auto file = std::make_unique<ImportFile>(m_workspace.jobs());
        file->path = path;
        file->name = shown(path.filename().string());
        m_files.push_back(std::move(file));
    }
    m_current = 0;
    m_reportShown = false;
    for (const auto& file : m_files)
        look(*file);
    update();
    Q_EMIT requested();
}

void ImportPresenter::look(ImportFile& file)
{
    JobSpec spec;
    spec.lane = Lane::Interactive;
    file.request.start(
        this, spec,
        [path = file.path, options = file.options](const TaskContext& context) {
            return lookAtFile(path, options, context);
        },
        [this, &file](Result<ImportLook> look) {
            file.error = look ? std::nullopt : std::optional(look.error());
            if (look) {
                if (file.options.columns.empty())
                    file.guessHasTitle = look->preview.hasTitle;
                file.look = std::move(*look);
            }
            if (&file == currentFile())
                showCurrent();
            Q_EMIT filesChanged();
        });
}

void ImportPresenter::showCurrent()
{
    const ImportFile* file = currentFile();
    const bool known = file && file->look;
    m_columns.show(known ? file->look->preview.columns : std::vector<ColumnPreview>(),
                   file ? file->options.columns : ColumnOverrides());
    m_films.show(known ? file->look->preview.items : std::vector<Item>());
    Q_EMIT currentChanged();
}

void ImportPresenter::update()
{
    showCurrent();
    Q_EMIT filesChanged();
    Q_EMIT stateChanged();
}

void ImportPresenter::goOn() { Q_EMIT requested(); }

void ImportPresenter::showReport()
{
    if (!m_report)
        return;
    m_reportShown = true;
    Q_EMIT stateChanged();
    Q_EMIT requested();
}

void ImportPresenter::setCurrent(int file)
{
    if (file < 0 || file >= static_cast<int>(m_files.size()) || file == m_current)
        return;
    m_current = file;
    showCurrent();
    Q_EMIT filesChanged();
}

void ImportPresenter::setWanted(int file, bool wanted)
{
    if (file < 0 || file >= static_cast<int>(m_files.size()))
        return;
    m_files[static_cast<std::size_t>(file)]->wanted = wanted;
    Q_EMIT filesChanged();
}

void ImportPresenter::setEncoding(const QString& encoding)
{
    if (m_current < 0)
        return;
    ImportFile& file = *m_files[static_cast<std::size_t>(m_current)];
    if (file.options.encoding == encoding.toStdString())
        return;
    file.options.encoding = encoding.toStdString();
    look(file);
    Q_EMIT filesChanged();
}

void ImportPresenter::setRepair(bool repair)
{
    if (m_current < 0)
        return;
    ImportFile& now = *m_files[static_cast<std::size_t>(m_current)];
    if (now.options.repairDoubleEncoding == repair)
        return;
    now.options.repairDoubleEncoding = repair;
    look(now);
    Q_EMIT filesChanged();
}

void ImportPresenter::setField(const std::string& column, std::optional<Field> field)
{
    const ImportFile* now = currentFile();
    if (!now)
        return;
    for (const auto& file : m_files) {
        if (file.get() != now && !sameColumns(*file, *now))
            continue;
        correct(file->options.columns, column, field);
        look(*file);
    }
    showCurrent();
    Q_EMIT filesChanged();
}

void ImportPresenter::lookAgain()
{
    if (m_current < 0)
        return;
    look(*m_files[static_cast<std::size_t>(m_current)]);
    Q_EMIT filesChanged();
}

std::vector<CatalogFile> ImportPresenter::wantedFiles() const
{
    std::vector<CatalogFile> wanted;
    for (const auto& file : m_files)
        if (file->taken())
            wanted.emplace_back(file->path, file->options);
    return wanted;
}

void ImportPresenter::import()
{
    if (state() != ImportState::Setup || !whyNot().isEmpty())
        return;
    auto wanted = wantedFiles();
    m_running = true;
    m_making = m_newLibrary;
    // Once more from what is set up, should it fail: by then something may have been corrected.
    const auto again = [self = QPointer(this)] {
        if (self) {
            self->goOn();
            self->import();
        }
    };
    m_job = m_making.empty() ? m_workspace.importFiles(std::move(wanted), again)
                             : m_workspace.create(m_making, std::move(wanted), again);
    m_importing = std::move(m_files);
    m_files.clear();
    m_current = -1;
    m_newLibrary.clear();
    if (m_job == 0)
        ended(false);
    else
        update();
}

void ImportPresenter::cancelImport()
{
    if (m_running && m_job != 0)
        m_workspace.jobs().cancel(m_job);
}

void ImportPresenter::ended(bool succeeded)
{
    m_running = false;
    m_job = 0;
    // What was set up by hand is not lost by a failure, unless other files were chosen meanwhile.
    if (!succeeded && m_files.empty()) {
        m_files = std::move(m_importing);
        m_newLibrary = m_making;
        m_current = m_files.empty() ? -1 : 0;
    }
    m_importing.clear();
    m_making.clear();
    update();
}

void ImportPresenter::onImported(const ImportReport& report)
{
    m_report = report;
    m_leftOut.show(report.counts, false);
    m_mended.show(report.counts, true);
    // Only where the page has waited for it; other imports are told of in the Catalogue section.
    m_reportShown = m_running && m_files.empty();
    if (m_running)
        ended(true);
    else
        Q_EMIT stateChanged();
}

void ImportPresenter::discard()
{
    m_files.clear();
    m_current = -1;
    m_newLibrary.clear();
    m_reportShown = false;
    update();
}

void ImportPresenter::dismissReport()
{
    if (!m_report)
        return;
    m_report.reset();
    m_reportShown = false;
    m_leftOut.show({}, false);
    m_mended.show({}, true);
    Q_EMIT stateChanged();
}

void ImportPresenter::saveReport(const std::filesystem::path& path)
{
    if (!m_report)
        return;
    JobSpec spec;
    spec.lane = Lane::Storage;
    spec.kind = JobKind::Export;
    spec.visible = true;
    spec.subject = shown(path.filename().string());
    m_saving.start(
        this, spec,
        [report = *m_report, path](const TaskContext&) -> Result<int> {
            TW_TRY(saveImportReport(report, path));
            return 0;
        },
        [this, path](Result<int> saved) {
            if (saved)
                Q_EMIT reportSaved(shown(path.string()));
            else if (saved.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(saved.error(), Attempt::Export);
        });
}

} // namespace tw::ui
