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
class ImportPage;
class IndexSection;
class SpacesSection;
class StorageSection;

/// Which library is open, and what it is made of: catalogue, spaces with their embedders, index, storage. In its place,
/// while files are chosen for it, the import.
class LibraryPage : public Page {
    Q_OBJECT
public:
    enum class Section { Catalogue, Spaces, Index, Storage };

    LibraryPage(WindowContext context, QWidget* parent);
    ~LibraryPage() override;

    void setActive(bool active) override;
    void focusMain() override;
    bool complete() const override;
    /// Leaves the import page; what was set up there stays.
    bool closeInnermost() override;
    QBoxLayout* bannerColumn() const override;
    void setWidthClass(int widthClass) override;
    void showSection(Section section);

Q_SIGNALS:
    void importShown();
    void discoverRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHead(QBoxLayout* column);
    void buildSections();
    void connectParts();
    void refreshHead();
    void refreshSubtitles();
    void arrange();
    void showImport(bool shown);
    bool importIsShown() const;

    QStackedWidget* m_stack;  ///< The library, or the import.
    ImportPage* m_import;
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
