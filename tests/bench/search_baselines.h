// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/database.h"
#include "core/catalog/catalog.h"
#include "tests/bench/search_sets.h"

#include <string>
#include <vector>

namespace tw::bench {

/// SQLite FTS5 as one sets it up by hand: what the search is measured against. Any word of the query may match.
struct FtsConfiguration {
    std::string name;
    bool stems = false;          ///< tokenize = porter.
    bool dropsStopWords = false; ///< From the query.
    std::string weights;         ///< Of title, original title, people, genres, keywords, tagline, text in bm25().
};
/// With and without stemming, stop words, column weights.
std::vector<FtsConfiguration> ftsConfigurations();

/// One table of all items in memory.
class FtsBaseline {
public:
    static Result<FtsBaseline> build(const Catalog& catalog, const FtsConfiguration& configuration);
    Result<std::vector<ItemId>> search(const std::string& query, std::size_t k);

private:
    FtsBaseline(Database database, FtsConfiguration configuration)
        : m_database(std::move(database)), m_configuration(std::move(configuration))
    {
    }
    Database m_database;
    FtsConfiguration m_configuration;
};

} // namespace tw::bench
