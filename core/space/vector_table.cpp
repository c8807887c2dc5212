// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/space/table_rows.h"
#include "core/space/vector_formats.h"

#include <charconv>
#include <map>

namespace tw {
namespace {

using Cells = std::vector<std::string_view>;
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
constexpr std::size_t kRowsAtOnce = 256;

/// A cell's number; an empty one is NaN. None when it is something else.
std::optional<float> numberIn(std::string_view cell)
{
    if (cell.empty())
        return std::numeric_limits<float>::quiet_NaN();
    if (cell.front() == '+')
        cell.remove_prefix(1);
    float value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (end != cell.data() + cell.size() || cell.empty())
        return std::nullopt;
    // Below the least float it is 0, above the greatest infinite; both arrive here with the value untouched.
    if (error == std::errc::result_out_of_range) {
        double wide = 0;
        std::from_chars(cell.data(), cell.data() + cell.size(), wide);
        return static_cast<float>(wide);
    }
    return error == std::errc() ? std::optional(value) : std::nullopt;
}

bool isNumber(std::string_view cell)
{
    return !cell.empty() && numberIn(cell).has_value();
}

bool isList(std::string_view cell)
{
    return cell.size() >= 2 && cell.front() == '[' && cell.back() == ']';
}

/// Names of columns that say which item a row is, the surest first.
constexpr std::array<std::string_view, 14> kKeyNames = {"key",     "imdb_id", "imdbid",  "imdb",    "tconst",
                                                        "tmdb_id", "tmdbid",  "tmdb",    "id",      "item_id",
                                                        "itemid",  "title",   "movie_title", "name"};
/// Numbers a library pays no heed to: row numbers that were saved along.
constexpr std::array<std::string_view, 4> kCountNames = {"", "index", "unnamed: 0", "row"};

/// 0, 1, 2, … or 1, 2, 3, … behind at most one other cell: a header that only counts its columns. Of few columns these
/// may as well be numbers of a row.
bool countsColumns(const Cells& cells)
{
    constexpr std::size_t kFewest = 4;
    const std::size_t first = cells[0] == "0" || (cells[0] == "1" && cells.size() > 1 && cells[1] == "2") ? 0 : 1;
    if (cells.size() < first + kFewest)
        return false;
    const std::size_t offset = cells[first] == "1" ? 1 : 0;
    for (std::size_t i = first; i < cells.size(); ++i)
        if (cells[i] != std::to_string(i - first + offset))
            return false;
    return true;
}

bool isHeader(const Cells& cells)
{
    return countsColumns(cells) || std::ranges::none_of(cells, [](std::string_view cell) {
        return isNumber(cell) || isList(cell);
    });
}

/// A column's name without the number at its end: "dim_12" → "dim_".
std::string stem(const std::string& name)
{
    return name.substr(0, name.find_last_not_of("0123456789") + 1);
}

/// Which cell of a row is what.
struct Layout {
    std::vector<std::string> names;     ///< In lower case; empty without a header.
    std::size_t key = kNone;
    std::size_t year = kNone;           ///< Put behind a title.
    std::size_t list = kNone;           ///< The cell with all numbers.
    std::vector<std::size_t> numbers;   ///< Else the cells that are one each.
    std::size_t cells = 0;
};

void chooseKey(Layout& layout, const Cells& first)
{
    for (const std::string_view name : kKeyNames) {
        const auto found = std::ranges::find(layout.names, name);
        if (found != layout.names.end()) {
            layout.key = static_cast<std::size_t>(found - layout.names.begin());
            break;
        }
    }
    for (std::size_t i = 0; i < first.size() && layout.key == kNone; ++i)
        if (!isNumber(first[i]) && !isList(first[i]) && !first[i].empty())
            layout.key = i;
    const auto year = std::ranges::find(layout.names, "year");
    const bool titled = layout.key != kNone && !layout.names.empty()
                        && (layout.names[layout.key].find("title") != std::string::npos
                            || layout.names[layout.key] == "name");
    if (year != layout.names.end() && titled)
        layout.year = static_cast<std::size_t>(year - layout.names.begin());
}

/// Of columns with names the greatest group that only differs in a number, when that is most of them: not the votes and
/// the runtime that stand beside.
void chooseNumbers(Layout& layout, const Cells& first)
{
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (i == layout.key || i == layout.year || !(isNumber(first[i]) || first[i].empty()))
            continue;
        if (!layout.names.empty() && i < layout.names.size()
            && std::ranges::find(kCountNames, std::string_view(layout.names[i])) != kCountNames.end())
            continue;
        layout.numbers.push_back(i);
    }
    if (layout.names.empty())
        return;
    std::map<std::string, std::vector<std::size_t>> groups;
    for (const std::size_t i : layout.numbers)
        if (stem(layout.names[i]) != layout.names[i])
            groups[stem(layout.names[i])].push_back(i);
    for (const auto& [name, group] : groups)
        if (group.size() > 1 && group.size() * 2 >= layout.numbers.size()) {
            layout.numbers = group;
            return;
        }
}

Layout layoutOf(std::vector<std::string> names, const Cells& first)
{
    Layout layout;
    layout.names = std::move(names);
    layout.names.resize(layout.names.empty() ? 0 : std::max(layout.names.size(), first.size()));
    layout.cells = first.size();
    const auto list = std::ranges::find_if(first, isList);
    if (list != first.end())
        layout.list = static_cast<std::size_t>(list - first.begin());
    chooseKey(layout, first);
    if (layout.list == kNone)
        chooseNumbers(layout, first);
    return layout;
}

/// The numbers of "[0.1, 0.2]" or "[0.1 0.2]".
Status readList(std::string_view cell, std::vector<float>& numbers)
{
    numbers.clear();
    std::string_view rest = isList(cell) ? cell.substr(1, cell.size() - 2) : cell;
    constexpr std::string_view kBetween = ", \t\r";
    while (true) {
        rest.remove_prefix(std::min(rest.find_first_not_of(kBetween), rest.size()));
        if (rest.empty())
            return {};
        const std::string_view one = rest.substr(0, rest.find_first_of(kBetween));
        const auto value = numberIn(one);
        if (!value)
            return fail(ErrorCode::FormatBroken, {}, fmt::format("\"{}\" is no number", one.substr(0, 40)));
        numbers.push_back(*value);
        rest.remove_prefix(one.size());
    }
}

Status readNumbers(const Layout& layout, const Cells& cells, std::vector<float>& numbers)
{
    if (cells.size() != layout.cells)
        return fail(ErrorCode::DimensionMismatch, {},
                    fmt::format("{} cells, the first row has {}", cells.size(), layout.cells));
    if (layout.list != kNone)
        return readList(cells[layout.list], numbers);
    numbers.clear();
    for (const std::size_t i : layout.numbers) {
        const auto value = numberIn(cells[i]);
        if (!value)
            return fail(ErrorCode::FormatBroken, {}, fmt::format("\"{}\" is no number", cells[i].substr(0, 40)));
        numbers.push_back(*value);
    }
    return {};
}

std::string keyIn(const Layout& layout, const Cells& cells)
{
    std::string key(cells[layout.key]);
    // In a cell with quotes around it a quote is doubled.
    for (std::size_t at = key.find("\"\""); at != std::string::npos; at = key.find("\"\"", at + 1))
        key.erase(at, 1);
    if (layout.year != kNone && isNumber(cells[layout.year]))
        key += fmt::format(" ({})", cells[layout.year].substr(0, cells[layout.year].find('.')));
    return key;
}

/// Adds the row that the cells hold. Errors name no file.
Status appendRow(VectorFile& file, const Layout& layout, const Cells& cells, std::vector<float>& numbers)
{
    TW_TRY(readNumbers(layout, cells, numbers));
    if (file.vectors.empty() ? numbers.empty() : numbers.size() != file.vectors.cols())
        return fail(ErrorCode::DimensionMismatch, {},
                    fmt::format("{} numbers, the first row has {}", numbers.size(), file.vectors.cols()));
    if ((file.vectors.rows() + 1) * numbers.size() * sizeof(float) > kMostVectorBytes)
        return fail(ErrorCode::InvalidArgument, {}, "too many numbers");
    file.vectors.appendRow(numbers);
    if (layout.key != kNone)
        file.keys.push_back(keyIn(layout, cells));
    return {};
}

} // namespace

Result<VectorFile> readVectorTable(const std::filesystem::path& path, const TaskContext& context)
{
    TW_ASSIGN(TableRows rows, TableRows::open(path));
    VectorFile file;
    file.format = VectorFormat::Table;
    std::optional<Layout> layout;
    std::vector<std::string> names;
    Cells cells;
    std::vector<float> numbers;
    for (std::uint64_t row = 0;;) {
        TW_ASSIGN(const bool found, rows.next(cells));
        if (!found)
            break;
        if (row == 0 && names.empty() && isHeader(cells)) {
            for (const std::string_view cell : cells)
                names.push_back(toLower(cell));
            continue;
        }
        ++row;
        if (row % kRowsAtOnce == 0) {
            TW_TRY(context.check());
            context.report(Stage::Reading, rows.fileBytesRead(), rows.fileBytesTotal());
        }
        if (!layout) {
            layout = layoutOf(names, cells);
            if (layout->list == kNone && layout->numbers.empty())
                return fail(ErrorCode::FormatUnknown, path.string(), "no column of numbers");
            if (layout->key != kNone && !names.empty())
                file.keyColumn = layout->names[layout->key];
        }
        if (const Status added = appendRow(file, *layout, cells, numbers); !added)
            return fail(Error{added.error().code, path.string(), added.error().detail, row});
    }
    if (file.vectors.empty())
        return fail(ErrorCode::InvalidArgument, path.string(), "has no rows");
    return file;
}

} // namespace tw
