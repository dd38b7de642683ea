// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/decoder.h"
#include "model/exchange/redactor.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QJsonDocument>
#include <QRandomGenerator>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// \a text with double quotes in the place of single ones.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

Redactor redactor()
{
    return Redactor(QByteArray(32, 'k'));
}

/// The pseudonym that the redactor gives.
QByteArray alias(const QByteArray &text)
{
    return Pseudonyms(QByteArray(32, 'k')).of(text);
}

QByteArray targetOf(const QByteArray &head)
{
    return head.split(' ').value(1);
}

Capture captureWith(const QByteArray &body, const QByteArray &head = "POST / HTTP/1.1\r\n\r\n")
{
    Capture c = capture(1, u"rid-1"_s, 1000, body);
    c.head = head;
    c.summary.target = targetOf(head);
    c.summary.peer = u"203.0.113.77:50123"_s;
    return c;
}

/// All texts of a capture, one behind the other.
QByteArray everything(const Capture &c)
{
    const CaptureSummary &s = c.summary;
    QByteArrayList parts{s.peer.toUtf8(), s.target, s.ruling.reason.toUtf8(), s.note.toUtf8(), c.head, c.body};
    if (s.room)
        parts += s.room->text().toUtf8();
    if (s.operatorAccount)
        parts += s.operatorAccount->text().toUtf8();
    return parts.join('\n');
}

/// \a capture alone, redacted.
Capture redacted(const Capture &capture)
{
    Redactor redactor = ::redactor();
    redactor.learn(capture);
    return redactor.redacted(capture);
}

} // namespace

class TestRedactor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void replacesInBodies_data()
    {
        QTest::addColumn<QByteArray>("marked"); ///< what is replaced stands between < and >
        const auto row = [](const char *name, const QByteArray &marked) { QTest::newRow(name) << json(marked); };
        row("operator", "{'Operator_Account':'<user1>','RoomId':'rid-123'}");
        row("number", "{'Member_Account': <144115233775727695> ,'Index':1}");
        row("short number", "{'Member_Account':<3>,'Index':3}");
        row("list", "{'MemberList_Account':['<alice>','<bob>',<77>,null,true]}");
        row("list of objects", "{'SeatList':[{'Member_Account':'<carol>'},{'Index':2}]}");
        row("event", "{'EventInfo':{'UserId':'<tester>','RoomId':12345}}");
        row("elsewhere in texts", "{'Operator_Account':'<alice>','Reason':'kicked by <alice>!'}");
        row("room with a user's name", "{'Owner_Account':'<alice>','RoomId':'room_<alice>'}");
        row("room that is a user", "{'UserId':'<ab>','RoomId':'<ab>'}");
        row("room and user of one number", "{'UserId':<12>,'RoomId':<12>}");
        row("the longest first", "{'From_Account':'<anna>','To_Account':['<annabelle>'],'Text':'<annabelle>, <anna>'}");
        row("digits in longer ones are another number",
            "{'UserId':'<16705>','EventTime':1670574414123,'T':'1670574414123','U':'id <16705>.'}");
        row("a number equal to an id", "{'UserId':'<167057>','X':<167057>,'Y':16705}");
        row("a key", "{'UserId':'<alice>','Scores':{'<alice>':5,'RoomId':6}}");
        row("a documented key stays", "{'UserId':'<SeatList>','SeatList':[]}");
        row("the system is no user", "{'Operator_Account':'@TIM#SYSTEM'}");
        row("empty seat", "{'Member_Account':''}");
        row("commands stay", "{'CallbackCommand':'Room.After','UserId':'<Room.>'}");
        row("address", "{'ClientIP':'<192.0.2.1>'}");
        row("addresses of users", "{'UserIp':'<192.0.2.1>','MemberIp':'<192.0.2.2>','ip':'<192.0.2.3>'}");
        row("lists and owners of a backend's own", "{'UserIds':['<alice>','<bob>'],'OwnerUserId':'<carol>'}");
        row("token", "{'UserSig':'<eJxNjk1Pg0AQhv>'}");
        row("JSON in a string", "{'Data':'{\\'UserId\\':\\'<henry>\\',\\'n\\':1}'}");
        row("cut off", "{'Operator_Account':'<alice>','X':'<alice>','SeatLi");
        row("cut off in a name", "{'Operator_Account':'<alic>");
        row("comments", "{\n'Member_Account':'<alice>' // <alice> sits\n}");
    }
    void replacesInBodies()
    {
        QFETCH(const QByteArray, marked);
        QByteArray body;
        QByteArray expected;
        for (const QByteArray &part : marked.split('<')) {
            const qsizetype end = part.indexOf('>');
            body += part.first(std::max<qsizetype>(end, 0)) + part.sliced(end + 1);
            expected += alias(part.first(std::max<qsizetype>(end, 0))) + part.sliced(end + 1);
        }
        QCOMPARE(redacted(captureWith(body)).body, expected);
    }

    void replacesInHeads_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArrayList>("replaced");
        const auto row = [](const QByteArray &line, const QByteArrayList &replaced) {
            QTest::newRow(line.constData()) << line << replaced;
        };
        row("Authorization: Bearer abc.DEF-123", {"abc.DEF-123"});
        row("authorization:Basic QWxhZGRpbjpvcGVu", {"QWxhZGRpbjpvcGVu"});
        row("Cookie: session=0123456789abcdef01; theme=dark", {"0123456789abcdef01", "dark"});
        row("X-Forwarded-For: 198.51.100.7, 10.0.0.2", {"198.51.100.7", "10.0.0.2"});
        row("X-Real-IP: 2001:db8::17", {"2001:db8::17"});
        row("Forwarded: for=192.0.2.43;proto=http, for=\"[2001:db8::17]:4711\"", {"192.0.2.43", "2001:db8::17"});
        row("X-Api-Key:  k123456789", {"k123456789"});
        row("Sign: q5G7Bg5MVDsCcZFPVZZ5xw==", {"q5G7Bg5MVDsCcZFPVZZ5xw=="});
        row("X-Secret-Thing: opensesame", {"opensesame"});
        row("Content-Type: application/json", {});
        row("User-Agent: TencentCloud/1.0", {});
        row("Via: 203.0.113.77", {"203.0.113.77"}); // the sender's own
        row("no field at all", {});
    }
    void replacesInHeads()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QByteArrayList, replaced);
        const QByteArray start = "POST / HTTP/1.1\r\n";
        QByteArray expected = line;
        for (const QByteArray &text : replaced)
            expected.replace(text, alias(text));
        const Capture now = redacted(captureWith("{}", start + line + "\r\n\r\n"));
        QCOMPARE(now.head, start + expected + "\r\n\r\n");
        QCOMPARE(now.summary.peer.toUtf8(), alias("203.0.113.77") + ":50123");
    }

    void replacesInTargets()
    {
        const QByteArray sign = "a3f5b2c4d6e8f7a1a3f5b2c4d6e8f7a1a3f5b2c4d6e8f7a1a3f5b2c4d6e8f7a1";
        const QByteArray path = "Xy3_k2-abcDEF012345678";
        const QByteArray target = "/cb/" + path +
                                  "?SdkAppid=1400000001&CallbackCommand=Room.X&ClientIP=192.0.2.9&Sign=" + sign +
                                  "&RequestTime=1700000000&From_Account=%E5%B0%8F%E6%98%8E&flag";
        const Capture now =
            redacted(captureWith("{}", "POST " + target + " HTTP/1.1\r\nReferer: /" + path + "\r\n\r\n"));
        QByteArray expected = target;
        expected.replace(path, alias(path)).replace("192.0.2.9", alias("192.0.2.9")).replace(sign, alias(sign));
        const QByteArray user = targetOf(now.head).split('&').at(5).mid(13);
        QCOMPARE(QByteArray::fromPercentEncoding(user), alias("小明"));
        expected.replace("%E5%B0%8F%E6%98%8E", user);
        QCOMPARE(now.summary.target, expected);
        QCOMPARE(now.head, "POST " + expected + " HTTP/1.1\r\nReferer: /" + alias(path) + "\r\n\r\n");
    }

    void aUserIsTheSameEverywhere()
    {
        Capture c = captureWith(json("{'Operator_Account':'annabel\\u006ce','X':['hi annabelle']}"),
                                "POST /?From_Account=annabell%65 HTTP/1.1\r\nX-User: annabelle\r\n\r\n");
        c.summary.operatorAccount = UserId(u"annabelle"_s);
        c.summary.note = u"ask annabelle"_s;
        c.summary.room = RoomId(u"annabelle's"_s);
        c.summary.ruling.reason = u"no annabelle"_s;
        const Capture now = redacted(c);
        const QString name = QString::fromUtf8(alias("annabelle"));
        QCOMPARE(now.summary.operatorAccount->text(), name);
        QCOMPARE(now.summary.note, u"ask "_s + name);
        QCOMPARE(now.summary.room->text(), name + u"'s"_s);
        QCOMPARE(now.summary.ruling.reason, u"no "_s + name);
        QVERIFY(now.head.contains(QByteArray("X-User: " + name.toUtf8())));
        QVERIFY(now.head.contains(QByteArray("From_Account=" + name.toUtf8().first(8) + '%')));
        QCOMPARE(QJsonDocument::fromJson(now.body)[u"Operator_Account"_s].toString(), name);
        QVERIFY(now.body.contains(QByteArray("hi " + name.toUtf8())));
        QCOMPARE(now.body.size(), c.body.size());
        Activity activity;
        activity.room = RoomId(u"annabelle's"_s);
        activity.user = UserId(u"annabelle"_s);
        activity.by = UserId(u"@TIM#SYSTEM"_s);
        Redactor redactor = ::redactor();
        redactor.learn(c);
        const Activity other = redactor.redacted(activity);
        QCOMPARE(other.user->text(), name);
        QCOMPARE(other.room.text(), name + u"'s"_s);
        QCOMPARE(other.by, activity.by);
    }

    void whatIsLearntLaterCountsToo()
    {
        Redactor redactor = ::redactor();
        Capture first = captureWith("plain text about zebedee");
        first.summary.note = u"zebedee again"_s;
        redactor.learn(first);
        redactor.learn(captureWith(json("{'Operator_Account':'zebedee'}")));
        const Capture now = redactor.redacted(first);
        QCOMPARE(now.body, "plain text about " + alias("zebedee"));
        QCOMPARE(now.summary.note.toUtf8(), alias("zebedee") + " again");
    }

    void counts()
    {
        Redactor redactor = ::redactor();
        const Capture c =
            captureWith(json("{'Operator_Account':'alice','To_Account':['alice','bobby'],'Sign':'s3cr3t'}"));
        redactor.learn(c);
        static_cast<void>(redactor.redacted(c));
        QCOMPARE(redactor.count(RedactedKind::User).distinct, 2);
        QCOMPARE(redactor.count(RedactedKind::User).places, 3);
        QCOMPARE(redactor.count(RedactedKind::Address).distinct, 1);
        QCOMPARE(redactor.count(RedactedKind::Secret).distinct, 1);
        QCOMPARE(redactor.count(RedactedKind::Secret).places, 1);
        QVERIFY(!redactor.isFull());
    }

    void keepsSizesAndStructure()
    {
        for (const QString &name : corpusFiles()) {
            const QByteArray body = testData(u"corpus/"_s + name);
            const Capture now = redacted(captureWith(body));
            QCOMPARE(now.body.size(), body.size());
            const auto before = decodeCallback(body, {});
            const auto after = decodeCallback(now.body, {});
            QCOMPARE(after.has_value(), before.has_value());
            if (!before)
                continue;
            QCOMPARE(after->command, before->command);
            QCOMPARE(after->eventTime, before->eventTime);
            QCOMPARE(after->findings.size(), before->findings.size());
            QCOMPARE(after->seats.has_value(), before->seats.has_value());
            if (before->seats) {
                QCOMPARE(after->seats->size(), before->seats->size());
                for (size_t i = 0; i < before->seats->size(); ++i)
                    QCOMPARE(after->seats->at(i).user.has_value(), before->seats->at(i).user.has_value());
            }
        }
    }

    void nothingOriginalIsLeft()
    {
        QRandomGenerator random(11);
        const auto word = [&random](const QByteArray &letters, int size) {
            QByteArray text;
            for (int i = 0; i < size; ++i)
                text += letters.at(random.bounded(letters.size()));
            return text;
        };
        for (int round = 0; round < 300; ++round) {
            QByteArrayList names{word("abcdefghijklmnopqrstuvwxyz", 10), word("ABCDEFGHIJK0123456789", 12) + "_x",
                                 "1" + word("0123456789", 15)};
            const QByteArray token = word("0123456789abcdef", 64);
            const QByteArray address = "198.51.100." + QByteArray::number(100 + random.bounded(100));
            const QByteArray body = "{'Operator_Account':'" + names.at(0) +
                                    "','SeatList':[{'Member_Account':" + names.at(2) + "},{'Member_Account':'" +
                                    names.at(1) + "'}],'Reason':'a" + names.join("b") + "c','RoomId':'of " +
                                    names.at(0) + "'}";
            Capture c = captureWith(QByteArray(body).replace('\'', '"'),
                                    "POST /?Sign=" + token + "&ClientIP=" + address +
                                        " HTTP/1.1\r\nX-Forwarded-For: " + address + "\r\nX-Note: " + names.at(1) +
                                        ' ' + token + "\r\nCookie: a=" + token + "\r\n\r\n");
            c.summary.note = QString::fromUtf8(names.join(' ') + ' ' + address + ' ' + token);
            if (round % 3 == 0)
                c.body.chop(random.bounded(20)); // no JSON any more
            const Capture now = redacted(c);
            const QByteArray all = everything(now);
            QCOMPARE(all.size(), everything(c).size());
            for (const QByteArray &secret : names + QByteArrayList{token, address, "203.0.113.77"})
                QVERIFY2(!all.contains(secret), QByteArray(secret + " in " + all).constData());
            QCOMPARE(QJsonDocument::fromJson(now.body).isNull(), QJsonDocument::fromJson(c.body).isNull());
        }
    }

    void takesAnyBytes()
    {
        QRandomGenerator random(3);
        const QByteArray frequent = "{}[]:,\"\\u%?&=/ \r\n-.e0123456789aUserId";
        for (int round = 0; round < 5000; ++round) {
            QByteArray bytes(random.bounded(60), Qt::Uninitialized);
            for (char &c : bytes)
                c = random.bounded(5) == 0 ? static_cast<char>(random.bounded(256))
                                           : frequent.at(random.bounded(frequent.size()));
            Capture c = captureWith(bytes + "\"UserId\":\"" + bytes, bytes + "\r\nCookie: " + bytes);
            c.summary.target = bytes;
            const Capture now = redacted(c);
            QCOMPARE(now.body.size(), c.body.size());
            QCOMPARE(now.head.size(), c.head.size());
            QCOMPARE(now.summary.target.size(), c.summary.target.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
