// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/taste_presenter.h"

#include <QWidget>

#include <vector>

namespace tw {
class ElidedLabel;
class IconButton;
}

namespace tw::ui {

class FilmPoster;

/// The taste panel folded to 60: how many likes, how much of the taste they make, and the last of them.
class TasteRail : public QWidget {
    Q_OBJECT
public:
    explicit TasteRail(QWidget* parent = nullptr);
    void show(const TasteView& view);
    IconButton* openButton() const { return m_open; }

Q_SIGNALS:
    void filmOpened(tw::ItemId item);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    class Ring;
    IconButton* m_open;
    Ring* m_ring;
    ElidedLabel* m_unit;
    std::vector<FilmPoster*> m_posters;
    std::size_t m_wanted = 0;
};

} // namespace tw::ui
