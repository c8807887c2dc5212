// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/poster/poster_painter.h"
#include "ui/widgets/theme/theme.h"

#include <QPainter>
#include <QTest>

#include <cmath>
#include <set>

using namespace tw;

namespace {

const QStringList kGenres{
    QStringLiteral("Drama"),   QStringLiteral("Comedy"),    QStringLiteral("Thriller"),        QStringLiteral("Action"),
    QStringLiteral("Adventure"), QStringLiteral("Science Fiction"), QStringLiteral("Horror"),  QStringLiteral("Romance"),
    QStringLiteral("Crime"),   QStringLiteral("Fantasy"),   QStringLiteral("Animation"),       QStringLiteral("Documentary"),
    QStringLiteral("Family"),  QStringLiteral("Mystery"),   QStringLiteral("History"),         QStringLiteral("War"),
    QStringLiteral("Music"),   QStringLiteral("Western")};

PosterSpec spec(const QString& key, const QStringList& genres)
{
    return {key, QStringLiteral("A title"), 1972, genres, {}};
}

std::array<float, kPosterNumbers> percentiles(float level)
{
    std::array<float, kPosterNumbers> values;
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::fmod(level + 0.03F * static_cast<float>(i % 3), 1.0F);
    return values;
}

double distance(const PosterSpec& a, const PosterSpec& b)
{
    const auto first = poster::numbers(a);
    const auto second = poster::numbers(b);
    double sum = 0;
    for (std::size_t i = 0; i < first.size(); ++i)
        sum += (first[i] - second[i]) * (first[i] - second[i]);
    return std::sqrt(sum);
}

std::set<QRgb> colorsOf(const QImage& image)
{
    std::set<QRgb> colors;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            colors.insert(image.pixel(x, y));
    return colors;
}

}  // namespace

class PosterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameSpecSamePicture();
    void everyGenreDraws_data();
    void everyGenreDraws();
    void genresDiffer();
    void everyVariantDraws();
    void nearFilmsAreSiblings();
    void withoutSpaceTheHashAlone();
    void numbersStayInRange();
    void leadingGenreRules();
    void themesDoNotMatter();
    void sizesAndCorners();
    void titleFromNinetySix();
    void titleLinesMatchTheReference_data();
    void titleLinesMatchTheReference();
};

void PosterTest::sameSpecSamePicture()
{
    const PosterSpec film = spec(QStringLiteral("tt0083658"), {QStringLiteral("Science Fiction")});
    const QImage first = poster::pixmap(film, 48).toImage();
    poster::clearCache();
    QCOMPARE(poster::pixmap(film, 48).toImage(), first);
    QVERIFY(poster::pixmap(spec(QStringLiteral("tt0083659"), film.genres), 48).toImage() != first);
}

void PosterTest::everyGenreDraws_data()
{
    QTest::addColumn<QString>("genre");
    for (const QString& genre : kGenres)
        QTest::newRow(qPrintable(genre)) << genre;
}

void PosterTest::everyGenreDraws()
{
    QFETCH(QString, genre);
    QCOMPARE(poster::leadingGenre({genre}), genre);
    const PosterSpec film = spec(QStringLiteral("key"), {genre});
    const QImage image = poster::pixmap(film, 120, 1.0, PosterTitle::Never).toImage();
    const std::set<QRgb> colors = colorsOf(image);
    const PosterTones tones = poster::tones(film);
    QVERIFY(colors.contains(tones.ground.rgba()));
    // Overlapping discs blend; every other motif shows its tones as they are.
    if (genre != QLatin1String("Animation") && genre != QLatin1String("Family")) {
        const int shown = static_cast<int>(colors.contains(tones.middle.rgba())) +
                          static_cast<int>(colors.contains(tones.light.rgba())) +
                          static_cast<int>(colors.contains(tones.spark.rgba()));
        QVERIFY(shown >= 2);
    }
    QVERIFY(colors.size() > 8);
}

void PosterTest::genresDiffer()
{
    std::set<QByteArray> pictures;
    for (const QString& genre : kGenres) {
        const QImage image = poster::pixmap(spec(QStringLiteral("key"), {genre}), 60).toImage();
        pictures.insert(QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()));
    }
    QCOMPARE(pictures.size(), static_cast<std::size_t>(kGenres.size()));
}

void PosterTest::everyVariantDraws()
{
    // Thirty keys reach each of the three motifs of these genres.
    for (const QString& genre : {QStringLiteral("Science Fiction"), QStringLiteral("Action"), QStringLiteral("Thriller")}) {
        std::set<int> variants;
        for (int i = 0; i < 30; ++i) {
            const PosterSpec film = spec(QStringLiteral("film %1").arg(i), {genre});
            variants.insert(static_cast<int>(poster::numbers(film)[23] * 3));
            QVERIFY(colorsOf(poster::pixmap(film, 60).toImage()).size() > 3);
        }
        QCOMPARE(variants.size(), 3U);
    }
}

void PosterTest::nearFilmsAreSiblings()
{
    double near = 0;
    double far = 0;
    for (int i = 0; i < 40; ++i) {
        PosterSpec film = spec(QStringLiteral("a%1").arg(i), {});
        PosterSpec sibling = spec(QStringLiteral("b%1").arg(i), {});
        PosterSpec stranger = sibling;
        film.percentiles = percentiles(0.1F);
        sibling.percentiles = percentiles(0.12F);
        stranger.percentiles = percentiles(0.85F);
        near += distance(film, sibling);
        far += distance(film, stranger);
        QVERIFY(distance(film, sibling) > 0.1);
    }
    QVERIFY2(near < 0.9 * far, qPrintable(QStringLiteral("%1 against %2").arg(near).arg(far)));
}

void PosterTest::withoutSpaceTheHashAlone()
{
    PosterSpec film = spec(QStringLiteral("key"), {QStringLiteral("Drama")});
    const auto hash = poster::numbers(film);
    film.percentiles = percentiles(0.5F);
    const auto mixed = poster::numbers(film);
    // Tones and the choice of motif stay the hash's when a space arrives.
    QCOMPARE(mixed[23], hash[23]);
    for (std::size_t i = 0; i < 23; ++i) {
        const double expected =
            std::clamp((.35 * static_cast<double>((*film.percentiles)[i]) + .65 * hash[i] - .5) * 1.35 + .5, 0.0, .999);
        QVERIFY(std::abs(mixed[i] - expected) < 1e-9);
    }
}

void PosterTest::numbersStayInRange()
{
    for (int i = 0; i < 200; ++i) {
        PosterSpec film = spec(QString::number(i), {});
        film.percentiles = percentiles(i % 2 ? 0.0F : 0.97F);
        for (const double value : poster::numbers(film))
            QVERIFY(value >= 0 && value < 1);
    }
}

void PosterTest::leadingGenreRules()
{
    const QString drama = QStringLiteral("Drama");
    QCOMPARE(poster::leadingGenre({drama, QStringLiteral("Science Fiction")}), QStringLiteral("Science Fiction"));
    QCOMPARE(poster::leadingGenre({drama, QStringLiteral("Crime")}), drama);
    QCOMPARE(poster::leadingGenre({QStringLiteral("Action"), QStringLiteral("Horror")}), QStringLiteral("Action"));
    QCOMPARE(poster::leadingGenre({QStringLiteral("Cookery"), QStringLiteral("Sci-Fi")}), QStringLiteral("Science Fiction"));
    QCOMPARE(poster::leadingGenre({QStringLiteral("Children's")}), QStringLiteral("Family"));
    QVERIFY(poster::leadingGenre({}).isEmpty());
    QVERIFY(!poster::pixmap(spec(QStringLiteral("no genre"), {}), 48).isNull());
}

void PosterTest::themesDoNotMatter()
{
    const PosterSpec film = spec(QStringLiteral("key"), {QStringLiteral("Fantasy")});
    theme().setMode(ThemeMode::Light);
    const QImage light = poster::pixmap(film, 96).toImage();
    poster::clearCache();
    theme().setMode(ThemeMode::Dark);
    QCOMPARE(poster::pixmap(film, 96).toImage(), light);
}

void PosterTest::sizesAndCorners()
{
    const PosterSpec film = spec(QStringLiteral("key"), {QStringLiteral("Horror")});
    const QPixmap pixmap = poster::pixmap(film, 48, 2.0);
    QCOMPARE(pixmap.size(), QSize(96, 144));
    QCOMPARE(pixmap.deviceIndependentSize(), QSizeF(48, 72));
    const QImage image = pixmap.toImage();
    QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    QCOMPARE(image.pixelColor(95, 143).alpha(), 0);
    QCOMPARE(image.pixelColor(48, 72).alpha(), 255);
    QVERIFY(poster::pixmap(film, 0).isNull());

    QImage target(60, 90, QImage::Format_ARGB32_Premultiplied);
    target.fill(Qt::transparent);
    QPainter painter(&target);
    poster::paint(&painter, QRectF(6, 9, 48, 72), film);
    painter.end();
    QCOMPARE(target.pixelColor(3, 3).alpha(), 0);
    QCOMPARE(target.pixelColor(30, 45).alpha(), 255);
}

void PosterTest::titleFromNinetySix()
{
    const PosterSpec film = spec(QStringLiteral("key"), {QStringLiteral("Romance")});
    const auto withInk = [&film](int width, PosterTitle title) {
        return colorsOf(poster::pixmap(film, width, 1.0, title).toImage()).contains(poster::tones(film).ink.rgba());
    };
    QVERIFY(withInk(120, PosterTitle::Auto));
    QVERIFY(!withInk(95, PosterTitle::Auto));
    QVERIFY(!withInk(120, PosterTitle::Never));
    QVERIFY(poster::pixmap(film, 96).toImage() != poster::pixmap(film, 96, 1.0, PosterTitle::Never).toImage());
    QCOMPARE(poster::description(film), QStringLiteral("Drawn poster: A title (1972)"));
}

void PosterTest::titleLinesMatchTheReference_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("lines");
    // Lines of the design's reference implementation.
    QTest::newRow("one") << QStringLiteral("Blade Runner") << QStringList{QStringLiteral("Blade Runner")};
    QTest::newRow("two") << QStringLiteral("Saving Private Ryan")
                         << QStringList{QStringLiteral("Saving"), QStringLiteral("Private Ryan")};
    QTest::newRow("too long") << QStringLiteral("Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb")
                              << QStringList{QStringLiteral("Dr."), QStringLiteral("Strangelove"),
                                             QStringLiteral("or: How I"), QStringLiteral("Learned to…")};
    QTest::newRow("long word") << QStringLiteral("Supercalifragilistic") << QStringList{QStringLiteral("Supercalifrag…")};
    QTest::newRow("by characters") << QStringLiteral("千と千尋の神隠し")
                                   << QStringList{QStringLiteral("千と千尋の神"), QStringLiteral("隠し")};
}

void PosterTest::titleLinesMatchTheReference()
{
    QFETCH(QString, title);
    QFETCH(QStringList, lines);
    QCOMPARE(poster::titleLines(title), lines);
}

QTEST_MAIN(PosterTest)
#include "test_poster.moc"
