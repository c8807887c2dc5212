// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/catalog_values.h"
#include "ui/jobs/latest_request.h"
#include "ui/model/workspace.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace tw::ui {

/// What could be typed on with.
struct Completion {
    QString text;    ///< "genre:", "Science Fiction".
    QString note;    ///< "Genre", "123 films".
    QString insert;  ///< What takes the place of what is typed of it.
};

/// Completes the condition that the cursor of the query box stands in: fields from two letters on, then the values that
/// the catalogue has, most frequent first. GUI thread.
class CompletionPresenter : public QObject {
    Q_OBJECT
public:
    explicit CompletionPresenter(Workspace& workspace, QObject* parent = nullptr);
    ~CompletionPresenter() override;

    static constexpr std::size_t kMost = 8;

    /// @param cursor  Characters before it.
    void ask(const QString& text, int cursor);
    void dismiss();
    const std::vector<Completion>& rows() const { return m_rows; }
    /// The text with a row's completion in its place, and the cursor behind it.
    struct Completed {
        QString text;
        int cursor = 0;
    };
    Completed completed(std::size_t row) const;

Q_SIGNALS:
    void changed();

private:
    void askValues(FilterField field, const QString& typed);
    void setRows(std::vector<Completion> rows);

    Workspace& m_workspace;
    LatestRequest<std::vector<Completion>> m_request;
    QString m_text;
    int m_begin = 0;  ///< Of what is replaced.
    int m_cursor = 0;
    std::vector<Completion> m_rows;
};

} // namespace tw::ui
