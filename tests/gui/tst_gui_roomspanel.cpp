// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/samples.h"
#include "tests/support/manualclock.h"
#include "ui/rooms/roomspanel.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// Only a person chooses a room, except the first one.
class TestRoomsPanel : public QObject {
    Q_OBJECT

    ManualClock m_clock;

    static RoomStatePtr roomNamed(const QString &id) { return std::make_shared<const RoomState>(room(id, {})); }

private Q_SLOTS:
    void init() { failOnAnyGuiWarning(); }

    void firstRoomIsChosenAndStays()
    {
        RoomModel rooms;
        RoomsPanel panel(rooms, m_clock);
        QSignalSpy chosen(&panel, &RoomsPanel::roomChosen);
        rooms.apply({roomNamed(u"m"_s)});
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(panel.chosen(), RoomId(u"m"_s));
        rooms.apply({roomNamed(u"a"_s), roomNamed(u"z"_s)});
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(panel.chosen(), RoomId(u"m"_s));
    }

    void filteringChoosesNothing()
    {
        RoomModel rooms;
        RoomsPanel panel(rooms, m_clock);
        rooms.apply({roomNamed(u"alpha"_s), roomNamed(u"beta"_s)});
        panel.choose(RoomId(u"alpha"_s));
        QSignalSpy chosen(&panel, &RoomsPanel::roomChosen);
        auto *filter = panel.findChild<QLineEdit *>();
        filter->setText(u"BET"_s);
        QCOMPARE(panel.view()->model()->rowCount(), 1);
        filter->setText(u" bet  "_s);
        QCOMPARE(panel.view()->model()->rowCount(), 1);
        QCOMPARE(panel.chosen(), RoomId(u"alpha"_s));
        QVERIFY(!panel.view()->selectionModel()->hasSelection());
        filter->clear();
        QCOMPARE(panel.view()->currentIndex().data(RoomModel::RoomIdRole).toString(), u"alpha"_s);
        QCOMPARE(chosen.size(), 0);
    }

    void choosingAHiddenRoomClearsTheFilter()
    {
        RoomModel rooms;
        RoomsPanel panel(rooms, m_clock);
        rooms.apply({roomNamed(u"alpha"_s), roomNamed(u"beta"_s)});
        auto *filter = panel.findChild<QLineEdit *>();
        filter->setText(u"alpha"_s);
        panel.choose(RoomId(u"beta"_s));
        QVERIFY(filter->text().isEmpty());
        QCOMPARE(panel.chosen(), RoomId(u"beta"_s));
        panel.choose(RoomId(u"nowhere"_s));
        QCOMPARE(panel.chosen(), RoomId(u"beta"_s));
    }

    void aRoomThatIsNotKnownForAWhileStaysChosen()
    {
        RoomModel rooms;
        RoomsPanel panel(rooms, m_clock);
        rooms.apply({roomNamed(u"a"_s), roomNamed(u"b"_s), roomNamed(u"c"_s)});
        panel.choose(RoomId(u"b"_s));
        QSignalSpy chosen(&panel, &RoomsPanel::roomChosen);
        rooms.show({roomNamed(u"a"_s), roomNamed(u"c"_s)});
        QVERIFY(!panel.view()->selectionModel()->hasSelection());
        rooms.show({});
        rooms.show({roomNamed(u"c"_s)});
        QVERIFY(!panel.view()->selectionModel()->hasSelection());
        QCOMPARE(panel.chosen(), RoomId(u"b"_s));
        rooms.show({roomNamed(u"a"_s), roomNamed(u"b"_s), roomNamed(u"c"_s)});
        QCOMPARE(panel.view()->currentIndex().data(RoomModel::RoomIdRole).toString(), u"b"_s);
        QCOMPARE(chosen.size(), 0);
        // Nobody is kept from choosing another one.
        panel.choose(RoomId(u"c"_s));
        QCOMPARE(chosen.size(), 1);
    }
};

QTEST_MAIN(TestRoomsPanel)
#include "tst_gui_roomspanel.moc"
