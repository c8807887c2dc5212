// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/files.h"
#include "core/base/matrix.h"
#include "core/index/metric.h"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tw {

enum class SpaceKind { Content, Collaborative, Imported };

/// Where a space's vectors come from; enough to know whether two vectors may be compared.
struct Provenance {
    SpaceKind kind = SpaceKind::Content;
    std::string embedder;        ///< "builtin", "ollama", "openai".
    std::string model;           ///< "glove-100d-sif", "nomic-embed-text".
    std::string digest;          ///< Of the model's weights (and of what was fitted); never mixed.
    std::string documentPrefix;  ///< Put before each item's text.
    std::string queryPrefix;     ///< Put before each typed query.
    std::string server;          ///< URL, or empty.
    std::string textTemplate;    ///< Which fields make an item's text, e.g. "title,genres,keywords,text".
    bool rawScaleKnown = false;  ///< The model's own vector lengths are known (not normalised by the server).
    /// How near two items are. All but Cosine want rawScaleKnown: the lengths take part.
    Metric metric = Metric::Cosine;
};

/// Per-dimension statistics of a matrix [rows × dim]; each vector has dim entries.
struct DimensionStatistics {
    std::vector<float> mean;
    std::vector<float> minimum;
    std::vector<float> maximum;
    std::vector<float> standardDeviation; ///< Population (divided by rows).

    static DimensionStatistics of(MatrixView matrix);
};

/// One matrix of item vectors over the catalogue, unit length, with its provenance and statistics.
/// Immutable; any thread may read it. Rows are items that have a vector, in rising ItemId.
class Space {
public:
    /// What a space is made of. Rows are raw (any length but 0); they are normalised here.
    struct Parts {
        std::string id;                        ///< Folder name: "builtin", "ollama-nomic-embed-text".
        Provenance provenance;
        Matrix vectors;                        ///< [items × dim], raw.
        std::vector<ItemId> items;             ///< Item of each row, rising.
        Matrix passages;                       ///< [passages × dim], raw; may be empty.
        std::vector<std::uint32_t> passageRow; ///< Row in `vectors` each passage belongs to.
        std::string model;                     ///< The embedder's own state for embedding queries; may be empty.
    };
    /// Errors: NotFinite (subject = item's number), DimensionMismatch, InvalidArgument (also of a metric that wants
    /// lengths which are not known).
    static Result<std::shared_ptr<const Space>> create(Parts parts);

    /// Writes vectors, passages, statistics and provenance to `folder` (created), each file in an envelope;
    /// the manifest last, so that an interrupted save leaves the old space or none.
    Status save(const std::filesystem::path& folder) const;
    /// Maps a saved space. Errors: NotFound, Damaged, VersionTooNew: rebuild it.
    /// @param verifyLaterFrom  Matrices whose file has at least so many bytes are not hashed here but by verify(), so
    ///                         that the first answer need not wait for that. By default all is verified here.
    static Result<std::shared_ptr<const Space>> load(const std::filesystem::path& folder,
                                                     std::uint64_t verifyLaterFrom = kVerifyAtOnce);
    static constexpr std::uint64_t kVerifyAtOnce = std::numeric_limits<std::uint64_t>::max();

    /// True of a space whose rows may still turn out to be damaged (any numbers, NaN among them; items, lengths and
    /// statistics are sound). What is derived from them must not be kept before verify() has been asked.
    bool needsVerifying() const { return !m_unverified.empty(); }
    /// Hashes what load() left. Progress in Stage::Checking. Thread-safe. Errors: Damaged (subject = the file), Cancelled.
    Status verify(const TaskContext& context) const;

    const std::string& id() const { return m_id; }
    const Provenance& provenance() const { return m_provenance; }
    std::size_t dim() const { return m_vectors.cols(); }
    std::size_t size() const { return m_vectors.rows(); }

    /// Unit rows [size() × dim()].
    MatrixView vectors() const { return m_vectors; }
    ItemId item(std::uint32_t row) const { return m_items[row]; }
    std::span<const ItemId> items() const { return m_items; }
    /// Row of the item, or none when it has no vector here.
    std::optional<std::uint32_t> row(ItemId item) const;
    /// The item's unit vector; empty when it has none.
    std::span<const float> vector(ItemId item) const;

    /// Length each row had before it was made unit; all 1 when provenance().rawScaleKnown is false.
    std::span<const float> rawNorms() const { return m_rawNorms; }
    /// Statistics of the unit rows.
    const DimensionStatistics& statistics() const { return m_statistics; }
    /// Statistics of the raw rows (equal to statistics() when the raw scale is not known).
    const DimensionStatistics& rawStatistics() const { return m_rawStatistics; }

    Metric metric() const { return m_provenance.metric; }
    /// The scale at which the metric compares, and so the one at which profiles live: unit rows for Cosine, else raw.
    bool comparesRaw() const { return metric() != Metric::Cosine; }
    const DimensionStatistics& comparedStatistics() const { return comparesRaw() ? m_rawStatistics : m_statistics; }
    /// The item's vector at that scale; empty when it has none.
    std::vector<float> comparedVector(ItemId item) const;

    /// Unit vectors of parts of texts (sentences) for matching queries; may have no rows.
    MatrixView passages() const { return m_passages; }
    /// Row in vectors() of each passage.
    std::span<const std::uint32_t> passageRows() const { return m_passageRows; }
    /// The embedder's state as given in Parts::model.
    const std::string& model() const { return m_model; }
    /// Changes with any change of content: hash over vectors and items. Keys caches of derived data.
    const std::string& fingerprint() const { return m_fingerprint; }

private:
    Space() = default;
    std::string m_id;
    Provenance m_provenance;
    MatrixView m_vectors;
    MatrixView m_passages;
    std::vector<ItemId> m_items;
    std::vector<std::uint32_t> m_rowOfItem; ///< By ItemId; kNoRow where there is none.
    std::vector<float> m_rawNorms;
    std::vector<std::uint32_t> m_passageRows;
    DimensionStatistics m_statistics;
    DimensionStatistics m_rawStatistics;
    std::string m_model;
    std::string m_fingerprint;
    std::vector<UnverifiedPayload> m_unverified;
    std::shared_ptr<const void> m_storage; ///< Owns what the views show: heap matrices or mapped files.
};

} // namespace tw
