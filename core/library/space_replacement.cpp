// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/space_replacement.h"

#include "core/base/files.h"
#include "core/library/import_staging.h"
#include "core/library/library_store.h"
#include "core/search/text_index_file.h"

#include <cstdio>

#include <fcntl.h>

namespace tw {

namespace {

// Hidden names are ours: listSpaces passes over them.
constexpr std::string_view kFresh = "new";   ///< Unfinished, or what an exchange has taken away.
constexpr std::string_view kAside = "old";   ///< Taken away for a moment, where the file system can't exchange.
constexpr std::string_view kRemoved = "gone";

std::filesystem::path hidden(const std::filesystem::path& spaces, const std::string& id, std::string_view what)
{
    return spaces / fmt::format(".{}.{}", id, what);
}

/// The id in the hidden name of that kind; empty when it is none.
std::string idIn(const std::string& name, std::string_view what)
{
    const std::string end = fmt::format(".{}", what);
    const bool isOne = name.size() > end.size() + 1 && name.starts_with('.') && name.ends_with(end);
    return isOne ? name.substr(1, name.size() - end.size() - 1) : std::string();
}

tl::unexpected<Error> unwritable(const std::filesystem::path& path, const std::error_code& error)
{
    return fail(ErrorCode::FileUnwritable, path.string(), error.message());
}

Status removeFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::remove_all(folder, error);
    return error ? Status(unwritable(folder, error)) : Status();
}

Status renameFolder(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code error;
    std::filesystem::rename(from, to, error);
    return error ? Status(unwritable(to, error)) : Status();
}

bool isFolder(const std::filesystem::path& path)
{
    std::error_code error;
    return std::filesystem::is_directory(path, error);
}

bool exchange(const std::filesystem::path& a, const std::filesystem::path& b)
{
    return ::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0;
}

/// Links every file but those that will be written anew.
Status linkFiles(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code error;
    std::filesystem::create_directory(to, error);
    if (error)
        return unwritable(to, error);
    for (std::filesystem::directory_iterator entry(from, error), end; !error && entry != end; entry.increment(error)) {
        const std::filesystem::path name = entry->path().filename();
        if (!entry->is_regular_file() || name.native().starts_with('.') || name == indexFile({}) ||
            name == recordFile({}))
            continue;
        std::filesystem::create_hard_link(entry->path(), to / name, error);
        if (error == std::errc::operation_not_permitted || error == std::errc::operation_not_supported ||
            error == std::errc::function_not_supported || error == std::errc::too_many_links)
            return fail(ErrorCode::Unsupported, to.string(), error.message());
        if (error)
            return unwritable(to / name, error);
    }
    return error ? Status(unwritable(from, error)) : Status();
}

/// What was put aside as damaged (bad_files.h) stays beside the new files.
void keepBadFiles(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code error;
    for (std::filesystem::directory_iterator entry(from, error), end; !error && entry != end; entry.increment(error)) {
        const std::filesystem::path name = entry->path().filename();
        std::error_code ignored;
        if (name.string().find(".bad-") != std::string::npos)
            std::filesystem::create_hard_link(entry->path(), to / name, ignored);
    }
}

/// Then a process was killed between taking the space away and telling the database.
bool isStillInUse(const std::filesystem::path& libraryFolder, const std::string& id)
{
    auto store = LibraryStore::open(libraryFolder, Database::Mode::ReadOnly);
    const auto settings = store ? store->loadSettings() : Result<LibrarySettings>(LibrarySettings());
    return settings && settings->activeSpace == id;
}

/// What to do with one entry of the folder of spaces.
void tidyEntry(const std::filesystem::path& libraryFolder, const std::filesystem::path& entry)
{
    const std::string name = entry.filename().string();
    const std::string aside = idIn(name, kAside);
    const std::string removed = idIn(name, kRemoved);
    const std::filesystem::path place = entry.parent_path() / (aside.empty() ? removed : aside);
    const bool isMissing = !(aside.empty() && removed.empty()) && !isFolder(place);
    if (isMissing && (!aside.empty() || isStillInUse(libraryFolder, removed)))
        static_cast<void>(renameFolder(entry, place));
    else if (!aside.empty() || !removed.empty() || !idIn(name, kFresh).empty())
        static_cast<void>(removeFolder(entry));
    else
        removeTemporaryFiles(entry);
}

} // namespace

SpaceReplacement::SpaceReplacement(std::filesystem::path libraryFolder, std::string id)
    : m_spaces(std::move(libraryFolder) / "spaces"), m_id(std::move(id))
{
}

SpaceReplacement::SpaceReplacement(SpaceReplacement&& other) noexcept
    : m_spaces(std::exchange(other.m_spaces, {})), m_id(std::move(other.m_id)), m_removes(other.m_removes),
      m_made(other.m_made), m_exchanged(other.m_exchanged), m_hadOld(other.m_hadOld)
{
}

SpaceReplacement::~SpaceReplacement()
{
    if (m_spaces.empty())
        return;
    // What stays behind in spite of this, the next one who takes the lock clears away.
    for (const std::string_view what : {kFresh, kRemoved})
        static_cast<void>(removeFolder(hidden(m_spaces, m_id, what)));
    if (isFolder(m_spaces / m_id))
        static_cast<void>(removeFolder(hidden(m_spaces, m_id, kAside)));
}

Result<SpaceReplacement> SpaceReplacement::bySpace(const std::filesystem::path& libraryFolder, const LoadedSpace& space,
                                                   const SpaceRecord& record)
{
    std::error_code error;
    const bool made = std::filesystem::create_directories(libraryFolder / "spaces", error);
    if (error)
        return unwritable(libraryFolder / "spaces", error);
    if (made)
        TW_TRY(syncFolder(libraryFolder));
    SpaceReplacement replacement(libraryFolder, space.space->id());
    const std::filesystem::path fresh = hidden(replacement.m_spaces, replacement.m_id, kFresh);
    TW_TRY(removeFolder(fresh));
    TW_TRY(space.space->save(fresh));
    TW_TRY(space.index->save(indexFile(fresh)));
    TW_TRY(space.projection->save(projectionFile(fresh), space.space->fingerprint()));
    TW_TRY(writeSpaceRecord(fresh, record));
    keepBadFiles(replacement.m_spaces / replacement.m_id, fresh);
    return replacement;
}

Result<SpaceReplacement> SpaceReplacement::byIndex(const std::filesystem::path& libraryFolder, const VectorIndex& index,
                                                   const SpaceRecord& record)
{
    SpaceReplacement replacement(libraryFolder, record.info.id);
    const std::filesystem::path fresh = hidden(replacement.m_spaces, replacement.m_id, kFresh);
    TW_TRY(removeFolder(fresh));
    TW_TRY(linkFiles(spaceFolder(libraryFolder, record.info.id), fresh));
    TW_TRY(index.save(indexFile(fresh)));
    TW_TRY(writeSpaceRecord(fresh, record));
    return replacement;
}

Result<SpaceReplacement> SpaceReplacement::byNothing(const std::filesystem::path& libraryFolder, const std::string& id)
{
    if (!isFolder(spaceFolder(libraryFolder, id)))
        return fail(ErrorCode::NotFound, id);
    SpaceReplacement replacement(libraryFolder, id);
    replacement.m_removes = true;
    TW_TRY(removeFolder(hidden(replacement.m_spaces, id, kRemoved)));
    return replacement;
}

Status SpaceReplacement::swapIn()
{
    const std::filesystem::path place = m_spaces / m_id;
    if (m_removes)
        return renameFolder(place, hidden(m_spaces, m_id, kRemoved));
    const std::filesystem::path fresh = hidden(m_spaces, m_id, kFresh);
    const std::filesystem::path aside = hidden(m_spaces, m_id, kAside);
    m_hadOld = isFolder(place);
    if (!m_hadOld)
        return renameFolder(fresh, place);
    m_exchanged = exchange(fresh, place);
    if (m_exchanged)
        return {};
    // Then there is a moment without the space; removeLeftovers knows it.
    TW_TRY(removeFolder(aside));
    TW_TRY(renameFolder(place, aside));
    const Status moved = renameFolder(fresh, place);
    if (!moved)
        static_cast<void>(renameFolder(aside, place));
    return moved;
}

Status SpaceReplacement::make()
{
    TW_TRY(swapIn());
    m_made = true;
    const Status synced = syncFolder(m_spaces);
    if (!synced)
        takeBack();
    return synced;
}

void SpaceReplacement::takeBack()
{
    if (!std::exchange(m_made, false))
        return;
    const std::filesystem::path place = m_spaces / m_id;
    const std::filesystem::path fresh = hidden(m_spaces, m_id, kFresh);
    if (m_removes) {
        static_cast<void>(renameFolder(hidden(m_spaces, m_id, kRemoved), place));
    } else if (m_exchanged) {
        static_cast<void>(exchange(fresh, place));
    } else {
        static_cast<void>(renameFolder(place, fresh));
        if (m_hadOld)
            static_cast<void>(renameFolder(hidden(m_spaces, m_id, kAside), place));
    }
}

void removeLeftovers(const std::filesystem::path& libraryFolder)
{
    removeTemporaryFiles(libraryFolder);
    removeTextLeftovers(textIndexPath(libraryFolder));
    ImportStaging::sweep(libraryFolder);
    const std::filesystem::path createLock = libraryFolder / "create.lock";
    std::error_code error;
    // A rescue works there, under the library's lock, on copies of the history.
    std::filesystem::remove_all(libraryFolder / ".rescue", error);
    if (std::filesystem::exists(createLock, error) && FileLock::acquire(createLock, {}))
        std::filesystem::remove(createLock, error);
    const std::filesystem::path spaces = libraryFolder / "spaces";
    std::vector<std::filesystem::path> entries;
    for (std::filesystem::directory_iterator entry(spaces, error), end; !error && entry != end; entry.increment(error))
        entries.push_back(entry->path());
    for (const std::filesystem::path& entry : entries)
        tidyEntry(libraryFolder, entry);
}

bool hasLeftovers(const std::filesystem::path& libraryFolder)
{
    std::error_code error;
    for (const std::filesystem::path& folder : {libraryFolder, libraryFolder / "spaces"}) {
        std::filesystem::directory_iterator entry(folder, error);
        for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            if (name.starts_with('.') || name == "create.lock" || name.starts_with("import.sqlite")
                || name.starts_with("text.sqlite.new-"))
                return true;
        }
    }
    return false;
}

} // namespace tw
