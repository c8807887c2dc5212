// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/index_output.h"
#include "app/cli/library_output.h"
#include "core/library/library_jobs.h"
#include "core/library/space_folder.h"
#include "core/space/space_index.h"

namespace tw::cli {

Result<SpaceInfo> chosenSpace(const Arguments& arguments)
{
    std::string id = arguments.spaceId;
    if (id.empty()) {
        TW_ASSIGN(const auto library, Library::open(arguments.library));
        id = library->settings().activeSpace;
    }
    for (SpaceInfo& info : listSpaces(arguments.library))
        if (info.id == id)
            return std::move(info);
    return fail(ErrorCode::NotFound, "space " + id);
}

namespace {

/// The options given on the command line, over `before`.
IndexOptions givenOver(IndexOptions before, const Arguments& arguments)
{
    const IndexOptions& given = arguments.index;
    const auto take = [&](std::string_view name, auto member) {
        if (std::ranges::find(arguments.indexGiven, name) != arguments.indexGiven.end())
            before.*member = given.*member;
    };
    take("--kind", &IndexOptions::kind);
    take("--layout", &IndexOptions::layout);
    take("--m", &IndexOptions::m);
    take("--ef-construction", &IndexOptions::efConstruction);
    take("--ef-search", &IndexOptions::efSearch);
    take("--lists", &IndexOptions::lists);
    take("--code-bytes", &IndexOptions::codeBytes);
    take("--probes", &IndexOptions::probes);
    take("--no-rerank", &IndexOptions::rerank);
    take("--wished-recall", &IndexOptions::wishedRecall);
    take("--threads", &IndexOptions::threads);
    return before;
}

Result<Answer> build(const Arguments& arguments, const TaskContext& context)
{
    TW_ASSIGN(const SpaceInfo before, chosenSpace(arguments));
    IndexOptions options = arguments.index;
    if (arguments.rebuild) {
        TW_ASSIGN(const SpaceRecord record, readSpaceRecord(spaceFolder(arguments.library, before.id)));
        options = givenOver(record.index, arguments);
    }
    // Refused here with its reason, rather than made exact in silence.
    TW_ASSIGN(const IndexChoice choice, chooseIndex(options, {before.items, before.dim, freeMemory()}));
    TW_ASSIGN(const SpaceInfo space, rebuildIndex(arguments.library, before.id, options, context));
    TW_ASSIGN(const LoadedSpace loaded, loadSpace(arguments.library, space.id, context));
    const VectorIndex& index = *loaded.index;
    Answer answer;
    answer.json.set("space", spacesJson({space}).asArray().front());
    Json json = indexJson(index);
    setChoice(json, choice, index.facts());
    answer.json.set("index", std::move(json));
    answer.text = fmt::format("{}: index {} over {} items\n", space.id, indexName(space.index), space.items);
    answer.text += choiceText(choice, index.facts(), index.size());
    answer.text += indexText(index);
    return answer;
}

Result<Answer> facts(const Arguments& arguments, const TaskContext& context)
{
    TW_ASSIGN(const SpaceInfo space, chosenSpace(arguments));
    TW_ASSIGN(const LoadedSpace loaded, loadSpace(arguments.library, space.id, context));
    printMadeAnew(loaded.madeAnew, arguments.json);
    Answer answer;
    answer.json.set("space", space.id);
    answer.json.set("index", indexJson(*loaded.index));
    answer.text = fmt::format("{}: index {} over {} items\n", space.id, indexName(loaded.index->kind()), space.items);
    answer.text += indexText(*loaded.index);
    return answer;
}

/// What to hold against exact search: what was asked for, else every kind that can be built.
std::vector<IndexOptions> contenders(const Arguments& arguments, const IndexSituation& situation)
{
    const auto given = [&](std::string_view name) {
        return std::ranges::find(arguments.indexGiven, name) != arguments.indexGiven.end();
    };
    std::vector<IndexOptions> wanted;
    const auto add = [&](IndexKind kind, IndexLayout layout) {
        IndexOptions options = arguments.index;
        if (given("--kind") && options.kind != IndexKind::Auto && options.kind != kind)
            return;
        if (kind == IndexKind::Hnsw && given("--layout") && options.layout != IndexLayout::Auto
            && options.layout != layout)
            return;
        options.kind = kind;
        options.layout = layout;
        if (given("--kind") || chooseIndex(options, situation))
            wanted.push_back(options);
    };
    add(IndexKind::Hnsw, IndexLayout::Small);
    add(IndexKind::Hnsw, IndexLayout::Fast);
    add(IndexKind::IvfPq, IndexLayout::Small);
    return wanted;
}

Result<Answer> bench(const Arguments& arguments, const TaskContext& context)
{
    TW_ASSIGN(const SpaceInfo space, chosenSpace(arguments));
    TW_ASSIGN(const LoadedSpace loaded, loadSpace(arguments.library, space.id, context));
    printMadeAnew(loaded.madeAnew, arguments.json);
    CurveRequest request;
    request.indexes = contenders(arguments, {space.items, space.dim, freeMemory()});
    request.queries = arguments.queries;
    if (arguments.seed)
        request.seed = *arguments.seed;
    const std::vector<std::shared_ptr<const VectorIndex>> ready{loaded.index};
    TW_ASSIGN(const IndexCurve curve, measureIndexes(indexedVectors(loaded.space), request, ready, {}, context));
    Answer answer;
    answer.json = curveJson(curve, request.k);
    answer.json.set("space", space.id);
    answer.text = curveText(curve, request.k);
    return answer;
}

} // namespace

Result<Answer> runIndexCommand(const Arguments& arguments, const TaskContext& context)
{
    switch (arguments.command) {
    case Command::IndexFacts: return facts(arguments, context);
    case Command::IndexBench: return bench(arguments, context);
    default: return build(arguments, context);
    }
}

} // namespace tw::cli
