// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bad_files.h"

#include "core/base/descriptor.h"
#include "core/base/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <ctime>
#include <vector>

#include <fcntl.h>

namespace tw {

namespace {

constexpr std::size_t kKept = 2;
constexpr std::array<const char*, 3> kBesideDatabase = {"-wal", "-shm", "-journal"};
constexpr std::size_t kDateSize = 10;

std::string today()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::localtime_r(&now, &parts);
    return fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

std::filesystem::path folderOf(const std::filesystem::path& path)
{
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

/// What was put aside under one name: the date, then the number within the day.
struct BadFile {
    std::string date;
    unsigned number = 1;
    std::filesystem::path path;
    bool operator<(const BadFile& other) const { return std::tie(date, number) < std::tie(other.date, other.number); }
};

/// The files put aside of this name, oldest first.
std::vector<BadFile> badFilesOf(const std::filesystem::path& path)
{
    const std::string prefix = path.filename().string() + ".bad-";
    std::vector<BadFile> found;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folderOf(path), error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(prefix) || name.size() < prefix.size() + kDateSize)
            continue;
        const std::string rest = name.substr(prefix.size() + kDateSize);
        BadFile bad{name.substr(prefix.size(), kDateSize), 1, entry->path()};
        if (!rest.empty()) {
            const auto [stop, wrong] = std::from_chars(rest.data() + 1, rest.data() + rest.size(), bad.number);
            if (rest.front() != '-' || wrong != std::errc() || stop != rest.data() + rest.size())
                continue;
        }
        found.push_back(std::move(bad));
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// A name that is not taken and sorts behind all of the day.
std::filesystem::path freshName(const std::filesystem::path& path)
{
    const std::string date = today();
    unsigned number = 0;
    for (const BadFile& bad : badFilesOf(path))
        number = bad.date == date ? std::max(number, bad.number) : number;
    const std::string plain = path.string() + ".bad-" + date;
    return number == 0 ? plain : fmt::format("{}-{}", plain, number + 1);
}

void dropOld(const std::filesystem::path& path)
{
    const std::vector<BadFile> bad = badFilesOf(path);
    std::error_code ignored;
    for (std::size_t i = 0; i + kKept < bad.size(); ++i) {
        std::filesystem::remove_all(bad[i].path, ignored);
        for (const char* suffix : kBesideDatabase)
            std::filesystem::remove(bad[i].path.string() + suffix, ignored);
    }
}

Result<std::filesystem::path> moveAside(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::exists(std::filesystem::symlink_status(path, error)))
        return fail(ErrorCode::NotFound, path.string());
    std::filesystem::path target = freshName(path);
    std::filesystem::rename(path, target, error);
    if (error)
        return fail(ErrorCode::FileUnwritable, path.string(), error.message());
    return target;
}

Status syncFile(const std::filesystem::path& path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen() || ::fsync(file.value()) != 0)
        return fail(ErrorCode::FileUnwritable, path.string(), std::strerror(errno));
    return {};
}

} // namespace

Result<std::filesystem::path> putAsideAsBad(const std::filesystem::path& path)
{
    TW_ASSIGN(auto target, moveAside(path));
    dropOld(path);
    return target;
}

Result<std::filesystem::path> putDatabaseAsideAsBad(const std::filesystem::path& path)
{
    TW_ASSIGN(auto target, moveAside(path));
    std::error_code error;
    for (const char* suffix : kBesideDatabase) {
        const std::filesystem::path beside = path.string() + suffix;
        if (!std::filesystem::exists(beside, error))
            continue;
        // What stayed would be replayed into the file that comes next.
        std::filesystem::rename(beside, target.string() + suffix, error);
        if (error)
            return fail(ErrorCode::FileUnwritable, beside.string(), error.message());
    }
    dropOld(path);
    return target;
}

Result<std::filesystem::path> keepDatabaseAsBad(const std::filesystem::path& path)
{
    std::filesystem::path target = freshName(path);
    for (const char* suffix : {"-wal", ""}) {
        const std::filesystem::path from = path.string() + suffix;
        std::error_code error;
        if (!std::filesystem::exists(from, error))
            continue;
        std::filesystem::create_hard_link(from, target.string() + suffix, error);
        if (error)
            std::filesystem::copy_file(from, target.string() + suffix, error);
        if (error)
            return fail(ErrorCode::FileUnwritable, from.string(), error.message());
    }
    return target;
}

std::optional<std::filesystem::path> newestBadFile(const std::filesystem::path& path)
{
    std::vector<BadFile> bad = badFilesOf(path);
    return bad.empty() ? std::nullopt : std::optional(std::move(bad.back().path));
}

Result<std::filesystem::path> copyAsBad(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail(ErrorCode::NotFound, path.string());
    std::filesystem::path target = freshName(path);
    // By the system: it may be larger than the memory.
    std::filesystem::copy_file(path, target, error);
    if (error) {
        const std::string reason = error.message();
        std::filesystem::remove(target, error);
        return fail(ErrorCode::FileUnwritable, target.string(), reason);
    }
    TW_TRY(syncFile(target));
    TW_TRY(syncFolder(folderOf(target)));
    dropOld(path);
    return target;
}

} // namespace tw
