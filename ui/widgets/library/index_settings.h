// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shell/window_context.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace tw {
class OptionRow;
class Paragraph;
class Segment;
class SliderRow;
}

namespace tw::ui {

class FactsTable;

/// The settings of the kind of index that is wished, what each does in plain words, what the whole costs, and what the
/// index is now.
class IndexSettings : public QWidget {
    Q_OBJECT
public:
    explicit IndexSettings(WindowContext context, QWidget* parent = nullptr);

    void refresh();

private:
    struct Setting {
        SliderRow* row;
        QLabel* note;
    };
    QWidget* buildLayouts();
    void buildSliders();
    Setting add(SliderRow* row, const char* objectName, const QString& explanation);
    void showSetting(const Setting& setting, bool shown);
    void refreshSliders();
    void refreshCost();
    void refreshFacts();

    WindowContext m_context;
    QLabel* m_title;
    QLabel* m_nothing;        ///< Of kinds without settings.
    QWidget* m_layouts;
    Segment* m_layout;
    QLabel* m_layoutNote;
    Setting m_recall{}, m_links{}, m_building{}, m_searching{}, m_lists{}, m_bytes{}, m_probes{};
    OptionRow* m_rerank;
    std::vector<int> m_divisors; ///< Bytes a code may have: what the code slider's steps stand for.
    FactsTable* m_cost;
    Paragraph* m_reason;
    FactsTable* m_facts;
    Paragraph* m_note;
    bool m_taking = false;    ///< The controls follow the wish, not the other way round.
};

} // namespace tw::ui
