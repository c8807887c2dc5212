// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/workspace.h"

#include "core/library/resources.h"
#include "ui/model/app_settings.h"
#include "ui/model/workspace_store.h"

#include <QDir>

#include <utility>

namespace tw::ui {
namespace {

constexpr int kStoreSettingsAfterMs = 300;

constexpr auto kAllParts = SessionPart::Catalog | SessionPart::History | SessionPart::Text | SessionPart::Space
                           | SessionPart::Embedder | SessionPart::Settings | SessionPart::KeptProfile
                           | SessionPart::Spaces;

std::shared_ptr<const Session> emptySession()
{
    Session session;
    session.catalog = std::make_shared<const Catalog>();
    session.history = std::make_shared<const TasteHistory>();
    return std::make_shared<const Session>(std::move(session));
}

QString pathText(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

} // namespace

Workspace::Workspace(JobQueue& jobs, AppSettings* settings, Options options, QObject* parent)
    : QObject(parent), m_jobs(jobs), m_appSettings(settings), m_transport(std::move(options.transport)),
      m_clock(std::move(options.clock)), m_verifyLaterFrom(options.verifyLaterFrom), m_session(emptySession())
{
    if (!m_transport)
        m_transport = makeCurlTransport();
    qRegisterMetaType<ItemId>();
    qRegisterMetaType<MadeAnewFiles>();
    m_settingsTimer.setSingleShot(true);
    m_settingsTimer.setInterval(kStoreSettingsAfterMs);
    connect(&m_settingsTimer, &QTimer::timeout, this, [this] { storeSettings(); });
    connect(&jobs, &JobQueue::aboutToShutDown, this, [this] {
        storeSettings();
        releaseStore();
    });
    connect(&m_lookTimer, &QTimer::timeout, this, &Workspace::lookForChanges);
    if (options.lookEveryMs > 0)
        m_lookTimer.setInterval(options.lookEveryMs);
    m_lookTimer.setSingleShot(false);
}

Workspace::~Workspace()
{
    storeSettings();
    releaseStore();
}

Workspace::Moment Workspace::momentOf(const std::shared_ptr<Store>& store, bool withSpaces)
{
    Library& library = *store->library;
    Moment moment;
    moment.store = store;
    moment.catalog = library.catalog();
    moment.history = library.history();
    moment.settings = library.settings();
    moment.readOnly = library.readOnly();
    moment.name = shownLine(library.name());
    if (!moment.settings.keepHistory && !moment.settings.activeSpace.empty()) {
        if (auto kept = library.keptProfile(moment.settings.activeSpace))
            moment.keptProfile = std::move(*kept);
    }
    if (withSpaces)
        moment.spaces = listSpaces(library.folder());
    return moment;
}

std::shared_ptr<const CatalogValues> Workspace::catalogValues() const
{
    if (!m_values || &m_values->catalog() != m_session->catalog.get())
        m_values = std::make_shared<const CatalogValues>(m_session->catalog);
    return m_values;
}

bool Workspace::isOpen() const
{
    return m_state == WorkspaceState::LoadingSpace || m_state == WorkspaceState::Ready;
}

bool Workspace::isDefaultLibrary() const { return m_store && m_folder == defaultLibraryFolder(); }

QStringList Workspace::recentLibraries() const
{
    return m_appSettings ? m_appSettings->recentLibraries() : QStringList();
}

void Workspace::setState(WorkspaceState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void Workspace::swap(Session session, SessionParts parts)
{
    m_session = std::make_shared<const Session>(std::move(session));
    Q_EMIT sessionChanged(parts);
}

void Workspace::take(const Moment& moment, SessionParts parts)
{
    Session session = *m_session;
    if (parts & SessionPart::Catalog)
        session.catalog = moment.catalog;
    if (parts & SessionPart::History)
        session.history = moment.history;
    if (parts & SessionPart::KeptProfile)
        session.keptProfile = moment.keptProfile;
    if (parts & SessionPart::Settings)
        session.settings = moment.settings;
    swap(std::move(session), parts);
}

void Workspace::report(const Error& error, Attempt attempt, std::function<void()> again)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_again = std::move(again);
    Q_EMIT failed(error, attempt);
}

void Workspace::tryAgain()
{
    if (const auto again = std::exchange(m_again, nullptr))
        again();
}

void Workspace::openDefault()
{
    // A first start that was broken off leaves a library without films; it is filled now.
    startOpening({.folder = defaultLibraryFolder(), .fillWithBundled = true, .createIfMissing = true, .files = {}});
}

void Workspace::openOrCreate(const std::filesystem::path& folder, std::vector<std::filesystem::path> files)
{
    startOpening({.folder = folder, .fillWithBundled = false, .createIfMissing = true, .files = std::move(files)});
}

void Workspace::open(const std::filesystem::path& folder)
{
    startOpening({.folder = folder, .fillWithBundled = false, .createIfMissing = false, .files = {}});
}

void Workspace::startOpening(Opening opening)
{
    setState(WorkspaceState::Opening);
    m_triedFolder = opening.folder;
    JobSpec spec;
    spec.lane = Lane::Storage;
    spec.kind = JobKind::OpenLibrary;
    spec.visible = true;
    spec.subject = shownLine(opening.folder.filename().string());
    m_jobs.submit(spec, [folder = opening.folder, create = opening.createIfMissing,
                         clock = m_clock](const TaskContext&) -> Result<Moment> {
        if (create && !Library::exists(folder))
            return Moment{};
        TW_ASSIGN(auto library, Library::open(folder, clock));
        auto store = std::make_shared<Store>();
        store->library = std::move(library);
        return momentOf(store, true);
    }).then(this, [this, opening, generation = ++m_openGeneration](Result<Moment> moment) {
        if (generation != m_openGeneration)
            return;
        if (moment && !moment->store) {
            create(opening.folder, catalogFiles(opening.files));
            return;
        }
        if (moment) {
            finishOpening(*moment, opening);
            return;
        }
        setState(m_store ? WorkspaceState::Ready : WorkspaceState::Closed);
        m_rescueToTell.reset();
        report(moment.error(), Attempt::OpenLibrary, [this, opening] { startOpening(opening); });
    });
}

void Workspace::finishOpening(const Moment& moment, const Opening& opening)
{
    storeSettings();
    releaseStore();
    ++m_generation;
    ++m_spaceGeneration;
    m_store = moment.store;
    m_folder = m_store->library->folder();
    m_name = moment.name;
    m_readOnly = moment.readOnly;
    m_spaces = moment.spaces.value_or(std::vector<SpaceInfo>());
    m_spaceError.reset();
    m_textError.reset();
    m_missingSpace.clear();
    m_restoredSpace.clear();
    m_keptVectors.clear();
    m_builtinTried = false;
    m_blind = false;
    m_again = {};
    Session session;
    session.catalog = moment.catalog;
    session.history = moment.history;
    session.settings = moment.settings;
    session.keptProfile = moment.keptProfile;
    if (m_appSettings)
        m_appSettings->noteLibrary(pathText(m_folder));
    m_state = WorkspaceState::LoadingSpace;
    swap(std::move(session), kAllParts);
    Q_EMIT stateChanged(m_state);
    Q_EMIT libraryChanged();
    Q_EMIT opened();
    if (m_rescueToTell)
        Q_EMIT rescued(*std::exchange(m_rescueToTell, std::nullopt));
    if (m_importToTell)
        Q_EMIT imported(*std::exchange(m_importToTell, std::nullopt));
    if (m_lookTimer.interval() > 0)
        m_lookTimer.start();
    loadText();
    if (opening.fillWithBundled && m_session->catalog->empty() && !m_readOnly)
        importFiles({bundledCatalogue()});
    else
        loadActiveSpace();
    if (!opening.files.empty())
        Q_EMIT filesOffered(opening.files);
}

void Workspace::rescue(const std::filesystem::path& folder)
{
    setState(WorkspaceState::Opening);
    m_triedFolder = folder;
    JobSpec spec;
    spec.lane = Lane::Compute;
    spec.kind = JobKind::Rescue;
    spec.visible = true;
    spec.subject = shownLine(folder.filename().string());
    m_jobs.submit(spec, [folder](const TaskContext& context) { return rescueLibrary(folder, context); })
        .then(this, [this, folder, generation = ++m_openGeneration](Result<RescueReport> done) {
            if (generation != m_openGeneration)
                return;
            if (!done) {
                setState(m_store ? WorkspaceState::Ready : WorkspaceState::Closed);
                report(done.error(), Attempt::Rescue, [this, folder] { rescue(folder); });
                return;
            }
            open(folder);
            m_rescueToTell = std::move(*done);
        });
}

void Workspace::close()
{
    storeSettings();
    ++m_openGeneration;
    ++m_generation;
    ++m_spaceGeneration;
    m_lookTimer.stop();
    releaseStore();
    m_folder.clear();
    m_name.clear();
    m_readOnly = false;
    m_spaces.clear();
    m_spaceError.reset();
    m_textError.reset();
    m_again = {};
    m_session = emptySession();
    setState(WorkspaceState::Closed);
    Q_EMIT sessionChanged(kAllParts);
    Q_EMIT closed();
}

void Workspace::releaseStore()
{
    m_looking = false;
    if (!m_store)
        return;
    JobSpec spec;
    spec.lane = Lane::Storage;
    spec.kind = JobKind::Other;
    spec.mustFinish = true;
    // The last reference goes in the lane: closing a database takes its time.
    m_jobs.submit(spec, [held = std::move(m_store)](const TaskContext&) mutable -> Status {
        held.reset();
        return {};
    });
    m_store.reset();
}

} // namespace tw::ui
