// SPDX-License-Identifier: GPL-3.0-or-later
// Every file of the outside data is read: what comes in, what is left out and why, what is mended.
#include "core/catalog/catalog_files.h"
#include "core/catalog/catalog_preview.h"
#include "tests/support/test_data.h"

namespace tw {
namespace {

TEST(OutsideFiles, print)
{
    TW_REQUIRE_TEST_DATA(root, "");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (!entry.is_regular_file())
            continue;
        const std::vector<std::filesystem::path> files = {entry.path()};
        std::vector<Item> items;
        const auto counts = readCatalogFiles(files, {}, [&](Item&& item) -> Status { items.push_back(std::move(item)); return {}; }, {});
        std::string line = entry.path().lexically_relative(root).string() + " | ";
        if (!counts) {
            line += fmt::format("{} {}", errorCodeName(counts.error().code), counts.error().detail.substr(0, 100));
        } else {
            line += fmt::format("{} | {} |", counts->read, counts->items);
            for (const auto& [r, n] : counts->skippedByReason)
                line += fmt::format(" {}={}", skipReasonName(r), n);
            line += " |";
            for (const auto& [r, n] : counts->mendedByKind)
                line += fmt::format(" {}={}", mendingName(r), n);
            const auto p = previewCatalogFile(files[0], {}, {});
            line += fmt::format(" | {} {} {} {}", p->encoding, p->recognisedAs, p->compression, p->member);
            for (std::size_t i = 0; i < items.size(); i += items.size() - 1 + (items.size() == 1)) {
                const Item& it = items[i];
                line += fmt::format("\n     {} [{}] g={} d={} c={} k={} tag={} text={} extra={}", it.titleWithYear(), it.key, fmt::join(it.genres, "/"), fmt::join(it.directors, "/"), it.cast.size(), it.keywords.size(), it.tagline, it.text.substr(0, 40), it.extra.size());
            }
        }
        fmt::print("{}\n", line);
    }
}

} // namespace
} // namespace tw
