// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/map/page_rig.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>

int main(int argc, char** argv)
{
    qputenv("TASTEWALK_RESOURCES", TW_RESOURCES);
    qunsetenv("OLLAMA_HOST");
    QApplication application(argc, argv);
    tw::theme().install(application);
    tw::theme().setMode(tw::ThemeMode::Light);
    tw::theme().setReducedMotion(true);
    int failed = 0;
    for (const auto& make : tw::test::pageTests()) {
        const std::unique_ptr<QObject> test = make();
        failed += QTest::qExec(test.get(), argc, argv);
    }
    return failed;
}
