// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/map/page_rig.h"

#include "core/library/library.h"
#include "core/library/resources.h"

#include <QSignalSpy>

#include <fstream>

namespace tw::test {
namespace {

constexpr int kFilms = 200, kPatience = 30'000;

/// Made once; every test works on a copy.
const std::filesystem::path& masterLibrary()
{
    static const TempFolder folder;
    static const std::filesystem::path made = [] {
        const auto films = folder / "films.jsonl";
        std::ifstream from(bundledCatalogue());
        std::ofstream to(films);
        std::string line;
        for (int i = 0; i < kFilms && std::getline(from, line); ++i)
            to << line << '\n';
        to.close();
        const auto path = folder / "Films";
        const std::vector<std::filesystem::path> files{films};
        return createLibrary(path, catalogFiles(files), {}) ? path : std::filesystem::path();
    }();
    return made;
}

} // namespace

std::vector<std::function<std::unique_ptr<QObject>()>>& pageTests()
{
    static std::vector<std::function<std::unique_ptr<QObject>()>> tests;
    return tests;
}

PageRig::PageRig()
    : settings(QString::fromStdString((folder / "settings.ini").string()))
    , trace(std::chrono::steady_clock::now())
    , workspace(jobs, &settings, {nullptr, {}, 0})
    , presenters(workspace)
    , acts(workspace)
{
    window.setLayout(new QVBoxLayout);
    window.layout()->setContentsMargins(0, 0, 0, 0);
    actions.attach(&window);
}

PageRig::~PageRig() { jobs.shutdown(); }

ui::WindowContext PageRig::context() { return {workspace, presenters, acts, actions, dialogs, settings, trace}; }

void PageRig::place(ui::Page* page, int width, int height, int widthClass)
{
    window.layout()->addWidget(page);
    page->setWidthClass(widthClass);
    window.resize(width, height);
    window.show();
    page->setActive(true);
    window.activateWindow();
}

bool PageRig::open()
{
    if (masterLibrary().empty())
        return false;
    std::filesystem::copy(masterLibrary(), folder / "Films", std::filesystem::copy_options::recursive);
    workspace.open(folder / "Films");
    return QTest::qWaitFor([this] { return workspace.hasSpace() && workspace.session()->text != nullptr; }, kPatience);
}

bool PageRig::waitComplete(const ui::Page* page) const
{
    return QTest::qWaitFor([&] { return page->complete() && !jobs.busy(ui::Lane::Interactive); }, kPatience);
}

bool PageRig::like(const char* title, const QString& detail)
{
    QSignalSpy acted(&workspace, &ui::Workspace::acted);
    workspace.act(Act::Liked, film(title), detail.isEmpty() ? Source::Search : Source::Explore, detail);
    return QTest::qWaitFor([&acted] { return acted.count() == 1; });
}

ItemId PageRig::film(const char* title) const
{
    const auto item = workspace.session()->catalog->resolve(title);
    return item ? *item : ItemId::invalid();
}

} // namespace tw::test
