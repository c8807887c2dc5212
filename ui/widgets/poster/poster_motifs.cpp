// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/poster/poster_motifs.h"

#include <QHash>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tw::poster {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double w = kCanvasWidth;
constexpr double h = kCanvasHeight;

/// One motif being drawn: short names, because the motifs below are formulas.
struct Sketch {
    QPainter& painter;
    const std::array<double, kPosterNumbers>& numbers;
    const PosterTones& tones;

    double u(int index) const { return numbers[static_cast<std::size_t>(index % kPosterNumbers)]; }

    void fill(const QColor& color) const
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
    }
    void stroke(const QColor& color, double width) const
    {
        QPen pen(color, width);
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
    }
    void disc(double x, double y, double r, const QColor& color) const
    {
        fill(color);
        painter.drawEllipse(QPointF(x, y), r, r);
    }
    void ring(double x, double y, double r, const QColor& color, double width) const
    {
        stroke(color, width);
        painter.drawEllipse(QPointF(x, y), r, r);
    }
    void rect(double x, double y, double width, double height, const QColor& color) const
    {
        fill(color);
        painter.drawRect(QRectF(x, y, width, height));
    }
    void polygon(const QPolygonF& points, const QColor& color) const
    {
        fill(color);
        painter.drawPolygon(points);
    }
    void path(const QPainterPath& shape, const QColor& color) const
    {
        fill(color);
        painter.drawPath(shape);
    }
};

QRectF around(double x, double y, double rx, double ry)
{
    return QRectF(x - rx, y - ry, 2 * rx, 2 * ry);
}

void paintHorizonGrid(const Sketch& s)
{
    const double cx = w * .5;
    const double hy = h * (.44 + .06 * s.u(0));
    s.stroke(s.tones.middle, 1.3);
    for (int k = 0; k < 9; ++k)
        s.painter.drawLine(QPointF(cx, hy), QPointF(w * (-.6 + 2.2 * k / 8), h * .80));
    for (int k = 0; k < 6; ++k)
        s.rect(0, hy + h * .34 * std::pow((k + .2) / 6, 1.8), w, 1.3, s.tones.middle);
    const double r = w * (.20 + .10 * s.u(1));
    const double x = w * (.3 + .4 * s.u(2));
    const double y = hy - r * (.55 + .5 * s.u(3));
    s.disc(x, y, r, s.tones.spark);
    QPainterPath crescent(QPointF(x, y - r));
    crescent.arcTo(around(x, y, r, r), 90, -180);
    crescent.arcTo(around(x, y, r * .62, r), -90, 180);
    s.path(crescent, s.tones.light);
    s.rect(0, hy - 1, w, 2, s.tones.light);
    for (int k = 0; k < 9; ++k)
        s.disc(w * s.u(k + 4), hy * .92 * s.u(k + 13), .7 + .8 * s.u(k + 8), s.tones.light);
}

void paintPunchCard(const Sketch& s)
{
    constexpr int kColumns = 6;
    const double cell = w / kColumns;
    for (int row = 0; row < 6; ++row) {
        for (int k = 0; k < kColumns; ++k) {
            const double v = s.u(row * 5 + k * 7) * .55 +
                             .45 * (.5 + .5 * std::sin(s.u(0) * 6 + k * 1.3 + row * s.u(1) * 2));
            const double x = k * cell + cell / 2;
            const double y = row * cell + cell / 2 + 2;
            if (v > .68)
                s.disc(x, y, cell * .36, v > .86 ? s.tones.spark : s.tones.light);
            else if (v > .38)
                s.ring(x, y, cell * .30, s.tones.middle, 2);
            else
                s.rect(x - cell * .36, y - 1.2, cell * .72, 2.4, s.tones.middle);
        }
    }
}

void paintOrbits(const Sketch& s)
{
    const double cx = w * (.3 + .4 * s.u(0));
    const double cy = h * (.30 + .18 * s.u(1));
    const double r = w * (.13 + .10 * s.u(2));
    const int count = 3 + static_cast<int>(s.u(3) * 2.9);
    for (int k = 0; k < count; ++k) {
        const double orbit = r + w * (.13 + .05 * s.u(4)) * (k + 1);
        s.ring(cx, cy, orbit, k % 2 == 0 ? s.tones.light : s.tones.middle, k ? 1.1 : 1.6);
        const double angle = 6.28 * s.u(5 + k);
        s.disc(cx + orbit * std::cos(angle), cy + orbit * std::sin(angle), 2.2 + 3.4 * s.u(9 + k),
               k == 0 ? s.tones.spark : s.tones.light);
    }
    s.disc(cx, cy, r, s.tones.spark);
    QPainterPath half(QPointF(cx, cy - r));
    half.arcTo(around(cx, cy, r, r), 90, -180);
    half.closeSubpath();
    s.path(half, s.tones.light);
}

void paintScienceFiction(const Sketch& s)
{
    if (s.u(23) < .33)
        paintHorizonGrid(s);
    else if (s.u(23) < .62)
        paintPunchCard(s);
    else
        paintOrbits(s);
}

void paintRidges(const Sketch& s)
{
    s.disc(w * (.25 + .5 * s.u(0)), h * (.22 + .14 * s.u(1)), w * (.11 + .09 * s.u(2)), s.tones.spark);
    const std::array<QColor, 3> colors{s.tones.light, s.tones.middle, s.tones.second};
    for (int k = 0; k < 3; ++k) {
        const double base = h * (.36 + .13 * k);
        QPolygonF ridge{QPointF(0, h)};
        for (int j = 0; j < 7; ++j)
            ridge << QPointF(w * j / 6, base - h * .12 * (s.u(3 + k * 5 + j) - .5) * (1.6 - k * .3));
        ridge << QPointF(w, h);
        s.polygon(ridge, colors[static_cast<std::size_t>(k)]);
    }
}

void paintRays(const Sketch& s)
{
    constexpr int kRays = 9;
    const double cx = w * (.2 + .6 * s.u(0));
    const double cy = h * (.74 + .1 * s.u(1));
    const double reach = h * 1.15;
    for (int k = 0; k < kRays; ++k) {
        const double from = kPi * (1 + static_cast<double>(k) / kRays + .02 * s.u(k));
        const double to = kPi * (1 + (k + .34 + .3 * s.u(k + 3)) / kRays);
        const QColor& color = k == static_cast<int>(s.u(5) * 8.9) ? s.tones.spark
                              : k % 3 == 0                        ? s.tones.light
                                                                  : s.tones.middle;
        s.polygon({QPointF(cx, cy), QPointF(cx + reach * std::cos(from), cy + reach * std::sin(from)),
                   QPointF(cx + reach * std::cos(to), cy + reach * std::sin(to))},
                  color);
    }
    s.disc(cx, cy, w * .16, s.tones.ground);
}

void paintChevrons(const Sketch& s)
{
    const double step = h * .155;
    const double tip = w * (.35 + .3 * s.u(1));
    const double drop = w * (.22 + .22 * s.u(0));
    for (int k = 0; k < 5; ++k) {
        const double y = h * -.06 + k * step;
        const double thick = step * (.30 + .55 * s.u(k + 1));
        const QColor& color = k == static_cast<int>(s.u(6) * 4.9) ? s.tones.spark
                              : k % 2                             ? s.tones.light
                                                                  : s.tones.middle;
        s.polygon({QPointF(0, y), QPointF(tip, y + drop), QPointF(w, y), QPointF(w, y + thick),
                   QPointF(tip, y + drop + thick), QPointF(0, y + thick)},
                  color);
    }
}

void paintBands(const Sketch& s)
{
    const double slant = h * .75 * std::tan((18 + 26 * s.u(0)) * kPi / 180);
    const std::array<QColor, 5> colors{s.tones.middle, s.tones.light, s.tones.middle, s.tones.spark,
                                       s.tones.middle};
    for (int k = 0; k < 5; ++k) {
        const double x = w * (-.35 + .32 * k + .1 * s.u(k + 1));
        const double band = w * (.06 + .16 * s.u(k + 6));
        s.polygon({QPointF(x, h * .78), QPointF(x + slant, 0), QPointF(x + slant + band, 0),
                   QPointF(x + band, h * .78)},
                  colors[static_cast<std::size_t>(k)]);
    }
}

void paintAction(const Sketch& s)
{
    if (s.u(23) < .36)
        paintRays(s);
    else if (s.u(23) < .70)
        paintChevrons(s);
    else
        paintBands(s);
}

void paintOverlappingDiscs(const Sketch& s)
{
    const std::array<QColor, 5> colors{s.tones.middle, s.tones.light, s.tones.spark, s.tones.middle, s.tones.light};
    constexpr std::array<float, 5> kOpacity{.95F, .9F, .95F, .8F, .7F};
    for (int k = 0; k < 5; ++k) {
        QColor color = colors[static_cast<std::size_t>(k)];
        color.setAlphaF(kOpacity[static_cast<std::size_t>(k)]);
        s.disc(w * (.1 + .8 * s.u(k + 5)), h * (.12 + .5 * s.u(k + 10)), w * (.14 + .2 * s.u(k)), color);
    }
}

void paintHalfDiscs(const Sketch& s)
{
    const int columns = 3 + static_cast<int>(s.u(0) * 2.5);
    const double cell = w / columns;
    const int rows = static_cast<int>(h * .68 / cell);
    for (int row = 0; row < rows; ++row) {
        for (int k = 0; k < columns; ++k) {
            const double v = s.u(row * columns + k);
            const bool up = (row + k + static_cast<int>(s.u(1) * 2)) % 2 != 0;
            const double y = row * cell + (up ? cell : 0);
            QPainterPath half(QPointF(k * cell, y));
            half.arcTo(around(k * cell + cell / 2, y, cell / 2, cell / 2), 180, up ? -180 : 180);
            half.closeSubpath();
            s.path(half, v > .84 ? s.tones.spark : v > .5 ? s.tones.light : s.tones.middle);
        }
    }
}

void paintBlinds(const Sketch& s)
{
    constexpr int kSlats = 9;
    const double cy = h * (.3 + .1 * s.u(1));
    const double r = w * (.26 + .08 * s.u(2));
    s.disc(w * (.35 + .3 * s.u(0)), cy, r, s.tones.spark);
    for (int k = 0; k < kSlats; ++k) {
        const double t = static_cast<double>(k) / kSlats;
        const double y = h * .70 * t;
        s.rect(0, y, w, h * .7 / kSlats * (.18 + .62 * (s.u(3) > .5 ? t : 1 - t)),
               std::abs(y - cy) < r * .4 ? s.tones.ground : s.tones.middle);
    }
}

void paintMoon(const Sketch& s)
{
    const double cx = w * .5;
    const double cy = h * .34;
    const double r = w * (.24 + .08 * s.u(0));
    for (int k = 0; k < 4; ++k)
        s.ring(cx, cy, r + w * .085 * (k + 1), s.tones.middle, 3.2 - k * .7);
    s.disc(cx, cy, r, s.tones.light);
    s.disc(cx + r * (.25 + .55 * s.u(1)) * (s.u(2) > .5 ? 1 : -1), cy - r * .2 * s.u(3), r * .86, s.tones.ground);
    s.disc(w * (.12 + .2 * s.u(4)), h * (.08 + .1 * s.u(5)), 3, s.tones.spark);
    s.disc(w * (.7 + .2 * s.u(6)), h * (.54 + .08 * s.u(7)), 4.4, s.tones.spark);
}

void paintTeeth(const Sketch& s)
{
    constexpr int kTeeth = 7;
    const double tooth = w / kTeeth;
    for (int k = 0; k < kTeeth; ++k) {
        const double x = tooth * k;
        s.polygon({QPointF(x, 0), QPointF(x + tooth, 0), QPointF(x + tooth / 2, h * (.12 + .42 * s.u(k)))},
                  k % 2 ? s.tones.middle : s.tones.light);
        s.polygon({QPointF(x, h * .72), QPointF(x + tooth, h * .72),
                   QPointF(x + tooth / 2, h * (.72 - .08 - .2 * s.u(k + 9)))},
                  s.tones.second);
    }
    s.disc(w * (.3 + .4 * s.u(8)), h * .42, w * .07, s.tones.spark);
}

void paintNestedSquares(const Sketch& s)
{
    constexpr int kSquares = 7;
    const std::array<QColor, kSquares> colors{s.tones.middle, s.tones.ground, s.tones.second, s.tones.ground,
                                              s.tones.middle, s.tones.light, s.tones.spark};
    const double cx = w * (.3 + .4 * s.u(0));
    const double cy = h * (.28 + .14 * s.u(1));
    for (int k = 0; k < kSquares; ++k) {
        const double t = static_cast<double>(k) / kSquares;
        const double q = std::pow(1 - t, 1.25);
        s.painter.save();
        s.painter.translate(w / 2 + (cx - w / 2) * t, h * .36 + (cy - h * .36) * t);
        s.painter.rotate((s.u(2) - .5) * 9 * k);
        const double width = w * 1.05 * q;
        const double height = h * .72 * q;
        s.rect(-width / 2, -height / 2, width, height, colors[static_cast<std::size_t>(k)]);
        s.painter.restore();
    }
}

void paintSoundTrace(const Sketch& s)
{
    constexpr int kBars = 15;
    const double phase = s.u(0) * 6.28;
    for (int k = 0; k < kBars; ++k) {
        const double x = w * (k + .5) / kBars;
        const double top = h * .36 - h * (.05 + .26 * std::abs(std::sin(phase + k * .33 * (.6 + s.u(1)))));
        const double bottom = h * .36 + h * (.05 + .26 * std::abs(std::sin(phase * 1.7 + k * .27 * (.6 + s.u(2)))));
        s.fill(k == static_cast<int>(s.u(3) * 14.9) ? s.tones.spark : k % 4 == 0 ? s.tones.light : s.tones.middle);
        s.painter.drawRoundedRect(QRectF(x - w * .017, top, w * .034, bottom - top), 2, 2);
    }
}

void paintTunnel(const Sketch& s)
{
    constexpr int kCircles = 6;
    const std::array<QColor, kCircles> colors{s.tones.middle, s.tones.ground, s.tones.second,
                                              s.tones.ground, s.tones.light, s.tones.spark};
    const double cx = w * (.35 + .3 * s.u(0));
    const double cy = h * (.3 + .1 * s.u(1));
    for (int k = 0; k < kCircles; ++k) {
        const double t = static_cast<double>(k) / kCircles;
        s.disc(cx + (s.u(2) - .5) * w * .5 * t, cy + (s.u(3) - .5) * w * .35 * t, w * .62 * std::pow(1 - t, 1.15),
               colors[static_cast<std::size_t>(k)]);
    }
}

void paintThriller(const Sketch& s)
{
    if (s.u(23) < .34)
        paintNestedSquares(s);
    else if (s.u(23) < .68)
        paintSoundTrace(s);
    else
        paintTunnel(s);
}

void paintLens(const Sketch& s)
{
    const double r = w * (.27 + .05 * s.u(0));
    const double dx = r * (.45 + .35 * s.u(1));
    const double cy = h * .34;
    const double angle = (s.u(2) - .5) * 1.4;
    const QPointF offset(dx * std::cos(angle), dx * std::sin(angle));
    const QPointF first = QPointF(w / 2, cy) - offset;
    const QPointF second = QPointF(w / 2, cy) + offset;
    s.disc(first.x(), first.y(), r, s.tones.light);
    s.disc(second.x(), second.y(), r, s.tones.middle);
    // The lens is bounded by an arc of each disc; Qt counts angles counter-clockwise.
    const double direction = angle * 180 / kPi;
    const double spread = std::acos(std::min(1.0, dx / r)) * 180 / kPi;
    const QRectF firstRect = around(first.x(), first.y(), r, r);
    QPainterPath lens;
    lens.arcMoveTo(firstRect, -(direction - spread));
    lens.arcTo(firstRect, -(direction - spread), -2 * spread);
    lens.arcTo(around(second.x(), second.y(), r, r), -(direction + 180 - spread), -2 * spread);
    s.path(lens, s.tones.spark);
}

void paintWave(const Sketch& s, bool square)
{
    constexpr int kColumns = 7;
    const double cell = w / kColumns;
    for (int row = 0; row < 8; ++row) {
        for (int k = 0; k < kColumns; ++k) {
            const double v = std::sin(6.28 * (s.u(0) + static_cast<double>(k) / kColumns * (.3 + s.u(1)) +
                                              row / 8.0 * (.3 + s.u(2)))) * .5 + .5;
            const double r = cell * (.12 + .36 * v);
            const double x = k * cell + cell / 2;
            const double y = row * cell + cell / 2;
            const QColor& color = v > (square ? .93 : .95) ? s.tones.spark : v > .6 ? s.tones.light : s.tones.middle;
            if (square)
                s.rect(x - r, y - r, 2 * r, 2 * r, color);
            else
                s.disc(x, y, r, color);
        }
    }
}

void paintBars(const Sketch& s)
{
    constexpr int kBars = 11;
    for (int k = 0; k < kBars; ++k) {
        const double v = s.u(k);
        const double half = h * (.06 + .27 * v * std::sin(kPi * (k + .7) / (kBars + .4)));
        s.fill(v > .85 ? s.tones.spark : v > .4 ? s.tones.light : s.tones.middle);
        const double round = w / kBars * .28;
        s.painter.drawRoundedRect(QRectF(w * (k + .22) / kBars, h * .36 - half, w / kBars * .56, 2 * half), round,
                                  round);
    }
}

void paintHorizon(const Sketch& s)
{
    const double r = w * (.22 + .16 * s.u(0));
    const double cx = w * (.28 + .44 * s.u(1));
    const double hy = h * (.40 + .12 * s.u(2));
    const double cy = hy - r * (.9 * s.u(3) - .25);
    s.rect(0, 0, w, hy, s.tones.middle);
    s.disc(cx, cy, r, s.tones.spark);
    s.rect(0, hy, w, h - hy, s.tones.ground);
    for (int k = 0; k < 4; ++k) {
        const double width = r * (1.9 - .42 * k) * (.7 + .5 * s.u(4 + k));
        s.rect(cx - width / 2, hy + h * .028 * (k + .55), width, h * .011, s.tones.light);
    }
}

}  // namespace

void paintMotif(QPainter* painter, const QString& genre, const std::array<double, kPosterNumbers>& numbers,
                const PosterTones& tones)
{
    using Motif = void (*)(const Sketch&);
    static const QHash<QString, Motif> kMotifs{
        {QStringLiteral("Science Fiction"), paintScienceFiction},
        {QStringLiteral("Adventure"), paintRidges},
        {QStringLiteral("Western"), paintRidges},
        {QStringLiteral("Action"), paintAction},
        {QStringLiteral("Animation"), paintOverlappingDiscs},
        {QStringLiteral("Family"), paintOverlappingDiscs},
        {QStringLiteral("Comedy"), paintHalfDiscs},
        {QStringLiteral("Crime"), paintBlinds},
        {QStringLiteral("Fantasy"), paintMoon},
        {QStringLiteral("Horror"), paintTeeth},
        {QStringLiteral("Thriller"), paintThriller},
        {QStringLiteral("Mystery"), paintThriller},
        {QStringLiteral("Romance"), paintLens},
        {QStringLiteral("Documentary"), [](const Sketch& s) { paintWave(s, false); }},
        {QStringLiteral("History"), [](const Sketch& s) { paintWave(s, false); }},
        {QStringLiteral("War"), [](const Sketch& s) { paintWave(s, true); }},
        {QStringLiteral("Music"), paintBars},
    };
    kMotifs.value(genre, paintHorizon)(Sketch{*painter, numbers, tones});
}

}  // namespace tw::poster
