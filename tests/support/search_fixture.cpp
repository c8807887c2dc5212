// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/search_fixture.h"

#include "core/catalog/catalog_files.h"
#include "core/embedding/item_text.h"

#include <cstdlib>
#include <unordered_set>

namespace tw::test {

namespace {

std::vector<std::string> itemTexts(const Catalog& catalog)
{
    std::vector<std::string> texts;
    for (const Item& item : catalog.items())
        texts.push_back(itemText(item, TextTemplate::standard()));
    return texts;
}

} // namespace

std::shared_ptr<const WordVectors> shippedWordVectors()
{
    const char* resources = std::getenv("TASTEWALK_RESOURCES");
    const std::filesystem::path folder = resources && *resources ? resources : TW_TEST_RESOURCES;
    static const auto words = WordVectors::load(folder / "word-vectors");
    return words ? *words : nullptr;
}

std::shared_ptr<const Catalog> catalogOf(std::vector<Item> items)
{
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        items[i].id = ItemId(i);
        if (items[i].key.empty())
            items[i].key = "item-" + std::to_string(i);
    }
    return std::make_shared<const Catalog>(std::move(items));
}

Result<std::shared_ptr<const Catalog>> readCatalog(std::span<const std::filesystem::path> files)
{
    std::vector<Item> items;
    std::unordered_set<std::string> keys;
    const auto onItem = [&](Item&& item) -> Status {
        if (keys.insert(item.key).second)
            items.push_back(std::move(item));
        return {};
    };
    TW_TRY(readCatalogFiles(catalogFiles(files), onItem, {}));
    return catalogOf(std::move(items));
}

Result<std::shared_ptr<const Space>> embedCatalog(const Catalog& catalog, const Embedder& embedder)
{
    TW_ASSIGN(const std::vector<EmbeddedText> embedded, embedder.embedDocuments(itemTexts(catalog), {}));
    Space::Parts parts;
    parts.id = embedder.info().kind;
    parts.provenance.embedder = embedder.info().kind;
    parts.provenance.digest = embedder.info().digest;
    for (std::uint32_t i = 0; i < embedded.size(); ++i) {
        if (embedded[i].vector.empty())
            continue;
        const auto row = static_cast<std::uint32_t>(parts.items.size());
        parts.items.emplace_back(i);
        parts.vectors.appendRow(embedded[i].vector);
        for (std::size_t j = 0; j < embedded[i].passages.rows(); ++j) {
            parts.passages.appendRow(embedded[i].passages.row(j));
            parts.passageRow.push_back(row);
        }
    }
    return Space::create(std::move(parts));
}

Result<Searchable> makeSearchable(std::shared_ptr<const Catalog> catalog, const BuiltinOptions& options)
{
    Searchable made;
    made.folder = std::make_unique<TempFolder>();
    made.catalog = std::move(catalog);
    TW_ASSIGN(made.text, TextIndex::openOrBuild(*made.folder / "text.sqlite", *made.catalog, {}));
    const std::shared_ptr<const WordVectors> words = shippedWordVectors();
    if (!words)
        return fail(ErrorCode::NotFound, "word-vectors");
    TW_ASSIGN(made.embedder, BuiltinEmbedder::fit(words, itemTexts(*made.catalog), options, {}));
    TW_ASSIGN(made.space, embedCatalog(*made.catalog, *made.embedder));
    TW_ASSIGN(made.index, buildIndex(made.space->vectors(), made.space, {}, {}));
    return made;
}

} // namespace tw::test
