// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/base/files.h"
#include "core/library/session_rows.h"

namespace tw::cli {
namespace {

/// Quoted after RFC 4180 and inert in spreadsheets: written by the same exporter as every other CSV.
Result<Answer> writeMap(const Arguments& arguments, const TaskContext& context)
{
    TW_ASSIGN(const auto opened, openLibrary(arguments, true, context));
    const Session& session = opened.session;
    if (!session.hasSpace())
        return fail(ErrorCode::NotFound, "space", "run embed first");
    const Space& space = *session.space.space;
    const MatrixView positions = session.space.projection->positions();

    std::vector<ExportRow> rows;
    rows.reserve(space.size());
    for (std::uint32_t row = 0; row < space.size(); ++row) {
        ExportRow line;
        line.item = session.catalog->item(space.item(row));
        if (const ItemState state = session.history->state(line.item.id); state != ItemState::None)
            line.state = itemStateName(state);
        line.position = {positions.row(row)[0], positions.row(row)[1]};
        rows.push_back(std::move(line));
    }
    ExportOptions options;
    options.columns = {ExportColumn::Key, ExportColumn::Title, ExportColumn::Year, ExportColumn::Genres,
                       ExportColumn::State, ExportColumn::X, ExportColumn::Y};
    TW_TRY(exportToFile(arguments.out, rows, options));
    Answer answer;
    answer.json.set("out", arguments.out.string());
    answer.json.set("items", rows.size());
    answer.text = fmt::format("{} positions written to {}\n", rows.size(), arguments.out.string());
    return answer;
}

Result<std::vector<ExportRow>> explorationRows(const Arguments& arguments, const Session& session,
                                               const TaskContext& context)
{
    const TasteProfile profile = session.profile(arguments.memory.value_or(0));
    std::vector<NoiseKind> kinds{NoiseKind::Gaussian, NoiseKind::Buckets};
    std::vector<ExportRow> rows;
    if (arguments.noiseKind) {
        kinds = {*arguments.noiseKind};
    } else {
        TW_ASSIGN(const auto plain, session.recommend(profile, arguments.count, context));
        rows = rankedRows(session, plain, "profile");
    }
    for (const NoiseKind kind : kinds) {
        Arguments one = arguments;
        one.noiseKind = kind;
        TW_ASSIGN(const auto list,
                  session.explore(profile, noiseOptions(one, session.settings), arguments.count, context));
        for (ExportRow& row : rankedRows(session, list.items, std::string(noiseKindName(kind))))
            rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::vector<ExportRow>> rowsFor(const Arguments& arguments, const Session& session, const TaskContext& context)
{
    if (arguments.what == ExportWhat::Likes)
        return likeRows(session);
    if (arguments.what == ExportWhat::Search) {
        TW_ASSIGN(const auto results, session.search(arguments.text, arguments.count, arguments.by, context));
        return searchRows(session, results);
    }
    if (!session.hasSpace())
        return fail(ErrorCode::NotFound, "space", "run embed first");
    if (arguments.what == ExportWhat::Exploration)
        return explorationRows(arguments, session, context);
    TW_ASSIGN(const auto items,
              session.recommend(session.profile(arguments.memory.value_or(0)), arguments.count, context));
    return rankedRows(session, items, "recommendations");
}

std::string heading(const Arguments& arguments)
{
    switch (arguments.what) {
    case ExportWhat::Likes: return "Liked";
    case ExportWhat::Recommendations: return "Recommendations";
    case ExportWhat::Exploration: return "Exploration";
    case ExportWhat::Search: return "Search: " + arguments.text;
    }
    return {};
}

} // namespace

Result<Answer> runExportCommand(const Arguments& arguments, const TaskContext& context)
{
    if (arguments.command == Command::Map)
        return writeMap(arguments, context);
    TW_ASSIGN(const auto opened, openLibrary(arguments, true, context));
    TW_ASSIGN(const auto rows, rowsFor(arguments, opened.session, context));
    ExportOptions options;
    options.format = arguments.format;
    options.heading = heading(arguments);
    TW_TRY(exportToFile(arguments.out, rows, options));
    Answer answer;
    answer.json.set("out", arguments.out.string());
    answer.json.set("format", exportFormatName(arguments.format));
    answer.json.set("items", rows.size());
    answer.text = fmt::format("{} items written to {}\n", rows.size(), arguments.out.string());
    return answer;
}

} // namespace tw::cli
