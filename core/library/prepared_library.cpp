// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/prepared_library.h"

#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/library/library.h"
#include "core/library/new_folder.h"
#include "core/library/resources.h"

namespace tw {
namespace {

constexpr const char* kManifest = "prepared.json";

Result<std::string> hashOf(const std::filesystem::path& file)
{
    TW_ASSIGN(const std::string content, readFile(file));
    return hash128Hex(content);
}

/// The files of a library but locks and the manifest, relative, in order.
std::vector<std::filesystem::path> libraryFiles(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
        const std::filesystem::path name = entry.path().filename();
        if (entry.is_regular_file() && name != kManifest && name.extension() != ".lock")
            files.push_back(entry.path().lexically_relative(folder));
    }
    std::ranges::sort(files);
    return files;
}

/// What prepared.json promises, once the bundled catalogue is the one it was made from.
Result<Json> readManifest(const std::filesystem::path& folder)
{
    TW_ASSIGN(const std::string text, readFile(folder / kManifest));
    TW_ASSIGN(Json manifest, Json::parse(text));
    TW_ASSIGN(const std::string catalogue, hashOf(bundledCatalogue()));
    if (manifest["catalogue"].asString() != catalogue)
        return fail(ErrorCode::NotFound, folder.string(), "made from another catalogue");
    return manifest;
}

Status copyVerified(const Json& manifest, const std::filesystem::path& from, const std::filesystem::path& to)
{
    for (const auto& [name, hash] : manifest["files"].asObject()) {
        const std::filesystem::path relative(name);
        if (relative.is_absolute() || name.find("..") != std::string::npos)
            return fail(ErrorCode::Damaged, name);
        TW_ASSIGN(const std::string content, readFile(from / relative));
        if (hash128Hex(content) != hash.asString())
            return fail(ErrorCode::Damaged, name, "checksum");
        std::error_code error;
        std::filesystem::create_directories((to / relative).parent_path(), error);
        TW_TRY(writeFileAtomically(to / relative, content));
    }
    return {};
}

/// What is copied must also be a library: checksums say only that it is what the manifest wants.
Result<ImportReport> copiedLibrary(const Json& manifest, const std::filesystem::path& from,
                                   const std::filesystem::path& to)
{
    TW_TRY(copyVerified(manifest, from, to));
    TW_ASSIGN(const auto library, Library::open(to));
    ImportReport report;
    report.read = report.added = library->catalog()->size();
    return report;
}

} // namespace

Status makePreparedLibrary(const std::filesystem::path& folder, const TaskContext& context)
{
    std::error_code error;
    std::filesystem::remove_all(folder, error);
    const std::array bundled = {bundledCatalogue()};
    TW_TRY(createLibrary(folder, catalogFiles(bundled), context));
    Json files{Json::Object{}};
    for (const std::filesystem::path& file : libraryFiles(folder)) {
        TW_ASSIGN(std::string hash, hashOf(folder / file));
        files.set(file.generic_string(), std::move(hash));
    }
    TW_ASSIGN(std::string catalogue, hashOf(bundledCatalogue()));
    Json manifest;
    manifest.set("catalogue", std::move(catalogue));
    manifest.set("files", std::move(files));
    return writeFileAtomically(folder / kManifest, manifest.dump(1) + "\n");
}

Result<ImportReport> createFromPrepared(const std::filesystem::path& libraryFolder)
{
    if (Library::exists(libraryFolder))
        return fail(ErrorCode::AlreadyExists, libraryFolder.string());
    std::error_code error;
    if (std::filesystem::exists(libraryFolder, error))
        return fail(ErrorCode::NotFound, libraryFolder.string(), "only a new folder can take the ready-made library");
    const std::filesystem::path prepared = preparedLibraryFolder();
    const auto manifest = readManifest(prepared);
    if (!manifest)
        return fail(ErrorCode::NotFound, prepared.string(), manifest.error().detail);

    const std::filesystem::path folder = std::filesystem::absolute(
        libraryFolder.has_filename() ? libraryFolder : libraryFolder.parent_path(), error);
    TW_ASSIGN(auto fresh, NewFolder::take(folder));
    const auto report = copiedLibrary(*manifest, prepared, fresh.path());
    if (!report) {
        const bool unfit = report.error().code != ErrorCode::FileUnwritable;
        return fail(unfit ? Error{ErrorCode::NotFound, prepared.string(), report.error().detail, {}} : report.error());
    }
    TW_TRY(fresh.publish());
    return report;
}

} // namespace tw
