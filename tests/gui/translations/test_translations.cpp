// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/genre_text.h"
#include "ui/model/translations.h"

#include <QFile>
#include <QLocale>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace tw::ui;

namespace {

/// One text of a .ts file.
struct Message {
    QString source;
    QStringList forms; ///< One, or as many as the language has plural forms.
    bool numerus = false;
    bool unfinished = false;
};

/// By context, source and comment, which together name a text.
using Messages = QMap<QString, Message>;

Messages readTs(const QString& path)
{
    Messages messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    QString comment;
    Message message;
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        const auto name = xml.name();
        if (token == QXmlStreamReader::EndElement && name == QLatin1String("message")) {
            messages.insert(QStringList{context, message.source, comment}.join(QStringLiteral(" | ")), message);
        } else if (token != QXmlStreamReader::StartElement) {
            continue;
        } else if (name == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (name == QLatin1String("message")) {
            message = {};
            comment.clear();
            message.numerus = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
        } else if (name == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (name == QLatin1String("comment")) {
            comment = xml.readElementText();
        } else if (name == QLatin1String("translation")) {
            message.unfinished = xml.attributes().hasAttribute(QLatin1String("type"));
            if (!message.numerus)
                message.forms.append(xml.readElementText());
        } else if (name == QLatin1String("numerusform")) {
            message.forms.append(xml.readElementText());
        }
    }
    return xml.hasError() ? Messages() : messages;
}

QString fileOf(const QString& language)
{
    return QStringLiteral(TW_SOURCE "/resources/translations/tastewalk_%1.ts").arg(language);
}

/// %1 to %99 and %n, sorted; %Ln counts as %n.
QStringList placeholders(const QString& text)
{
    static const QRegularExpression kPlace(QStringLiteral("%L?(\\d{1,2}|n)"));
    QStringList places;
    for (auto match = kPlace.globalMatch(text); match.hasNext();)
        places.append(match.next().captured(1));
    places.sort();
    return places;
}

QString translated(const char* context, const char* text, int n)
{
    return QCoreApplication::translate(context, text, nullptr, n);
}

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyText_data() { languages(); }
    void everyText();
    void everythingTranslated_data() { languages(); }
    void everythingTranslated();
    void placeholdersAgree_data() { languages(); }
    void placeholdersAgree();
    void chosenLanguage_data();
    void chosenLanguage();
    void pluralForms();
    void numbersFollow();
    void genres();

private:
    void languages();

    QTemporaryDir m_folder;
};

void TranslationsTest::languages()
{
    QTest::addColumn<QString>("language");
    for (const QString& language : translationLanguages())
        QTest::addRow("%s", qPrintable(language)) << language;
}

void TranslationsTest::initTestCase()
{
    const QString source = QStringLiteral(TW_SOURCE);
    const auto gather = [&](const QString& file, const QStringList& more) {
        QProcess lupdate;
        lupdate.start(QStringLiteral(TW_LUPDATE),
                      QStringList{QStringLiteral("-silent"), QStringLiteral("-I"), source, QStringLiteral("-locations"),
                                  QStringLiteral("none"), QStringLiteral("-recursive"), source + QStringLiteral("/ui"),
                                  source + QStringLiteral("/app/main.cpp"),
                                  source + QStringLiteral("/app/window_options.cpp"), QStringLiteral("-ts"),
                                  m_folder.filePath(file)}
                          + more);
        QVERIFY(lupdate.waitForFinished(60000));
        QCOMPARE(lupdate.exitCode(), 0);
    };
    gather(QStringLiteral("all.ts"), {});
    gather(QStringLiteral("plurals.ts"), {QStringLiteral("-pluralonly")});
    QVERIFY(readTs(m_folder.filePath(QStringLiteral("all.ts"))).size() > 500);
}

void TranslationsTest::everyText()
{
    QFETCH(QString, language);
    const QString fresh = language == QLatin1String("en") ? QStringLiteral("plurals.ts") : QStringLiteral("all.ts");
    const QStringList wanted = readTs(m_folder.filePath(fresh)).keys();
    const QStringList there = readTs(fileOf(language)).keys();
    const QSet<QString> wantedSet(wanted.begin(), wanted.end());
    const QSet<QString> thereSet(there.begin(), there.end());
    const auto told = [](const QSet<QString>& texts) { return QStringList(texts.values()).join(QLatin1Char('\n')); };
    // Mended by building tw_update_translations, then translating.
    QVERIFY2(wantedSet == thereSet, qUtf8Printable(QStringLiteral("missing:\n%1\nno longer used:\n%2")
                                                       .arg(told(wantedSet - thereSet), told(thereSet - wantedSet))));
}

void TranslationsTest::everythingTranslated()
{
    QFETCH(QString, language);
    const QMap<QString, qsizetype> forms{
        {QStringLiteral("en"), 2}, {QStringLiteral("ru"), 3}, {QStringLiteral("zh_CN"), 1}};
    const Messages messages = readTs(fileOf(language));
    for (auto it = messages.begin(); it != messages.end(); ++it) {
        QVERIFY2(!it->unfinished, qUtf8Printable(it.key()));
        QVERIFY2(it->forms.size() == (it->numerus ? forms[language] : 1), qUtf8Printable(it.key()));
        for (const QString& form : it->forms) {
            QVERIFY2(!form.trimmed().isEmpty(), qUtf8Printable(it.key()));
            // The program does not shout.
            QVERIFY2(!form.contains(QLatin1Char('!')) && !form.contains(QChar(0xff01)), qUtf8Printable(it.key()));
        }
    }
}

void TranslationsTest::placeholdersAgree()
{
    QFETCH(QString, language);
    const Messages messages = readTs(fileOf(language));
    for (auto it = messages.begin(); it != messages.end(); ++it) {
        const QStringList wanted = placeholders(it->source);
        QStringList withoutNumber = wanted;
        withoutNumber.removeAll(QStringLiteral("n"));
        for (qsizetype i = 0; i < it->forms.size(); ++i) {
            const QStringList found = placeholders(it->forms[i]);
            // English singular is for 1 alone and may say so in words.
            const bool oneInWords = language == QLatin1String("en") && i == 0 && found == withoutNumber;
            QVERIFY2(found == wanted || oneInWords,
                     qUtf8Printable(it.key() + QStringLiteral(" -> ") + it->forms[i]));
        }
    }
}

void TranslationsTest::chosenLanguage_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("spoken");
    const auto row = [](const char* wanted, const char* spoken) {
        QTest::newRow(wanted) << QString::fromLatin1(wanted).split(QLatin1Char(' ')) << QString::fromLatin1(spoken);
    };
    row("en-GB", "en");
    row("ru-UA", "ru");
    row("zh-CN", "zh_CN");
    row("zh-SG", "zh_CN");
    row("zh-TW", "en");
    row("fr-FR", "en");
    row("C", "en");
    row("fr-FR ru-RU en-US", "ru");
    row("en-US ru-RU", "en");
}

void TranslationsTest::chosenLanguage()
{
    QFETCH(QStringList, wanted);
    QTEST(translationFor(wanted), "spoken");
}

void TranslationsTest::pluralForms()
{
    constexpr const char* kFormat = "tw::ui::ItemFormat";
    // French has no file: its readers get English, with English plurals.
    for (const QString& language : {QStringLiteral("en_GB"), QStringLiteral("fr_FR"), QStringLiteral("C")}) {
        installTranslations(*QCoreApplication::instance(), language);
        QCOMPARE(translated(kFormat, "%Ln films", 1), QStringLiteral("1 film"));
        QCOMPARE(translated(kFormat, "%Ln films", 2), QStringLiteral("2 films"));
        QCOMPARE(translated(kFormat, "%Ln films", 0), QStringLiteral("0 films"));
        QCOMPARE(translated(kFormat, "Today, %1", -1), QStringLiteral("Today, %1"));
    }
    installTranslations(*QCoreApplication::instance(), QStringLiteral("ru"));
    QCOMPARE(translated(kFormat, "%Ln films", 21), QStringLiteral("21 фильм"));
    QCOMPARE(translated(kFormat, "%Ln films", 3), QStringLiteral("3 фильма"));
    QCOMPARE(translated(kFormat, "%Ln films", 12), QStringLiteral("12 фильмов"));
    installTranslations(*QCoreApplication::instance(), QStringLiteral("zh_CN"));
    QCOMPARE(translated(kFormat, "%Ln films", 1), QStringLiteral("1 部电影"));
    // What an earlier call installed is gone.
    installTranslations(*QCoreApplication::instance(), QStringLiteral("en"));
    QCOMPARE(translated(kFormat, "%Ln films", 5), QStringLiteral("5 films"));
    QCOMPARE(translated(kFormat, "Today, %1", -1), QStringLiteral("Today, %1"));
}

void TranslationsTest::numbersFollow()
{
    installTranslations(*QCoreApplication::instance(), QStringLiteral("ru"));
    QCOMPARE(QLocale().toString(0.5, 'f', 1), QStringLiteral("0,5"));
    // Its own country's ways within a language we speak, ours where we speak another.
    installTranslations(*QCoreApplication::instance(), QStringLiteral("en_ZA"));
    QCOMPARE(QLocale().territory(), QLocale::SouthAfrica);
    installTranslations(*QCoreApplication::instance(), QStringLiteral("de_DE"));
    QCOMPARE(QLocale().language(), QLocale::English);
    QCOMPARE(QLocale().toString(0.5, 'f', 1), QStringLiteral("0.5"));
}

void TranslationsTest::genres()
{
    installTranslations(*QCoreApplication::instance(), QStringLiteral("ru"));
    QCOMPARE(genreText(QStringLiteral("Science fiction")), QStringLiteral("Фантастика"));
    QCOMPARE(genreText(QStringLiteral("Sci-Fi")), QStringLiteral("Фантастика"));
    QCOMPARE(genreText(QStringLiteral("Mumblecore")), QStringLiteral("Mumblecore"));
    installTranslations(*QCoreApplication::instance(), QStringLiteral("en"));
    QCOMPARE(genreText(QStringLiteral("Sci-Fi")), QStringLiteral("Sci-Fi"));
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "test_translations.moc"
