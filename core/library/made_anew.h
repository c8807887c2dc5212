// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace tw {

/// A file that can be made anew from what the library holds.
enum class DerivedFile { TextIndex, Embeddings, Vectors, Index, Map, Record };

/// A file that was found damaged and made anew, for the user to be told.
struct MadeAnew {
    DerivedFile file{};
    std::filesystem::path kept; ///< Where the damaged one lies now (bad_files.h); empty where it could not be moved.
    bool operator==(const MadeAnew&) const = default;
};

} // namespace tw
