// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/stylesheet.h"

#include "ui/widgets/theme/theme.h"

#include <QHash>

namespace tw {
namespace {

using namespace Qt::Literals::StringLiterals;

// Fields take their text colour from the palette: with a colour of the sheet, Qt fades their placeholder
// to half of it instead of using PlaceholderText. Tooltips add their padding twice (as padding and as frame width).
const QString kSheet = uR"(
QWidget#centralSurface, QDialog { background: @surface; }
QDialog { background: @popover; }

QPushButton {
  min-height: @controlInner; padding: 0 11px; border: 1px solid @lineControl; border-radius: 6px;
  background: @surface; color: @text; font-size: @size135; font-weight: 500;
}
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @press; }
QPushButton:checked { background: @accentSoft; border-color: transparent; color: @accent; font-weight: 600; }
QPushButton:disabled { color: @textDisabled; border-color: @lineDisabled; }
QPushButton[twKind="primary"] { background: @accent; border-color: @accent; color: @onAccent; font-weight: 600; }
QPushButton[twKind="primary"]:hover, QPushButton[twKind="primary"]:pressed { background: @accentHover; border-color: @accentHover; }
QPushButton[twKind="primary"]:disabled { background: @accentDisabled; border-color: transparent; color: @onAccentDisabled; }
QPushButton[twKind="flat"] { background: transparent; border-color: transparent; }
QPushButton[twKind="flat"]:hover { background: @hover; }
QPushButton[twKind="flat"]:pressed { background: @press; }
QPushButton[twKind="link"] { background: transparent; border-color: transparent; color: @accent; font-weight: 600; padding: 0 5px; }
QPushButton[twKind="link"]:hover { color: @accentHover; background: transparent; }
QPushButton[twKind="danger"] { color: @danger; }
QPushButton[twKind="danger"]:hover { background: @dangerSoft; }

QToolButton { border: none; border-radius: 6px; background: transparent; color: @text2; padding: 0; }
QToolButton:hover { background: @hover; color: @text; }
QToolButton:pressed, QToolButton:open { background: @press; color: @text; }
QToolButton:checked { background: @accentSoft; color: @accent; }
QToolButton::menu-indicator { image: none; }
QToolButton[twOnPanel="true"]:hover { background: @press; }

QLineEdit, QPlainTextEdit, QTextEdit {
  border: 1px solid @lineControl; border-radius: 6px; background: @surface;
  selection-background-color: @accent; selection-color: @onAccent;
}
QLineEdit { min-height: @controlInner; padding: 0 9px; font-size: @size135; }
QPlainTextEdit, QTextEdit { padding: 6px 9px; }
QLineEdit:focus { border: 2px solid @accent; min-height: @controlInner2; padding: 0 8px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; padding: 5px 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled { border-color: @lineDisabled; }
QLineEdit[twSearch="large"] { border-radius: 8px; padding: 0 14px; font-size: @size16; }
QLineEdit[twSearch="large"]:focus { padding: 0 13px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
  border: none; background: transparent; min-height: 0; padding: 0;
}
QPlainTextEdit[twPreview="true"], QTextEdit[twPreview="true"] {
  background: @sunken; border: 1px solid @sunken; border-radius: 8px; padding: 8px 12px;
}
QPlainTextEdit[twPreview="true"]:focus, QTextEdit[twPreview="true"]:focus { border: 2px solid @accent; padding: 7px 11px; }

QComboBox QAbstractItemView {
  background: @popover; border: 1px solid @lineControl; border-radius: 6px; padding: 4px; outline: 0;
  selection-background-color: @hover; selection-color: @text;
}
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border-radius: 5px; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover { background: @menuHover; color: @text; }

QAbstractScrollArea { border: none; }
QScrollArea, QScrollArea > QWidget > QWidget#twScrollContent { background: transparent; }
QAbstractItemView { background: @surface; color: @text; outline: 0; border: none; }
QListWidget::item { min-height: 28px; padding: 0 8px; border-radius: 6px; }
QListWidget::item:hover { background: @hover; }
QListWidget::item:selected { background: @selected; color: @text; }
QTableView, QTreeView { gridline-color: @lineRow; selection-background-color: @selected; selection-color: @text; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
  background: @surface; color: @text2; font-size: @size125; font-weight: 600; padding: 0 10px;
  border: none; border-bottom: 1px solid @lineControl; min-height: 31px;
}
QHeaderView::section:hover { color: @text; }
QTableCornerButton::section { background: @surface; border: none; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; border: none; }
QScrollBar::handle { background: @lineControl; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @mark; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @groove; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -6px 0; border-radius: 8px; border: 2px solid @accent; background: @surface; }

QProgressBar { border: none; border-radius: 2px; background: @groove; max-height: 4px; min-height: 4px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }

QMenu { background: @popover; color: @text; border: 1px solid @lineControl; border-radius: 6px; padding: 5px; }
QMenu::item { min-height: 28px; padding: 0 28px 0 12px; border-radius: 5px; }
QMenu::item:selected { background: @menuHover; }
QMenu::item:disabled { color: @textDisabled; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QMenu::icon { padding-left: 10px; }
QMenu::right-arrow { width: 12px; height: 12px; }

QToolTip { background: @text; color: @surface; border: 1px solid @text; border-radius: 6px; padding: 2px 3px; font-size: @size125; }

QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QTabWidget::pane { border: none; }
QTabBar::tab { background: transparent; color: @text2; padding: 6px 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; font-weight: 600; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }

QGroupBox { border: none; margin-top: 24px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: @text2; }
)"_s;

QString css(const QColor& color)
{
    return color.alpha() == 255
               ? color.name()
               : u"rgba(%1,%2,%3,%4)"_s.arg(color.red()).arg(color.green()).arg(color.blue()).arg(color.alpha());
}

QColor faded(const QColor& color, double opacity)
{
    QColor result = color;
    result.setAlphaF(static_cast<float>(opacity));
    return result;
}

QString fontSize(const Theme& theme, double pixels)
{
    // Style sheets know whole pixels only; points may be fractions.
    return QString::number(theme.fontOfSize(pixels).pointSizeF(), 'f', 3) + u"pt"_s;
}

}  // namespace

QString buildStyleSheet(const Theme& theme)
{
    constexpr double kDisabled = 0.45;
    const auto color = [&theme](ColorToken token) { return theme.color(token); };
    const int control = theme.controlHeight();
    const QHash<QString, QString> values{
        {u"surface"_s, css(color(ColorToken::Surface))},
        {u"popover"_s, css(color(ColorToken::Popover))},
        {u"sunken"_s, css(color(ColorToken::Sunken))},
        {u"hover"_s, css(color(ColorToken::Hover))},
        // On the dark popover Hover would hardly be seen.
        {u"menuHover"_s, css(color(theme.isDark() ? ColorToken::Press : ColorToken::Hover))},
        {u"press"_s, css(color(ColorToken::Press))},
        {u"selected"_s, css(color(ColorToken::Selected))},
        {u"accentSoft"_s, css(color(ColorToken::AccentSoft))},
        {u"line"_s, css(color(ColorToken::Line))},
        {u"lineRow"_s, css(color(ColorToken::LineRow))},
        {u"lineControl"_s, css(color(ColorToken::LineControl))},
        {u"lineDisabled"_s, css(faded(color(ColorToken::LineControl), kDisabled))},
        {u"mark"_s, css(color(ColorToken::Mark))},
        {u"groove"_s, css(color(ColorToken::Groove))},
        {u"text"_s, css(color(ColorToken::Text))},
        {u"textDisabled"_s, css(faded(color(ColorToken::Text), kDisabled))},
        {u"text2"_s, css(color(ColorToken::Text2))},
        {u"accent"_s, css(color(ColorToken::Accent))},
        {u"accentDisabled"_s, css(faded(color(ColorToken::Accent), kDisabled))},
        {u"accentHover"_s, css(color(ColorToken::AccentHover))},
        {u"onAccent"_s, css(color(ColorToken::OnAccent))},
        {u"onAccentDisabled"_s, css(faded(color(ColorToken::OnAccent), 0.7))},
        {u"danger"_s, css(color(ColorToken::Danger))},
        {u"dangerSoft"_s, css(color(ColorToken::DangerSoft))},
        {u"controlInner"_s, u"%1px"_s.arg(control - 2)},
        {u"controlInner2"_s, u"%1px"_s.arg(control - 4)},
        {u"size135"_s, fontSize(theme, 13.5)},
        {u"size16"_s, fontSize(theme, 16)},
        {u"size125"_s, fontSize(theme, 12.5)},
    };
    QString sheet;
    sheet.reserve(kSheet.size() + 512);
    for (qsizetype i = 0; i < kSheet.size();) {
        if (kSheet[i] != u'@') {
            sheet.append(kSheet[i++]);
            continue;
        }
        qsizetype end = i + 1;
        while (end < kSheet.size() && kSheet[end].isLetterOrNumber())
            ++end;
        const auto found = values.constFind(kSheet.mid(i + 1, end - i - 1));
        Q_ASSERT(found != values.constEnd());
        sheet.append(*found);
        i = end;
    }
    return sheet;
}

}  // namespace tw
