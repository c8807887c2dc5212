// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/embedder.h"
#include "core/embedding/http_transport.h"
#include "core/index/vector_index.h"
#include "core/library/library_settings.h"
#include "core/library/made_anew.h"
#include "core/projection/pca.h"
#include "core/space/space.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace tw {

/// What can be told of a space without loading its vectors.
struct SpaceInfo {
    std::string id;
    Provenance provenance;
    std::size_t dim = 0;
    std::size_t items = 0;
    IndexKind index = IndexKind::Exact; ///< Exact when no graph is saved.
    std::uint64_t bytes = 0;            ///< On disk.
};

/// The spaces in the library's folder, by id; those that can't be loaded are left out.
std::vector<SpaceInfo> listSpaces(const std::filesystem::path& libraryFolder);

/// A space ready for use: vectors, index, map, and the embedder for queries.
struct LoadedSpace {
    std::shared_ptr<const Space> space;
    std::shared_ptr<const VectorIndex> index;
    std::shared_ptr<const Projection> projection;
    std::shared_ptr<const Embedder> embedder; ///< Null when its server does not answer.
    /// What was found damaged and made anew while it was loaded, for the user to be told.
    std::vector<MadeAnew> madeAnew;
};

/// Loads a space. A missing or damaged index or map is made anew and saved (kept in memory only when the library
/// can't be written or is locked, or when a newer version wrote the file). What was damaged is kept as NAME.bad-DATE
/// (bad_files.h). The embedder of a server is not connected here (null); see connectEmbedder.
/// @param verifyLaterFrom  Of Space::load: a space that then needsVerifying() is to be given to verifySpace. What has to
///                         be made anew is only made of verified vectors.
/// Errors: NotFound, Damaged (the vectors, kept as above; subject is the file's path: embed again, or restoreSpace),
/// VersionTooNew,
/// Cancelled.
Result<LoadedSpace> loadSpace(const std::filesystem::path& libraryFolder, const std::string& id,
                              const TaskContext& context, std::uint64_t verifyLaterFrom = Space::kVerifyAtOnce);
/// From so many bytes on a matrix is worth verifying later; smaller ones are read into memory and hashed on the way.
inline constexpr std::uint64_t kVerifyLaterFrom = MappedFile::kReadLimit;

/// Verifies what loadSpace left for later. Progress in Stage::Checking. Nothing to do for a space that was verified.
/// Errors: Damaged, as loadSpace has it: the file is kept aside, subject is its path, nothing that came from this space
/// is to be trusted; Cancelled.
Status verifySpace(const std::filesystem::path& libraryFolder, const Space& space, const TaskContext& context);

/// The embedder that made the space, for embedding queries: restored, or connected over the transport and checked
/// for the same digest. A space of OpenAI's kind asks the server that made it, with its key (serverKey, default store).
/// Errors: those of OllamaEmbedder::connect and OpenAiEmbedder::connect, of the key store; DimensionMismatch when the
/// model has changed.
Result<std::shared_ptr<const Embedder>> connectEmbedder(const Space& space, const LibrarySettings& settings,
                                                        std::shared_ptr<HttpTransport> transport,
                                                        const TaskContext& context);

} // namespace tw
