// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "core/library/session.h"
#include "tests/support/child_process.h"
#include "tests/support/library_state.h"
#include "tests/support/small_catalogue.h"
#include "tests/support/temp_folder.h"

#include <array>
#include <cstdlib>
#include <map>

namespace tw::test {

/// Everything an operation of the tool may change, and nothing else.
struct WorldState {
    std::string database;
    std::string spaces;
    std::string exported;
    bool operator==(const WorldState&) const = default;
};

/// What the tool is made to do while something goes wrong.
struct Operation {
    std::string name;                   ///< As in docs/reliability.md.
    std::vector<std::string> arguments; ///< After --library DIR; "OUT", "CATALOGUE" and "VECTORS" are replaced.
};

inline const std::vector<Operation>& operations()
{
    static const std::vector<Operation> all = {
        {"like", {"like", "film-20"}},
        {"forget", {"forget", "film-1"}},
        {"import", {"import", "--no-embed", "CATALOGUE"}},
        {"embed", {"embed"}},
        {"index", {"index", "--kind", "hnsw", "--m", "8"}},
        // Most of the vectors are those of the space that is there: its index is extended.
        {"vectors of one's own",
         {"space", "import", "VECTORS", "--name", "mine", "--kind", "hnsw", "--m", "8", "--no-use"}},
        {"remove a space", {"space", "remove", "builtin"}},
        {"export of likes", {"export", "--what", "likes", "--format", "csv", "--out", "OUT"}},
        {"export of recommendations", {"export", "--what", "recommendations", "--format", "json", "--out", "OUT"}},
    };
    return all;
}

/// One row a film; from `changed` on other numbers.
inline std::filesystem::path writeSmallVectors(const std::filesystem::path& path, std::size_t films, std::size_t changed)
{
    std::ofstream file(path);
    for (std::size_t film = 0; film < films; ++film) {
        for (std::size_t column = 0; column < 8; ++column)
            file << (column == 0 ? "" : ",") << (film * 31 + column * 17 + (film < changed ? 0 : 5)) % 23 + 1;
        file << '\n';
    }
    return path;
}

inline bool deepRun()
{
    return std::getenv("TASTEWALK_DEEP") != nullptr;
}

/// A small library with likes, a space that is older than its catalogue, and an old export beside it; copied for every
/// trial, so that each begins at the same state. All lies in one folder, which may be a mount point.
class LibraryWorld {
public:
    static constexpr std::size_t kFilms = 40;

    explicit LibraryWorld(std::filesystem::path place) : m_place(std::move(place)) {}

    std::filesystem::path library() const { return m_place / "Films"; }
    std::filesystem::path exported() const { return m_place / "list.txt"; }

    /// Makes the pattern to copy from. Errors end the test.
    void prepare()
    {
        std::filesystem::create_directories(m_place);
        std::filesystem::create_directories(m_pattern.path());
        writeSmallCatalogue(m_pattern / "third.jsonl", kFilms, "third");
        const std::string first = writeSmallCatalogue(m_pattern / "first.jsonl", kFilms, "first").string();
        const std::string second = writeSmallCatalogue(m_pattern / "second.jsonl", kFilms, "second").string();
        const std::string vectors = writeSmallVectors(m_pattern / "vectors.csv", kFilms, kFilms).string();
        writeSmallVectors(m_pattern / "changed.csv", kFilms, kFilms - 2);
        const std::string folder = (m_pattern / "Films").string();
        for (const std::vector<std::string>& words :
             {std::vector<std::string>{"new", "--catalogue", first}, {"like", "film-1"}, {"like", "film-2"},
              {"dislike", "film-3"}, {"like", "film-4"}, {"import", "--no-embed", second},
              {"space", "import", vectors, "--name", "mine", "--kind", "hnsw", "--m", "8", "--no-use"}}) {
            std::vector<std::string> arguments = {"--library", folder};
            arguments.insert(arguments.end(), words.begin(), words.end());
            ASSERT_TRUE(ChildProcess::start(TASTEWALK_CLI, arguments).wait().succeeded()) << words.front();
        }
        ASSERT_TRUE(writeFileAtomically(m_pattern / "list.txt", "the old list\n"));
    }
    /// Puts the pattern's state into the place, which is emptied before.
    void reset()
    {
        for (const auto& entry : std::filesystem::directory_iterator(m_place))
            std::filesystem::remove_all(entry.path());
        const auto all = std::filesystem::copy_options::recursive;
        std::filesystem::copy(m_pattern / "Films", library(), all);
        std::filesystem::copy(m_pattern / "list.txt", exported());
    }
    std::vector<std::string> arguments(const Operation& operation) const
    {
        std::vector<std::string> words = {"--library", library().string()};
        for (const std::string& word : operation.arguments)
            words.push_back(word == "OUT"         ? exported().string()
                            : word == "CATALOGUE" ? (m_pattern / "third.jsonl").string()
                            : word == "VECTORS"   ? (m_pattern / "changed.csv").string()
                                                  : word);
        return words;
    }
    ChildProcess start(const Operation& operation, ChildSettings settings = {}) const
    {
        return ChildProcess::start(TASTEWALK_CLI, arguments(operation), settings);
    }
    WorldState state() const
    {
        return {dumpDatabase(library()), dumpSpaces(library()), readFile(exported()).value_or("no file")};
    }
    /// Names that may lie there after a whole operation and nothing else running.
    std::set<std::string> names() const
    {
        std::set<std::string> names;
        for (const std::string& name : namesIn(m_place)) {
            // Backups of the history are made by whoever opens the library; the lock's file stays.
            if (name.find("backups") == std::string::npos && !name.ends_with("library.lock"))
                names.insert(name);
        }
        return names;
    }

private:
    TempFolder m_pattern;
    std::filesystem::path m_place;
};

/// The library opens and every part of it serves; derived parts may have been made anew.
inline void checkServes(const std::filesystem::path& libraryFolder)
{
    const auto library = Library::open(libraryFolder);
    ASSERT_TRUE(library) << library.error().detail;
    const auto opened = openSession(**library, {});
    ASSERT_TRUE(opened) << opened.error().detail;
    const Session& session = opened->session;
    const bool shouldHaveSpace = !session.settings.activeSpace.empty();
    ASSERT_EQ(session.hasSpace(), shouldHaveSpace) << (opened->spaceError ? opened->spaceError->detail : "");
    if (shouldHaveSpace) {
        const auto list = session.recommend(session.profile(), 5, {});
        ASSERT_TRUE(list) << list.error().detail;
        EXPECT_EQ(list->size(), 5U);
    }
    const auto found = session.search("whale", 5, SearchBy::Text, {});
    ASSERT_TRUE(found) << found.error().detail;
}

/// Counts of named outcomes, as docs/reliability.md shows them.
using Outcomes = std::map<std::string, std::uint64_t>;

} // namespace tw::test
