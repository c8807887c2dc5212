// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/import_text.h"

#include "ui/model/item_format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace tw::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tw::ui::ImportText)
};

QString separatorText(char separator)
{
    switch (separator) {
    case ',': return Text::tr("separated by commas");
    case ';': return Text::tr("separated by semicolons");
    case '\t': return Text::tr("separated by tabs");
    case '|': return Text::tr("separated by bars");
    case ':': return Text::tr("separated by ::");
    default: return {};
    }
}

int plural(std::uint64_t count) { return static_cast<int>(std::min<std::uint64_t>(count, 2'000'000'000)); }

} // namespace

QString numberText(std::uint64_t number) { return QLocale().toString(static_cast<qulonglong>(number)); }

QString fieldText(std::optional<Field> field)
{
    switch (field.value_or(Field::Kept)) {
    case Field::Key: return Text::tr("Key");
    case Field::Title: return Text::tr("Title");
    case Field::OriginalTitle: return Text::tr("Original title");
    case Field::Year: return Text::tr("Year");
    case Field::Runtime: return Text::tr("Running time");
    case Field::Countries: return Text::tr("Countries");
    case Field::Languages: return Text::tr("Languages");
    case Field::Genres: return Text::tr("Genres");
    case Field::Directors: return Text::tr("Directors");
    case Field::Cast: return Text::tr("Cast");
    case Field::Keywords: return Text::tr("Keywords");
    case Field::Tagline: return Text::tr("Tagline");
    case Field::Text: return Text::tr("Overview");
    case Field::Poster: return Text::tr("Poster");
    case Field::ImdbId: return Text::tr("IMDb id");
    case Field::TmdbId: return Text::tr("TMDB id");
    case Field::Kept: return Text::tr("Keep beside", "a column of a catalogue");
    case Field::Ignored: return Text::tr("Leave out", "a column of a catalogue");
    }
    return {};
}

QString skipReasonText(SkipReason reason)
{
    switch (reason) {
    case SkipReason::NoTitle: return Text::tr("Without a title");
    case SkipReason::TooManyCells: return Text::tr("More cells than columns");
    case SkipReason::UnclosedQuote: return Text::tr("A quote that never closes");
    case SkipReason::RecordTooLarge: return Text::tr("Too long");
    case SkipReason::TooManyColumns: return Text::tr("Too many columns");
    case SkipReason::BrokenJson: return Text::tr("Not valid JSON");
    case SkipReason::NotARecord: return Text::tr("Not a record");
    case SkipReason::TooDeep: return Text::tr("Nested too deep");
    case SkipReason::CutOff: return Text::tr("The file ends in the middle of it");
    }
    return {};
}

QString mendingText(Mending mending)
{
    switch (mending) {
    case Mending::DoubleEncoding: return Text::tr("Doubly encoded text");
    case Mending::UndecodableBytes: return Text::tr("Bytes of another encoding, read as Windows-1252");
    case Mending::TextShortened: return Text::tr("Very long text, shortened");
    case Mending::CellsMissing: return Text::tr("Cells missing at the end, left empty");
    case Mending::NulRemoved: return Text::tr("NUL bytes, taken out");
    case Mending::ControlsRemoved: return Text::tr("Control characters, taken out");
    case Mending::YearOutOfRange: return Text::tr("A year that can’t be, kept beside");
    case Mending::DuplicateInFiles: return Text::tr("Twice in these files, made one");
    }
    return {};
}

QString formatText(const FilePreview& preview)
{
    QStringList parts;
    switch (preview.format) {
    case FileFormat::Csv: parts.append(QStringLiteral("CSV")); break;
    case FileFormat::Tsv: parts.append(QStringLiteral("TSV")); break;
    case FileFormat::JsonArray:
    case FileFormat::JsonObject: parts.append(QStringLiteral("JSON")); break;
    case FileFormat::JsonLines: parts.append(QStringLiteral("JSON Lines")); break;
    }
    if (preview.format == FileFormat::Csv && preview.separator != ',')
        parts.append(separatorText(preview.separator));
    if (!preview.compression.empty())
        parts.append(shown(preview.compression));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString encodingText(const FilePreview& preview)
{
    const QString name = shown(preview.encoding);
    return preview.encodingSure ? Text::tr("%1, detected", "an encoding").arg(name)
                                : Text::tr("%1, a guess", "an encoding").arg(name);
}

QString lookedAtText(const FilePreview& preview)
{
    const int rows = plural(preview.counts.read);
    return preview.wholeFile ? Text::tr("%Ln rows, the whole file", nullptr, rows) : Text::tr("the first %Ln rows", nullptr, rows);
}

QString skippedHereText(const ReadCounts& counts)
{
    if (counts.skippedCount() == 0)
        return {};
    QStringList reasons;
    for (const auto& [reason, count] : counts.skippedByReason)
        reasons.append(Text::tr("%1 (%2)", "a reason and how often").arg(skipReasonText(reason), numberText(count)));
    return Text::tr("%Ln of the %1 rows looked at will be left out: %2.", nullptr, plural(counts.skippedCount()))
        .arg(numberText(counts.read), reasons.join(QStringLiteral("; ")));
}

QString outcomeText(const ImportReport& report)
{
    if (report.added > 0 && report.updated > 0)
        return Text::tr("%1 added, %2 updated.", "films added, films updated")
            .arg(filmCount(static_cast<std::size_t>(report.added)), numberText(report.updated));
    if (report.added > 0)
        return Text::tr("%Ln films added.", nullptr, plural(report.added));
    if (report.updated > 0)
        return Text::tr("%Ln films updated.", nullptr, plural(report.updated));
    return Text::tr("Nothing new in these files.");
}

QString skippedText(const ReadCounts& counts)
{
    if (counts.skippedCount() == 0)
        return {};
    return Text::tr("%Ln of %1 rows were left out.", nullptr, plural(counts.skippedCount()))
        .arg(numberText(counts.read));
}

QString mendedText(const ReadCounts& counts)
{
    // One row may have been mended in several ways; the kinds are what can be counted.
    std::uint64_t mended = 0;
    for (const auto& [kind, count] : counts.mendedByKind)
        mended = std::max(mended, count);
    if (mended == 0)
        return {};
    return counts.mendedByKind.size() == 1 ? Text::tr("%Ln rows were mended.", nullptr, plural(mended))
                                           : Text::tr("At least %Ln rows were mended.", nullptr, plural(mended));
}

} // namespace tw::ui
