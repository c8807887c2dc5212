// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/library/rescue.h"

namespace tw::cli {
namespace {

std::string_view stateName(FileState state)
{
    switch (state) {
    case FileState::Whole: return "whole";
    case FileState::Damaged: return "damaged";
    case FileState::Missing: return "missing";
    }
    return "";
}

Result<Answer> check(const Arguments& arguments, const TaskContext& context)
{
    TW_ASSIGN(const LibraryCheck found, checkLibrary(arguments.library, context));
    Answer answer;
    Json::Array files;
    for (const CheckedFile& file : found.files) {
        Json entry;
        entry.set("file", file.name);
        entry.set("state", stateName(file.state));
        if (!file.detail.empty())
            entry.set("detail", file.detail);
        files.push_back(std::move(entry));
        // What is missing is derived, and made when it is needed.
        answer.text += fmt::format("{:<8} {}{}\n", stateName(file.state), file.name,
                                   file.state == FileState::Damaged ? ": " + file.detail : std::string());
    }
    answer.text += fmt::format("{} items, {} acts\n", found.items, found.events);
    Json::Array aside;
    for (const std::string& name : found.putAside) {
        aside.emplace_back(name);
        answer.text += fmt::format("put aside earlier: {}\n", name);
    }
    answer.json.set("files", std::move(files));
    answer.json.set("items", found.items);
    answer.json.set("events", found.events);
    answer.json.set("put_aside", std::move(aside));
    answer.json.set("whole", found.allWhole());
    if (!found.libraryIsWhole())
        answer.failure = Error{ErrorCode::Damaged, "library.sqlite", found.files.front().detail, {}};
    else if (!found.allWhole())
        answer.failure = Error{ErrorCode::Damaged, "A derived file", "It is named above.", {}};
    return answer;
}

Result<Answer> rescue(const Arguments& arguments, const TaskContext& context)
{
    TW_ASSIGN(const RescueReport report, rescueLibrary(arguments.library, context));
    Answer answer;
    answer.json.set("items", report.items);
    answer.json.set("items_lost", report.itemsLost);
    answer.json.set("events", report.events);
    answer.json.set("events_from_backup", report.eventsFromBackup);
    answer.json.set("events_lost", report.eventsLost);
    answer.json.set("settings", report.settings);
    answer.json.set("kept_profiles", report.keptProfiles);
    answer.json.set("kept", report.kept.string());
    answer.text = fmt::format("{} items saved, {} lost\n{} acts saved, {} of them from a copy of the history, {} lost\n"
                              "The damaged file is {}\n",
                              report.items, report.itemsLost, report.events, report.eventsFromBackup,
                              report.eventsLost, report.kept.string());
    if (report.itemsLost > 0)
        answer.text += "Import the catalogue's file again: it fills in what was lost.\n";
    return answer;
}

} // namespace

Result<Answer> runCheckCommand(const Arguments& arguments, const TaskContext& context)
{
    return arguments.command == Command::Rescue ? rescue(arguments, context) : check(arguments, context);
}

} // namespace tw::cli
