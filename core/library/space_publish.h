// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library_store.h"
#include "core/library/space_folder.h"
#include "core/library/space_replacement.h"

#include <optional>
#include <string>

namespace tw {

// Putting a space in its place; what embedding, restoring and importing share. Private to core/library.

SpaceRecord recordOf(const LoadedSpace& loaded, const IndexOptions& options);

/// Makes the change and tells all open windows that spaces have changed, and which is active now: both or none.
Status publishChange(SpaceReplacement& change, LibraryStore& store, const std::optional<std::string>& activeSpace,
                     const std::optional<std::string>& goneProfile);

/// Finishes the space and puts it in the place of one with its id. The index of that one is extended where most vectors
/// have stayed as they were and it was wanted with the same options (extendIndex), else built.
/// @param use  The space that is active from then on; none leaves that as it is.
/// Errors: those of Space::create and buildIndex, FileUnwritable, Database.
Result<SpaceInfo> putSpaceInPlace(const std::filesystem::path& libraryFolder, LibraryStore& store, Space::Parts parts,
                                  const IndexOptions& index, const std::optional<std::string>& use,
                                  const TaskContext& context);

} // namespace tw
