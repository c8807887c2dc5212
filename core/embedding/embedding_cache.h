// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/embedder.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// Every vector ever computed, by the embedder's digest and prefix and the text's hash (embeddings.sqlite).
/// Used from one thread at a time.
class EmbeddingCache {
public:
    /// Opens or creates; a damaged file is put aside (bad_files.h) and begun anew. Errors: Database, FileUnwritable.
    static Result<std::unique_ptr<EmbeddingCache>> open(const std::filesystem::path& path);
    /// The same of a file that must be there and whole; nothing is put aside. Errors: NotFound, Damaged, Database.
    static Result<std::unique_ptr<EmbeddingCache>> openWhole(const std::filesystem::path& path);
    ~EmbeddingCache();

    /// Whether the file was found damaged and begun anew when this was opened, and where the damaged one lies.
    const std::optional<std::filesystem::path>& keptFile() const;
    /// The embedders of this kind that have entries, the one that was met last first; `dim` of an entry of theirs.
    /// Errors: Database.
    Result<std::vector<EmbedderInfo>> embedders(std::string_view kind);

    /// The entry, or none. An entry that does not match its checksum or the embedder's dimension, or holds what is no
    /// number, counts as none.
    Result<std::optional<EmbeddedText>> find(const EmbedderInfo& embedder, std::string_view text);
    /// One answer a text, in order; read in transactions of some thousand texts. Errors: Database, Cancelled.
    Result<std::vector<std::optional<EmbeddedText>>> findAll(const EmbedderInfo& embedder,
                                                             std::span<const std::string> texts,
                                                             const TaskContext& context);
    /// Stores one batch in one transaction; durable enough that a killed run continues behind it.
    Status store(const EmbedderInfo& embedder, std::span<const std::string> texts,
                 std::span<const EmbeddedText> embedded);
    /// Removes all entries of embedders with this kind but another digest. For fitted embedders whose old fits are
    /// never used again.
    Status dropOtherDigests(const EmbedderInfo& embedder);

private:
    struct Impl;
    explicit EmbeddingCache(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// What else is to be said of a run of embedAll.
struct EmbedAllReport {
    std::uint64_t fromCache = 0;      ///< Texts whose vector was in the cache already.
    std::vector<RefusedText> refused; ///< By row; their entries are empty and not stored, so they are tried again.
};

/// Embeds all texts, taking from the cache what is there and storing each batch as it comes, good parts of a failed
/// one included, so that a cancelled, killed or failed run goes on where it was. Equal texts are embedded once. One
/// entry a text, in order. Progress: Stage::Embedding in texts.
/// @param report  If given, refused texts are told there; otherwise the first of them is an error in the end.
/// Errors: those of the embedder (row = index in `texts`) and the cache; the refusal when the first 64 texts asked are
/// all refused. What was stored stays.
Result<std::vector<EmbeddedText>> embedAll(const Embedder& embedder, EmbeddingCache& cache,
                                           std::span<const std::string> texts, const TaskContext& context,
                                           EmbedAllReport* report = nullptr);

} // namespace tw
