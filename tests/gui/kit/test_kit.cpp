// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/banner_bar.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/chip.h"
#include "ui/widgets/kit/empty_state.h"
#include "ui/widgets/kit/flow_layout.h"
#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/meter.h"
#include "ui/widgets/kit/navigation_bar.h"
#include "ui/widgets/kit/option_row.h"
#include "ui/widgets/kit/search_field.h"
#include "ui/widgets/kit/segment.h"
#include "ui/widgets/kit/table_style.h"
#include "ui/widgets/kit/value_slider.h"
#include "ui/widgets/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHeaderView>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace tw;

namespace {

void showActive(QWidget& window)
{
    window.show();
    QApplication::setActiveWindow(&window);
    QTRY_VERIFY(window.isActiveWindow());
}

QToolButton* entry(Segment& segment, const QString& text)
{
    for (QToolButton* button : segment.findChildren<QToolButton*>())
        if (button->text() == text)
            return button;
    return nullptr;
}

}  // namespace

class KitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sliderKeys();
    void sliderResets();
    void sliderMouse();
    void sliderWheelNeedsFocus();
    void sliderRowTellsItsValue();
    void segmentIsExclusive();
    void segmentArrowKeys();
    void bannerShowsActsAndCloses();
    void bannerIsAnAlert();
    void navigationPages();
    void navigationWidths();
    void focusRingOnlyAfterAKey();
    void searchFieldKeys();
    void searchFieldClearButton();
    void optionRowsAreExclusive();
    void chipSaysItsShare();
    void meterSaysItsValue();
    void emptyStateActs();
    void iconButtonNamesItself();
    void buttonsKeepTheirWidthWhenChecked();
    void flowLayoutWraps();
    void tableFollowsTheDensity();
};

void KitTest::initTestCase()
{
    QFont font = QApplication::font();
    font.setPixelSize(14);
    QApplication::setFont(font);
    theme().setMode(ThemeMode::Light);
    theme().install(*qApp);
}

void KitTest::sliderKeys()
{
    ValueSlider slider;
    slider.setRange(0, 100);
    slider.setValue(50);
    slider.resize(200, 20);
    showActive(slider);
    slider.setFocus();
    QSignalSpy settled(&slider, &ValueSlider::settled);
    QTest::keyClick(&slider, Qt::Key_Right);
    QCOMPARE(slider.value(), 51);
    QVERIFY(slider.bubbleVisible());
    QTest::keyClick(&slider, Qt::Key_PageUp);
    QCOMPARE(slider.value(), 61);
    QTest::keyClick(&slider, Qt::Key_Home);
    QCOMPARE(slider.value(), 0);
    QTest::keyClick(&slider, Qt::Key_End);
    QCOMPARE(slider.value(), 100);
    QTest::keyClick(&slider, Qt::Key_Left);
    QCOMPARE(slider.value(), 99);
    // Five keys in a row are one change for heavy work.
    QTRY_COMPARE(settled.count(), 1);
    QCOMPARE(settled.at(0).at(0).toInt(), 99);
    QVERIFY(!slider.bubbleVisible());
}

void KitTest::sliderResets()
{
    ValueSlider slider;
    slider.setRange(0, 100);
    slider.setValue(80);
    slider.resize(200, 20);
    QTest::keyClick(&slider, Qt::Key_Backspace);
    QCOMPARE(slider.value(), 80);
    slider.setResetValue(25);
    QTest::mouseDClick(&slider, Qt::LeftButton, Qt::NoModifier, QPoint(30, 10));
    QCOMPARE(slider.value(), 25);
    slider.setValue(70);
    QTest::keyClick(&slider, Qt::Key_Backspace);
    QCOMPARE(slider.value(), 25);
}

void KitTest::sliderMouse()
{
    QWidget window;
    window.resize(300, 100);
    ValueSlider slider(&window);
    slider.setGeometry(20, 60, 216, 20);
    slider.setRange(0, 100);
    showActive(window);
    QSignalSpy settled(&slider, &ValueSlider::settled);
    QTest::mousePress(&slider, Qt::LeftButton, Qt::NoModifier, QPoint(108, 10));
    QCOMPARE(slider.value(), 50);
    QVERIFY(slider.bubbleVisible());
    QTest::mouseMove(&slider, QPoint(400, 10));
    QCOMPARE(slider.value(), 100);
    QCOMPARE(settled.count(), 0);
    QTest::mouseRelease(&slider, Qt::LeftButton, Qt::NoModifier, QPoint(208, 10));
    QCOMPARE(settled.count(), 1);
    QVERIFY(!slider.bubbleVisible());
    QVERIFY(std::abs(slider.handleCentre(0) - 8) < 1e-9);
    QVERIFY(std::abs(slider.handleCentre(100) - 208) < 1e-9);
}

void KitTest::sliderWheelNeedsFocus()
{
    QWidget window;
    auto* other = new QLineEdit(&window);
    auto* slider = new ValueSlider(&window);
    slider->setGeometry(0, 40, 200, 20);
    slider->setRange(0, 100);
    slider->setValue(50);
    showActive(window);
    other->setFocus();
    const auto wheel = [slider] {
        QWheelEvent event(QPointF(10, 10), slider->mapToGlobal(QPointF(10, 10)), QPoint(), QPoint(0, 120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(slider, &event);
    };
    wheel();
    QCOMPARE(slider->value(), 50);
    slider->setFocus();
    wheel();
    QVERIFY(slider->value() > 50);
}

void KitTest::sliderRowTellsItsValue()
{
    SliderRow row(QStringLiteral("Noise"));
    row.setRange(0, 100);
    row.setValueText([](int value) { return QStringLiteral("%1 %").arg(value); });
    QSignalSpy changed(&row, &SliderRow::valueChanged);
    row.setValue(25);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(row.slider()->accessibleName(), QStringLiteral("Noise"));
    QCOMPARE(row.slider()->accessibleDescription(), QStringLiteral("25 %"));
    QCOMPARE(row.findChild<ElidedLabel*>()->text(), QStringLiteral("25 %"));
}

void KitTest::segmentIsExclusive()
{
    Segment segment(QStringLiteral("Search in"));
    QCOMPARE(segment.currentId(), -1);
    QSignalSpy changed(&segment, &Segment::currentChanged);
    segment.addEntry(3, QStringLiteral("All"));
    segment.addEntry(5, QStringLiteral("Title"));
    segment.addEntry(7, QStringLiteral("Text"));
    QCOMPARE(segment.currentId(), 3);
    QCOMPARE(changed.count(), 0);
    QTest::mouseClick(entry(segment, QStringLiteral("Text")), Qt::LeftButton);
    QCOMPARE(segment.currentId(), 7);
    QCOMPARE(changed.count(), 1);
    QTest::mouseClick(entry(segment, QStringLiteral("Text")), Qt::LeftButton);
    QCOMPARE(changed.count(), 1);
    int checked = 0;
    for (const QToolButton* button : segment.findChildren<QToolButton*>())
        checked += button->isChecked();
    QCOMPARE(checked, 1);
    segment.setEntryText(5, QStringLiteral("Title 18"));
    QVERIFY(entry(segment, QStringLiteral("Title 18")));
    segment.setEntryEnabled(5, false, QStringLiteral("no titles"));
    QTest::mouseClick(entry(segment, QStringLiteral("Title 18")), Qt::LeftButton);
    QCOMPARE(segment.currentId(), 7);
}

void KitTest::segmentArrowKeys()
{
    Segment segment(QStringLiteral("Search in"));
    segment.addEntry(0, QStringLiteral("All"));
    segment.addEntry(1, QStringLiteral("Title"));
    showActive(segment);
    segment.focusCurrent();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(segment.currentId(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(segment.currentId(), 0);
}

void KitTest::bannerShowsActsAndCloses()
{
    QWidget window;
    QVBoxLayout layout(&window);
    auto* banner = new BannerBar;
    layout.addWidget(banner);
    window.resize(800, 200);
    showActive(window);
    QVERIFY(!banner->isVisible());
    QSignalSpy act(banner, &BannerBar::actTriggered);
    QSignalSpy closed(banner, &BannerBar::closed);
    banner->showMessage(BannerKind::Warning, QStringLiteral("Ollama stopped answering."),
                        QStringLiteral("3,118 films keep their vectors."),
                        {{QStringLiteral("retry"), QStringLiteral("Try again"), true},
                         {QStringLiteral("details"), QStringLiteral("Details"), false},
                         {QStringLiteral("third"), QStringLiteral("Third"), false},
                         {QStringLiteral("fourth"), QStringLiteral("Fourth"), false}});
    QVERIFY(banner->isVisible());
    QVERIFY(banner->height() >= 52);
    QVERIFY(banner->findChild<QPushButton*>(QStringLiteral("third")));
    QVERIFY(!banner->findChild<QPushButton*>(QStringLiteral("fourth")));
    QTest::mouseClick(banner->findChild<QPushButton*>(QStringLiteral("retry")), Qt::LeftButton);
    QCOMPARE(act.count(), 1);
    QCOMPARE(act.at(0).at(0).toString(), QStringLiteral("retry"));
    banner->showMessage(BannerKind::Info, QStringLiteral("Newer."), {});
    QCOMPARE(banner->message(), QStringLiteral("Newer."));
    QTest::keyClick(banner, Qt::Key_Escape);
    QCOMPARE(closed.count(), 1);
    QVERIFY(!banner->isVisible());
    banner->showMessage(BannerKind::Danger, QStringLiteral("Lost."), {}, {}, false);
    QTest::keyClick(banner, Qt::Key_Escape);
    QVERIFY(banner->isVisible());
}

void KitTest::bannerIsAnAlert()
{
    BannerBar banner;
    banner.showMessage(BannerKind::Warning, QStringLiteral("Bold."), QStringLiteral("Plain."));
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(&banner);
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::AlertMessage);
    QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Bold. Plain."));
}

void KitTest::navigationPages()
{
    NavigationBar bar;
    bar.setEntries({{1, IconId::Discover, QStringLiteral("Discover"), QStringLiteral("Ctrl+1")},
                    {2, IconId::Explore, QStringLiteral("Explore"), QStringLiteral("Ctrl+2")}});
    bar.setFootEntries({{9, IconId::Settings, QStringLiteral("Settings"), {}}});
    bar.resize(76, 600);
    bar.show();
    QSignalSpy page(&bar, &NavigationBar::pageRequested);
    QSignalSpy foot(&bar, &NavigationBar::footTriggered);
    QCOMPARE(bar.currentId(), 1);
    bar.setCurrentId(2);
    QCOMPARE(page.count(), 0);
    QTest::mouseClick(bar.button(1), Qt::LeftButton);
    QCOMPARE(page.count(), 1);
    QCOMPARE(bar.currentId(), 1);
    QTest::mouseClick(bar.button(9), Qt::LeftButton);
    QCOMPARE(foot.count(), 1);
    QCOMPARE(bar.currentId(), 1);
    QCOMPARE(bar.button(2)->accessibleName(), QStringLiteral("Explore"));
    QVERIFY(bar.button(2)->toolTip().contains(QStringLiteral("Ctrl 2")));
}

void KitTest::navigationWidths()
{
    QCOMPARE(NavigationBar::modeForWidth(1024), NavigationBar::Mode::Icons);
    QCOMPARE(NavigationBar::modeForWidth(1199), NavigationBar::Mode::Icons);
    QCOMPARE(NavigationBar::modeForWidth(1200), NavigationBar::Mode::Labelled);
    QCOMPARE(NavigationBar::modeForWidth(1920), NavigationBar::Mode::Beside);
    NavigationBar bar;
    bar.setEntries({{1, IconId::Map, QStringLiteral("Map"), {}}});
    QCOMPARE(bar.width(), 76);
    QCOMPARE(bar.button(1)->height(), 56);
    // Other languages have longer words: the bar grows as far as its widest mode.
    bar.setEntries({{1, IconId::Library, QStringLiteral("Фильмотека"), {}}});
    QVERIFY(bar.width() > 76);
    bar.setEntries({{1, IconId::Library, QString(60, QLatin1Char('m')), {}}});
    QCOMPARE(bar.width(), 176);
    bar.setMode(NavigationBar::Mode::Icons);
    QCOMPARE(bar.width(), 60);
    bar.setMode(NavigationBar::Mode::Beside);
    QCOMPARE(bar.width(), 176);
}

void KitTest::focusRingOnlyAfterAKey()
{
    QWidget window;
    window.resize(300, 100);
    auto* first = new Button(QStringLiteral("First"), &window);
    auto* second = new Button(QStringLiteral("Second"), &window);
    first->setGeometry(20, 20, 80, 32);
    second->setGeometry(140, 20, 80, 32);
    showActive(window);
    const auto ring = [&window] { return window.findChild<QWidget*>(QStringLiteral("twFocusRing")); };
    QTest::mouseClick(first, Qt::LeftButton);
    QVERIFY(!keyboardFocusVisible());
    QVERIFY(!ring());
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Tab);
    QVERIFY(keyboardFocusVisible());
    QCOMPARE(QApplication::focusWidget(), second);
    QVERIFY(ring() && ring()->isVisible());
    QCOMPARE(ring()->geometry(), second->geometry().adjusted(-4, -4, 4, 4));
    second->move(150, 40);
    QCOMPARE(ring()->geometry(), second->geometry().adjusted(-4, -4, 4, 4));
    QTest::mouseClick(first, Qt::LeftButton);
    QVERIFY(!ring());
}

void KitTest::searchFieldKeys()
{
    SearchField field;
    showActive(field);
    QCOMPARE(field.height(), 44);
    QSignalSpy escaped(&field, &SearchField::escapePressed);
    QSignalSpy cleared(&field, &SearchField::cleared);
    QSignalSpy edited(&field, &QLineEdit::textEdited);
    QSignalSpy down(&field, &SearchField::downPressed);
    QTest::keyClicks(&field, QStringLiteral("hack"));
    QTest::keyClick(&field, Qt::Key_Down);
    QCOMPARE(down.count(), 1);
    QCOMPARE(edited.count(), 4);
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QCOMPARE(cleared.count(), 1);
    QCOMPARE(edited.count(), 5);
    QCOMPARE(escaped.count(), 0);
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(escaped.count(), 1);
}

void KitTest::searchFieldClearButton()
{
    SearchField field(SearchField::Size::Normal, IconId::Filter);
    field.resize(240, 32);
    field.show();
    auto* clear = field.findChild<IconButton*>();
    QVERIFY(!clear->isVisible());
    field.setText(QStringLiteral("x"));
    QVERIFY(clear->isVisible());
    QVERIFY(field.rect().contains(clear->geometry()));
    QTest::mouseClick(clear, Qt::LeftButton);
    QVERIFY(field.text().isEmpty());
    QVERIFY(!clear->isVisible());
}

void KitTest::optionRowsAreExclusive()
{
    QWidget group;
    QVBoxLayout layout(&group);
    auto* liked = new OptionRow(QStringLiteral("Liked films"), QStringLiteral("18 films"));
    auto* list = new OptionRow(QStringLiteral("Recommendations"), {});
    auto* check = new OptionRow(QStringLiteral("Year"), {}, nullptr, OptionRow::Sign::Check);
    for (OptionRow* row : {liked, list, check})
        layout.addWidget(row);
    showActive(group);
    liked->setChecked(true);
    liked->setFocus();
    QTest::keyClick(liked, Qt::Key_Down);
    QVERIFY(list->isChecked());
    QVERIFY(!liked->isChecked());
    QTest::mouseClick(check, Qt::LeftButton);
    QVERIFY(check->isChecked() && list->isChecked());
    QCOMPARE(liked->accessibleName(), QStringLiteral("Liked films, 18 films"));
    QCOMPARE(liked->sizeHint().height(), 18 + 16 + 16);
}

void KitTest::chipSaysItsShare()
{
    Chip chip(QStringLiteral("Space, alone"));
    chip.setShare(QStringLiteral("24 %"));
    QCOMPARE(chip.accessibleName(), QStringLiteral("Space, alone 24 %"));
    QCOMPARE(chip.sizeHint().height(), 24);
    chip.ensurePolished();
    QVERIFY(chip.testAttribute(Qt::WA_Hover));
    chip.setPassive(true);
    QCOMPARE(chip.focusPolicy(), Qt::NoFocus);
}

void KitTest::meterSaysItsValue()
{
    MeterWidget meter(QStringLiteral("Diversity"));
    meter.setValue(1.7, QStringLiteral("1.70"));
    QCOMPARE(meter.value(), 1.0);
    QCOMPARE(meter.accessibleName(), QStringLiteral("Diversity: 1.70"));
    // The tick stands at the reference, the fill ends at the value.
    meter.setValue(0.2, QStringLiteral("0.20"));
    meter.setReference(0.8);
    meter.resize(300, 20);
    const QImage image = meter.grab().toImage();
    const QColor tick = theme().color(ColorToken::Text);
    bool found = false;
    for (int x = 180; x < 260; ++x)
        found = found || image.pixelColor(x, 10) == tick;
    QVERIFY(found);
}

void KitTest::emptyStateActs()
{
    EmptyState empty(EmptyState::Extent::WholePage);
    empty.setText(QStringLiteral("Start with a few films you know"), QStringLiteral("Like three or more."));
    empty.setActs({{QStringLiteral("import"), QStringLiteral("Import a watch history"), true}});
    QSignalSpy act(&empty, &EmptyState::actTriggered);
    auto* button = empty.findChild<Button*>(QStringLiteral("import"));
    QCOMPARE(button->kind(), ButtonKind::Primary);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(act.count(), 1);
    empty.setActs({});
    QVERIFY(button->isHidden());
}

void KitTest::iconButtonNamesItself()
{
    IconButton button(IconId::Shuffle, QStringLiteral("Shuffle"));
    button.setShortcutText(QStringLiteral("R"));
    QCOMPARE(button.accessibleName(), QStringLiteral("Shuffle"));
    QCOMPARE(button.toolTip(), QStringLiteral("Shuffle (R)"));
    QCOMPARE(button.sizeHint(), QSize(32, 32));
    button.setDisabledReason(QStringLiteral("This library is open elsewhere."));
    button.setEnabled(false);
    QVERIFY(button.toolTip().contains(QStringLiteral("open elsewhere")));
    button.setEnabled(true);
    QCOMPARE(button.toolTip(), QStringLiteral("Shuffle (R)"));
}

void KitTest::buttonsKeepTheirWidthWhenChecked()
{
    Button button(QStringLiteral("Import"));
    button.setCheckable(true);
    const QSize before = button.sizeHint();
    button.setChecked(true);
    QCOMPARE(button.sizeHint(), before);
    button.ensurePolished();
    QVERIFY(button.testAttribute(Qt::WA_Hover));
    button.setKeyHint(QStringLiteral("Ctrl E"));
    QVERIFY(button.sizeHint().width() > before.width());
}

void KitTest::flowLayoutWraps()
{
    QWidget host;
    auto* flow = new FlowLayout(&host, 8, 6);
    for (int i = 0; i < 3; ++i) {
        auto* box = new QWidget;
        box->setFixedSize(100, 20);
        flow->addWidget(box);
    }
    QCOMPARE(flow->heightForWidth(316), 20);
    QCOMPARE(flow->heightForWidth(315), 46);
    QCOMPARE(flow->heightForWidth(100), 72);
    flow->setGeometry(QRect(0, 0, 210, 100));
    QCOMPARE(flow->itemAt(1)->geometry().topLeft(), QPoint(108, 0));
    QCOMPARE(flow->itemAt(2)->geometry().topLeft(), QPoint(0, 26));
    flow->itemAt(0)->widget()->hide();
    QCOMPARE(flow->heightForWidth(208), 20);
}

void KitTest::tableFollowsTheDensity()
{
    QStandardItemModel model(2, 2);
    QTableView table;
    table.setModel(&model);
    applyTableStyle(&table, true);
    QCOMPARE(table.verticalHeader()->defaultSectionSize(), 41);
    QCOMPARE(table.horizontalHeader()->height(), 32);
    QVERIFY(!table.showGrid());
    QVERIFY(qobject_cast<TableDelegate*>(table.itemDelegate()));
    theme().setDensity(Density::Compact);
    QCOMPARE(table.verticalHeader()->defaultSectionSize(), 32);
    theme().setDensity(Density::Comfortable);
    QCOMPARE(table.rowHeight(1), 41);
}

QTEST_MAIN(KitTest)
#include "test_kit.moc"
