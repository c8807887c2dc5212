// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/library_presenter.h"

#include "core/embedding/ollama_embedder.h"
#include "ui/model/job_text.h"

#include <algorithm>
#include <chrono>
#include <numeric>

namespace tw::ui {
namespace {

constexpr std::size_t kServerStep = 0;
constexpr std::size_t kModelStep = 1;
constexpr std::size_t kWarmUpStep = 2;
constexpr std::size_t kEmbedStep = 3;

/// "nomic-embed-text" means "nomic-embed-text:latest", as Ollama itself reads it.
bool sameModel(const std::string& listed, const std::string& wanted)
{
    return listed == wanted || listed == wanted + ":latest";
}

} // namespace

struct LibraryPresenter::ServerAnswer {
    std::string version;
    std::vector<OllamaModel> models;
    OllamaModelDetails details;
    double seconds = 0;
};

LibraryPresenter::LibraryPresenter(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_spaces(workspace), m_factsRequest(workspace.jobs()),
      m_sizes(workspace.jobs()), m_check(workspace.jobs())
{
    connect(&workspace, &Workspace::sessionChanged, this, [this](SessionParts parts) {
        if (parts & SessionPart::Catalog)
            refreshFacts();
        if (parts & SessionPart::Settings)
            Q_EMIT stepsChanged();
    });
    connect(&workspace, &Workspace::opened, this, &LibraryPresenter::stopCheck);
    connect(&workspace, &Workspace::imported, this, &LibraryPresenter::measureStorage);
    connect(&workspace, &Workspace::embedded, this, [this](const EmbedReport& report) {
        m_refused.clear();
        for (const auto& [item, reason] : report.refused) {
            const auto& catalog = *m_workspace.session()->catalog;
            const QString title = catalog.contains(item) ? shownTitle(catalog.item(item).title) : QString();
            m_refused.append(tr("%1: %2", "film, why it has no vector")
                                 .arg(title, reason.detail.empty() ? errorText(reason, Attempt::Embed).title
                                                                   : shownLine(reason.detail)));
        }
        setStep(kEmbedStep, StepState::Done, tr("Embedded"), filmCount(static_cast<std::size_t>(report.embedded)));
        measureStorage();
    });
    connect(&workspace, &Workspace::failed, this, [this](const Error& error, Attempt attempt) {
        if (attempt == Attempt::Embed)
            setStep(kEmbedStep, StepState::Failed, tr("Embedding stopped"), errorText(error, attempt).title);
    });
    connect(&workspace.jobs(), &JobQueue::visibleJobsChanged, this, &LibraryPresenter::followEmbedding);
    resetSteps();
    refreshFacts();
}

LibraryPresenter::~LibraryPresenter() = default;

void LibraryPresenter::refreshFacts()
{
    JobSpec spec;
    spec.lane = Lane::Interactive;
    m_factsRequest.start(
        this, spec,
        [catalog = m_workspace.session()->catalog](const TaskContext&) -> Result<CatalogueFacts> {
            return catalogueFacts(*catalog);
        },
        [this](Result<CatalogueFacts> facts) {
            if (!facts)
                return;
            m_facts = std::move(*facts);
            Q_EMIT factsChanged();
        });
}

void LibraryPresenter::measureStorage()
{
    if (!m_workspace.isOpen())
        return;
    JobSpec spec;
    spec.lane = Lane::Storage;
    spec.kind = JobKind::Sizes;
    m_sizes.start(
        this, spec,
        [folder = m_workspace.folder()](const TaskContext&) -> Result<std::vector<StorageLine>> {
            return storageOf(folder);
        },
        [this](Result<std::vector<StorageLine>> lines) {
            if (!lines)
                return;
            m_storage = std::move(*lines);
            Q_EMIT storageChanged();
        });
}

QString LibraryPresenter::storageText() const
{
    return byteText(std::accumulate(m_storage.begin(), m_storage.end(), std::uint64_t{0},
                                    [](std::uint64_t sum, const StorageLine& line) { return sum + line.bytes; }));
}

QString LibraryPresenter::ollamaUrl() const
{
    const std::string& url = m_workspace.settings().ollamaUrl;
    return shown(url.empty() ? ollamaUrlFromEnvironment() : tw::ollamaUrl(url));
}

QString LibraryPresenter::ollamaModel() const { return shown(m_workspace.settings().ollamaModel); }
int LibraryPresenter::ollamaBatch() const { return m_workspace.settings().embedBatch; }

QString LibraryPresenter::documentPrefix() const
{
    return shown(modelTraits(m_workspace.settings().ollamaModel).documentPrefix);
}

void LibraryPresenter::setOllama(const QString& url, const QString& model, int batch)
{
    const auto before = m_workspace.settings();
    m_workspace.setOllama(url, model, batch);
    const auto& after = m_workspace.settings();
    // What was found out holds for the server and model it was asked of.
    if (before.ollamaUrl != after.ollamaUrl || before.ollamaModel != after.ollamaModel)
        stopCheck();
}

void LibraryPresenter::resetSteps()
{
    m_ready = false;
    m_checkError.reset();
    m_steps[kServerStep] = {StepState::Waiting, tr("Server"), ollamaUrl()};
    m_steps[kModelStep] = {StepState::Waiting, tr("Model"), ollamaModel()};
    m_steps[kWarmUpStep] = {StepState::Waiting, tr("Warm-up"), tr("as soon as the server answers")};
    m_steps[kEmbedStep] = {StepState::Waiting, tr("Embedding"), tr("each vector is saved as it comes")};
    followEmbedding();
    Q_EMIT stepsChanged();
}

void LibraryPresenter::setStep(std::size_t step, StepState state, const QString& title, const QString& detail)
{
    m_steps[step] = {state, title, detail};
    Q_EMIT stepsChanged();
}

void LibraryPresenter::stopCheck()
{
    m_check.cancel();
    resetSteps();
}

void LibraryPresenter::ask(std::size_t step,
                           std::function<Result<Answered>(const OllamaClient&, const TaskContext&)> question,
                           std::function<void(const ServerAnswer&)> next)
{
    JobSpec spec;
    spec.lane = Lane::Network;
    spec.kind = JobKind::CheckServer;
    spec.visible = true;
    spec.subject = ollamaUrl();
    m_check.start(
        this, spec,
        [url = utf8(ollamaUrl()), transport = m_workspace.transport(), question = std::move(question)](
            const TaskContext& context) -> Result<Answered> {
            return question(OllamaClient(url, transport), context);
        },
        [this, step, next = std::move(next)](Result<Answered> answer) {
            if (answer) {
                next(**answer);
                return;
            }
            if (answer.error().code == ErrorCode::Cancelled) { // by the job strip
                resetSteps();
                return;
            }
            m_checkError = answer.error();
            const QString title = errorText(answer.error(), Attempt::CheckServer).title;
            setStep(step, StepState::Failed, title,
                    answer.error().detail.empty() ? m_steps[step].detail : shownLine(answer.error().detail));
        });
}

void LibraryPresenter::checkServer()
{
    resetSteps();
    setStep(kServerStep, StepState::Running, tr("Looking for the server"), ollamaUrl());
    ask(
        kServerStep,
        [](const OllamaClient& client, const TaskContext& context) -> Result<Answered> {
            auto answer = std::make_shared<ServerAnswer>();
            const auto began = std::chrono::steady_clock::now();
            TW_ASSIGN(answer->version, client.version(context));
            answer->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
            TW_ASSIGN(answer->models, client.models(context));
            return answer;
        },
        [this](const ServerAnswer& answer) {
            m_models.clear();
            for (const OllamaModel& model : answer.models)
                m_models.append(shownLine(model.name));
            setStep(kServerStep, StepState::Done, tr("Server found"),
                    tr("%1, version %2, answers in %3 ms")
                        .arg(ollamaUrl(), shownLine(answer.version),
                             QLocale().toString(std::max(1.0, answer.seconds * 1000), 'f', 0)));
            const std::string& wanted = m_workspace.settings().ollamaModel;
            const bool here = std::any_of(answer.models.begin(), answer.models.end(),
                                          [&](const OllamaModel& model) { return sameModel(model.name, wanted); });
            if (here) {
                checkModel();
                return;
            }
            m_checkError = Error{ErrorCode::ModelNotFound, wanted, {}, {}};
            setStep(kModelStep, StepState::Failed, tr("Model not on this server"),
                    tr("Choose another, or run: ollama pull %1").arg(ollamaModel()));
        });
}

void LibraryPresenter::checkModel()
{
    setStep(kModelStep, StepState::Running, tr("Asking about the model"), ollamaModel());
    ask(
        kModelStep,
        [model = m_workspace.settings().ollamaModel](const OllamaClient& client,
                                                     const TaskContext& context) -> Result<Answered> {
            auto answer = std::make_shared<ServerAnswer>();
            TW_ASSIGN(answer->details, client.show(model, context));
            return answer;
        },
        [this](const ServerAnswer& answer) {
            const OllamaModelDetails& details = answer.details;
            if (!details.embeds) {
                m_checkError = Error{ErrorCode::Unsupported, m_workspace.settings().ollamaModel, {}, {}};
                setStep(kModelStep, StepState::Failed, tr("This model does not embed"),
                        tr("Choose an embedding model, such as nomic-embed-text"));
                return;
            }
            setStep(kModelStep, StepState::Done, tr("Model here"),
                    details.dim && details.contextTokens
                        ? tr("%1, %2 dimensions, reads %3 tokens")
                              .arg(ollamaModel(), QLocale().toString(static_cast<qulonglong>(*details.dim)),
                                   QLocale().toString(static_cast<qulonglong>(*details.contextTokens)))
                        : ollamaModel());
            warmUp();
        });
}

void LibraryPresenter::warmUp()
{
    setStep(kWarmUpStep, StepState::Running, tr("Warming up"), tr("the server loads the model"));
    ask(
        kWarmUpStep,
        [model = m_workspace.settings().ollamaModel](const OllamaClient& client,
                                                     const TaskContext& context) -> Result<Answered> {
            auto answer = std::make_shared<ServerAnswer>();
            const auto began = std::chrono::steady_clock::now();
            TW_TRY(client.warmUp(model, context));
            answer->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
            return answer;
        },
        [this](const ServerAnswer& answer) {
            m_ready = true;
            // A space that has waited for this server can embed queries again.
            if (m_workspace.hasSpace() && !m_workspace.session()->space.embedder)
                m_workspace.connectEmbedder();
            setStep(kWarmUpStep, StepState::Done, tr("Warmed up"),
                    tr("first answer after %1 s").arg(QLocale().toString(answer.seconds, 'f', 1)));
        });
}

std::optional<JobStatus> LibraryPresenter::embedding() const
{
    for (const JobStatus& job : m_workspace.jobs().visibleJobs()) {
        if (job.kind == JobKind::Embed)
            return job;
    }
    return std::nullopt;
}

void LibraryPresenter::followEmbedding()
{
    const auto job = embedding();
    if (!job) {
        // It ended otherwise than by embedded() or failed(): it was cancelled.
        if (m_steps[kEmbedStep].state == StepState::Running)
            setStep(kEmbedStep, StepState::Waiting, tr("Embedding"), tr("stopped; the vectors made so far are kept"));
        return;
    }
    if (job->state == JobState::Running)
        setStep(kEmbedStep, StepState::Running, jobText(*job).name, jobText(*job).done);
}

void LibraryPresenter::embedWithOllama()
{
    EmbedRequest request;
    request.kind = EmbedderKind::Ollama;
    m_workspace.embed(request);
}

void LibraryPresenter::embedBuiltin() { m_workspace.embed(EmbedRequest{}); }

} // namespace tw::ui
