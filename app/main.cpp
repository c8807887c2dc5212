// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application_context.h"
#include "app/shot_runner.h"
#include "app/version.h"
#include "app/window_options.h"
#include "core/library/library.h"
#include "core/library/resources.h"
#include "ui/model/translations.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QFontDatabase>
#include <QTemporaryDir>

#include <csignal>
#include <cstdio>

namespace {

/// Pictures look the same wherever they are made: the font of the design when it is there, at its size.
void usePictureFont(QApplication& application)
{
    QFont font = application.font();
    if (QFontDatabase::families().contains(QStringLiteral("Inter")))
        font.setFamily(QStringLiteral("Inter"));
    font.setPixelSize(14);
    application.setFont(font);
}

/// The files among the paths of the command line.
std::vector<std::filesystem::path> namedFiles(const tw::WindowOptions& options)
{
    std::vector<std::filesystem::path> files;
    for (const QString& path : options.paths) {
        if (!QFileInfo(path).isDir())
            files.emplace_back(path.toStdU16String());
    }
    return files;
}

/// Presses the import page's button as soon as it can be pressed, once.
void importWhenReady(tw::ApplicationContext& context)
{
    tw::ui::ImportPresenter& importing = context.presenters.importing;
    const auto done = std::make_shared<bool>(false);
    QObject::connect(&importing, &tw::ui::ImportPresenter::filesChanged, context.window.get(), [&importing, done] {
        if (*done || importing.files().empty() || !importing.whyNot().isEmpty())
            return;
        *done = true;
        importing.import();
    });
}

/// Opens or makes the library; a new one is made with the files named, an open one imports them once it is there.
void openLibrary(tw::ApplicationContext& context, const tw::WindowOptions& options)
{
    QString folder = options.library;
    if (folder.isEmpty() && options.paths.size() == 1 && QFileInfo(options.paths.first()).isDir())
        folder = options.paths.first();
    const std::filesystem::path path(folder.toStdU16String());
    const auto files = namedFiles(options);
    if (options.importNow)
        importWhenReady(context);
    if (!folder.isEmpty()) {
        context.workspace.openOrCreate(path, files);
        return;
    }
    if (!files.empty())
        QObject::connect(&context.workspace, &tw::ui::Workspace::opened, context.window.get(),
                         [&context, files] { context.presenters.importing.choose(files); }, Qt::SingleShotConnection);
    context.workspace.openDefault();
}

/// The state the command line asks for, once the library is open.
void showWhatIsAsked(tw::ApplicationContext& context, const tw::WindowOptions& options)
{
    using tw::ui::PageId;
    tw::ui::MainWindow& window = *context.window;
    for (std::size_t page = 0; page < tw::ui::kPageNames.size(); ++page) {
        if (options.view == QLatin1String(tw::ui::kPageNames[page]))
            window.showPage(static_cast<PageId>(page));
    }
    if (!options.query.isEmpty()) {
        context.presenters.search.searchNow(options.query);
        context.presenters.explore.setSearchQuery(options.query);
    }
    if (!options.details.isEmpty()) {
        if (const auto item = context.workspace.session()->catalog->resolve(options.details.toStdString()))
            context.presenters.details.open(*item);
    }
    const std::map<QString, tw::ui::ActionId> overlays{{QStringLiteral("commands"), tw::ui::ActionId::Commands},
                                                       {QStringLiteral("keys"), tw::ui::ActionId::AllKeys},
                                                       {QStringLiteral("settings"), tw::ui::ActionId::Settings},
                                                       {QStringLiteral("export"), tw::ui::ActionId::Export}};
    if (const auto overlay = overlays.find(options.overlay); overlay != overlays.end())
        window.actions().action(overlay->second)->trigger();
}

} // namespace

int main(int argc, char** argv)
{
    const auto start = std::chrono::steady_clock::now();
    // A file that may not grow further is an error to tell, not an end.
    std::signal(SIGXFSZ, SIG_IGN);
    tw::prepareEnvironment(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tastewalk"));
    QApplication::setApplicationDisplayName(QStringLiteral("Tastewalk"));
    QApplication::setApplicationVersion(QString::fromLatin1(tw::kVersion));
    QApplication::setDesktopFileName(QStringLiteral("io.github.tastewalk.Tastewalk"));
    tw::ui::installTranslations(application, tw::chosenLanguage(argc, argv));
    tw::WindowOptions options = tw::parseWindowOptions(QApplication::arguments());

    // A picture must not depend on, or change, the user's settings.
    QTemporaryDir pictureSettings;
    if (!options.shot.isEmpty()) {
        usePictureFont(application);
        if (options.settingsFile.isEmpty())
            options.settingsFile = pictureSettings.filePath(QStringLiteral("settings.ini"));
    }
    tw::theme().install(application);
    QApplication::setWindowIcon(tw::applicationIcon());

    int exitCode = 0;
    tw::Status traced;
    {
        tw::ApplicationContext context(start, options.settingsFile);
        if (!options.theme.isEmpty())
            tw::theme().setMode(options.theme == QLatin1String("dark") ? tw::ThemeMode::Dark : tw::ThemeMode::Light);
        if (!options.shot.isEmpty())
            tw::theme().setReducedMotion(true);
        if (options.size.isValid())
            context.window->resize(options.size);
        context.window->show();
        QObject::connect(&context.workspace, &tw::ui::Workspace::opened, context.window.get(),
                         [&] { showWhatIsAsked(context, options); }, Qt::SingleShotConnection);
        if (!options.trace.isEmpty())
            context.trace.startPulse();
        openLibrary(context, options);
        std::unique_ptr<tw::ShotRunner> shot;
        if (!options.shot.isEmpty())
            shot = std::make_unique<tw::ShotRunner>(*context.window, options.shot);
        exitCode = QApplication::exec();
        if (!options.trace.isEmpty())
            traced = context.trace.write(std::filesystem::path(options.trace.toStdU16String()));
    }
    if (!traced) {
        std::fprintf(stderr, "tastewalk: could not write %s\n", qUtf8Printable(options.trace));
        return 1;
    }
    return exitCode;
}
