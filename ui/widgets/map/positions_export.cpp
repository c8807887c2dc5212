// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/map/positions_export.h"

#include "core/exchange/list_export.h"

namespace tw::ui {
namespace {

Result<std::size_t> writePositions(const MapPoints& points, const std::filesystem::path& path)
{
    std::vector<ExportRow> rows;
    rows.reserve(points.items.size());
    for (std::size_t row = 0; row < points.items.size(); ++row) {
        const Item& item = points.session->catalog->item(points.items[row]);
        ExportRow line;
        line.item.key = item.key;
        line.item.title = item.title;
        line.item.year = item.year;
        line.position = {points.positions.row(row)[0], points.positions.row(row)[1]};
        rows.push_back(std::move(line));
    }
    ExportOptions options;
    options.columns = {ExportColumn::Key, ExportColumn::Title, ExportColumn::Year, ExportColumn::X, ExportColumn::Y};
    TW_TRY(exportToFile(path, rows, options));
    return rows.size();
}

} // namespace

void exportPositions(Workspace& workspace, std::shared_ptr<const MapPoints> points, const std::filesystem::path& path,
                     QObject* context, std::function<void(Result<std::size_t>)> done)
{
    JobSpec spec;
    spec.lane = Lane::Storage;
    spec.kind = JobKind::Export;
    spec.mustFinish = true;
    workspace.jobs()
        .submit(spec, [points = std::move(points), path](const TaskContext&) { return writePositions(*points, path); })
        .then(context, std::move(done));
}

} // namespace tw::ui
