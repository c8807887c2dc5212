// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the library: catalogue and import, spaces and embedders, index, storage, other libraries.
#include "tests/gui/window/window_fixture.h"
#include "tests/support/fake_ollama_server.h"
#include "ui/widgets/kit/segment.h"
#include "ui/widgets/kit/value_slider.h"
#include "ui/widgets/library/library_page.h"
#include "ui/widgets/library/spaces_table.h"

#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>

#include <fstream>

using namespace tw;
using namespace tw::ui;
using tw::test::FakeOllamaServer;
using tw::test::Program;
using tw::test::TempFolder;

namespace {

/// What wraps needs less height where it is wide.
int leastHeight(const QWidget* part)
{
    const QLayout* layout = part->layout();
    if (layout && layout->hasHeightForWidth())
        return layout->minimumHeightForWidth(part->width());
    const int least = part->minimumSizeHint().height();
    return part->hasHeightForWidth() ? std::min(least, part->heightForWidth(part->width())) : least;
}

} // namespace

class LibraryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_program.reset(); }
    void serverNotThere();
    void embedWithServer();
    void switchSpaces();
    void removeSpace();
    void rebuildIndex();
    void bringVectors();
    void storage();
    void narrow();
    void otherLibrary();

private:
    void show(LibraryPage::Section section);
    void setAddress(const QString& address);
    /// While a space is swapped there may be none for a moment.
    std::optional<IndexKind> indexKind() const
    {
        const auto session = m_program->workspace.session();
        return session->space.index ? std::optional(session->space.index->kind()) : std::nullopt;
    }
    const EmbedderStep& step(std::size_t number) const { return m_program->presenters.library.steps()[number - 1]; }

    TempFolder m_folder;
    FakeOllamaServer m_server;
    std::unique_ptr<Program> m_program;
};

void LibraryTest::initTestCase()
{
    m_program = std::make_unique<Program>(m_folder.path(), std::vector{tw::test::someFilms(m_folder, 60)});
    QVERIFY(m_program->start());
    m_program->showPage(PageId::Library);
    QVERIFY(m_program->waitWhole());
}

void LibraryTest::show(LibraryPage::Section section)
{
    m_program->find<LibraryPage>("libraryPage")->showSection(section);
}

void LibraryTest::setAddress(const QString& address)
{
    auto* field = m_program->find<QLineEdit>("serverAddress");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, address);
    QTest::keyClick(field, Qt::Key_Return);
}

void LibraryTest::serverNotThere()
{
    show(LibraryPage::Section::Spaces);
    m_program->picture("library-spaces");
    setAddress(QStringLiteral("127.0.0.1:1"));
    QTest::mouseClick(m_program->find<QPushButton>("checkServerButton"), Qt::LeftButton);
    QTRY_COMPARE(step(1).state, StepState::Failed);
    QVERIFY(m_program->presenters.library.checkError().has_value());
    QVERIFY(!m_program->find<QPushButton>("embedButton")->isEnabled());
    auto* row = m_program->find<QWidget>("embedderStep.1");
    QVERIFY2(row->accessibleName().contains(step(1).title), "the step says it");
    m_program->picture("library-server-away");
}

void LibraryTest::embedWithServer()
{
    setAddress(QString::fromStdString(m_server.url()));
    QTest::mouseClick(m_program->find<QPushButton>("checkServerButton"), Qt::LeftButton);
    QTRY_COMPARE(step(3).state, StepState::Done);
    QCOMPARE(step(1).state, StepState::Done);
    QCOMPARE(m_program->find<QComboBox>("modelBox")->currentText(), QStringLiteral("nomic-embed-text:latest"));
    QVERIFY(m_program->find<QLineEdit>("documentPrefix")->text().startsWith(QStringLiteral("search_document")));
    auto* embed = m_program->find<QPushButton>("embedButton");
    QTRY_VERIFY(embed->isEnabled());
    QTest::mouseClick(embed, Qt::LeftButton);
    SpacesModel& spaces = *m_program->presenters.library.spaces();
    QTRY_COMPARE_WITH_TIMEOUT(spaces.rowCount(), 2, 20'000);
    QTRY_COMPARE(step(4).state, StepState::Done);
    QTRY_COMPARE(m_program->activeSpace(), std::string("ollama-nomic-embed-text"));
    QVERIFY(m_server.textsEmbedded() >= 60);
    m_program->picture("library-embedded");
}

void LibraryTest::switchSpaces()
{
    SpacesModel& spaces = *m_program->presenters.library.spaces();
    auto* table = m_program->find<SpacesTable>("spacesTable");
    table->setFocus();
    const int builtin = spaces.rowOf(QStringLiteral("builtin"));
    QVERIFY(builtin >= 0);
    table->setCurrentIndex(spaces.index(builtin, 0));
    m_program->key(Qt::Key_Return);
    QTRY_COMPARE(m_program->activeSpace(), std::string("builtin"));
    QTRY_VERIFY(spaces.index(builtin, 0).data(SpacesModel::ActiveRole).toBool());
    const int other = 1 - builtin;
    QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier,
                      table->visualRect(spaces.index(other, 0)).topLeft() + QPoint(18, 18));
    QTRY_VERIFY(spaces.index(other, 0).data(SpacesModel::ActiveRole).toBool());
}

void LibraryTest::removeSpace()
{
    SpacesModel& spaces = *m_program->presenters.library.spaces();
    auto* table = m_program->find<SpacesTable>("spacesTable");
    table->setFocus();
    const int other = 1 - spaces.rowOf(QStringLiteral("builtin"));
    table->setCurrentIndex(spaces.index(other, 0));
    m_program->dialogs.yes = false;
    m_program->key(Qt::Key_Delete);
    QCOMPARE(m_program->dialogs.asked.size(), 1);
    QCOMPARE(spaces.rowCount(), 2);
    m_program->dialogs.yes = true;
    m_program->key(Qt::Key_Delete);
    QTRY_COMPARE(spaces.rowCount(), 1);
    QTRY_COMPARE(m_program->activeSpace(), std::string("builtin"));
}

void LibraryTest::rebuildIndex()
{
    show(LibraryPage::Section::Index);
    m_program->picture("library-index");
    auto* links = m_program->find<SliderRow>("linksSlider");
    QVERIFY2(!links, "an exact index has no links");
    QVERIFY2(!m_program->find<QPushButton>("measureButton")->isEnabled(), "60 films are not worth measuring");
    QVERIFY2(m_program->find<QWidget>("measureWords"), "and it says so");
    m_program->find<QAbstractButton>("indexKind.hnsw")->click();
    links = m_program->find<SliderRow>("linksSlider");
    QVERIFY(links);
    links->slider()->setFocus();
    m_program->key(Qt::Key_Home);
    m_program->picture("library-index-graph");
    QTest::mouseClick(m_program->find<QPushButton>("rebuildButton"), Qt::LeftButton);
    QTRY_VERIFY(indexKind() == IndexKind::Hnsw);
    QCOMPARE(m_program->workspace.session()->space.index->options().m, 4);
    QTRY_VERIFY(m_program->find<QPushButton>("rebuildButton")->isEnabled());
    m_program->find<QAbstractButton>("indexKind.exact")->click();
    QTest::mouseClick(m_program->find<QPushButton>("rebuildButton"), Qt::LeftButton);
    QTRY_VERIFY(indexKind() == IndexKind::Exact);
}

void LibraryTest::bringVectors()
{
    show(LibraryPage::Section::Spaces);
    const auto file = m_folder / "factors.csv";
    std::ofstream out(file);
    const auto session = m_program->workspace.session();
    for (std::uint32_t i = 0; i < session->catalog->size(); ++i)
        out << session->catalog->item(ItemId(i)).key << ',' << i + 1 << ",2," << i * i << ",1\n";
    out << "no-such-film,1,2,3,4\n";
    out.close();
    m_program->dialogs.files = {QString::fromStdString(file.string())};
    QTest::mouseClick(m_program->find<QPushButton>("bringVectorsButton"), Qt::LeftButton);
    m_program->dialogs.files.clear();
    auto* name = m_program->find<QLineEdit>("vectorsName");
    QVERIFY(name);
    QCOMPARE(name->text(), QStringLiteral("factors"));
    m_program->find<Segment>("vectorsMetric")->setCurrentId(static_cast<int>(Metric::InnerProduct));
    m_program->picture("library-vectors");
    QTest::mouseClick(m_program->find<QPushButton>("vectorsBringButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_program->activeSpace(), std::string("imported-factors"), 20'000);
    QTRY_VERIFY(m_program->find<QWidget>("vectorsLeftOut"));
    m_program->picture("library-vectors-there");
    m_program->workspace.useSpace(QStringLiteral("builtin"));
    QTRY_COMPARE(m_program->activeSpace(), std::string("builtin"));
    m_program->workspace.removeSpace(QStringLiteral("imported-factors"));
    QTRY_COMPARE(m_program->presenters.library.spaces()->rowCount(), 1);
}

void LibraryTest::storage()
{
    show(LibraryPage::Section::Storage);
    QTRY_VERIFY(!m_program->presenters.library.storage().empty());
    QVERIFY(m_program->find<QLabel>("libraryFolder")->text().endsWith(QStringLiteral("Films")));
    m_program->picture("library-storage");
}

void LibraryTest::narrow()
{
    m_program->window->resize(1024, 640);
    for (const auto section : {LibraryPage::Section::Catalogue, LibraryPage::Section::Spaces, LibraryPage::Section::Index,
                               LibraryPage::Section::Storage}) {
        show(section);
        auto* page = m_program->find<LibraryPage>("libraryPage");
        QTRY_VERIFY(page->width() <= 1024);
        // One part below another: nothing may be wider than the page.
        for (QPushButton* button : page->findChildren<QPushButton*>())
            if (button->isVisible())
                QTRY_VERIFY2(button->mapTo(page, QPoint(button->width(), 0)).x() <= page->width(),
                             qPrintable(button->text()));
        // Nor may anything be squeezed: what has no room is scrolled to.
        for (QWidget* part : page->findChildren<QWidget*>())
            if (part->isVisible() && !qobject_cast<QAbstractScrollArea*>(part))
                QTRY_VERIFY2(part->height() >= leastHeight(part),
                             qPrintable(QStringLiteral("%1 %2: %3 of %4")
                                            .arg(QLatin1String(part->metaObject()->className()), part->objectName())
                                            .arg(part->height())
                                            .arg(leastHeight(part))));
        m_program->picture(qPrintable(QStringLiteral("library-narrow-%1").arg(static_cast<int>(section))));
    }
    m_program->window->resize(1440, 900);
}

void LibraryTest::otherLibrary()
{
    m_program->dialogs.folder = QString::fromStdString((m_folder / "Second").string());
    QTest::mouseClick(m_program->find<QPushButton>("newLibraryButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_program->workspace.libraryName(), QStringLiteral("Second"), 60'000);
    QVERIFY(m_program->waitWhole());
    auto* box = m_program->find<QComboBox>("libraryBox");
    QTRY_COMPARE(box->currentText(), QStringLiteral("Second"));
    const int first = box->findText(QStringLiteral("Films"));
    QVERIFY2(first >= 0, "the library before is offered again");
    Q_EMIT box->activated(first);
    QTRY_COMPARE(m_program->workspace.libraryName(), QStringLiteral("Films"));
}

static const tw::test::RegisterWindowTest<LibraryTest> kLibrary;
#include "test_library.moc"
