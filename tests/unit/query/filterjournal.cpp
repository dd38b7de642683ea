// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/query/filterjournal.h"

#include "model/callback/examination.h"
#include "model/journal/examinedsummary.h"
#include "model/journal/journalwriter.h"

#include <QDateTime>

#include <limits>

namespace seatscope::test {

using namespace Qt::StringLiterals;

namespace {

constexpr char target[] = "/cb?SdkAppid=1400000001&ClientIP=10.0.0.1";

qint64 startUs()
{
    return QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC).toMSecsSinceEpoch() * 1000;
}

/// A seat as "3 carol LVA": number, user or -, and what is forbidden.
QByteArray seatJson(const QByteArray &seat)
{
    const QByteArrayList parts = seat.split(' ');
    const QByteArray marks = parts.size() > 2 ? parts.at(2) : QByteArray();
    const auto flag = [&marks](char mark) { return marks.contains(mark) ? QByteArray("true") : QByteArray("false"); };
    QByteArray json = "{\"Index\":" + parts.at(0);
    if (parts.at(1) != "-")
        json += ",\"Member_Account\":\"" + parts.at(1) + '"';
    return json + ",\"IsTakenDisabled\":" + flag('L') + ",\"IsVideoDisabled\":" + flag('V') +
           ",\"IsAudioDisabled\":" + flag('A') + '}';
}

class Maker {
public:
    [[nodiscard]] std::vector<Capture> captures()
    {
        makeSeats();
        makeRooms();
        makeOthers();
        makeRefused();
        makeMarked();
        makeOdd();
        return std::move(m_captures);
    }

private:
    Capture &add(const QByteArray &body, const Ruling &admission = {}, const QByteArray &sentTo = target,
                 const QByteArray &method = "POST", const QByteArray &fields = "Content-Type: application/json\r\n")
    {
        Capture c;
        c.summary.sequence = Sequence(static_cast<qint64>(m_captures.size()) + 1);
        c.summary.receivedAt = ArrivalTime(startUs() + c.summary.sequence.value() * 60'000'000);
        c.summary.method = method;
        c.summary.target = sentTo;
        c.summary.peer = u"127.0.0.1:5"_s;
        c.summary.bodySize = body.size();
        c.head = method + ' ' + sentTo + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
        c.body = body;
        const RequestQuery query = parseRequestTarget(sentTo);
        summarize(examine(body, query, admission), query.command, c.summary);
        c.summary.flags = {};
        m_captures.push_back(c);
        return m_captures.back();
    }
    Capture &refused(Verdict verdict, const QByteArray &body, const QByteArray &sentTo = target,
                     const QByteArray &method = "POST")
    {
        return add(body, {verdict, u"no"_s}, sentTo, method);
    }
    [[nodiscard]] QByteArray time(qint64 delayMs) const
    {
        const qint64 arrival = startUs() + (static_cast<qint64>(m_captures.size()) + 1) * 60'000'000;
        return ",\"EventTime\":" + QByteArray::number(arrival / 1000 - delayMs) + '}';
    }
    [[nodiscard]] static QByteArray command(const QByteArray &name) { return "{\"CallbackCommand\":\"" + name + '"'; }
    [[nodiscard]] QByteArray seatBody(const QByteArray &room, const QByteArray &who, const QByteArrayList &seats,
                                      qint64 delayMs) const
    {
        QByteArrayList list;
        for (const QByteArray &seat : seats)
            list += seatJson(seat);
        QByteArray body = command("Mic.CallbackAfterSeatInfoChanged");
        if (!who.isEmpty())
            body += ",\"Operator_Account\":\"" + who + '"';
        return body + ",\"RoomId\":\"" + room + "\",\"SeatList\":[" + list.join(',') + ']' + time(delayMs);
    }
    Capture &seats(const QByteArray &room, const QByteArray &who, const QByteArrayList &list, qint64 delayMs = 50)
    {
        return add(seatBody(room, who, list, delayMs));
    }

    void makeSeats() // 1 to 12
    {
        seats("lobby", "alice", {"0 alice"}, 100);
        seats("lobby", "alice", {"0 alice", "1 bob"}, 200);
        seats("lobby", "bob", {"0 alice", "1 bob", "2 - L"}, 300);
        seats("lobby", "bob", {"1 bob V"}, 400);
        seats("lobby", "carol", {"3 carol A"}, 500);
        seats("lobby", "carol", {"3 - L", "4 carol"}, 3000).summary.flags = CaptureFlag::Late;
        seats("Lobby", "Alice", {"0 Alice"}, 100);
        seats("stage", "dave", {"0 dave", "1 alice L"}, 0);
        seats("stage", "dave", {}, -50);
        seats("stage", "@TIM#SYSTEM", {"5 erin L", "6 frank"}, 10);
        Capture &twin = seats("stage", "@TIM#SYSTEM", {"5 erin L", "6 frank"}, 10);
        twin.summary.flags = CaptureFlag::Duplicate;
        twin.summary.duplicateOf = Sequence(10);
        seats("stage", "", {"0 gina"}, 20).summary.flags = CaptureFlag::HasFindings;
    }

    void makeRooms() // 13 to 17
    {
        const QByteArray room = ",\"RoomId\":\"房间\"";
        add(command("Room.CallbackAfterCreateRoom") +
            ",\"Operator_Account\":\"owner1\",\"RoomInfo\":{\"RoomId\":\"房间\","
            "\"RoomName\":\"Große Straße 1\",\"RoomType\":\"Conference\","
            "\"Owner_Account\":\"owner1\",\"MaxSeatCount\":8}" +
            time(50));
        add(command("Room.CallbackAfterMemberEnter") + ",\"Operator_Account\":\"bob\"" + room +
            ",\"MemberCount\":2,\"Type\":\"Enter\",\"MemberList_Account\":[\"bob\",\"zoe\"]" + time(50));
        add(command("Room.CallbackAfterMemberLeave") + ",\"Operator_Account\":\"bob\"" + room +
            ",\"MemberCount\":1,\"Type\":\"Kicked\",\"MemberList_Account\":[\"zoe\"],\"Reason\":\"100% rude\"" +
            time(50));
        add(command("Room.CallbackAfterDestroyRoom") + ",\"Operator_Account\":\"owner1\"" + room + time(50));
        add(command("Live.CallbackAfterModifyAdmin") +
            ",\"RoomId\":\"stage\",\"Operator_Account\":\"gina\",\"Admin_Account\":[\"henry\"],\"opType\":\"add\"" +
            time(50));
    }

    void makeOthers() // 18 to 22
    {
        add(command("Foo.Bar") + ",\"Deep\":{\"List\":[1,2.5,\"three\",null,true,{\"K\":9007199254740993}]},"
                                 "\"a.b\":{\"c d\":\"odd\"},\"Big\":18446744073709551616,\"Esc\":\"\\u0061lice\"}")
            .summary.flags = CaptureFlag::HasFindings;
        refused(Verdict::Probe, {}, "/cb", "GET");
        refused(Verdict::Probe, {}, "/cb", "HEAD");
        add("{not json");
        add("name=\xff\xfeM\xfcller Kelvin");
    }

    void makeRefused() // 23 to 28
    {
        refused(Verdict::ForeignApp, seatBody("lobby", "mallory", {"7 mallory"}, 50));
        refused(Verdict::BadSignature, R"({"RoomId":"lobby"})", "/c%62?Sign=a%20b&Sign=second");
        refused(Verdict::WrongPath, "hello world", "/other/path?x=1");
        refused(Verdict::WrongMethod, "x", target, "DELETE");
        refused(Verdict::TooLarge, {});
        refused(Verdict::Overloaded, {});
    }

    void makeMarked() // 29 to 32
    {
        Capture &both = seats("lobby", "bob", {"1 bob", "2 carol"}, 700);
        both.summary.bookmarked = true;
        both.summary.note = u"look at this BUG"_s;
        seats("lobby", "alice", {"0 alice", "1 -"}).summary.note = u"ok"_s;
        add(command("Room.CallbackAfterMemberEnter") +
            ",\"Operator_Account\":\"alice\",\"RoomId\":\"lobby\","
            "\"MemberCount\":1,\"Type\":\"Enter\","
            "\"MemberList_Account\":[\"alice\"]" +
            time(50))
            .summary.bookmarked = true;
        Capture &edited = seats("lobby", "bob", {"1 bob"});
        edited.summary.flags = CaptureFlag::Conflict | CaptureFlag::Ambiguous;
        edited.summary.origin = Sequence(29);
    }

    void makeOdd() // 33 to 40
    {
        add("{}", {}, target, "POST", "X-Trace: abc\r\nX-Trace:def \r\nx-trace: GHI\r\n");
        add(R"([1,[2,3],{"x":1}])");
        add("\"sign \xE2\x84\xAA and \xC5\xBF\""); // the Kelvin sign and the long s
        add(QByteArray("00\0 123-456 00", 14));
        seats("void", "o'brien", {}).summary.eventTime = EventTime(std::numeric_limits<qint64>::min());
        Capture &lost = refused(Verdict::Lost, "{}");
        lost.summary.status = 0;
        lost.summary.origin = Sequence(3);
        add("{}", {}, "http://h/abs%2Fpath?A=1&a=2&empty=&flag");
        seats(R"(lobby\"quote)", "o'brien", {"0 o'brien"});
    }

    std::vector<Capture> m_captures;
};

} // namespace

ArrivalTime filterNow()
{
    return ArrivalTime(startUs() + qint64{60} * 60'000'000);
}

std::vector<Capture> filterCaptures()
{
    return Maker().captures();
}

bool writeFilterJournal(const QString &path)
{
    const auto writer = JournalWriter::open(path);
    if (!writer || !(*writer)->begin())
        return false;
    bool done = true;
    for (const Capture &capture : filterCaptures()) {
        const CaptureSummary &s = capture.summary;
        done = done && (*writer)->append(capture) && (*writer)->mark(s.sequence, {s.bookmarked, s.note});
    }
    return done && (*writer)->commit();
}

} // namespace seatscope::test
