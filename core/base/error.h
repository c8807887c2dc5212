// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tw {

/// What went wrong, for programs to act on. Front ends turn it into a sentence; core never does.
enum class ErrorCode {
    Cancelled,          ///< The caller asked to stop; nothing partial was published.
    InvalidArgument,    ///< A value outside its documented range.
    NotFound,           ///< No such item, space, file or column.
    Ambiguous,          ///< Several items fit; `detail` lists them.
    AlreadyExists,      ///< The thing to create is there already.
    FileUnreadable,     ///< Opening or reading failed; `detail` has the system's reason.
    FileUnwritable,     ///< Writing, syncing or renaming failed; the old file is untouched unless `published`.
    FormatUnknown,      ///< The file is in none of the formats we read.
    FormatBroken,       ///< The format is known but this place in the file is not valid.
    Damaged,            ///< Checksum, magic or length don't fit: a derived file to be rebuilt.
    VersionTooNew,      ///< Written by a newer Tastewalk.
    NoTitleColumn,      ///< No column can serve as the title.
    EmptyText,          ///< An item has nothing that could be embedded.
    NotFinite,          ///< A vector holds NaN or infinity, or is zero.
    DimensionMismatch,  ///< Vectors of different lengths were mixed.
    LowSelfRecall,      ///< A freshly built graph does not find its own vectors.
    LibraryBusy,        ///< Another process holds the exclusive lock; `detail` says who.
    LibraryReadOnly,    ///< The library can be looked at but not changed.
    LibraryReplaced,    ///< Another library lies in its place now, or none: open it anew.
    Database,           ///< SQLite reported an error; `detail` has its text.
    ServerUnreachable,  ///< No connection (refused, unknown host, reset), or it broke off.
    ServerTimeout,      ///< Connected, but no answer in time.
    ServerBusy,         ///< 429 or 503: ask again later.
    ServerRefused,      ///< The server answered with another error status; `detail` has its text.
    ServerAnswerInvalid,///< The answer is not what the protocol promises.
    ServerForbidden,    ///< 401 or 403: the server does not let us in.
    ModelNotFound,      ///< The server does not have this model.
    ModelChanged,       ///< Another model stands under the same name now, again and again.
    Unsupported,        ///< Known, but not possible with this build, space or server.
    Internal,           ///< A broken invariant: a fault of ours.
};

/// One failure with its context. A value: copyable, comparable by code only.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string subject;                ///< What it is about: a path, URL, item key, column, option.
    std::string detail;                 ///< Technical text for the details view and the log; English.
    std::optional<std::uint64_t> row{}; ///< 1-based record number in `subject` when it is a file.
    /// Of FileUnwritable: the new file lies in its place, whole; only syncing its folder failed, so that a power
    /// failure could still take it away.
    bool published = false;
};

/// The code's stable name as used in JSON output, e.g. "library_busy".
std::string_view errorCodeName(ErrorCode code);

} // namespace tw
