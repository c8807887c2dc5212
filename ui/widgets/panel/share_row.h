// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/taste_presenter.h"

#include <QWidget>

namespace tw {
class Button;
class ElidedLabel;
class IconButton;
}

namespace tw::ui {

class FilmPoster;

/// One like in the taste panel: poster, title, share, Remove. 42 high.
class ShareRowWidget : public QWidget {
    Q_OBJECT
public:
    explicit ShareRowWidget(QWidget* parent = nullptr);
    void show(const ShareRow& row, bool removable);
    ItemId film() const;
    void focusRemove();
    static int rowHeight();
    /// Distance of the shares' right edge from the row's.
    static int shareEnd();

Q_SIGNALS:
    void opened(tw::ItemId item);
    void removed(tw::ItemId item);

private:
    FilmPoster* m_poster;
    ElidedLabel* m_title;
    ElidedLabel* m_share;
    IconButton* m_remove;
};

/// "Removed “Firewall”  Undo  Ctrl Z". 40 high.
class NoticeRow : public QWidget {
    Q_OBJECT
public:
    explicit NoticeRow(QWidget* parent = nullptr);
    void show(const UndoNotice& notice);

Q_SIGNALS:
    void undoAsked();

private:
    ElidedLabel* m_text;
    Button* m_undo;
};

/// A share that stands for several things: "13 older likes  43 %".
class SumRow : public QWidget {
    Q_OBJECT
public:
    SumRow(const QString& text, int height, QWidget* parent = nullptr);
    void show(const QString& text, const QString& share);
    void setShareEnd(int distance);

private:
    ElidedLabel* m_text;
    ElidedLabel* m_share;
};

/// Where the first likes will stand: a dashed frame and words.
class LikePlaceholder : public QWidget {
    Q_OBJECT
public:
    explicit LikePlaceholder(const QString& text, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

} // namespace tw::ui
