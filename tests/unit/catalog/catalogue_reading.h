// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/catalog/catalog_files.h"
#include "tests/support/temp_folder.h"

namespace tw::test {

/// A folder for files made on the spot, and what came out of reading one.
class CatalogueReading : public testing::Test {
protected:
    const TempFolder m_folder;
    std::vector<Item> m_items;
    ReadCounts m_counts;

    std::filesystem::path write(const std::string& name, std::string_view content) const
    {
        EXPECT_TRUE(writeFileAtomically(m_folder / name, content));
        return m_folder / name;
    }
    Status readPath(const std::filesystem::path& path, const ReadOptions& options = {}, ReadObserver* observer = nullptr)
    {
        m_items.clear();
        m_counts = {};
        const std::vector<std::filesystem::path> files = {path};
        auto counts = readCatalogFiles(catalogFiles(files, options),
                                       [this](Item&& item) -> Status {
                                           m_items.push_back(std::move(item));
                                           return {};
                                       },
                                       {}, observer);
        if (!counts)
            return fail(counts.error());
        m_counts = std::move(*counts);
        EXPECT_EQ(m_counts.items, m_items.size());
        std::uint64_t skipped = 0;
        for (const auto& [reason, count] : m_counts.skippedByReason)
            skipped += count;
        EXPECT_EQ(m_counts.read, m_counts.items + skipped) << "every record is accounted for";
        return {};
    }
    /// Reads a file that has to be readable.
    void read(const std::string& name, std::string_view content, const ReadOptions& options = {})
    {
        const Status status = readPath(write(name, content), options);
        ASSERT_TRUE(status) << errorCodeName(status.error().code) << ": " << status.error().detail;
    }
    Error errorOf(const std::string& name, std::string_view content)
    {
        const Status status = readPath(write(name, content));
        EXPECT_FALSE(status) << name;
        return status ? Error{} : status.error();
    }
    std::vector<std::string> titles() const
    {
        std::vector<std::string> all;
        for (const Item& item : m_items)
            all.push_back(item.titleWithYear());
        return all;
    }
    std::uint64_t skipped(SkipReason reason) const
    {
        const auto found = m_counts.skippedByReason.find(reason);
        return found == m_counts.skippedByReason.end() ? 0 : found->second;
    }
    std::uint64_t mended(Mending mending) const
    {
        const auto found = m_counts.mendedByKind.find(mending);
        return found == m_counts.mendedByKind.end() ? 0 : found->second;
    }
};

/// All of an item in one line, to compare by.
inline std::string inOneLine(const Item& item)
{
    std::string line = fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}", item.key, item.titleWithYear(), item.originalTitle,
                                   item.runtimeMinutes.value_or(0), fmt::join(item.genres, "/"),
                                   fmt::join(item.directors, "/"), fmt::join(item.cast, "/"), item.tagline, item.text);
    for (const auto& [column, text] : item.extra)
        line += fmt::format("|{}={}", column, text);
    return line;
}

} // namespace tw::test
