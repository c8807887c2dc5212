// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shows every part of the kit in one sheet, in the arrangement of the design's sheet of components.
//   tw_kit_gallery [--dark] [--sheet components|controls] [--scale F] [--shot FILE]
#include "ui/widgets/kit/gallery/sheets.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>
#include <QWidget>

#include <cstdio>
#include <memory>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"dark"_s, u"Dark palette."_s},
                       {u"sheet"_s, u"components or controls."_s, u"name"_s, u"components"_s},
                       {u"scale"_s, u"Device pixel ratio of the picture."_s, u"factor"_s, u"1"_s},
                       {u"base"_s, u"Base font size in pixels."_s, u"pixels"_s, u"14"_s},
                       {u"shot"_s, u"Write a picture and end."_s, u"file"_s}});
    parser.addHelpOption();
    parser.process(application);

    QFont font = QApplication::font();
    if (QFontDatabase::families().contains(u"Inter"_s))
        font.setFamily(u"Inter"_s);
    font.setPixelSize(parser.value(u"base"_s).toInt());
    QApplication::setFont(font);
    tw::theme().setMode(parser.isSet(u"dark"_s) ? tw::ThemeMode::Dark : tw::ThemeMode::Light);
    tw::theme().install(application);

    const std::unique_ptr<QWidget> sheet(parser.value(u"sheet"_s) == u"controls"_s ? tw::makeControlsSheet()
                                                                                   : tw::makeComponentsSheet());
    sheet->resize(1440, 900);
    sheet->show();
    if (!parser.isSet(u"shot"_s))
        return QApplication::exec();

    // A key press first: without one no focus ring is shown.
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
    QCoreApplication::sendEvent(sheet.get(), &press);
    tw::focusForPicture(sheet.get());
    const qreal ratio = parser.value(u"scale"_s).toDouble();
    QPixmap picture((QSizeF(sheet->size()) * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    sheet->render(&picture);
    if (!picture.save(parser.value(u"shot"_s))) {
        std::fputs("cannot write the picture\n", stderr);
        return 1;
    }
    return 0;
}
