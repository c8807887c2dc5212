// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/theme/color_math.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace tw;

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void contrast_data();
    void contrast();
    void categoriesStandOutFromTheSurface();
    void raisedContrastSwapsTokens();
    void paletteCarriesTheTokens();
    void switchingChangesWidgetsAtOnce();
    void systemModeFollowsTheJudgement();
    void rampsKeepTheirStopsAndOrder();
    void styleSheetHasNoOpenPlaceholders();
    void typeIsAFactorOfTheBaseFont();
    void densityChangesHeights();
    void reducedMotionIsZero();
    void everyIconDraws();
    void iconsFollowTheTheme();
    void paintingFollowsTheDevice();
    void genresHaveCategories();
    void oklchMatchesTheReference_data();
    void oklchMatchesTheReference();
};

void ThemeTest::initTestCase()
{
    QFont font = QApplication::font();
    font.setPixelSize(14);
    QApplication::setFont(font);
    theme().setMode(ThemeMode::Light);
    theme().install(*qApp);
}

void ThemeTest::init()
{
    theme().setMode(ThemeMode::Light);
    theme().setRaisedContrast(false);
    theme().setDensity(Density::Comfortable);
}

void ThemeTest::contrast_data()
{
    QTest::addColumn<int>("ink");
    QTest::addColumn<int>("ground");
    QTest::addColumn<double>("light");
    QTest::addColumn<double>("dark");
    const auto row = [](const char* name, ColorToken ink, ColorToken ground, double light, double dark) {
        QTest::newRow(name) << static_cast<int>(ink) << static_cast<int>(ground) << light << dark;
    };
    // The figures the design states for its palette.
    row("text on surface", ColorToken::Text, ColorToken::Surface, 17.2, 13.2);
    row("text on selected", ColorToken::Text, ColorToken::Selected, 14.8, 10.4);
    row("text2 on surface", ColorToken::Text2, ColorToken::Surface, 7.6, 8.1);
    row("text2 on press", ColorToken::Text2, ColorToken::Press, 5.9, 6.1);
    row("text3 on surface", ColorToken::Text3, ColorToken::Surface, 5.5, 6.1);
    row("text3 on nav", ColorToken::Text3, ColorToken::Nav, 4.5, 7.1);
    row("text3 on selected", ColorToken::Text3, ColorToken::Selected, 4.7, 4.8);
    row("accent on surface", ColorToken::Accent, ColorToken::Surface, 6.4, 7.5);
    row("accent on nav", ColorToken::Accent, ColorToken::Nav, 5.3, 8.7);
    row("accent on accentSoft", ColorToken::Accent, ColorToken::AccentSoft, 5.3, 5.5);
    row("onAccent on accent", ColorToken::OnAccent, ColorToken::Accent, 6.4, 8.2);
    row("warn on warnSoft", ColorToken::Warn, ColorToken::WarnSoft, 6.0, 7.0);
    row("danger on dangerSoft", ColorToken::Danger, ColorToken::DangerSoft, 5.9, 5.9);
    row("mark on surface", ColorToken::Mark, ColorToken::Surface, 3.6, 4.0);
}

void ThemeTest::contrast()
{
    QFETCH(int, ink);
    QFETCH(int, ground);
    QFETCH(double, light);
    QFETCH(double, dark);
    for (const bool isDark : {false, true}) {
        const double ratio = contrastRatio(tokenColor(static_cast<ColorToken>(ink), isDark),
                                           tokenColor(static_cast<ColorToken>(ground), isDark));
        const double stated = isDark ? dark : light;
        QVERIFY2(std::abs(ratio - stated) <= 0.051, qPrintable(QStringLiteral("%1 instead of %2").arg(ratio).arg(stated)));
    }
}

void ThemeTest::categoriesStandOutFromTheSurface()
{
    for (const bool dark : {false, true})
        for (int i = 0; i < static_cast<int>(Category::Other); ++i)
            QVERIFY(contrastRatio(categoryColor(static_cast<Category>(i), dark), tokenColor(ColorToken::Surface, dark)) >= 3.0);
}

void ThemeTest::raisedContrastSwapsTokens()
{
    theme().setRaisedContrast(true);
    QCOMPARE(theme().color(ColorToken::LineControl), tokenColor(ColorToken::Mark, false));
    QCOMPARE(theme().color(ColorToken::LineRow), tokenColor(ColorToken::Line, false));
    QCOMPARE(theme().color(ColorToken::Text3), tokenColor(ColorToken::Text2, false));
}

void ThemeTest::paletteCarriesTheTokens()
{
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        theme().setMode(mode);
        const bool dark = mode == ThemeMode::Dark;
        const QPalette palette = QApplication::palette();
        QCOMPARE(palette.color(QPalette::Window), tokenColor(ColorToken::Bg, dark));
        QCOMPARE(palette.color(QPalette::Base), tokenColor(ColorToken::Surface, dark));
        QCOMPARE(palette.color(QPalette::Highlight), tokenColor(ColorToken::Selected, dark));
        QCOMPARE(palette.color(QPalette::HighlightedText), tokenColor(ColorToken::Text, dark));
        QCOMPARE(palette.color(QPalette::PlaceholderText), tokenColor(ColorToken::Text3, dark));
        QCOMPARE(palette.color(QPalette::Link), tokenColor(ColorToken::Accent, dark));
        QCOMPARE(palette.color(QPalette::Inactive, QPalette::Highlight), tokenColor(ColorToken::Selected, dark));
    }
}

void ThemeTest::switchingChangesWidgetsAtOnce()
{
    QWidget window;
    QLabel* label = makeLabel(QStringLiteral("<b>plain</b>"), TypeStep::Small, ColorToken::Text2, &window);
    QCOMPARE(label->textFormat(), Qt::PlainText);
    setGround(&window, ColorToken::Surface);
    window.resize(80, 40);
    const auto corner = [&window] { return window.grab().toImage().pixelColor(79, 39); };
    QCOMPARE(corner(), tokenColor(ColorToken::Surface, false));
    QSignalSpy changed(&theme(), &Theme::changed);
    theme().setMode(ThemeMode::Dark);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(label->palette().color(QPalette::WindowText), tokenColor(ColorToken::Text2, true));
    QCOMPARE(corner(), tokenColor(ColorToken::Surface, true));
    theme().setMode(ThemeMode::Dark);
    QCOMPARE(changed.count(), 1);
}

void ThemeTest::systemModeFollowsTheJudgement()
{
    QVERIFY(isDarkColor(QColor(0x20, 0x20, 0x20)));
    QVERIFY(!isDarkColor(QColor(0xEF, 0xEF, 0xEF)));
    theme().setMode(ThemeMode::System);
    QCOMPARE(theme().isDark(), theme().systemIsDark());
}

void ThemeTest::rampsKeepTheirStopsAndOrder()
{
    for (const bool dark : {false, true}) {
        theme().setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
        const auto& table = theme().ramp(Ramp::Sequential);
        const auto stops = rampStops(Ramp::Sequential, dark);
        QCOMPARE(table.front(), stops.front());
        QCOMPARE(table.back(), stops.back());
        for (std::size_t i = 1; i < table.size(); ++i) {
            const double step = toOkLab(table[i]).L - toOkLab(table[i - 1]).L;
            QVERIFY(dark ? step > -0.005 : step < 0.005);
        }
        QCOMPARE(theme().ramp(Ramp::Diverging).front(), rampStops(Ramp::Diverging, dark).front());
    }
}

void ThemeTest::styleSheetHasNoOpenPlaceholders()
{
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        theme().setMode(mode);
        QVERIFY(!theme().styleSheet().contains(QLatin1Char('@')));
    }
    QVERIFY(theme().styleSheet().contains(tokenColor(ColorToken::Accent, true).name()));
}

void ThemeTest::typeIsAFactorOfTheBaseFont()
{
    const QFont before = theme().baseFont();
    const double page = theme().font(TypeStep::Page).pointSizeF();
    QCOMPARE(theme().lineHeight(TypeStep::Page), 28.0);
    QFont larger = before;
    larger.setPixelSize(28);
    theme().setBaseFont(larger);
    QVERIFY(std::abs(theme().font(TypeStep::Page).pointSizeF() - 2 * page) < 0.01);
    QCOMPARE(theme().lineHeight(TypeStep::Page), 56.0);
    theme().setBaseFont(before);
    QCOMPARE(theme().font(TypeStep::Section).weight(), QFont::DemiBold);
}

void ThemeTest::densityChangesHeights()
{
    Button button(QStringLiteral("Import"));
    QCOMPARE(button.sizeHint().height(), 32);
    QCOMPARE(theme().tableRowHeight(true), 41);
    QCOMPARE(theme().tableRowHeight(false), 36);
    theme().setDensity(Density::Compact);
    QCOMPARE(button.sizeHint().height(), 28);
    QCOMPARE(theme().tableRowHeight(true), 32);
}

void ThemeTest::reducedMotionIsZero()
{
    QCOMPARE(theme().duration(motion::kPanel), 160);
    theme().setReducedMotion(true);
    QCOMPARE(theme().duration(motion::kPanel), 0);
    theme().setReducedMotion(false);
}

void ThemeTest::everyIconDraws()
{
    const QColor color(0x12, 0x34, 0x56);
    std::set<QByteArray> pictures;
    for (int i = 1; i < static_cast<int>(IconId::Count); ++i) {
        const auto id = static_cast<IconId>(i);
        QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(iconName(id))), qPrintable(iconName(id)));
        const QImage image = iconPixmap(id, 24, color, 2.0).toImage();
        QCOMPARE(image.size(), QSize(48, 48));
        int inked = 0;
        for (int y = 0; y < 48; ++y)
            for (int x = 0; x < 48; ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() == 255) {
                    QCOMPARE(pixel, color);
                    ++inked;
                }
            }
        QVERIFY2(inked > 10, qPrintable(iconName(id)));
        pictures.insert(QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()));
    }
    QCOMPARE(pictures.size(), static_cast<std::size_t>(IconId::Count) - 1);
}

void ThemeTest::iconsFollowTheTheme()
{
    const QIcon heart = toggleIcon(IconId::Likes, IconId::Liked);
    const auto centre = [&heart](QIcon::State state) {
        return heart.pixmap(QSize(24, 24), 1.0, QIcon::Normal, state).toImage().pixelColor(12, 12);
    };
    QCOMPARE(centre(QIcon::On), tokenColor(ColorToken::Accent, false));
    QCOMPARE(centre(QIcon::Off).alpha(), 0);
    theme().setMode(ThemeMode::Dark);
    QCOMPARE(centre(QIcon::On), tokenColor(ColorToken::Accent, true));
}

void ThemeTest::paintingFollowsTheDevice()
{
    for (const qreal ratio : {1.0, 1.25, 2.0}) {
        QPixmap pixmap((QSizeF(40, 40) * ratio).toSize());
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::white);
        QPainter painter(&pixmap);
        painter.translate(3, 5);
        QVERIFY(std::abs(paintRatio(&painter) - ratio) < 1e-6);
    }
}

void ThemeTest::genresHaveCategories()
{
    QCOMPARE(categoryOfGenre(QStringLiteral("Science Fiction")), Category::ScienceFiction);
    QCOMPARE(categoryOfGenre(QStringLiteral("Sci-Fi")), Category::ScienceFiction);
    QCOMPARE(categoryOfGenre(QStringLiteral("drama")), Category::Drama);
    QCOMPARE(categoryOfGenre(QStringLiteral("Western")), Category::Other);
    QCOMPARE(categoryOfRank(1), Category::Action);
    QCOMPARE(categoryOfRank(11), Category::Documentary);
    QCOMPARE(categoryOfRank(12), Category::Other);
}

void ThemeTest::oklchMatchesTheReference_data()
{
    QTest::addColumn<double>("lightness");
    QTest::addColumn<double>("chroma");
    QTest::addColumn<double>("hue");
    QTest::addColumn<QColor>("expected");
    // Values of the design's reference implementation.
    QTest::newRow("deep blue") << .30 << .055 << 245.0 << QColor(0x13, 0x30, 0x47);
    QTest::newRow("bright yellow") << .86 << .10 << 85.0 << QColor(0xEF, 0xCC, 0x83);
    QTest::newRow("brick") << .47 << .085 << 32.0 << QColor(0x84, 0x48, 0x3C);
    QTest::newRow("out of gamut") << .89 << .095 << 205.0 << QColor(0x8A, 0xED, 0xF9);
    QTest::newRow("plum ink") << .24 << .04 << 325.0 << QColor(0x29, 0x18, 0x2A);
}

void ThemeTest::oklchMatchesTheReference()
{
    QFETCH(double, lightness);
    QFETCH(double, chroma);
    QFETCH(double, hue);
    QFETCH(QColor, expected);
    const QColor color = fromOkLch(lightness, chroma, hue);
    QVERIFY(std::abs(color.red() - expected.red()) <= 1);
    QVERIFY(std::abs(color.green() - expected.green()) <= 1);
    QVERIFY(std::abs(color.blue() - expected.blue()) <= 1);
}

QTEST_MAIN(ThemeTest)
#include "test_theme.moc"
