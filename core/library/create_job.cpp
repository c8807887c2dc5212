// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/library/library.h"
#include "core/library/library_jobs.h"
#include "core/library/library_store.h"
#include "core/library/new_folder.h"
#include "core/library/prepared_library.h"
#include "core/library/resources.h"

namespace tw {

namespace {

constexpr const char* kLockName = "create.lock";
/// Where a library is made when its folder is there already.
constexpr const char* kInsideName = ".tastewalk.new";
/// What is about to be moved from there into the folder, a name a line.
constexpr const char* kMovingName = "moving.txt";

tl::unexpected<Error> unwritable(const std::filesystem::path& path, const std::error_code& error)
{
    return fail(ErrorCode::FileUnwritable, path.string(), error.message());
}

/// Makes a library with its first space in an empty place.
Result<ImportReport> fillLibrary(const std::filesystem::path& folder, std::span<const CatalogFile> files,
                                 const TaskContext& context, bool embed)
{
    {
        TW_ASSIGN(const auto library, Library::create(folder));
    }
    const std::array<CatalogFile, 1> bundled = {bundledCatalogue()};
    TW_ASSIGN(auto report, importFiles(folder, files.empty() ? std::span(bundled) : files, context));
    if (embed)
        TW_TRY(embedCatalogue(folder, {}, nullptr, context));
    return report;
}

/// Everything but the lock that keeps others out.
std::vector<std::string> namesIn(const std::filesystem::path& folder)
{
    std::vector<std::string> names;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (entry.path().extension() != ".lock")
            names.push_back(entry.path().filename().string());
    return names;
}

void clear(const std::filesystem::path& folder)
{
    std::error_code ignored;
    for (const std::string& name : namesIn(folder))
        std::filesystem::remove_all(folder / name, ignored);
}

/// The report's file lies in the library, which was made elsewhere.
void moveReportFile(ImportReport& report, const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (!report.reportFile.empty())
        report.reportFile = to / report.reportFile.lexically_relative(from);
}

/// Makes the library in a hidden folder beside its place and renames it, so that it appears whole.
Result<ImportReport> createBeside(const std::filesystem::path& folder, std::span<const CatalogFile> files,
                                  const TaskContext& context, bool embed)
{
    TW_ASSIGN(auto fresh, NewFolder::take(folder));
    TW_ASSIGN(auto report, fillLibrary(fresh.path(), files, context, embed));
    TW_TRY(fresh.publish());
    moveReportFile(report, fresh.path(), folder);
    return report;
}

/// Takes back a move that was broken off: what is no longer in `fresh` had arrived.
void takeBackMove(const std::filesystem::path& fresh, const std::filesystem::path& folder)
{
    const auto moving = readFile(fresh / kMovingName);
    if (!moving)
        return;
    std::error_code ignored;
    for (const std::string& name : splitAndTrim(*moving, '\n'))
        if (std::filesystem::path(name).filename() == name && !std::filesystem::exists(fresh / name, ignored))
            std::filesystem::remove_all(folder / name, ignored);
}

/// Moves a finished library out of `fresh`, the truth last: until it arrives there is no library.
Status moveInto(const std::filesystem::path& folder, const std::filesystem::path& fresh)
{
    const std::string truth = databasePath(folder).filename().string();
    std::error_code error;
    std::string list;
    std::vector<std::string> names = namesIn(fresh);
    std::ranges::partition(names, [&truth](const std::string& name) { return name != truth; });
    for (const std::string& name : names) {
        if (name != truth && std::filesystem::exists(folder / name, error))
            return fail(ErrorCode::AlreadyExists, (folder / name).string());
        list += name + "\n";
    }
    // A library that was never finished; its log must not be replayed into the new one.
    for (const char* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(databasePath(folder).string() + suffix, error);
    TW_TRY(writeFileAtomically(fresh / kMovingName, list));
    for (const std::string& name : names) {
        std::filesystem::rename(fresh / name, folder / name, error);
        if (error)
            return unwritable(folder / name, error);
    }
    return syncFolder(folder);
}

/// Makes the library in a hidden folder inside its own and moves its parts out when they are whole. What else lies in
/// the folder stays.
Result<ImportReport> createInside(const std::filesystem::path& folder, std::span<const CatalogFile> files,
                                  const TaskContext& context, bool embed)
{
    const std::filesystem::path fresh = folder / kInsideName;
    std::error_code error;
    std::filesystem::create_directories(fresh, error);
    if (error)
        return unwritable(fresh, error);
    TW_ASSIGN(const auto lock, FileLock::acquire(fresh / kLockName, "creating a library"));
    // Whoever held the lock before may have finished it.
    if (Library::exists(folder)) {
        std::filesystem::remove_all(fresh, error);
        return fail(ErrorCode::AlreadyExists, folder.string());
    }
    takeBackMove(fresh, folder);
    clear(fresh);
    auto report = fillLibrary(fresh, files, context, embed);
    if (report) {
        if (const Status moved = moveInto(folder, fresh); moved) {
            moveReportFile(*report, fresh, folder);
        } else {
            takeBackMove(fresh, folder);
            report = fail(moved.error());
        }
    }
    std::filesystem::remove_all(fresh, error);
    return report;
}

} // namespace

Result<ImportReport> createLibrary(const std::filesystem::path& libraryFolder,
                                   std::span<const CatalogFile> files, const TaskContext& context, bool embed)
{
    if (Library::exists(libraryFolder))
        return fail(ErrorCode::AlreadyExists, libraryFolder.string());
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::absolute(
        libraryFolder.has_filename() ? libraryFolder : libraryFolder.parent_path(), error);
    if (files.empty() && embed) {
        auto copied = createFromPrepared(folder);
        if (copied || copied.error().code != ErrorCode::NotFound)
            return copied;
    }
    return std::filesystem::exists(folder, error) ? createInside(folder, files, context, embed)
                                                  : createBeside(folder, files, context, embed);
}

} // namespace tw
