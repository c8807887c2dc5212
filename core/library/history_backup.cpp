// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/history_backup.h"

#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/library/library_store.h"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>

namespace tw {

namespace {

constexpr std::size_t kKept = 3;
constexpr std::int64_t kFormatVersion = 1;
constexpr std::string_view kFormat = "tastewalk-history";
constexpr std::string_view kNameBegin = "history-";
constexpr std::string_view kNameEnd = ".json";
constexpr std::size_t kDateLength = 10;

std::filesystem::path folderOf(const std::filesystem::path& libraryFolder)
{
    return libraryFolder / "backups";
}

std::string dateText(TimePoint time)
{
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

struct BackupName {
    std::string date;
    std::int64_t lastEvent = 0;
    auto operator<=>(const BackupName&) const = default;
};

std::optional<BackupName> nameOf(const std::filesystem::path& file)
{
    const std::string name = file.filename().string();
    if (!name.starts_with(kNameBegin) || !name.ends_with(kNameEnd))
        return std::nullopt;
    const std::string_view middle =
        std::string_view(name).substr(kNameBegin.size(), name.size() - kNameBegin.size() - kNameEnd.size());
    if (middle.size() < kDateLength + 2 || middle[kDateLength] != '-')
        return std::nullopt;
    BackupName parts{std::string(middle.substr(0, kDateLength)), 0};
    const char* end = middle.data() + middle.size();
    const auto read = std::from_chars(middle.data() + kDateLength + 1, end, parts.lastEvent);
    return read.ec == std::errc() && read.ptr == end ? std::optional(parts) : std::nullopt;
}

std::vector<std::filesystem::path> backupsIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (nameOf(entry->path()))
            files.push_back(entry->path());
    std::ranges::sort(files, std::ranges::greater(), [](const auto& file) { return nameOf(file); });
    return files;
}

/// What identifies items, read one by one.
class ItemNames {
public:
    static Result<ItemNames> prepare(Database& database)
    {
        TW_ASSIGN(auto select, database.prepare("SELECT key, title, year, imdb_id, tmdb_id FROM items WHERE id = ?"));
        return ItemNames(std::move(select));
    }
    Status fill(BackedUpAct& act)
    {
        m_select.reset();
        TW_TRY(m_select.bind(1, act.event.item.value()));
        TW_ASSIGN(const bool found, m_select.step());
        if (!found)
            return fail(ErrorCode::Damaged, "items", fmt::format("no item {}", act.event.item.value()));
        act.key = m_select.text(0);
        act.title = m_select.text(1);
        if (!m_select.isNull(2))
            act.year = static_cast<int>(m_select.integer(2));
        act.imdbId = m_select.text(3);
        act.tmdbId = m_select.text(4);
        return {};
    }

private:
    explicit ItemNames(Statement select) : m_select(std::move(select)) {}
    Statement m_select;
};

Json toJson(const BackedUpAct& act)
{
    const TasteEvent& event = act.event;
    Json json;
    json.set("id", event.id);
    json.set("time", std::int64_t{event.time.time_since_epoch().count()});
    json.set("act", actName(event.act));
    if (event.target != 0)
        json.set("target", event.target);
    if (event.item.isValid()) {
        json.set("item", event.item.value());
        json.set("key", act.key);
        json.set("title", act.title);
        json.set("year", act.year ? Json(*act.year) : Json());
        json.set("imdb_id", act.imdbId);
        json.set("tmdb_id", act.tmdbId);
    }
    json.set("source", sourceName(event.source));
    json.set("source_detail", event.sourceDetail);
    return json;
}

std::optional<BackedUpAct> actFrom(const Json& json)
{
    const auto kind = actFromName(json["act"].asString());
    if (!kind || json["id"].asInteger() <= 0)
        return std::nullopt;
    BackedUpAct act;
    act.event.id = json["id"].asInteger();
    act.event.time = TimePoint(std::chrono::milliseconds(json["time"].asInteger()));
    act.event.act = *kind;
    act.event.target = json["target"].asInteger();
    if (json.contains("item"))
        act.event.item = ItemId(static_cast<std::uint32_t>(json["item"].asInteger()));
    act.event.source = sourceFromName(json["source"].asString()).value_or(Source::Unknown);
    act.event.sourceDetail = json["source_detail"].asString();
    act.key = json["key"].asString();
    act.title = json["title"].asString();
    if (json["year"].isInteger())
        act.year = static_cast<int>(json["year"].asInteger());
    act.imdbId = json["imdb_id"].asString();
    act.tmdbId = json["tmdb_id"].asString();
    return act;
}

Result<std::string> backupText(Database& database, std::span<const TasteEvent> events)
{
    TW_ASSIGN(auto names, ItemNames::prepare(database));
    Json acts{Json::Array{}};
    for (const TasteEvent& event : events) {
        BackedUpAct act{.event = event};
        if (event.item.isValid())
            TW_TRY(names.fill(act));
        acts.push(toJson(act));
    }
    Json json;
    json.set("format", kFormat);
    json.set("version", kFormatVersion);
    json.set("checksum", hash128Hex(acts.dump()));
    json.set("acts", std::move(acts));
    return json.dump(1) + "\n";
}

constexpr std::size_t kZeroBlock = std::size_t{1} << 20U;

/// Only then is it removed: on most file systems nothing of it is left in the place it lay.
Status overwriteAndRemove(const std::filesystem::path& file)
{
    const auto failed = [&file](const char* step) {
        return fail(ErrorCode::FileUnwritable, file.string(), fmt::format("{}: {}", step, std::strerror(errno)));
    };
    const Descriptor opened(::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!opened.isOpen())
        return failed("open");
    std::error_code error;
    const std::uintmax_t found = std::filesystem::file_size(file, error);
    const std::uintmax_t size = error ? 0 : found;
    const std::string zeros(static_cast<std::size_t>(std::min<std::uintmax_t>(size, kZeroBlock)), '\0');
    for (std::uintmax_t done = 0; done < size;) {
        const auto block = static_cast<std::size_t>(std::min<std::uintmax_t>(zeros.size(), size - done));
        const ssize_t written = ::write(opened.value(), zeros.data(), block);
        if (written < 0 && errno != EINTR)
            return failed("write");
        done += static_cast<std::uintmax_t>(std::max<ssize_t>(written, 0));
    }
    if (::fsync(opened.value()) != 0)
        return failed("fsync");
    if (::unlink(file.c_str()) != 0)
        return failed("remove");
    return {};
}

} // namespace

std::vector<std::filesystem::path> historyBackups(const std::filesystem::path& libraryFolder)
{
    return backupsIn(folderOf(libraryFolder));
}

Result<std::vector<BackedUpAct>> readHistoryBackup(const std::filesystem::path& file)
{
    TW_ASSIGN(const std::string text, readFile(file));
    const auto json = Json::parse(text);
    const auto damaged = [&file](const char* why) { return fail(ErrorCode::Damaged, file.string(), why); };
    if (!json || (*json)["format"].asString() != kFormat)
        return damaged("is no backup of a history");
    if ((*json)["version"].asInteger() > kFormatVersion)
        return fail(ErrorCode::VersionTooNew, file.string());
    if (hash128Hex((*json)["acts"].dump()) != (*json)["checksum"].asString())
        return damaged("checksum");
    std::vector<BackedUpAct> acts;
    for (const Json& each : (*json)["acts"].asArray()) {
        auto act = actFrom(each);
        if (!act)
            return damaged("an act can't be read");
        acts.push_back(std::move(*act));
    }
    return acts;
}

Status removePutAsideDatabases(const std::filesystem::path& libraryFolder)
{
    const std::filesystem::path database = databasePath(libraryFolder);
    const std::filesystem::path log = database.string() + "-wal";
    const std::string begin = database.filename().string() + ".bad-";
    const std::string logBegin = log.filename().string() + ".bad-";
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(libraryFolder, error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with(begin) || name.starts_with(logBegin))
            files.push_back(entry->path());
    }
    for (const std::filesystem::path& file : files) {
        std::error_code ignored;
        // A rescue that was killed leaves a second name of a file that is still in use.
        const bool inUse = std::filesystem::equivalent(file, database, ignored)
                           || std::filesystem::equivalent(file, log, ignored);
        if (!inUse)
            TW_TRY(overwriteAndRemove(file));
        else if (!std::filesystem::remove(file, error))
            return fail(ErrorCode::FileUnwritable, file.string(), error.message());
    }
    return files.empty() ? Status() : syncFolder(libraryFolder);
}

Result<HistoryBackups> HistoryBackups::hold(const std::filesystem::path& libraryFolder)
{
    constexpr auto kPause = std::chrono::milliseconds(20);
    constexpr int kTries = 100;
    const std::filesystem::path folder = folderOf(libraryFolder);
    std::error_code error;
    std::filesystem::create_directory(folder, error);
    Descriptor lock(error ? -1 : ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!lock.isOpen())
        return fail(ErrorCode::FileUnwritable, folder.string(), error ? error.message() : std::strerror(errno));
    for (int i = 0; ::flock(lock.value(), LOCK_EX | LOCK_NB) != 0; ++i) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            break; // A file system without locks: then nobody can be kept out.
        if (i >= kTries)
            return fail(ErrorCode::LibraryBusy, folder.string(), "backup of the history");
        std::this_thread::sleep_for(kPause);
    }
    return HistoryBackups(folder, std::move(lock));
}

bool HistoryBackups::areDue(const std::filesystem::path& libraryFolder, std::int64_t lastEvent, TimePoint now)
{
    const auto files = historyBackups(libraryFolder);
    if (files.empty())
        return true;
    const BackupName newest = nameOf(files.front()).value_or(BackupName());
    // A day in the future is that of a clock that was wrong.
    return newest.lastEvent != lastEvent && newest.date != dateText(now);
}

Status HistoryBackups::write(Database& database, std::span<const TasteEvent> events, TimePoint now)
{
    if (events.empty())
        return {};
    removeTemporaryFiles(m_folder);
    const std::filesystem::path file =
        m_folder / fmt::format("{}{}-{}{}", kNameBegin, dateText(now), events.back().id, kNameEnd);
    TW_ASSIGN(const std::string text, backupText(database, events));
    TW_TRY(writeFileAtomically(file, text));
    const auto back = readHistoryBackup(file);
    if (!back || back->size() != events.size())
        return fail(ErrorCode::Damaged, file.string(), "does not read back as it was written");
    // Older good ones go only now. By age of writing: a clock that was wrong must not make the new one the oldest.
    std::vector<std::filesystem::path> files = backupsIn(m_folder);
    std::erase(files, file);
    for (std::size_t i = kKept - 1; i < files.size(); ++i)
        TW_TRY(overwriteAndRemove(files[i]));
    return {};
}

Status HistoryBackups::removeAll()
{
    removeTemporaryFiles(m_folder);
    const auto files = backupsIn(m_folder);
    for (const std::filesystem::path& file : files)
        TW_TRY(overwriteAndRemove(file));
    if (files.empty())
        return {};
    return syncFolder(m_folder);
}

} // namespace tw
