// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/embedder.h"
#include "core/embedding/word_vectors.h"

namespace tw {

/// How the built-in embedder weighs and cleans.
struct BuiltinOptions {
    double sifA = 1e-3;             ///< Word weight a / (a + p(w)); smaller presses frequent words harder.
    int documentComponents = 1;     ///< Common components removed from document vectors.
    int passageComponents = 3;      ///< Common components removed from sentence and query vectors.
    double leastCoverage = 0.5;     ///< Of the texts' words by the word vectors; below it the catalogue's own words serve.
    int latentDimensions = 128;     ///< Of the latent semantic analysis then.
    double nameWeight = 0.3;        ///< Factor on words met only capitalised in mid-sentence: names say little of meaning.
};

/// SIF sentence embeddings (Arora, Liang & Ma 2017, algorithm 1) over the shipped word vectors: weighted mean of word
/// vectors, common components removed. A document's vector is that of all its words; its sentences are passages.
/// The components are fitted on the catalogue's own texts, so info().digest covers the word vectors and the fit.
/// Where the word vectors know too few of the catalogue's words (another language), latent semantic analysis of the
/// catalogue itself takes their place (latent_semantics.h): info().model is then "lsa-128" instead of "glove-100d-sif",
/// there are no passages, and no words near in meaning.
class BuiltinEmbedder final : public Embedder {
public:
    /// Fits the common components on the texts (a sample of at most 20,000). Errors: Cancelled, EmptyText.
    static Result<std::shared_ptr<const BuiltinEmbedder>> fit(std::shared_ptr<const WordVectors> words,
                                                              std::span<const std::string> texts,
                                                              const BuiltinOptions& options,
                                                              const TaskContext& context);
    /// From state() of an earlier one. Errors: Damaged (another version or other word vectors).
    static Result<std::shared_ptr<const BuiltinEmbedder>> restore(std::shared_ptr<const WordVectors> words,
                                                                  std::string_view state);
    ~BuiltinEmbedder() override;

    const EmbedderInfo& info() const override;
    std::size_t batchSize() const override { return 1024; }
    Result<std::vector<EmbeddedText>> embedDocuments(std::span<const std::string> texts,
                                                     const TaskContext& context) const override;
    Result<std::vector<float>> embedQuery(std::string_view query, const TaskContext& context) const override;
    std::vector<std::vector<NearWord>> nearWords(std::span<const std::string> words, float atLeast,
                                                 std::size_t most) const override;
    bool knowsWord(std::string_view word) const override;
    std::string state() const override;

private:
    struct Impl;
    explicit BuiltinEmbedder(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace tw
