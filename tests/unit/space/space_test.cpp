// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/space.h"

#include "core/simd/kernels.h"
#include "tests/support/damage.h"
#include "tests/support/temp_folder.h"
#include "tests/support/vector_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace tw {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::FloatNear;
using testing::Pointwise;

Space::Parts smallParts()
{
    Space::Parts parts;
    parts.id = "test-space";
    parts.provenance.kind = SpaceKind::Imported;
    parts.provenance.embedder = "ollama";
    parts.provenance.model = "modèle";
    parts.provenance.digest = "d1";
    parts.provenance.documentPrefix = "doc: ";
    parts.provenance.queryPrefix = "query: ";
    parts.provenance.server = "http://localhost:11434";
    parts.provenance.textTemplate = "title,text";
    parts.provenance.rawScaleKnown = true;
    parts.vectors.appendRow(std::vector<float>{3, 4});
    parts.vectors.appendRow(std::vector<float>{0, -2});
    parts.vectors.appendRow(std::vector<float>{-6, 8});
    parts.items = {ItemId(1), ItemId(4), ItemId(9)};
    parts.passages.appendRow(std::vector<float>{0, 5});
    parts.passages.appendRow(std::vector<float>{1, 0});
    parts.passageRow = {2, 0};
    parts.model = std::string("\0\x01state\xff", 8);
    return parts;
}

std::shared_ptr<const Space> created(Space::Parts parts)
{
    auto space = Space::create(std::move(parts));
    EXPECT_TRUE(space.has_value()) << (space ? "" : space.error().detail);
    return space.value_or(nullptr);
}

ErrorCode failureOf(Space::Parts parts)
{
    const auto space = Space::create(std::move(parts));
    return space ? ErrorCode::Internal : space.error().code;
}

void expectSame(const Space& a, const Space& b)
{
    EXPECT_EQ(a.id(), b.id());
    EXPECT_EQ(a.fingerprint(), b.fingerprint());
    EXPECT_EQ(a.model(), b.model());
    EXPECT_EQ(a.provenance().kind, b.provenance().kind);
    EXPECT_EQ(a.provenance().embedder, b.provenance().embedder);
    EXPECT_EQ(a.provenance().model, b.provenance().model);
    EXPECT_EQ(a.provenance().digest, b.provenance().digest);
    EXPECT_EQ(a.provenance().documentPrefix, b.provenance().documentPrefix);
    EXPECT_EQ(a.provenance().queryPrefix, b.provenance().queryPrefix);
    EXPECT_EQ(a.provenance().server, b.provenance().server);
    EXPECT_EQ(a.provenance().textTemplate, b.provenance().textTemplate);
    EXPECT_EQ(a.provenance().rawScaleKnown, b.provenance().rawScaleKnown);
    EXPECT_THAT(a.items(), ElementsAreArray(b.items()));
    EXPECT_THAT(a.rawNorms(), ElementsAreArray(b.rawNorms()));
    EXPECT_THAT(a.passageRows(), ElementsAreArray(b.passageRows()));
    EXPECT_EQ(a.statistics().mean, b.statistics().mean);
    EXPECT_EQ(a.statistics().standardDeviation, b.statistics().standardDeviation);
    EXPECT_EQ(a.rawStatistics().minimum, b.rawStatistics().minimum);
    EXPECT_EQ(a.rawStatistics().maximum, b.rawStatistics().maximum);
    ASSERT_EQ(a.size(), b.size());
    ASSERT_EQ(a.passages().rows(), b.passages().rows());
    for (std::size_t row = 0; row < a.size(); ++row)
        EXPECT_THAT(a.vectors().row(row), ElementsAreArray(b.vectors().row(row)));
    for (std::size_t row = 0; row < a.passages().rows(); ++row)
        EXPECT_THAT(a.passages().row(row), ElementsAreArray(b.passages().row(row)));
}

TEST(Space, MakesRowsUnitAndRemembersTheirLengths)
{
    const auto space = created(smallParts());
    EXPECT_THAT(space->rawNorms(), ElementsAre(5.0F, 2.0F, 10.0F));
    EXPECT_THAT(space->vectors().row(0), Pointwise(FloatNear(1e-6F), {0.6F, 0.8F}));
    EXPECT_THAT(space->vectors().row(1), Pointwise(FloatNear(1e-6F), {0.0F, -1.0F}));
    EXPECT_THAT(space->passages().row(0), Pointwise(FloatNear(1e-6F), {0.0F, 1.0F}));
}

TEST(Space, FindsRowsByItem)
{
    const auto space = created(smallParts());
    EXPECT_EQ(space->row(ItemId(4)), 1U);
    EXPECT_EQ(space->item(2), ItemId(9));
    for (const std::uint32_t absent : {0U, 2U, 8U, 10U, 4'000'000'000U})
        EXPECT_EQ(space->row(ItemId(absent)), std::nullopt);
    EXPECT_EQ(space->row(ItemId::invalid()), std::nullopt);
    EXPECT_TRUE(space->vector(ItemId(3)).empty());
    EXPECT_THAT(space->vector(ItemId(9)), Pointwise(FloatNear(1e-6F), {-0.6F, 0.8F}));
}

// By hand over the raw rows (3,4), (0,−2), (−6,8): means −1 and 10/3; variances (16+1+25)/3 = 14 and
// (16+4+64)/3 − 100/9 = 152/9.
TEST(Space, StatisticsAreThoseComputedByHand)
{
    const auto space = created(smallParts());
    const DimensionStatistics& raw = space->rawStatistics();
    EXPECT_THAT(raw.mean, Pointwise(FloatNear(1e-6F), {-1.0F, 10.0F / 3.0F}));
    EXPECT_THAT(raw.minimum, ElementsAre(-6.0F, -2.0F));
    EXPECT_THAT(raw.maximum, ElementsAre(3.0F, 8.0F));
    EXPECT_THAT(raw.standardDeviation, Pointwise(FloatNear(1e-5F), {std::sqrt(14.0F), std::sqrt(152.0F / 9.0F)}));
    EXPECT_THAT(space->statistics().mean, Pointwise(FloatNear(1e-6F), {0.0F, 0.2F}));
}

TEST(Space, WithoutRawScaleAllLengthsAreOne)
{
    Space::Parts parts = smallParts();
    parts.provenance.rawScaleKnown = false;
    const auto space = created(std::move(parts));
    EXPECT_THAT(space->rawNorms(), ElementsAre(1.0F, 1.0F, 1.0F));
    EXPECT_EQ(space->rawStatistics().mean, space->statistics().mean);
    EXPECT_EQ(space->rawStatistics().standardDeviation, space->statistics().standardDeviation);
}

TEST(Space, RefusesRowsThatAreNotFiniteOrZeroByItem)
{
    for (const float bad : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        Space::Parts parts = smallParts();
        parts.vectors.row(1)[1] = bad;
        const auto space = Space::create(std::move(parts));
        ASSERT_FALSE(space.has_value());
        EXPECT_EQ(space.error().code, ErrorCode::NotFinite);
        EXPECT_EQ(space.error().subject, "4");
    }
    Space::Parts zero = smallParts();
    std::ranges::fill(zero.vectors.row(2), 0.0F);
    EXPECT_EQ(failureOf(std::move(zero)), ErrorCode::NotFinite);
    Space::Parts passage = smallParts();
    std::ranges::fill(passage.passages.row(0), 0.0F);
    EXPECT_EQ(failureOf(std::move(passage)), ErrorCode::NotFinite);
}

TEST(Space, RefusesPartsThatDoNotFit)
{
    const auto with = [](auto change) {
        Space::Parts parts = smallParts();
        change(parts);
        return failureOf(std::move(parts));
    };
    using P = Space::Parts&;
    EXPECT_EQ(with([](P p) { p.items = {ItemId(4), ItemId(1), ItemId(9)}; }), ErrorCode::InvalidArgument);
    EXPECT_EQ(with([](P p) { p.items = {ItemId(1), ItemId(1), ItemId(9)}; }), ErrorCode::InvalidArgument);
    EXPECT_EQ(with([](P p) { p.items.pop_back(); }), ErrorCode::InvalidArgument);
    EXPECT_EQ(with([](P p) { p.items.back() = ItemId::invalid(); }), ErrorCode::InvalidArgument);
    EXPECT_EQ(with([](P p) { p.passageRow[0] = 3; }), ErrorCode::InvalidArgument);
    EXPECT_EQ(with([](P p) { p.passageRow.pop_back(); }), ErrorCode::InvalidArgument);
    EXPECT_EQ(with([](P p) { p.id.clear(); }), ErrorCode::InvalidArgument);
    EXPECT_EQ(with([](P p) { p.vectors = Matrix(); p.items.clear(); }), ErrorCode::InvalidArgument);
    EXPECT_EQ(with([](P p) { p.passages = test::normalMatrix(2, 3, 1); }), ErrorCode::DimensionMismatch);
}

TEST(Space, FingerprintFollowsContent)
{
    const std::string original = created(smallParts())->fingerprint();
    EXPECT_EQ(created(smallParts())->fingerprint(), original);
    Space::Parts vector = smallParts();
    vector.vectors.row(0)[0] = 3.001F;
    EXPECT_NE(created(std::move(vector))->fingerprint(), original);
    Space::Parts item = smallParts();
    item.items[2] = ItemId(10);
    EXPECT_NE(created(std::move(item))->fingerprint(), original);
}

TEST(Space, IsTheSameAfterSaveAndLoad)
{
    const test::TempFolder folder;
    const auto space = created(smallParts());
    ASSERT_TRUE(space->save(folder / "spaces" / "one").has_value());
    const auto loaded = Space::load(folder / "spaces" / "one");
    ASSERT_TRUE(loaded.has_value()) << loaded.error().detail;
    expectSame(*space, **loaded);
    // A loaded space must be able to save itself, over its own mapped files too.
    ASSERT_TRUE((*loaded)->save(folder / "spaces" / "one").has_value());
    expectSame(*space, **loaded);
    const auto again = Space::load(folder / "spaces" / "one");
    ASSERT_TRUE(again.has_value());
    expectSame(*space, **again);
}

TEST(Space, LivesOnWhenItsFilesGo)
{
    test::TempFolder folder;
    const auto space = created(smallParts());
    ASSERT_TRUE(space->save(folder.path()).has_value());
    const auto loaded = Space::load(folder.path());
    ASSERT_TRUE(loaded.has_value());
    std::filesystem::remove_all(folder.path());
    expectSame(*space, **loaded);
}

TEST(Space, WithoutPassagesLeavesNoOldOnes)
{
    const test::TempFolder folder;
    ASSERT_TRUE(created(smallParts())->save(folder.path()).has_value());
    Space::Parts parts = smallParts();
    parts.passages = Matrix();
    parts.passageRow.clear();
    ASSERT_TRUE(created(std::move(parts))->save(folder.path()).has_value());
    EXPECT_FALSE(std::filesystem::exists(folder / "passages.bin"));
    const auto loaded = Space::load(folder.path());
    ASSERT_TRUE(loaded.has_value());
    EXPECT_EQ((*loaded)->passages().rows(), 0U);
}

TEST(Space, MissingFolderIsNotFound)
{
    const test::TempFolder folder;
    const auto loaded = Space::load(folder / "nothing");
    ASSERT_FALSE(loaded.has_value());
    EXPECT_EQ(loaded.error().code, ErrorCode::NotFound);
}

// Until it is verified a damaged matrix may give any numbers, but nothing else; verify() notices all of them.
TEST(Space, AnyDamageToAMatrixIsNoticedLaterAtTheLatest)
{
    const test::TempFolder folder;
    ASSERT_TRUE(created(smallParts())->save(folder.path()).has_value());
    for (const char* name : {"vectors.bin", "passages.bin"})
        test::forEachDamage(folder / name, [&](const std::string& what) {
            const auto loaded = Space::load(folder.path(), 0);
            if (!loaded) {
                EXPECT_TRUE(loaded.error().code == ErrorCode::Damaged) << name << " " << what;
                return;
            }
            EXPECT_TRUE((*loaded)->needsVerifying());
            EXPECT_EQ((*loaded)->size(), 3U);
            EXPECT_EQ((*loaded)->rawNorms()[0], 5.0F) << "lengths are verified at once";
            const Status verified = (*loaded)->verify({});
            ASSERT_FALSE(verified.has_value()) << name << " " << what;
            EXPECT_EQ(verified.error().code, ErrorCode::Damaged);
            EXPECT_EQ(verified.error().subject, (folder / name).string());
        });
    const auto whole = Space::load(folder.path(), 0);
    ASSERT_TRUE(whole.has_value());
    EXPECT_TRUE((*whole)->verify({}).has_value());
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ((*whole)->verify({stop.get_token(), nullptr}).error().code, ErrorCode::Cancelled);
    EXPECT_FALSE((*Space::load(folder.path()))->needsVerifying());
    EXPECT_FALSE((*Space::load(folder.path(), 1U << 20U))->needsVerifying()) << "small files are verified at once";
}

TEST(Space, KnowsAtWhichScaleItsMetricCompares)
{
    const auto cosine = created(smallParts());
    EXPECT_FALSE(cosine->comparesRaw());
    EXPECT_THAT(cosine->comparedVector(ItemId(4)), ElementsAre(0.0F, -1.0F));
    EXPECT_TRUE(cosine->comparedVector(ItemId(5)).empty());
    for (const Metric metric : {Metric::InnerProduct, Metric::L2}) {
        Space::Parts parts = smallParts();
        parts.provenance.metric = metric;
        const auto space = created(std::move(parts));
        EXPECT_TRUE(space->comparesRaw());
        EXPECT_THAT(space->comparedVector(ItemId(9)), Pointwise(FloatNear(1e-5F), {-6.0F, 8.0F}));
        EXPECT_EQ(space->comparedStatistics().mean, space->rawStatistics().mean);
        EXPECT_NE(space->fingerprint(), cosine->fingerprint()) << "no index of the one serves the other";
        const test::TempFolder folder;
        ASSERT_TRUE(space->save(folder.path()).has_value());
        EXPECT_EQ((*Space::load(folder.path()))->metric(), metric);
    }
    Space::Parts parts = smallParts();
    parts.provenance.metric = Metric::L2;
    parts.provenance.rawScaleKnown = false;
    EXPECT_EQ(failureOf(std::move(parts)), ErrorCode::InvalidArgument);
}

TEST(Space, AnyDamageIsNoticed)
{
    const test::TempFolder folder;
    ASSERT_TRUE(created(smallParts())->save(folder.path()).has_value());
    for (const char* name : {"space.bin", "vectors.bin", "passages.bin"})
        test::forEachDamage(folder / name, [&](const std::string& what) {
            const auto loaded = Space::load(folder.path());
            ASSERT_FALSE(loaded.has_value()) << name << " " << what;
            EXPECT_TRUE(loaded.error().code == ErrorCode::Damaged || loaded.error().code == ErrorCode::VersionTooNew)
                << name << " " << what;
        });
    EXPECT_TRUE(Space::load(folder.path()).has_value());
}

// What is on disk when a second save was stopped before its manifest: never a mixture of both.
TEST(Space, MatrixOfAnotherSaveIsRefused)
{
    for (const char* name : {"vectors.bin", "passages.bin"}) {
        const test::TempFolder first;
        const test::TempFolder second;
        ASSERT_TRUE(created(smallParts())->save(first.path()).has_value());
        Space::Parts other = smallParts();
        other.vectors.row(0)[0] = 7;
        ASSERT_TRUE(created(std::move(other))->save(second.path()).has_value());
        std::filesystem::rename(second / name, first / name);
        const auto mixed = Space::load(first.path());
        ASSERT_FALSE(mixed.has_value());
        EXPECT_EQ(mixed.error().code, ErrorCode::Damaged);
        std::filesystem::remove(first / name);
        const auto missing = Space::load(first.path());
        ASSERT_FALSE(missing.has_value());
        EXPECT_EQ(missing.error().code, ErrorCode::Damaged);
    }
}

} // namespace
} // namespace tw
