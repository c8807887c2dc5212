// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/widgets/shell/window_context.h"

#include <QWidget>

#include <vector>

class QScrollArea;
class QVBoxLayout;

namespace tw {
class Button;
class ElidedLabel;
class IconButton;
class Paragraph;
}

namespace tw::ui {

class DetailsNumbersPart;
class DetailsSection;
class FilmPoster;

/// One film: poster, facts, what to do with it, why it is here, what is near it. Keys as in lists.
class DetailsPane : public QWidget {
    Q_OBJECT
public:
    DetailsPane(WindowContext context, QWidget* parent = nullptr);

    void setPadding(int left, int right);
    void focusPane();

Q_SIGNALS:
    void closeAsked();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildToolbar();
    QWidget* buildHead();
    QLayout* buildActs();
    QWidget* buildNearest();
    void refresh();
    void showFacts();
    void showActs();
    void showReasons();
    void showNearest();
    void fitWidth();
    void perform(int key);
    void showMenu();

    WindowContext m_context;
    IconButton* m_previous;
    IconButton* m_next;
    ElidedLabel* m_place;
    IconButton* m_more;
    QScrollArea* m_area;
    QWidget* m_content;
    FilmPoster* m_poster;
    Paragraph* m_title;
    Paragraph* m_original;
    Paragraph* m_meta;
    QWidget* m_genres;
    Paragraph* m_directors;
    Paragraph* m_cast;
    Paragraph* m_countries;
    Button* m_like;
    Button* m_dislike;
    Button* m_similar;
    Paragraph* m_tagline;
    Paragraph* m_overview;
    DetailsSection* m_reasons;
    DetailsSection* m_nearest;
    DetailsSection* m_keywords;
    DetailsNumbersPart* m_numbers;
    std::vector<FilmPoster*> m_neighbours;
    ItemId m_shown;
    int m_left = 24;
    int m_right = 24;
};

} // namespace tw::ui
