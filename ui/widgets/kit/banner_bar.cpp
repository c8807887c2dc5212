// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/banner_bar.h"

#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace tw {
namespace {

constexpr int kMinimumHeight = 52;
constexpr int kIconLeft = 16;
constexpr int kMaximumActs = 3;
constexpr int kWordsWidth = 360; ///< Acts that leave less go below the words.

QAccessibleInterface* makeAlert(const QString& className, QObject* object)
{
    if (className != QLatin1String("tw::BannerBar") || !object || !object->isWidgetType())
        return nullptr;
    return new QAccessibleWidget(static_cast<QWidget*>(object), QAccessible::AlertMessage);
}

ColorToken inkOf(BannerKind kind)
{
    switch (kind) {
    case BannerKind::Danger: return ColorToken::Danger;
    case BannerKind::Info: return ColorToken::Accent;
    case BannerKind::Warning: break;
    }
    return ColorToken::Warn;
}

/// One bold sentence and one plain in the same run of text, wrapped together.
class BannerWords final : public QWidget {
public:
    explicit BannerWords(QWidget* parent)
        : QWidget(parent)
    {
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    void setWords(const QString& bold, const QString& plain)
    {
        m_bold = bold;
        m_plain = plain;
        updateGeometry();
        update();
    }

    int heightForWidth(int width) const override
    {
        QTextLayout layout;
        return static_cast<int>(std::ceil(fill(layout, width)));
    }
    QSize sizeHint() const override { return {320, heightForWidth(320)}; }
    QSize minimumSizeHint() const override { return {120, theme().scaled(20)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(theme().color(ColorToken::Text));
        QTextLayout layout;
        const double used = fill(layout, width());
        layout.draw(&painter, QPointF(0, std::floor((height() - used) / 2)));
    }

private:
    /// Lays the words out in lines of the Body step and returns their height.
    double fill(QTextLayout& layout, int width) const
    {
        layout.setFont(theme().font(TypeStep::Body));
        layout.setText(m_plain.isEmpty() ? m_bold : m_bold + u' ' + m_plain);
        QTextLayout::FormatRange range{0, static_cast<int>(m_bold.size()), {}};
        range.format.setFont(theme().font(TypeStep::Body, QFont::DemiBold));
        layout.setFormats({range});
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        const double lineHeight = theme().lineHeight(TypeStep::Body);
        double y = 0;
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition(QPointF(0, y + (lineHeight - line.height()) / 2));
            y += lineHeight;
        }
        layout.endLayout();
        return y;
    }

    QString m_bold;
    QString m_plain;
};

}  // namespace

BannerBar::BannerBar(QWidget* parent)
    : QFrame(parent)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAlert);
        return true;
    }();
    Q_UNUSED(installed)

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kIconLeft + kIconTool + 12, 10, 12, 10);
    row->setSpacing(8);
    m_row = new QBoxLayout(QBoxLayout::LeftToRight);
    m_row->setSpacing(8);
    m_words = new BannerWords(this);
    m_row->addWidget(m_words, 1);
    m_acts = new QHBoxLayout;
    m_acts->setContentsMargins(0, 0, 0, 0);
    m_acts->setSpacing(8);
    m_row->addLayout(m_acts);
    row->addLayout(m_row, 1);
    m_close = new IconButton(IconId::X, tr("Close this message"), this, IconButton::Size::Small);
    connect(m_close, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    row->addWidget(m_close);
    setMinimumHeight(kMinimumHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void BannerBar::showMessage(BannerKind kind, const QString& bold, const QString& plain, const QList<KitAct>& acts,
                            bool closable)
{
    m_kind = kind;
    m_closable = closable;
    m_bold = bold;
    m_plain = plain;
    static_cast<BannerWords*>(m_words)->setWords(bold, plain);
    while (QLayoutItem* item = m_acts->takeAt(0)) {
        // The act being clicked may be what replaces the message.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const KitAct& act : acts.mid(0, kMaximumActs)) {
        auto* button = new Button(act.text, this);
        button->setObjectName(act.id);
        button->setControlHeight(30);
        button->setKind(act.emphasised ? ButtonKind::Plain : ButtonKind::Flat);
        connect(button, &QAbstractButton::clicked, this, [this, id = act.id] { Q_EMIT actTriggered(id); });
        m_acts->addWidget(button);
        button->show(); // else by an event that comes after the first paint
    }
    arrange();
    m_close->setVisible(closable);
    setAccessibleName(message());
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void BannerBar::arrange()
{
    int acts = 0;
    for (int i = 0; i < m_acts->count(); ++i) {
        if (const QWidget* button = m_acts->itemAt(i)->widget())
            acts += button->sizeHint().width() + m_acts->spacing();
    }
    const QMargins margins = contentsMargins() + layout()->contentsMargins();
    const int words = width() - margins.left() - margins.right() - m_close->sizeHint().width() - acts;
    const bool below = acts > 0 && words < theme().scaled(kWordsWidth);
    if (below == (m_row->direction() == QBoxLayout::TopToBottom))
        return;
    m_row->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    // Below, they stand at the words' left edge; a flat one has its text inside.
    m_acts->setAlignment(below ? Qt::AlignLeft : Qt::Alignment());
    layout()->setAlignment(m_close, below ? Qt::AlignTop : Qt::Alignment());
}

void BannerBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void BannerBar::clear()
{
    hide();
}

QString BannerBar::message() const
{
    return m_plain.isEmpty() ? m_bold : m_bold + u' ' + m_plain;
}

void BannerBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& look = theme();
    QColor ground = look.color(ColorToken::WarnSoft);
    QColor line = look.color(ColorToken::WarnLine);
    if (m_kind == BannerKind::Danger) {
        ground = look.color(ColorToken::DangerSoft);
        line = look.color(ColorToken::Danger);
        line.setAlphaF(0.4F);
    } else if (m_kind == BannerKind::Info) {
        ground = look.color(ColorToken::AccentSoft);
        line = ground;
    }
    paint::roundedRect(&painter, rect(), radius::kRow, ground, line);
    const QRectF iconBox(kIconLeft, 0, kIconTool, height());
    paintIcon(&painter, iconBox, m_kind == BannerKind::Info ? IconId::Info : IconId::Warn, kIconTool,
              look.color(inkOf(m_kind)));
}

void BannerBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_closable)
        m_close->click();
    else
        QFrame::keyPressEvent(event);
}

}  // namespace tw
