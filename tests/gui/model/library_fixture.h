// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temp_folder.h"
#include "ui/model/app_settings.h"
#include "ui/model/workspace.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace tw::test {

/// The tests of this program register themselves here.
std::vector<std::function<std::unique_ptr<QObject>()>>& modelTests();

template <class Test>
struct RegisterModelTest {
    RegisterModelTest()
    {
        modelTests().push_back([] { return std::make_unique<Test>(); });
    }
};

/// Number of films in the libraries made here.
inline constexpr std::size_t kFilms = 80;
/// The first films of the bundled catalogue as a file.
std::filesystem::path filmsFile(const TempFolder& folder, std::size_t count = kFilms);
/// A copy of a library with those films and the built-in space (made once a run).
std::filesystem::path libraryCopy(const TempFolder& folder);

/// A workspace over a fresh copy, opened and with its space loaded.
struct OpenLibrary {
    OpenLibrary();
    ~OpenLibrary();
    ItemId item(const char* key) const { return workspace.session()->catalog->findKey(key); }
    /// Likes and waits until it is durable.
    bool like(ItemId item, Source source = Source::Search, const QString& detail = {});

    TempFolder folder;
    ui::AppSettings settings;
    ui::JobQueue jobs;
    ui::Workspace workspace;
};

} // namespace tw::test
