// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/export_presenter.h"
#include "ui/widgets/shell/overlay.h"
#include "ui/widgets/shell/window_context.h"

#include <map>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QTextEdit;
class QVBoxLayout;

namespace tw {
class Button;
class ElidedLabel;
class OptionRow;
}

namespace tw::ui {

/// Ctrl+E: what to export, in which format, with which columns, how the file will begin, and where it goes. Folder and
/// format are remembered.
class ExportDialog : public Overlay {
    Q_OBJECT
public:
    /// @param what  Chosen at first, if there is anything of it.
    ExportDialog(WindowContext context, QWidget* window, ExportWhat what);
    ~ExportDialog() override;

protected:
    void focusFirst() override;

private:
    QVBoxLayout* addWhat();
    QVBoxLayout* addFormats();
    QVBoxLayout* addColumns();
    void addPreview(QVBoxLayout* layout);
    void addFile(QVBoxLayout* layout);
    void addButtons(QVBoxLayout* layout);
    void connectPresenter();
    void refresh();
    void refreshColumns();
    void refreshPreview();
    void suggestFile();
    void chooseFile();
    void exportNow();

    WindowContext m_context;
    ExportPresenter& m_presenter;
    std::map<ExportWhat, OptionRow*> m_whats;
    std::map<ExportFormat, OptionRow*> m_formats;
    QGridLayout* m_columns = nullptr;
    std::vector<ExportColumn> m_shownColumns; ///< That the boxes stand for.
    ElidedLabel* m_size = nullptr;
    QTextEdit* m_preview = nullptr;
    QLabel* m_noteSign = nullptr;
    QLabel* m_note = nullptr;
    QString m_copiedNote;
    QLineEdit* m_file = nullptr;
    QString m_suggested;   ///< What was put into the file field last; edited when it differs.
    QString m_agreed;      ///< A file that may be replaced: the user said so in the file dialog.
    Button* m_copy = nullptr;
    Button* m_export = nullptr;
};

} // namespace tw::ui
