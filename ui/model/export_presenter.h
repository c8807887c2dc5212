// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/list_export.h"
#include "ui/jobs/latest_request.h"
#include "ui/model/workspace.h"

#include <QObject>

#include <array>
#include <filesystem>
#include <memory>
#include <vector>

namespace tw::ui {

class ExplorePresenter;
class HistoryFilter;
class RecommendPresenter;
class SearchPresenter;

enum class ExportWhat { Likes, Recommendations, ExploreColumns, Search };

/// One of the things to export, as the dialog offers it.
struct ExportChoice {
    ExportWhat what = ExportWhat::Likes;
    QString name;     ///< "Liked films".
    QString note;     ///< "18 films", "4 lists, seed 4021", "31 for “hackers”".
    std::size_t rows = 0;
    bool available = false;
};

struct ColumnChoice {
    ExportColumn column = ExportColumn::Title;
    QString name;     ///< "IMDb id".
    bool on = false;
    bool fixed = false; ///< Always in the file.
};

struct ExportPreview {
    QString text;             ///< The file's first five lines.
    std::size_t rows = 0;
    std::size_t withImdbId = 0;
    std::uint64_t bytes = 0;  ///< Of the whole file.
    QString sizeText;         ///< "18 rows, 1.1 KB".
    QString note;             ///< Letterboxd: how many have an IMDb id; else empty.
    bool noteIsWarning = false;
};

/// What to export, how it will look, and the writing of it. GUI thread.
class ExportPresenter : public QObject {
    Q_OBJECT
public:
    /// The lists come from these presenters as they are at the moment; each may be null.
    ExportPresenter(Workspace& workspace, RecommendPresenter* recommend, ExplorePresenter* explore,
                    SearchPresenter* search, QObject* parent = nullptr);
    ~ExportPresenter() override;

    /// Looks at the lists anew; call when the dialog opens.
    void refresh();
    std::vector<ExportChoice> choices() const;
    ExportWhat what() const { return m_what; }
    ExportFormat format() const { return m_format; }
    const std::vector<ColumnChoice>& columns() const { return m_columns; }
    const ExportPreview& preview() const { return m_preview; }
    /// The files ExportFormat::Csv… are offered with: name and purpose.
    static QString formatName(ExportFormat format);  ///< "CSV".
    static QString formatNote(ExportFormat format);  ///< "for spreadsheets".
    /// "tastewalk-liked-2026-11-22.csv".
    QString suggestedFileName() const;
    /// "Export 18 films".
    QString actText() const;

public Q_SLOTS:
    void setWhat(tw::ui::ExportWhat what);
    /// Only these films of the likes (a selection); empty: all.
    void setSelection(const std::vector<tw::ItemId>& items);
    void setFormat(tw::ExportFormat format);
    void setColumn(tw::ExportColumn column, bool on);
    /// Writes in the storage lane; written() or failed() follows.
    void writeTo(const std::filesystem::path& path);
    /// Makes the whole text; copied() follows with it.
    void copy();

Q_SIGNALS:
    void changed();
    void previewChanged();
    void written(const QString& path, qulonglong rows);
    void copied(const QString& text);
    void failed(const tw::Error& error, tw::ui::Attempt attempt);

private:
    struct Order;
    std::shared_ptr<const Order> order(ExportWhat what) const;
    void resetColumns();
    void askPreview();
    void describePreview();

    Workspace& m_workspace;
    RecommendPresenter* m_recommend;
    ExplorePresenter* m_explore;
    SearchPresenter* m_search;
    LatestRequest<ExportPreview> m_previewRequest;
    ExportWhat m_what = ExportWhat::Likes;
    ExportFormat m_format = ExportFormat::Csv;
    std::vector<ColumnChoice> m_columns;
    std::vector<ItemId> m_selection;
    ExportPreview m_preview;
};

} // namespace tw::ui
