// SPDX-License-Identifier: GPL-3.0-or-later
// Every file of a space with faults in it: made anew, or refused; the damaged one is kept; never other results.
#include "core/base/random.h"
#include "core/library/library_jobs.h"
#include "core/library/space_replacement.h"
#include "tests/integration/damage_content.h"
#include "tests/support/forked_trials.h"
#include "tests/support/mutants.h"

// Not <omp.h>, which comes with compiler options that fit no precompiled header; faiss brings the library.
extern "C" void omp_set_num_threads(int);

namespace tw {

using test::FolderImage;
using test::Mutant;
using test::told;

namespace {

/// A space whose making takes a millisecond. Its embedder is none of ours, so none is restored.
Result<LoadedSpace> madeSpace(std::uint64_t seed)
{
    constexpr std::size_t kRows = 120;
    constexpr std::size_t kDim = 6;
    Random random(seed);
    Space::Parts parts;
    parts.id = "made";
    parts.provenance.embedder = "test";
    parts.model = "state";
    parts.vectors = Matrix(kRows, kDim);
    parts.passages = Matrix(kRows / 2, kDim);
    for (std::size_t i = 0; i < kRows; ++i) {
        parts.items.emplace_back(static_cast<std::uint32_t>(i));
        for (float& value : parts.vectors.row(i))
            value = static_cast<float>(random.normal());
    }
    for (std::size_t i = 0; i < kRows / 2; ++i) {
        parts.passageRow.push_back(static_cast<std::uint32_t>(i * 2));
        for (float& value : parts.passages.row(i))
            value = static_cast<float>(random.normal());
    }
    LoadedSpace loaded;
    TW_ASSIGN(loaded.space, Space::create(std::move(parts)));
    IndexOptions options;
    options.kind = IndexKind::Hnsw;
    options.m = 8;
    TW_ASSIGN(loaded.index, buildIndex(loaded.space->vectors(), loaded.space, options, {}));
    TW_ASSIGN(loaded.projection, Projection::build(loaded.space->vectors(), {}));
    return loaded;
}

SpaceRecord recordOf(const LoadedSpace& loaded)
{
    SpaceRecord record;
    record.info.id = loaded.space->id();
    record.info.provenance = loaded.space->provenance();
    record.info.dim = loaded.space->dim();
    record.info.items = loaded.space->size();
    record.info.index = loaded.index->kind();
    record.index = loaded.index->options();
    return record;
}

bool publish(const std::filesystem::path& folder, std::uint64_t seed)
{
    if (!Library::create(folder))
        return false;
    const auto loaded = madeSpace(seed);
    if (!loaded)
        return false;
    auto replacement = SpaceReplacement::bySpace(folder, *loaded, recordOf(*loaded));
    return replacement && replacement->make();
}

/// All that a space answers: neighbours of each row, places on the map, statistics.
std::string answersOf(const LoadedSpace& loaded)
{
    const Space& space = *loaded.space;
    std::string all = fmt::format("{} {} {} {} {}\n", space.id(), space.model(), space.fingerprint(),
                                  fmt::join(space.statistics().mean, " "), fmt::join(space.rawNorms(), " "));
    for (std::uint32_t row = 0; row < space.size(); row += 7) {
        const auto nearest = loaded.index->search(space.vectors().row(row), 5, nullptr, {});
        if (!nearest)
            return "no answer";
        for (const Neighbour& each : *nearest)
            all += fmt::format("{} {} ", each.row, each.similarity);
        all += fmt::format("{} {} {}\n", space.item(row).value(), loaded.projection->positions().row(row)[0],
                           loaded.projection->ranks(row)[1]);
    }
    for (std::size_t i = 0; i < space.passages().rows(); ++i)
        all += fmt::format("{}:{} ", space.passageRows()[i], fmt::join(space.passages().row(i), " "));
    return all;
}

} // namespace

class DamageSpaces : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(test::runApart([&] {
            ::omp_set_num_threads(1);
            if (!publish(folder(), 1) || !publish(m_temp / "twin", 2))
                return false;
            const auto loaded = loadSpace(folder(), "made", {});
            if (loaded)
                FolderImage::write(m_temp / "answers", answersOf(*loaded));
            return loaded && loaded->madeAnew.empty();
        }));
        m_answers = FolderImage::read(m_temp / "answers");
        m_image.emplace(folder());
        m_twin.emplace(m_temp / "twin");
    }

    std::filesystem::path folder() const { return m_temp / "L"; }

    std::string tryOne(const std::string& file, const Mutant& mutant, bool derived)
    {
        const std::string where = mutant.kind + " " + mutant.place + ": ";
        const bool same = mutant.content == m_image->file(file);
        const auto loaded = loadSpace(folder(), "made", {});
        if (!loaded) {
            if (derived || same)
                return "!" + where + told(loaded.error());
            if (loaded.error().code != ErrorCode::Damaged)
                return "!" + where + told(loaded.error());
            return test::isKeptAsBad(folder() / file, mutant.content) ? "refused, kept as .bad-DATE"
                                                                      : "!" + where + "not kept";
        }
        if (answersOf(*loaded) != m_answers)
            return "!" + where + "other answers";
        if (same)
            return "nothing was changed";
        if (!derived)
            return "!" + where + "not noticed";
        if (loaded->madeAnew.size() != 1 || !test::isKeptAsBad(folder() / file, mutant.content))
            return "!" + where + "not kept";
        const auto again = loadSpace(folder(), "made", {});
        return again && again->madeAnew.empty() && answersOf(*again) == m_answers
                   ? "made anew, the old one kept as .bad-DATE"
                   : "!" + where + "not mended for good";
    }

    void tryAll(const std::string& name, bool derived)
    {
        const std::string file = "spaces/made/" + name;
        std::vector<std::string> others = m_image->others(file);
        others.push_back(m_twin->file(file));
        const auto outcomes = test::runForked(test::mutantCount(), [&](std::uint64_t number) {
            const Mutant mutant = test::mutantOf(m_image->file(file), others, number);
            ::omp_set_num_threads(1); // So that the graph is the same each time.
            m_image->restore(folder());
            FolderImage::write(folder() / file, mutant.content);
            return tryOne(file, mutant, derived);
        });
        test::logReliability("damaged files", "spaces/ID/" + name, test::mutantCount(), outcomes);
        for (const auto& [outcome, times] : outcomes)
            std::printf("%s: %s: %llu\n", name.c_str(), outcome.c_str(), static_cast<unsigned long long>(times));
    }

    test::QuickFolder m_temp;
    std::optional<FolderImage> m_image;
    std::optional<FolderImage> m_twin; ///< Another space with the same name, of which files are taken.
    std::string m_answers;
};

TEST_F(DamageSpaces, VectorsAreRefused) { tryAll("vectors.bin", false); }
TEST_F(DamageSpaces, PassagesAreRefused) { tryAll("passages.bin", false); }
TEST_F(DamageSpaces, ManifestIsRefused) { tryAll("space.bin", false); }
TEST_F(DamageSpaces, IndexIsMadeAnew) { tryAll("index.bin", true); }
TEST_F(DamageSpaces, MapIsMadeAnew) { tryAll("map.bin", true); }
TEST_F(DamageSpaces, RecordIsMadeAnew) { tryAll("info.bin", true); }

} // namespace tw
