// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QString>
#include <QVariant>

#include <filesystem>

namespace tw::ui {

/// Values of an INI file as QSettings writes them, by "section/key"; empty when it can't be read. Any thread.
QMap<QString, QVariant> readIni(const std::filesystem::path& file);

/// Puts the changes over what the file holds now (an invalid value removes the key) and replaces it, whole or not at
/// all; QSettings itself would leave an empty file on a full disk. Makes the folder. Any thread.
/// Errors: FileUnwritable.
Status writeIni(const std::filesystem::path& file, const QMap<QString, QVariant>& changes);

/// The values as text of an INI file that QSettings reads back: texts, lists of texts, bytes, truths and numbers.
std::string iniText(const QMap<QString, QVariant>& values);

} // namespace tw::ui
