// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/widgets/shell/page.h"

#include <array>
#include <optional>

class QSplitter;
class QVBoxLayout;

namespace tw {
class IconButton;
class SearchField;
}

namespace tw::ui {

class CardsPane;
class CompletionPopup;
class DetailsPane;
class FilmList;
class FilterBar;
class ItemListModel;
class ResultsPane;

/// Search, what it finds, what lies near the taste, and one film's details: in place of the recommendations, or as a
/// column of its own in wide windows.
class DiscoverPage : public Page {
    Q_OBJECT
public:
    DiscoverPage(WindowContext context, QWidget* parent);
    ~DiscoverPage() override;

    void setActive(bool active) override;
    /// The search field, its text selected.
    void focusMain() override;
    bool complete() const override;
    /// Details, then the query.
    bool closeInnermost() override;
    void setWidthClass(int widthClass) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectSearch();
    void connectLists();
    void refresh();
    void refreshDetails();
    void applyPadding();
    void applySizes();
    void rememberSizes();
    void restoreSizes();
    FilmList* listWith(ItemId item) const;
    bool hasQuery() const;

    SearchField* m_search;
    IconButton* m_filterButton;
    FilterBar* m_filter;
    CompletionPopup* m_completions;
    QVBoxLayout* m_top;
    QSplitter* m_splitter;
    ResultsPane* m_results;
    CardsPane* m_cards;
    DetailsPane* m_details;
    FilmList* m_detailsFrom = nullptr; ///< The list that details were opened from.
    ItemId m_detailsShown;
    bool m_similarAsked = false; ///< "More like this": the focus goes to its list.
    int m_widthClass = 1;
    std::optional<bool> m_filterWanted; ///< By the user; none: as the width allows.
    double m_resultsShare = 0;  ///< Of results and cards together; 0: as designed.
    int m_detailsWidth = 0;     ///< 0: as designed.
};

} // namespace tw::ui
