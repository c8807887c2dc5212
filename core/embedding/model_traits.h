// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// What the known embedding models want put before texts (nomic-embed-text: "search_document: ", …) and how long
/// their input may be; unknown models get no prefix and 2048 tokens.
struct ModelTraits {
    std::string documentPrefix;
    std::string queryPrefix;
    std::size_t contextTokens = 2048;
    std::size_t dim = 0;                  ///< Numbers of a vector; 0 when unknown.
    std::vector<std::size_t> shorterDims; ///< To which its vectors may be cut (matryoshka), longest first.
    bool known = false;                   ///< Whether the model is one of those known here.
};
/// By the beginning of the model's own name, whoever publishes it and however it is spelt: "nomic-embed-text:latest",
/// "nomic-ai/nomic-embed-text-v1.5", "text-embedding-nomic-embed-text-v1.5@q8_0", "Qwen3-Embedding-0.6B-Q8_0.gguf".
ModelTraits modelTraits(std::string_view model);

} // namespace tw
