// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/metric.h"
#include "core/library/library_jobs.h"
#include "core/space/vector_file.h"

#include <optional>

namespace tw {

/// Vectors that the user brings, and what is wanted of them.
struct ImportSpaceRequest {
    std::filesystem::path file;     ///< See readVectorFile.
    /// A text file that says which item each row is: one key, IMDb or TMDB id, title or "title (year)" a line, as
    /// many lines as rows. Empty: the file's own key column, else rows are in the order of the catalogue.
    std::filesystem::path keys;
    std::string name;               ///< For people; empty: the file's name without its extension.
    /// Cosine for embeddings of texts; InnerProduct for factors of a model; L2 where the makers say so.
    Metric metric = Metric::Cosine;
    IndexOptions index;
    bool use = true;                ///< Make it the active space afterwards.
};

/// How rows found their items.
enum class RowMatching { KeysFile, KeyColumn, CatalogueOrder };

/// A row that is not in the space, and why.
struct LeftOutRow {
    enum class Reason {
        ZeroVector, ///< It points nowhere.
        UnknownItem,///< Nothing in the catalogue has this key or title.
        Ambiguous,  ///< Several items have this title.
        Repeated,   ///< An earlier row is of the same item.
    };
    std::uint64_t row = 0;          ///< From 1, a header not counted.
    Reason reason = Reason::ZeroVector;
    std::string key;                ///< As it stands in the keys file or key column; empty without one.
};

struct ImportSpaceReport {
    SpaceInfo space;                ///< Its id is "imported-" and the name's slug.
    VectorFormat format = VectorFormat::Npy;
    RowMatching matching = RowMatching::CatalogueOrder;
    std::uint64_t rows = 0;         ///< In the file.
    std::uint64_t imported = 0;     ///< Items with a vector now.
    std::uint64_t itemsWithout = 0; ///< Items of the catalogue without one.
    std::vector<LeftOutRow> leftOut;///< By row.
    bool replaced = false;          ///< A space of the same name was there.
};

/// Makes a space (SpaceKind::Imported) of a file of vectors, with index and map, and puts it in place of an older one of
/// the same name. Its provenance holds the metric; model is the name; digest that of the vectors; there is no embedder,
/// so that queries are searched by title and text in it.
/// Stages Reading, Building, Checking, Projecting.
/// Errors: those of readVectorFile, buildIndex and Space::create; InvalidArgument (keys: another number of lines than
/// rows; file: as many rows as neither the keys nor the catalogue has items, the detail says how many were expected;
/// name: nothing of it can be an id); NotFinite (the first row with NaN or infinity in `row`, how many in the detail);
/// NotFound (no row belongs to an item of the catalogue); LibraryBusy, LibraryReadOnly, FileUnwritable.
Result<ImportSpaceReport> importSpace(const std::filesystem::path& libraryFolder, const ImportSpaceRequest& request,
                                      const TaskContext& context);

} // namespace tw
