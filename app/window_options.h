// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace tw {

/// The command line of the window.
struct WindowOptions {
    QString library;
    QString view;      ///< discover, explore, map, likes, library; empty: as last time.
    QString query;
    QString details;   ///< Title or key of a film to open.
    QString overlay;   ///< commands, keys, settings, export.
    QString theme;     ///< light, dark.
    QSize size;
    double scale = 0;  ///< 0: the desktop's.
    QString shot;
    QString trace;
    QString settingsFile;
    QStringList paths;
    bool importNow = false; ///< Imports the files among the paths without waiting for a click.
};

/// What of the command line must be known before the QApplication: sets scale factor and platform.
void prepareEnvironment(int argc, char** argv);

/// The language set in the settings this run uses; empty: the desktop's. For before the options are parsed, whose help
/// speaks it too. Needs the QApplication.
QString chosenLanguage(int argc, char** argv);

/// Reads the whole command line; on a mistake prints it and ends with 2, for --help and --version with 0.
/// Needs the QApplication.
WindowOptions parseWindowOptions(const QStringList& arguments);

} // namespace tw
