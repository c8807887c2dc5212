// SPDX-License-Identifier: GPL-3.0-or-later
// What can be reached with keys alone, and what a screen reader hears there.
#include "tests/gui/window/window_fixture.h"
#include "ui/widgets/kit/focus_ring.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QShortcut>

#include <set>

using namespace tw;
using namespace tw::ui;
using tw::test::Program;
using tw::test::TempFolder;

class FocusTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyStopHasAName_data();
    void everyStopHasAName();
    void partsByF6();
    void noTwoActionsShareAShortcut();
    void lettersAreTextInFields();
    void cleanupTestCase() { m_program.reset(); }

private:
    static QString nameOf(QWidget* widget);
    std::vector<QWidget*> walk(Qt::Key key, Qt::KeyboardModifiers modifiers);

    TempFolder m_folder;
    std::unique_ptr<Program> m_program;
};

void FocusTest::initTestCase()
{
    m_program = std::make_unique<Program>(m_folder.path(), std::vector{tw::test::someFilms(m_folder, 120)});
    QVERIFY(m_program->start());
    for (const char* title : {"12 Angry Men", "2001: A Space Odyssey"}) {
        const ItemId item = m_program->film(title);
        if (item.isValid())
            m_program->workspace.act(Act::Liked, item, Source::Search);
    }
    for (std::uint32_t i = 0; i < 3; ++i)
        m_program->workspace.act(Act::Liked, ItemId(i), Source::Search);
    QTRY_VERIFY(m_program->count(ItemState::Liked) >= 3);
}

/// The name a screen reader says: the widget's own, or that of the nearest ancestor that is not the window.
QString FocusTest::nameOf(QWidget* widget)
{
    for (QWidget* at = widget; at && !at->isWindow(); at = at->parentWidget()) {
        const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(at);
        const QString name = accessible ? accessible->text(QAccessible::Name) : QString();
        if (!name.isEmpty())
            return name;
    }
    return {};
}

std::vector<QWidget*> FocusTest::walk(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    constexpr std::size_t kMost = 300;
    std::vector<QWidget*> stops{QApplication::focusWidget()};
    while (stops.size() < kMost) {
        QTest::keyClick(stops.back(), key, modifiers);
        QWidget* now = QApplication::focusWidget();
        if (!now || now == stops.front())
            return stops;
        stops.push_back(now);
    }
    return {};
}

void FocusTest::everyStopHasAName_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<int>("width");
    for (std::size_t page = 0; page < kPageNames.size(); ++page)
        for (const int width : {1440, 1024})
            QTest::addRow("%s %d", kPageNames[page], width) << static_cast<int>(page) << width;
}

void FocusTest::everyStopHasAName()
{
    QFETCH(int, page);
    QFETCH(int, width);
    Program& p = *m_program;
    p.window->resize(width, 700);
    p.showPage(static_cast<PageId>(page));
    QVERIFY(p.waitWhole());
    QVERIFY2(QApplication::focusWidget(), "a page takes the focus when it is shown");
    const auto forward = walk(Qt::Key_Tab, Qt::NoModifier);
    QVERIFY2(forward.size() > 5, "Tab does not come round");
    for (QWidget* stop : forward) {
        const QString name = nameOf(stop);
        QVERIFY2(!name.isEmpty(), qPrintable(QStringLiteral("no name: %1 \"%2\" in \"%3\"")
                                                 .arg(QLatin1String(stop->metaObject()->className()), stop->objectName(),
                                                      stop->parentWidget() ? stop->parentWidget()->objectName() : QString())));
        QVERIFY2(stop->isVisible() && stop->isEnabled(), qPrintable(name));
    }
    const auto backward = walk(Qt::Key_Backtab, Qt::ShiftModifier);
    const std::set<QWidget*> there(forward.begin(), forward.end());
    const std::set<QWidget*> back(backward.begin(), backward.end());
    for (QWidget* stop : there)
        QVERIFY2(back.contains(stop), qPrintable(QStringLiteral("not on the way back: %1").arg(nameOf(stop))));
    QCOMPARE(backward.size(), forward.size());
    QVERIFY(keyboardFocusVisible());
}

void FocusTest::partsByF6()
{
    Program& p = *m_program;
    p.window->resize(1440, 900);
    p.showPage(PageId::Discover);
    std::set<QWidget*> stops;
    for (int i = 0; i < 6; ++i) {
        p.key(Qt::Key_F6);
        QVERIFY(QApplication::focusWidget());
        stops.insert(QApplication::focusWidget());
    }
    QVERIFY2(stops.size() >= 3, "navigation, page and panel each take the focus");
}

void FocusTest::noTwoActionsShareAShortcut()
{
    Program& p = *m_program;
    std::map<QString, QString> taken;
    const auto take = [&taken](const QKeySequence& key, const QString& who) {
        const QString text = key.toString(QKeySequence::PortableText);
        if (text.isEmpty())
            return QString();
        const auto [at, fresh] = taken.emplace(text, who);
        return fresh || at->second == who ? QString()
                                          : QStringLiteral("%1: %2 and %3").arg(text, at->second, who);
    };
    for (const ActionInfo& info : ActionRegistry::table())
        for (const QString& key : QString::fromLatin1(info.shortcuts).split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            const QKeySequence sequence(key, QKeySequence::PortableText);
            QVERIFY2(!sequence.isEmpty() && sequence[0].key() != Qt::Key_unknown, qPrintable(key));
            const QString clash = take(sequence, QString::fromLatin1(info.name));
            QVERIFY2(clash.isEmpty(), qPrintable(clash));
        }
    // Nor does anything in the window take a key that the table gives away.
    for (const QAction* action : p.window->findChildren<QAction*>()) {
        if (action->parent() == &p.window->actions())
            continue;
        for (const QKeySequence& key : action->shortcuts())
            QVERIFY2(!taken.contains(key.toString(QKeySequence::PortableText)), qPrintable(action->text()));
    }
    for (const QShortcut* shortcut : p.window->findChildren<QShortcut*>())
        if (shortcut->context() != Qt::WidgetShortcut && shortcut->context() != Qt::WidgetWithChildrenShortcut)
            QVERIFY2(!taken.contains(shortcut->key().toString(QKeySequence::PortableText)),
                     qPrintable(shortcut->key().toString()));
    QVERIFY(taken.size() > 25);
}

void FocusTest::lettersAreTextInFields()
{
    Program& p = *m_program;
    p.showPage(PageId::Discover);
    QTest::keyClick(p.window.get(), Qt::Key_F, Qt::ControlModifier);
    const auto seed = p.workspace.settings().seed;
    const auto memory = p.workspace.settings().memory;
    p.type(QStringLiteral("r[-/?0"));
    QCOMPARE(p.presenters.search.query(), QStringLiteral("r[-/?0"));
    QCOMPARE(p.workspace.settings().seed, seed);
    QCOMPARE(p.workspace.settings().memory, memory);
}

static const tw::test::RegisterWindowTest<FocusTest> kFocus;
#include "test_focus.moc"
