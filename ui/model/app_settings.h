// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QVariant>

#include <memory>

namespace tw::ui {

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

/// The program's settings in one file. GUI thread.
class AppSettings : public QObject {
    Q_OBJECT
public:
    /// The user's own file.
    explicit AppSettings(QObject* parent = nullptr);
    /// Another file, for tests and for runs that must not touch the user's settings.
    explicit AppSettings(const QString& file, QObject* parent = nullptr);

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

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace tw::ui
