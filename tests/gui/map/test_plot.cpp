// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/map/page_rig.h"
#include "ui/widgets/plot/plot_view.h"
#include "ui/widgets/plot/point_grid.h"
#include "ui/widgets/plot/point_raster.h"
#include "ui/widgets/plot/recall_plot.h"
#include "ui/widgets/plot/recall_scale.h"

#include <QSignalSpy>

#include <limits>
#include <random>

namespace tw::test {
namespace {

using namespace plot;

Matrix cloud(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    Matrix points(count, 2);
    for (std::size_t i = 0; i < count; ++i) {
        points.row(i)[0] = normal(random);
        points.row(i)[1] = 0.3F * normal(random);
    }
    return points;
}

double distance(const Matrix& points, std::size_t row, const QPointF& at)
{
    return std::hypot(static_cast<double>(points.row(row)[0]) - at.x(), static_cast<double>(points.row(row)[1]) - at.y());
}

PointStyle styleOf(const QList<QColor>& colours)
{
    PointStyle style;
    for (qsizetype i = 0; i < colours.size(); ++i)
        style.inks.at(static_cast<std::size_t>(i)) = {colours[i], 1.0, false};
    style.radius = 3;
    style.litRadius = 4;
    return style;
}

Matrix pointsAt(const QList<QPointF>& places)
{
    Matrix points(static_cast<std::size_t>(places.size()), 2);
    for (qsizetype i = 0; i < places.size(); ++i) {
        points.row(static_cast<std::size_t>(i))[0] = static_cast<float>(places[i].x());
        points.row(static_cast<std::size_t>(i))[1] = static_cast<float>(places[i].y());
    }
    return points;
}

/// One data unit a pixel, origin at the lower left corner.
PlotView pixels(int width, int height)
{
    PlotView view;
    view.size = QSizeF(width, height);
    view.centre = QPointF(width / 2.0, height / 2.0);
    return view;
}

} // namespace

class PlotTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theViewGoesThereAndBack();
    void zoomingKeepsWhatIsUnderThePointer();
    void fittingShowsAll();
    void theNearestIsThatOfAFullScan();
    void onlyAcceptedPointsAreFound();
    void theNextLiesInThatDirection();
    void pointsThatAreNotFiniteAreLeftOut();
    void aDiscIsWhereTheViewSays();
    void discsCrossBandsWithoutSeam();
    void hiddenColoursAreNotDrawn();
    void litOnesLieAbove();
    void theRadiusFollowsTheDensity();
    void recallIsSpreadTowardsAll();
    void speedIsTickedInLogarithms();
    void labelsDoNotLieOnEachOther();
    void thePointsOfTheRecallPlotAreReachable();
};

void PlotTest::theViewGoesThereAndBack()
{
    PlotView view;
    view.centre = {3, -2};
    view.scale = 17;
    view.size = {640, 480};
    const QPointF data(3.5, -1);
    const QPointF screen = view.toScreen(data);
    QVERIFY(screen.y() < 240); // higher y is higher on the screen
    QVERIFY(QLineF(view.toData(screen), data).length() < 1e-9);
    QVERIFY(view.visible().contains(data));
}

void PlotTest::zoomingKeepsWhatIsUnderThePointer()
{
    PlotView view = pixels(640, 480);
    const QPointF pointer(100, 50);
    const QPointF data = view.toData(pointer);
    for (const double factor : {1.2, 0.3, 7.0}) {
        view = view.zoomed(factor, pointer);
        QVERIFY(QLineF(view.toData(pointer), data).length() < 1e-9);
    }
}

void PlotTest::fittingShowsAll()
{
    const QRectF bounds(-4, 1, 8, 2);
    const PlotView view = PlotView::fitting(bounds, QSizeF(600, 500), QMarginsF(40, 10, 20, 30));
    const QRectF free(40, 10, 540, 460);
    for (const QPointF& corner : {bounds.topLeft(), bounds.topRight(), bounds.bottomLeft(), bounds.bottomRight()})
        QVERIFY(free.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(view.toScreen(corner)));
    QVERIFY(std::abs(view.toScreen(bounds.topLeft()).x() - 40) < 1e-6); // one direction is filled
    const PlotView point = PlotView::fitting(QRectF(5, 5, 0, 0), QSizeF(100, 100), {});
    QCOMPARE(point.toScreen(QPointF(5, 5)), QPointF(50, 50));
}

void PlotTest::theNearestIsThatOfAFullScan()
{
    const Matrix points = cloud(3000, 1);
    const PointGrid grid(points);
    std::mt19937 random(2);
    std::uniform_real_distribution<double> place(-3.5, 3.5);
    for (int i = 0; i < 300; ++i) {
        const QPointF at(place(random), place(random) * 0.4);
        const double radius = 0.02 * (1 + i % 20);
        std::size_t best = points.rows();
        for (std::size_t row = 0; row < points.rows(); ++row) {
            if (distance(points, row, at) <= radius && (best == points.rows() || distance(points, row, at) < distance(points, best, at)))
                best = row;
        }
        const auto found = grid.nearest(at, radius);
        QCOMPARE(found.has_value(), best < points.rows());
        if (found)
            QCOMPARE(distance(points, *found, at), distance(points, best, at));
    }
}

void PlotTest::onlyAcceptedPointsAreFound()
{
    const PointGrid grid(pointsAt({{0, 0}, {1, 0}}));
    QCOMPARE(grid.nearest({0.1, 0}, 5).value(), 0U);
    QCOMPARE(grid.nearest({0.1, 0}, 5, [](std::uint32_t row) { return row != 0; }).value(), 1U);
    QVERIFY(!grid.nearest({0.1, 0}, 5, [](std::uint32_t) { return false; }));
}

void PlotTest::theNextLiesInThatDirection()
{
    const Matrix points = cloud(500, 3);
    const PointGrid grid(points);
    const std::array<QPointF, 4> directions{QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)};
    for (std::size_t row = 0; row < 100; ++row) {
        const QPointF from(static_cast<double>(points.row(row)[0]), static_cast<double>(points.row(row)[1]));
        for (const QPointF& direction : directions) {
            const auto next = grid.next(from, direction);
            if (!next)
                continue;
            QVERIFY(*next != row);
            const QPointF step = QPointF(static_cast<double>(points.row(*next)[0]), static_cast<double>(points.row(*next)[1])) - from;
            const double along = QPointF::dotProduct(step, direction);
            QVERIFY(along > 0);
            QVERIFY(along * along * 2 >= QPointF::dotProduct(step, step) - 1e-9); // within 45 degrees
        }
    }
}

void PlotTest::pointsThatAreNotFiniteAreLeftOut()
{
    Matrix points = pointsAt({{0, 0}, {1, 1}, {2, 2}});
    points.row(1)[0] = std::numeric_limits<float>::quiet_NaN();
    const PointGrid grid(points);
    QCOMPARE(grid.size(), std::size_t{2});
    QCOMPARE(grid.bounds(), QRectF(0, 0, 2, 2));
    QCOMPARE(grid.nearest({2, 2}, 0.5).value(), 2U);
    const PointGrid none{Matrix(0, 2)};
    QVERIFY(!none.nearest({0, 0}, 10));
}

void PlotTest::aDiscIsWhereTheViewSays()
{
    const PointGrid grid(pointsAt({{40, 70}}));
    const std::vector<std::uint8_t> colours{2};
    for (const double ratio : {1.0, 2.0}) {
        const QImage image = rasterPoints(grid, colours, pixels(100, 100), styleOf({Qt::white, Qt::white, Qt::red}), ratio);
        QCOMPARE(image.size(), QSize(100, 100) * ratio);
        const QPoint centre(static_cast<int>(40 * ratio), static_cast<int>(30 * ratio));
        QCOMPARE(image.pixelColor(centre), QColor(Qt::red));
        QCOMPARE(qAlpha(image.pixel(centre + QPoint(static_cast<int>(5 * ratio), 0))), 0);
        QCOMPARE(qAlpha(image.pixel(static_cast<int>(40 * ratio), static_cast<int>(70 * ratio))), 0);
    }
}

void PlotTest::discsCrossBandsWithoutSeam()
{
    // The same disc in the middle of a band of rows and across the border of two looks the same.
    const std::vector<std::uint8_t> colours{0};
    const PointStyle style = styleOf({Qt::blue});
    const QImage within = rasterPoints(PointGrid(pointsAt({{50, 80}})), colours, pixels(100, 96), style, 1);
    const QImage across = rasterPoints(PointGrid(pointsAt({{50, 64}})), colours, pixels(100, 96), style, 1);
    for (int y = -6; y <= 6; ++y)
        for (int x = -6; x <= 6; ++x)
            QCOMPARE(across.pixel(50 + x, 32 + y), within.pixel(50 + x, 16 + y));
}

void PlotTest::hiddenColoursAreNotDrawn()
{
    const PointGrid grid(pointsAt({{20, 20}, {60, 60}}));
    const std::vector<std::uint8_t> colours{0, 1};
    PointStyle style = styleOf({Qt::red, Qt::blue});
    style.inks[0].opacity = 0;
    const QImage image = rasterPoints(grid, colours, pixels(80, 80), style, 1);
    QCOMPARE(qAlpha(image.pixel(20, 60)), 0);
    QCOMPARE(image.pixelColor(60, 20), QColor(Qt::blue));
}

void PlotTest::litOnesLieAbove()
{
    const PointGrid grid(pointsAt({{40, 40}, {40, 40}, {40, 40}}));
    PointStyle style = styleOf({Qt::red, Qt::blue});
    style.inks[0].lit = true;
    for (const auto& colours : {std::vector<std::uint8_t>{0, 1, 1}, std::vector<std::uint8_t>{1, 1, 0}})
        QCOMPARE(rasterPoints(grid, colours, pixels(80, 80), style, 1).pixelColor(40, 40), QColor(Qt::red));
}

void PlotTest::theRadiusFollowsTheDensity()
{
    const double area = 852 * 748;
    QVERIFY(std::abs(pointRadius(4803, area, 1) - 2.1) < 0.05); // as in the design's picture
    QVERIFY(pointRadius(100'000, area, 1) < pointRadius(10'000, area, 1));
    QVERIFY(pointRadius(10'000, area, 4) > pointRadius(10'000, area, 1));
    QCOMPARE(pointRadius(10, area, 1000), 5.0);
    QCOMPARE(pointRadius(10'000'000, area, 1), 0.7);
}

void PlotTest::recallIsSpreadTowardsAll()
{
    QVERIFY(std::abs(recallPlace(0.99) - recallPlace(0.9) - 1) < 1e-9);
    QVERIFY(std::abs(recallPlace(0.999) - recallPlace(0.99) - 1) < 1e-9);
    QCOMPARE(recallPlace(1), recallPlace(kNearlyAll));
    QCOMPARE(recallPlace(-1), 0.0);
    const auto ticks = recallTicks(0.93);
    QCOMPARE(ticks.front().label, QStringLiteral("0.9"));
    QCOMPARE(ticks.back().label, QStringLiteral("1"));
    QCOMPARE(recallTicks(1).size(), std::size_t{2});
    for (std::size_t i = 1; i < ticks.size(); ++i)
        QVERIFY(ticks[i].place > ticks[i - 1].place);
}

void PlotTest::speedIsTickedInLogarithms()
{
    const auto ticks = speedTicks(150, 6000);
    QStringList labels;
    for (const AxisTick& tick : ticks)
        labels.append(tick.label);
    QCOMPARE(labels, (QStringList{QStringLiteral("200"), QStringLiteral("500"), QStringLiteral("1,000"),
                                  QStringLiteral("2,000"), QStringLiteral("5,000")}));
    QCOMPARE(speedTicks(10, 100'000).size(), std::size_t{5}); // powers of ten alone
    const auto [low, high] = speedLimits(std::vector<double>{400, 0, 9000});
    QVERIFY(low > 0 && low < 400 && high > 9000);
    QCOMPARE(speedLimits({}), std::pair(1.0, 10.0));
}

void PlotTest::labelsDoNotLieOnEachOther()
{
    const QRectF frame(0, 0, 200, 100);
    const QSizeF size(60, 16);
    const std::vector<QPointF> anchors{{50, 50}};
    std::vector<QRectF> taken;
    for (int i = 0; i < 4; ++i) {
        const QRectF place = labelPlace(anchors, size, frame, taken);
        if (!place.isValid())
            break;
        QVERIFY(frame.contains(place));
        for (const QRectF& other : taken)
            QVERIFY(!other.intersects(place));
        taken.push_back(place);
    }
    QVERIFY(taken.size() >= 2);
    QVERIFY(!labelPlace(anchors, {300, 16}, frame, {}).isValid());
}

void PlotTest::thePointsOfTheRecallPlotAreReachable()
{
    RecallPlot plot;
    plot.resize(500, 340);
    plot.setCurves({{QStringLiteral("Exact"), CurveInk::Reference, {{1, 300, QStringLiteral("exact")}}},
                    {QStringLiteral("Graph"), CurveInk::First,
                     {{0.9, 8000, QStringLiteral("quick")}, {0.98, 3000, QStringLiteral("middling")},
                      {0.995, 1000, QStringLiteral("careful")}}}});
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QSignalSpy picked(&plot, &RecallPlot::picked);
    const auto expect = [&plot](std::size_t curve, std::size_t point) { return plot.cursor() == std::pair(curve, point); };
    plot.setCursor(std::pair(std::size_t{1}, std::size_t{0}));
    QTest::keyClick(&plot, Qt::Key_Right);
    QVERIFY(expect(1, 1));
    QVERIFY(plot.accessibleName().contains(QStringLiteral("middling")));
    QTest::keyClick(&plot, Qt::Key_End);
    QVERIFY(expect(1, 2));
    QTest::keyClick(&plot, Qt::Key_Right);
    QVERIFY(expect(1, 2));
    QTest::keyClick(&plot, Qt::Key_Down);
    QVERIFY(expect(0, 0));
    QTest::keyClick(&plot, Qt::Key_Return);
    QCOMPARE(picked.count(), 1);
    // And with the pointer: faster lies higher, better recall further right.
    const QPointF quick = plot.position(0.9, 8000);
    const QPointF careful = plot.position(0.995, 1000);
    QVERIFY(quick.y() < careful.y() && quick.x() < careful.x());
    QTest::mouseClick(&plot, Qt::LeftButton, Qt::NoModifier, quick.toPoint());
    QCOMPARE(picked.count(), 2);
    QCOMPARE(picked.last().at(1).toULongLong(), 0ULL);
    QTest::mouseMove(&plot, QPoint(2, 2));
    plot.setCurves({});
    QVERIFY(!plot.cursor());
}

namespace {
const RegisterPageTest<PlotTest> registered;
}

} // namespace tw::test

#include "test_plot.moc"
