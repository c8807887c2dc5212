// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shell/window_context.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QStackedWidget;

namespace tw {
class BannerBar;
class Button;
class ElidedLabel;
class IconButton;
}

namespace tw::ui {

class ImportPresenter;
class ImportProgress;
class ImportResult;
class ImportSetup;

/// The import as a page of its own inside Library: the files chosen, then their progress, then the report. It shows
/// what ImportPresenter holds, so that leaving it loses nothing.
class ImportPage : public QWidget {
    Q_OBJECT
public:
    explicit ImportPage(WindowContext context, QWidget* parent = nullptr);

    void setSide(int side);
    void focusMain();
    /// Nothing shown is still on its way.
    bool complete() const;

Q_SIGNALS:
    void closeRequested();
    void discoverRequested();

private:
    void buildHead(QWidget* head);
    void connectParts();
    void refresh();
    void saveReport();

    WindowContext m_context;
    ImportPresenter& m_presenter;
    QHBoxLayout* m_head;
    IconButton* m_back;
    ElidedLabel* m_title;
    Button* m_other;
    Button* m_discard;
    Button* m_import;
    Button* m_save;
    Button* m_more;
    Button* m_discover;
    QWidget* m_bannerFrame;
    BannerBar* m_banner;
    QStackedWidget* m_parts;
    ImportSetup* m_setup;
    ImportProgress* m_progress;
    ImportResult* m_result;
};

} // namespace tw::ui
