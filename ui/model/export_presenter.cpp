// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/export_presenter.h"

#include "core/library/session_rows.h"
#include "ui/model/explore_presenter.h"
#include "ui/model/recommend_presenter.h"
#include "ui/model/search_presenter.h"

#include <QDate>

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace tw::ui {
namespace {

constexpr qsizetype kPreviewLines = 5;

RankedItems ranked(const std::vector<ListEntry>& entries)
{
    RankedItems items;
    items.reserve(entries.size());
    for (const ListEntry& entry : entries)
        items.push_back({entry.item, entry.score.value_or(0), {}});
    return items;
}

QString columnName(ExportColumn column)
{
    switch (column) {
    case ExportColumn::List: return ExportPresenter::tr("List");
    case ExportColumn::Rank: return ExportPresenter::tr("Place");
    case ExportColumn::Key: return ExportPresenter::tr("Key");
    case ExportColumn::Title: return ExportPresenter::tr("Title");
    case ExportColumn::OriginalTitle: return ExportPresenter::tr("Original title");
    case ExportColumn::Year: return ExportPresenter::tr("Year");
    case ExportColumn::Genres: return ExportPresenter::tr("Genres");
    case ExportColumn::Directors: return ExportPresenter::tr("Directors");
    case ExportColumn::ImdbId: return ExportPresenter::tr("IMDb id");
    case ExportColumn::TmdbId: return ExportPresenter::tr("TMDB id");
    case ExportColumn::State: return ExportPresenter::tr("Liked or disliked");
    case ExportColumn::Date: return ExportPresenter::tr("Date liked");
    case ExportColumn::FoundIn: return ExportPresenter::tr("Found in");
    case ExportColumn::Score: return ExportPresenter::tr("Score");
    case ExportColumn::Share: return ExportPresenter::tr("Share of taste");
    case ExportColumn::X:
    case ExportColumn::Y: break;
    }
    return {};
}

/// Which columns a kind of list has anything for.
bool offered(ExportColumn column, ExportWhat what)
{
    switch (column) {
    case ExportColumn::List: return what == ExportWhat::ExploreColumns;
    case ExportColumn::Rank:
    case ExportColumn::Score:
    case ExportColumn::State: return what != ExportWhat::Likes;
    case ExportColumn::Date:
    case ExportColumn::FoundIn:
    case ExportColumn::Share: return what == ExportWhat::Likes;
    default: return true;
    }
}

bool onAtFirst(ExportColumn column, ExportFormat format)
{
    if (format == ExportFormat::Json || format == ExportFormat::Letterboxd)
        return true;
    return column != ExportColumn::Key && column != ExportColumn::TmdbId && column != ExportColumn::State;
}

} // namespace

/// What one export is made of: values only, for any lane.
struct ExportPresenter::Order {
    std::shared_ptr<const Session> session;
    ExportWhat what = ExportWhat::Likes;
    std::unordered_set<ItemId> selection;
    std::vector<std::pair<std::string, RankedItems>> lists;
    ExportOptions options;

    std::vector<ExportRow> rows() const
    {
        if (what == ExportWhat::Likes) {
            auto made = likeRows(*session);
            if (!selection.empty())
                std::erase_if(made, [this](const ExportRow& row) { return !selection.contains(row.item.id); });
            return made;
        }
        std::vector<ExportRow> made;
        for (const auto& [name, items] : lists) {
            auto some = rankedRows(*session, items, name);
            std::move(some.begin(), some.end(), std::back_inserter(made));
        }
        return made;
    }
};

ExportPresenter::ExportPresenter(Workspace& workspace, RecommendPresenter* recommend, ExplorePresenter* explore,
                                 SearchPresenter* search, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_recommend(recommend), m_explore(explore), m_search(search),
      m_previewRequest(workspace.jobs())
{
    resetColumns();
}

ExportPresenter::~ExportPresenter() = default;

void ExportPresenter::refresh()
{
    const auto all = choices();
    const auto chosen =
        std::find_if(all.begin(), all.end(), [this](const ExportChoice& choice) { return choice.what == m_what; });
    // What was chosen last time may be empty now.
    if (chosen == all.end() || !chosen->available) {
        for (const ExportChoice& choice : all) {
            if (choice.available) {
                m_what = choice.what;
                resetColumns();
                break;
            }
        }
    }
    Q_EMIT changed();
    askPreview();
}

std::vector<ExportChoice> ExportPresenter::choices() const
{
    std::vector<ExportChoice> all;
    const std::size_t likes =
        m_selection.empty() ? m_workspace.session()->history->likes().size() : order(ExportWhat::Likes)->rows().size();
    all.push_back({ExportWhat::Likes, m_selection.empty() ? tr("Liked films") : tr("Selected films"), filmCount(likes),
                   likes, likes > 0});
    const bool recommending = m_recommend && m_recommend->state() == RecommendState::Recommending;
    const std::size_t nearest = recommending ? m_recommend->items()->entries().size() : 0;
    all.push_back({ExportWhat::Recommendations, tr("Recommendations"),
                   recommending ? tr("the nearest %Ln films", nullptr, static_cast<int>(nearest))
                                : tr("after the first like"),
                   nearest, nearest > 0});
    std::size_t lists = 0;
    std::size_t rows = 0;
    if (m_explore) {
        for (const ExploreColumn column : kExploreColumns) {
            const std::size_t size = m_explore->list(column)->entries().size();
            lists += size > 0 ? 1 : 0;
            rows += size;
        }
    }
    all.push_back({ExportWhat::ExploreColumns, tr("Explore columns"),
                   rows > 0 ? tr("%Ln lists, seed %1", nullptr, static_cast<int>(lists)).arg(m_explore->seed())
                            : tr("open Explore first"),
                   rows, rows > 0});
    const std::size_t found = m_search ? m_search->count() : 0;
    all.push_back({ExportWhat::Search, tr("Search results"),
                   found > 0 ? tr("%Ln for “%1”", nullptr, static_cast<int>(found)).arg(m_search->sourceDetail())
                             : tr("search for something first"),
                   found, found > 0});
    return all;
}

void ExportPresenter::setWhat(ExportWhat what)
{
    if (what == m_what)
        return;
    m_what = what;
    resetColumns();
    Q_EMIT changed();
    askPreview();
}

void ExportPresenter::setSelection(const std::vector<ItemId>& items)
{
    m_selection = items;
    Q_EMIT changed();
    askPreview();
}

void ExportPresenter::setFormat(ExportFormat format)
{
    if (format == m_format)
        return;
    m_format = format;
    resetColumns();
    Q_EMIT changed();
    askPreview();
}

void ExportPresenter::setColumn(ExportColumn column, bool on)
{
    for (ColumnChoice& choice : m_columns) {
        if (choice.column == column && !choice.fixed)
            choice.on = on;
    }
    Q_EMIT changed();
    askPreview();
}

void ExportPresenter::resetColumns()
{
    m_columns.clear();
    for (const ExportColumn column : defaultColumns(m_format)) {
        if (offered(column, m_what))
            m_columns.push_back({column, columnName(column), onAtFirst(column, m_format), false});
    }
    // A row without a title helps nobody.
    for (ColumnChoice& choice : m_columns) {
        if (choice.column == ExportColumn::Title)
            choice.fixed = true;
    }
}

std::shared_ptr<const ExportPresenter::Order> ExportPresenter::order(ExportWhat what) const
{
    auto made = std::make_shared<Order>();
    made->session = m_workspace.session();
    made->what = what;
    made->selection = {m_selection.begin(), m_selection.end()};
    made->options.format = m_format;
    for (const ColumnChoice& choice : m_columns) {
        if (choice.on)
            made->options.columns.push_back(choice.column);
    }
    switch (what) {
    case ExportWhat::Likes: made->options.heading = utf8(tr("Liked films")); break;
    case ExportWhat::Recommendations:
        made->options.heading = utf8(tr("Recommendations"));
        if (m_recommend)
            made->lists.emplace_back("recommendations", ranked(m_recommend->items()->entries()));
        break;
    case ExportWhat::ExploreColumns:
        if (m_explore) {
            made->options.heading = utf8(tr("Explore, seed %1").arg(m_explore->seed()));
            for (const ExploreColumn column : kExploreColumns)
                made->lists.emplace_back(utf8(m_explore->column(column).id), ranked(m_explore->list(column)->entries()));
        }
        break;
    case ExportWhat::Search:
        if (m_search) {
            made->options.heading = utf8(tr("Search for “%1”").arg(m_search->sourceDetail()));
            made->lists.emplace_back("search", ranked(m_search->results()->entries()));
        }
        break;
    }
    return made;
}

void ExportPresenter::askPreview()
{
    JobSpec spec;
    spec.lane = Lane::Interactive;
    spec.kind = JobKind::Export;
    m_previewRequest.start(
        this, spec,
        [order = order(m_what)](const TaskContext&) -> Result<ExportPreview> {
            const auto rows = order->rows();
            TW_ASSIGN(const std::string text, exportText(rows, order->options));
            ExportPreview preview;
            preview.rows = rows.size();
            preview.withImdbId = static_cast<std::size_t>(std::count_if(
                rows.begin(), rows.end(), [](const ExportRow& row) { return !row.item.imdbId.empty(); }));
            preview.bytes = text.size();
            QStringList lines = shown(text.substr(0, 8000)).split(QLatin1Char('\n'));
            preview.text = lines.mid(0, kPreviewLines).join(QLatin1Char('\n'));
            return preview;
        },
        [this](Result<ExportPreview> preview) {
            if (!preview) {
                m_preview = {};
                m_preview.note = errorText(preview.error(), Attempt::Export).sentence;
                m_preview.noteIsWarning = true;
            } else {
                m_preview = *preview;
                describePreview();
            }
            Q_EMIT previewChanged();
        });
}

void ExportPresenter::describePreview()
{
    m_preview.sizeText = tr("%Ln rows, %1", nullptr, static_cast<int>(m_preview.rows)).arg(byteText(m_preview.bytes));
    if (m_format != ExportFormat::Letterboxd || m_preview.rows == 0)
        return;
    m_preview.noteIsWarning = m_preview.withImdbId < m_preview.rows;
    const int rows = static_cast<int>(m_preview.rows);
    m_preview.note =
        m_preview.noteIsWarning
            ? tr("%1 of %Ln films have an IMDb id; Letterboxd looks for the others by title and year.", nullptr, rows)
                  .arg(QLocale().toString(static_cast<qulonglong>(m_preview.withImdbId)))
            : tr("All %Ln films have an IMDb id, so Letterboxd will match every one.", nullptr, rows);
}

QString ExportPresenter::formatName(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv: return tr("CSV");
    case ExportFormat::Json: return tr("JSON");
    case ExportFormat::Markdown: return tr("Markdown");
    case ExportFormat::Letterboxd: return tr("Letterboxd");
    }
    return {};
}

QString ExportPresenter::formatNote(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv: return tr("for spreadsheets");
    case ExportFormat::Json: return tr("for programs, everything kept");
    case ExportFormat::Markdown: return tr("for notes and mail");
    case ExportFormat::Letterboxd: return tr("its import format");
    }
    return {};
}

QString ExportPresenter::suggestedFileName() const
{
    QString list;
    switch (m_what) {
    case ExportWhat::Likes: list = QStringLiteral("liked"); break;
    case ExportWhat::Recommendations: list = QStringLiteral("recommended"); break;
    case ExportWhat::ExploreColumns: list = QStringLiteral("explored"); break;
    case ExportWhat::Search: list = QStringLiteral("found"); break;
    }
    const std::string_view extension = exportExtension(m_format);
    return QStringLiteral("tastewalk-%1-%2%3")
        .arg(list, QDate::currentDate().toString(Qt::ISODate),
             QString::fromUtf8(extension.data(), static_cast<qsizetype>(extension.size())));
}

QString ExportPresenter::actText() const
{
    for (const ExportChoice& choice : choices()) {
        if (choice.what == m_what)
            return tr("Export %Ln films", nullptr, static_cast<int>(choice.rows));
    }
    return {};
}

void ExportPresenter::writeTo(const std::filesystem::path& path)
{
    JobSpec spec;
    spec.lane = Lane::Storage;
    spec.kind = JobKind::Export;
    spec.visible = true;
    spec.subject = shownLine(path.filename().string());
    m_workspace.jobs()
        .submit(spec,
                [order = order(m_what), path](const TaskContext&) -> Result<std::size_t> {
                    const auto rows = order->rows();
                    TW_TRY(exportToFile(path, rows, order->options));
                    return rows.size();
                })
        .then(this, [this, path](Result<std::size_t> rows) {
            if (rows)
                Q_EMIT written(QString::fromStdString(path.string()), static_cast<qulonglong>(*rows));
            else if (rows.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(rows.error(), Attempt::Export);
        });
}

void ExportPresenter::copy()
{
    JobSpec spec;
    spec.lane = Lane::Interactive;
    spec.kind = JobKind::Export;
    m_workspace.jobs()
        .submit(spec,
                [order = order(m_what)](const TaskContext&) -> Result<QString> {
                    TW_ASSIGN(const std::string text, exportText(order->rows(), order->options));
                    return QString::fromStdString(text);
                })
        .then(this, [this](Result<QString> text) {
            if (text)
                Q_EMIT copied(*text);
            else if (text.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(text.error(), Attempt::Export);
        });
}

} // namespace tw::ui
