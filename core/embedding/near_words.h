// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/embedder.h"
#include "core/embedding/word_vectors.h"

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace tw {

/// Finds words near in meaning among some of the shipped words. Word vectors lose their mean and the strongest
/// directions they share before they are compared (Mu & Viswanath 2018, "All-but-the-top", algorithm 1). Thread-safe;
/// what was asked once is remembered.
class NearWords {
public:
    /// @param ranks  Of the words that may be found.
    NearWords(std::shared_ptr<const WordVectors> words, std::vector<std::uint32_t> ranks);
    ~NearWords();
    /// As Embedder::nearWords. The vectors are laid out when it is called first (some 20 ms for 40,000 words).
    std::vector<std::vector<NearWord>> find(std::span<const std::string> words, float atLeast, std::size_t most) const;

private:
    struct Table;
    const Table& table() const;
    std::shared_ptr<const WordVectors> m_words;
    std::vector<std::uint32_t> m_ranks;
    mutable std::once_flag m_once;
    mutable std::unique_ptr<const Table> m_table;
    mutable std::mutex m_mutex;
    mutable std::unordered_map<std::string, std::vector<NearWord>> m_known;
};

} // namespace tw
