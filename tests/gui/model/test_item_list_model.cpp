// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/model/library_fixture.h"
#include "ui/model/item_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

using namespace tw;
using namespace tw::ui;

namespace {

std::shared_ptr<const Session> sessionWith(std::uint32_t items, std::vector<TasteEvent> events = {})
{
    std::vector<Item> made(items);
    for (std::uint32_t i = 0; i < items; ++i) {
        made[i].id = ItemId(i);
        made[i].key = made[i].title = "film " + std::to_string(i);
        made[i].year = 1950 + static_cast<int>(i);
    }
    Session session;
    session.catalog = std::make_shared<const Catalog>(std::move(made));
    session.history = std::make_shared<const TasteHistory>(std::move(events));
    return std::make_shared<const Session>(std::move(session));
}

std::vector<ListEntry> entries(const std::vector<std::uint32_t>& ids)
{
    std::vector<ListEntry> list;
    for (const auto id : ids) {
        ListEntry entry;
        entry.item = ItemId(id);
        entry.score = 0.5F;
        list.push_back(entry);
    }
    return list;
}

} // namespace

class ItemListModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void swapsKeepTheSelectedFilm()
    {
        ItemListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSession(sessionWith(60));
        std::mt19937 random(7);
        std::vector<std::uint32_t> all(60);
        for (std::uint32_t i = 0; i < 60; ++i)
            all[i] = i;
        model.setEntries(entries({1, 2, 3}));
        for (int round = 0; round < 200; ++round) {
            std::shuffle(all.begin(), all.end(), random);
            const std::vector<std::uint32_t> wanted(all.begin(), all.begin() + random() % 40);
            const int chosen = model.rowCount() > 0 ? static_cast<int>(random() % static_cast<unsigned>(model.rowCount())) : -1;
            const ItemId item = model.itemAt(chosen);
            const QPersistentModelIndex index = model.index(chosen);
            model.setEntries(entries(wanted));
            QCOMPARE(model.rowCount(), static_cast<int>(wanted.size()));
            for (std::size_t row = 0; row < wanted.size(); ++row) {
                QCOMPARE(model.itemAt(static_cast<int>(row)).value(), wanted[row]);
                QCOMPARE(model.rowOf(ItemId(wanted[row])), static_cast<int>(row));
            }
            const bool stays = std::find(wanted.begin(), wanted.end(), item.value()) != wanted.end();
            if (item.isValid()) {
                QCOMPARE(index.isValid(), stays);
                if (stays)
                    QCOMPARE(model.itemAt(index), item);
            }
        }
    }

    void nothingIsResetWhileAFilmStays()
    {
        ItemListModel model;
        model.setSession(sessionWith(10));
        model.setEntries(entries({1, 2, 3}));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setEntries(entries({1, 3, 4}));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(removed.count(), 1);
        model.setEntries(entries({8, 9}));
        QCOMPARE(reset.count(), 1);
    }

    void unknownAndRepeatedFilmsAreLeftOut()
    {
        ItemListModel model;
        model.setSession(sessionWith(5));
        model.setEntries(entries({1, 1, 77, 2}));
        QCOMPARE(model.rowCount(), 2);
        model.setSession(sessionWith(2));
        QCOMPARE(model.rowCount(), 1);
    }

    void standingsChangeInPlace()
    {
        ItemListModel model;
        model.setSession(sessionWith(10));
        model.setEntries(entries({1, 2, 3}));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        TasteEvent event;
        event.id = 1;
        event.item = ItemId(2);
        auto next = *sessionWith(10);
        auto same = std::make_shared<Session>(*sessionWith(10, {event}));
        same->catalog = next.catalog;
        model.setSession(std::make_shared<const Session>(next));
        changed.clear();
        model.setSession(same);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
        QVERIFY(model.index(1).data(ItemListModel::LikedRole).toBool());
        QVERIFY(!model.index(0).data(ItemListModel::LikedRole).toBool());
        QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Liked")));
        QCOMPARE(model.index(1).data(ItemListModel::ScoreTextRole).toString(), QStringLiteral("0.50"));
        QCOMPARE(model.index(1).data(ItemListModel::FaceRole).value<ItemFace>().year, 1952);
    }
};

static const tw::test::RegisterModelTest<ItemListModelTest> registered;
#include "test_item_list_model.moc"
