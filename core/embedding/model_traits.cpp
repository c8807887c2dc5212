// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/embedding/ollama_embedder.h"

namespace tw {

namespace {

struct KnownModel {
    std::string_view name; ///< Beginning of the model's own name.
    std::string_view documentPrefix;
    std::string_view queryPrefix;
    std::size_t contextTokens;
};

// From the model cards: nomic-ai/nomic-embed-text-v1.5, google/embeddinggemma-300m, Qwen/Qwen3-Embedding-0.6B,
// mixedbread-ai/mxbai-embed-large-v1, BAAI/bge-m3, Snowflake/snowflake-arctic-embed-l-v2.0,
// sentence-transformers/all-MiniLM-L6-v2; nomic's context is that of Ollama's build. Longer names come first.
constexpr std::array kKnownModels{
    KnownModel{"nomic-embed-text", "search_document: ", "search_query: ", 2048},
    KnownModel{"embeddinggemma", "title: none | text: ", "task: search result | query: ", 2048},
    KnownModel{"qwen3-embedding", "",
               "Instruct: Given a search query, retrieve descriptions that match the query\nQuery: ", 32768},
    KnownModel{"mxbai-embed-large", "", "Represent this sentence for searching relevant passages: ", 512},
    KnownModel{"bge-m3", "", "", 8192},
    KnownModel{"snowflake-arctic-embed2", "", "query: ", 8192},
    KnownModel{"all-minilm", "", "", 256},
};

} // namespace

ModelTraits modelTraits(std::string_view model)
{
    const std::size_t slash = model.rfind('/');
    const std::string name = toLower(slash == std::string_view::npos ? model : model.substr(slash + 1));
    for (const KnownModel& known : kKnownModels)
        if (name.starts_with(known.name))
            return {std::string(known.documentPrefix), std::string(known.queryPrefix), known.contextTokens};
    return {};
}

} // namespace tw
