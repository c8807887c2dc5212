// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/segment.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QButtonGroup>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include <cmath>

namespace tw {
namespace {

constexpr int kFrame = 2;
constexpr int kPadding = 12;
constexpr int kEntryRadius = 5;

/// One entry; wide enough for its text in the weight of the active one.
class Entry final : public QToolButton {
public:
    explicit Entry(const QString& text, QWidget* parent)
        : QToolButton(parent)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setFocusRadius(this, kEntryRadius);
    }

    QSize sizeHint() const override
    {
        const QFontMetricsF metrics(theme().fontOfSize(13, QFont::DemiBold));
        const double width = std::max(text::tabularWidth(metrics, text()), metrics.horizontalAdvance(text()));
        return {static_cast<int>(std::ceil(width)) + 2 * kPadding + 1,
                std::max(theme().controlHeight() - 2 * kFrame, theme().scaled(18) + 4)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (!isEnabled())
            painter.setOpacity(0.45);
        const Theme& look = theme();
        const bool on = isChecked();
        if (on && look.isDark())
            paint::roundedRect(&painter, rect(), kEntryRadius, look.color(ColorToken::Press));
        else if (on)
            paint::roundedRect(&painter, rect(), kEntryRadius, look.color(ColorToken::Surface),
                               look.color(ColorToken::Line));
        else if (isDown())
            paint::roundedRect(&painter, rect(), kEntryRadius, look.color(ColorToken::Line));
        const ColorToken tone = on || (underMouse() && isEnabled()) ? ColorToken::Text : ColorToken::Text2;
        text::drawTabular(&painter, rect(), Qt::AlignHCenter, text(),
                          look.fontOfSize(13, on ? QFont::DemiBold : QFont::Normal), look.color(tone));
    }
};

}  // namespace

Segment::Segment(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(name);
    m_group->setExclusive(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kFrame, kFrame, kFrame, kFrame);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
    connect(&theme(), &Theme::changed, this, [this] {
        for (QAbstractButton* button : m_group->buttons())
            button->updateGeometry();
    });
}

void Segment::addEntry(int id, const QString& text)
{
    auto* entry = new Entry(text, this);
    layout()->addWidget(entry);
    const bool first = m_group->buttons().isEmpty();
    m_group->addButton(entry, id);
    if (first) {
        const QSignalBlocker quiet(m_group);
        entry->setChecked(true);
    }
}

void Segment::setEntryText(int id, const QString& text)
{
    if (QAbstractButton* button = m_group->button(id)) {
        button->setText(text);
        button->updateGeometry();
    }
}

void Segment::setEntryEnabled(int id, bool enabled, const QString& reason)
{
    if (QAbstractButton* button = m_group->button(id)) {
        button->setEnabled(enabled);
        button->setToolTip(enabled ? QString() : text::tip(reason));
    }
}

int Segment::currentId() const
{
    return m_group->checkedId();
}

void Segment::setCurrentId(int id)
{
    if (QAbstractButton* button = m_group->button(id))
        button->setChecked(true);
}

void Segment::setOnPanel(bool onPanel)
{
    m_onPanel = onPanel;
    update();
}

void Segment::focusCurrent()
{
    if (QAbstractButton* button = m_group->checkedButton())
        button->setFocus(Qt::OtherFocusReason);
}

void Segment::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint::roundedRect(&painter, rect(), radius::kControl,
                       theme().color(m_onPanel ? ColorToken::Press : ColorToken::Sunken));
}

}  // namespace tw
