// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QVariant>

#include <filesystem>

namespace tw::ui {

class JobQueue;

/// What the program remembers beside a library. Each has one key, type and default in one table (app_settings.cpp).
enum class Setting {
    Theme,           ///< QString "system", "light", "dark".
    Density,         ///< QString "comfortable", "compact".
    RaisedContrast,  ///< bool.
    ReducedMotion,   ///< bool.
    Language,        ///< QString, empty: the desktop's.
    WindowGeometry,  ///< QByteArray of QWidget::saveGeometry().
    DiscoverSplitter,///< QByteArray: share of the results, width of the details, as text.
    MapSplitter, LibrarySplitter, PanelSplitter, ///< QByteArray of QSplitter::saveState().
    TastePanelOpen,  ///< bool.
    LastView,        ///< QString "discover", "explore", "map", "likes", "library".
    RecentLibraries, ///< QStringList of folders, newest first.
    LastExportFolder,///< QString.
    LastExportFormat,///< QString as exportFormatName().
    LastOpenFolder,  ///< QString.
};

/// The program's settings in one INI file, read once and written whole or not at all, shortly after a change. What
/// another window changed meanwhile stays. GUI thread.
class AppSettings : public QObject {
    Q_OBJECT
public:
    /// The user's own file.
    explicit AppSettings(QObject* parent = nullptr);
    /// Another file, for tests and for runs that must not touch the user's settings.
    explicit AppSettings(const QString& file, QObject* parent = nullptr);
    /// Writes what is not written yet.
    ~AppSettings() override;
    /// From now on the file is written in the storage lane of this queue, which must outlive the settings' changes;
    /// before that, and after its end, in place.
    void writeIn(JobQueue& jobs);
    /// Writes what has changed now. failed() follows when that is not possible; the changes are kept and written with
    /// the next one.
    void save();

    /// The stored value, or the default when there is none or it has another type.
    QVariant value(Setting setting) const;
    QString text(Setting setting) const { return value(setting).toString(); }
    bool flag(Setting setting) const { return value(setting).toBool(); }
    void set(Setting setting, const QVariant& value);
    void reset(Setting setting);
    static QVariant defaultValue(Setting setting);

    /// Folders opened last, newest first, at most kMaxRecent.
    QStringList recentLibraries() const;
    /// Puts the folder in front.
    void noteLibrary(const QString& folder);
    void forgetLibrary(const QString& folder);

    static constexpr int kMaxRecent = 10;

Q_SIGNALS:
    void changed(tw::ui::Setting setting);
    /// The file could not be written; told once until it can be again.
    void failed(const tw::Error& error);

private:
    using Values = QMap<QString, QVariant>;
    void put(const QString& key, const QVariant& value);
    void saved(const Status& status, const Values& changes);

    std::filesystem::path m_file;
    Values m_values;          ///< As read, with our changes.
    Values m_changes;         ///< Not written yet; an invalid value: removed.
    JobQueue* m_jobs = nullptr;
    QTimer m_timer;
    bool m_told = false;
};

} // namespace tw::ui
