// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/library_output.h"
#include "core/base/text.h"
#include "core/embedding/key_store.h"
#include "core/library/library_jobs.h"
#include "core/library/prepared_library.h"

#include <charconv>

namespace tw::cli {
namespace {

Result<Answer> info(const Arguments& arguments)
{
    TW_ASSIGN(const auto library, Library::open(arguments.library));
    const LibraryFacts facts{library->catalog()->size(), library->history()->count(ItemState::Liked),
                             library->settings().activeSpace};
    return libraryAnswer(arguments.library, facts, facts.items, 0);
}

Result<Answer> embed(const Arguments& arguments, const TaskContext& context)
{
    EmbedRequest request = arguments.embed;
    if (!arguments.keyFile.empty()) {
        TW_ASSIGN(request.key, keyFromFile(arguments.keyFile));
    }
    TW_ASSIGN(const auto report, embedCatalogue(arguments.library, request, makeCurlTransport(), context));
    printMadeAnew(report.madeAnew, arguments.json);
    Answer answer;
    answer.json.set("space", spacesJson({report.space}).asArray().front());
    answer.json.set("embedded", report.embedded);
    answer.json.set("from_cache", report.fromCache);
    answer.json.set("without_text", report.withoutText.size());
    answer.json.set("refused", report.refused.size());
    answer.text = fmt::format("{} items embedded into {}, {} of them from the cache, {} without text\n",
                              report.embedded, report.space.id, report.fromCache, report.withoutText.size());
    if (!report.refused.empty())
        answer.text += fmt::format("{} items refused by the server, the first of them because: {}\n",
                                   report.refused.size(), report.refused.front().second.detail);
    return answer;
}

Result<Answer> space(const Arguments& arguments)
{
    TW_ASSIGN(auto library, Library::open(arguments.library));
    auto spaces = listSpaces(arguments.library);
    if (arguments.command != Command::SpaceList) {
        const auto found = std::find_if(spaces.begin(), spaces.end(),
                                        [&](const SpaceInfo& info) { return info.id == arguments.spaceId; });
        if (found == spaces.end())
            return fail(ErrorCode::NotFound, "space " + arguments.spaceId);
        if (arguments.command == Command::SpaceUse) {
            LibrarySettings settings = library->settings();
            settings.activeSpace = arguments.spaceId;
            TW_TRY(library->store(settings));
        } else {
            TW_TRY(removeSpace(arguments.library, arguments.spaceId));
            spaces.erase(found);
            TW_TRY(library->refresh());
        }
    }
    Answer answer;
    answer.json.set("active", library->settings().activeSpace);
    answer.json.set("spaces", spacesJson(spaces));
    answer.text = spacesText(spaces, library->settings().activeSpace);
    return answer;
}

Result<double> number(const std::string& name, const std::string& value, double low, double high)
{
    double parsed = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    if (error != std::errc() || end != value.data() + value.size() || parsed < low || parsed > high)
        return fail(ErrorCode::InvalidArgument, name, fmt::format("It goes from {} to {}.", low, high));
    return parsed;
}

Result<bool> onOrOff(const std::string& name, const std::string& value)
{
    if (value == "on" || value == "off")
        return value == "on";
    return fail(ErrorCode::InvalidArgument, name, "It is on or off.");
}

Status assign(LibrarySettings& settings, std::optional<bool>& keepHistory, const std::string& assignment)
{
    const std::size_t equals = assignment.find('=');
    const std::string name = assignment.substr(0, equals);
    const std::string value = equals == std::string::npos ? std::string() : assignment.substr(equals + 1);
    if (name == "memory") {
        TW_ASSIGN(const double n, number(name, value, kMinMemory, kMaxMemory));
        settings.memory = static_cast<int>(n);
    } else if (name == "gaussian-noise") {
        TW_ASSIGN(settings.gaussianPercent, number(name, value, 0, 100));
    } else if (name == "buckets-noise") {
        TW_ASSIGN(settings.bucketsPercent, number(name, value, 0, 100));
    } else if (name == "seed") {
        TW_ASSIGN(const double seed, number(name, value, 0, 1e15));
        settings.seed = static_cast<std::uint64_t>(seed);
    } else if (name == "show-seen") {
        TW_ASSIGN(settings.showSeen, onOrOff(name, value));
    } else if (name == "keep-history") {
        TW_ASSIGN(keepHistory, onOrOff(name, value));
    } else {
        return fail(ErrorCode::InvalidArgument, name, "There is no such setting.");
    }
    return {};
}

Result<Answer> changeSettings(const Arguments& arguments, const TaskContext& context)
{
    TW_ASSIGN(auto opened, openLibrary(arguments, !arguments.assignments.empty(), context));
    Library& library = *opened.library;
    LibrarySettings settings = library.settings();
    std::optional<bool> keepHistory;
    for (const std::string& assignment : arguments.assignments)
        TW_TRY(assign(settings, keepHistory, assignment));
    if (!arguments.assignments.empty())
        TW_TRY(library.store(settings));
    if (keepHistory && *keepHistory != settings.keepHistory)
        TW_TRY(setKeepHistory(library, opened.session, *keepHistory));

    const LibrarySettings& now = library.settings();
    Answer answer;
    answer.json.set("memory", now.memory);
    answer.json.set("gaussian-noise", now.gaussianPercent);
    answer.json.set("buckets-noise", now.bucketsPercent);
    answer.json.set("seed", static_cast<std::int64_t>(now.seed));
    answer.json.set("show-seen", now.showSeen);
    answer.json.set("keep-history", now.keepHistory);
    for (const auto& [name, value] : answer.json.asObject())
        answer.text += fmt::format("{}={}\n", name, value.isBool() ? (value.asBool() ? "on" : "off") : value.dump());
    return answer;
}

} // namespace

Result<Answer> runLibraryCommand(const Arguments& arguments, const TaskContext& context)
{
    switch (arguments.command) {
    case Command::Embed: return embed(arguments, context);
    case Command::SpaceList:
    case Command::SpaceUse:
    case Command::SpaceRemove: return space(arguments);
    case Command::Prepare: {
        TW_TRY(makePreparedLibrary(arguments.library, context));
        return info(arguments);
    }
    case Command::Settings: return changeSettings(arguments, context);
    default: return info(arguments);
    }
}

} // namespace tw::cli
