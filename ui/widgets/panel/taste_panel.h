// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/widgets/shell/window_context.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace tw {
class ElidedLabel;
class IconButton;
class Paragraph;
class SliderRow;
}

namespace tw::ui {

class LikePlaceholder;
class NoticeRow;
class ShareRowWidget;
class SumRow;
class TasteMap;
class TasteRail;

/// What the taste is made of and where it stands, at the right of every page: small map, sliders, likes with their
/// shares, the way back, the space. Folds to a rail of 60. When it is short of height fewer likes show one by one, then
/// the map gets lower and goes.
class TastePanel : public QWidget {
    Q_OBJECT
public:
    TastePanel(WindowContext context, QWidget* parent);
    ~TastePanel() override;

    void setRail(bool rail);
    bool rail() const { return m_railed; }
    /// 0 narrow (252), 1 (312), 2 wide (400).
    void setWidthClass(int widthClass);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildFoot();
    void buildSliders();
    void buildShares();
    void connectPresenters();
    void applyWidth();
    void showTaste();
    void showSettings();
    void showSpaces();
    void showNotice();
    void fitHeight();
    void placeShares(std::size_t count);
    void remove(ItemId item);
    void showHistoryMenu();

    WindowContext m_context;
    QWidget* m_full;
    TasteRail* m_rail;
    QVBoxLayout* m_column = nullptr;
    QVBoxLayout* m_list = nullptr;
    ElidedLabel* m_counts = nullptr;
    IconButton* m_history = nullptr;
    IconButton* m_fold = nullptr;
    TasteMap* m_map = nullptr;
    Paragraph* m_sentence = nullptr;
    SliderRow* m_memory = nullptr;
    SliderRow* m_noise = nullptr;
    QWidget* m_sharesHead = nullptr;
    ElidedLabel* m_shareWord = nullptr;
    NoticeRow* m_notice = nullptr;
    SumRow* m_older = nullptr;
    SumRow* m_middle = nullptr;
    Paragraph* m_missing = nullptr;
    std::vector<ShareRowWidget*> m_rows;
    std::vector<LikePlaceholder*> m_placeholders;
    QLabel* m_spaceWord = nullptr;
    QWidget* m_spaceSign = nullptr;
    QComboBox* m_space = nullptr;
    int m_widthClass = 1;
    ItemId m_noticeFor;     ///< Removed here.
    int m_noticeAt = 0;     ///< Where in the list it stood.
    bool m_railed = false;
    bool m_showing = false; ///< Controls are being set from the session.
};

} // namespace tw::ui
