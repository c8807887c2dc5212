// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/projection/pca.h"
#include "ui/model/map_presenter.h"
#include "ui/model/taste_presenter.h"

#include <QAbstractButton>
#include <QPixmap>

#include <memory>

namespace tw::ui {

/// The small map of the taste panel: the catalogue as dots, the walk over it, where the taste stands. A click asks for
/// the big one.
class TasteMap : public QAbstractButton {
    Q_OBJECT
public:
    explicit TasteMap(QWidget* parent = nullptr);

    /// The space's positions; null without a map.
    void setProjection(std::shared_ptr<const Projection> projection);
    void setTaste(std::shared_ptr<const TasteView> view);
    /// Where the noise in force leads; nothing is drawn without noise.
    void setCloud(const MapEllipse& cloud);

Q_SIGNALS:
    /// The taste given last is on the screen.
    void painted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPointF placed(QPointF point) const;
    void paintDots();
    void paintTrail(QPainter& painter) const;
    void paintCloud(QPainter& painter) const;

    std::shared_ptr<const Projection> m_projection;
    std::shared_ptr<const TasteView> m_view;
    MapEllipse m_cloud;
    QRectF m_bounds;   ///< Of the positions, in data.
    QPixmap m_dots;    ///< The catalogue's layer, kept until size, theme or space change.
    bool m_fresh = false;
};

} // namespace tw::ui
