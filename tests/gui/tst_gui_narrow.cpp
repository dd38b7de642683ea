// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/activitymodel.h"
#include "tests/gui/shownseats.h"
#include "tests/support/manualclock.h"
#include "ui/activity/activitypanel.h"
#include "ui/captures/capturespanel.h"
#include "ui/rooms/roomspanel.h"
#include "ui/seats/roomheader.h"
#include "ui/theme/columnfit.h"
#include "ui/theme/widgets.h"
#include "ui/timeline/notliveline.h"

#include <QHeaderView>
#include <QLabel>
#include <QStandardItemModel>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// What matters stays in sight when there is little room.
class TestNarrow : public QObject {
    Q_OBJECT

    ManualClock m_clock;

    static void show(QWidget &widget, int width)
    {
        widget.resize(width, 300);
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
    }
    static QString notLive(const QWidget &panel) { return panel.findChild<NotLiveLine *>()->text(); }

private Q_SLOTS:
    void init() { failOnAnyGuiWarning(); }

    void columnsGiveWayInTheirOrder_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QList<int>>("widths");
        QTest::newRow("room for all") << 400 << QList<int>{100, 100};
        QTest::newRow("the first is narrower") << 270 << QList<int>{70, 100};
        QTest::newRow("the second too") << 240 << QList<int>{60, 80};
        QTest::newRow("the second goes") << 190 << QList<int>{60, 0};
        QTest::newRow("the first stays, come what may") << 50 << QList<int>{60, 0};
    }
    void columnsGiveWayInTheirOrder()
    {
        QFETCH(const int, width);
        QStandardItemModel model(1, 3);
        QTableView view;
        view.setModel(&model);
        view.verticalHeader()->hide();
        view.setFrameShape(QFrame::NoFrame);
        view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        view.horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
        auto *columns = new ColumnFit(&view, {{0, 100, 60}, {1, 100, 70, true}}, 100);
        show(view, 400);
        view.resize(width, 300);
        const QHeaderView *header = view.horizontalHeader();
        QTEST((QList<int>{header->sectionSize(0), header->sectionSize(1)}), "widths");
        view.resize(400, 300);
        QCOMPARE(header->sectionSize(1), 100);
        columns->setWanted(1, false);
        QVERIFY(header->isSectionHidden(1));
        view.resize(width, 300);
        QVERIFY(header->isSectionHidden(1));
    }

    void whatAPersonSetsStays()
    {
        QStandardItemModel model(1, 2);
        QTableView view;
        view.setModel(&model);
        new ColumnFit(&view, {{0, 100, 60}}, 100);
        show(view, 400);
        view.horizontalHeader()->resizeSection(0, 90);
        view.resize(150, 300);
        QCOMPARE(view.horizontalHeader()->sectionSize(0), 90);
        view.resize(400, 300);
        QCOMPARE(view.horizontalHeader()->sectionSize(0), 90);
    }

    void roomsKeepTheirIds()
    {
        RoomModel rooms;
        RoomsPanel panel(rooms, m_clock);
        show(panel, panel.minimumWidth());
        rooms.apply({std::make_shared<const RoomState>(roomOf(8))});
        const QHeaderView *header = panel.view()->horizontalHeader();
        const int id = columnWidth(panel.view(), u"live_10000"_s, fixedFont(), true);
        QVERIFY(header->sectionSize(RoomModel::IdColumn) >= id);
        panel.resize(280, 300);
        QVERIFY(header->sectionSize(RoomModel::IdColumn) >= id);
        QVERIFY(!header->isSectionHidden(RoomModel::TakenColumn));
        panel.resize(400, 300);
        QVERIFY(!header->isSectionHidden(RoomModel::LastColumn));
    }

    void manyTakenSeatsAreANumberThatFits_data()
    {
        QTest::addColumn<int>("seats");
        QTest::addColumn<QString>("taken");
        QTest::newRow("eight") << 8 << u"5/8"_s;
        QTest::newRow("a hundred") << 100 << u"66/100"_s;
        QTest::newRow("a thousand") << 1000 << u"666"_s;
    }
    void manyTakenSeatsAreANumberThatFits()
    {
        QFETCH(const int, seats);
        RoomModel rooms;
        RoomsPanel panel(rooms, m_clock);
        rooms.apply({std::make_shared<const RoomState>(roomOf(seats))});
        const QModelIndex taken = panel.view()->model()->index(0, RoomModel::TakenColumn);
        QTEST(taken.data().toString(), "taken");
        QVERIFY(taken.data(Qt::ToolTipRole).toString().contains(u" of %1"_s.arg(seats)));
    }

    void sentencesKeepTheirRoom()
    {
        ActivityModel activities{Sequence()};
        ActivityPanel panel(activities, m_clock);
        Batch batch;
        batch.captures.push_back(capture(1));
        Activity created;
        created.sequence = Sequence(1);
        created.room = RoomId(u"rid"_s);
        created.kind = ActivityKind::RoomCreated;
        batch.activities.push_back(created);
        activities.apply(batch);
        show(panel, 300);
        const QHeaderView *header = panel.view()->horizontalHeader();
        QVERIFY(header->sectionSize(ActivityModel::WhatColumn) > 250);
        panel.resize(700, 300);
        for (const int column : {ActivityModel::SequenceColumn, ActivityModel::TimeColumn, ActivityModel::RoomColumn})
            QVERIFY(!header->isSectionHidden(column));
        QVERIFY(header->sectionSize(ActivityModel::WhatColumn) > 300);
    }

    void flagsAreInSightBesideTheFeed()
    {
        CaptureLogModel captures;
        CaptureFilterModel filtered(captures);
        CapturesPanel panel(filtered, m_clock);
        captures.append({capture(1)});
        show(panel, 840);
        const QHeaderView *header = panel.view()->horizontalHeader();
        const int right = header->sectionViewportPosition(CaptureLogModel::FlagsColumn) +
                          header->sectionSize(CaptureLogModel::FlagsColumn);
        QVERIFY2(right <= panel.view()->viewport()->width(), qPrintable(QString::number(right)));
        QVERIFY(header->sectionSize(CaptureLogModel::FlagsColumn) >=
                columnWidth(panel.view(), u"duplicate"_s, panel.font(), true));
        panel.resize(1440, 300);
        QVERIFY(header->sectionSize(CaptureLogModel::TimeColumn) >=
                columnWidth(panel.view(), u"00:00:00.000 000"_s, fixedFont()));
    }

    void whatIsCutSaysSo()
    {
        ShownSeats shown(m_clock);
        RoomState state = roomOf(8);
        state.seats.back().locked = true;
        shown.show(state);
        show(shown.panel, 320);
        const QLabel *seats = shown.panel.header()->seatsLabel();
        QVERIFY(seats->text().endsWith(u'…'));
        QCOMPARE(seats->accessibleName(), RoomHeader::seatsText(state));
        shown.panel.resize(1000, 300);
        QCOMPARE(seats->text(), RoomHeader::seatsText(state));
    }

    void roomsAndLogSayWhenTheyAreNotLive()
    {
        RoomModel rooms;
        RoomsPanel list(rooms, m_clock);
        CaptureLogModel captures;
        CaptureFilterModel filtered(captures);
        CapturesPanel log(filtered, m_clock);
        QVERIFY(notLive(list).isEmpty() && list.findChild<NotLiveLine *>()->isHidden());
        RoomsAt moment;
        moment.asked = Sequence(37);
        list.setMoment(std::make_shared<const RoomsAt>(moment));
        log.setMoment(Sequence(37));
        QCOMPARE(notLive(list), u"Not live: #37"_s);
        QCOMPARE(notLive(log), u"Not live: what came after #37 is greyed"_s);
        QVERIFY(!list.findChild<NotLiveLine *>()->isHidden() && !log.findChild<NotLiveLine *>()->isHidden());
        list.setMoment(nullptr);
        log.setMoment({});
        QVERIFY(list.findChild<NotLiveLine *>()->isHidden() && log.findChild<NotLiveLine *>()->isHidden());
    }
};

QTEST_MAIN(TestNarrow)
#include "tst_gui_narrow.moc"
