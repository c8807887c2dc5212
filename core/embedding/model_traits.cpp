// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/model_traits.h"

#include "core/base/text.h"

namespace tw {

namespace {

struct KnownModel {
    std::string_view name; ///< Beginning of the model's own name.
    std::string_view documentPrefix;
    std::string_view queryPrefix;
    std::size_t contextTokens;
    std::size_t dim;
    std::array<std::size_t, 4> shorterDims{};
};

constexpr std::string_view kQwenTask =
    "Instruct: Given a search query, retrieve descriptions that match the query\nQuery: ";
constexpr std::string_view kPassageTask = "Represent this sentence for searching relevant passages: ";

// From the model cards: nomic-ai/nomic-embed-text-v1.5, google/embeddinggemma-300m, Qwen/Qwen3-Embedding-0.6B,
// mixedbread-ai/mxbai-embed-large-v1, BAAI/bge-m3, Snowflake/snowflake-arctic-embed-l-v2.0,
// sentence-transformers/all-MiniLM-L6-v2, and OpenAI's guide to embeddings; nomic's context is that of Ollama's build.
// Longer names come first. Where sizes of one name differ in dimension, it stays unknown here: servers tell it.
constexpr std::array kKnownModels{
    KnownModel{"nomic-embed-text", "search_document: ", "search_query: ", 2048, 768, {512, 256, 128, 64}},
    KnownModel{"embeddinggemma", "title: none | text: ", "task: search result | query: ", 2048, 768, {512, 256, 128}},
    KnownModel{"qwen3-embedding", "", kQwenTask, 32768, 0},
    KnownModel{"mxbai-embed-large", "", kPassageTask, 512, 1024},
    KnownModel{"bge-m3", "", "", 8192, 1024},
    KnownModel{"snowflake-arctic-embed2", "", "query: ", 8192, 0},
    KnownModel{"snowflake-arctic-embed-l-v2", "", "query: ", 8192, 1024},
    KnownModel{"all-minilm", "", "", 256, 384},
    KnownModel{"text-embedding-3-small", "", "", 8191, 1536},
    KnownModel{"text-embedding-3-large", "", "", 8191, 3072},
    KnownModel{"text-embedding-ada-002", "", "", 8191, 1536},
};

} // namespace

ModelTraits modelTraits(std::string_view model)
{
    const std::size_t slash = model.rfind('/');
    const std::string own = toLower(slash == std::string_view::npos ? model : model.substr(slash + 1));
    // LM Studio puts this before the names of models that are not OpenAI's.
    constexpr std::string_view kPrefix = "text-embedding-";
    for (std::string_view name = own;; name.remove_prefix(kPrefix.size())) {
        for (const KnownModel& known : kKnownModels) {
            if (!name.starts_with(known.name))
                continue;
            ModelTraits traits{std::string(known.documentPrefix), std::string(known.queryPrefix), known.contextTokens,
                               known.dim, {}, true};
            std::ranges::copy_if(known.shorterDims, std::back_inserter(traits.shorterDims),
                                 [](std::size_t dim) { return dim > 0; });
            return traits;
        }
        if (!name.starts_with(kPrefix))
            return {};
    }
}

} // namespace tw
