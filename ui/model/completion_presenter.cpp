// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/completion_presenter.h"

#include "core/search/facets.h"
#include "ui/model/filter_presenter.h"
#include "ui/model/genre_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace tw::ui {
namespace {

QString nameOf(FilterField field)
{
    const std::string_view name = filterFieldName(field);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

/// In quotes where blanks or commas would end it.
QString quoted(const QString& value)
{
    static const QRegularExpression kEnds(QStringLiteral("[\\s,\"]"));
    if (!value.contains(kEnds))
        return value;
    QString inside = value;
    inside.remove(QLatin1Char('"'));
    return QLatin1Char('"') + inside + QLatin1Char('"');
}

std::vector<Completion> decades(const CatalogValues& values, const QString& typed)
{
    std::vector<Completion> rows;
    for (const Facet& facet : countFacets(ItemSet::all(values.catalog().size()), values, CompletionPresenter::kMost)) {
        if (facet.field != FilterField::Year)
            continue;
        for (auto value = facet.values.rbegin(); value != facet.values.rend(); ++value) {
            const QString text = QString::fromStdString(value->value);
            if (text.startsWith(typed) && rows.size() < CompletionPresenter::kMost)
                rows.push_back({text, filmCount(value->count), text + QLatin1Char(' ')});
        }
    }
    return rows;
}

std::vector<Completion> textValues(const CatalogValues& values, FilterField field, const QString& typed)
{
    const auto all = values.values(field);
    std::vector<std::uint32_t> places;
    if (typed.isEmpty()) {
        for (std::uint32_t i = 0; i < std::min(all.size(), CompletionPresenter::kMost); ++i)
            places.push_back(i);
    } else {
        places = values.matching(field, utf8(typed));
    }
    std::sort(places.begin(), places.end()); // most frequent first
    std::vector<Completion> rows;
    for (const std::uint32_t place : places) {
        if (rows.size() == CompletionPresenter::kMost)
            break;
        const QString value = shownLine(all[place].value);
        rows.push_back({field == FilterField::Genre ? genreText(value) : value, filmCount(all[place].count),
                        quoted(value) + QLatin1Char(' ')});
    }
    return rows;
}

} // namespace

CompletionPresenter::CompletionPresenter(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_request(workspace.jobs())
{
}

CompletionPresenter::~CompletionPresenter() = default;

void CompletionPresenter::ask(const QString& text, int cursor)
{
    // A field with its values, of which the last is being typed; or a word that may become a field.
    static const QRegularExpression kField(
        QStringLiteral("(?:^|\\s)-?([\\p{L}]+):((?:(?:\"[^\"]*\"|[^\\s\",]*),)*)(\"[^\"]*|[^\\s\",]*)$"));
    static const QRegularExpression kWord(QStringLiteral("(?:^|\\s)-?([\\p{L}]{2,})$"));
    m_text = text;
    m_cursor = cursor;
    const QString before = text.left(cursor);
    if (const auto match = kField.match(before); match.hasMatch()) {
        const auto field = filterFieldFromName(utf8(match.captured(1)));
        m_begin = static_cast<int>(match.capturedStart(3));
        if (!field) {
            dismiss();
            return;
        }
        askValues(*field, match.captured(3).remove(QLatin1Char('"')));
        return;
    }
    m_request.cancel();
    std::vector<Completion> rows;
    if (const auto match = kWord.match(before); match.hasMatch()) {
        m_begin = static_cast<int>(match.capturedStart(1));
        for (const FilterField field : kFilterFields) {
            const QString name = nameOf(field);
            if (name.startsWith(match.captured(1), Qt::CaseInsensitive))
                rows.push_back({name + QLatin1Char(':'), filterFieldText(field), name + QLatin1Char(':')});
        }
    }
    setRows(std::move(rows));
}

void CompletionPresenter::askValues(FilterField field, const QString& typed)
{
    JobSpec spec;
    spec.lane = Lane::Interactive;
    spec.kind = JobKind::Search;
    m_request.start(
        this, spec,
        [values = m_workspace.catalogValues(), field, typed](const TaskContext&) -> Result<std::vector<Completion>> {
            if (field == FilterField::Year)
                return decades(*values, typed);
            return isNumeric(field) ? std::vector<Completion>() : textValues(*values, field, typed);
        },
        [this](Result<std::vector<Completion>> rows) {
            if (rows)
                setRows(std::move(*rows));
        });
}

void CompletionPresenter::setRows(std::vector<Completion> rows)
{
    // What is typed already completes nothing.
    const QString typed = m_text.mid(m_begin, m_cursor - m_begin);
    std::erase_if(rows, [&typed](const Completion& row) { return row.insert.trimmed() == typed; });
    if (rows.empty() && m_rows.empty())
        return;
    m_rows = std::move(rows);
    Q_EMIT changed();
}

void CompletionPresenter::dismiss()
{
    m_request.cancel();
    setRows({});
}

CompletionPresenter::Completed CompletionPresenter::completed(std::size_t row) const
{
    if (row >= m_rows.size())
        return {m_text, m_cursor};
    QString text = m_text;
    QString insert = m_rows[row].insert;
    if (insert.endsWith(QLatin1Char(' ')) && text.mid(m_cursor).startsWith(QLatin1Char(' ')))
        insert.chop(1);
    text.replace(m_begin, m_cursor - m_begin, insert);
    return {text, m_begin + static_cast<int>(insert.size())};
}

} // namespace tw::ui
