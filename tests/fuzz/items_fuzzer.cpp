// SPDX-License-Identifier: GPL-3.0-or-later
// Any cells under any column names with any mapping: an item whose parts keep what item.h promises, or an error.
#include "core/base/text.h"
#include "core/catalog/column_mapping.h"
#include "tests/fuzz/fuzz_input.h"

#include <cstdlib>

namespace {

constexpr int kFields = static_cast<int>(tw::Field::Ignored) + 1;

/// "name=cell" lines; a cell is JSON where it parses, else a text. Names may be those of fields.
tw::Record recordOf(tw::fuzz::Input& input)
{
    tw::Record record;
    record.number = 1;
    while (!input.empty() && record.cells.size() < 64) {
        const std::string_view line = input.part('\n');
        const std::size_t equals = std::min(line.find('='), line.size());
        const std::string_view cell = line.substr(std::min(equals + 1, line.size()));
        auto json = tw::Json::parse(cell);
        record.cells.emplace_back(line.substr(0, equals), json ? std::move(*json) : tw::Json(cell));
    }
    return record;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    tw::fuzz::Input input(data, size);
    const std::size_t assigned = input.choice(8);
    const std::uint8_t shift = input.byte();
    const tw::Record record = recordOf(input);
    std::vector<std::string> columns;
    for (const auto& [name, cell] : record.cells)
        columns.push_back(name);
    auto mapping = tw::ColumnMapping::guess(columns);
    for (std::size_t i = 0; i < std::min(assigned, columns.size()); ++i)
        mapping.assign(columns[i], static_cast<tw::Field>((i + shift) % kFields));
    for (const auto& [name, cell] : record.cells)
        (void)tw::listFromCell(cell);
    const auto item = tw::itemFromRecord(record, mapping);
    if (item && (item->title.empty() || item->key.empty() || item->id.isValid()))
        std::abort();
    return 0;
}
