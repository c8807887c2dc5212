// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/poster/poster_painter.h"

#include "ui/widgets/poster/poster_motifs.h"
#include "ui/widgets/theme/color_math.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QCache>
#include <QCoreApplication>
#include <QHash>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace tw::poster {
namespace {

constexpr int kLineLength = 13;
constexpr int kMaximumLines = 4;
constexpr int kTitleFromWidth = 96;
constexpr int kCacheBytes = 48 * 1024 * 1024;

/// Steps of 64-bit FNV-1a (Fowler, Noll, Vo), the same on every machine.
class Fnv {
public:
    void add(const void* data, std::size_t size)
    {
        const auto* bytes = static_cast<const unsigned char*>(data);
        for (std::size_t i = 0; i < size; ++i)
            m_state = (m_state ^ bytes[i]) * 0x100000001B3ULL;
    }
    void add(const QString& text)
    {
        const QByteArray utf8 = text.toUtf8();
        add(utf8.constData(), static_cast<std::size_t>(utf8.size()));
        add("\x1f", 1);
    }
    std::uint64_t state() const { return m_state; }

private:
    std::uint64_t m_state = 0xCBF29CE484222325ULL;
};

/// SplitMix64 (Steele, Lea, Flood 2014) to uniform doubles in 0..1.
class Uniform {
public:
    explicit Uniform(std::uint64_t seed)
        : m_state(seed)
    {
    }
    double next()
    {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
    }

private:
    std::uint64_t m_state;
};

struct HashNumbers {
    std::array<double, kPosterNumbers> values;
    double hue;
    bool mirrored() const { return values[19] > .5; }
    double tone() const { return values[21]; }
};

HashNumbers hashNumbers(const QString& key)
{
    Fnv fnv;
    fnv.add(key);
    Uniform uniform(fnv.state());
    HashNumbers result{};
    for (double& value : result.values)
        value = uniform.next();
    result.hue = uniform.next();
    return result;
}

/// Hues of the genres, OKLCH degrees, by canonical name.
const QHash<QString, int>& hues()
{
    static const QHash<QString, int> kHues{
        {QStringLiteral("Drama"), 245},     {QStringLiteral("Comedy"), 85},
        {QStringLiteral("Thriller"), 290},  {QStringLiteral("Action"), 32},
        {QStringLiteral("Adventure"), 155}, {QStringLiteral("Science Fiction"), 205},
        {QStringLiteral("Horror"), 18},     {QStringLiteral("Romance"), 0},
        {QStringLiteral("Crime"), 268},     {QStringLiteral("Fantasy"), 325},
        {QStringLiteral("Animation"), 62},  {QStringLiteral("Documentary"), 120},
        {QStringLiteral("Family"), 70},     {QStringLiteral("Mystery"), 300},
        {QStringLiteral("History"), 50},    {QStringLiteral("War"), 110},
        {QStringLiteral("Music"), 340},     {QStringLiteral("Western"), 45},
        {QStringLiteral("TV Movie"), 250},  {QStringLiteral("Foreign"), 200},
    };
    return kHues;
}

/// The canonical name of a genre; empty when it is not known.
QString canonicalGenre(const QString& genre)
{
    static const QHash<QString, QString> kCanonical = [] {
        QHash<QString, QString> names;
        for (auto it = hues().cbegin(); it != hues().cend(); ++it)
            names.insert(it.key().toCaseFolded(), it.key());
        names.insert(QStringLiteral("sci-fi"), QStringLiteral("Science Fiction"));
        names.insert(QStringLiteral("film-noir"), QStringLiteral("Crime"));
        names.insert(QStringLiteral("film noir"), QStringLiteral("Crime"));
        names.insert(QStringLiteral("musical"), QStringLiteral("Music"));
        names.insert(QStringLiteral("children"), QStringLiteral("Family"));
        names.insert(QStringLiteral("children's"), QStringLiteral("Family"));
        return names;
    }();
    return kCanonical.value(genre.trimmed().toCaseFolded());
}

QStringList knownGenres(const QStringList& genres)
{
    QStringList known;
    for (const QString& genre : genres)
        if (const QString name = canonicalGenre(genre); !name.isEmpty())
            known.append(name);
    return known;
}

bool isBroad(const QString& genre)
{
    return genre == QLatin1String("Drama") || genre == QLatin1String("Family") || genre == QLatin1String("Comedy");
}

bool tellsMore(const QString& genre)
{
    static const QStringList kTelling{QStringLiteral("Science Fiction"), QStringLiteral("Fantasy"),
                                      QStringLiteral("Animation"),       QStringLiteral("Horror"),
                                      QStringLiteral("Music"),           QStringLiteral("Western")};
    return kTelling.contains(genre);
}

bool isCjk(char32_t c)
{
    return c > 0x2E80;
}

QString fromUcs4(const std::u32string& text)
{
    return QString::fromUcs4(text.data(), static_cast<qsizetype>(text.size()));
}

struct Wrapped {
    QStringList lines;
    double size;
};

Wrapped wrapTitle(const QString& title)
{
    const QStringList lines = titleLines(title);
    const std::u32string text = title.toStdU32String();
    if (std::any_of(text.begin(), text.end(), isCjk) && text.size() <= 5)
        return {{title}, 19};
    qsizetype longest = 0;
    for (const QString& line : lines)
        longest = std::max(longest, line.size());
    return {lines, lines.size() <= 2 && longest < kLineLength ? 13.5 : 11.6};
}

void paintTitle(QPainter* painter, const QString& title, const PosterTones& tones)
{
    if (title.isEmpty())
        return;
    const Wrapped wrapped = wrapTitle(title);
    const double line = wrapped.size * 1.16;
    const double firstBaseline = kCanvasHeight - 12 - static_cast<double>(wrapped.lines.size() - 1) * line;
    const double top = firstBaseline - wrapped.size - 7;
    painter->fillRect(QRectF(0, top, kCanvasWidth, kCanvasHeight - top), tones.ground);
    // Fonts come in whole pixels; a tenfold font on a tenfold smaller scale keeps the fraction.
    constexpr double kFine = 10;
    QFont font = theme().baseFont();
    font.setPixelSize(static_cast<int>(std::lround(wrapped.size * kFine)));
    font.setWeight(QFont::DemiBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    painter->setFont(font);
    painter->setPen(tones.ink);
    painter->save();
    painter->scale(1 / kFine, 1 / kFine);
    for (qsizetype i = 0; i < wrapped.lines.size(); ++i)
        painter->drawText(QPointF(10, firstBaseline + static_cast<double>(i) * line) * kFine, wrapped.lines[i]);
    painter->restore();
}

void cutCorners(QPainter* painter, double width)
{
    const double corner = std::min(5.0, 4 * kCanvasWidth / width * .5 + 2);
    const QRectF canvas(0, 0, kCanvasWidth, kCanvasHeight);
    QPainterPath outside;
    outside.addRect(canvas.adjusted(-1, -1, 1, 1));
    outside.addRoundedRect(canvas, corner, corner);
    painter->setCompositionMode(QPainter::CompositionMode_DestinationOut);
    painter->setPen(Qt::NoPen);
    painter->setBrush(Qt::black);
    painter->drawPath(outside);
}

QImage render(const PosterSpec& spec, double width, qreal ratio, bool withTitle)
{
    const QSize size(static_cast<int>(std::lround(width * ratio)), static_cast<int>(std::lround(width * 1.5 * ratio)));
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    const PosterTones colors = tones(spec);
    image.fill(colors.ground);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size.width() / kCanvasWidth, size.height() / kCanvasHeight);
    painter.save();
    if (hashNumbers(spec.key).mirrored()) {
        painter.translate(kCanvasWidth, 0);
        painter.scale(-1, 1);
    }
    paintMotif(&painter, leadingGenre(spec.genres), numbers(spec), colors);
    painter.restore();
    if (withTitle)
        paintTitle(&painter, spec.title, colors);
    cutCorners(&painter, width);
    painter.end();
    image.setDevicePixelRatio(ratio);
    return image;
}

bool showsTitle(PosterTitle title, double width)
{
    return title == PosterTitle::Always || (title == PosterTitle::Auto && width >= kTitleFromWidth);
}

QCache<std::uint64_t, QPixmap>& cache()
{
    static QCache<std::uint64_t, QPixmap> instance(kCacheBytes);
    return instance;
}

}  // namespace

QString leadingGenre(const QStringList& genres)
{
    const QStringList known = knownGenres(genres);
    if (known.isEmpty())
        return {};
    if (isBroad(known[0]) && known.size() > 1 && tellsMore(known[1]))
        return known[1];
    return known[0];
}

std::array<double, kPosterNumbers> numbers(const PosterSpec& spec)
{
    const HashNumbers hash = hashNumbers(spec.key);
    std::array<double, kPosterNumbers> result = hash.values;
    if (spec.percentiles) {
        for (std::size_t i = 0; i < result.size(); ++i) {
            const double mixed = .35 * static_cast<double>((*spec.percentiles)[i]) + .65 * hash.values[i];
            // The mixture of two spreads gathers around the middle; 1.35 opens it again.
            result[i] = std::clamp((mixed - .5) * 1.35 + .5, 0.0, .999);
        }
        // The choice between the motifs of a genre is the hash's alone.
        result[23] = hash.values[23];
    }
    return result;
}

PosterTones tones(const PosterSpec& spec)
{
    const HashNumbers hash = hashNumbers(spec.key);
    const QStringList known = knownGenres(spec.genres);
    const QString lead = leadingGenre(spec.genres);
    const double h1 = hues().value(lead, 245) + (hash.hue - .5) * 34;
    double h2 = h1 + 150;
    for (const QString& genre : known)
        if (genre != lead) {
            h2 = hues().value(genre);
            break;
        }
    if (std::abs(std::remainder(h1 - h2, 360.0)) < 28)
        h2 = h1 + 70;

    const double fine = numbers(spec)[22];
    if (hash.tone() < .30)
        return {fromOkLch(.47 + .03 * fine, .085, h1), fromOkLch(.41, .08, h1), fromOkLch(.57, .095, h1),
                fromOkLch(.82, .07, h1 + 10), fromOkLch(.89, .095, h2), QColor(0xFF, 0xFB, 0xF2)};
    if (hash.tone() < .84)
        return {fromOkLch(.30 + .05 * fine, .055, h1), fromOkLch(.38, .07, h1),
                fromOkLch(.47 + .04 * fine, .085, h1), fromOkLch(.74, .085, h1 + 8),
                fromOkLch(.86, .10, h2), QColor(0xF8, 0xF3, 0xE9)};
    return {fromOkLch(.87, .045, h1), fromOkLch(.78, .06, h1), fromOkLch(.72, .085, h1),
            fromOkLch(.52, .10, h1 + 8), fromOkLch(.46, .125, h2), fromOkLch(.24, .04, h1)};
}

QStringList titleLines(const QString& title)
{
    const std::u32string text = title.simplified().toStdU32String();
    QStringList lines;
    if (std::any_of(text.begin(), text.end(), isCjk)) {
        constexpr std::size_t kCjkLength = kLineLength / 2;
        for (std::size_t i = 0; i < text.size(); i += kCjkLength)
            lines.append(fromUcs4(text.substr(i, kCjkLength)));
    } else {
        QString line;
        for (const QString& word : fromUcs4(text).split(u' ')) {
            if (line.isEmpty() || line.size() + word.size() + 1 <= kLineLength) {
                line = line.isEmpty() ? word : line + u' ' + word;
            } else {
                lines.append(line);
                line = word;
            }
        }
        lines.append(line);
    }
    const auto shorten = [](QString line, qsizetype length) {
        line.truncate(length);
        while (!line.isEmpty() && (line.endsWith(u' ') || line.endsWith(u',') || line.endsWith(u':') ||
                                   line.back().isHighSurrogate()))
            line.chop(1);
        return line + u'…';
    };
    if (lines.size() > kMaximumLines) {
        lines.resize(kMaximumLines);
        lines.last() = shorten(lines.last(), kLineLength - 1);
    }
    for (QString& line : lines)
        if (line.size() > kLineLength + 2)
            line = shorten(line, kLineLength);
    return lines;
}

QString description(const PosterSpec& spec)
{
    return spec.year > 0 ? QCoreApplication::translate("tw::poster", "Drawn poster: %1 (%2)")
                               .arg(spec.title, QString::number(spec.year))
                         : QCoreApplication::translate("tw::poster", "Drawn poster: %1").arg(spec.title);
}

QPixmap pixmap(const PosterSpec& spec, int width, qreal devicePixelRatio, PosterTitle title)
{
    if (width <= 0 || devicePixelRatio <= 0)
        return {};
    const bool withTitle = showsTitle(title, width);
    Fnv fnv;
    fnv.add(spec.key);
    for (const QString& genre : spec.genres)
        fnv.add(genre);
    fnv.add("\x1e", 1);
    if (withTitle) {
        fnv.add(spec.title);
        fnv.add(theme().baseFont().family());
    }
    if (spec.percentiles)
        fnv.add(spec.percentiles->data(), sizeof(*spec.percentiles));
    fnv.add(&width, sizeof width);
    fnv.add(&devicePixelRatio, sizeof devicePixelRatio);
    if (const QPixmap* found = cache().object(fnv.state()))
        return *found;
    const QPixmap result = QPixmap::fromImage(render(spec, width, devicePixelRatio, withTitle));
    cache().insert(fnv.state(), new QPixmap(result), result.width() * result.height() * 4);
    return result;
}

void paint(QPainter* painter, const QRectF& rect, const PosterSpec& spec, PosterTitle title)
{
    const qreal ratio = paintRatio(painter);
    painter->drawImage(rect, render(spec, rect.width(), ratio, showsTitle(title, rect.width())));
}

void clearCache()
{
    cache().clear();
}

}  // namespace tw::poster
