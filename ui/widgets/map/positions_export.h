// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/model/map_presenter.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>

namespace tw::ui {

/// Writes key, title, year and place of every film on the map as CSV, in the storage lane.
/// @param done  Called in the GUI thread with the number of films written, while `context` lives.
/// Errors: those of exportToFile.
void exportPositions(Workspace& workspace, std::shared_ptr<const MapPoints> points, const std::filesystem::path& path,
                     QObject* context, std::function<void(Result<std::size_t>)> done);

} // namespace tw::ui
