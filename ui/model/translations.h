// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

namespace tw::ui {

/// The languages the window speaks, as in the names of their files: "en", "ru", "zh_CN".
QStringList translationLanguages();

/// "English", "Русский", "中文": a language of translationLanguages() in itself.
QString languageOwnName(const QString& language);

/// The first of the wanted languages that the window speaks, else "en": what is shown to a French reader must still
/// have English plural forms.
///
/// @param wanted  As QLocale::uiLanguages(), best first. Chinese in traditional script is not "zh_CN".
QString translationFor(const QStringList& wanted);

/// Makes the application speak a language: ours for our texts, Qt's own file for Qt's where it is installed; numbers and
/// dates follow. Replaces what an earlier call installed; texts already made stay as they are.
///
/// @param language  As Setting::Language: a locale name; empty: the desktop's.
/// GUI thread.
void installTranslations(QCoreApplication& application, const QString& language);

} // namespace tw::ui
