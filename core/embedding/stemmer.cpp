// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/stemmer.h"

#include <libstemmer.h>

namespace tw {

struct Stemmer::Impl {
    explicit Impl(const std::string& language) : stemmer(sb_stemmer_new(language.c_str(), "UTF_8"), sb_stemmer_delete) {}
    std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer;
};

Stemmer::Stemmer(const std::string& language) : m_impl(std::make_unique<Impl>(language)) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::stem(std::string_view word)
{
    sb_stemmer* stemmer = m_impl->stemmer.get();
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stem = stemmer ? sb_stemmer_stem(stemmer, bytes, static_cast<int>(word.size())) : nullptr;
    if (!stem)
        return std::string(word);
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

} // namespace tw
