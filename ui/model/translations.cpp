// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Outside any namespace, as the macro demands; needed since the file sits in a static library.
static void linkTranslations() { Q_INIT_RESOURCE(translations); }

namespace tw::ui {
namespace {

void install(QCoreApplication& application, const QString& name, const QString& file, const QString& folder)
{
    delete application.findChild<QTranslator*>(name, Qt::FindDirectChildrenOnly);
    auto* texts = new QTranslator(&application);
    texts->setObjectName(name);
    if (texts->load(file, folder))
        QCoreApplication::installTranslator(texts);
}

} // namespace

QStringList translationLanguages()
{
    return {QStringLiteral("en"), QStringLiteral("ru"), QStringLiteral("zh_CN")};
}

QString languageOwnName(const QString& language)
{
    if (language == QLatin1String("ru"))
        return QStringLiteral("Русский");
    return language == QLatin1String("zh_CN") ? QStringLiteral("中文") : QStringLiteral("English");
}

QString translationFor(const QStringList& wanted)
{
    for (const QString& name : wanted) {
        const QLocale locale(name);
        switch (locale.language()) {
        case QLocale::English: return QStringLiteral("en");
        case QLocale::Russian: return QStringLiteral("ru");
        case QLocale::Chinese:
            if (locale.script() == QLocale::SimplifiedHanScript)
                return QStringLiteral("zh_CN");
            break;
        default: break;
        }
    }
    return QStringLiteral("en");
}

void installTranslations(QCoreApplication& application, const QString& language)
{
    linkTranslations();
    const QString spoken =
        translationFor(language.isEmpty() ? QLocale::system().uiLanguages() : QStringList{language});
    // The desktop's own ways with numbers and dates, unless they belong to a language the texts are not in.
    const QLocale wanted = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(wanted.language() == QLocale(spoken).language() ? wanted : QLocale(spoken));
    install(application, QStringLiteral("qtTexts"), QStringLiteral("qtbase_%1").arg(spoken),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, QStringLiteral("texts"), QStringLiteral("tastewalk_%1").arg(spoken),
            QStringLiteral(":/translations"));
}

} // namespace tw::ui
