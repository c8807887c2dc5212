// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/ollama_client.h"
#include "ui/jobs/latest_request.h"
#include "ui/model/library_facts.h"
#include "ui/model/spaces_model.h"
#include "ui/model/workspace.h"

#include <QObject>
#include <QStringList>

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tw::ui {

enum class StepState { Waiting, Running, Done, Failed };

/// One step on the way to a space made by Ollama: server, model, warm-up, embedding.
struct EmbedderStep {
    StepState state = StepState::Waiting;
    QString title;   ///< "Server found", "Server not answering".
    QString detail;  ///< "127.0.0.1:11434, version 0.5.1".
};

/// Everything the Library view tells. GUI thread.
class LibraryPresenter : public QObject {
    Q_OBJECT
public:
    explicit LibraryPresenter(Workspace& workspace, QObject* parent = nullptr);
    ~LibraryPresenter() override;

    SpacesModel* spaces() { return &m_spaces; }
    const CatalogueFacts& facts() const { return m_facts; }
    const std::vector<StorageLine>& storage() const { return m_storage; }
    QString storageText() const;                 ///< "214 MB" in all.

    /// Server, Model, Warm-up, Embedding.
    const std::array<EmbedderStep, 4>& steps() const { return m_steps; }
    /// The server's embedding models, once it answered.
    QStringList models() const { return m_models; }
    bool checking() const { return m_check.running(); }
    /// Server and model answered and are warm: embedding can begin.
    bool ollamaReady() const { return m_ready; }
    QString ollamaUrl() const;                   ///< In force: the setting, else OLLAMA_HOST.
    QString ollamaModel() const;
    int ollamaBatch() const;
    QString documentPrefix() const;              ///< What the model wants put before a film's text; may be empty.
    /// The failure of the last check, for a banner.
    std::optional<Error> checkError() const { return m_checkError; }
    /// Films that the last embedding left without a vector because the server would not take their texts: a line each,
    /// with the reason.
    const QStringList& refused() const { return m_refused; }
    /// The running embedding job; none when there is none.
    std::optional<JobStatus> embedding() const;

public Q_SLOTS:
    void setOllama(const QString& url, const QString& model, int batch);
    /// Asks server, model and warm-up one after the other (network lane).
    void checkServer();
    void stopCheck();
    void embedWithOllama();
    void embedBuiltin();
    /// Measures the files (storage lane).
    void measureStorage();

Q_SIGNALS:
    void factsChanged();
    void storageChanged();
    void stepsChanged();

private:
    struct ServerAnswer;
    using Answered = std::shared_ptr<const ServerAnswer>;
    void refreshFacts();
    void resetSteps();
    void setStep(std::size_t step, StepState state, const QString& title, const QString& detail);
    /// Asks one step; `next` is called with its answer, a failure marks the step.
    void ask(std::size_t step, std::function<Result<Answered>(const OllamaClient&, const TaskContext&)> question,
             std::function<void(const ServerAnswer&)> next);
    void checkModel();
    void warmUp();
    void followEmbedding();

    Workspace& m_workspace;
    SpacesModel m_spaces;
    LatestRequest<CatalogueFacts> m_factsRequest;
    LatestRequest<std::vector<StorageLine>> m_sizes;
    LatestRequest<Answered> m_check;
    CatalogueFacts m_facts;
    std::vector<StorageLine> m_storage;
    std::array<EmbedderStep, 4> m_steps;
    QStringList m_models;
    QStringList m_refused;
    std::optional<Error> m_checkError;
    bool m_ready = false;
};

} // namespace tw::ui
