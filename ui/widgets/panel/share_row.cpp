// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel/share_row.h"

#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/lists/film_poster.h"
#include "ui/widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace tw::ui {
namespace {

constexpr int kPosterWidth = 24;
constexpr int kRemoveSide = 28, kRemoveGap = 4;

QHBoxLayout* line(QWidget* widget, int gap)
{
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    return row;
}

/// Draws an icon of 16 where a layout wants a widget.
class Sign final : public QWidget {
public:
    Sign(IconId iconId, QWidget* parent) : QWidget(parent), m_icon(iconId) { setFixedSize(kIconField, kIconField); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintIcon(&painter, rect(), m_icon, kIconField, theme().color(ColorToken::Text2));
    }

private:
    IconId m_icon;
};

} // namespace

ShareRowWidget::ShareRowWidget(QWidget* parent)
    : QWidget(parent), m_poster(new FilmPoster(FilmPoster::Kind::Button, kPosterWidth, this)),
      m_title(new ElidedLabel({}, TypeStep::Small, ColorToken::Text, this)),
      m_share(new ElidedLabel({}, TypeStep::Caption, ColorToken::Text2, this)),
      m_remove(new IconButton(IconId::X, tr("Remove"), this, IconButton::Size::Small))
{
    setObjectName(QStringLiteral("shareRow"));
    auto* row = line(this, 0);
    row->addWidget(m_poster);
    row->addSpacing(10);
    row->addWidget(m_title, 1);
    row->addSpacing(6);
    row->addWidget(m_share);
    row->addSpacing(kRemoveGap);
    row->addWidget(m_remove);
    m_title->setWeight(QFont::DemiBold);
    m_share->setTabular(true);
    m_share->setFixedWidth(theme().scaled(38));
    m_remove->setIconSize({kIconField, kIconField});
    m_remove->setProperty("twOnPanel", true);
    m_remove->setObjectName(QStringLiteral("removeButton"));
    setFixedHeight(rowHeight());
    connect(m_poster, &QAbstractButton::clicked, this, [this] { Q_EMIT opened(film()); });
    connect(m_remove, &QAbstractButton::clicked, this, [this] { Q_EMIT removed(film()); });
}

void ShareRowWidget::show(const ShareRow& row, bool removable)
{
    if (m_poster->film() != row.face.item) {
        m_poster->setFilm(row.face);
        m_title->setText(row.face.title);
        m_remove->setAccessibleName(tr("Remove “%1”").arg(row.face.title));
    }
    m_share->setText(row.shareText);
    m_remove->setEnabled(removable);
    setVisible(true);
}

ItemId ShareRowWidget::film() const { return m_poster->film(); }

void ShareRowWidget::focusRemove() { m_remove->setFocus(Qt::OtherFocusReason); }

int ShareRowWidget::shareEnd() { return kRemoveSide + kRemoveGap; }

int ShareRowWidget::rowHeight() { return std::max(42, theme().scaled(18) + 8); }

NoticeRow::NoticeRow(QWidget* parent)
    : QWidget(parent)
    , m_text(new ElidedLabel({}, TypeStep::Small, ColorToken::Text2, this))
    , m_undo(new Button({}, this))
{
    setObjectName(QStringLiteral("undoNotice"));
    auto* row = line(this, 8);
    row->addWidget(new Sign(IconId::Undo, this));
    row->addWidget(m_text, 1);
    row->addWidget(m_undo);
    m_undo->setKind(ButtonKind::Link);
    m_undo->setControlHeight(28);
    m_undo->setObjectName(QStringLiteral("undoButton"));
    setFixedHeight(std::max(40, theme().scaled(20) + 12));
    connect(m_undo, &QAbstractButton::clicked, this, &NoticeRow::undoAsked);
}

void NoticeRow::show(const UndoNotice& notice)
{
    m_text->setText(notice.text);
    m_undo->setText(notice.isRedo ? tr("Do it again") : tr("Undo"));
    // The words "Do it again" leave no room for the key.
    m_undo->setKeyHint(notice.isRedo ? QString() : keyHintText(QStringLiteral("Ctrl+Z")));
    m_undo->setAccessibleDescription(notice.text);
    setVisible(notice.visible);
}

SumRow::SumRow(const QString& text, int height, QWidget* parent)
    : QWidget(parent), m_text(new ElidedLabel(text, TypeStep::Small, ColorToken::Text2, this)),
      m_share(new ElidedLabel({}, TypeStep::Caption, ColorToken::Text2, this))
{
    auto* row = line(this, 8);
    row->addWidget(m_text, 1);
    row->addWidget(m_share);
    m_share->setTabular(true);
    setFixedHeight(std::max(height, theme().scaled(18) + 6));
}

void SumRow::show(const QString& text, const QString& share)
{
    m_text->setText(text);
    m_share->setText(share);
    setVisible(!text.isEmpty());
}

void SumRow::setShareEnd(int distance) { layout()->setContentsMargins(0, 0, distance, 0); }

LikePlaceholder::LikePlaceholder(const QString& text, QWidget* parent) : QWidget(parent), m_text(text)
{
    setFixedHeight(ShareRowWidget::rowHeight());
    setAccessibleName(text);
}

void LikePlaceholder::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(theme().color(ColorToken::LineControl), 1.5);
    pen.setDashPattern({2.5, 2});
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(1, (height() - 36) / 2.0 + 1, kPosterWidth - 2, 34), 3, 3);
    text::drawElided(&painter, QRectF(kPosterWidth + 10, 0, width() - kPosterWidth - 10, height()), m_text,
                     theme().font(TypeStep::Small), theme().color(ColorToken::Text3));
}

} // namespace tw::ui
