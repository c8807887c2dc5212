// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel/taste_rail.h"

#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/lists/film_poster.h"
#include "ui/widgets/theme/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

constexpr std::size_t kMostPosters = 7;
constexpr int kPosterWidth = 30;
constexpr int kPosterStep = kPosterWidth * 3 / 2 + 8;

} // namespace

/// The number of likes in a ring that is full when nothing of the middle is left.
class TasteRail::Ring : public QWidget {
public:
    explicit Ring(QWidget* parent) : QWidget(parent) { setFixedSize(36, 36); }
    void show(std::size_t likes, double fraction)
    {
        m_likes = likes;
        m_fraction = fraction;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF circle(3, 3, 30, 30);
        painter.setPen(QPen(theme().color(ColorToken::Groove), 4));
        painter.drawEllipse(circle);
        painter.setPen(QPen(theme().color(ColorToken::Accent), 4, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(circle, 90 * 16, -static_cast<int>(m_fraction * 360 * 16));
        text::drawTabular(&painter, rect(), Qt::AlignHCenter, QString::number(m_likes),
                          theme().fontOfSize(m_likes > 999 ? 9.5 : 12, QFont::DemiBold),
                          theme().color(ColorToken::Text));
    }

private:
    std::size_t m_likes = 0;
    double m_fraction = 0;
};

TasteRail::TasteRail(QWidget* parent)
    : QWidget(parent), m_open(new IconButton(IconId::Panel, tr("Open the taste panel"), this)), m_ring(new Ring(this)),
      m_unit(new ElidedLabel({}, TypeStep::Caption, ColorToken::Text2, this))
{
    setObjectName(QStringLiteral("tasteRail"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 16, 0, 8);
    column->setSpacing(0);
    m_open->setProperty("twOnPanel", true);
    m_open->setShortcutText(QStringLiteral("Ctrl+\\"));
    column->addWidget(m_open, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(m_ring, 0, Qt::AlignHCenter);
    column->addSpacing(4);
    column->addWidget(m_unit, 0, Qt::AlignHCenter);
    column->addSpacing(14);
    for (std::size_t i = 0; i < kMostPosters; ++i) {
        auto* poster = new FilmPoster(FilmPoster::Kind::Button, kPosterWidth, this);
        poster->hide();
        connect(poster, &QAbstractButton::clicked, this, [this, poster] { Q_EMIT filmOpened(poster->film()); });
        column->addWidget(poster, 0, Qt::AlignHCenter);
        column->addSpacing(8);
        m_posters.push_back(poster);
    }
    column->addStretch(1);
}

void TasteRail::show(const TasteView& view)
{
    m_ring->show(view.likes, view.hasProfile ? 1.0 - static_cast<double>(view.middleShare) : 0.0);
    m_unit->setText(tr("likes", nullptr, static_cast<int>(view.likes)));
    m_ring->setToolTip(text::tip(view.countsText));
    m_ring->setAccessibleName(view.countsText);
    m_wanted = std::min(kMostPosters, view.shares.size());
    for (std::size_t i = 0; i < m_wanted; ++i)
        m_posters[i]->setFilm(view.shares[i].face);
    fit();
}

void TasteRail::fit()
{
    const int top = m_unit->geometry().bottom() + 14;
    const auto room = static_cast<std::size_t>(std::max(0, (height() - top) / kPosterStep));
    for (std::size_t i = 0; i < m_posters.size(); ++i)
        m_posters[i]->setVisible(i < std::min(room, m_wanted));
}

void TasteRail::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace tw::ui
