// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/latest_request.h"
#include "ui/model/error_text.h"
#include "ui/model/import_look.h"
#include "ui/model/import_models.h"
#include "ui/model/workspace.h"

#include <QObject>
#include <QStringList>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace tw::ui {

enum class ImportState {
    Idle,    ///< No files chosen, no report to show.
    Setup,   ///< Files are chosen and can be corrected.
    Running, ///< They are being imported.
    Done,    ///< The report of the last import is shown.
};

/// One of the files to import.
struct ImportFile {
    explicit ImportFile(JobQueue& jobs) : request(jobs) {}
    std::filesystem::path path;
    QString name;
    ReadOptions options;
    bool wanted = true;                     ///< Not left out by hand.
    std::optional<ImportLook> look;         ///< The last good look; older than the options while looking().
    std::optional<Error> error;             ///< Why the newest look failed.
    bool guessHasTitle = false;             ///< Before any correction.
    LatestRequest<ImportLook> request;

    bool looking() const { return request.running(); }
    /// It takes part in the import.
    bool taken() const { return wanted && !error && look && look->preview.hasTitle; }
};

/// Choosing what to import and how, the import itself, and its report. Survives the page that shows it. GUI thread.
class ImportPresenter : public QObject {
    Q_OBJECT
public:
    explicit ImportPresenter(Workspace& workspace, QObject* parent = nullptr);
    ~ImportPresenter() override;

    ImportState state() const;
    const std::vector<std::unique_ptr<ImportFile>>& files() const { return m_files; }
    /// Index of the file shown in detail; -1 without files.
    int current() const { return m_current; }
    const ImportFile* currentFile() const;
    ImportColumnsModel* columns() { return &m_columns; }
    ImportFilmsModel* films() { return &m_films; }
    ImportReportModel* leftOut() { return &m_leftOut; }
    ImportReportModel* mended() { return &m_mended; }
    /// Text of the current file's first film as it goes to the embedder, with the model's prefix.
    QString example() const;
    /// Some other files have the same columns, so that a correction holds for all of them.
    int filesWithSameColumns() const;
    bool looking() const;
    /// Why nothing can be imported now: a sentence; empty when it can.
    QString whyNot() const;
    /// "Import 4,803 films", "Import"; for a new library "Make the library".
    QString actText() const;
    /// Folder of the library that the import is going to make; empty: the open one is added to.
    const std::filesystem::path& newLibrary() const { return m_newLibrary; }

    /// The running import; none when there is none.
    std::optional<JobStatus> job() const;
    const std::optional<ImportReport>& report() const { return m_report; }
    /// The library imported into still makes the vectors of its new films.
    bool embedding() const;

public Q_SLOTS:
    /// Shows files on the page; they take the place of those chosen before. Nothing is imported yet.
    void choose(const std::vector<std::filesystem::path>& files);
    /// The same for a library that is not there yet.
    void chooseForNew(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& files);
    /// Shows the page as it was left: the files chosen, the import under way, or the last report.
    void goOn();
    void showReport();
    void setCurrent(int file);
    void setWanted(int file, bool wanted);
    /// Of the current file. @param encoding  Empty: detected.
    void setEncoding(const QString& encoding);
    void setRepair(bool repair);
    /// Of a column in the current file and all others with the same columns. @param field  None: as guessed.
    void setField(const std::string& column, std::optional<tw::Field> field);
    void lookAgain();
    void import();
    void cancelImport();
    /// Forgets the files chosen.
    void discard();
    void dismissReport();
    /// Writes the complete list of what was left out and mended (storage lane); reportSaved() or failed() follows.
    void saveReport(const std::filesystem::path& path);

Q_SIGNALS:
    /// The page is to be shown.
    void requested();
    void stateChanged();
    /// The list of files, or what is known of any of them.
    void filesChanged();
    /// What is shown of the current file.
    void currentChanged();
    void progressChanged();
    void reportSaved(const QString& path);
    void failed(const tw::Error& error, tw::ui::Attempt attempt);

private:
    void take(const std::vector<std::filesystem::path>& files);
    void look(ImportFile& file);
    void showCurrent();
    void update();
    std::vector<CatalogFile> wantedFiles() const;
    void ended(bool succeeded);
    void onImported(const ImportReport& report);

    Workspace& m_workspace;
    std::vector<std::unique_ptr<ImportFile>> m_files;
    std::vector<std::unique_ptr<ImportFile>> m_importing; ///< Those of the running import, should it fail.
    int m_current = -1;
    std::filesystem::path m_newLibrary;
    std::filesystem::path m_making;   ///< m_newLibrary of the running import.
    JobId m_job = 0;
    bool m_running = false;           ///< From the click until the report or the failure is told.
    bool m_reportShown = false;
    std::optional<ImportReport> m_report;
    ImportColumnsModel m_columns;
    ImportFilmsModel m_films;
    ImportReportModel m_leftOut;
    ImportReportModel m_mended;
    LatestRequest<int> m_saving;
};

} // namespace tw::ui
