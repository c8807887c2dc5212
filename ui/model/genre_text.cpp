// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/genre_text.h"

#include <QCoreApplication>
#include <QHash>

namespace tw::ui {
namespace {

constexpr char kContext[] = "tw::ui::GenreText";

const char* const kNames[] = {
    QT_TRANSLATE_NOOP("tw::ui::GenreText", "Action"),      QT_TRANSLATE_NOOP("tw::ui::GenreText", "Adventure"),
    QT_TRANSLATE_NOOP("tw::ui::GenreText", "Animation"),   QT_TRANSLATE_NOOP("tw::ui::GenreText", "Biography"),
    QT_TRANSLATE_NOOP("tw::ui::GenreText", "Comedy"),      QT_TRANSLATE_NOOP("tw::ui::GenreText", "Crime"),
    QT_TRANSLATE_NOOP("tw::ui::GenreText", "Documentary"), QT_TRANSLATE_NOOP("tw::ui::GenreText", "Drama"),
    QT_TRANSLATE_NOOP("tw::ui::GenreText", "Family"),      QT_TRANSLATE_NOOP("tw::ui::GenreText", "Fantasy"),
    QT_TRANSLATE_NOOP("tw::ui::GenreText", "Film noir"),   QT_TRANSLATE_NOOP("tw::ui::GenreText", "History"),
    QT_TRANSLATE_NOOP("tw::ui::GenreText", "Horror"),      QT_TRANSLATE_NOOP("tw::ui::GenreText", "Music"),
    QT_TRANSLATE_NOOP("tw::ui::GenreText", "Musical"),     QT_TRANSLATE_NOOP("tw::ui::GenreText", "Mystery"),
    QT_TRANSLATE_NOOP("tw::ui::GenreText", "Romance"),     QT_TRANSLATE_NOOP("tw::ui::GenreText", "Science fiction"),
    QT_TRANSLATE_NOOP("tw::ui::GenreText", "Sport"),       QT_TRANSLATE_NOOP("tw::ui::GenreText", "Thriller"),
    QT_TRANSLATE_NOOP("tw::ui::GenreText", "War"),         QT_TRANSLATE_NOOP("tw::ui::GenreText", "Western"),
};

/// Names by their lower case, with the spellings of other catalogues.
QHash<QString, const char*> makeNames()
{
    QHash<QString, const char*> names;
    for (const char* name : kNames)
        names.insert(QString::fromLatin1(name).toLower(), name);
    const auto also = [&names](const char* spelling, const char* name) {
        names.insert(QString::fromLatin1(spelling), names.value(QString::fromLatin1(name)));
    };
    also("sci-fi", "science fiction");
    also("film-noir", "film noir");
    also("children", "family");
    return names;
}

} // namespace

QString genreText(const QString& genre)
{
    static const QHash<QString, const char*> kByName = makeNames();
    const char* const name = kByName.value(genre.toLower());
    if (!name)
        return genre;
    const QString text = QCoreApplication::translate(kContext, name);
    return text == QLatin1String(name) ? genre : text;
}

} // namespace tw::ui
