// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/catalog/title_key.h"

#include <unordered_map>

namespace tw {

/// Tells apart different items that share title and year and have no id: the second gets "-2" behind its key.
/// Private to core/catalog.
class KeyKeeper {
public:
    enum class Met { Now, Before };

    /// Before: an item of that key was here already, so this record adds to it.
    Met makeUnique(Item& item)
    {
        const std::uint64_t content = contentHash(item);
        // Only keys made of the title are ours to change.
        const bool ours = item.key == titleKey(item);
        const std::string base = item.key;
        for (int copy = 2; !m_contentByKey.try_emplace(hash64(item.key), content).second; ++copy) {
            if (!ours || m_contentByKey.at(hash64(item.key)) == content)
                return Met::Before;
            item.key = fmt::format("{}-{}", base, copy);
        }
        return Met::Now;
    }

private:
    static std::uint64_t contentHash(const Item& item)
    {
        return hash64(fmt::format("{}\x1f{}\x1f{}\x1f{}", item.text, fmt::join(item.directors, "\x1e"),
                                  fmt::join(item.cast, "\x1e"), fmt::join(item.genres, "\x1e")));
    }
    std::unordered_map<std::uint64_t, std::uint64_t> m_contentByKey;
};

} // namespace tw
