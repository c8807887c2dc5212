// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shell/page.h"

#include <array>

class QBoxLayout;
class QComboBox;
class QHBoxLayout;
class QScrollArea;
class QStackedWidget;

namespace tw {
class OptionRow;
}

namespace tw::ui {

class CatalogueSection;
class IndexSection;
class SpacesSection;
class StorageSection;

/// Which library is open, and what it is made of: catalogue, spaces with their embedders, index, storage.
class LibraryPage : public Page {
    Q_OBJECT
public:
    enum class Section { Catalogue, Spaces, Index, Storage };

    LibraryPage(WindowContext context, QWidget* parent);
    ~LibraryPage() override;

    void setActive(bool active) override;
    void focusMain() override;
    bool complete() const override;
    void setWidthClass(int widthClass) override;
    void showSection(Section section);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHead(QBoxLayout* column);
    void buildSections();
    void connectParts();
    void refreshHead();
    void refreshSubtitles();
    void arrange();

    QHBoxLayout* m_titleRow;
    QComboBox* m_libraries;
    QBoxLayout* m_body;       ///< Sections beside or above what they open.
    QBoxLayout* m_entryRow;
    std::array<OptionRow*, 4> m_entries{};
    QScrollArea* m_scroll;
    QStackedWidget* m_parts;
    CatalogueSection* m_catalogue;
    SpacesSection* m_spaces;
    IndexSection* m_index;
    StorageSection* m_storage;
    int m_side = 24;
};

} // namespace tw::ui
