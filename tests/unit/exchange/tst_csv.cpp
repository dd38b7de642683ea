// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/csvcaptures.h"
#include "model/exchange/csvtext.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"
#include "tests/unit/query/filterjournal.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// The records of \a table as RFC 4180 has them; none when it is no such table.
QList<QByteArrayList> parsed(const QByteArray &table)
{
    QList<QByteArrayList> records;
    QByteArrayList record;
    QByteArray field;
    for (qsizetype i = 0; i < table.size();) {
        if (table.at(i) == '"') {
            for (++i; i < table.size(); ++i) {
                if (table.at(i) == '"' && table.mid(i + 1, 1) != "\"")
                    break;
                i += table.at(i) == '"' ? 1 : 0;
                field += table.at(i);
            }
            ++i;
        } else {
            while (i < table.size() && !QByteArrayView(",\r\n\"").contains(table.at(i)))
                field += table.at(i++);
        }
        record += std::exchange(field, {});
        if (table.mid(i, 1) == ",") {
            ++i;
        } else if (table.mid(i, 2) == "\r\n") {
            records += std::exchange(record, {});
            i += 2;
        } else {
            return {};
        }
    }
    return records;
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void writesTexts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &field) {
            QTest::newRow(name) << bytes << field;
        };
        row("plain", "a b", "a b");
        row("empty", "", "");
        row("quote", "a\"b", "\"a\"\"b\"");
        row("comma", "a,b", "\"a,b\"");
        row("line feed", "a\nb", "\"a\nb\"");
        row("line end", "a\r\nb", "\"a\r\nb\"");
        row("equals", "=1+1", "'=1+1");
        row("plus", "+1", "'+1");
        row("minus", "-1", "'-1");
        row("at", "@SUM(1)", "'@SUM(1)");
        row("tab", "\t=1", "'\t=1");
        row("carriage return", "\r=1", "\"'\r=1\"");
        row("first line feed", "\n=1", "\"'\n=1\"");
        row("formula with quotes", "=\"a\"", "\"'=\"\"a\"\"\"");
        row("not at the start", "1=1", "1=1");
        row("chinese", "房间", "房间");
        row("no UTF-8", "a\xff", "a\xEF\xBF\xBD");
        row("NUL", QByteArray("a\0b", 3),
            "a\xEF\xBF\xBD"
            "b");
    }
    void writesTexts()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, field);
        QCOMPARE(CsvRecord().bytes(bytes).line(), field + "\r\n");
    }

    void leavesOurNumbers()
    {
        CsvRecord record;
        record.number(-5).flag(true).none().flag(false).number(0);
        QCOMPARE(record.line(), QByteArray("-5,true,,false,0\r\n"));
        CsvRecord times;
        times.arrival(ArrivalTime(1'700'000'000'123'456)).arrival(ArrivalTime(-1)).time(EventTime(1'670'574'414'123));
        QCOMPARE(times.line(), QByteArray("2023-11-14T22:13:20.123456Z,1969-12-31T23:59:59.999999Z,"
                                          "2022-12-09T08:26:54.123Z\r\n"));
    }

    void hasARowForEachCapture()
    {
        CsvCaptures format;
        QByteArray table = format.begin();
        for (const Capture &c : filterCaptures())
            table += format.entry(c);
        const QList<QByteArrayList> records = parsed(table);
        QCOMPARE(records.size(), std::ssize(filterCaptures()) + 1);
        for (const QByteArrayList &record : records)
            QCOMPARE(record.size(), records.first().size());
        const auto field = [&](qsizetype seq, const QByteArray &column) {
            return records.at(seq).at(records.first().indexOf(column));
        };
        QCOMPARE(field(1, "seq"), QByteArray("1"));
        QCOMPARE(field(1, "received"), QByteArray("2026-11-22T10:01:00.000000Z"));
        QCOMPARE(field(11, "duplicateOf"), QByteArray("10"));
        QCOMPARE(field(10, "operator"), QByteArray("'@TIM#SYSTEM"));
        QCOMPARE(field(29, "note"), QByteArray("look at this BUG"));
        QCOMPARE(field(29, "bookmarked"), QByteArray("true"));
        QCOMPARE(field(24, "verdict"), QByteArray("bad-signature"));
        QCOMPARE(field(13, "room"), QByteArray("房间"));
    }

    void hasARowForEachSeatAndMember()
    {
        CsvSeats format;
        QCOMPARE(format.begin().count(','), 10);
        QCOMPARE(format.entry(capture(1)), QByteArray());
        QCOMPARE(format.entry(capture(1, u"r"_s, 1, "no JSON")), QByteArray());
        const auto seats = parsed(format.entry(capture(3, u"r"_s, 1, testData(u"corpus/seat-live-full-4.json"_s))));
        QCOMPARE(seats.size(), 4);
        QCOMPARE(seats.at(2).join('|'), QByteArray("3|2023-11-14T22:13:20.000003Z|2024-05-29T02:33:20.123Z|"
                                                   "Mic.CallbackAfterSeatInfoChanged|live_100088|seat|2|guest-7|false|"
                                                   "false|false"));
        QCOMPARE(seats.at(3).join('|').split('|').mid(5).join('|'), QByteArray("seat|3||true|false|false"));
        const auto members = parsed(format.entry(capture(4, u"r"_s, 1, testData(u"corpus/room-leave.json"_s))));
        QCOMPARE(members.size(), 1);
        QCOMPARE(members.first().mid(5).join('|'), QByteArray("left||dave|||"));
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
