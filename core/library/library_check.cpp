// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/history_backup.h"
#include "core/library/item_rows.h"
#include "core/library/library_store.h"
#include "core/library/rescue.h"
#include "core/library/space_folder.h"
#include "core/search/text_index_file.h"
#include "core/space/space_index.h"

namespace tw {

namespace {

constexpr const char* kDatabaseName = "library.sqlite";

CheckedFile checkedFile(std::string name, const Status& status)
{
    if (status)
        return {std::move(name), FileState::Whole, {}};
    const FileState state = status.error().code == ErrorCode::NotFound ? FileState::Missing : FileState::Damaged;
    return {std::move(name), state, status.error().detail};
}

template <class T>
Status statusOf(const Result<T>& result)
{
    return result ? Status() : Status(fail(result.error()));
}

Status checkTruth(const std::filesystem::path& folder, LibraryCheck& check)
{
    TW_ASSIGN(auto store, LibraryStore::open(folder, Database::Mode::ReadOnly));
    TW_TRY(store.database().fullCheck());
    TW_ASSIGN(const auto reading, ReadTransaction::begin(store.database()));
    TW_TRY(store.revisions());
    TW_TRY(ItemRows::forEach(store.database(), [&check](Item&&) -> Status {
        ++check.items;
        return {};
    }));
    TW_ASSIGN(const auto events, store.loadEvents());
    check.events = events.size();
    TW_TRY(store.loadSettings());
    return store.checkKeptProfiles();
}

Status checkCache(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail(ErrorCode::NotFound, path.string());
    TW_ASSIGN(auto database, Database::open(path, Database::Mode::ReadOnly, Database::Durability::Derived));
    return database.fullCheck();
}

void checkSpace(const std::filesystem::path& folder, LibraryCheck& check)
{
    const std::string name = "spaces/" + folder.filename().string() + "/";
    const auto space = Space::load(folder);
    check.files.push_back(checkedFile(name + "vectors.bin", statusOf(space)));
    check.files.push_back(checkedFile(name + "info.bin", statusOf(readSpaceRecord(folder))));
    if (!space)
        return;
    check.files.push_back(
        checkedFile(name + "index.bin", statusOf(loadIndex(indexFile(folder), indexedVectors(*space)))));
    check.files.push_back(
        checkedFile(name + "map.bin", statusOf(Projection::load(projectionFile(folder), (*space)->fingerprint()))));
}

} // namespace

bool LibraryCheck::libraryIsWhole() const
{
    return std::ranges::any_of(files, [](const CheckedFile& file) {
        return file.name == kDatabaseName && file.state == FileState::Whole;
    });
}

bool LibraryCheck::allWhole() const
{
    return libraryIsWhole()
        && std::ranges::none_of(files, [](const CheckedFile& file) { return file.state == FileState::Damaged; });
}

Result<LibraryCheck> checkLibrary(const std::filesystem::path& libraryFolder, const TaskContext& context)
{
    LibraryCheck check;
    const Status truth = checkTruth(libraryFolder, check);
    if (!truth && truth.error().code != ErrorCode::Damaged && truth.error().code != ErrorCode::Database)
        return fail(truth.error());
    check.files.push_back(checkedFile(kDatabaseName, truth));
    TW_TRY(context.check());
    check.files.push_back(checkedFile("text.sqlite", statusOf(openTextFile(textIndexPath(libraryFolder), std::nullopt))));
    check.files.push_back(checkedFile("embeddings.sqlite", checkCache(embeddingCachePath(libraryFolder))));
    for (const std::filesystem::path& backup : historyBackups(libraryFolder))
        check.files.push_back(checkedFile("backups/" + backup.filename().string(), statusOf(readHistoryBackup(backup))));
    std::error_code error;
    std::vector<std::filesystem::path> spaces;
    for (std::filesystem::directory_iterator entry(libraryFolder / "spaces", error), end; !error && entry != end;
         entry.increment(error))
        if (entry->is_directory() && !entry->path().filename().string().starts_with('.'))
            spaces.push_back(entry->path());
    std::ranges::sort(spaces);
    for (const std::filesystem::path& space : spaces) {
        TW_TRY(context.check());
        checkSpace(space, check);
    }
    for (std::filesystem::recursive_directory_iterator entry(libraryFolder, error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().filename().string().find(".bad-") != std::string::npos)
            check.putAside.push_back(entry->path().lexically_relative(libraryFolder).string());
    std::ranges::sort(check.putAside);
    return check;
}

} // namespace tw
