// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace tw::ui {

/// How far tables and options of the Library's sections reach beyond the text edge.
inline constexpr int kSectionBleed = 10;

/// Lines of a name and a value with a rule below each, 30 high; read by screen readers as "name: value".
class FactsTable : public QWidget {
    Q_OBJECT
public:
    struct Line {
        QString name;
        QString note;  ///< Behind the name in a weaker tone; may be empty.
        QString value; ///< At the right edge; never elided.
        bool operator==(const Line&) const = default;
    };
    explicit FactsTable(QWidget* parent = nullptr);
    void setLines(const std::vector<Line>& lines);

private:
    QVBoxLayout* m_rows;
    std::vector<Line> m_lines;
};

} // namespace tw::ui
