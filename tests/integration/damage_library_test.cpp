// SPDX-License-Identifier: GPL-3.0-or-later
// The library's own database with faults in it: opened with all that was there, or refused and left as it is.
#include "core/library/library_jobs.h"
#include "core/library/library_store.h"
#include "tests/integration/damage_content.h"
#include "tests/support/forked_trials.h"
#include "tests/support/mutants.h"
#include "tests/support/small_catalogue.h"

namespace tw {

using test::contentOf;
using test::FolderImage;
using test::Mutant;
using test::told;

class DamageLibrary : public testing::Test {
protected:
    static constexpr int kActs = 12;

    std::filesystem::path folder() const { return m_temp / "L"; }
    std::filesystem::path database() const { return databasePath(folder()); }

    /// A library of 60 films with some acts; `closed` tells whether the log is in the database already.
    void make(bool closed)
    {
        ASSERT_TRUE(test::runApart([&] {
            auto library = Library::create(folder()).value();
            note(*library, "new");
            const std::array files = {test::writeSmallCatalogue(m_temp / "films.jsonl", 60)};
            if (!importFiles(folder(), catalogFiles(files), {}) || !library->refresh())
                return false;
            note(*library, "imported");
            LibrarySettings settings = library->settings();
            settings.memory = 21;
            settings.ollamaUrl = "http://127.0.0.1:11434";
            const std::vector<float> start = {0.5F, -0.25F, 1};
            if (!library->store(settings))
                return false;
            note(*library, "settings");
            if (!library->stepKeptProfile("builtin", start, start, 8))
                return false;
            note(*library, "0");
            for (int i = 1; i <= kActs; ++i) {
                const bool undoes = i % 5 == 0;
                if (undoes ? !library->undo()
                           : !library->append(i % 3 == 0 ? Act::Disliked : Act::Liked, ItemId(static_cast<std::uint32_t>(i)),
                                              Source::Search, "query " + std::to_string(i)))
                    return false;
                note(*library, std::to_string(i));
            }
            if (!closed)
                ::_exit(0); // As if killed: the log stays.
            return true;
        }));
        std::vector<std::string> names = {"new", "imported", "settings"};
        for (int i = 0; i <= kActs; ++i)
            names.push_back(std::to_string(i));
        for (const std::string& name : names)
            m_states.push_back(FolderImage::read(m_temp / ("state-" + name)));
        m_image.emplace(folder());
    }

    /// Keeps what the library holds at this moment, for the parent.
    void note(Library& library, const std::string& name) const
    {
        FolderImage::write(m_temp / ("state-" + name), contentOf(library));
    }

    /// A like must be possible, and be there afterwards; or be refused.
    std::string afterALike()
    {
        std::string before;
        {
            auto library = Library::open(folder());
            if (!library)
                return "!opens once: " + told(library.error());
            before = contentOf(**library);
            if (!(*library)->append(Act::Liked, ItemId(50), Source::Search, "after"))
                return {};
        }
        auto library = Library::open(folder());
        if (!library)
            return "!an acknowledged like is lost: " + told(library.error());
        return (*library)->history()->state(ItemId(50)) == ItemState::Liked ? std::string()
                                                                             : "!an acknowledged like is not there";
    }

    std::string tryDatabase(const Mutant& mutant)
    {
        const std::string where = mutant.kind + " " + mutant.place + ": ";
        auto library = Library::open(folder());
        if (!library) {
            if (FolderImage::read(database()) != mutant.content)
                return "!" + where + "the refused file was changed";
            if (library.error().code != ErrorCode::Damaged)
                return "!" + where + told(library.error());
            if (!Library::exists(folder()))
                return "!" + where + "would be taken for no library";
            return Library::create(folder()) ? "!" + where + "made anew over it" : "refused, left as it is";
        }
        if (contentOf(**library) != m_states.back())
            return "!" + where + "other content";
        library->reset();
        const std::string wrong = afterALike();
        return wrong.empty() ? "opened with all that was there" : wrong + " after " + where;
    }

    std::string tryLog(const Mutant& mutant, const std::string& goodLog)
    {
        const std::string where = mutant.kind + " " + mutant.place + ": ";
        auto library = Library::open(folder());
        if (!library) {
            if (FolderImage::read(database().string() + "-wal") != mutant.content
                || FolderImage::read(database()) != m_image->file("library.sqlite"))
                return "!" + where + "the refused files were changed";
            return library.error().code == ErrorCode::Damaged ? "refused, left as it is"
                                                              : "!" + where + told(library.error());
        }
        const std::string content = contentOf(**library);
        library->reset();
        const auto state = std::ranges::find(m_states, content);
        if (state == m_states.end() && content != m_bare)
            return "!" + where + "content that never was";
        if (content == m_states.back())
            return "opened with all that was there";
        // A log that ends early is what a killed program leaves: nothing tells that there was more.
        const bool endsEarly = mutant.content.size() < goodLog.size() && goodLog.starts_with(mutant.content);
        if (endsEarly)
            return "opened as it was before the log's missing end";
        if (m_states.end() - state <= 4)
            return test::isKeptAsBad(database().string() + "-wal", mutant.content)
                       ? "opened without the last acts, the log kept"
                       : "!" + where + "the log of the last acts is gone";
        return "!" + where + fmt::format("state {} without a word", state - m_states.begin());
    }

    void tryAll(const std::string& file, const std::string& row, std::vector<std::string> others,
                const std::function<std::string(const Mutant&)>& outcome)
    {
        const std::string good = m_image->file(file);
        const auto outcomes = test::runForked(test::mutantCount(), [&](std::uint64_t number) {
            const Mutant mutant = test::mutantOf(good, others, number);
            m_image->restore(folder());
            FolderImage::write(folder() / file, mutant.content);
            return outcome(mutant);
        });
        test::logReliability("damaged files", row, test::mutantCount(), outcomes);
        for (const auto& [name, times] : outcomes)
            std::printf("%s: %s: %llu\n", row.c_str(), name.c_str(), static_cast<unsigned long long>(times));
    }

    test::QuickFolder m_temp;
    std::optional<FolderImage> m_image;
    std::vector<std::string> m_states; ///< After each change.
    std::string m_bare;                ///< Of the database without its log.
};

TEST_F(DamageLibrary, DatabaseOpensWholeOrIsRefused)
{
    make(true);
    // Another library's database in its place is sound, and another library: nothing can tell, and nothing is mixed.
    tryAll("library.sqlite", "library.sqlite", {m_image->file("text.sqlite"), std::string(), "text"},
           [this](const Mutant& mutant) { return tryDatabase(mutant); });
}

TEST_F(DamageLibrary, LogIsReadWholeOrRefused)
{
    make(false);
    const std::string log = m_image->file("library.sqlite-wal");
    ASSERT_GT(log.size(), 4096U);
    ASSERT_TRUE(test::runApart([&] {
        m_image->restore(folder());
        std::filesystem::remove(database().string() + "-wal");
        auto library = Library::open(folder());
        FolderImage::write(m_temp / "bare", library ? contentOf(**library) : "");
        return true;
    }));
    m_bare = FolderImage::read(m_temp / "bare");
    tryAll("library.sqlite-wal", "library.sqlite-wal", {m_image->file("library.sqlite"), "text"},
           [&](const Mutant& mutant) { return tryLog(mutant, log); });
}

TEST_F(DamageLibrary, SharedMemoryFileDecidesNothing)
{
    make(false);
    tryAll("library.sqlite-shm", "library.sqlite-shm", m_image->others("library.sqlite-shm"),
           [this](const Mutant& mutant) { return tryDatabase(mutant); });
}

} // namespace tw
