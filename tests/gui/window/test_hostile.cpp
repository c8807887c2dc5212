// SPDX-License-Identifier: GPL-3.0-or-later
// A catalogue that tries to be more than text: on every page it is shown as what it is.
#include "tests/gui/window/window_fixture.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/lists/film_list.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTextEdit>

#include <fstream>

#include <sys/stat.h>

using namespace tw;
using namespace tw::ui;
using tw::test::Program;
using tw::test::TempFolder;

namespace {

/// Titles as JSON strings.
std::vector<std::string> titles(const std::string& pipe)
{
    return {
        "<b>bold</b><img src='file://" + pipe + "'>",
        "<a href='http://127.0.0.1:1/'>link</a>",
        "Tom &amp; Jerry &lt;3",
        "R&D &Mnemonic && more",
        "\\u202Eright to left\\u202C left",
        "\\u2066isolated\\u2069",
        "tab\\tand\\nnew\\r\\nlines\\u2028here",
        "bell\\u0007 escape\\u001b[31m red",
        "zero\\u200Bwidth\\uFEFF",
        "\\u200B\\u200B",
        "emoji \\uD83D\\uDC68\\u200D\\uD83D\\uDC69\\u200D\\uD83D\\uDC67 \\uD83C\\uDF7F",
        "Z\\u0300\\u0301\\u0302\\u0303\\u0304\\u0305\\u0306\\u0307\\u0308algo",
        "\\u0627\\u0644\\u0645\\u0648\\u0645\\u064A\\u0627\\u0621",
        "%1 %2 %n %L1",
        "=HYPERLINK(\\\"http://127.0.0.1:1/\\\")",
        std::string(100'000, 'W'),
        std::string(20'000, 'a') + "\\u0301",
    };
}

std::filesystem::path hostileCatalogue(const TempFolder& folder)
{
    const auto pipe = folder.path() / "pipe";
    ::mkfifo(pipe.c_str(), 0600); // who reads it as a picture never comes back
    const auto file = folder / "hostile.jsonl";
    std::ofstream out(file);
    int number = 0;
    for (const std::string& title : titles(pipe.string())) {
        ++number;
        out << R"({"title":")" << title << R"(","original_title":"<i>)" << title << R"(</i>","year":)" << 1950 + number
            << R"(,"genres":["<u>Drama</u>","A&B"],"keywords":["<b>key</b>","&amp;"],"directors":[")" << title
            << R"("],"tagline":"<h1>)" << title << R"(</h1>","overview":"<img src='file://)" << pipe.string()
            << R"('> A story of love number )" << number << R"( &amp; <script>1</script> )" << title << R"("})" << "\n";
    }
    return file;
}

/// One line, bounded, without what could steer the screen.
bool isInert(const QString& line, bool oneLine)
{
    for (const QChar c : line) {
        const ushort u = c.unicode();
        if ((u < 0x20 && u != '\n') || (u >= 0x7F && u <= 0x9F) || (u >= 0x202A && u <= 0x202E)
            || (u >= 0x2066 && u <= 0x2069))
            return false;
        if (oneLine && (u == '\n' || u == 0x2028 || u == 0x2029))
            return false;
    }
    return line.size() <= (oneLine ? kMostInLine + 1 : kMostShown + 1);
}

} // namespace

class HostileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesOfText();
    void everyPage();

private:
    void checkWindow(const Program& p, const char* where);
};

void HostileTest::linesOfText()
{
    const auto line = [](const char* text) { return shownLine(text); };
    QCOMPARE(line("a\tb\r\n c"), QStringLiteral("a b c"));
    QCOMPARE(line("  \n a "), QStringLiteral("a"));
    QCOMPARE(line("<b>x</b> &amp;"), QStringLiteral("<b>x</b> &amp;"));
    QCOMPARE(line("a\xE2\x80\xAE" "b"), QStringLiteral("ab"));
    QCOMPARE(shownLine(std::string(100'000, 'x')).size(), kMostInLine + 1);
    QCOMPARE(shown(std::string(100'000, 'x')).size(), kMostShown + 1);
    QCOMPARE(shownLine(std::string("nul\0inside", 10)), QStringLiteral("nulinside"));
    // Half a pair of surrogates is no character.
    std::string faces;
    for (int i = 0; i < 400; ++i)
        faces += "\xF0\x9F\x8D\xBF";
    QVERIFY(shownLine(faces).isValidUtf16());
    QCOMPARE(line("Z\xCC\x80\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85").size(), qsizetype{5});
    QVERIFY(!shownTitle("\xE2\x80\x8B").trimmed().isEmpty());
    QVERIFY(shownTitle("\xE2\x80\x8B") != line("\xE2\x80\x8B"));
    QCOMPARE(shownTitle("8½"), QString::fromUtf8("8½"));
    QCOMPARE(shownTitle("臥虎藏龍"), QString::fromUtf8("臥虎藏龍"));
}

void HostileTest::checkWindow(const Program& p, const char* where)
{
    for (const QLabel* label : p.window->findChildren<QLabel*>())
        QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                 qPrintable(QLatin1String(where) + QStringLiteral(": ") + label->text().left(80)));
    for (const ElidedLabel* label : p.window->findChildren<ElidedLabel*>())
        QVERIFY2(isInert(label->text(), false), where);
    for (const QWidget* widget : p.window->findChildren<QWidget*>()) {
        // What a tooltip reads as markup must be what we escaped ourselves.
        const QString tip = widget->toolTip();
        QVERIFY2(!Qt::mightBeRichText(tip) || tip.startsWith(QStringLiteral("<p style='white-space:pre'>")),
                 qPrintable(QLatin1String(where) + QStringLiteral(": ") + tip.left(80)));
        QVERIFY2(!tip.contains(QStringLiteral("<img")), where);
        // No mnemonic comes out of data.
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            QVERIFY2(button->shortcut().isEmpty() || !button->text().contains(QStringLiteral("Mnemonic")), where);
        QVERIFY2(!qobject_cast<const QTextEdit*>(widget), "nothing that renders markup");
        if (widget->isVisible())
            QVERIFY2(widget->width() <= p.window->width() || widget->objectName() == QLatin1String("twScrollContent"),
                     qPrintable(QLatin1String(where) + QStringLiteral(": ") + QLatin1String(widget->metaObject()->className())));
    }
}

void HostileTest::everyPage()
{
    TempFolder folder;
    Program p(folder.path(), {hostileCatalogue(folder)});
    QVERIFY(p.start());
    const auto session = p.workspace.session();
    QCOMPARE(session->catalog->size(), titles("x").size());
    for (const Item& item : session->catalog->items()) {
        const ItemFace face = itemFace(*session, item.id);
        QVERIFY(!face.title.isEmpty());
        for (const QString& line : {face.title, face.originalTitle, face.cardLine(), face.metaLine(), face.key})
            QVERIFY2(isInert(line, line != face.titleWithYear()) || line.size() <= 4 * kMostInLine, qPrintable(line.left(90)));
        QVERIFY(isInert(face.overview, false));
    }
    p.trace.startPulse();
    for (const Item& item : session->catalog->items())
        p.workspace.act(Act::Liked, item.id, Source::Search, QStringLiteral("<b>&query</b>"));
    QTRY_COMPARE(p.count(ItemState::Liked), session->catalog->size());
    for (std::size_t page = 0; page < kPageNames.size(); ++page) {
        p.window->showPage(static_cast<PageId>(page));
        QVERIFY(p.waitWhole());
        checkWindow(p, kPageNames[page]);
        p.picture(qPrintable(QStringLiteral("hostile-%1").arg(QLatin1String(kPageNames[page]))));
    }
    for (const QString& query : {QStringLiteral("bold"), QStringLiteral("love"), QStringLiteral("<img src='x'>")}) {
        p.window->showPage(PageId::Discover);
        p.presenters.search.searchNow(query);
        QTRY_VERIFY(p.presenters.search.state() == SearchState::Results
                    || p.presenters.search.state() == SearchState::NoMatch);
        QVERIFY(p.waitWhole());
        checkWindow(p, "search");
    }
    p.picture("hostile-search");
    for (const Item& item : session->catalog->items()) {
        p.presenters.details.open(item.id);
        QVERIFY(p.waitWhole());
        checkWindow(p, "details");
    }
    p.presenters.details.open(session->catalog->items().front().id);
    QVERIFY(p.waitWhole());
    p.picture("hostile-details");
    // A film's menu and the list of commands.
    QTest::keyClick(p.window.get(), Qt::Key_K, Qt::ControlModifier);
    p.type(QStringLiteral("bold"));
    checkWindow(p, "commands");
    p.picture("hostile-commands");
    p.key(Qt::Key_Escape);
    // Banners and jobs about files with such names.
    Q_EMIT p.workspace.failed({ErrorCode::FormatBroken, "/x/<b>%1<img src='/dev/zero'>.csv", "<i>\x1b[31m</i>", 3}, Attempt::Import);
    checkWindow(p, "banner");
    p.picture("hostile-banner");
    QVERIFY(p.trace.pulses() > 0);
    if (qEnvironmentVariableIsSet("TASTEWALK_TEST_FIGURES"))
        qInfo("hostile catalogue: %.0f ms at most without an answer", p.trace.longestPause());
}

static const tw::test::RegisterWindowTest<HostileTest> kHostile;
#include "test_hostile.moc"
