// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library_jobs.h"
#include "core/library/rescue.h"
#include "core/library/session.h"
#include "core/library/space_import.h"
#include "core/search/catalog_values.h"
#include "ui/jobs/job_queue.h"
#include "ui/model/error_text.h"
#include "ui/model/item_format.h"
#include "ui/model/made_anew_text.h"
#include "ui/model/workspace_types.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tw::ui {

class AppSettings;

/// The open library as the window sees it: an immutable session that is swapped part by part, and every way to change
/// it. The Library object lives in the storage lane only. GUI thread; nothing here blocks.
class Workspace : public QObject {
    Q_OBJECT
public:
    struct Options {
        std::shared_ptr<HttpTransport> transport; ///< Null: libcurl.
        Library::Clock clock;                     ///< Null: the system's.
        int lookEveryMs = 1000;                   ///< For changes by other programs; 0: never by itself.
        /// Spaces whose matrices have at least so many bytes are used at once and verified in the background.
        std::uint64_t verifyLaterFrom = kVerifyLaterFrom;
    };
    /// `jobs` and `settings` must outlive the workspace; `settings` may be null (nothing is remembered then).
    Workspace(JobQueue& jobs, AppSettings* settings, Options options, QObject* parent = nullptr);
    Workspace(JobQueue& jobs, AppSettings* settings = nullptr, QObject* parent = nullptr)
        : Workspace(jobs, settings, Options{}, parent) {}
    ~Workspace() override;

    JobQueue& jobs() const { return m_jobs; }
    std::shared_ptr<HttpTransport> transport() const { return m_transport; }
    AppSettings* appSettings() const { return m_appSettings; }

    // What is open -------------------------------------------------------------------------------------------------
    WorkspaceState state() const { return m_state; }
    /// A library is open: state LoadingSpace or Ready.
    bool isOpen() const;
    /// Never null; without a library an empty session with an empty catalogue and history. Keep a copy as long as
    /// you need one moment.
    std::shared_ptr<const Session> session() const { return m_session; }
    bool hasSpace() const { return m_session->hasSpace(); }
    /// The values of the session's catalogue, for filters and facets: gone through once, where they are first asked for.
    std::shared_ptr<const CatalogValues> catalogValues() const;
    /// False in a space of vectors that the user brought: nothing turns words into such vectors.
    bool spaceTakesQueries() const
    {
        return !hasSpace() || m_session->space.space->provenance().kind != SpaceKind::Imported;
    }
    std::filesystem::path folder() const { return m_folder; }
    QString libraryName() const { return m_name; }
    bool readOnly() const { return m_readOnly; }
    bool isDefaultLibrary() const;
    std::size_t itemCount() const { return m_session->catalog->size(); }
    /// The library's spaces, loaded or not.
    const std::vector<SpaceInfo>& spaces() const { return m_spaces; }
    /// Why the active space (or its embedder) could not be loaded; none when it could.
    std::optional<Error> spaceError() const { return m_spaceError; }
    /// Why there is no text search; none when there is, or while it is on its way.
    std::optional<Error> textError() const { return m_textError; }
    /// The folder of the last try to open or make a library, whether it went well or not.
    std::filesystem::path triedFolder() const { return m_triedFolder; }
    /// Acts or settings on their way to the disk.
    bool saving() const { return m_pendingWrites > 0; }

    // Opening ------------------------------------------------------------------------------------------------------
    /// The default library; made from the bundled catalogue when there is none.
    void openDefault();
    /// Opens the library and offers the files, or makes it of them as create() does when there is none in the folder.
    void openOrCreate(const std::filesystem::path& folder, std::vector<std::filesystem::path> files = {});
    void open(const std::filesystem::path& folder);
    /// A new library; the bundled catalogue when `files` is empty. It is searchable by text before its space is built.
    /// @param again  For tryAgain() after a failure; by default the same once more.
    /// @return  The job that makes it.
    JobId create(const std::filesystem::path& folder, std::vector<CatalogFile> files = {},
                 std::function<void()> again = {});
    /// Makes the damaged library in the folder whole again with what can be read of it, and opens it; rescued() follows.
    void rescue(const std::filesystem::path& folder);
    void close();
    QStringList recentLibraries() const;
    /// How far the import, embedding or other visible job was whose failure was told last.
    const Progress& failedProgress() const { return m_failedProgress; }
    /// Does once more what failed() told of last. Nothing when that can't be done again.
    void tryAgain();

    // Acts ---------------------------------------------------------------------------------------------------------
    /// Records an act; acted() follows when it is durable, failed() otherwise. Liking a liked film again, or
    /// removing one without standing, does nothing. @param detail  The query, the Explore column's id, ….
    void act(Act act, ItemId item, Source source, const QString& detail = {});
    void act(Act act, const std::vector<ItemId>& items, Source source, const QString& detail = {});
    /// Like when it is not liked, else take the like back; the same for Dislike.
    void toggleLike(ItemId item, Source source, const QString& detail = {});
    void toggleDislike(ItemId item, Source source, const QString& detail = {});
    void undo();
    void redo();
    bool canUndo() const;
    bool canRedo() const;
    /// Deletes the films' events for good.
    void forget(const std::vector<ItemId>& items);
    void forgetEverything();

    // Settings: in force at once, stored shortly after -------------------------------------------------------------
    const LibrarySettings& settings() const { return m_session->settings; }
    void setMemory(int n);                     ///< 1..100, clipped.
    void setGaussianPercent(double percent);   ///< 0..100, clipped.
    void setBucketsPercent(double percent);    ///< 0..100, clipped.
    void setSeed(std::uint64_t seed);
    void shuffleSeed();                        ///< 1..9999, another than now.
    void setShowSeen(bool show);
    /// Off keeps the profile and deletes the events for good; on begins an empty history.
    void setKeepHistory(bool keep);
    void setOllama(const QString& url, const QString& model, int batch);

    // Spaces and the catalogue: visible jobs -----------------------------------------------------------------------
    void useSpace(const QString& id);
    /// All of them or none; imported() follows. New films are then embedded.
    /// @param again  For tryAgain() after a failure; by default the same once more.
    /// @return  The job; 0 when there is no library or nothing to import.
    JobId importFiles(std::vector<CatalogFile> files, std::function<void()> again = {});
    void embed(const EmbedRequest& request);
    /// Makes the space anew that could not be loaded or used last, else the present one, with the embedder it had.
    void embedAgain();
    void rebuildIndex(const QString& spaceId, const IndexOptions& options);
    /// A space of a file of vectors; vectorsBrought() follows.
    void bringVectors(const ImportSpaceRequest& request);
    void removeSpace(const QString& spaceId);
    /// Tries again to reach the active space's embedder.
    void connectEmbedder();
    /// Looks for changes by other programs now.
    void lookForChanges();

Q_SIGNALS:
    void stateChanged(tw::ui::WorkspaceState state);
    /// Another library is shown; everything in session() is new.
    void opened();
    void closed();
    void sessionChanged(tw::ui::SessionParts parts);
    /// The list of spaces, the library's name or its being read-only changed.
    void libraryChanged();
    /// An act is durable. `move` tells whether it was made, taken back or brought back.
    void acted(const tw::TasteEvent& event, tw::ui::HistoryMove move);
    void savingChanged(bool saving);
    void imported(const tw::ImportReport& report);
    /// Files given with a library that was there already: to be looked at before they are imported.
    void filesOffered(const std::vector<std::filesystem::path>& files);
    void embedded(const tw::EmbedReport& report);
    void vectorsBrought(const tw::ImportSpaceReport& report);
    /// Damaged files were put aside and made anew; all works again.
    void madeAnew(const tw::ui::MadeAnewFiles& made);
    /// After opened().
    void rescued(const tw::RescueReport& report);
    /// Not for cancelled jobs.
    void failed(const tw::Error& error, tw::ui::Attempt attempt);

private:
    struct Store;    ///< The Library and the lane's own newest session; for the storage lane only.
    struct Moment;   ///< What one visit to the storage lane brings back.
    struct Opening;  ///< What to do with the folder that is opened.
    static Moment momentOf(const std::shared_ptr<Store>& store, bool withSpaces);

    // workspace.cpp
    void setState(WorkspaceState state);
    void swap(Session session, SessionParts parts);
    void take(const Moment& moment, SessionParts parts);
    void startOpening(Opening opening);
    void finishOpening(const Moment& moment, const Opening& opening);
    void releaseStore();
    void report(const Error& error, Attempt attempt, std::function<void()> again = {});
    // workspace_spaces.cpp
    void loadText();
    void loadSpace(const QString& id);
    void loadActiveSpace();
    void spaceArrived(const QString& id, Result<LoadedSpace> loaded);
    void verifySpace();
    void spaceMissing(const QString& id, const Error& error);
    void restoreSpace(const QString& id, const Error& error);
    void tellMadeAnew(std::vector<MadeAnew> files, std::uint64_t withoutVector = 0);
    void look(bool reloadSpaces);
    void looked(const Moment& moment, const LibraryChanges& changes);
    QString nameOfSpace(const std::string& id) const;
    // workspace_acts.cpp
    void move(HistoryMove move);
    void changeSettings(const LibrarySettings& settings);
    void storeSettings(bool withSpace = false);
    void beginWrite();
    void endWrite();
    /// Runs write(Library&, const Session&) -> Result<T> in the storage lane to its end; done(T) follows with the
    /// history part swapped.
    template <class Write, class Done>
    void store(JobKind kind, Attempt attempt, Write write, Done done);
    /// Runs a big change; done(T) on success. @param again  Begins it once more.
    template <class Work, class Done>
    JobId runBig(JobSpec spec, Attempt attempt, Work work, Done done, std::function<void()> again);

    JobQueue& m_jobs;
    AppSettings* m_appSettings;
    std::shared_ptr<HttpTransport> m_transport;
    Library::Clock m_clock;
    std::uint64_t m_verifyLaterFrom;
    WorkspaceState m_state = WorkspaceState::Closed;
    std::shared_ptr<const Session> m_session;
    mutable std::shared_ptr<const CatalogValues> m_values; ///< Of the session's catalogue, or of one before.
    std::shared_ptr<Store> m_store;
    std::filesystem::path m_folder;
    QString m_name;
    bool m_readOnly = false;
    std::vector<SpaceInfo> m_spaces;
    std::optional<Error> m_spaceError;
    std::optional<Error> m_textError;
    QString m_missingSpace;
    QString m_restoredSpace;        ///< Tried to be made anew out of the cache.
    std::filesystem::path m_keptVectors; ///< Of the missing space, when they were damaged.
    std::filesystem::path m_triedFolder;
    Progress m_failedProgress;
    std::function<void()> m_again;  ///< What failed last, once more.
    std::uint64_t m_generation = 0; ///< Of the open library; answers of older ones are dropped.
    std::uint64_t m_openGeneration = 0;  ///< Of requests to open.
    std::uint64_t m_spaceGeneration = 0; ///< Of requests for a space.
    std::optional<RescueReport> m_rescueToTell; ///< Told when the library is open.
    std::optional<ImportReport> m_importToTell; ///< Of a new library, told when it is open.
    int m_pendingWrites = 0;
    bool m_looking = false;
    bool m_blind = false;           ///< The last look failed and was told of.
    bool m_settingsDirty = false;
    bool m_builtinTried = false;    ///< The built-in space was begun by itself once for this library.
    QTimer m_lookTimer;
    QTimer m_settingsTimer;
};

} // namespace tw::ui
