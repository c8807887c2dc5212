// SPDX-License-Identifier: GPL-3.0-or-later
// Private to error_*.cpp.
#pragma once

#include "ui/model/error_text.h"

namespace tw::ui {

/// Why, and what to do; whole sentences, never empty.
QString adviceFor(const Error& error, ErrorCause cause, Attempt attempt);
/// What one click can do; at most two.
std::vector<Remedy> remediesFor(const Error& error, ErrorCause cause, Attempt attempt);
/// What an error is about in one word: of a path its last part, all else as it is. Plain text.
QString subjectName(const Error& error);

/// Whether it is about the library that is open: its database and its folder.
inline bool concernsOpenLibrary(Attempt attempt)
{
    switch (attempt) {
    case Attempt::Act:
    case Attempt::Undo:
    case Attempt::Redo:
    case Attempt::Forget:
    case Attempt::StoreSettings:
    case Attempt::LookForChanges:
    case Attempt::ReadText: return true;
    default: return false;
    }
}
/// Whether it is about one space.
inline bool concernsSpace(Attempt attempt)
{
    switch (attempt) {
    case Attempt::LoadSpace:
    case Attempt::UseSpace:
    case Attempt::RebuildIndex:
    case Attempt::Measure:
    case Attempt::RemoveSpace:
    case Attempt::Search:
    case Attempt::Recommend:
    case Attempt::Explore:
    case Attempt::Map:
    case Attempt::Details: return true;
    default: return false;
    }
}

} // namespace tw::ui
