// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace tw {

std::string_view errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled: return "cancelled";
    case ErrorCode::InvalidArgument: return "invalid_argument";
    case ErrorCode::NotFound: return "not_found";
    case ErrorCode::Ambiguous: return "ambiguous";
    case ErrorCode::AlreadyExists: return "already_exists";
    case ErrorCode::FileUnreadable: return "file_unreadable";
    case ErrorCode::FileUnwritable: return "file_unwritable";
    case ErrorCode::FormatUnknown: return "format_unknown";
    case ErrorCode::FormatBroken: return "format_broken";
    case ErrorCode::Damaged: return "damaged";
    case ErrorCode::VersionTooNew: return "version_too_new";
    case ErrorCode::NoTitleColumn: return "no_title_column";
    case ErrorCode::EmptyText: return "empty_text";
    case ErrorCode::NotFinite: return "not_finite";
    case ErrorCode::DimensionMismatch: return "dimension_mismatch";
    case ErrorCode::LowSelfRecall: return "low_self_recall";
    case ErrorCode::LibraryBusy: return "library_busy";
    case ErrorCode::LibraryReadOnly: return "library_read_only";
    case ErrorCode::LibraryReplaced: return "library_replaced";
    case ErrorCode::Database: return "database";
    case ErrorCode::ServerUnreachable: return "server_unreachable";
    case ErrorCode::ServerTimeout: return "server_timeout";
    case ErrorCode::ServerBusy: return "server_busy";
    case ErrorCode::ServerRefused: return "server_refused";
    case ErrorCode::ServerAnswerInvalid: return "server_answer_invalid";
    case ErrorCode::ServerForbidden: return "server_forbidden";
    case ErrorCode::ModelNotFound: return "model_not_found";
    case ErrorCode::ModelChanged: return "model_changed";
    case ErrorCode::Unsupported: return "unsupported";
    case ErrorCode::Internal: return "internal";
    }
    return "internal";
}

} // namespace tw
