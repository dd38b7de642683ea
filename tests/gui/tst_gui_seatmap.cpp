// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/shownseats.h"
#include "tests/support/manualclock.h"
#include "ui/seats/litcells.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QEnterEvent>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextDocumentFragment>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// The seats as tiles: how large, what they say, how they look.
class TestSeatMap : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    ManualClock m_clock;

    /// The first tile of so many, which shows \a first.
    QImage painted(const SeatState &first, int seats)
    {
        ShownSeats shown(m_clock);
        RoomState state = roomOf(seats);
        state.newest = Sequence(1);
        state.newestList = Moment{EventTime(), Sequence(1)};
        state.seats[0] = first;
        shown.showAs(SeatArrangement::Map, QSize(700, 500));
        shown.show(state);
        return shown.imageOf(0);
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
    void cleanup() { QApplication::setPalette(QPalette()); }

    void everySeatHasATile_data()
    {
        QTest::addColumn<int>("seats");
        QTest::addColumn<int>("form");
        QTest::addColumn<bool>("scrolls");
        QTest::newRow("one") << 1 << static_cast<int>(TileForm::Roomy) << false;
        QTest::newRow("a stage") << 8 << static_cast<int>(TileForm::Roomy) << false;
        QTest::newRow("fifty are read") << 50 << static_cast<int>(TileForm::Small) << true;
        QTest::newRow("a hundred are surveyed") << 100 << static_cast<int>(TileForm::Tiny) << true;
        QTest::newRow("a hall") << 1000 << static_cast<int>(TileForm::Tiny) << true;
    }
    void everySeatHasATile()
    {
        QFETCH(const int, seats);
        QFETCH(const int, form);
        QFETCH(const bool, scrolls);
        ShownSeats shown(m_clock);
        shown.showAs(SeatArrangement::Map, QSize(560, 420));
        shown.show(roomOf(seats));
        SeatMap &map = shown.map();
        QVERIFY(map.isVisible() && !shown.panel.view()->isVisible());
        QCOMPARE(map.model()->rowCount(), seats);
        QCOMPARE(static_cast<int>(map.tileLayout().form), form);
        QCOMPARE(map.tileLayout().scrolls, scrolls);
        QCOMPARE(map.verticalScrollBar()->maximum() > 0, scrolls);
        const QSize tile = map.tileLayout().tile;
        const int columns = (map.viewport()->width() - 2) / tile.width();
        for (int row = 0; row < seats; ++row) {
            map.scrollTo(shown.tile(row));
            const QRect rect = map.visualRect(shown.tile(row));
            QCOMPARE(rect.size(), tile);
            QCOMPARE(rect.left(), row % columns * tile.width());
            QVERIFY(map.viewport()->rect().contains(rect));
            QCOMPARE(map.indexAt(rect.center()), shown.tile(row));
        }
        QVERIFY(!map.viewport()->grab().isNull());
    }

    void moreSeatsAreNeverLarger()
    {
        TileLayout last = TileLayout::of(1, QSize(700, 500), 16, 14);
        for (int seats = 2; seats <= 1200; ++seats) {
            const TileLayout next = TileLayout::of(seats, QSize(700, 500), 16, 14);
            QVERIFY2(next.tile.height() <= last.tile.height(), qPrintable(QString::number(seats)));
            QVERIFY(next.avatar <= last.avatar);
            last = next;
        }
        const TileLayout narrow = TileLayout::of(5, QSize(), 16, 14);
        QVERIFY(narrow.scrolls && !narrow.tile.isEmpty());
    }

    void tilesFollowTheModel()
    {
        ShownSeats shown(m_clock);
        const QAbstractItemModelTester tester(shown.map().model());
        for (const int seats : {3, 8, 2, 400, 0, 5})
            shown.show(roomOf(seats));
        RoomState scattered = roomOf(1000);
        std::erase_if(scattered.seats, [](const SeatState &each) { return each.index.value() % 2 == 1; });
        shown.show(scattered);
        QCOMPARE(shown.map().model()->rowCount(), 500);
        QCOMPARE(shown.map().model()->columnCount(), 1);
        QCOMPARE(shown.tile(499).data().toString(), u"998"_s);
    }

    void tilesAreReadAloud()
    {
        ShownSeats shown(m_clock);
        RoomState state = roomOf(4);
        state.seats[1].locked = true;
        state.seats[1].audioDisabled = true;
        state.seats[1].videoDisabled = true;
        state.seats[1].by = UserId(u"host"_s);
        state.seats[3].locked = true;
        state.newest = Sequence(7);
        state.newestList = Moment{EventTime(), Sequence(7)};
        state.seats[2].mentioned = Sequence(7);
        shown.show(state);
        const auto said = [&shown](int row, int role) { return shown.tile(row).data(role).toString(); };
        QCOMPARE(said(0, Qt::AccessibleTextRole), u"Seat 0, free"_s);
        QCOMPARE(said(1, Qt::AccessibleTextRole), u"Seat 1, user_1, locked, microphone forbidden, camera forbidden"_s);
        QCOMPARE(said(2, Qt::AccessibleTextRole), u"Seat 2, user_2"_s);
        QCOMPARE(said(3, Qt::AccessibleTextRole), u"Seat 3, empty, locked"_s);
        QCOMPARE(said(1, Qt::AccessibleDescriptionRole),
                 u"As it is now since callback #1, by host, Not mentioned since #1"_s);
        QCOMPARE(said(2, Qt::AccessibleDescriptionRole), u"As it is now since callback #1"_s);
        state.seats[0].user = UserId(u"<b>\u202E"_s + QString(1 << 20, u'x'));
        shown.show(state);
        QVERIFY(said(0, Qt::AccessibleTextRole).startsWith(u"Seat 0, <b>\\u202Ex"_s));
        QVERIFY(said(0, Qt::AccessibleTextRole).size() < 500);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&shown.map());
        QVERIFY(list != nullptr);
        QCOMPARE(list->childCount(), 4);
        QCOMPARE(list->child(1)->text(QAccessible::Name), said(1, Qt::AccessibleTextRole));
        QVERIFY(!list->text(QAccessible::Name).isEmpty());
    }

    void toolTipSaysAll()
    {
        ShownSeats shown(m_clock);
        RoomState state = roomOf(2);
        state.seats[0].user = UserId(u"<b>\u202E\n&amp;"_s + QString(1 << 20, u'x'));
        state.seats[1].locked = true;
        state.seats[1].by = UserId(u"<i>host"_s);
        state.newest = Sequence(2);
        state.newestList = Moment{EventTime(), Sequence(2)};
        shown.show(state);
        const auto plain = [&shown](int row) {
            const QString toolTip = shown.tile(row).data(Qt::ToolTipRole).toString();
            return QTextDocumentFragment::fromHtml(toolTip).toPlainText().split(u'\n');
        };
        const QStringList hostile = plain(0);
        QCOMPARE(hostile[0], u"Seat 0"_s);
        QVERIFY2(hostile[1].startsWith(u"<b>\\u202E"_s), qPrintable(hostile[1]));
        QVERIFY(hostile.contains(u"Open: the seat may be taken"_s));
        QVERIFY(hostile.contains(u"That callback named no operator"_s));
        const QStringList locked = plain(1);
        QVERIFY(locked.contains(u"user_1"_s));
        QVERIFY(locked.contains(u"Locked: nobody may take this seat"_s));
        QVERIFY(locked.contains(u"The seat may send audio"_s));
        QVERIFY(locked.contains(u"The seat may send video"_s));
        QVERIFY(locked.contains(u"As it is now since callback #1"_s));
        QVERIFY(locked.contains(u"Changed by <i>host"_s));
        QVERIFY(locked.contains(u"Not mentioned since #1"_s));
    }

    void everyStateLooksDifferent_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<int>("seats");
        for (const int seats : {1, 50, 1000}) {
            QTest::addRow("light, %d", seats) << static_cast<int>(Scheme::Light) << seats;
            QTest::addRow("dark, %d", seats) << static_cast<int>(Scheme::Dark) << seats;
        }
    }
    void everyStateLooksDifferent()
    {
        QFETCH(const int, scheme);
        QFETCH(const int, seats);
        Theme theme;
        theme.apply(static_cast<Scheme>(scheme));
        const auto changed = [](SeatState state, const std::function<void(SeatState &)> &change) {
            change(state);
            return state;
        };
        const SeatState taken = seat(0, u"alice"_s);
        const std::vector<SeatState> states = {
            taken,
            seat(0, {}),
            seat(0, u"bob"_s),
            changed(taken, [](SeatState &state) { state.locked = true; }),
            changed(seat(0, {}), [](SeatState &state) { state.locked = true; }),
            changed(taken, [](SeatState &state) { state.audioDisabled = true; }),
            changed(taken, [](SeatState &state) { state.videoDisabled = true; }),
            changed(taken, [](SeatState &state) { state.audioDisabled = state.videoDisabled = true; }),
            changed(taken, [](SeatState &state) { state.mentioned = Sequence(0); }),
            seat(0, QString(1 << 20, u'x')),
            seat(0, QString(1 << 20, QChar(0x0301))),
            seat(0, u"\u05D0\u05D1\u202E<u>"_s),
            seat(0, u"\t\0"_s),
        };
        std::vector<QImage> images;
        for (const SeatState &state : states) {
            // Without its colours: they are never the only sign.
            const QImage image = painted(state, seats).convertToFormat(QImage::Format_Grayscale8);
            for (size_t other = 0; other < images.size(); ++other)
                QVERIFY2(image != images[other], qPrintable(u"%1 like %2"_s.arg(images.size()).arg(other)));
            images.push_back(image);
        }
    }

    void focusIsSeen()
    {
        ShownSeats shown(m_clock);
        shown.showAs(SeatArrangement::Map, QSize(700, 500));
        shown.panel.activateWindow();
        shown.show(roomOf(8));
        SeatMap &map = shown.map();
        map.setCurrentIndex(shown.tile(1));
        map.setFocus();
        QTRY_VERIFY(map.hasFocus());
        const QRect rect = map.visualRect(shown.tile(1));
        const QImage focused = map.viewport()->grab(rect).toImage();
        map.clearFocus();
        QVERIFY(map.viewport()->grab(rect).toImage() != focused);
    }

    void changedSeatIsLitForAMoment()
    {
        ShownSeats shown(m_clock);
        shown.showAs(SeatArrangement::Map, QSize(700, 500));
        RoomState state = roomOf(8);
        shown.show(state);
        const LitCells &lit = shown.map().litCells();
        QCOMPARE(lit.strength(shown.tile(2)), 0.0);
        state.seats[2].audioDisabled = true;
        shown.show(state);
        QVERIFY(lit.isRunning());
        QVERIFY(lit.strength(shown.tile(2)) > 0.9);
        QCOMPARE(lit.strength(shown.tile(1)), 0.0);
        const QRect rect = shown.map().visualRect(shown.tile(2));
        const QImage bright = shown.map().viewport()->grab(rect).toImage();
        m_clock.advanceMs(LitCells::durationNs / 1'000'000);
        QCOMPARE(lit.strength(shown.tile(2)), 0.0);
        QVERIFY(shown.map().viewport()->grab(rect).toImage() != bright);
        QTRY_VERIFY(!lit.isRunning());
    }

    void nothingMovesUnderThePointer()
    {
        ShownSeats shown(m_clock);
        shown.showAs(SeatArrangement::Map, QSize(700, 500));
        shown.show(roomOf(8));
        const TileLayout before = shown.map().tileLayout();
        QEnterEvent enter(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));
        QApplication::sendEvent(shown.map().viewport(), &enter);
        shown.show(roomOf(300));
        QCOMPARE(shown.map().tileLayout(), before);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(shown.map().viewport(), &leave);
        QCOMPARE(shown.map().tileLayout().form, TileForm::Tiny);
        QApplication::sendEvent(shown.map().viewport(), &enter);
        RoomState other = roomOf(4);
        other.id = RoomId(u"other"_s);
        shown.show(other);
        QCOMPARE(shown.map().tileLayout().form, TileForm::Roomy);
    }

    void scrolledPlaceIsKept()
    {
        ShownSeats shown(m_clock);
        shown.showAs(SeatArrangement::Map, QSize(700, 500));
        RoomState state = roomOf(1000);
        shown.show(state);
        shown.map().scrollTo(shown.tile(600), QAbstractItemView::PositionAtTop);
        const int scrolled = shown.map().verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        state.seats[601].user = UserId(u"eve"_s);
        state.seats.push_back(seat(1000, u"late"_s));
        shown.show(state);
        QApplication::processEvents();
        QCOMPARE(shown.map().verticalScrollBar()->value(), scrolled);
        shown.panel.resize(500, 400);
        QApplication::processEvents();
        QVERIFY(shown.map().viewport()->rect().intersects(shown.map().visualRect(shown.tile(600))));
    }
};

QTEST_MAIN(TestSeatMap)
#include "tst_gui_seatmap.moc"
