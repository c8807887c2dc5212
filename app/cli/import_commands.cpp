// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/import_output.h"
#include "app/cli/library_output.h"
#include "core/library/import_report.h"
#include "core/library/resources.h"

namespace tw::cli {
namespace {

/// What was done, and the library as it is now. The catalogue is not loaded: it may be huge.
Result<Answer> doneAnswer(const Arguments& arguments, const ImportReport& report)
{
    TW_ASSIGN(const LibraryFacts facts, libraryFacts(arguments.library));
    Answer answer = libraryAnswer(arguments.library, facts, report.added + report.updated + report.unchanged,
                                  report.counts.skippedCount());
    addReport(answer, report);
    if (!arguments.report.empty())
        TW_TRY(saveImportReport(report, arguments.report));
    return answer;
}

/// Looks at the files and says what an import would do; touches nothing but the report that was asked for.
Result<Answer> dryRun(const Arguments& arguments, const TaskContext& context)
{
    std::vector<std::filesystem::path> files = arguments.files;
    if (files.empty())
        files.push_back(bundledCatalogue());
    Answer answer;
    answer.json.set("dry_run", true);
    Json previews{Json::Array{}};
    for (const std::filesystem::path& file : files) {
        // What no file has is told of by the import that is tried below.
        TW_ASSIGN(const FilePreview preview, previewCatalogFile(file, arguments.reading, context));
        previews.push(previewJson(preview));
        answer.text += previewText(preview);
    }
    answer.json.set("files", std::move(previews));
    const auto report = tryImport(arguments.library, catalogFiles(files, arguments.reading), context, arguments.report);
    if (!report) {
        if (report.error().code == ErrorCode::Cancelled)
            return fail(report.error());
        answer.failure = report.error();
        return answer;
    }
    answer.json.set("imported", report->added + report->updated + report->unchanged);
    answer.json.set("skipped", report->counts.skippedCount());
    Answer counts;
    addReport(counts, *report);
    for (const auto& [name, value] : counts.json.asObject())
        answer.json.set(name, value);
    answer.text += counts.text + "Nothing was changed: this was a dry run.\n";
    return answer;
}

Result<Answer> importCatalogue(const Arguments& arguments, const TaskContext& context)
{
    TW_ASSIGN(const auto report, importFiles(arguments.library, catalogFiles(arguments.files, arguments.reading), context));
    if (arguments.embedAfterImport && report.added + report.updated > 0) {
        TW_ASSIGN(const LibraryFacts facts, libraryFacts(arguments.library));
        EmbedRequest request;
        request.use = facts.activeSpace.empty();
        TW_TRY(embedCatalogue(arguments.library, request, makeCurlTransport(), context));
    }
    return doneAnswer(arguments, report);
}

} // namespace

Result<Answer> runImportCommand(const Arguments& arguments, const TaskContext& context)
{
    if (arguments.dryRun)
        return dryRun(arguments, context);
    if (arguments.command == Command::Import)
        return importCatalogue(arguments, context);
    TW_ASSIGN(const auto report, createLibrary(arguments.library, catalogFiles(arguments.files, arguments.reading),
                                               context, arguments.embedAfterImport));
    return doneAnswer(arguments, report);
}

} // namespace tw::cli
