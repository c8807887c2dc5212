// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tw {

/// Porter's stemmer (1980), the one FTS5's "porter" uses: "security" → "secur". Used from one thread at a time.
class Stemmer {
public:
    Stemmer();
    ~Stemmer();
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;
    /// @param word  Lower case.
    std::string stem(std::string_view word);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tw
