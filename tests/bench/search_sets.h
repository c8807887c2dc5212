// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/hybrid_search.h"
#include "tests/support/known_items.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tw::bench {

/// Queries with their answers over one catalogue.
struct QuerySet {
    std::string name;                          ///< "tmdb-5000".
    std::vector<std::filesystem::path> files;  ///< Of the catalogue; empty when the outside data is not here.
    std::filesystem::path queries;
    bool english = true;
};
/// The bundled catalogue and those of TASTEWALK_TEST_DATA that are there.
std::vector<QuerySet> querySets();

enum class Half { Test, Fitting, Both };

/// A query and the items that are right: one, or its repetitions in the catalogue.
struct Question {
    std::string query;
    std::string answer;
    std::vector<ItemId> right;
};
/// Errors: NotFound (an answer is not in the catalogue), Ambiguous (of several films).
Result<std::vector<Question>> questionsOf(const QuerySet& set, const Catalog& catalog, Half half);

/// Place of the right item by one way of searching, from 1; 0 when it is not among the first kDepth.
inline constexpr std::size_t kDepth = 100;
using Places = std::vector<std::size_t>;
using Searcher = std::function<std::vector<ItemId>(const std::string& query, std::size_t k)>;
Places placesBy(const Searcher& searcher, const std::vector<Question>& questions);

double meanReciprocalRank(const Places& places);
double recallAt(const Places& places, std::size_t k);

/// The interval that holds 95 % of the mean differences of the reciprocal ranks when the questions are drawn anew with
/// replacement (percentile bootstrap, Efron & Tibshirani 1993, chapter 13; 20,000 draws, seeded).
struct Interval {
    double low = 0;
    double high = 0;
};
Interval bootstrapDifference(const Places& better, const Places& worse);

} // namespace tw::bench
