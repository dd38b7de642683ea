// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/capturelogmodel.h"
#include "model/tables/roommodel.h"
#include "model/tables/seatmodel.h"
#include "tests/gui/samples.h"
#include "tests/support/manualclock.h"
#include "ui/captures/capturetextmodel.h"
#include "ui/rooms/roomtextmodel.h"
#include "ui/seats/litcells.h"
#include "ui/seats/roomheader.h"
#include "ui/seats/seatspanel.h"
#include "ui/seats/seattextmodel.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTableView>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// What the tables say in words, and how changes are lit.
class TestGuiTables : public QObject {
    Q_OBJECT

    ManualClock m_clock;

    static QString cell(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

private Q_SLOTS:
    void init() { failOnAnyGuiWarning(); }

    void seatsHaveWordsAndIcons()
    {
        SeatModel seats(m_clock);
        SeatTextModel texts(m_clock);
        texts.setSourceModel(&seats);
        const QAbstractItemModelTester tester(&texts);
        SeatState locked = seat(0, {});
        locked.locked = true;
        locked.videoDisabled = true;
        SeatState taken = seat(1, u"a\u202Eb"_s);
        taken.audioDisabled = true;
        taken.by = UserId(u"host"_s);
        seats.show(std::make_shared<const RoomState>(room(u"rid"_s, {locked, taken})));
        QCOMPARE(texts.rowCount(), 2);
        QCOMPARE(cell(texts, 0, SeatModel::SeatColumn), u"0"_s);
        QCOMPARE(cell(texts, 0, SeatModel::UserColumn), u"—"_s);
        QCOMPARE(cell(texts, 0, SeatModel::LockColumn), u"LOCKED"_s);
        QCOMPARE(cell(texts, 0, SeatModel::VideoColumn), u"FORBIDDEN"_s);
        QCOMPARE(cell(texts, 0, SeatModel::AudioColumn), u"allowed"_s);
        QCOMPARE(cell(texts, 0, SeatModel::ByColumn), u"—"_s);
        QCOMPARE(cell(texts, 1, SeatModel::UserColumn), u"a\\u202Eb"_s);
        QCOMPARE(cell(texts, 1, SeatModel::LockColumn), u"open"_s);
        QCOMPARE(cell(texts, 1, SeatModel::AudioColumn), u"FORBIDDEN"_s);
        QCOMPARE(cell(texts, 1, SeatModel::ByColumn), u"host"_s);
        QCOMPARE(cell(texts, 1, SeatModel::SinceColumn), u"#1  22:13:20"_s);
        for (const int column : {SeatModel::LockColumn, SeatModel::VideoColumn, SeatModel::AudioColumn})
            QVERIFY(!texts.index(0, column).data(Qt::DecorationRole).value<QIcon>().pixmap(16).toImage().isNull());
    }

    void everyFlagHasAWordAndAnIcon()
    {
        for (quint32 bit = 1; !flagNames(CaptureFlags::fromInt(bit)).isEmpty(); bit *= 2) {
            // What is kept out is a replay, and said with it.
            const CaptureFlags flags = CaptureFlags::fromInt(bit) | (bit == 512 ? CaptureFlag::Replay : CaptureFlags());
            const std::vector<Words::FlagWord> words = Words::flags(flags, {});
            QCOMPARE(words.size(), 1U);
            QVERIFY(!words.front().word.isEmpty());
            QVERIFY2(QFile::exists(u":/seatscope/icons/%1.svg"_s.arg(words.front().icon)),
                     qPrintable(words.front().icon));
        }
    }

    void seatsNotMentionedSaySo()
    {
        SeatModel seats(m_clock);
        SeatTextModel texts(m_clock);
        texts.setSourceModel(&seats);
        RoomState state = room(u"rid"_s, {seat(0, u"a"_s), seat(1, u"b"_s)});
        state.seats[1].mentioned = Sequence(7);
        state.newest = Sequence(7);
        state.newestList = Moment{EventTime(), Sequence(7)};
        seats.show(std::make_shared<const RoomState>(state));
        QVERIFY(texts.index(0, SeatModel::SinceColumn).data(Qt::FontRole).value<QFont>().italic());
        QVERIFY(!texts.index(1, SeatModel::SinceColumn).data(Qt::FontRole).value<QFont>().italic());
        QVERIFY(texts.index(0, 1).data(Qt::ToolTipRole).toString().contains(u"Not mentioned since #1"_s));
        QVERIFY(!texts.index(1, 1).data(Qt::ToolTipRole).toString().contains(u"Not mentioned"_s));
    }

    void changedCellsAreLitForAMoment()
    {
        RoomModel rooms;
        SeatModel seats(m_clock);
        SeatsPanel panel(rooms, seats, m_clock);
        const LitCells &lit = panel.litCells();
        seats.show(std::make_shared<const RoomState>(room(u"rid"_s, {seat(0, u"a"_s), seat(1, {})})));
        const QModelIndex user = panel.view()->model()->index(1, SeatModel::UserColumn);
        QCOMPARE(lit.strength(user), 0.0);
        seats.show(std::make_shared<const RoomState>(room(u"rid"_s, {seat(0, u"a"_s), seat(1, u"b"_s)})));
        QVERIFY(lit.strength(user) > 0.9);
        QCOMPARE(lit.strength(panel.view()->model()->index(0, SeatModel::UserColumn)), 0.0);
        QVERIFY(lit.isRunning());
        m_clock.advanceMs(900);
        QVERIFY(lit.strength(user) > 0);
        QVERIFY(!animationsWanted() || lit.strength(user) < 0.5);
        m_clock.advanceMs(700);
        QCOMPARE(lit.strength(user), 0.0);
        QTRY_VERIFY(!lit.isRunning());
    }

    void assumptionIsSaid()
    {
        RoomState state = room(u"rid"_s, {});
        state.applied = ListAssumption::Merge;
        QCOMPARE(RoomHeader::assumptionText(state), u"partial lists: merged"_s);
        state.applied = ListAssumption::Replace;
        QCOMPARE(RoomHeader::assumptionText(state), u"read as full list"_s);
        state.ambiguous = true;
        QVERIFY(RoomHeader::assumptionText(state).startsWith("ambiguous: could be full or partial"_L1));
    }

    void roomsHaveAges()
    {
        ManualClock clock;
        RoomModel rooms;
        RoomTextModel texts(clock);
        texts.setSourceModel(&rooms);
        const QAbstractItemModelTester tester(&texts);
        rooms.apply({std::make_shared<const RoomState>(room(u"r\n1"_s, {seat(0, u"a"_s), seat(1, {})}))});
        QCOMPARE(cell(texts, 0, RoomModel::IdColumn), u"r\\n1"_s);
        QCOMPARE(cell(texts, 0, RoomModel::TakenColumn), u"1/2"_s);
        QCOMPARE(cell(texts, 0, RoomModel::LastColumn), u"0 s"_s);
        QVERIFY(!texts.isSilent(0));
        clock.advanceMs(125'000);
        texts.refreshAges();
        QCOMPARE(cell(texts, 0, RoomModel::LastColumn), u"2 min"_s);
        QVERIFY(texts.isSilent(0));
    }

    void capturesHaveWords()
    {
        CaptureLogModel captures;
        CaptureTextModel texts(m_clock);
        texts.setSourceModel(&captures);
        const QAbstractItemModelTester tester(&texts);
        CaptureSummary accepted = capture(1);
        accepted.eventTime = EventTime(accepted.receivedAt.value() / 1000 - 85);
        accepted.flags = CaptureFlag::Late | CaptureFlag::Duplicate | CaptureFlag::HasFindings;
        accepted.duplicateOf = Sequence(1);
        CaptureSummary refused = capture(2);
        refused.ruling = {Verdict::BadSignature, u"Sign is <b>wrong</b>"_s};
        refused.status = 403;
        refused.command.clear();
        captures.append({accepted, refused});
        QCOMPARE(cell(texts, 0, CaptureLogModel::SequenceColumn), u"1"_s);
        QCOMPARE(cell(texts, 0, CaptureLogModel::TimeColumn), u"22:13:20.123 456"_s);
        QCOMPARE(cell(texts, 0, CaptureLogModel::DelayColumn), u"+85 ms"_s);
        QCOMPARE(cell(texts, 0, CaptureLogModel::VerdictColumn), u"accepted"_s);
        QStringList flags;
        for (const Words::FlagWord &flag : CaptureTextModel::flagsOf(texts.index(0, 0)))
            flags += flag.word;
        QCOMPARE(flags, (QStringList{u"late"_s, u"duplicate of #1"_s, u"finding"_s}));
        QCOMPARE(cell(texts, 1, CaptureLogModel::CommandColumn), u"POST, no command"_s);
        QCOMPARE(cell(texts, 1, CaptureLogModel::DelayColumn), u"—"_s);
        QCOMPARE(cell(texts, 1, CaptureLogModel::VerdictColumn), u"refused: bad signature"_s);
        QCOMPARE(cell(texts, 1, CaptureLogModel::StatusColumn), u"403"_s);
        const QString toolTip = texts.index(1, CaptureLogModel::VerdictColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(toolTip.contains(u"&lt;b&gt;wrong"_s), qPrintable(toolTip));
    }

    void captureThatIsNotLoadedSaysSo()
    {
        CaptureLogModel captures;
        CaptureTextModel texts(m_clock);
        texts.setSourceModel(&captures);
        captures.setLastSequence(Sequence(3));
        QCOMPARE(cell(texts, 1, CaptureLogModel::SequenceColumn), u"2"_s);
        QCOMPARE(cell(texts, 1, CaptureLogModel::CommandColumn), u"…"_s);
        QVERIFY(!texts.index(1, CaptureLogModel::VerdictColumn).data(Qt::DecorationRole).isValid());
    }
};

QTEST_MAIN(TestGuiTables)
#include "tst_gui_tables.moc"
