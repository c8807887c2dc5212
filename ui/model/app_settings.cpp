// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/app_settings.h"

#include "ui/jobs/job_queue.h"
#include "ui/model/ini_file.h"

#include <QDir>
#include <QStandardPaths>

#include <array>
#include <utility>

namespace tw::ui {
namespace {

struct Row {
    Setting setting;
    const char* key;
    QVariant standard;
};

const std::array<Row, 16>& table()
{
    static const std::array<Row, 16> rows{{
        {Setting::Theme, "look/theme", QStringLiteral("system")},
        {Setting::Density, "look/density", QStringLiteral("comfortable")},
        {Setting::RaisedContrast, "look/raised-contrast", false},
        {Setting::ReducedMotion, "look/reduced-motion", false},
        {Setting::Language, "look/language", QString()},
        {Setting::WindowGeometry, "window/geometry", QByteArray()},
        {Setting::DiscoverSplitter, "window/discover-splitter", QByteArray()},
        {Setting::MapSplitter, "window/map-splitter", QByteArray()},
        {Setting::LibrarySplitter, "window/library-splitter", QByteArray()},
        {Setting::PanelSplitter, "window/panel-splitter", QByteArray()},
        {Setting::TastePanelOpen, "window/taste-panel-open", true},
        {Setting::LastView, "window/last-view", QStringLiteral("discover")},
        {Setting::RecentLibraries, "library/recent", QStringList()},
        {Setting::LastExportFolder, "export/folder", QString()},
        {Setting::LastExportFormat, "export/format", QStringLiteral("csv")},
        {Setting::LastOpenFolder, "library/open-folder", QString()},
    }};
    return rows;
}

const Row& rowOf(Setting setting) { return table()[static_cast<std::size_t>(setting)]; }

constexpr int kWriteAfterMs = 200;

QString userFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
           + QStringLiteral("/tastewalk/tastewalk.ini");
}

QString cleaned(const QString& folder) { return QDir::cleanPath(QDir(folder).absolutePath()); }

} // namespace

AppSettings::AppSettings(QObject* parent) : AppSettings(userFile(), parent) {}

AppSettings::AppSettings(const QString& file, QObject* parent)
    : QObject(parent), m_file(file.toStdU16String()), m_values(readIni(m_file))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kWriteAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &AppSettings::save);
}

AppSettings::~AppSettings()
{
    m_jobs = nullptr;
    save();
}

void AppSettings::writeIn(JobQueue& jobs)
{
    m_jobs = &jobs;
    connect(&jobs, &JobQueue::aboutToShutDown, this, [this] {
        save();
        m_jobs = nullptr;
    });
}

void AppSettings::save()
{
    m_timer.stop();
    if (m_changes.isEmpty())
        return;
    const Values changes = std::exchange(m_changes, {});
    if (!m_jobs) {
        saved(writeIni(m_file, changes), changes);
        return;
    }
    JobSpec spec;
    spec.lane = Lane::Storage;
    spec.kind = JobKind::Settings;
    spec.mustFinish = true;
    m_jobs->submit(spec, [file = m_file, changes](const TaskContext&) { return writeIni(file, changes); })
        .then(this, [this, changes](const Status& status) { saved(status, changes); });
}

void AppSettings::saved(const Status& status, const Values& changes)
{
    if (status) {
        m_told = false;
        return;
    }
    // Newer changes of the same keys outrank these.
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (!m_changes.contains(change.key()))
            m_changes.insert(change.key(), change.value());
    }
    if (!std::exchange(m_told, true))
        Q_EMIT failed(status.error());
}

void AppSettings::put(const QString& key, const QVariant& value)
{
    if (value.isValid())
        m_values.insert(key, value);
    else
        m_values.remove(key);
    m_changes.insert(key, value);
    m_timer.start();
}

QVariant AppSettings::defaultValue(Setting setting) { return rowOf(setting).standard; }

QVariant AppSettings::value(Setting setting) const
{
    const Row& row = rowOf(setting);
    QVariant stored = m_values.value(QLatin1String(row.key));
    if (!stored.isValid())
        return row.standard;
    // INI files hold text only; a list of one comes back as a string.
    return stored.convert(row.standard.metaType()) ? stored : row.standard;
}

void AppSettings::set(Setting setting, const QVariant& value)
{
    if (this->value(setting) == value)
        return;
    put(QLatin1String(rowOf(setting).key), value);
    Q_EMIT changed(setting);
}

void AppSettings::reset(Setting setting)
{
    put(QLatin1String(rowOf(setting).key), {});
    Q_EMIT changed(setting);
}

QStringList AppSettings::recentLibraries() const { return value(Setting::RecentLibraries).toStringList(); }

void AppSettings::noteLibrary(const QString& folder)
{
    QStringList list = recentLibraries();
    const QString clean = cleaned(folder);
    list.removeAll(clean);
    list.prepend(clean);
    set(Setting::RecentLibraries, QStringList(list.mid(0, kMaxRecent)));
}

void AppSettings::forgetLibrary(const QString& folder)
{
    QStringList list = recentLibraries();
    list.removeAll(cleaned(folder));
    set(Setting::RecentLibraries, list);
}

} // namespace tw::ui
