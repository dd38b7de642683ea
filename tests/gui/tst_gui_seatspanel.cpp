// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/shownseats.h"
#include "tests/support/manualclock.h"
#include "tests/unit/room/roomevents.h"
#include "ui/theme/emptypage.h"

#include <QAbstractButton>
#include <QAction>
#include <QSettings>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// Table and map beside each other or one of them, with one selection.
class TestSeatsPanel : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    ManualClock m_clock;

    static int chosenRow(const QAbstractItemView &view)
    {
        const QModelIndexList chosen = view.selectionModel()->selectedIndexes();
        return chosen.isEmpty() ? -1 : chosen.first().row();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_dir.path());
    }
    void init()
    {
        failOnAnyGuiWarning();
        QSettings().clear();
    }

    void selectionIsShared()
    {
        ShownSeats shown(m_clock);
        shown.showAs(SeatArrangement::Both, QSize(1200, 500));
        shown.show(roomOf(8));
        QVERIFY(shown.map().isVisible() && shown.panel.view()->isVisible());
        shown.panel.view()->selectRow(2);
        QCOMPARE(chosenRow(shown.map()), 2);
        QTest::mouseClick(shown.map().viewport(), Qt::LeftButton, {}, shown.map().visualRect(shown.tile(5)).center());
        QCOMPARE(chosenRow(*shown.panel.view()), 5);
        QTest::keyClick(&shown.map(), Qt::Key_Left);
        QCOMPARE(chosenRow(*shown.panel.view()), 4);
        QTest::keyClick(&shown.map(), Qt::Key_Home);
        QCOMPARE(chosenRow(*shown.panel.view()), 0);
        shown.panel.view()->clearSelection();
        QCOMPARE(chosenRow(shown.map()), -1);
    }

    void saysWhyThereAreNoSeats_data()
    {
        using Events = std::vector<RoomEvent>;
        QTest::addColumn<Events>("events");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("advice");
        const auto life = [](qint64 sequence, RoomReport::Life what) {
            RoomEvent event = told(sequence, sequence * 10, {});
            event.seats.reset();
            event.report.life = what;
            return event;
        };
        const RoomEvent sat = told(2, 20, {test::seat(0, u"a")});
        const RoomEvent end = life(3, RoomReport::Life::Destroyed);
        QTest::newRow("none was told of")
            << Events{told(1, 10, {})} << u"No seats"_s << u"No seat list of this room named a seat so far."_s;
        QTest::newRow("the room ended")
            << Events{sat, end} << u"The room has ended"_s
            << u"Its seats went with it. The time bar below shows them as they were before #3."_s;
        QTest::newRow("the room ended without")
            << Events{end} << u"The room has ended"_s << u"No seat list told of its seats."_s;
        QTest::newRow("a newer creation")
            << Events{sat, life(4, RoomReport::Life::Created)} << u"No seats"_s
            << u"What is known of its seats is from before its creation by #4. The time bar "
               "below shows them as they were."_s;
        QTest::newRow("an empty list")
            << Events{sat, told(5, 50, {})} << u"No seats"_s
            << u"The newest seat list is read as full, and names no seat. The time bar below shows "
               "the seats as they were before."_s;
    }
    void saysWhyThereAreNoSeats()
    {
        QFETCH(const std::vector<RoomEvent>, events);
        RoomStatePtr state;
        for (const RoomEvent &event : events)
            state = reduce(state, event, ListAssumption::Replace).state;
        QVERIFY(state->seats.empty());
        ShownSeats shown(m_clock);
        shown.show(*state);
        const auto *page = shown.panel.findChild<EmptyPage *>();
        QTEST(page->title(), "title");
        QTEST(page->advice(), "advice");
    }

    void selectionStaysWithTheSeat()
    {
        ShownSeats shown(m_clock);
        RoomState later = roomOf(9);
        RoomState before = later;
        before.seats.erase(before.seats.begin() + 1, before.seats.begin() + 3);
        shown.show(before);
        shown.panel.view()->selectRow(4);
        shown.show(later);
        QCOMPARE(chosenRow(*shown.panel.view()), 6);
        QCOMPARE(chosenRow(shown.map()), 6);
        later.seats.erase(later.seats.begin() + 6);
        shown.show(later);
        QCOMPARE(chosenRow(shown.map()), chosenRow(*shown.panel.view()));
    }

    void mapGoesBelowTheTableWhereThereIsNoRoomBeside()
    {
        ShownSeats shown(m_clock);
        shown.show(roomOf(8));
        shown.showAs(SeatArrangement::Both, QSize(SeatsPanel::bothWidth - 1, SeatsPanel::bothHeight));
        QVERIFY(shown.map().isVisible() && shown.panel.view()->isVisible());
        const auto top = [&shown](const QWidget &view) { return view.mapTo(&shown.panel, QPoint(0, 0)).y(); };
        QVERIFY(top(shown.map()) >= top(*shown.panel.view()) + shown.panel.view()->height());
        shown.panel.resize(SeatsPanel::bothWidth, SeatsPanel::bothHeight);
        QTRY_COMPARE(top(shown.map()), top(*shown.panel.view()));
        shown.panel.resize(SeatsPanel::bothWidth - 1, SeatsPanel::bothHeight - 1);
        QVERIFY(!shown.map().isVisible() && shown.panel.view()->isVisible());
    }

    void arrangementIsRememberedAndFits()
    {
        {
            ShownSeats shown(m_clock);
            shown.show(roomOf(4));
            shown.showAs(SeatArrangement::Both, QSize(SeatsPanel::bothWidth, 400));
            QVERIFY(shown.map().isVisible() && shown.panel.view()->isVisible());
            shown.panel.resize(SeatsPanel::bothWidth - 1, 400);
            QVERIFY(!shown.map().isVisible() && shown.panel.view()->isVisible());
            QVERIFY(shown.panel.arrangementSwitch()->choices()[0]->isChecked());
            QVERIFY(!shown.panel.arrangementSwitch()->choices()[2]->isEnabled());
            shown.panel.resize(SeatsPanel::bothWidth, 400);
            QVERIFY(shown.map().isVisible() && shown.panel.view()->isVisible());
            shown.panel.arrangementSwitch()->choices()[1]->trigger();
            QVERIFY(shown.map().isVisible() && !shown.panel.view()->isVisible());
        }
        const ShownSeats next(m_clock);
        QCOMPARE(next.panel.arrangementSwitch()->arrangement(), SeatArrangement::Map);
        QVERIFY(next.panel.arrangementSwitch()->choices()[1]->isChecked());
        QVERIFY(next.panel.view()->isHidden());
        for (const QWidget *button : next.panel.arrangementSwitch()->findChildren<QAbstractButton *>())
            QVERIFY(button->accessibleName().startsWith(u"Seats as "_s));
    }
};

QTEST_MAIN(TestSeatsPanel)
#include "tst_gui_seatspanel.moc"
