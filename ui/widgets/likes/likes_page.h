// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/list_export.h"
#include "ui/model/workspace.h"
#include "ui/widgets/shell/page.h"

class QHBoxLayout;
class QStackedLayout;
class QVBoxLayout;

namespace tw {
class Button;
class ElidedLabel;
class EmptyState;
class SearchField;
class Segment;
}

namespace tw::ui {

class LikesTable;
class SelectionBar;

/// Everything liked, disliked and hidden as a table: filtered, sorted, taken back, turned round, forgotten, exported.
class LikesPage : public Page {
    Q_OBJECT
public:
    LikesPage(WindowContext context, QWidget* parent);
    ~LikesPage() override;

    void setActive(bool active) override;
    void focusMain() override;
    bool complete() const override;
    /// The selection, then the filter.
    bool closeInnermost() override;
    void setWidthClass(int widthClass) override;

private:
    void buildHead(QVBoxLayout* column);
    void buildEmptyStates(QWidget* host);
    void connectParts();
    void refreshHead();
    void refreshBody();
    void tellNothing(bool kept);
    void refreshSelection();
    void emptyAct(const QString& id);
    void removeSelected();
    void turnRound();
    void forgetSelected();
    void exportSelected(ExportFormat format);

    LikesTable* m_table;
    SelectionBar* m_bar;
    ElidedLabel* m_summary;
    Button* m_export;
    SearchField* m_filter;
    Segment* m_states;
    /// What m_nothing tells; its acts are made once, so that they keep the focus.
    enum class Nothing { Unset, NotKept, NotYet };
    Nothing m_told = Nothing::Unset;
    bool m_hiddenShown = false; ///< The segment has its entry for hidden films.
    QHBoxLayout* m_titleRow;
    QHBoxLayout* m_filterRow;
    QWidget* m_filterPart;
    QVBoxLayout* m_tablePart;
    QStackedLayout* m_body;
    EmptyState* m_nothing;      ///< Nothing liked yet, or no history kept: the whole page.
    EmptyState* m_noMatch;      ///< The filter lets nothing through.
};

} // namespace tw::ui
