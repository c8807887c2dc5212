// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/app_settings.h"

#include <QDir>

#include <array>

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

QString cleaned(const QString& folder) { return QDir::cleanPath(QDir(folder).absolutePath()); }

} // namespace

AppSettings::AppSettings(QObject* parent)
    : QObject(parent), m_store(std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                           QStringLiteral("tastewalk"), QStringLiteral("tastewalk")))
{
}

AppSettings::AppSettings(const QString& file, QObject* parent)
    : QObject(parent), m_store(std::make_unique<QSettings>(file, QSettings::IniFormat))
{
}

QVariant AppSettings::defaultValue(Setting setting) { return rowOf(setting).standard; }

QVariant AppSettings::value(Setting setting) const
{
    const Row& row = rowOf(setting);
    QVariant stored = m_store->value(QLatin1String(row.key));
    if (!stored.isValid())
        return row.standard;
    // INI files hold text only; a list of one comes back as a string.
    return stored.convert(row.standard.metaType()) ? stored : row.standard;
}

void AppSettings::set(Setting setting, const QVariant& value)
{
    if (this->value(setting) == value)
        return;
    m_store->setValue(QLatin1String(rowOf(setting).key), value);
    Q_EMIT changed(setting);
}

void AppSettings::reset(Setting setting)
{
    m_store->remove(QLatin1String(rowOf(setting).key));
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
