// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/library/session_rows.h"

#include <fmt/chrono.h>

namespace tw::cli {
namespace {

Act actOf(Command command)
{
    switch (command) {
    case Command::Dislike: return Act::Disliked;
    case Command::Hide: return Act::Hidden;
    case Command::Remove: return Act::Removed;
    default: return Act::Liked;
    }
}

std::string timeText(TimePoint time)
{
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(
                                                    std::chrono::floor<std::chrono::seconds>(time))));
}

Answer actAnswer(const Catalog& catalog, const TasteEvent& event, std::string_view verb)
{
    const Item& item = catalog.item(event.item);
    Answer answer;
    answer.json.set("act", actName(event.act));
    answer.json.set("verb", verb);
    answer.json.set("key", item.key);
    answer.json.set("title", item.title);
    answer.json.set("year", item.year ? Json(*item.year) : Json());
    answer.json.set("event", event.id);
    answer.json.set("time", timeText(event.time));
    answer.text = fmt::format("{}: {}\n", verb, item.titleWithYear());
    return answer;
}

Result<Answer> act(const Arguments& arguments, const TaskContext& context)
{
    // Without kept history the act moves vectors, so the spaces are needed; else the database alone is enough.
    TW_ASSIGN(auto opened, openLibrary(arguments, false, context));
    if (!opened.session.settings.keepHistory) {
        TW_ASSIGN(opened, openLibrary(arguments, true, context));
    }
    TW_ASSIGN(const ItemId item, opened.session.catalog->resolve(arguments.text));
    const Act kind = actOf(arguments.command);
    TW_ASSIGN(const auto event,
              recordAct(*opened.library, opened.session, kind, item, Source::CommandLine, std::string()));
    return actAnswer(*opened.session.catalog, event, actName(kind));
}

Result<Answer> undoOrRedo(const Arguments& arguments, const TaskContext& context)
{
    TW_ASSIGN(auto opened, openLibrary(arguments, false, context));
    const bool undo = arguments.command == Command::Undo;
    TW_ASSIGN(const auto event, undo ? opened.library->undo() : opened.library->redo());
    return actAnswer(*opened.session.catalog, event, undo ? "undone" : "redone");
}

Result<Answer> forget(const Arguments& arguments, const TaskContext& context)
{
    TW_ASSIGN(auto opened, openLibrary(arguments, false, context));
    Answer answer;
    if (arguments.everything) {
        TW_TRY(opened.library->forgetEverything());
        answer.json.set("forgotten", "everything");
        answer.text = "The whole history was deleted.\n";
        return answer;
    }
    std::vector<ItemId> items;
    for (const std::string& text : arguments.items) {
        TW_ASSIGN(const ItemId item, opened.session.catalog->resolve(text));
        items.push_back(item);
    }
    TW_TRY(opened.library->forget(items));
    answer.json.set("forgotten", items.size());
    answer.text = fmt::format("All acts on {} items were deleted.\n", items.size());
    return answer;
}

Result<Answer> history(const Arguments& arguments, const TaskContext& context)
{
    TW_ASSIGN(auto opened, openLibrary(arguments, false, context));
    std::vector<ListLine> lines;
    const auto standings = opened.session.history->standings();
    for (auto standing = standings.rbegin(); standing != standings.rend(); ++standing) {
        ListLine line;
        line.item = standing->item;
        const std::string_view state = itemStateName(standing->state);
        line.note = fmt::format("{} {}", state, timeText(standing->since.time));
        line.extra = {{"state", Json(state)},
                      {"time", Json(timeText(standing->since.time))},
                      {"source", Json(sourceName(standing->since.source))},
                      {"source_detail", Json(standing->since.sourceDetail)}};
        lines.push_back(std::move(line));
    }
    return listAnswer(*opened.session.catalog, lines);
}

} // namespace

Result<Answer> runTasteCommand(const Arguments& arguments, const TaskContext& context)
{
    switch (arguments.command) {
    case Command::Undo:
    case Command::Redo: return undoOrRedo(arguments, context);
    case Command::Forget: return forget(arguments, context);
    case Command::History: return history(arguments, context);
    default: return act(arguments, context);
    }
}

} // namespace tw::cli
