// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/shownseats.h"
#include "tests/support/manualclock.h"

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
