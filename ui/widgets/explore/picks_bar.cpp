// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/explore/picks_bar.h"

#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace tw::ui {
namespace {

constexpr int kHeight = 44, kBarHeight = 8, kGap = 2, kDot = 9;
constexpr std::array kColours{ColorToken::Accent, ColorToken::Plot2, ColorToken::Text, ColorToken::Mark};

/// The coloured dot before a name.
class Dot : public QWidget {
public:
    Dot(ColorToken colour, QWidget* parent) : QWidget(parent), m_colour(colour) { setFixedSize(kDot, kDot); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().color(m_colour));
        painter.drawEllipse(QRectF(rect()));
    }

private:
    ColorToken m_colour;
};

} // namespace

/// One bar, divided like the picks.
class PicksBar::Shares : public QWidget {
public:
    Shares(const ExplorePresenter& explore, QWidget* parent) : QWidget(parent), m_explore(explore)
    {
        setMinimumWidth(80);
        setMaximumWidth(220);
        setFixedHeight(kBarHeight);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const auto total = static_cast<double>(m_explore.totalPicks());
        if (total <= 0) {
            paint::roundedRect(&painter, rect(), 2, theme().color(ColorToken::Groove));
            return;
        }
        const double span = width();
        double x = 0;
        for (std::size_t i = 0; i < kExploreColumns.size(); ++i) {
            const double width = span * static_cast<double>(m_explore.column(kExploreColumns[i]).picks) / total;
            if (width <= 0)
                continue;
            paint::roundedRect(&painter, QRectF(x, 0, std::max(2.0, width - kGap), kBarHeight), 2,
                               theme().color(kColours[i]));
            x += width;
        }
    }

private:
    const ExplorePresenter& m_explore;
};

PicksBar::PicksBar(ExplorePresenter& explore, QWidget* parent)
    : QWidget(parent), m_explore(explore), m_total(new ElidedLabel({}, TypeStep::Small, ColorToken::Text, this))
    , m_shares(new Shares(explore, this)), m_legend(new QWidget(this))
    , m_favourite(new ElidedLabel({}, TypeStep::Small, ColorToken::Text2, this))
{
    setObjectName(QStringLiteral("picksBar"));
    setFixedHeight(kHeight);
    m_total->setObjectName(QStringLiteral("picksTotal"));
    m_total->setWeight(QFont::DemiBold);
    m_favourite->setObjectName(QStringLiteral("picksFavourite"));
    auto* row = new QHBoxLayout(this);
    row->setSpacing(16);
    row->addWidget(m_total);
    row->addWidget(m_shares, 1);
    auto* names = new QHBoxLayout(m_legend);
    names->setContentsMargins(0, 0, 0, 0);
    names->setSpacing(6);
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        if (i > 0)
            names->addSpacing(8);
        names->addWidget(new Dot(kColours[i], m_legend));
        m_names[i] = new ElidedLabel({}, TypeStep::Small, ColorToken::Text, m_legend);
        names->addWidget(m_names[i]);
    }
    row->addWidget(m_legend);
    row->addStretch(1);
    row->addWidget(m_favourite, 2);
    setWidthClass(1);
    refresh();
}

void PicksBar::refresh()
{
    m_total->setText(m_explore.picksText());
    const std::array words{tr("Profile"), tr("Gaussian"), tr("Buckets"), tr("Search")};
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const auto picks = static_cast<qulonglong>(m_explore.column(kExploreColumns[i]).picks);
        m_names[i]->setText(tr("%1 %2", "column and picks").arg(words[i], QLocale().toString(picks)));
    }
    m_favourite->setText(m_explore.favouriteText());
    m_shares->update();
}

void PicksBar::setWidthClass(int widthClass)
{
    const int padding = widthClass == 0 ? 16 : widthClass == 2 ? 40 : 24;
    layout()->setContentsMargins(padding, 0, padding, 0);
    m_legend->setVisible(widthClass > 0);
}

} // namespace tw::ui
