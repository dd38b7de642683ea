// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/roomhistory.h"
#include "model/journal/journalwriter.h"
#include "model/pipeline/batchwriter.h"
#include "model/room/roomfindings.h"
#include "model/room/roomjson.h"
#include "model/session/captureinspection.h"
#include "model/tables/capturelogmodel.h"
#include "model/tables/roommodel.h"
#include "model/tables/seatmodel.h"
#include "tests/support/manualclock.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <set>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 beginning = 1'700'000'000'000;
constexpr qsizetype mebibyte = qsizetype{1024} * 1024;

PendingRequest requestOf(const QByteArray &body, qint64 ms)
{
    PendingRequest pending;
    pending.request.method = "POST";
    pending.request.target = "/?SdkAppid=1400000001&contenttype=json";
    pending.request.receivedAt = ArrivalTime((beginning + ms) * 1000);
    pending.request.body = body;
    pending.query = parseRequestTarget(pending.request.target);
    return pending;
}

/// A seat callback of the room that was all right before.
QByteArray seats(const QByteArray &list, const QByteArray &eventTime = "1700000000900")
{
    return R"({"CallbackCommand":"Mic.CallbackAfterSeatInfoChanged","Operator_Account":"host","RoomId":"good",)"
           R"("SeatList":)" +
           list + R"(,"EventTime":)" + eventTime + "}";
}

QByteArray taken(const QByteArray &index, const QByteArray &user)
{
    return R"({"Index":)" + index + R"(,"Member_Account":)" + user +
           R"(,"IsTakenDisabled":false,"IsVideoDisabled":false,"IsAudioDisabled":false})";
}

QByteArray bob(const QByteArray &eventTime)
{
    return seats("[" + taken("0", R"("bob")") + "]", eventTime);
}

QByteArray update(const QByteArray &info)
{
    return R"({"CallbackCommand":"Room.CallbackAfterUpdateRoomInfo","Operator_Account":"host","RoomInfo":)" + info +
           R"(,"EventTime":1700000000900})";
}

QByteArray manySeats(int count)
{
    QByteArray list = "[";
    for (int i = 0; i < count; ++i)
        list += (i == 0 ? "" : ",") + taken(QByteArray::number(i), "\"u" + QByteArray::number(i) + "\"");
    return list + "]";
}

QString picture(const RoomState &room)
{
    QStringList parts;
    for (const SeatState &seat : room.seats) {
        if (parts.size() == 4) {
            parts += u"…%1"_s.arg(room.seats.size());
            break;
        }
        const QString user = seat.user ? seat.user->text() : u"-"_s;
        parts += u"%1:%2"_s.arg(seat.index.value()).arg(user.size() > 40 ? u"%1 long"_s.arg(user.size()) : user);
    }
    return parts.join(u' ');
}

} // namespace

/// What a sender may get wrong, or means badly: through decoder, journal, rooms and tables.
class TestBadInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        const QString path = m_folder->filePath(u"j.seatscope"_s);
        auto store = JournalWriter::open(path);
        QVERIFY(store);
        m_store = std::move(*store);
        QVERIFY(m_store->forgoDurability());
        m_writer = std::make_unique<BatchWriter>(*m_store, RoomBook());
        m_rooms = std::make_unique<RoomModel>();
        m_seats = std::make_unique<SeatModel>(m_clock);
        m_captures = std::make_unique<CaptureLogModel>();
        m_sent = 0;
        auto reader = JournalReader::open(path);
        QVERIFY(reader);
        m_reader = std::move(*reader);
        QVERIFY(send(R"({"CallbackCommand":"Room.CallbackAfterCreateRoom","Operator_Account":"host","RoomInfo":)"
                     R"({"RoomId":"good","RoomName":"n","Owner_Account":"host","MaxSeatCount":2},)"
                     R"("EventTime":1700000000000})"));
        QVERIFY(send(seats("[" + taken("0", R"("alice")") + "," + taken("1", R"("")") + "]", "1700000000100")));
        QCOMPARE(shown(), u"0:alice 1:-"_s);
        QCOMPARE(m_rooms->findings(0).size(), 0U);
    }

    void isFoundAndChangesNothingWrongly_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("found"); ///< on the callback; with "room " before it, on the room
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const QString &found, const QByteArray &body,
                            const QString &after = u"0:alice 1:-"_s) { QTest::newRow(name) << body << found << after; };
        const QByteArray beyond("123456789012345678901234567890");
        row("index beyond 64 bits", u"out-of-range"_s, seats("[" + taken(beyond, R"("evil")") + "]"));
        row("index below 64 bits", u"out-of-range"_s, seats("[" + taken("-" + beyond, R"("evil")") + "]"));
        row("index beyond 32 bits", u"out-of-range"_s, seats("[" + taken("4294967296", R"("evil")") + "]"));
        row("index with exponent", u"wrong-type"_s, seats("[" + taken("1e400", R"("evil")") + "]"));
        row("index with fraction", u"wrong-type"_s, seats("[" + taken("0.5", R"("evil")") + "]"));
        row("index -1", u"no-seat-number"_s, seats("[" + taken("-1", R"("evil")") + "]"));
        row("user beyond 64 bits", u"number-for-text"_s, seats("[" + taken("0", beyond) + "]"),
            u"0:%1 1:-"_s.arg(QLatin1StringView(beyond)));
        row("seats beyond 64 bits", u"out-of-range"_s, update(R"({"RoomId":"good","MaxSeatCount":)" + beyond + "}"));
        row("negative number of seats", u"out-of-range"_s, update(R"({"RoomId":"good","MaxSeatCount":-3})"));

        row("100,000 seats", u"room seat-beyond-max"_s, seats(manySeats(100'000)), u"0:u0 1:u1 2:u2 3:u3 …100000"_s);
        row("100,000 times one seat", u"repeated-seat"_s,
            seats("[" + QByteArray(taken("0", R"("evil")") + ",").repeated(99'999) + taken("0", R"("bob")") + "]"),
            u"0:bob 1:-"_s);
        row("100,000 odd entries", u"too-many-findings"_s, seats("[0" + QByteArray(",0").repeated(99'999) + "]"));

        const QByteArray longText = '"' + QByteArray(mebibyte, 'x') + '"';
        row("user of 1 MiB", u"out-of-range"_s, seats("[" + taken("0", longText) + "]"));
        row("user who is a list", u"wrong-type"_s, seats("[" + taken("0", "[1]") + "]"));
        row("user who is true", u"wrong-type"_s, seats("[" + taken("0", "true") + "]"));
        row("user who is null", u"null-value"_s, seats("[" + taken("0", "null") + "]"), u"0:- 1:-"_s);
        row("name of 1 MiB", u""_s, update(R"({"RoomId":"good","RoomName":)" + longText + "}"));
        row("room of 1 MiB", u"out-of-range"_s, update(R"({"RoomId":)" + longText + "}"));
        row("unknown field of 1 MiB", u"unknown-field"_s, update(R"({"RoomId":"good","x":)" + longText + "}"));
        row("unknown key of 1 MiB", u"unknown-field"_s, update(R"({"RoomId":"good",)" + longText + ":1}"));

        const QByteArray nested = QByteArray(512, '[') + QByteArray(512, ']');
        const QByteArray nestedObjects = QByteArray(R"({"a":)").repeated(512) + "1" + QByteArray(512, '}');
        row("512 levels as list", u"wrong-type"_s, seats(nested));
        row("512 levels as index", u"wrong-type"_s, seats("[" + taken(nested, R"("evil")") + "]"));
        row("512 levels as room info", u"wrong-type"_s, update(nested));
        row("512 levels in an unknown field", u"unknown-field"_s,
            update(R"({"RoomId":"good","x":)" + nestedObjects + "}"));
        row("512 levels alone", u"malformed"_s, nested.first(512));

        row("lone surrogate as user", u"lone-surrogate"_s, seats("[" + taken("0", R"("a\ud800")") + "]"),
            u"0:a\uFFFD 1:-"_s);
        row("lone surrogate as room", u"lone-surrogate"_s, update(R"({"RoomId":"good\udc00"})"));

        row("empty room", u"wrong-type"_s, update(R"({"RoomId":""})"));
        row("empty operator", u""_s, QByteArray(bob("1700000000900")).replace(R"("host")", R"("")"), u"0:bob 1:-"_s);
        row("empty owner", u""_s, update(R"({"RoomId":"good","Owner_Account":""})"));

        // Without a time of its own a callback counts as told when it arrived.
        row("EventTime 0", u"out-of-range"_s, bob("0"), u"0:bob 1:-"_s);
        row("EventTime negative", u"out-of-range"_s, bob("-1700000000900"), u"0:bob 1:-"_s);
        row("EventTime beyond 64 bits", u"out-of-range"_s, bob(beyond), u"0:bob 1:-"_s);
        row("EventTime least of 64 bits", u"out-of-range"_s, bob("-9223372036854775808"), u"0:bob 1:-"_s);
        row("EventTime greatest of 64 bits", u"out-of-range"_s, bob("9223372036854775807"), u"0:bob 1:-"_s);
        row("EventTime a fraction", u"wrong-type"_s, bob("1700000000.9"), u"0:bob 1:-"_s);
        row("EventTime in seconds", u"time-in-seconds"_s, bob("1700000000"), u"0:bob 1:-"_s);
        row("EventTime in seconds, on the room", u"room time-in-seconds"_s, bob("1700000000"), u"0:bob 1:-"_s);
        row("EventTime in the far future", u"ahead-of-clock"_s, bob("95617584000000"), u"0:bob 1:-"_s);
        row("EventTime in the far future, on the room", u"room ahead-of-clock"_s, bob("95617584000000"),
            u"0:bob 1:-"_s);
        row("EventTime in microseconds", u"out-of-range"_s, bob("1700000000900000"), u"0:bob 1:-"_s);
    }
    void isFoundAndChangesNothingWrongly()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, found);
        QFETCH(const QString, after);
        QVERIFY(send(body));
        const Sequence sequence(m_sent);
        const auto inspection = inspectCapture(*m_reader, sequence);
        QVERIFY(inspection);
        QCOMPARE(inspection->capture.body, body);
        QString all(verdictName(inspection->capture.summary.ruling.verdict));
        for (const Finding &finding : inspection->findings)
            all += u' ' + findingName(finding.code);
        const int good = m_rooms->rowOf(RoomId(u"good"_s));
        for (const RoomFinding &finding : m_rooms->findings(good))
            all += u" room "_s + findingName(finding.code);
        QVERIFY2(all.contains(found), qPrintable(all));
        QVERIFY(inspection->findings.size() < 200);
        QVERIFY(m_rooms->findings(good).size() < 60);
        for (const Finding &finding : inspection->findings)
            QVERIFY(finding.actual.size() + finding.expected.size() < 1000);
        QCOMPARE(shown(), after);
        compareWithJournal();
    }

    void everySampleIsTakenAndLeavesTheRoomAlone()
    {
        QVERIFY(corpusFiles().size() > 20);
        for (const QString &file : corpusFiles()) {
            QVERIFY2(send(testData(u"corpus/"_s + file)), qPrintable(file));
            QVERIFY2(inspectCapture(*m_reader, Sequence(m_sent)), qPrintable(file));
            QCOMPARE(shown(), u"0:alice 1:-"_s);
        }
        compareWithJournal();
    }

    /// What is listed beside the samples says what each is there for: none may be missing.
    void everySampleOfTheIndexIsThere()
    {
        const QJsonDocument index = QJsonDocument::fromJson(testData(u"corpus/index.json"_s));
        QVERIFY(!index.isNull());
        const QStringList files = corpusFiles();
        std::set<QString> named;
        for (const QJsonValue &entry : index.isArray() ? index.array() : index.object()["files"_L1].toArray())
            named.insert(entry["file"_L1].toString());
        QVERIFY(!named.empty());
        QCOMPARE(named, std::set<QString>(files.begin(), files.end()));
    }

    /// After all of it the next good callback counts.
    void theNextOneCounts()
    {
        for (const QByteArray &body : {seats("[" + taken("-1", R"("evil")") + "]"), seats("7"), bob("1700000000"),
                                       QByteArray("[1,2"), QByteArray(), QByteArray(1000, '\0'), QByteArray("\xff")})
            QVERIFY(send(body));
        QCOMPARE(shown(), u"0:bob 1:-"_s);
        QVERIFY(send(seats("[" + taken("0", R"("carol")") + "," + taken("1", R"("")") + "]", "1700000001000")));
        QCOMPARE(shown(), u"0:carol 1:-"_s);
        QVERIFY(m_rooms->findings(m_rooms->rowOf(RoomId(u"good"_s))).empty());
        compareWithJournal();
    }

private:
    /// Whether it was written and answered; the tables follow.
    bool send(const QByteArray &body)
    {
        ++m_sent;
        const WrittenBatch written = m_writer->write({requestOf(body, 100 * m_sent + 50)});
        if (!written.batch || written.answers.size() != 1)
            return false;
        m_rooms->apply(written.batch->rooms);
        m_captures->append(written.batch->captures);
        m_seats->show(m_rooms->room(m_rooms->rowOf(RoomId(u"good"_s))));
        const int status = written.answers.front().status;
        return status == 200 || status == 400;
    }

    /// The seats of the room that was all right, as the table has them.
    [[nodiscard]] QString shown() const
    {
        const RoomStatePtr state = m_rooms->room(m_rooms->rowOf(RoomId(u"good"_s)));
        if (!state || m_seats->rowCount() != static_cast<int>(state->seats.size()))
            return u"the table is not the room"_s;
        for (int row = 0; row < m_seats->rowCount(); ++row) {
            const SeatState &seat = state->seats[static_cast<size_t>(row)];
            const QVariant user = m_seats->index(row, SeatModel::UserColumn).data(SeatModel::UserRole);
            if (user.isValid() != seat.user.has_value() || (seat.user && user.toString() != seat.user->text()))
                return u"the table is not the room"_s;
        }
        return picture(*state);
    }

    /// From scratch the journal gives the same rooms, and they are JSON.
    void compareWithJournal() const
    {
        const Result<RoomHistory> history = RoomHistory::open(*m_reader);
        QVERIFY(history);
        const Result<RoomBook> book = history->at(std::nullopt);
        QVERIFY(book);
        QCOMPARE(std::ssize(book->rooms()), qsizetype{m_rooms->rowCount()});
        for (const RoomStatePtr &room : book->rooms())
            QVERIFY2(*room == *m_rooms->room(m_rooms->rowOf(room->id)), qPrintable(room->id.text().left(80)));
        QJsonParseError error{};
        (void)QJsonDocument::fromJson(roomsJson(book->rooms()), &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
    }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JournalWriter> m_store;
    std::unique_ptr<JournalReader> m_reader;
    std::unique_ptr<BatchWriter> m_writer;
    std::unique_ptr<RoomModel> m_rooms;
    std::unique_ptr<SeatModel> m_seats;
    std::unique_ptr<CaptureLogModel> m_captures;
    qint64 m_sent = 0;
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
