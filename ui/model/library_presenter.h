// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/latest_request.h"
#include "ui/model/spaces_model.h"
#include "ui/model/workspace.h"

#include <QObject>
#include <QStringList>

#include <array>
#include <filesystem>
#include <optional>
#include <vector>

namespace tw::ui {

/// What the catalogue holds.
struct CatalogueFacts {
    std::size_t films = 0;
    std::size_t withText = 0;
    std::size_t withPoster = 0;
    std::size_t withImdbId = 0;
    std::optional<int> firstYear;
    std::optional<int> lastYear;
    std::size_t countries = 0;
    std::size_t genres = 0;
    std::vector<std::pair<QString, QString>> lines; ///< Name and value, ready to show.
};

/// What a part of the library takes on disk.
struct StorageLine {
    QString name;   ///< "Catalogue and history", "Text search", "Vectors kept", "Spaces".
    QString text;   ///< "12 MB".
    QString note;   ///< "can be made again" or "the truth".
    std::uint64_t bytes = 0;
};

enum class StepState { Waiting, Running, Done, Failed };

/// One step on the way to a space made by Ollama: server, model, warm-up, embedding.
struct EmbedderStep {
    StepState state = StepState::Waiting;
    QString title;   ///< "Server found", "Server not answering".
    QString detail;  ///< "127.0.0.1:11434, version 0.5.1".
};

/// How an import ended.
struct ImportView {
    QString text;         ///< "4,791 films added."
    QString skippedText;  ///< "12 of 4,803 rows were left out."; empty when none were.
    QStringList skipped;  ///< One line a row: file, number, reason.
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
    const std::optional<ImportView>& lastImport() const { return m_import; }

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
    void dismissImport();

Q_SIGNALS:
    void factsChanged();
    void storageChanged();
    void stepsChanged();
    void importChanged();

private:
    struct ServerAnswer;
    void refreshFacts();
    void receive(const ServerAnswer& answer);
    void onJobs();
    void onImported(const ImportReport& report);

    Workspace& m_workspace;
    SpacesModel m_spaces;
    LatestRequest<CatalogueFacts> m_factsRequest;
    LatestRequest<std::vector<StorageLine>> m_sizes;
    LatestRequest<std::shared_ptr<const ServerAnswer>> m_check;
    CatalogueFacts m_facts;
    std::vector<StorageLine> m_storage;
    std::optional<ImportView> m_import;
    std::array<EmbedderStep, 4> m_steps;
    QStringList m_models;
    std::optional<Error> m_checkError;
    bool m_ready = false;
};

} // namespace tw::ui
