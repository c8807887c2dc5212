// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/made_anew.h"
#include "ui/model/error_text.h"

#include <cstdint>
#include <vector>

namespace tw::ui {

/// Damaged files of a library that were made anew.
struct MadeAnewFiles {
    std::vector<MadeAnew> files;
    std::uint64_t withoutVector = 0; ///< Films of a space that was made without its server: they have no vector yet.
};

/// What was damaged and is whole again, and that nothing of one's own was in it; the details name the files kept.
/// GUI thread.
ErrorText madeAnewText(const MadeAnewFiles& made);

} // namespace tw::ui

Q_DECLARE_METATYPE(tw::ui::MadeAnewFiles)
