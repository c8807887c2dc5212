// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/item_format.h"

#include "core/base/text.h"
#include "core/library/session.h"
#include "ui/model/genre_text.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <numeric>

namespace tw::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tw::ui::ItemFormat)
};

QChar::Script scriptOf(const QString& text)
{
    for (const char32_t c : text.toUcs4()) {
        if (QChar::isLetter(c))
            return QChar::script(c);
    }
    return QChar::Script_Common;
}

QStringList shownList(const std::vector<std::string>& list)
{
    QStringList made;
    made.reserve(static_cast<qsizetype>(list.size()));
    for (const auto& entry : list)
        made.append(shownLine(entry));
    return made;
}

constexpr int kMostMarks = 4; ///< Vietnamese needs two, Tibetan and Hebrew up to four.

/// Without control characters. Of long texts only a beginning that surely holds `most` characters is looked at.
QString cleaned(std::string_view utf8, qsizetype most)
{
    const std::string clean = printable(utf8.substr(0, static_cast<std::size_t>(most) * 16));
    return QString::fromUtf8(clean.data(), static_cast<qsizetype>(clean.size()));
}

QString cut(const QString& text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    // Not between the halves of a surrogate pair.
    const qsizetype end = text.at(most - 1).isHighSurrogate() ? most - 1 : most;
    return text.left(end) + QChar(0x2026);
}

QString exploreColumnText(const QString& id)
{
    if (id == QLatin1String("profile"))
        return Text::tr("Explore, profile");
    if (id == QLatin1String("gaussian"))
        return Text::tr("Explore, Gaussian noise");
    if (id == QLatin1String("buckets"))
        return Text::tr("Explore, buckets");
    if (id == QLatin1String("search"))
        return Text::tr("Explore, search");
    if (id == QLatin1String("article-noise"))
        return Text::tr("Explore, the article’s noise");
    if (id == QLatin1String("article-buckets"))
        return Text::tr("Explore, the article’s buckets");
    return Text::tr("Explore");
}

} // namespace

TimePoint systemTime() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

QString shown(std::string_view utf8) { return cut(cleaned(utf8, kMostShown), kMostShown); }

QString shownLine(std::string_view utf8)
{
    const QString clean = cleaned(utf8, kMostInLine);
    QString line;
    line.reserve(std::min(clean.size(), 2 * kMostInLine));
    int marks = 0;
    bool blank = false;
    for (const QChar c : clean) {
        if (line.size() > kMostInLine)
            break;
        if (c.isSpace()) {
            blank = !line.isEmpty();
            continue;
        }
        const bool mark = c.category() == QChar::Mark_NonSpacing || c.category() == QChar::Mark_Enclosing;
        marks = mark ? marks + 1 : 0;
        if (marks > kMostMarks)
            continue;
        if (blank)
            line.append(u' ');
        blank = false;
        line.append(c);
    }
    return cut(line, kMostInLine);
}

QString shownTitle(std::string_view utf8)
{
    const QString line = shownLine(utf8);
    const bool visible = std::any_of(line.begin(), line.end(), [](QChar c) {
        return c.isSurrogate() || (c.isPrint() && !c.isSpace() && !c.isMark() && c.category() != QChar::Other_Format
                                   && c.unicode() != 0x115F && c.unicode() != 0x1160 && c.unicode() != 0x3164);
    });
    return visible ? line : Text::tr("Title without visible letters");
}

std::string utf8(const QString& text) { return text.toStdString(); }

bool ItemFace::originalLeads() const
{
    return !originalTitle.isEmpty() && scriptOf(originalTitle) != scriptOf(title);
}

QString ItemFace::cardLine() const
{
    if (originalLeads())
        return year == 0 ? title : Text::tr("%1, %2", "translated title, year").arg(title, QString::number(year));
    if (year == 0)
        return genres.value(0);
    if (genres.isEmpty())
        return QString::number(year);
    return Text::tr("%1 · %2", "year, genre").arg(QString::number(year), genres.constFirst());
}

QString ItemFace::metaLine() const
{
    const QString some = genres.mid(0, 3).join(QStringLiteral(", "));
    if (year == 0)
        return some;
    if (some.isEmpty())
        return QString::number(year);
    return Text::tr("%1 · %2", "year, genres").arg(QString::number(year), some);
}

QString ItemFace::titleWithYear() const
{
    return year == 0 ? title : Text::tr("%1 (%2)", "title, year").arg(title, QString::number(year));
}

ItemFace itemFace(const Session& session, ItemId item)
{
    const Item& from = session.catalog->item(item);
    ItemFace face;
    face.item = item;
    face.key = shownLine(from.key);
    face.title = shownTitle(from.title);
    if (from.originalTitle != from.title)
        face.originalTitle = shownLine(from.originalTitle);
    face.year = from.year.value_or(0);
    face.catalogueGenres = shownList(from.genres);
    for (const QString& genre : std::as_const(face.catalogueGenres))
        face.genres.append(genreText(genre));
    face.overview = shown(from.text);
    face.poster = shown(from.poster);
    if (session.space.projection && session.space.space) {
        if (const auto row = session.space.space->row(item)) {
            const auto ranks = session.space.projection->ranks(*row);
            std::array<float, kPosterDirections> percentiles{};
            std::copy_n(ranks.begin(), std::min(ranks.size(), percentiles.size()), percentiles.begin());
            face.percentiles = percentiles;
        }
    }
    return face;
}

QStringList foundByTags(const FoundBy& foundBy)
{
    QStringList tags;
    if (foundBy.title)
        tags.append(Text::tr("Title", "found by"));
    if (foundBy.text)
        tags.append(Text::tr("Text", "found by"));
    if (foundBy.meaning)
        tags.append(Text::tr("Meaning", "found by"));
    return tags;
}

QString reasonText(const Catalog& catalog, const std::vector<Reason>& reasons)
{
    QStringList titles;
    for (const Reason& reason : reasons) {
        if (catalog.contains(reason.likedItem))
            titles.append(shownTitle(catalog.item(reason.likedItem).title));
    }
    if (titles.isEmpty())
        return {};
    if (titles.size() == 1)
        return Text::tr("Like %1").arg(titles[0]);
    return Text::tr("Like %1 and %2").arg(titles[0], titles[1]);
}

QString hitText(const Catalog& catalog, const SearchHit& hit, const std::vector<Reason>& closeTo)
{
    // One word says no more than the query itself; the place where it stands does.
    if (hit.matched.size() > 1 || (!hit.matched.empty() && hit.snippet.empty()))
        return shownList(hit.matched).join(QStringLiteral(", "));
    if (!hit.snippet.empty())
        return Text::tr("“%1”", "quoted from a film's text").arg(shownLine(hit.snippet));
    QStringList titles;
    for (const Reason& reason : closeTo) {
        if (catalog.contains(reason.likedItem))
            titles.append(shownTitle(catalog.item(reason.likedItem).title));
    }
    if (titles.isEmpty())
        return {};
    if (titles.size() == 1)
        return Text::tr("close to %1").arg(titles[0]);
    return Text::tr("close to %1 and %2").arg(titles[0], titles[1]);
}

QString scoreText(double score) { return QLocale().toString(score, 'f', 2); }

QString percentText(double share)
{
    const double percent = share * 100;
    if (percent > 0 && percent < 0.5)
        return Text::tr("<1 %", "share");
    return Text::tr("%1 %", "share").arg(QLocale().toString(percent, 'f', 0));
}

QString filmCount(std::size_t count) { return Text::tr("%Ln films", nullptr, static_cast<int>(count)); }

QString likeCounts(std::size_t likes, std::size_t dislikes)
{
    if (likes == 0 && dislikes == 0)
        return Text::tr("No likes yet");
    const QString liked = Text::tr("%Ln likes", nullptr, static_cast<int>(likes));
    if (dislikes == 0)
        return liked;
    return Text::tr("%1 · %2", "likes, dislikes")
        .arg(liked, Text::tr("%Ln dislikes", nullptr, static_cast<int>(dislikes)));
}

QString byteText(std::uint64_t bytes)
{
    const auto value = static_cast<double>(bytes);
    const QLocale locale;
    if (bytes < 1000)
        return Text::tr("%Ln bytes", nullptr, static_cast<int>(bytes));
    if (value < 1e6)
        return Text::tr("%1 KB").arg(locale.toString(value / 1e3, 'f', value < 1e4 ? 1 : 0));
    if (value < 1e9)
        return Text::tr("%1 MB").arg(locale.toString(value / 1e6, 'f', value < 1e7 ? 1 : 0));
    return Text::tr("%1 GB").arg(locale.toString(value / 1e9, 'f', 1));
}

QString timeLeftText(double seconds)
{
    if (seconds < 10)
        return Text::tr("about %1 s left").arg(std::max(1, static_cast<int>(std::ceil(seconds))));
    if (seconds < 58)
        return Text::tr("about %1 s left").arg(static_cast<int>(std::ceil(seconds / 5)) * 5);
    if (seconds < 58 * 60)
        return Text::tr("about %1 min left").arg(std::max(1, static_cast<int>(std::lround(seconds / 60))));
    return Text::tr("about %1 h left").arg(std::max(1, static_cast<int>(std::lround(seconds / 3600))));
}

QString dateText(TimePoint time, TimePoint now)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).date();
    const QLocale locale;
    if (when.date() == today)
        return Text::tr("Today, %1").arg(locale.toString(when.time(), Text::tr("HH:mm", "time format")));
    if (when.date() == today.addDays(-1))
        return Text::tr("Yesterday, %1").arg(locale.toString(when.time(), Text::tr("HH:mm", "time format")));
    return locale.toString(when.date(), Text::tr("d MMM yyyy", "date format"));
}

QString dayText(TimePoint time, TimePoint now)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()).date();
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).date();
    const QLocale locale;
    return day.year() == today.year() ? locale.toString(day, Text::tr("d MMMM", "date format without year"))
                                      : locale.toString(day, Text::tr("d MMMM yyyy", "date format"));
}

QString foundInText(Source source, const QString& detail)
{
    switch (source) {
    case Source::Unknown: return {};
    case Source::Search: return detail.isEmpty() ? Text::tr("Search") : Text::tr("Search “%1”").arg(detail);
    case Source::Recommended: return Text::tr("Recommended");
    case Source::Explore: return exploreColumnText(detail);
    case Source::Map: return Text::tr("Map");
    case Source::Details: return Text::tr("Details");
    case Source::Likes: return Text::tr("Likes");
    case Source::CommandLine: return Text::tr("Command line");
    case Source::Starter: return Text::tr("First films");
    }
    return {};
}

QString stateText(ItemState state)
{
    switch (state) {
    case ItemState::None: return {};
    case ItemState::Liked: return Text::tr("Liked");
    case ItemState::Disliked: return Text::tr("Disliked");
    case ItemState::Hidden: return Text::tr("Hidden");
    }
    return {};
}

QString actText(Act act, const QString& title)
{
    const bool named = !title.isEmpty();
    switch (act) {
    case Act::Liked: return named ? Text::tr("Liked “%1”").arg(title) : Text::tr("Liked a film");
    case Act::Disliked: return named ? Text::tr("Disliked “%1”").arg(title) : Text::tr("Disliked a film");
    case Act::Hidden: return named ? Text::tr("Hid “%1”").arg(title) : Text::tr("Hid a film");
    case Act::Removed: return named ? Text::tr("Removed “%1”").arg(title) : Text::tr("Removed a film");
    case Act::Undone: return Text::tr("Taken back");
    }
    return {};
}

QString spaceName(const std::string& id, const Provenance& provenance)
{
    if (provenance.kind != SpaceKind::Content)
        return shownLine(provenance.model.empty() ? id : provenance.model);
    if (provenance.embedder == "builtin")
        return Text::tr("Overviews, built-in");
    return Text::tr("Overviews, %1").arg(shownLine(provenance.model.empty() ? id : provenance.model));
}

std::vector<Reason> nearestLikes(const Space& space, ItemId item, std::span<const ItemId> likes, std::size_t count)
{
    std::vector<Reason> found;
    const auto own = space.vector(item);
    if (own.empty())
        return found;
    for (const ItemId like : likes) {
        const auto other = space.vector(like);
        if (like == item || other.empty())
            continue;
        // Of vectors that are not verified yet there may be any, and no order among those that are no numbers.
        const float similarity = std::inner_product(own.begin(), own.end(), other.begin(), 0.0F);
        if (std::isfinite(similarity))
            found.push_back({like, similarity});
    }
    const auto kept = std::min(count, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                      [](const Reason& a, const Reason& b) { return a.similarity > b.similarity; });
    found.resize(kept);
    return found;
}

} // namespace tw::ui
