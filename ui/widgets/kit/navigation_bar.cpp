// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/navigation_bar.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QButtonGroup>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace tw {
namespace {

int widthOf(NavigationBar::Mode mode)
{
    switch (mode) {
    case NavigationBar::Mode::Icons: return 60;
    case NavigationBar::Mode::Beside: return 176;
    case NavigationBar::Mode::Labelled: break;
    }
    return 76;
}

/// Of the bar, whatever its labels.
constexpr int kWidest = 176;
constexpr int kLeastSide = 4;

/// An entry of the bar; paints itself in the three modes.
class NavigationButton final : public QToolButton {
public:
    NavigationButton(const NavigationEntry& entry, bool foot, QWidget* parent)
        : QToolButton(parent)
        , m_icon(entry.icon)
        , m_foot(foot)
        , m_name(entry.text)
        , m_shortcut(entry.shortcut.isEmpty() ? QString() : keyHintText(entry.shortcut))
    {
        setText(entry.text);
        setAccessibleName(entry.text);
        setCheckable(!foot);
        setFocusPolicy(Qt::StrongFocus);
        setFocusRadius(this, radius::kRow);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setMode(NavigationBar::Mode::Labelled);
    }

    /// What the label under the icon takes when it is the current one.
    int labelWidth() const
    {
        const QFontMetricsF metrics(theme().font(TypeStep::Nav, QFont::DemiBold));
        return m_foot ? 0 : static_cast<int>(std::ceil(metrics.horizontalAdvance(m_name))) + 2;
    }

    void setMode(NavigationBar::Mode mode)
    {
        m_mode = mode;
        const bool labelled = m_mode == NavigationBar::Mode::Labelled;
        const int extra = labelled && !m_foot ? theme().scaled(15) - 15 : 0;
        setFixedHeight(m_mode == NavigationBar::Mode::Beside ? 44 : m_foot ? 40 : labelled ? 56 + extra : 44);
        // A visible label needs no tooltip but its key.
        setToolTip(text::tip(m_name, m_shortcut));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (!isEnabled())
            painter.setOpacity(0.45);
        const Theme& look = theme();
        const bool on = isChecked();
        const bool over = underMouse() && isEnabled();
        if (on)
            paint::roundedRect(&painter, rect(), radius::kRow, look.color(ColorToken::Surface));
        else if (isDown() || over)
            paint::roundedRect(&painter, rect(), radius::kRow,
                               look.color(isDown() ? ColorToken::Line : ColorToken::Press));
        const QColor ink = look.color(on ? ColorToken::Accent : over ? ColorToken::Text : ColorToken::Text2);
        const int weight = on ? QFont::DemiBold : QFont::Medium;
        const int iconSize = m_foot ? kIconTool : kIconNav;
        if (m_mode == NavigationBar::Mode::Beside) {
            paintIcon(&painter, QRectF(14, 0, kIconNav, height()), m_icon, iconSize, ink);
            text::drawElided(&painter, QRectF(14 + kIconNav + 14, 0, width() - 58, height()), m_name,
                             look.fontOfSize(14.5, weight), ink);
        } else if (m_mode == NavigationBar::Mode::Labelled && !m_foot) {
            const double line = look.lineHeight(TypeStep::Nav);
            const double top = (height() - kIconNav - 3 - line) / 2;
            paintIcon(&painter, QRectF(0, top, width(), kIconNav), m_icon, iconSize, ink);
            text::drawElided(&painter, QRectF(1, top + kIconNav + 3, width() - 2, line), m_name,
                             look.font(TypeStep::Nav, weight), ink, Qt::AlignHCenter);
        } else {
            paintIcon(&painter, rect(), m_icon, iconSize, ink);
        }
    }

private:
    IconId m_icon;
    bool m_foot;
    NavigationBar::Mode m_mode = NavigationBar::Mode::Labelled;
    QString m_name;
    QString m_shortcut;
};

/// The application's mark at the head.
class Mark final : public QWidget {
public:
    explicit Mark(NavigationBar* bar)
        : QWidget(bar)
        , m_bar(bar)
    {
        setFixedHeight(44);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        constexpr int kSize = 28;
        const QRectF box = m_bar->mode() == NavigationBar::Mode::Beside ? QRectF(12, 0, kSize, height())
                                                                       : QRectF(rect());
        paintIcon(&painter, box, IconId::Walk, kSize, theme().color(ColorToken::Accent));
    }

private:
    NavigationBar* m_bar;
};

void clearGroup(QButtonGroup* group)
{
    const QList<QAbstractButton*> buttons = group->buttons();
    for (QAbstractButton* button : buttons) {
        group->removeButton(button);
        delete button;
    }
}

}  // namespace

NavigationBar::NavigationBar(QWidget* parent)
    : QWidget(parent)
    , m_pages(new QButtonGroup(this))
    , m_foot(new QButtonGroup(this))
    , m_mark(new Mark(this))
{
    setAccessibleName(tr("Pages"));
    m_foot->setExclusive(false);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(4);
    column->addWidget(m_mark);
    column->addSpacing(4);
    m_pageLayout = new QVBoxLayout;
    m_pageLayout->setSpacing(4);
    m_footLayout = new QVBoxLayout;
    m_footLayout->setSpacing(4);
    column->addLayout(m_pageLayout);
    column->addStretch(1);
    column->addLayout(m_footLayout);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(m_pages, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on && !signalsBlocked())
            Q_EMIT pageRequested(id);
    });
    connect(m_foot, &QButtonGroup::idClicked, this, &NavigationBar::footTriggered);
    connect(&theme(), &Theme::changed, this, &NavigationBar::applyMode);
    applyMode();
}

void NavigationBar::setEntries(const QList<NavigationEntry>& entries)
{
    clearGroup(m_pages);
    for (const NavigationEntry& entry : entries) {
        auto* button = new NavigationButton(entry, false, this);
        m_pages->addButton(button, entry.id);
        m_pageLayout->addWidget(button);
    }
    if (!entries.isEmpty())
        setCurrentId(entries.first().id);
    applyMode();
}

void NavigationBar::setFootEntries(const QList<NavigationEntry>& entries)
{
    clearGroup(m_foot);
    for (const NavigationEntry& entry : entries) {
        auto* button = new NavigationButton(entry, true, this);
        m_foot->addButton(button, entry.id);
        m_footLayout->addWidget(button);
    }
    applyMode();
}

void NavigationBar::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    applyMode();
}

NavigationBar::Mode NavigationBar::modeForWidth(int windowWidth)
{
    return windowWidth < kNarrowBelow ? Mode::Icons : windowWidth >= kWideFrom ? Mode::Beside : Mode::Labelled;
}

int NavigationBar::currentId() const
{
    return m_pages->checkedId();
}

void NavigationBar::setCurrentId(int id)
{
    const QSignalBlocker quiet(m_pages);
    if (QAbstractButton* button = m_pages->button(id))
        button->setChecked(true);
}

QWidget* NavigationBar::button(int id) const
{
    if (QAbstractButton* page = m_pages->button(id))
        return page;
    return m_foot->button(id);
}

void NavigationBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorToken::Nav));
}

void NavigationBar::applyMode()
{
    int side = m_mode == Mode::Beside ? 12 : m_mode == Mode::Icons ? 6 : 8;
    int width = m_mode == Mode::Icons ? widthOf(m_mode) : theme().scaled(widthOf(m_mode));
    if (m_mode == Mode::Labelled) {
        // Another language's longer labels take the room beside them first, then more of the window.
        int label = 0;
        for (const QAbstractButton* button : m_pages->buttons())
            label = std::max(label, static_cast<const NavigationButton*>(button)->labelWidth());
        side = std::clamp((width - label) / 2, kLeastSide, side);
        width = std::clamp(label + 2 * side, width, theme().scaled(kWidest));
    }
    setFixedWidth(width);
    const int top = m_mode == Mode::Beside ? 16 : m_mode == Mode::Icons ? 8 : 12;
    layout()->setContentsMargins(side, top, side, 12);
    for (const QButtonGroup* group : {m_pages, m_foot})
        for (QAbstractButton* button : group->buttons())
            static_cast<NavigationButton*>(button)->setMode(m_mode);
    m_mark->update();
}

}  // namespace tw
