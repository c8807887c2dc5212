// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/error_text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

namespace tw::ui {
namespace {

struct Sign {
    ErrorCause cause;
    int number;           ///< errno with this meaning; its text is in the system's language.
    const char* words;    ///< As SQLite, libc and the file system put it in English.
};

// What the first sign tells outranks the later ones.
constexpr std::array kSigns{
    Sign{ErrorCause::DiskFull, ENOSPC, "No space left"},
    Sign{ErrorCause::DiskFull, EDQUOT, "quota exceeded"},
    Sign{ErrorCause::DiskFull, EFBIG, "File too large"},
    Sign{ErrorCause::DiskFull, 0, "disk is full"},
    Sign{ErrorCause::ReadOnlyDisk, EROFS, "Read-only file system"},
    Sign{ErrorCause::ReadOnlyDisk, 0, "readonly database"},
    Sign{ErrorCause::NotAllowed, EACCES, "Permission denied"},
    Sign{ErrorCause::NotAllowed, EPERM, "Operation not permitted"},
    Sign{ErrorCause::Locked, 0, "database is locked"},
    Sign{ErrorCause::Locked, 0, "database table is locked"},
    Sign{ErrorCause::DiskFault, EIO, "Input/output error"},
    Sign{ErrorCause::DiskFault, 0, "disk I/O error"},
    Sign{ErrorCause::Gone, ENOENT, "No such file"},
    Sign{ErrorCause::Gone, ENOTDIR, "Not a directory"},
};

bool toldBySystem(ErrorCode code)
{
    return code == ErrorCode::FileUnreadable || code == ErrorCode::FileUnwritable || code == ErrorCode::Database;
}

} // namespace

ErrorCause errorCause(const Error& error)
{
    if (error.code == ErrorCode::NotFound)
        return ErrorCause::Gone;
    if (!toldBySystem(error.code))
        return ErrorCause::AsCoded;
    const std::string_view detail = error.detail;
    for (const Sign& sign : kSigns) {
        const bool said = detail.find(sign.words) != std::string_view::npos;
        const bool saidByLocale =
            sign.number != 0
            && detail.find(std::generic_category().message(sign.number)) != std::string_view::npos;
        if (said || saidByLocale)
            return sign.cause;
    }
    return ErrorCause::AsCoded;
}

} // namespace tw::ui
