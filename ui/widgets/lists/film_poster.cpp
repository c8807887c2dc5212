// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lists/film_poster.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/lists/film_list.h"
#include "ui/widgets/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace tw::ui {
namespace {

constexpr int kTitleGap = 4;

} // namespace

FilmPoster::FilmPoster(Kind kind, int posterWidth, QWidget* parent)
    : QAbstractButton(parent), m_kind(kind), m_width(posterWidth)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusRadius(this, radius::kSmallPoster);
    if (kind == Kind::Picture) {
        setFocusPolicy(Qt::NoFocus);
        setAttribute(Qt::WA_TransparentForMouseEvents);
    } else {
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
    }
    connect(&theme(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void FilmPoster::setFilm(const ItemFace& face)
{
    m_face = face;
    setAccessibleName(face.titleWithYear());
    if (m_kind != Kind::Picture)
        setToolTip(text::tip(face.titleWithYear()));
    update();
}

void FilmPoster::setPosterWidth(int width)
{
    if (m_width == width)
        return;
    m_width = width;
    updateGeometry();
    update();
}

QSize FilmPoster::sizeHint() const
{
    const int title = m_kind == Kind::ButtonWithTitle
                          ? kTitleGap + static_cast<int>(std::ceil(theme().lineHeight(TypeStep::Caption)))
                          : 0;
    return {m_width, m_width * 3 / 2 + title};
}

void FilmPoster::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF poster(0, 0, m_width, m_width * 3 / 2);
    ItemView view;
    view.poster = posterSpec(m_face);
    paintItemPoster(&painter, poster, view);
    if (m_kind != Kind::ButtonWithTitle)
        return;
    const QRectF line(0, poster.bottom() + kTitleGap, m_width, theme().lineHeight(TypeStep::Caption));
    text::drawElided(&painter, line, m_face.title, theme().font(TypeStep::Caption, QFont::Medium),
                     theme().color(underMouse() ? ColorToken::Accent : ColorToken::Text));
}

} // namespace tw::ui
