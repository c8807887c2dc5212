// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/coalesced_request.h"
#include "ui/jobs/latest_request.h"
#include "ui/model/item_format.h"
#include "ui/model/map_data.h"
#include "ui/model/workspace.h"

#include <QObject>
#include <QPointF>

#include <memory>
#include <vector>

namespace tw::ui {

/// The points: as many as the space has rows. Immutable; changes with space, catalogue and colouring only.
struct MapPoints {
    std::shared_ptr<const Session> session;  ///< Keeps `positions` alive.
    MatrixView positions;                    ///< [rows × 2], data coordinates.
    std::vector<ItemId> items;               ///< By row.
    Colouring colouring;
};

/// Half axes and turn of the noise cloud, at one standard deviation.
struct MapEllipse {
    QPointF centre;
    double major = 0;
    double minor = 0;
    double angle = 0; ///< Of the major axis, radians, anticlockwise from x.
};

/// Where the taste stands. Changes with every like and slider.
struct MapTaste {
    std::vector<QPointF> trail;      ///< The middle first, then after each like.
    std::vector<ItemId> trailItems;  ///< The like of each step: trail.size() − 1 of them.
    QPointF position;
    std::vector<QPointF> noise;      ///< Samples of the Gaussian noise in force; empty at 0 %.
    MapEllipse cloud;
};

struct MapNeighbour {
    ItemId item;
    std::uint32_t row = 0;
    float similarity = 0;
    QString title;
};

/// What is told of the film under the pointer.
struct MapCard {
    ItemFace face;
    ItemState state = ItemState::None;
    QString why;                     ///< "Like Her and Lost in Translation"; empty without likes.
    std::optional<float> nearness;   ///< Cosine to the profile.
    QString nearnessText;            ///< "0.19 to your taste".
    std::uint32_t row = 0;
    QPointF position;
    std::vector<MapNeighbour> neighbours; ///< Nearest in the original space, best first.
};

/// The map's data. GUI thread.
class MapPresenter : public QObject {
    Q_OBJECT
public:
    explicit MapPresenter(Workspace& workspace, QObject* parent = nullptr);
    ~MapPresenter() override;

    void setActive(bool active);
    /// Keeps taste() up to date although the map itself is not shown, for the small map beside other pages.
    void setTasteActive(bool active);
    /// Null until a space with a map is there.
    std::shared_ptr<const MapPoints> points() const { return m_points; }
    /// Null until then, too.
    std::shared_ptr<const MapTaste> taste() const { return m_taste; }
    ColourBy colourBy() const { return m_colourBy; }
    /// Row of a film on the map; none when it is not there.
    std::optional<std::uint32_t> rowOf(ItemId item) const;
    /// The card of hover(); none when nothing is hovered or the answer is on its way.
    const std::optional<MapCard>& card() const { return m_card; }
    /// "Two directions hold 14 % of what tells films apart"; empty without a map.
    QString qualityText() const;

    static constexpr std::size_t kNeighbours = 10;
    static constexpr std::size_t kNoiseSamples = 40;

public Q_SLOTS:
    void setColourBy(tw::ui::ColourBy by);
    /// Asks for the card of a film (under the pointer, or focused); invalid: none.
    void hover(tw::ItemId item);

Q_SIGNALS:
    void pointsChanged();
    void tasteChanged();
    void cardChanged();

private:
    void refreshPoints();
    void refreshTaste();
    void onSession(SessionParts parts);

    Workspace& m_workspace;
    LatestRequest<std::shared_ptr<const MapPoints>> m_pointsRequest;
    CoalescedRequest<std::shared_ptr<const MapTaste>> m_tasteRequest;
    LatestRequest<MapCard> m_cardRequest;
    std::shared_ptr<const MapPoints> m_points;
    std::shared_ptr<const MapTaste> m_taste;
    std::optional<MapCard> m_card;
    ItemId m_hovered;
    ColourBy m_colourBy = ColourBy::MainGenre;
    bool m_active = false;
    bool m_tasteActive = false;
    bool m_pointsStale = true;
    bool m_tasteStale = true;
};

} // namespace tw::ui
