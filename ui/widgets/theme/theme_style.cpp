// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/theme_style.h"

#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyleOption>

namespace tw {
namespace {

constexpr int kFieldPadding = 10;
constexpr int kArrowBox = 30;

void paintFieldFrame(QPainter* painter, const QStyleOption& option, bool editable)
{
    const bool focused = editable && (option.state & QStyle::State_HasFocus);
    const bool hovered = !editable && (option.state & QStyle::State_MouseOver);
    const Theme& look = theme();
    const QColor fill = look.color(hovered ? ColorToken::Hover : ColorToken::Surface);
    const QColor border = look.color(focused ? ColorToken::Accent : ColorToken::LineControl);
    paint::roundedRect(painter, option.rect, radius::kControl, fill, border, focused ? 2 : 1);
}

void paintComboBox(QPainter* painter, const QStyleOptionComboBox& option)
{
    painter->save();
    if (!(option.state & QStyle::State_Enabled))
        painter->setOpacity(0.45);
    paintFieldFrame(painter, option, option.editable);
    const QRectF arrow(option.rect.right() + 1 - kArrowBox, option.rect.top(), kArrowBox, option.rect.height());
    paintIcon(painter, arrow, IconId::Down, kIconField, theme().color(ColorToken::Text3));
    painter->restore();
}

void paintComboBoxLabel(QPainter* painter, const QStyleOptionComboBox& option)
{
    painter->save();
    if (!(option.state & QStyle::State_Enabled))
        painter->setOpacity(0.45);
    QRectF rect = QRectF(option.rect).adjusted(kFieldPadding, 0, -kArrowBox, 0);
    if (!option.currentIcon.isNull()) {
        const QRectF iconRect(rect.left(), rect.center().y() - kIconField / 2.0, kIconField, kIconField);
        option.currentIcon.paint(painter, iconRect.toRect());
        rect.adjust(kIconField + 8, 0, 0, 0);
    }
    text::drawElided(painter, rect, option.currentText, theme().fontOfSize(13.5), theme().color(ColorToken::Text));
    painter->restore();
}

void paintSpinBox(QPainter* painter, const QStyleOptionSpinBox& option, const QRect& up, const QRect& down)
{
    painter->save();
    if (!(option.state & QStyle::State_Enabled))
        painter->setOpacity(0.45);
    paintFieldFrame(painter, option, true);
    if (option.buttonSymbols != QAbstractSpinBox::NoButtons) {
        const auto arrow = [&](const QRect& rect, IconId id, QStyle::SubControl part, bool possible) {
            const bool hot = option.activeSubControls & part;
            if (hot && possible)
                paint::roundedRect(painter, QRectF(rect).adjusted(0, 2, -2, -2), radius::kTag,
                                   theme().color(ColorToken::Hover));
            QColor color = theme().color(hot ? ColorToken::Text : ColorToken::Text3);
            color.setAlphaF(possible ? 1.0F : 0.45F);
            paintIcon(painter, rect, id, 12, color);
        };
        arrow(up, IconId::Up, QStyle::SC_SpinBoxUp, option.stepEnabled & QAbstractSpinBox::StepUpEnabled);
        arrow(down, IconId::Down, QStyle::SC_SpinBoxDown, option.stepEnabled & QAbstractSpinBox::StepDownEnabled);
    }
    painter->restore();
}

}  // namespace

ThemeStyle::ThemeStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void ThemeStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    // A style sheet takes the size of a spin box from its text alone, without the buttons.
    if (qobject_cast<QAbstractSpinBox*>(widget)) {
        widget->setMinimumHeight(theme().controlHeight());
        if (widget->minimumWidth() == 0)
            widget->setMinimumWidth(88);
    }
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
    case PE_IndicatorRadioButton: {
        painter->save();
        if (!(option->state & State_Enabled))
            painter->setOpacity(0.45);
        if (element == PE_IndicatorRadioButton)
            paint::radio(painter, option->rect, option->state & State_On);
        else
            paint::checkBox(painter, option->rect, option->state & State_On);
        painter->restore();
        return;
    }
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorHeaderArrow: {
        bool up = element == PE_IndicatorArrowUp;
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            up = header->sortIndicator == QStyleOptionHeader::SortUp;
        paintIcon(painter, option->rect, up ? IconId::Up : IconId::Down, kIconField,
                  theme().color(ColorToken::Text2));
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const
{
    if (element == CE_ComboBoxLabel) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            if (!combo->editable)
                paintComboBoxLabel(painter, *combo);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                    const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return paintComboBox(painter, *combo);
    } else if (control == CC_SpinBox) {
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
            return paintSpinBox(painter, *spin, subControlRect(control, option, SC_SpinBoxUp, widget),
                                subControlRect(control, option, SC_SpinBoxDown, widget));
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                 const QWidget* widget) const
{
    const QRect r = option->rect;
    if (control == CC_ComboBox) {
        const QRect edit = r.adjusted(kFieldPadding, 2, -kArrowBox, -2);
        const QRect arrow(r.right() + 1 - kArrowBox, r.top(), kArrowBox, r.height());
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, r, edit);
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, r, arrow);
        if (part == SC_ComboBoxFrame)
            return r;
    } else if (control == CC_SpinBox) {
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        const int side = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : 24;
        const int half = r.height() / 2;
        switch (part) {
        case SC_SpinBoxUp:
            return visualRect(option->direction, r, QRect(r.right() - side, r.top() + 1, side, half - 1));
        case SC_SpinBoxDown:
            return visualRect(option->direction, r, QRect(r.right() - side, r.top() + half, side, half - 1));
        case SC_SpinBoxEditField:
            return visualRect(option->direction, r, r.adjusted(kFieldPadding, 2, -side - 4, -2));
        case SC_SpinBoxFrame:
            return r;
        default:
            break;
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                   const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox) {
        result = QSize(size.width() + kFieldPadding + kArrowBox, theme().controlHeight());
    } else if (type == CT_SpinBox) {
        result = QSize(size.width() + kFieldPadding + 28, theme().controlHeight());
    } else if (type == CT_CheckBox || type == CT_RadioButton) {
        result.setHeight(qMax(result.height(), 28));
    }
    return result;
}

QIcon ThemeStyle::standardIcon(StandardPixmap standard, const QStyleOption* option, const QWidget* widget) const
{
    switch (standard) {
    case SP_MessageBoxWarning:
        return icon(IconId::Warn, ColorToken::Warn);
    case SP_MessageBoxCritical:
        return icon(IconId::Warn, ColorToken::Danger);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion:
        return icon(IconId::Info, ColorToken::Accent);
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ButtonIconSize:
        return kIconButton;
    case PM_SplitterWidth:
        return 1;
    case PM_MessageBoxIconSize:
        return 32;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
        return 0;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

}  // namespace tw
