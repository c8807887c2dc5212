// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/space_import.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/catalog/catalog.h"
#include "core/library/item_rows.h"
#include "core/library/library_lock.h"
#include "core/library/space_publish.h"
#include "core/simd/kernels.h"

namespace tw {

namespace {

constexpr std::string_view kIdPrefix = "imported-";
constexpr const char* kEmbedder = "imported";

bool isDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Finds items by what people call them: the key, an IMDb or TMDB id, a title, "title (year)".
class ItemFinder {
public:
    explicit ItemFinder(std::vector<Item> items) : m_catalog(std::move(items))
    {
        for (const Item& item : m_catalog.items()) {
            if (!item.imdbId.empty())
                m_byImdb.emplace(item.imdbId, item.id);
            if (!item.tmdbId.empty())
                m_byTmdb.emplace(item.tmdbId, item.id);
        }
    }
    std::size_t size() const { return m_catalog.size(); }

    /// @param column  The name of the column it stands in, in lower case; may be empty.
    /// Errors: NotFound, Ambiguous.
    Result<ItemId> find(std::string_view key, std::string_view column) const
    {
        key = trim(key);
        if (key.empty())
            return fail(ErrorCode::NotFound);
        const bool imdbColumn = column.starts_with("imdb") || column == "tconst" || column == "const";
        const bool tmdbColumn = column.starts_with("tmdb");
        if (!imdbColumn && !tmdbColumn)
            if (const ItemId byKey = m_catalog.findKey(key); byKey.isValid())
                return byKey;
        // "/title/tt0111161/" and the numbers of MovieLens' links.csv are IMDb ids too.
        const std::size_t imdb = key.find("tt");
        std::string id(imdb == std::string_view::npos ? key : key.substr(imdb, key.find('/', imdb) - imdb));
        if (imdbColumn && isDigits(id))
            id = fmt::format("tt{:0>7}", id);
        if (const auto found = m_byImdb.find(id); found != m_byImdb.end() && !tmdbColumn)
            return found->second;
        if (const auto found = m_byTmdb.find(std::string(key)); found != m_byTmdb.end() && !imdbColumn)
            return found->second;
        return m_catalog.resolve(key);
    }

private:
    Catalog m_catalog;
    std::unordered_map<std::string, ItemId> m_byImdb;
    std::unordered_map<std::string, ItemId> m_byTmdb;
};

/// One line of a keys file for each row.
Result<std::vector<std::string>> linesOf(const std::filesystem::path& path)
{
    TW_ASSIGN(const std::string text, readFile(path));
    std::vector<std::string> lines;
    std::string_view rest = text;
    if (rest.starts_with("\xEF\xBB\xBF"))
        rest.remove_prefix(3);
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        lines.emplace_back(trim(rest.substr(0, end)));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    while (!lines.empty() && lines.back().empty())
        lines.pop_back();
    return lines;
}

/// The item of each row; invalid where there is none.
struct Matched {
    RowMatching matching = RowMatching::CatalogueOrder;
    std::vector<ItemId> items;
    std::vector<LeftOutRow> leftOut;
};

Matched matchByKeys(const ItemFinder& finder, std::span<const std::string> keys, std::string_view column)
{
    Matched matched;
    std::vector<bool> taken(finder.size(), false);
    for (std::size_t row = 0; row < keys.size(); ++row) {
        const auto found = finder.find(keys[row], column);
        matched.items.push_back(ItemId::invalid());
        if (!found) {
            const bool several = found.error().code == ErrorCode::Ambiguous;
            matched.leftOut.push_back(
                {row + 1, several ? LeftOutRow::Reason::Ambiguous : LeftOutRow::Reason::UnknownItem, keys[row]});
        } else if (taken[found->value()]) {
            matched.leftOut.push_back({row + 1, LeftOutRow::Reason::Repeated, keys[row]});
        } else {
            taken[found->value()] = true;
            matched.items.back() = *found;
        }
    }
    return matched;
}

/// Rows in the order of the catalogue.
Result<Matched> matchByOrder(const ItemFinder& finder, std::size_t rows, const std::filesystem::path& file)
{
    if (rows != finder.size())
        return fail(ErrorCode::InvalidArgument, file.string(),
                    fmt::format("It has {} rows, the catalogue {} items. Rows without keys must be as many as the items, "
                                "in their order; else a file of keys says which item each row is.",
                                rows, finder.size()));
    Matched matched;
    for (std::size_t row = 0; row < rows; ++row)
        matched.items.emplace_back(static_cast<std::uint32_t>(row));
    return matched;
}

bool anyValid(const std::vector<ItemId>& items)
{
    return std::ranges::any_of(items, [](ItemId item) { return item.isValid(); });
}

Result<Matched> matchRows(const ItemFinder& finder, const VectorFile& file, const ImportSpaceRequest& request)
{
    const std::size_t rows = file.vectors.rows();
    if (request.keys.empty() && file.keys.empty())
        return matchByOrder(finder, rows, request.file);
    Matched matched;
    if (!request.keys.empty()) {
        TW_ASSIGN(const std::vector<std::string> lines, linesOf(request.keys));
        if (lines.size() != rows)
            return fail(ErrorCode::InvalidArgument, request.keys.string(),
                        fmt::format("It has {} lines for {} rows of vectors: one line a row is expected.", lines.size(),
                                    rows));
        matched = matchByKeys(finder, lines, {});
        matched.matching = RowMatching::KeysFile;
    } else {
        matched = matchByKeys(finder, file.keys, file.keyColumn);
        matched.matching = RowMatching::KeyColumn;
        // A column that only counts the rows is none of keys.
        if (!anyValid(matched.items) && rows == finder.size())
            return matchByOrder(finder, rows, request.file);
    }
    if (!anyValid(matched.items))
        return fail(ErrorCode::NotFound, request.file.string(), "no row belongs to an item of the catalogue");
    return matched;
}

Status checkFinite(const VectorFile& file, const std::filesystem::path& path)
{
    std::optional<std::uint64_t> first;
    std::size_t count = 0;
    for (std::size_t row = 0; row < file.vectors.rows(); ++row) {
        if (simd::allFinite(file.vectors.row(row)))
            continue;
        first = first.value_or(row + 1);
        ++count;
    }
    if (!first)
        return {};
    return fail(Error{ErrorCode::NotFinite, path.string(),
                      fmt::format("{} of {} rows hold NaN or infinite numbers", count, file.vectors.rows()), first});
}

/// Rows that point nowhere are left out. One whose squared length is below what a float can hold is as good as zero.
void leaveOutZeros(const VectorFile& file, Matched& matched)
{
    for (std::size_t row = 0; row < matched.items.size(); ++row) {
        if (!matched.items[row].isValid() || simd::squaredNorm(file.vectors.row(row)) > 0)
            continue;
        matched.items[row] = ItemId::invalid();
        matched.leftOut.push_back({row + 1, LeftOutRow::Reason::ZeroVector, {}});
    }
    std::ranges::sort(matched.leftOut, {}, &LeftOutRow::row);
}

Space::Parts partsOf(const VectorFile& file, const Matched& matched)
{
    std::vector<std::pair<ItemId, std::size_t>> order;
    for (std::size_t row = 0; row < matched.items.size(); ++row)
        if (matched.items[row].isValid())
            order.emplace_back(matched.items[row], row);
    std::ranges::sort(order);
    Space::Parts parts;
    parts.vectors = Matrix(0, file.vectors.cols());
    parts.vectors.reserveRows(order.size());
    for (const auto& [item, row] : order) {
        parts.items.push_back(item);
        parts.vectors.appendRow(file.vectors.row(row));
    }
    return parts;
}

std::string digestOf(MatrixView vectors)
{
    return hash128Hex(std::as_bytes(std::span(vectors.data(), vectors.rows() * vectors.cols())));
}

/// The error of one row of the space, told as one of the file: the space counts only what is in it.
Error errorOfFile(Error error, const std::filesystem::path& path)
{
    if (error.code == ErrorCode::NotFinite)
        error.subject = path.string();
    return error;
}

} // namespace

Result<ImportSpaceReport> importSpace(const std::filesystem::path& libraryFolder, const ImportSpaceRequest& request,
                                      const TaskContext& context)
{
    TW_TRY(request.index.validate());
    const std::string name = request.name.empty() ? request.file.stem().string() : request.name;
    const std::string slugged = slug(name);
    if (slugged.empty())
        return fail(ErrorCode::InvalidArgument, "name", "The space needs a name with a letter or a digit.");
    const std::string id = fmt::format("{}{}", kIdPrefix, slugged);
    TW_ASSIGN(const auto lock, lockLibrary(libraryFolder, "import vectors"));
    TW_ASSIGN(auto store, LibraryStore::open(libraryFolder, Database::Mode::ReadWrite));
    TW_ASSIGN(VectorFile file, readVectorFile(request.file, context));
    TW_TRY(checkFinite(file, request.file));

    ImportSpaceReport report;
    report.format = file.format;
    report.rows = file.vectors.rows();
    TW_ASSIGN(std::vector<Item> items, ItemRows::loadAll(store.database()));
    const std::size_t itemCount = items.size();
    TW_ASSIGN(Matched matched, matchRows(ItemFinder(std::move(items)), file, request));
    leaveOutZeros(file, matched);
    if (!anyValid(matched.items))
        return fail(ErrorCode::NotFinite, request.file.string(), "all rows have length 0");
    report.matching = matched.matching;
    report.leftOut = std::move(matched.leftOut);

    Space::Parts parts = partsOf(file, matched);
    file.vectors = {};
    report.imported = parts.items.size();
    report.itemsWithout = itemCount - parts.items.size();
    parts.id = id;
    parts.provenance.kind = SpaceKind::Imported;
    parts.provenance.embedder = kEmbedder;
    parts.provenance.model = name;
    parts.provenance.digest = digestOf(parts.vectors);
    parts.provenance.rawScaleKnown = true;
    parts.provenance.metric = request.metric;
    std::error_code ignored;
    report.replaced = std::filesystem::exists(spaceFolder(libraryFolder, id), ignored);
    auto placed = putSpaceInPlace(libraryFolder, store, std::move(parts), request.index,
                                  request.use ? std::optional(id) : std::nullopt, context);
    if (!placed)
        return fail(errorOfFile(std::move(placed).error(), request.file));
    report.space = std::move(*placed);
    return report;
}

} // namespace tw
