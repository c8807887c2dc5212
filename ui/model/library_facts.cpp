// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/library_facts.h"

#include "core/library/library_store.h"
#include "ui/model/item_format.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace tw::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tw::ui::LibraryFacts)
};

QString number(std::size_t value) { return QLocale().toString(static_cast<qulonglong>(value)); }

void describe(CatalogueFacts& facts)
{
    const auto line = [&facts](const QString& name, const QString& value) { facts.lines.emplace_back(name, value); };
    const QString all = number(facts.films);
    line(Text::tr("Films"), all);
    if (facts.firstYear && facts.lastYear)
        line(Text::tr("Years"), Text::tr("%1 to %2", "years").arg(*facts.firstYear).arg(*facts.lastYear));
    line(Text::tr("With a text"), Text::tr("%1 of %2").arg(number(facts.withText), all));
    line(Text::tr("With an IMDb id"), Text::tr("%1 of %2").arg(number(facts.withImdbId), all));
    line(Text::tr("With a picture"), Text::tr("%1 of %2").arg(number(facts.withPoster), all));
    line(Text::tr("Countries"), number(facts.countries));
    line(Text::tr("Genres"), number(facts.genres));
}

std::uint64_t sizeOfFile(const std::filesystem::path& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    return error ? 0 : static_cast<std::uint64_t>(size);
}

/// A database with its log and shared-memory file.
std::uint64_t sizeOfDatabase(const std::filesystem::path& path)
{
    return sizeOfFile(path) + sizeOfFile(path.string() + "-wal") + sizeOfFile(path.string() + "-shm");
}

std::uint64_t sizeOfFolder(const std::filesystem::path& path)
{
    std::uint64_t sum = 0;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator file(path, error), end; !error && file != end;
         file.increment(error)) {
        std::error_code ignored;
        if (file->is_regular_file(ignored))
            sum += sizeOfFile(file->path());
    }
    return sum;
}

} // namespace

CatalogueFacts catalogueFacts(const Catalog& catalog)
{
    CatalogueFacts facts;
    std::unordered_set<std::string_view> countries;
    std::unordered_set<std::string_view> genres;
    for (const Item& item : catalog.items()) {
        ++facts.films;
        facts.withText += item.text.empty() ? 0 : 1;
        facts.withPoster += item.poster.empty() ? 0 : 1;
        facts.withImdbId += item.imdbId.empty() ? 0 : 1;
        if (item.year) {
            facts.firstYear = std::min(facts.firstYear.value_or(*item.year), *item.year);
            facts.lastYear = std::max(facts.lastYear.value_or(*item.year), *item.year);
        }
        countries.insert(item.countries.begin(), item.countries.end());
        genres.insert(item.genres.begin(), item.genres.end());
    }
    facts.countries = countries.size();
    facts.genres = genres.size();
    describe(facts);
    return facts;
}

std::vector<StorageLine> storageOf(const std::filesystem::path& folder)
{
    std::vector<StorageLine> lines;
    const auto add = [&lines](const QString& name, const QString& note, std::uint64_t bytes) {
        if (bytes > 0)
            lines.push_back({name, byteText(bytes), note, bytes});
    };
    add(Text::tr("Catalogue and history"), Text::tr("yours: nothing can replace it"),
        sizeOfDatabase(databasePath(folder)));
    add(Text::tr("Text search"), Text::tr("made again when it is missing"), sizeOfDatabase(textIndexPath(folder)));
    add(Text::tr("Vectors kept"), Text::tr("saves embedding again"), sizeOfDatabase(embeddingCachePath(folder)));
    add(Text::tr("Spaces"), Text::tr("made again from the vectors kept"), sizeOfFolder(folder / "spaces"));
    return lines;
}

} // namespace tw::ui
