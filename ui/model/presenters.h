// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/details_presenter.h"
#include "ui/model/explore_presenter.h"
#include "ui/model/export_presenter.h"
#include "ui/model/filter_presenter.h"
#include "ui/model/history_model.h"
#include "ui/model/import_presenter.h"
#include "ui/model/index_presenter.h"
#include "ui/model/library_presenter.h"
#include "ui/model/map_presenter.h"
#include "ui/model/recommend_presenter.h"
#include "ui/model/search_presenter.h"
#include "ui/model/taste_presenter.h"

namespace tw::ui {

/// All presenters over one workspace, made and destroyed together. GUI thread.
struct Presenters {
    explicit Presenters(Workspace& w)
        : search(w), filter(w, search), recommend(w), taste(w), explore(w), map(w), details(w, &search), history(w, taste), historyFilter(history)
        , exporting(w, &recommend, &explore, &search), importing(w), library(w), index(w)
    {
        // What the search field lets through holds for everything beside it.
        QObject::connect(&filter, &FilterPresenter::allowedChanged, &recommend, &RecommendPresenter::setAllowed);
        QObject::connect(&filter, &FilterPresenter::allowedChanged, &explore, &ExplorePresenter::setAllowed);
    }
    SearchPresenter search;
    FilterPresenter filter;
    RecommendPresenter recommend;
    TastePresenter taste;
    ExplorePresenter explore;
    MapPresenter map;
    DetailsPresenter details;
    HistoryModel history;
    HistoryFilter historyFilter;
    ExportPresenter exporting;
    ImportPresenter importing;
    LibraryPresenter library;
    IndexPresenter index;
};

} // namespace tw::ui
