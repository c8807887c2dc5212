// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/item_card.h"
#include "ui/widgets/kit/item_row.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace tw;

namespace {

ItemView film()
{
    ItemView item;
    item.poster = {QStringLiteral("tt0069293"), QStringLiteral("Solaris"), 1972, {QStringLiteral("Drama")}, {}};
    item.title = QStringLiteral("Solaris");
    item.meta = QStringLiteral("1972 · Drama");
    item.tags = {QStringLiteral("Text")};
    item.reason = QStringLiteral("space station, ocean, memory");
    item.value = QStringLiteral("0.58");
    item.fraction = 0.58;
    return item;
}

QImage painted(const RowMetrics& metrics, const ItemView& item, int width)
{
    QImage image(width, metrics.height, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme().color(ColorToken::Surface));
    QPainter painter(&image);
    item_row::paint(&painter, QRectF(image.rect()), metrics, item);
    return image;
}

}  // namespace

class ItemPaintTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rowSizes();
    void actsAppearWithHoverSelectionOrFocus();
    void actsDoNotOverlap();
    void likedHeartStaysAtRest();
    void readOnlyRowsOfferNothing();
    void columnRowsPutTheHeartInPlaceOfTheValue();
    void shareRowsAlwaysRemove();
    void selectedRowShowsGroundAndBar();
    void narrowRowsStillPaint();
    void cardColumnsShareTheRemainder();
    void cardActs();
    void accessibleTextSaysEverything();
    void figuresHaveOneWidth();
    void paragraphsEndWithAnEllipsis();
    void tipsAreWrappedAndPlain();
};

void ItemPaintTest::initTestCase()
{
    QFont font = QApplication::font();
    font.setPixelSize(14);
    theme().setMode(ThemeMode::Light);
    theme().setBaseFont(font);
}

void ItemPaintTest::rowSizes()
{
    const auto height = [](int width, Density density) { return RowMetrics::result(width, density).height; };
    QCOMPARE(height(1024, Density::Comfortable), 76);
    QCOMPARE(height(1440, Density::Comfortable), 88);
    QCOMPARE(height(1920, Density::Comfortable), 96);
    QCOMPARE(height(1440, Density::Compact), 68);
    QCOMPARE(RowMetrics::result(1440, Density::Comfortable).posterHeight(), 72);
    QCOMPARE(RowMetrics::result(1024, Density::Comfortable).posterHeight(), 60);
    QCOMPARE(RowMetrics::result(2560, Density::Comfortable).posterHeight(), 81);
    QCOMPARE(RowMetrics::result(2560, Density::Comfortable).overviewWidth, 300);
    QCOMPARE(RowMetrics::result(1440, Density::Compact).lines, 2);
    QCOMPARE(RowMetrics::column(Density::Comfortable).height, 60);
    QCOMPARE(RowMetrics::share().height, 42);
}

void ItemPaintTest::actsAppearWithHoverSelectionOrFocus()
{
    const RowMetrics metrics = RowMetrics::result(1440, Density::Comfortable);
    const QRectF rect(0, 100, 600, metrics.height);
    ItemView item = film();
    QVERIFY(item_row::actRect(rect, metrics, item, ItemAct::Like).isEmpty());
    for (bool ItemView::*state : {&ItemView::hovered, &ItemView::selected, &ItemView::focused}) {
        ItemView active = film();
        active.*state = true;
        for (const ItemAct act : {ItemAct::Like, ItemAct::Dislike, ItemAct::MoreLikeThis}) {
            const QRectF box = item_row::actRect(rect, metrics, active, act);
            QVERIFY(rect.contains(box));
            QVERIFY(box.width() >= 28 && box.height() >= 28);
            QCOMPARE(item_row::hitTest(rect, metrics, active, box.center()), act);
            QCOMPARE(item_row::hitTest(rect, metrics, item, box.center()), ItemAct::None);
        }
        QCOMPARE(item_row::hitTest(rect, metrics, active, QPointF(200, 140)), ItemAct::None);
        QCOMPARE(item_row::hitTest(rect, metrics, active, QPointF(500, 20)), ItemAct::None);
    }
}

void ItemPaintTest::actsDoNotOverlap()
{
    for (const int width : {1024, 1440, 2560}) {
        const RowMetrics metrics = RowMetrics::result(width, Density::Comfortable);
        const QRectF rect(0, 0, 900, metrics.height);
        ItemView item = film();
        item.hovered = true;
        const QRectF like = item_row::actRect(rect, metrics, item, ItemAct::Like);
        const QRectF dislike = item_row::actRect(rect, metrics, item, ItemAct::Dislike);
        const QRectF more = item_row::actRect(rect, metrics, item, ItemAct::MoreLikeThis);
        QVERIFY(like.right() <= dislike.left());
        QVERIFY(dislike.right() <= more.left());
        QVERIFY(more.right() <= rect.right() - metrics.padding - metrics.scoreWidth);
    }
}

void ItemPaintTest::likedHeartStaysAtRest()
{
    const RowMetrics metrics = RowMetrics::result(1440, Density::Comfortable);
    const QRectF rect(0, 0, 600, metrics.height);
    ItemView item = film();
    item.liked = true;
    const QRectF heart = item_row::actRect(rect, metrics, item, ItemAct::Like);
    QVERIFY(!heart.isEmpty());
    QCOMPARE(item_row::hitTest(rect, metrics, item, heart.center()), ItemAct::Like);
    QVERIFY(item_row::actRect(rect, metrics, item, ItemAct::Dislike).isEmpty());
    QCOMPARE(painted(metrics, item, 600).pixelColor(heart.center().toPoint()), theme().color(ColorToken::Accent));
}

void ItemPaintTest::readOnlyRowsOfferNothing()
{
    const RowMetrics metrics = RowMetrics::result(1440, Density::Comfortable);
    const QRectF rect(0, 0, 600, metrics.height);
    ItemView item = film();
    item.hovered = true;
    item.enabled = false;
    const QRectF like = item_row::actRect(rect, metrics, item, ItemAct::Like);
    QVERIFY(!like.isEmpty());
    QCOMPARE(item_row::hitTest(rect, metrics, item, like.center()), ItemAct::None);
}

void ItemPaintTest::columnRowsPutTheHeartInPlaceOfTheValue()
{
    const RowMetrics metrics = RowMetrics::column(Density::Comfortable);
    const QRectF rect(0, 0, 250, metrics.height);
    ItemView item = film();
    QVERIFY(item_row::actRect(rect, metrics, item, ItemAct::Like).isEmpty());
    item.hovered = true;
    QVERIFY(item_row::actRect(rect, metrics, item, ItemAct::Like).right() <= rect.right());
    QVERIFY(item_row::actRect(rect, metrics, item, ItemAct::Dislike).isEmpty());
}

void ItemPaintTest::shareRowsAlwaysRemove()
{
    const RowMetrics metrics = RowMetrics::share();
    const QRectF rect(0, 0, 272, metrics.height);
    const ItemView item = film();
    const QRectF remove = item_row::actRect(rect, metrics, item, ItemAct::Remove);
    QCOMPARE(item_row::hitTest(rect, metrics, item, remove.center()), ItemAct::Remove);
    QVERIFY(std::abs(remove.right() - rect.right()) < 0.5);
}

void ItemPaintTest::selectedRowShowsGroundAndBar()
{
    const RowMetrics metrics = RowMetrics::result(1440, Density::Comfortable);
    ItemView item = film();
    QCOMPARE(painted(metrics, item, 600).pixelColor(300, 4), theme().color(ColorToken::Surface));
    item.hovered = true;
    QCOMPARE(painted(metrics, item, 600).pixelColor(300, 4), theme().color(ColorToken::Hover));
    item.selected = true;
    const QImage image = painted(metrics, item, 600);
    QCOMPARE(image.pixelColor(300, 4), theme().color(ColorToken::Selected));
    QCOMPARE(image.pixelColor(1, 44), theme().color(ColorToken::Accent));
}

void ItemPaintTest::narrowRowsStillPaint()
{
    ItemView item = film();
    item.hovered = true;
    item.originalTitle = QStringLiteral("Солярис");
    for (const int width : {0, 20, 100, 180}) {
        const RowMetrics metrics = RowMetrics::result(2560, Density::Comfortable);
        item.overview = QStringLiteral("A psychologist is sent to a station orbiting a distant planet.");
        painted(metrics, item, std::max(1, width));
    }
}

void ItemPaintTest::cardColumnsShareTheRemainder()
{
    const CardMetrics metrics = CardMetrics::forWindow(1440);
    QCOMPARE(metrics.posterWidth, 144);
    QCOMPARE(metrics.height(), 216 + 65);
    QCOMPARE(CardMetrics::forWindow(1024).posterWidth, 120);
    QCOMPARE(CardMetrics::forWindow(1920).posterWidth, 168);
    QCOMPARE(metrics.columns(3 * 144 + 2 * 17), 3);
    QCOMPARE(metrics.columns(3 * 144 + 2 * 17 - 1), 2);
    QCOMPARE(metrics.columns(10), 1);
    QCOMPARE(metrics.columnX(0, 3, 500), 0.0);
    QCOMPARE(metrics.columnX(2, 3, 500), 500.0 - 144);
}

void ItemPaintTest::cardActs()
{
    const CardMetrics metrics = CardMetrics::forWindow(1440);
    const QRectF rect(40, 20, metrics.posterWidth, metrics.height());
    ItemView item = film();
    QCOMPARE(item_card::hitTest(rect, metrics, item, QPointF(60, 210)), ItemAct::None);
    item.hovered = true;
    double last = rect.left();
    for (const ItemAct act : {ItemAct::Like, ItemAct::Dislike, ItemAct::MoreLikeThis}) {
        const QRectF box = item_card::actRect(rect, metrics, item, act);
        QVERIFY(box.left() >= last);
        last = box.right();
        // Inside the lower edge of the poster.
        QVERIFY(box.bottom() < rect.top() + metrics.posterHeight());
        QCOMPARE(item_card::hitTest(rect, metrics, item, box.center()), act);
    }
    QVERIFY(last < rect.right());
    item.enabled = false;
    QCOMPARE(item_card::hitTest(rect, metrics, item, item_card::actRect(rect, metrics, item, ItemAct::Like).center()),
             ItemAct::None);
}

void ItemPaintTest::accessibleTextSaysEverything()
{
    ItemView item = film();
    item.liked = true;
    const QString text = item_row::accessibleText(item);
    for (const QString& part : {item.title, item.meta, item.reason, item.value, QStringLiteral("liked")})
        QVERIFY2(text.contains(part), qPrintable(part));
    QCOMPARE(itemActName(ItemAct::Like, true), QStringLiteral("Like (L)"));
}

void ItemPaintTest::figuresHaveOneWidth()
{
    const QFontMetricsF metrics(theme().font(TypeStep::Body));
    const double ones = text::tabularWidth(metrics, QStringLiteral("11,111"));
    QCOMPARE(text::tabularWidth(metrics, QStringLiteral("98,405")), ones);
    const QString digits = QStringLiteral("0123456789");
    double widest = 0;
    for (const QChar digit : digits)
        widest = std::max(widest, metrics.horizontalAdvance(digit));
    QVERIFY(std::abs(text::tabularWidth(metrics, digits) - 10 * widest) < 1e-6);
}

void ItemPaintTest::paragraphsEndWithAnEllipsis()
{
    const QFont font = theme().font(TypeStep::Small);
    const QString text = QStringLiteral("A film about an ocean that thinks, a station that falls apart and people who "
                                        "come back from the dead without having been called");
    const QStringList lines = text::wrap(text, font, 160, 3);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.last().endsWith(QChar(0x2026)));
    for (const QString& line : lines)
        QVERIFY(QFontMetricsF(font).horizontalAdvance(line) <= 161);
    QCOMPARE(text::wrap(text, font, 100000, 3), QStringList{text});
    QVERIFY(text::wrap(QString(), font, 100, 3).isEmpty());
}

void ItemPaintTest::tipsAreWrappedAndPlain()
{
    QCOMPARE(text::tip(QStringLiteral("Shuffle"), QStringLiteral("R")), QStringLiteral("Shuffle (R)"));
    QVERIFY(text::tip(QStringLiteral("larger values let older likes count longer, smaller ones let new ones lead"))
                .contains(QLatin1Char('\n')));
    QVERIFY(text::tip(QStringLiteral("<b>The</b> film")).contains(QStringLiteral("&lt;b&gt;")));
    QCOMPARE(keyHintText(QStringLiteral("Ctrl+Z")), QStringLiteral("Ctrl Z"));
    QCOMPARE(keyHintText(QStringLiteral("/")), QStringLiteral("/"));
}

QTEST_MAIN(ItemPaintTest)
#include "test_item_paint.moc"
