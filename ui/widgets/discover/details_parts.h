// SPDX-License-Identifier: GPL-3.0-or-later
// Private to details_pane.cpp.
#pragma once

#include "ui/model/details_presenter.h"

#include <QWidget>

class QVBoxLayout;

namespace tw {
class Button;
class Paragraph;
}

namespace tw::ui {

class FactsTable;

/// A small head and what belongs under it; hidden as a whole.
class DetailsSection : public QWidget {
    Q_OBJECT
public:
    DetailsSection(const QString& title, int gap, QWidget* parent = nullptr);
    /// Takes the widget in place of what was there.
    void setBody(QWidget* body);
    QWidget* body() const { return m_body; }

private:
    QVBoxLayout* m_column;
    QWidget* m_body = nullptr;
};

/// The numbers behind a place in a list, for who builds such things: folded away until asked for.
class DetailsNumbersPart : public QWidget {
    Q_OBJECT
public:
    explicit DetailsNumbersPart(QWidget* parent = nullptr);
    /// Hidden without.
    void setNumbers(const std::optional<DetailsNumbers>& numbers);

private:
    Button* m_button;
    QWidget* m_body;
    Paragraph* m_to;
    FactsTable* m_lines;
};

/// "It says hacker, cyber terrorism  ▬▬▬  .41".
QWidget* makeReasonRow(const ReasonLine& reason);
/// Words in chips that only tell, wrapped.
QWidget* makeWords(const QStringList& words);

} // namespace tw::ui
