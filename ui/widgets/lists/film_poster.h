// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/model/item_format.h"

#include <QAbstractButton>

namespace tw::ui {

/// A film's poster as a part of its own: a picture that only shows (details), or a button that opens the film
/// (neighbours, rail). Height follows the width.
class FilmPoster : public QAbstractButton {
    Q_OBJECT
public:
    enum class Kind { Picture, Button, ButtonWithTitle };

    FilmPoster(Kind kind, int posterWidth, QWidget* parent = nullptr);

    void setFilm(const ItemFace& face);
    ItemId film() const { return m_face.item; }
    void setPosterWidth(int width);
    int posterWidth() const { return m_width; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind m_kind;
    int m_width;
    ItemFace m_face;
};

} // namespace tw::ui
