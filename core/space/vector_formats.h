// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/space/vector_file.h"

namespace tw {

// The formats of readVectorFile, one function each; private to core/space.

/// Whether the bytes are those of a .npy file.
bool isNpy(std::span<const std::byte> bytes);
Result<VectorFile> readNpy(const std::filesystem::path& path, std::span<const std::byte> bytes,
                           const TaskContext& context);
Result<VectorFile> readVectorTable(const std::filesystem::path& path, const TaskContext& context);

/// To be asked before memory is taken. Errors: InvalidArgument (no rows, no numbers, or more than kMostVectorBytes).
Status checkRoom(const std::filesystem::path& path, std::uint64_t rows, std::uint64_t dim);

tl::unexpected<Error> brokenVectors(const std::filesystem::path& path, std::string why,
                                    std::optional<std::uint64_t> row = {});

/// IEEE 754 binary16, widened exactly.
float floatOfHalf(std::uint16_t half);

} // namespace tw
