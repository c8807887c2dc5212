// SPDX-License-Identifier: GPL-3.0-or-later
// Anything somebody types: the full text answers and the query language reads it, whatever the characters are.
#include "core/search/query_completion.h"
#include "core/search/text_index.h"
#include "tests/fuzz/fuzz_folder.h"

#include <cstdio>

namespace {

tw::Catalog catalogue()
{
    std::vector<tw::Item> items;
    for (const char* title : {"Spider-Man", "The \"Quoted\" Film", "Amélie", "Die Hard 2", "NEAR", "Солярис",
                              "千と千尋"}) {
        tw::Item item;
        item.id = tw::ItemId(static_cast<std::uint32_t>(items.size()));
        item.key = std::to_string(items.size());
        item.title = title;
        item.text = "A hacker AND a virus NOT in the city OR near the sea.";
        items.push_back(std::move(item));
    }
    return tw::Catalog(std::move(items));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const tw::fuzz::Folder folder;
    static const auto index = tw::TextIndex::openOrBuild(folder.path() / "text.sqlite", catalogue(), {});
    if (!index)
        std::abort();
    const std::string_view query(reinterpret_cast<const char*>(data), size);
    static const tw::CatalogValues values(std::make_shared<const tw::Catalog>(catalogue()));
    const tw::ParsedQuery parsed = tw::parseQuery(query, values);
    for (const tw::QueryProblem& problem : parsed.problems)
        if (problem.begin > problem.end || problem.end > size)
            std::abort();
    const tw::QueryCompletions completions = tw::completeQuery(query, size / 2, values, 5);
    if (completions.choices.size() > 5 || completions.begin > completions.end || completions.end > size)
        std::abort();
    const auto hits = (*index)->search(query, 5, {});
    const auto titles = (*index)->searchTitles(query, 5, {});
    if (!hits || !titles) {
        std::fprintf(stderr, "%s\n", (hits ? titles : hits).error().detail.c_str());
        std::abort();
    }
    return 0;
}
