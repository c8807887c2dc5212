// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/database.h"
#include "core/base/task_context.h"
#include "core/catalog/catalog.h"
#include "core/search/item_visitor.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace tw {

/// Changes with every text the index holds and with its layout. The items are added by id.
class TextFingerprint {
public:
    TextFingerprint();
    void add(const Item& item);
    std::string text() const;

private:
    std::uint64_t m_hash;
    std::uint64_t m_count = 0;
};
std::string textFingerprint(const Catalog& catalog);

/// Opens a built file for reading if its seal (file_seal.h) is whole and it has this fingerprint (if given).
/// Errors: NotFound (also when it is one of another catalogue or version), Damaged, Database.
Result<Database> openTextFile(const std::filesystem::path& path, const std::optional<std::string>& fingerprint);

/// Builds the file beside `path`, moves it there and opens it as openTextFile does. Where the folder can't be written,
/// the index is built in memory. Holds one item at a time.
/// @param itemCount  For the progress only.
/// Errors: those of `visit`, Database, FileUnwritable, Cancelled; no partial file stays.
Result<Database> buildTextFile(const std::filesystem::path& path, std::uint64_t itemCount, const ItemVisitor& visit,
                               const TaskContext& context);
/// The same in memory only.
Result<Database> buildTextInMemory(std::uint64_t itemCount, const ItemVisitor& visit, const TaskContext& context);
/// Removes what builds of this file that were killed have left beside it; those of living processes stay.
void removeTextLeftovers(const std::filesystem::path& path);

} // namespace tw
