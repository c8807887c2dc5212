// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/read_report.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

namespace tw {

struct ImportReport;

/// Where a library keeps the reports of its imports, the newest kReportsKept of them.
std::filesystem::path importReportFolder(const std::filesystem::path& libraryFolder);
inline constexpr std::size_t kReportsKept = 20;
/// A report ends with a line that counts the rest beyond so many records: a file made of rubbish must not fill the disk.
inline constexpr std::uint64_t kMaxReportLines = 1'000'000;

/// Writes every skipped and mended record as it comes, a line of CSV each: file, row, line, what, detail. Cells are
/// inert: no formulas, no control characters. Nothing is made before the first record. One thread.
class ImportReportWriter final : public ReadObserver {
public:
    /// @param target  The file to become; its folder is made when it is missing. Written beside it under a hidden name.
    ///                Empty: nothing is written.
    explicit ImportReportWriter(std::filesystem::path target);
    ~ImportReportWriter() override;
    ImportReportWriter(const ImportReportWriter&) = delete;
    ImportReportWriter& operator=(const ImportReportWriter&) = delete;

    void skipped(const SkippedRecord& record) override;
    void mended(const MendedRecord& record) override;

    /// Puts the file in its place. Returns its path, or an empty one when there was nothing to write.
    /// Without this call nothing stays. Errors: FileUnwritable, also of earlier writes.
    Result<std::filesystem::path> publish();
    /// FileUnwritable once writing failed; what came later is dropped.
    const Status& status() const { return m_status; }

private:
    void writeLine(const std::string& line);
    Status begin();
    Status fault();

    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> m_file;
    bool m_madeFolder = false;
    std::uint64_t m_lines = 0;
    Status m_status;
};

/// The name of the report of an import at this moment: imports/import-2026-08-01-203000.csv, with "-2" behind it when
/// there is one of that second.
std::filesystem::path newImportReport(const std::filesystem::path& libraryFolder);
/// Deletes all but the newest reports, and what imports that were killed have left of theirs.
void tidyImportReports(const std::filesystem::path& libraryFolder);

/// Saves the report for a person: the complete list where the import kept one, else what the counts list.
/// Replaces the file whole or not at all. Errors: FileUnreadable, FileUnwritable.
Status saveImportReport(const ImportReport& report, const std::filesystem::path& to);

} // namespace tw
