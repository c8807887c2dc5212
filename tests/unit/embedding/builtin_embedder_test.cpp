// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/builtin_embedder.h"

#include "core/simd/kernels.h"
#include "tests/support/search_fixture.h"

namespace {

const std::vector<std::string>& texts()
{
    static const std::vector<std::string> all{
        "A shark attacks swimmers at a beach. The police chief hunts the shark from a boat.",
        "A killer whale terrorises fishermen. The captain chases the animal across the ocean.",
        "A lawyer defends an innocent man in court. The jury must decide his fate.",
        "A young attorney takes on a corrupt judge. The trial divides the town.",
        "Two astronauts are stranded on Mars. They repair their spacecraft.",
        "A crew of explorers travels through space. Their ship meets aliens near a planet.",
        "A boy and his dog find a treasure. They outwit the thieves who follow them.",
        "A girl raises a wild horse. Together they win the race.",
        "A detective looks for a murderer. Every clue leads to the rich widow.",
        "A retired policeman investigates old killings. The murderer is still in the city.",
        "A singer falls in love with her pianist. Their band becomes famous.",
        "A drummer practises until his hands bleed. His teacher is never content.",
    };
    return all;
}

std::shared_ptr<const tw::BuiltinEmbedder> fitted(const tw::BuiltinOptions& options = {})
{
    auto embedder = tw::BuiltinEmbedder::fit(tw::test::shippedWordVectors(), texts(), options, {});
    return embedder ? *embedder : nullptr;
}

float cosine(std::vector<float> a, std::vector<float> b)
{
    tw::simd::normalise(a);
    tw::simd::normalise(b);
    return tw::simd::dot(a, b);
}

TEST(BuiltinEmbedder, GivesADocumentVectorAndOneASentence)
{
    const auto embedder = fitted();
    ASSERT_TRUE(embedder);
    const auto embedded = embedder->embedDocuments(texts(), {});
    ASSERT_TRUE(embedded);
    ASSERT_EQ(embedded->size(), texts().size());
    for (const tw::EmbeddedText& text : *embedded) {
        EXPECT_EQ(text.vector.size(), embedder->info().dim);
        EXPECT_EQ(text.passages.rows(), 2U);
        EXPECT_EQ(text.passages.cols(), embedder->info().dim);
    }
    const auto alike = [&](std::size_t a, std::size_t b) { return cosine((*embedded)[a].vector, (*embedded)[b].vector); };
    EXPECT_GT(alike(0, 1), alike(0, 2));
    EXPECT_GT(alike(2, 3), alike(2, 4));
}

TEST(BuiltinEmbedder, FindsTheSentenceAQueryMeansWithoutSharingItsWords)
{
    const auto embedder = fitted();
    ASSERT_TRUE(embedder);
    const auto embedded = embedder->embedDocuments(texts(), {});
    ASSERT_TRUE(embedded);
    const auto best = [&](std::string_view query) {
        const auto vector = embedder->embedQuery(query, {});
        EXPECT_TRUE(vector);
        std::size_t bestText = 0;
        float bestCosine = -2;
        for (std::size_t i = 0; i < embedded->size(); ++i)
            for (std::size_t j = 0; j < (*embedded)[i].passages.rows(); ++j) {
                const auto passage = std::as_const((*embedded)[i].passages).row(j);
                const float similarity = cosine(*vector, {passage.begin(), passage.end()});
                if (similarity > bestCosine) {
                    bestCosine = similarity;
                    bestText = i;
                }
            }
        return bestText;
    };
    EXPECT_THAT(best("courtroom prosecutor"), testing::AnyOf(2U, 3U));
    EXPECT_THAT(best("galaxy rocket"), testing::AnyOf(4U, 5U));
    EXPECT_THAT(best("musician guitar"), testing::AnyOf(10U, 11U));
}

TEST(BuiltinEmbedder, QueriesOfUnknownOrEmptyWordsMeanNothing)
{
    const auto embedder = fitted();
    ASSERT_TRUE(embedder);
    for (const char* query : {"", "  ", "qwertz", "the of a", "!?"})
        EXPECT_EQ(embedder->embedQuery(query, {}).error().code, tw::ErrorCode::EmptyText) << query;
}

TEST(BuiltinEmbedder, PossessivesAndMarksDoNotHideAWord)
{
    const auto embedder = fitted();
    ASSERT_TRUE(embedder);
    EXPECT_EQ(embedder->embedQuery("shark's", {}).value(), embedder->embedQuery("shark", {}).value());
    EXPECT_EQ(embedder->embedQuery("Cliché", {}).value(), embedder->embedQuery("cliche", {}).value());
}

TEST(BuiltinEmbedder, StateBringsBackTheSameEmbedder)
{
    const auto embedder = fitted();
    ASSERT_TRUE(embedder);
    const auto restored = tw::BuiltinEmbedder::restore(tw::test::shippedWordVectors(), embedder->state());
    ASSERT_TRUE(restored);
    EXPECT_EQ((*restored)->info().digest, embedder->info().digest);
    EXPECT_EQ((*restored)->embedQuery("space pirates", {}).value(), embedder->embedQuery("space pirates", {}).value());
    EXPECT_EQ((*restored)->state(), embedder->state());
    const std::string state = embedder->state();
    for (std::size_t length = 0; length < state.size(); length += 97)
        EXPECT_EQ(tw::BuiltinEmbedder::restore(tw::test::shippedWordVectors(), state.substr(0, length)).error().code,
                  tw::ErrorCode::Damaged);
}

TEST(BuiltinEmbedder, DigestTellsFitsApartAndRepeats)
{
    EXPECT_EQ(fitted()->info().digest, fitted()->info().digest);
    tw::BuiltinOptions options;
    options.sifA = 1e-4;
    EXPECT_NE(fitted(options)->info().digest, fitted()->info().digest);
}

TEST(BuiltinEmbedder, NamesWeighLess)
{
    // "Boston" stands only capitalised in mid-sentence, "race" never does.
    std::vector<std::string> corpus = texts();
    corpus.emplace_back("A horse runs a race in Boston against all odds.");
    const auto angle = [&](double nameWeight) {
        tw::BuiltinOptions options;
        options.nameWeight = nameWeight;
        options.passageComponents = 0;
        const auto embedder = tw::BuiltinEmbedder::fit(tw::test::shippedWordVectors(), corpus, options, {});
        return cosine((*embedder)->embedQuery("race Boston", {}).value(),
                      (*embedder)->embedQuery("race", {}).value());
    };
    EXPECT_GT(angle(0.1), angle(1.0) + 0.05F);
}

TEST(BuiltinEmbedder, RefusesTextsWithoutAnyKnownWordAndStopsWhenTold)
{
    const std::vector<std::string> nonsense{"qwertz asdfgh", ""};
    EXPECT_EQ(tw::BuiltinEmbedder::fit(tw::test::shippedWordVectors(), nonsense, {}, {}).error().code,
              tw::ErrorCode::EmptyText);
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(tw::BuiltinEmbedder::fit(tw::test::shippedWordVectors(), texts(), {}, {source.get_token()}).error().code,
              tw::ErrorCode::Cancelled);
}

TEST(BuiltinEmbedder, AnotherLanguageIsServedByTheCataloguesOwnWords)
{
    const std::vector<std::string> russian{
        "Корабль плывёт по морю, моряки боятся шторма.", "Моряк на лодке пересёк море в шторм.",
        "Капитан корабля спасает моряков.", "Адвокат защищает клиента перед судьёй.",
        "Судья не верит свидетелю на процессе.", "Процесс клиента, которого судьи признали виновным."};
    const auto embedder = tw::BuiltinEmbedder::fit(tw::test::shippedWordVectors(), russian, {}, {});
    ASSERT_TRUE(embedder);
    EXPECT_TRUE((*embedder)->info().model.starts_with("lsa-"));
    const auto embedded = (*embedder)->embedDocuments(russian, {});
    ASSERT_TRUE(embedded);
    for (const tw::EmbeddedText& text : *embedded) {
        EXPECT_EQ(text.vector.size(), (*embedder)->info().dim);
        EXPECT_TRUE(text.passages.empty());
    }
    const auto query = (*embedder)->embedQuery("моряки в море", {});
    ASSERT_TRUE(query);
    EXPECT_GT(cosine(*query, (*embedded)[0].vector), cosine(*query, (*embedded)[3].vector));
    const auto restored = tw::BuiltinEmbedder::restore(tw::test::shippedWordVectors(), (*embedder)->state());
    ASSERT_TRUE(restored);
    EXPECT_EQ((*restored)->info().digest, (*embedder)->info().digest);
    EXPECT_GT(cosine(*query, (*restored)->embedQuery("моряки в море", {}).value()), 0.999F);
    const std::string state = (*embedder)->state();
    EXPECT_EQ(tw::BuiltinEmbedder::restore(tw::test::shippedWordVectors(), state.substr(0, state.size() / 2)).error().code,
              tw::ErrorCode::Damaged);
}

TEST(BuiltinEmbedder, KnowsWordsNearInMeaning)
{
    const auto embedder = fitted();
    const std::vector<std::string> words{"lawyer", "xyzzy", ""};
    const auto near = embedder->nearWords(words, 0.4F, 5);
    ASSERT_EQ(near.size(), 3U);
    ASSERT_FALSE(near[0].empty());
    EXPECT_EQ(near[0].front().word, "attorney");
    for (const tw::NearWord& word : near[0])
        EXPECT_NE(word.word, "lawyer");
    EXPECT_TRUE(near[1].empty() && near[2].empty());
    EXPECT_TRUE(embedder->knowsWord("lawyer"));
    EXPECT_FALSE(embedder->knowsWord("lawyyer"));
}

} // namespace
