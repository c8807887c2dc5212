// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/import_report.h"

#include "core/base/files.h"
#include "core/base/text.h"
#include "core/exchange/export_writers.h"
#include "core/library/library_jobs.h"

#include <cstring>
#include <ctime>

#include <unistd.h>

namespace tw {

namespace {

constexpr std::string_view kHeader = "file,row,line,what,detail\r\n";
constexpr std::string_view kPrefix = "import-";
constexpr std::string_view kUnfinished = ".unfinished-";

std::string cell(std::string_view text)
{
    return csvCell(printable(text));
}

std::string numberOrNothing(std::uint64_t number)
{
    return number == 0 ? std::string() : std::to_string(number);
}

template <class Record>
std::string lineOf(const Record& record, std::string_view what)
{
    std::string file = record.file.string();
    if (!record.member.empty())
        file += "/" + record.member;
    return fmt::format("{},{},{},{},{}\r\n", cell(file), numberOrNothing(record.row), numberOrNothing(record.line), what,
                       cell(record.detail));
}

std::string timeForName()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    char text[32] = {};
    std::strftime(text, sizeof text, "%Y-%m-%d-%H%M%S", &local);
    return text;
}

} // namespace

std::filesystem::path importReportFolder(const std::filesystem::path& libraryFolder)
{
    return libraryFolder / "imports";
}

std::filesystem::path newImportReport(const std::filesystem::path& libraryFolder)
{
    const std::string stem = std::string(kPrefix) + timeForName();
    std::filesystem::path path = importReportFolder(libraryFolder) / (stem + ".csv");
    std::error_code ignored;
    for (int copy = 2; std::filesystem::exists(path, ignored); ++copy)
        path = importReportFolder(libraryFolder) / fmt::format("{}-{}.csv", stem, copy);
    return path;
}

void tidyImportReports(const std::filesystem::path& libraryFolder)
{
    std::vector<std::filesystem::path> reports;
    std::vector<std::filesystem::path> gone;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(importReportFolder(libraryFolder), ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(kUnfinished))
            gone.push_back(entry.path());
        else if (name.starts_with(kPrefix) && name.ends_with(".csv"))
            reports.push_back(entry.path());
    }
    // By their time of writing: "-10" would stand before "-2".
    const auto timeOf = [](const std::filesystem::path& path) {
        std::error_code unknown;
        return std::pair(std::filesystem::last_write_time(path, unknown), path);
    };
    std::ranges::sort(reports, std::greater<>(), timeOf);
    if (reports.size() > kReportsKept)
        gone.insert(gone.end(), reports.begin() + kReportsKept, reports.end());
    for (const std::filesystem::path& path : gone)
        std::filesystem::remove(path, ignored);
}

ImportReportWriter::ImportReportWriter(std::filesystem::path target)
    : m_target(std::move(target)),
      m_temporary(m_target.parent_path() / (std::string(kUnfinished) + m_target.filename().string())),
      m_file(nullptr, &std::fclose)
{
}

ImportReportWriter::~ImportReportWriter()
{
    if (!m_file)
        return;
    m_file.reset();
    std::error_code ignored;
    std::filesystem::remove(m_temporary, ignored);
    if (m_madeFolder)
        std::filesystem::remove(m_target.parent_path(), ignored); // only if nothing else has come into it
}

void ImportReportWriter::skipped(const SkippedRecord& record)
{
    if (!m_target.empty() && m_lines++ < kMaxReportLines)
        writeLine(lineOf(record, skipReasonName(record.reason)));
}

void ImportReportWriter::mended(const MendedRecord& record)
{
    if (!m_target.empty() && m_lines++ < kMaxReportLines)
        writeLine(lineOf(record, mendingName(record.mending)));
}

Status ImportReportWriter::fault()
{
    return fail(ErrorCode::FileUnwritable, m_target.string(), std::strerror(errno));
}

Status ImportReportWriter::begin()
{
    std::error_code error;
    if (m_target.has_parent_path())
        m_madeFolder = std::filesystem::create_directories(m_target.parent_path(), error);
    if (error)
        return fail(ErrorCode::FileUnwritable, m_target.string(), error.message());
    m_file.reset(std::fopen(m_temporary.c_str(), "wbe"));
    if (!m_file || std::fwrite(kHeader.data(), 1, kHeader.size(), m_file.get()) != kHeader.size())
        return fault();
    return {};
}

void ImportReportWriter::writeLine(const std::string& line)
{
    if (m_status && !m_file)
        m_status = begin();
    if (m_status && std::fwrite(line.data(), 1, line.size(), m_file.get()) != line.size())
        m_status = fault();
}

Result<std::filesystem::path> ImportReportWriter::publish()
{
    if (m_status && !m_file)
        return std::filesystem::path();
    if (m_lines > kMaxReportLines)
        writeLine(fmt::format(",,,more,{} more records are not listed\r\n", m_lines - kMaxReportLines));
    if (m_status && (std::fflush(m_file.get()) != 0 || ::fsync(::fileno(m_file.get())) != 0))
        m_status = fault();
    if (!m_status)
        return fail(m_status.error());
    std::error_code error;
    std::filesystem::rename(m_temporary, m_target, error);
    if (error)
        return fail(ErrorCode::FileUnwritable, m_target.string(), error.message());
    m_file.reset();
    return m_target;
}

Status saveImportReport(const ImportReport& report, const std::filesystem::path& to)
{
    if (!report.reportFile.empty()) {
        TW_ASSIGN(const std::string complete, readFile(report.reportFile));
        return writeFileAtomically(to, complete);
    }
    std::string text(kHeader);
    for (const SkippedRecord& record : report.counts.skipped)
        text += lineOf(record, skipReasonName(record.reason));
    for (const MendedRecord& record : report.counts.mended)
        text += lineOf(record, mendingName(record.mending));
    return writeFileAtomically(to, text);
}

} // namespace tw
