// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/model/library_fixture.h"
#include "ui/model/translations.h"

#include <QGuiApplication>
#include <QTest>

int main(int argc, char** argv)
{
    qputenv("TASTEWALK_RESOURCES", TW_RESOURCES);
    QGuiApplication application(argc, argv);
    tw::ui::installTranslations(application, QStringLiteral("en_US"));
    int failed = 0;
    for (const auto& make : tw::test::modelTests()) {
        const std::unique_ptr<QObject> test = make();
        failed += QTest::qExec(test.get(), argc, argv);
    }
    return failed;
}
