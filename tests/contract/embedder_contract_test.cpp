// SPDX-License-Identifier: GPL-3.0-or-later
// What core/embedding/embedder.h promises, run over every implementation.
#include "core/embedding/builtin_embedder.h"
#include "core/embedding/ollama_embedder.h"
#include "core/embedding/openai_embedder.h"
#include "core/simd/kernels.h"
#include "tests/support/fake_ollama_server.h"
#include "tests/support/search_fixture.h"

namespace {

const std::vector<std::string>& corpus()
{
    static const std::vector<std::string> texts{
        "A shark attacks swimmers at a beach. The police chief hunts the shark from a boat.",
        "A shark circles the boat of two divers. The police search the beach for them.",
        "A young lawyer defends an innocent man in court. The jury must decide his fate.",
        "Two astronauts are stranded on Mars. They repair their spacecraft with bare hands.",
        "A boy and his dog find a treasure. They outwit the thieves who follow them.",
        "A singer falls in love with her pianist. Their band becomes famous over night.",
        "A detective looks for a murderer. Every clue leads to the rich widow.",
        "An old farmer travels across the country on a lawn mower to see his brother.",
    };
    return texts;
}

/// Makes one implementation, and keeps alive what it needs.
class Implementation {
public:
    virtual ~Implementation() = default;
    virtual std::shared_ptr<const tw::Embedder> make() = 0;
};

class Builtin final : public Implementation {
public:
    std::shared_ptr<const tw::Embedder> make() override
    {
        return tw::BuiltinEmbedder::fit(tw::test::shippedWordVectors(), corpus(), {}, {}).value();
    }
};

class RestoredBuiltin final : public Implementation {
public:
    std::shared_ptr<const tw::Embedder> make() override
    {
        const auto words = tw::test::shippedWordVectors();
        const std::string state = tw::BuiltinEmbedder::fit(words, corpus(), {}, {}).value()->state();
        return tw::BuiltinEmbedder::restore(words, state).value();
    }
};

class Ollama final : public Implementation {
public:
    std::shared_ptr<const tw::Embedder> make() override
    {
        const tw::OllamaOptions options{m_server.url(), "nomic-embed-text", 3};
        return tw::OllamaEmbedder::connect(options, tw::makeCurlTransport(), {}).value();
    }

private:
    tw::test::FakeOllamaServer m_server;
};

class OpenAi final : public Implementation {
public:
    std::shared_ptr<const tw::Embedder> make() override
    {
        tw::OpenAiOptions options;
        options.url = m_server.url();
        options.model = "nomic-embed-text";
        options.batchSize = 4;
        return tw::OpenAiEmbedder::connect(options, tw::makeCurlTransport(), {}).value();
    }

private:
    tw::test::FakeOllamaServer m_server;
};

using Factory = std::unique_ptr<Implementation> (*)();
template <class T>
std::unique_ptr<Implementation> makeImplementation()
{
    return std::make_unique<T>();
}

class EmbedderContract : public testing::TestWithParam<std::pair<const char*, Factory>> {
protected:
    std::unique_ptr<Implementation> implementation = GetParam().second();
    std::shared_ptr<const tw::Embedder> embedder = implementation->make();

    static float cosine(std::vector<float> a, std::vector<float> b)
    {
        tw::simd::normalise(a);
        tw::simd::normalise(b);
        return tw::simd::dot(a, b);
    }
};

TEST_P(EmbedderContract, SaysWhatItIs)
{
    const tw::EmbedderInfo& info = embedder->info();
    EXPECT_FALSE(info.kind.empty());
    EXPECT_FALSE(info.model.empty());
    EXPECT_FALSE(info.digest.empty());
    EXPECT_GT(info.dim, 0U);
    EXPECT_GT(embedder->batchSize(), 0U);
}

TEST_P(EmbedderContract, GivesOneFiniteVectorATextInOrder)
{
    const auto embedded = embedder->embedDocuments(corpus(), {});
    ASSERT_TRUE(embedded);
    ASSERT_EQ(embedded->size(), corpus().size());
    for (std::size_t i = 0; i < corpus().size(); ++i) {
        const tw::EmbeddedText& text = (*embedded)[i];
        ASSERT_EQ(text.vector.size(), embedder->info().dim);
        EXPECT_TRUE(tw::simd::allFinite(text.vector));
        EXPECT_GT(tw::simd::squaredNorm(text.vector), 0);
        EXPECT_TRUE(text.passages.empty() || text.passages.cols() == embedder->info().dim);
        // In order: alone, the text gives the same vector.
        const auto alone = embedder->embedDocuments(std::span(corpus()).subspan(i, 1), {});
        ASSERT_TRUE(alone);
        EXPECT_EQ(alone->front().vector, text.vector);
    }
}

TEST_P(EmbedderContract, ATextWithNothingInItGivesAnEmptyVector)
{
    const std::vector<std::string> texts{corpus()[0], "", "  \n", corpus()[1]};
    const auto embedded = embedder->embedDocuments(texts, {});
    ASSERT_TRUE(embedded);
    ASSERT_EQ(embedded->size(), 4U);
    EXPECT_FALSE((*embedded)[0].vector.empty());
    EXPECT_TRUE((*embedded)[1].vector.empty());
    EXPECT_TRUE((*embedded)[2].vector.empty());
    EXPECT_EQ((*embedded)[3].vector, embedder->embedDocuments(corpus(), {})->at(1).vector);
    const auto none = embedder->embedDocuments({}, {});
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->empty());
}

TEST_P(EmbedderContract, TextsThatAreAlikeLieNear)
{
    const auto embedded = embedder->embedDocuments(corpus(), {});
    ASSERT_TRUE(embedded);
    const float alike = cosine((*embedded)[0].vector, (*embedded)[1].vector);
    for (std::size_t i = 2; i < corpus().size(); ++i)
        EXPECT_GT(alike, cosine((*embedded)[0].vector, (*embedded)[i].vector)) << corpus()[i];
}

TEST_P(EmbedderContract, QueriesHaveTheSpacesDimensionAndMeanSomething)
{
    const auto query = embedder->embedQuery("shark", {});
    ASSERT_TRUE(query);
    ASSERT_EQ(query->size(), embedder->info().dim);
    EXPECT_TRUE(tw::simd::allFinite(*query));
    const auto embedded = embedder->embedDocuments(corpus(), {});
    ASSERT_TRUE(embedded);
    EXPECT_GT(cosine(*query, (*embedded)[0].vector), cosine(*query, (*embedded)[2].vector));
    EXPECT_EQ(embedder->embedQuery("shark", {}).value(), *query);
    EXPECT_EQ(embedder->embedQuery("", {}).error().code, tw::ErrorCode::EmptyText);
}

TEST_P(EmbedderContract, EqualDigestsMeanEqualVectors)
{
    const auto other = implementation->make();
    ASSERT_EQ(other->info().digest, embedder->info().digest);
    EXPECT_EQ(other->embedDocuments(corpus(), {})->at(3).vector, embedder->embedDocuments(corpus(), {})->at(3).vector);
}

TEST_P(EmbedderContract, StopsWhenTold)
{
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(embedder->embedDocuments(corpus(), {source.get_token()}).error().code, tw::ErrorCode::Cancelled);
    EXPECT_EQ(embedder->embedQuery("shark", {source.get_token()}).error().code, tw::ErrorCode::Cancelled);
}

INSTANTIATE_TEST_SUITE_P(Embedders, EmbedderContract,
                         testing::Values(std::pair("builtin", &makeImplementation<Builtin>),
                                         std::pair("restored", &makeImplementation<RestoredBuiltin>),
                                         std::pair("ollama", &makeImplementation<Ollama>),
                                         std::pair("openai", &makeImplementation<OpenAi>)),
                         [](const auto& each) { return std::string(each.param.first); });

} // namespace
