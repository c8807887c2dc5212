// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/search_field.h"

#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace tw {
namespace {

constexpr int kLargeHeight = 44;
constexpr int kClearSide = 28;

}  // namespace

SearchField::SearchField(Size size, IconId icon, QWidget* parent)
    : QLineEdit(parent)
    , m_size(size)
    , m_icon(icon)
    , m_clear(new IconButton(IconId::X, tr("Clear"), this, IconButton::Size::Small))
{
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->hide();
    connect(m_clear, &QAbstractButton::clicked, this, &SearchField::clearByUser);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_clear->setVisible(!text.isEmpty() && !isReadOnly());
        layoutParts();
    });
    const auto restyle = [this] {
        const bool large = m_size == Size::Large;
        setProperty("twSearch", large ? QStringLiteral("large") : QStringLiteral("normal"));
        setFixedHeight(large ? std::max(kLargeHeight, theme().scaled(24) + 16)
                             : std::max(theme().controlHeight(), theme().scaled(20) + 6));
        layoutParts();
    };
    connect(&theme(), &Theme::changed, this, restyle);
    restyle();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SearchField::setKeyHint(const QString& hint)
{
    m_hint = hint;
    layoutParts();
    update();
}

QSize SearchField::sizeHint() const
{
    return {m_size == Size::Large ? 480 : 200, height()};
}

QSize SearchField::minimumSizeHint() const
{
    return {m_size == Size::Large ? 200 : 96, height()};
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    if (!isEnabled())
        painter.setOpacity(0.45);
    const bool large = m_size == Size::Large;
    const int iconSize = large ? kIconTool : kIconField;
    const QRectF box(large ? 16 : 11, 0, iconSize, height());
    const QColor ink = theme().color(hasFocus() && large ? ColorToken::Text2 : ColorToken::Text3);
    paintIcon(&painter, box, m_icon, iconSize, ink);
    if (!m_hint.isEmpty() && text().isEmpty() && !hasFocus()) {
        const QSizeF hint = paint::keyHintSize(m_hint);
        paint::keyHint(&painter, QPointF(width() - hint.width() - (large ? 14 : 6), std::floor((height() - 20) / 2.0)),
                       m_hint);
    }
}

void SearchField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    layoutParts();
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        if (text().isEmpty())
            Q_EMIT escapePressed();
        else
            clearByUser();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier) {
        Q_EMIT downPressed();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::ReadOnlyChange)
        m_clear->setVisible(!text().isEmpty() && !isReadOnly());
}

void SearchField::clearByUser()
{
    clear();
    Q_EMIT textEdited(QString());
    Q_EMIT cleared();
    setFocus(Qt::OtherFocusReason);
}

void SearchField::layoutParts()
{
    const bool large = m_size == Size::Large;
    const int left = large ? 26 : 23;
    const int hint = m_hint.isEmpty() ? 0 : static_cast<int>(paint::keyHintSize(m_hint).width()) + 8;
    const int right = std::max(hint, m_clear->isHidden() ? 0 : kClearSide);
    setTextMargins(left, 0, right, 0);
    const int inset = large ? 14 : 3;
    m_clear->setGeometry(width() - inset - kClearSide + (large ? 6 : 0), (height() - kClearSide) / 2, kClearSide,
                         kClearSide);
}

}  // namespace tw
