// SPDX-License-Identifier: GPL-3.0-or-later
// The full-text index, the embedding cache, the ready-made library and the history's copies with faults in them.
#include "core/embedding/embedding_cache.h"
#include "core/library/history_backup.h"
#include "core/library/library_jobs.h"
#include "core/library/library_store.h"
#include "core/library/prepared_library.h"
#include "core/library/resources.h"
#include "core/search/text_index.h"
#include "tests/integration/damage_content.h"
#include "tests/support/environment.h"
#include "tests/support/forked_trials.h"
#include "tests/support/mutants.h"
#include "tests/support/small_catalogue.h"

namespace tw {

using test::FolderImage;
using test::Mutant;
using test::told;

namespace {

Catalog smallCatalog()
{
    std::vector<Item> items;
    for (std::uint32_t i = 0; i < 12; ++i) {
        Item item;
        item.id = ItemId(i);
        item.key = "film-" + std::to_string(i);
        item.title = (i % 2 == 0 ? "The whale of " : "A harbour in ") + std::to_string(1900 + i);
        item.text = "Sailors follow the securities of " + std::string(i, 'x') + " across the frozen ocean.";
        item.genres = {"Drama"};
        items.push_back(std::move(item));
    }
    return Catalog(std::move(items));
}

std::string answersOf(const TextIndex& index)
{
    std::string all;
    for (const char* query : {"whale", "sailor ocean", "securit", "drama xxx", "harbour in 1903"}) {
        const auto hits = index.search(query, 8, {});
        const auto titles = index.searchTitles(query, 8, {});
        if (!hits || !titles)
            return "no answer";
        for (const auto* list : {&*hits, &*titles})
            for (const TextHit& hit : *list)
                all += fmt::format("{} {} {} ", hit.item.value(), hit.score, fmt::join(hit.matched, ","));
    }
    return all;
}

EmbedderInfo embedderOf(const char* model)
{
    EmbedderInfo info;
    info.kind = "test";
    info.model = model;
    info.digest = "digest";
    info.dim = 4;
    return info;
}

constexpr std::size_t kTexts = 30;

std::vector<std::string> cachedTexts()
{
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < kTexts; ++i)
        texts.push_back("text " + std::to_string(i));
    return texts;
}

/// The vector that was stored for a text.
EmbeddedText vectorOf(std::size_t text, float model)
{
    EmbeddedText embedded;
    const auto number = static_cast<float>(text);
    embedded.vector = {model, number, number * 2 + 1, 0.5F};
    embedded.passages = Matrix(text % 3, 4);
    for (std::size_t i = 0; i < text % 3; ++i)
        embedded.passages.row(i)[1] = number + model;
    return embedded;
}

bool sameVector(const EmbeddedText& a, const EmbeddedText& b)
{
    return a.vector == b.vector && a.passages.rows() == b.passages.rows()
        && std::equal(a.passages.data(), a.passages.data() + a.passages.rows() * a.passages.cols(), b.passages.data());
}

} // namespace

class DamageDerived : public testing::Test {
protected:
    std::filesystem::path folder() const { return m_temp / "L"; }

    /// Damages one of the folder's files over and over.
    void tryAll(const FolderImage& image, const std::string& file, const std::string& row,
                const std::function<std::string(const Mutant&)>& outcome)
    {
        const std::vector<std::string> others = image.others(file);
        const auto outcomes = test::runForked(test::mutantCount(), [&](std::uint64_t number) {
            const Mutant mutant = test::mutantOf(image.file(file), others, number);
            image.restore(folder());
            FolderImage::write(folder() / file, mutant.content);
            const std::string result = outcome(mutant);
            return result.starts_with('!') ? "!" + mutant.kind + " " + mutant.place + ": " + result.substr(1) : result;
        });
        test::logReliability("damaged files", row, test::mutantCount(), outcomes);
        for (const auto& [name, times] : outcomes)
            std::printf("%s: %s: %llu\n", row.c_str(), name.c_str(), static_cast<unsigned long long>(times));
    }

    test::QuickFolder m_temp;
};

TEST_F(DamageDerived, TextIndexIsMadeAnew)
{
    const Catalog catalog = smallCatalog();
    const auto path = textIndexPath(folder());
    ASSERT_TRUE(test::runApart([&] {
        std::filesystem::create_directories(folder());
        const auto index = TextIndex::openOrBuild(path, catalog, {});
        if (index)
            FolderImage::write(m_temp / "answers", answersOf(**index));
        FolderImage::write(folder() / "other", "another file");
        return index.has_value();
    }));
    const std::string answers = FolderImage::read(m_temp / "answers");
    ASSERT_NE(answers, "no answer");
    const FolderImage image(folder());
    tryAll(image, "text.sqlite", "text.sqlite", [&](const Mutant& mutant) -> std::string {
        const bool same = mutant.content == image.file("text.sqlite");
        const auto index = TextIndex::openOrBuild(path, catalog, {});
        if (!index)
            return "!" + told(index.error());
        if (answersOf(**index) != answers)
            return "!other answers";
        if (same)
            return "nothing was changed";
        if ((*index)->madeAnew())
            return test::isKeptAsBad(path, mutant.content) ? "made anew, the old one kept as .bad-DATE" : "!not kept";
        const auto again = TextIndex::openOrBuild(path, catalog, {});
        // A header that speaks of an older version is believed: nothing is lost by it.
        return again && FolderImage::read(path) != mutant.content ? "taken for an older version, made anew"
                                                                  : "!not noticed";
    });
}

TEST_F(DamageDerived, EmbeddingCacheGivesTheRightVectorsOrNone)
{
    const std::vector<std::string> texts = cachedTexts();
    const std::array models = {embedderOf("one"), embedderOf("two"), embedderOf("three")};
    const auto path = embeddingCachePath(folder());
    ASSERT_TRUE(test::runApart([&] {
        std::filesystem::create_directories(folder());
        auto cache = EmbeddingCache::open(path);
        for (std::size_t model = 0; model < models.size() && cache; ++model) {
            std::vector<EmbeddedText> embedded;
            for (std::size_t i = 0; i < kTexts; ++i)
                embedded.push_back(vectorOf(i, static_cast<float>(model)));
            if (!(*cache)->store(models[model], texts, embedded))
                return false;
        }
        FolderImage::write(folder() / "other", "another file");
        return cache.has_value();
    }));
    const FolderImage image(folder());
    tryAll(image, "embeddings.sqlite", "embeddings.sqlite", [&](const Mutant& mutant) -> std::string {
        auto cache = EmbeddingCache::open(path);
        if (!cache)
            return "!" + told(cache.error());
        std::size_t found = 0;
        for (std::size_t model = 0; model < models.size(); ++model) {
            const auto entries = (*cache)->findAll(models[model], texts, {});
            if (!entries)
                return "!finding: " + told(entries.error());
            for (std::size_t i = 0; i < kTexts; ++i) {
                if (!(*entries)[i])
                    continue;
                ++found;
                if (!sameVector(*(*entries)[i], vectorOf(i, static_cast<float>(model))))
                    return "!another vector";
            }
        }
        const std::vector<std::string> fresh = {"a new text"};
        const std::vector<EmbeddedText> embedded = {vectorOf(99, 7)};
        if (const Status stored = (*cache)->store(models[1], fresh, embedded); !stored)
            return "!storing: " + told(stored.error());
        if (const auto back = (*cache)->find(models[1], fresh[0]); !back || !*back || !sameVector(**back, embedded[0]))
            return "!what was stored is not there";
        if (found == kTexts * models.size())
            return "opened with all that was there";
        if (test::isKeptAsBad(path, mutant.content))
            return found == 0 ? "begun anew, the old one kept as .bad-DATE" : "whole vectors saved, the old one kept as .bad-DATE";
        return mutant.content.empty() ? "begun anew" : found > 0 ? "some vectors to be made again" : "!all gone";
    });
}

TEST_F(DamageDerived, ReadyMadeLibraryIsCopiedWholeOrPassedOver)
{
    const auto resources = m_temp / "res";
    const test::Environment shipped("TASTEWALK_RESOURCES", nullptr);
    std::filesystem::create_directories(resources / "catalogue");
    std::filesystem::create_directory_symlink(wordVectorFolder(), resources / "word-vectors");
    test::writeSmallCatalogue(resources / "catalogue" / "films.jsonl", 5);
    const test::Environment named("TASTEWALK_RESOURCES", resources.c_str());
    ASSERT_TRUE(test::runApart([&] {
        if (!makePreparedLibrary(resources / "prepared", {}))
            return false;
        const auto copied = createFromPrepared(m_temp / "good");
        auto library = Library::open(m_temp / "good");
        if (copied && library)
            FolderImage::write(m_temp / "content", test::contentOf(**library));
        return copied && library;
    }));
    const std::string content = FolderImage::read(m_temp / "content");
    const FolderImage image(resources / "prepared");
    std::vector<std::string> names;
    for (const auto& [name, ignored] : image.files())
        names.push_back(name);
    const auto outcomes = test::runForked(test::mutantCount(), [&](std::uint64_t number) -> std::string {
        // The manifest decides, so it gets every other fault.
        const std::string name = number % 2 == 0 ? "prepared.json" : names[number / 2 % names.size()];
        const Mutant mutant = test::mutantOf(image.file(name), image.others(name), number);
        image.restore(resources / "prepared");
        FolderImage::write(resources / "prepared" / name, mutant.content);
        std::filesystem::remove_all(folder());
        const std::string where = name + " " + mutant.kind + " " + mutant.place + ": ";
        const auto copied = createFromPrepared(folder());
        if (!copied)
            return copied.error().code == ErrorCode::NotFound && !std::filesystem::exists(folder())
                       ? "passed over"
                       : "!" + where + told(copied.error());
        auto library = Library::open(folder());
        if (!library || test::contentOf(**library) != content)
            return "!" + where + "other content";
        return mutant.content == image.file(name) || name == "prepared.json" ? "copied whole" : "!" + where + "copied";
    });
    test::logReliability("damaged files", "the ready-made library", test::mutantCount(), outcomes);
    for (const auto& [name, times] : outcomes)
        std::printf("prepared: %s: %llu\n", name.c_str(), static_cast<unsigned long long>(times));
}

TEST_F(DamageDerived, CopiesOfTheHistoryAreReadWholeOrRefused)
{
    ASSERT_TRUE(test::runApart([&] {
        const auto films = test::writeSmallCatalogue(m_temp / "films.jsonl", 9);
        if (!Library::create(folder()) || !importFiles(folder(), catalogFiles(std::array{films}), {}))
            return false;
        auto library = Library::open(folder()).value();
        for (std::uint32_t i = 0; i < 6; ++i)
            if (!library->append(Act::Liked, ItemId(i), Source::Search, "query"))
                return false;
        library.reset();
        return Library::open(folder()).has_value() && !historyBackups(folder()).empty();
    }));
    const std::filesystem::path backup = historyBackups(folder()).front();
    const std::string good = FolderImage::read(backup);
    const auto textOf = [](const std::vector<BackedUpAct>& acts) {
        std::string all;
        for (const BackedUpAct& act : acts)
            all += fmt::format("{} {} {} {} {}\n", act.event.id, actName(act.event.act), act.event.item.value(), act.key,
                               act.title);
        return all;
    };
    const std::string content = textOf(readHistoryBackup(backup).value());
    const auto outcomes = test::runForked(test::mutantCount(), [&](std::uint64_t number) -> std::string {
        const Mutant mutant = test::mutantOf(good, {FolderImage::read(databasePath(folder()))}, number);
        FolderImage::write(backup, mutant.content);
        const auto acts = readHistoryBackup(backup);
        if (!acts)
            return acts.error().code == ErrorCode::Damaged ? "refused, left as it is" : "!" + told(acts.error());
        return textOf(*acts) == content ? "read with all that was there"
                                        : "!other acts: " + mutant.kind + " " + mutant.place;
    });
    test::logReliability("damaged files", "backups/history-….json", test::mutantCount(), outcomes);
    for (const auto& [name, times] : outcomes)
        std::printf("backup: %s: %llu\n", name.c_str(), static_cast<unsigned long long>(times));
}

} // namespace tw
