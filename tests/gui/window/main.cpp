// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window/window_fixture.h"
#include "ui/model/translations.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>

int main(int argc, char** argv)
{
    qputenv("TASTEWALK_RESOURCES", TW_RESOURCES);
    qunsetenv("OLLAMA_HOST");
    QApplication application(argc, argv);
    // For pictures in another look; most tests read English words.
    const QString language = qEnvironmentVariable("TASTEWALK_TEST_LANGUAGE", QStringLiteral("en_US"));
    const bool dark = qEnvironmentVariable("TASTEWALK_TEST_THEME") == QLatin1String("dark");
    tw::ui::installTranslations(application, language);
    tw::theme().install(application);
    tw::theme().setMode(dark ? tw::ThemeMode::Dark : tw::ThemeMode::Light);
    tw::theme().setReducedMotion(true);
    // "--class=LibraryTest" runs one class alone; all else goes to Qt Test.
    QStringList arguments = QApplication::arguments();
    const QStringList wanted = arguments.filter(QStringLiteral("--class="));
    for (const QString& choice : wanted)
        arguments.removeAll(choice);
    int failed = 0;
    for (const auto& make : tw::test::windowTests()) {
        const std::unique_ptr<QObject> test = make();
        if (!wanted.isEmpty()
            && wanted.first() != QStringLiteral("--class=") + QLatin1String(test->metaObject()->className()))
            continue;
        failed += QTest::qExec(test.get(), arguments);
    }
    return failed;
}
