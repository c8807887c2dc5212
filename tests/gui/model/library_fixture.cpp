// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/model/library_fixture.h"

#include "core/library/resources.h"

#include <QSignalSpy>
#include <QTest>

#include <fstream>
#include <string>

namespace tw::test {

std::vector<std::function<std::unique_ptr<QObject>()>>& modelTests()
{
    static std::vector<std::function<std::unique_ptr<QObject>()>> tests;
    return tests;
}

std::filesystem::path filmsFile(const TempFolder& folder, std::size_t count)
{
    const auto path = folder / "films.jsonl";
    std::ifstream from(bundledCatalogue());
    std::ofstream to(path);
    std::string line;
    for (std::size_t i = 0; i < count && std::getline(from, line); ++i)
        to << line << '\n';
    return path;
}

std::filesystem::path libraryCopy(const TempFolder& folder)
{
    static const TempFolder master;
    static const std::filesystem::path made = [] {
        const auto path = master / "Films";
        const std::vector<std::filesystem::path> files{filmsFile(master)};
        const auto report = createLibrary(path, catalogFiles(files), {});
        return report ? path : std::filesystem::path();
    }();
    const auto copy = folder / "Films";
    if (!made.empty())
        std::filesystem::copy(made, copy, std::filesystem::copy_options::recursive);
    return copy;
}

OpenLibrary::OpenLibrary()
    : settings(QString::fromStdString((folder / "settings.ini").string())), workspace(jobs, &settings, {nullptr, {}, 0})
{
    workspace.open(libraryCopy(folder));
    // Not QTRY_*: those return from a function without a value only.
    const bool ready = QTest::qWaitFor(
        [this] { return workspace.hasSpace() && workspace.session()->text != nullptr; }, 20'000);
    if (!ready)
        qWarning("the library did not open");
}

OpenLibrary::~OpenLibrary() { jobs.shutdown(); }

bool OpenLibrary::like(ItemId item, Source source, const QString& detail)
{
    QSignalSpy acted(&workspace, &ui::Workspace::acted);
    workspace.act(Act::Liked, item, source, detail);
    return QTest::qWaitFor([&acted] { return acted.count() == 1; });
}

} // namespace tw::test
