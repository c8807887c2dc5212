// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tw {

/// One of Snowball's stemmers (snowballstem.org): "security" → "secur". Used from one thread at a time.
class Stemmer {
public:
    /// @param language  Snowball's name: "english", "russian", "porter", …; an unknown one leaves words as they are.
    explicit Stemmer(const std::string& language);
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
