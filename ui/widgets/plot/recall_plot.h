// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>
#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QCustomPlot;
class QCPGraph;

namespace tw::plot {

class PaintedLayer;

/// Colour and mark of a curve. The reference is a dashed line across at the speed of its only point.
enum class CurveInk { Reference, First, Second, Third };

struct RecallPoint {
    double recall = 1; ///< 0..1.
    double speed = 1;  ///< Answers a second, > 0.
    QString text;      ///< All about it in one line.
};

struct RecallCurve {
    QString name;
    CurveInk ink = CurveInk::First;
    std::vector<RecallPoint> points; ///< In their order along the curve.
};

/// A place on a curve, between points or on one, with a word about it.
struct RecallPlace {
    double recall = 1;
    double speed = 1;
    CurveInk ink = CurveInk::First;
    QString text;
};

/// Speed against recall: one curve for each way to search, labelled where it lies, speed in logarithms. A cross hair
/// follows the pointer from point to point; the arrow keys walk the points too, Return or a click picks one.
class RecallPlot : public QWidget {
    Q_OBJECT
public:
    explicit RecallPlot(QWidget* parent = nullptr);
    ~RecallPlot() override;

    void setCurves(std::vector<RecallCurve> curves);
    /// What is now, filled, and what is wished, hollow. The same place is marked once.
    void setPlaces(std::optional<RecallPlace> here, std::optional<RecallPlace> wished);

    /// Curve and point under the cross hair.
    std::optional<std::pair<std::size_t, std::size_t>> cursor() const { return m_cursor; }
    void setCursor(std::optional<std::pair<std::size_t, std::size_t>> cursor);
    /// Where a point is drawn, in this widget's pixels.
    QPointF position(double recall, double speed) const;

    QSize sizeHint() const override { return {560, 380}; }
    QSize minimumSizeHint() const override { return {280, 260}; }

Q_SIGNALS:
    void cursorChanged();
    void picked(std::size_t curve, std::size_t point);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void buildPlot();
    void rebuild();
    void restyle();
    void layOut();
    void paintMarks(QPainter* painter);
    void paintCursor(QPainter* painter);
    void paintLabels(QPainter* painter);
    QRectF frame() const;
    std::optional<std::pair<std::size_t, std::size_t>> nearest(const QPointF& at, double within) const;
    void walk(int along, int across);
    const RecallPoint& pointAt(std::pair<std::size_t, std::size_t> place) const;

    QCustomPlot* m_plot;
    PaintedLayer* m_marks = nullptr;
    PaintedLayer* m_hair = nullptr;
    std::vector<RecallCurve> m_curves;
    std::optional<RecallPlace> m_here;
    std::optional<RecallPlace> m_wished;
    std::optional<std::pair<std::size_t, std::size_t>> m_cursor;
};

/// The colour of a curve, from the theme.
QColor inkColor(CurveInk ink);

} // namespace tw::plot
