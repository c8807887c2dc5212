// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

namespace tw::cli {
namespace {

std::vector<ListLine> rankedLines(const Catalog& catalog, const RankedItems& items)
{
    std::vector<ListLine> lines;
    for (const RankedItem& ranked : items) {
        ListLine line{ranked.item, ranked.score, {}, {}, {}};
        Json because{Json::Array{}};
        for (const Reason& reason : ranked.reasons) {
            const Item& liked = catalog.item(reason.likedItem);
            line.note += (line.note.empty() ? "like " : ", ") + liked.title;
            because.push(liked.key);
        }
        line.extra.emplace_back("because_of", std::move(because));
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string quoted(const std::string& text) { return fmt::format("\"{}\"", text); }

/// What could not be used of a query, for people.
std::string problemText(const QueryProblem& problem)
{
    const std::string meant = problem.suggestion.empty() ? "" : fmt::format(" Did you mean {}?", quoted(problem.suggestion));
    switch (problem.kind) {
    case QueryProblem::Kind::UnknownField:
        return fmt::format("There is no field {}; it was searched as words.{}", quoted(problem.field), meant);
    case QueryProblem::Kind::BadNumber:
        return fmt::format("{} is no number or range for {}: write {}:1990 or {}:1990..1999. It was left out.",
                           quoted(problem.value), problem.field, problem.field, problem.field);
    case QueryProblem::Kind::EmptyValue: return fmt::format("{}: has no value. It was left out.", problem.field);
    case QueryProblem::Kind::UnknownValue:
        return fmt::format("No item has {} as {}.{}", quoted(problem.value), problem.field, meant);
    case QueryProblem::Kind::UnknownTitle:
        return fmt::format("No item has the title {}; it was left out.{}", quoted(problem.value), meant);
    case QueryProblem::Kind::AmbiguousTitle:
        return fmt::format("Several items have the title {}; {} was taken.", quoted(problem.value), problem.suggestion);
    }
    return {};
}

const char* problemName(QueryProblem::Kind kind)
{
    switch (kind) {
    case QueryProblem::Kind::UnknownField: return "unknown_field";
    case QueryProblem::Kind::BadNumber: return "bad_number";
    case QueryProblem::Kind::EmptyValue: return "empty_value";
    case QueryProblem::Kind::UnknownValue: return "unknown_value";
    case QueryProblem::Kind::UnknownTitle: return "unknown_title";
    case QueryProblem::Kind::AmbiguousTitle: return "ambiguous_title";
    }
    return "";
}

Json problemsJson(const std::vector<QueryProblem>& problems)
{
    Json list{Json::Array{}};
    for (const QueryProblem& problem : problems) {
        Json entry;
        entry.set("problem", problemName(problem.kind));
        entry.set("field", problem.field);
        entry.set("value", problem.value);
        entry.set("suggestion", problem.suggestion);
        list.push(std::move(entry));
    }
    return list;
}

Result<Answer> search(const Arguments& arguments, const Opened& opened, const TaskContext& context)
{
    TW_ASSIGN(const auto results, opened.session.search(arguments.text, arguments.count, arguments.by, context));
    std::vector<ListLine> lines;
    for (const SearchHit& hit : results.hits) {
        std::string words;
        for (const std::string& word : hit.matched)
            words += (words.empty() ? "" : ", ") + word;
        lines.push_back({hit.item, hit.score, foundByNames(hit.foundBy), std::move(words), {}});
    }
    Answer answer = listAnswer(*opened.session.catalog, lines);
    answer.json.set("meaning_searched", results.meaningSearched);
    answer.json.set("corrected", results.corrected);
    answer.json.set("problems", problemsJson(results.problems));
    if (lines.empty())
        answer.text = fmt::format("Nothing matches \"{}\". Try fewer words{}.\n", arguments.text,
                                  results.filter.empty() ? "" : " or filters");
    std::string before;
    for (const QueryProblem& problem : results.problems)
        before += problemText(problem) + "\n";
    if (!results.corrected.empty())
        before += fmt::format("Showing results for \"{}\".\n", results.corrected);
    answer.text.insert(0, before);
    return answer;
}

Result<Answer> exploreAround(const Arguments& arguments, const Opened& opened, const TaskContext& context)
{
    const Session& session = opened.session;
    const NoiseOptions noise = noiseOptions(arguments, session.settings);
    const TasteProfile profile = session.profile(arguments.memory.value_or(0));
    TW_ASSIGN(const auto list, session.explore(profile, noise, arguments.count, context));
    Answer answer = listAnswer(*session.catalog, rankedLines(*session.catalog, list.items));
    answer.json.set("kind", noiseKindName(noise.kind));
    answer.json.set("noise", noise.percent);
    answer.json.set("seed", static_cast<std::int64_t>(noise.seed));
    answer.json.set("cosine", static_cast<double>(list.profile.cosine));
    answer.json.set("drowned", list.profile.drowned);
    answer.json.set("raw_scale", list.profile.rawScale);
    answer.json.set("distance", static_cast<double>(list.distance));
    answer.json.set("diversity", static_cast<double>(list.diversity));
    answer.text += fmt::format("{} noise {} %, seed {}: cosine to the profile {:.3f}, distance {:.2f}, diversity {:.2f}\n",
                               noiseKindName(noise.kind), noise.percent, noise.seed, list.profile.cosine,
                               list.distance, list.diversity);
    if (list.profile.drowned)
        answer.text += "Nothing of the profile is left under this noise: the list is chance.\n";
    return answer;
}

} // namespace

Result<Answer> runListCommand(const Arguments& arguments, const TaskContext& context)
{
    TW_ASSIGN(const auto opened, openLibrary(arguments, true, context));
    const Session& session = opened.session;
    switch (arguments.command) {
    case Command::Search: return search(arguments, opened, context);
    case Command::Similar: {
        TW_ASSIGN(const ItemId item, session.catalog->resolve(arguments.text));
        TW_ASSIGN(const auto items, session.similar(item, arguments.count, context));
        return listAnswer(*session.catalog, rankedLines(*session.catalog, items));
    }
    default: break;
    }
    if (!session.hasSpace())
        return fail(ErrorCode::NotFound, "space", "run embed first");
    if (arguments.command == Command::Explore)
        return exploreAround(arguments, opened, context);
    const TasteProfile profile = session.profile(arguments.memory.value_or(0));
    TW_ASSIGN(const auto items, session.recommend(profile, arguments.count, context));
    return listAnswer(*session.catalog, rankedLines(*session.catalog, items));
}

} // namespace tw::cli
