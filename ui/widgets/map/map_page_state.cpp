// SPDX-License-Identifier: GPL-3.0-or-later
// How the map page follows its presenter.
#include "ui/model/app_settings.h"
#include "ui/model/presenters.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/map/map_canvas.h"
#include "ui/widgets/map/map_card_popover.h"
#include "ui/widgets/map/map_find.h"
#include "ui/widgets/map/map_legend.h"
#include "ui/widgets/map/map_page.h"
#include "ui/widgets/map/positions_export.h"
#include "ui/widgets/map/walk_scrubber.h"
#include "ui/widgets/shell/dialog_service.h"
#include "ui/widgets/shell/film_acts.h"

#include <QAccessible>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSignalBlocker>

#include <unordered_set>

namespace tw::ui {
namespace {

/// Likes named on the map and films marked as found: more would cover it.
constexpr std::size_t kMaxLabels = 40, kMaxFound = 50;

} // namespace

void MapPage::showPoints()
{
    const MapPresenter& map = m_context.presenters.map;
    m_canvas->setPoints(map.points());
    if (map.points())
        m_legend->setColouring(map.points()->colouring);
    m_legend->setQuality(map.qualityText());
    updateEmpty();
    showTaste();
    if (m_wanted.isValid() && map.points())
        showFilm(m_wanted);
}

std::vector<MapLabel> MapPage::likedLabels() const
{
    const MapPresenter& map = m_context.presenters.map;
    std::vector<MapLabel> labels;
    if (!map.taste() || !map.points())
        return labels;
    const auto& items = map.taste()->trailItems;
    const Catalog& catalog = *map.points()->session->catalog;
    std::unordered_set<ItemId> seen;
    for (std::size_t i = items.size(); i-- > 0 && labels.size() < kMaxLabels;) {
        const auto row = map.rowOf(items[i]);
        if (row && *row < map.points()->items.size() && catalog.contains(items[i]) && seen.insert(items[i]).second)
            labels.push_back({*row, i + 1, shownTitle(catalog.item(items[i]).title)});
    }
    return labels;
}

void MapPage::showTaste()
{
    const MapPresenter& map = m_context.presenters.map;
    m_canvas->setTaste(map.taste(), likedLabels());
    const int stops = map.taste() && !map.taste()->trail.empty() ? static_cast<int>(map.taste()->trail.size()) - 1 : 0;
    const QSignalBlocker blocker(m_scrubber);
    m_scrubber->setRange(std::min(1, stops), stops);
    m_scrubber->setValue(stops);
    m_scrubber->setEnabled(stops > 1);
    m_play->setEnabled(stops > 1);
    showStop();
}

void MapPage::showStop()
{
    const auto taste = m_context.presenters.map.taste();
    const int stop = m_scrubber->value(), stops = m_scrubber->maximum();
    if (m_canvas->stop() != static_cast<std::size_t>(stop))
        m_canvas->setStop(static_cast<std::size_t>(stop), m_playTimer.isActive());
    QString title;
    if (taste && stop >= 1 && static_cast<std::size_t>(stop) <= taste->trailItems.size()) {
        const auto session = m_context.workspace.session();
        const ItemId item = taste->trailItems[static_cast<std::size_t>(stop) - 1];
        if (session->catalog->contains(item))
            title = shownTitle(session->catalog->item(item).title);
    }
    m_stopNumber->setText(stops == 0 ? QString() : tr("%1 of %2").arg(QLocale().toString(stop), QLocale().toString(stops)));
    m_stopTitle->setText(stops == 0 ? tr("It begins with your first like") : title);
    m_scrubber->setAccessibleDescription(title);
}

void MapPage::play(bool playing)
{
    m_play->setIconId(playing ? IconId::Pause : IconId::Play);
    m_play->setName(playing ? tr("Pause the walk") : tr("Play the walk"));
    if (!playing) {
        m_playTimer.stop();
        return;
    }
    if (m_scrubber->value() == m_scrubber->maximum())
        m_scrubber->setValue(m_scrubber->minimum());
    m_playTimer.start();
}

void MapPage::playOn()
{
    if (m_scrubber->value() < m_scrubber->maximum())
        m_scrubber->setValue(m_scrubber->value() + 1);
    if (m_scrubber->value() == m_scrubber->maximum())
        play(false);
}

void MapPage::pick(ItemId item, bool pinned)
{
    m_card->setPinned(pinned);
    m_canvas->setPinned(pinned);
    m_context.presenters.map.hover(item);
    showCard();
}

void MapPage::showFilm(ItemId item)
{
    const MapPresenter& map = m_context.presenters.map;
    if (!map.points()) {
        m_wanted = item;
        return;
    }
    m_wanted = ItemId::invalid();
    const auto row = map.rowOf(item);
    if (!row)
        return;
    m_canvas->setChosen(row);
    m_canvas->showRow(*row);
    pick(item, true);
}

void MapPage::showCard()
{
    const auto& card = m_context.presenters.map.card();
    m_canvas->setCard(card);
    if (!card) {
        m_card->hide();
        return;
    }
    m_card->setCard(*card, m_context.acts.enabled());
    placeCard();
    if (m_canvas->chosen() != card->row)
        return;
    // The canvas keeps the focus while one walks: the film is told as what it shows.
    m_canvas->setAccessibleDescription(m_card->accessibleText());
    QAccessibleEvent event(m_canvas, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void MapPage::placeCard()
{
    const auto& card = m_context.presenters.map.card();
    if (!card)
        return;
    const auto& points = m_context.presenters.map.points();
    const QPointF at = m_canvas->view().toScreen(card->position);
    const bool seen = QRectF(m_canvas->rect()).contains(at);
    m_card->setVisible(seen);
    if (!seen || !points)
        return;
    QList<QPointF> neighbours;
    for (const MapNeighbour& neighbour : card->neighbours) {
        const auto place = points->positions.row(neighbour.row);
        neighbours.append(m_canvas->view().toScreen(QPointF(static_cast<double>(place[0]), static_cast<double>(place[1]))));
    }
    m_card->placeBeside(at, neighbours);
}

void MapPage::markFound(const std::vector<ItemId>& items)
{
    std::vector<std::uint32_t> rows;
    for (const ItemId item : items) {
        if (const auto row = m_context.presenters.map.rowOf(item); row && rows.size() < kMaxFound)
            rows.push_back(*row);
    }
    m_canvas->setFound(std::move(rows));
}

void MapPage::savePositions()
{
    const auto points = m_context.presenters.map.points();
    if (!points)
        return;
    const QString name = QStringLiteral("tastewalk-map-%1.csv").arg(QDate::currentDate().toString(Qt::ISODate));
    const QString folder = m_context.settings.text(Setting::LastExportFolder);
    const QString file = m_context.dialogs.saveFile(this, tr("Export the positions"), QDir(folder).filePath(name),
                                                    tr("CSV files (*.csv)"));
    if (file.isEmpty())
        return;
    m_context.settings.set(Setting::LastExportFolder, QFileInfo(file).absolutePath());
    // The window tells of every written list through the export presenter; so of this one.
    ExportPresenter& exporting = m_context.presenters.exporting;
    exportPositions(m_context.workspace, points, std::filesystem::path(file.toStdU16String()), this,
                    [&exporting, file](const Result<std::size_t>& written) {
                        if (written)
                            Q_EMIT exporting.written(file, *written);
                        else
                            Q_EMIT exporting.failed(written.error(), Attempt::Export);
                    });
}

} // namespace tw::ui
