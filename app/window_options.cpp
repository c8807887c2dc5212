// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_options.h"

#include "app/version.h"
#include "ui/model/app_settings.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace tw {
namespace {

struct Options {
    Q_DECLARE_TR_FUNCTIONS(tw::Options)
};

[[noreturn]] void wrongUse(const QString& text)
{
    std::fprintf(stderr, "tastewalk: %s\n", qUtf8Printable(text));
    std::exit(2);
}

QString valueOf(int argc, char** argv, const char* name)
{
    const std::string prefix = std::string(name) + "=";
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], name) == 0 && i + 1 < argc)
            return QString::fromLocal8Bit(argv[i + 1]);
        if (std::strncmp(argv[i], prefix.c_str(), prefix.size()) == 0)
            return QString::fromLocal8Bit(argv[i] + prefix.size());
    }
    return {};
}

QString oneOf(const QCommandLineParser& parser, const QString& name, const QStringList& choices)
{
    const QString value = parser.value(name);
    if (!value.isEmpty() && !choices.contains(value))
        wrongUse(QStringLiteral("--%1 is one of %2").arg(name, choices.join(QStringLiteral(", "))));
    return value;
}

} // namespace

void prepareEnvironment(int argc, char** argv)
{
    const QString scale = valueOf(argc, argv, "--scale");
    if (!scale.isEmpty() && scale.toDouble() > 0)
        qputenv("QT_SCALE_FACTOR", scale.toLatin1());
    // Neither pictures nor texts for the terminal need a screen.
    const bool told = std::any_of(argv + std::min(1, argc), argv + argc, [](const char* argument) {
        const std::string_view text(argument);
        return text == "--help" || text == "-h" || text == "--version" || text == "-v";
    });
    if ((told || !valueOf(argc, argv, "--shot").isEmpty()) && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

QString chosenLanguage(int argc, char** argv)
{
    const QString file = valueOf(argc, argv, "--settings-file");
    if (!file.isEmpty())
        return ui::AppSettings(file).text(ui::Setting::Language);
    return valueOf(argc, argv, "--shot").isEmpty() ? ui::AppSettings().text(ui::Setting::Language) : QString();
}

WindowOptions parseWindowOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Options::tr("Learns your taste while you click. All data stays on this computer."));
    const auto add = [&parser](const char* name, const QString& description, const char* value) {
        parser.addOption(QCommandLineOption(QString::fromLatin1(name), description, QString::fromLatin1(value)));
    };
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    add("library", Options::tr("Library folder to open; made with the bundled films when it is not there"), "DIR");
    add("view", Options::tr("Page: discover, explore, map, likes or library"), "PAGE");
    add("query", Options::tr("Search for this"), "TEXT");
    add("details", Options::tr("Open this film"), "FILM");
    add("overlay", Options::tr("Open commands, keys, settings or export"), "NAME");
    add("theme", Options::tr("Colours: light or dark"), "THEME");
    add("size", Options::tr("Size of the window"), "WxH");
    add("scale", Options::tr("Scale factor"), "S");
    add("shot", Options::tr("Write a picture of the window when it is complete, and end"), "FILE.png");
    add("trace", Options::tr("Write how long paint, results, slider frames and cancels took"), "FILE.json");
    add("settings-file", Options::tr("Keep the program's settings in this file"), "FILE");
    const QCommandLineOption importNow(QStringLiteral("import"),
                                       Options::tr("Import the files at once, as they are recognised"));
    parser.addOption(importNow);
    parser.addPositionalArgument(QStringLiteral("path"), Options::tr("Library folder, or catalogue files to import"),
                                 QStringLiteral("[PATH…]"));
    if (!parser.parse(arguments))
        wrongUse(parser.errorText());
    if (parser.isSet(help)) {
        std::fputs(qUtf8Printable(parser.helpText()), stdout);
        std::exit(0);
    }
    if (parser.isSet(version)) {
        std::printf("tastewalk %s\n", kVersion);
        std::exit(0);
    }

    WindowOptions options;
    options.library = parser.value(QStringLiteral("library"));
    options.view = oneOf(parser, QStringLiteral("view"),
                         {QStringLiteral("discover"), QStringLiteral("explore"), QStringLiteral("map"),
                          QStringLiteral("likes"), QStringLiteral("library")});
    options.query = parser.value(QStringLiteral("query"));
    options.details = parser.value(QStringLiteral("details"));
    options.overlay = oneOf(parser, QStringLiteral("overlay"),
                            {QStringLiteral("commands"), QStringLiteral("keys"), QStringLiteral("settings"),
                             QStringLiteral("export")});
    options.theme = oneOf(parser, QStringLiteral("theme"), {QStringLiteral("light"), QStringLiteral("dark")});
    options.scale = parser.value(QStringLiteral("scale")).toDouble();
    options.shot = parser.value(QStringLiteral("shot"));
    options.trace = parser.value(QStringLiteral("trace"));
    options.settingsFile = parser.value(QStringLiteral("settings-file"));
    options.paths = parser.positionalArguments();
    options.importNow = parser.isSet(importNow);
    if (parser.isSet(QStringLiteral("size"))) {
        const QStringList parts = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
        options.size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
        if (options.size.width() < 200 || options.size.height() < 200)
            wrongUse(QStringLiteral("--size is WxH, for instance 1440x900"));
    }
    return options;
}

} // namespace tw
