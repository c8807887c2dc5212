// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/embedding/builtin_embedder.h"
#include "core/search/hybrid_search.h"
#include "tests/support/temp_folder.h"

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace tw::test {

/// The shipped word vectors, from TASTEWALK_RESOURCES or the source tree; null (and a failure) when they can't be read.
std::shared_ptr<const WordVectors> shippedWordVectors();

/// Items with ids from 0 in file order; repeated keys dropped.
Result<std::shared_ptr<const Catalog>> readCatalog(std::span<const std::filesystem::path> files);
std::shared_ptr<const Catalog> catalogOf(std::vector<Item> items);

/// A catalogue with all that a search needs, embedded by the built-in embedder; files in a folder of its own.
struct Searchable {
    std::unique_ptr<TempFolder> folder;
    std::shared_ptr<const Catalog> catalog;
    std::shared_ptr<const TextIndex> text;
    std::shared_ptr<const Embedder> embedder;
    std::shared_ptr<const Space> space;
    std::shared_ptr<const VectorIndex> index;

    HybridSearch search(const RankingWeights& weights = {}) const
    {
        return {catalog, text, space, index, embedder, nullptr, weights};
    }
};
Result<Searchable> makeSearchable(std::shared_ptr<const Catalog> catalog, const BuiltinOptions& options = {});

/// The space of all items that the embedder gives a vector.
Result<std::shared_ptr<const Space>> embedCatalog(const Catalog& catalog, const Embedder& embedder);

} // namespace tw::test
