// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_ollama_server.h"

#include <cmath>
#include <string>
#include <vector>

namespace tw::test {

namespace {

std::uint64_t fnv1a(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

std::uint64_t splitmix(std::uint64_t& state)
{
    std::uint64_t z = (state += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

std::vector<std::string> wordsOf(std::string_view text)
{
    // Task prefixes tell a model what the text is for; they are no part of what it says.
    for (const std::string_view prefix : {"search_document: ", "search_query: "})
        if (text.starts_with(prefix))
            text.remove_prefix(prefix.size());
    std::vector<std::string> words(1);
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U);
        if (letter || (c >= 'A' && c <= 'Z'))
            words.back().push_back(letter ? c : static_cast<char>(c + 32));
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

} // namespace

std::vector<float> FakeOllamaServer::vectorOf(std::string_view text, std::size_t dim, std::uint64_t seed)
{
    std::vector<double> sum(dim);
    std::vector<std::string> words = wordsOf(text);
    if (words.empty())
        words.emplace_back(text); // Ollama embeds the empty text as well
    for (const std::string& word : words) {
        std::uint64_t state = fnv1a(word) ^ seed;
        for (double& value : sum)
            value += static_cast<double>(splitmix(state) >> 11U) * 0x1.0p-52 - 1;
    }
    double squared = 0;
    for (const double value : sum)
        squared += value * value;
    std::vector<float> vector(dim);
    for (std::size_t d = 0; d < dim; ++d)
        vector[d] = static_cast<float>(sum[d] / std::sqrt(squared));
    return vector;
}

} // namespace tw::test
