// SPDX-License-Identifier: GPL-3.0-or-later
// The index page's presenter: what is wished, what it would take, what measuring on one's own data tells.
#include "tests/gui/model/library_fixture.h"

#include "ui/model/index_presenter.h"
#include "ui/model/index_text.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace tw;
using namespace tw::ui;
using tw::test::OpenLibrary;

namespace {

CurvePoint point(IndexKind kind, IndexLayout layout, int effort, double recall, double speed)
{
    CurvePoint made;
    made.kind = kind;
    made.layout = layout;
    made.effort = effort;
    made.recall = recall;
    made.queriesPerSecond = speed;
    made.median = 1000 / speed;
    made.slowest = 2000 / speed;
    return made;
}

const std::vector<CurvePoint> kPoints{point(IndexKind::Exact, IndexLayout::Small, 0, 1, 300),
                                      point(IndexKind::Hnsw, IndexLayout::Small, 16, 0.90, 8000),
                                      point(IndexKind::Hnsw, IndexLayout::Small, 64, 0.98, 2000)};

/// Tells its points one by one and ends as it is told to.
struct FakeMeasure {
    std::atomic<int> goOn = 0; ///< 1: to the end; 2: fail.
    std::vector<IndexOptions> asked;
    IndexPresenter::Measure function()
    {
        return [this](const IndexedVectors& vectors, const CurveRequest& request,
                      std::span<const std::shared_ptr<const VectorIndex>> ready,
                      const std::function<void(const CurvePoint&)>& onPoint,
                      const TaskContext& context) -> Result<IndexCurve> {
            asked = request.indexes;
            if (vectors.unit.rows() != test::kFilms || ready.size() != 1)
                return fail(ErrorCode::Internal, "vectors");
            for (const CurvePoint& one : kPoints)
                onPoint(one);
            context.report(Stage::Searching, 1, 2);
            while (goOn == 0) {
                TW_TRY(context.check());
                std::this_thread::yield();
            }
            if (goOn == 2)
                return fail(ErrorCode::Internal, "measure");
            IndexCurve curve;
            curve.points = kPoints;
            curve.queries = 70;
            CurveIndex graph;
            graph.options.kind = IndexKind::Hnsw;
            graph.options.layout = IndexLayout::Small;
            graph.options.m = 24;
            graph.facts.kind = IndexKind::Hnsw;
            graph.facts.layout = IndexLayout::Small;
            curve.indexes = {graph};
            return curve;
        };
    }
};

} // namespace

class IndexPresenterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void smallSpacesNeedNoMeasuring()
    {
        OpenLibrary library;
        IndexPresenter index(library.workspace);
        QVERIFY(index.measureState() == MeasureState::TooFew);
        index.measure();
        QVERIFY(index.measureState() == MeasureState::TooFew);
        library.workspace.close();
        QVERIFY(index.measureState() == MeasureState::NoSpace);
        QVERIFY(!index.choice());
        QVERIFY(!index.canRebuild());
    }

    void theWishFollowsTheIndexUntilItIsChanged()
    {
        OpenLibrary library;
        IndexPresenter index(library.workspace);
        QVERIFY(index.facts());
        QVERIFY(index.facts()->kind == IndexKind::Exact);
        QVERIFY(!index.differs());
        const auto choice = index.choice();
        QVERIFY(choice);
        QVERIFY(choice->options.kind == IndexKind::Exact);
        IndexOptions wish = index.wanted();
        wish.kind = IndexKind::Hnsw;
        wish.m = 8;
        index.setWanted(wish);
        QVERIFY(index.differs() && index.canRebuild());
        library.workspace.setMemory(12); // another change of the library leaves it
        QCOMPARE(index.wanted().m, 8);
        index.rebuild();
        QTRY_VERIFY(index.facts() && index.facts()->kind == IndexKind::Hnsw);
        QCOMPARE(index.wanted().m, 8);
        QTRY_VERIFY(!index.differs());
    }

    void automaticSaysWhy()
    {
        OpenLibrary library;
        IndexPresenter index(library.workspace);
        IndexOptions wish;
        const auto choice = index.choiceOf(wish);
        QVERIFY(choice);
        const QString why = choiceReasonText(*choice, wish, index.situation());
        QVERIFY2(why.contains(QStringLiteral("exact")) && why.contains(QStringLiteral("80")), qPrintable(why));
        wish.kind = IndexKind::Exact;
        QVERIFY(choiceReasonText(*index.choiceOf(wish), wish, index.situation()).isEmpty());
        QVERIFY2(!index.choiceOf([] {
            IndexOptions groups;
            groups.kind = IndexKind::IvfPq;
            return groups;
        }()), "80 films train no groups");
    }

    void measuringShowsPointsAsTheyCome()
    {
        OpenLibrary library;
        FakeMeasure fake;
        IndexPresenter index(library.workspace, nullptr, fake.function(), 10);
        QVERIFY(index.measureState() == MeasureState::Never);
        index.measure();
        QVERIFY(index.measureState() == MeasureState::Measuring);
        QTRY_COMPARE(index.curves().size(), std::size_t{2});
        QVERIFY(index.measureState() == MeasureState::Measuring);
        QVERIFY(index.measuring());
        QVERIFY(index.measuring()->kind == JobKind::Measure);
        fake.goOn = 1;
        QTRY_VERIFY(index.measureState() == MeasureState::Measured);
        QVERIFY(fake.asked.size() >= 2);
        QVERIFY(fake.asked.front().kind == IndexKind::Exact);
        QCOMPARE(index.queriesAsked(), std::size_t{70});
        QCOMPARE(index.curves()[1].points.size(), std::size_t{2});
        QVERIFY(index.here());
        QVERIFY(index.here()->kind == IndexKind::Exact);
    }

    void aPointBecomesTheWish()
    {
        OpenLibrary library;
        FakeMeasure fake;
        fake.goOn = 1;
        IndexPresenter index(library.workspace, nullptr, fake.function(), 10);
        index.measure();
        QTRY_VERIFY(index.measureState() == MeasureState::Measured);
        index.pick(kPoints[2]);
        QVERIFY(index.wanted().kind == IndexKind::Hnsw);
        QVERIFY(index.wanted().layout == IndexLayout::Small);
        QCOMPARE(index.wanted().efSearch, 64);
        QCOMPARE(index.wanted().m, 24); // the measured graph's own
        QVERIFY(index.differs());
        QCOMPARE(index.wished()->effort, 64);
        // Between two measured points: halfway in the logarithm of effort and speed.
        IndexOptions wish = index.wanted();
        wish.efSearch = 32;
        index.setWanted(wish);
        QVERIFY(index.wished());
        QVERIFY(std::abs(index.wished()->recall - 0.94) < 1e-9);
        QVERIFY(std::abs(index.wished()->queriesPerSecond - 4000) < 1e-6);
        index.pick(kPoints[0]);
        QVERIFY(index.wanted().kind == IndexKind::Exact);
    }

    void measuringCanBeStoppedAndCanFail()
    {
        OpenLibrary library;
        FakeMeasure fake;
        IndexPresenter index(library.workspace, nullptr, fake.function(), 10);
        index.measure();
        QTRY_VERIFY(!index.curves().empty());
        index.stopMeasuring();
        QTRY_VERIFY(index.measureState() == MeasureState::Stopped);
        QVERIFY2(!index.curves().empty(), "what was measured stays");
        QVERIFY(!index.error());
        fake.goOn = 2;
        index.measure();
        QTRY_VERIFY(index.measureState() == MeasureState::Failed);
        QVERIFY(index.error());
        fake.goOn = 1;
        index.measure();
        QTRY_VERIFY(index.measureState() == MeasureState::Measured);
        QVERIFY(!index.error());
    }

    void numbersReadWell()
    {
        QCOMPARE(speedText(7148), QStringLiteral("7,150"));
        QCOMPARE(speedText(83.2), QStringLiteral("83.2"));
        QCOMPARE(millisecondsText(0.1437), QStringLiteral("0.14 ms"));
        QCOMPARE(millisecondsText(12.34), QStringLiteral("12 ms"));
        QCOMPARE(millisecondsText(0.001), QStringLiteral("under 0.01 ms"));
        QCOMPARE(recallText(1), QStringLiteral("1.000"));
        QCOMPARE(recallText(0.9998), QStringLiteral("0.999")); // not all is not shown as all
        const QString all = pointText(kPoints[2]);
        QVERIFY2(all.contains(QStringLiteral("HNSW, small")) && all.contains(QStringLiteral("0.980"))
                     && all.contains(QStringLiteral("64")), qPrintable(all));
    }
};

static const tw::test::RegisterModelTest<IndexPresenterTest> kIndex;
#include "test_index.moc"
