// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/ollama_embedder.h"
#include "core/index/vector_index.h"
#include "core/taste/taste_profile.h"

#include <cstdint>
#include <string>

namespace tw {

/// What a library remembers besides its catalogue and history. Stored in library.sqlite, one row a setting; unknown
/// rows of newer versions are kept.
struct LibrarySettings {
    std::string activeSpace;            ///< Id, empty when there is none yet.
    int memory = kDefaultMemory;        ///< n of the moving average, 1..100.
    double gaussianPercent = 25;        ///< Noise sliders of Explore, 0..100.
    double bucketsPercent = 10;
    std::uint64_t seed = 4021;          ///< Of the noise, 1..9999 from Shuffle, any by hand.
    bool keepHistory = true;            ///< False: only the profile vectors are kept, no acts.
    bool showSeen = false;              ///< Recommend liked, disliked and hidden items too.
    std::string ollamaUrl;              ///< Empty: OLLAMA_HOST.
    std::string ollamaModel = "nomic-embed-text";
    int embedBatch = 32;                ///< Texts a call, 16..64.
};

} // namespace tw
