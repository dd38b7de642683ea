// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalwriter.h"
#include "model/pipeline/batchwriter.h"
#include "tests/support/program.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <array>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// EventTime of the story's beginning, ms; every step says how much later it happened.
constexpr qint64 beginning = 1'700'000'000'000;

/// A callback, and what the room must be once it has come, written down by hand:
/// state | name | owner | members | seats; of a seat L: locked, A: audio forbidden.
struct Step {
    const char *what;
    qint64 ms; ///< EventTime after the beginning
    const char *command;
    const char *fields; ///< of the body, with ' for "
    const char *after;
};

constexpr auto seats = "Mic.CallbackAfterSeatInfoChanged";
constexpr auto moved = "'Operator_Account':'u1','SeatList':[{'Index':1,'Member_Account':'','IsTakenDisabled':false,"
                       "'IsVideoDisabled':false,'IsAudioDisabled':false},{'Index':2,'Member_Account':'u1',"
                       "'IsTakenDisabled':false,'IsVideoDisabled':false,'IsAudioDisabled':false}]";

constexpr std::array story{
    Step{"the room is created", 0, "Room.CallbackAfterCreateRoom",
         "'Operator_Account':'host','RoomInfo':{'RoomId':'rid-9','RoomName':'Weekly','RoomType':'Conference',"
         "'Owner_Account':'host','MaxSeatCount':8}",
         "active|Weekly|host||"},
    Step{"the host comes in", 500, "Room.CallbackAfterMemberEnter",
         "'Operator_Account':'host','MemberCount':1,'Type':'Enter','MemberList_Account':['host']",
         "active|Weekly|host|host|"},
    Step{"a full list: the host has taken seat 0", 1000, seats,
         "'Operator_Account':'host','SeatList':[{'Index':0,'Member_Account':'host'},{'Index':1},{'Index':2},"
         "{'Index':3},{'Index':4},{'Index':5},{'Index':6},{'Index':7}]",
         "active|Weekly|host|host|0:host 1:- 2:- 3:- 4:- 5:- 6:- 7:-"},
    Step{"u1 takes seat 1", 2000, seats, "'Operator_Account':'u1','SeatList':[{'Index':1,'Member_Account':'u1'}]",
         "active|Weekly|host|host|0:host 1:u1 2:- 3:- 4:- 5:- 6:- 7:-"},
    Step{"u2 takes seat 2", 3000, seats, "'Operator_Account':'u2','SeatList':[{'Index':2,'Member_Account':'u2'}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:- 4:- 5:- 6:- 7:-"},
    Step{"u3 takes seat 3", 4000, seats, "'Operator_Account':'u3','SeatList':[{'Index':3,'Member_Account':'u3'}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:u3 4:- 5:- 6:- 7:-"},
    Step{"u4 takes seat 4", 5000, seats, "'Operator_Account':'u4','SeatList':[{'Index':4,'Member_Account':'u4'}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:u3 4:u4 5:- 6:- 7:-"},
    Step{"u5 takes seat 5", 6000, seats, "'Operator_Account':'u5','SeatList':[{'Index':5,'Member_Account':'u5'}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:u3 4:u4 5:u5 6:- 7:-"},
    Step{"u6 takes seat 6", 7000, seats, "'Operator_Account':'u6','SeatList':[{'Index':6,'Member_Account':'u6'}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:u3 4:u4 5:u5 6:u6 7:-"},
    Step{"u7 takes seat 7", 8000, seats, "'Operator_Account':'u7','SeatList':[{'Index':7,'Member_Account':'u7'}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:u3 4:u4 5:u5 6:u6 7:u7"},
    Step{"the host mutes seat 3", 9000, seats,
         "'Operator_Account':'host','SeatList':[{'Index':3,'Member_Account':'u3','IsAudioDisabled':true}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:u3A 4:u4 5:u5 6:u6 7:u7"},
    Step{"the host locks seat 7, which puts u7 off it", 10'000, seats,
         "'Operator_Account':'host','SeatList':[{'Index':7,'IsTakenDisabled':true}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:u3A 4:u4 5:u5 6:u6 7:-L"},
    Step{"the host puts u2 off seat 2", 11'000, seats, "'Operator_Account':'host','SeatList':[{'Index':2}]",
         "active|Weekly|host|host|0:host 1:u1 2:- 3:u3A 4:u4 5:u5 6:u6 7:-L"},
    Step{"u1 moves from seat 1 to 2", 13'000, seats, moved,
         "active|Weekly|host|host|0:host 1:- 2:u1 3:u3A 4:u4 5:u5 6:u6 7:-L"},
    Step{"late: before that, u5 had left; of seat 2 something newer is known", 12'000, seats,
         "'Operator_Account':'u5','SeatList':[{'Index':2},{'Index':5}]",
         "active|Weekly|host|host|0:host 1:- 2:u1 3:u3A 4:u4 5:- 6:u6 7:-L"},
    Step{"duplicate: the move comes again", 13'000, seats, moved,
         "active|Weekly|host|host|0:host 1:- 2:u1 3:u3A 4:u4 5:- 6:u6 7:-L"},
    Step{"the room gets another name", 14'000, "Room.CallbackAfterUpdateRoomInfo",
         "'Operator_Account':'host','RoomInfo':{'RoomId':'rid-9','RoomName':'Retrospective'}",
         "active|Retrospective|host|host|0:host 1:- 2:u1 3:u3A 4:u4 5:- 6:u6 7:-L"},
    Step{"the room is destroyed", 20'000, "Room.CallbackAfterDestroyRoom", "'Operator_Account':'host'",
         "destroyed|Retrospective|host||"},
    Step{"a straggler from before, about seat 4", 15'000, seats, "'Operator_Account':'u4','SeatList':[{'Index':4}]",
         "destroyed|Retrospective|host||"},
    Step{"something comes for the destroyed room", 21'000, seats,
         "'Operator_Account':'u6','SeatList':[{'Index':6,'Member_Account':'u6'}]",
         "destroyed|Retrospective|host||6:u6"},
};

QByteArray bodyOf(const Step &step)
{
    const QByteArray fields(step.fields);
    const QByteArray room = fields.contains("RoomInfo") ? QByteArray() : QByteArray("'RoomId':'rid-9',");
    QByteArray body = "{'CallbackCommand':'" + QByteArray(step.command) + "'," + room + fields +
                      ",'EventTime':" + QByteArray::number(beginning + step.ms) + "}";
    return body.replace('\'', '"');
}

QString seatPicture(const QJsonObject &seat)
{
    const QString user = seat["user"_L1].isNull() ? u"-"_s : seat["user"_L1].toString();
    return QString::number(seat["index"_L1].toInt()) + u':' + user +
           QString(seat["locked"_L1].toBool() ? u"L"_s : u""_s) +
           QString(seat["audioDisabled"_L1].toBool() ? u"A"_s : u""_s);
}

/// The one room of the program's answer, as the story writes it.
QString picture(const QByteArray &json)
{
    const QJsonArray rooms = QJsonDocument::fromJson(json)["rooms"_L1].toArray();
    if (rooms.size() != 1)
        return u"%1 rooms"_s.arg(rooms.size());
    const QJsonObject room = rooms.first().toObject();
    QStringList members;
    for (const QJsonValue &member : room["members"_L1].toArray())
        members += member.toString();
    QStringList seatTexts;
    for (const QJsonValue &seat : room["seats"_L1].toArray())
        seatTexts += seatPicture(seat.toObject());
    return QStringList{room["state"_L1].toString(), room["name"_L1].toString(), room["owner"_L1].toString(),
                       members.join(u' '), seatTexts.join(u' ')}
        .join(u'|');
}

} // namespace

/// The life of one room, told by callbacks, and what the program says of it at each of them.
class TestStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void initTestCase()
    {
        m_journal = m_folder.filePath(u"story.seatscope"_s);
        const auto writer = JournalWriter::open(m_journal);
        QVERIFY(writer);
        BatchWriter batches(**writer, RoomBook());
        for (const Step &step : story) {
            PendingRequest pending;
            pending.request.method = "POST";
            pending.request.target = "/?SdkAppid=1400000001";
            pending.request.body = bodyOf(step);
            pending.query = parseRequestTarget(pending.request.target);
            pending.request.receivedAt = ArrivalTime((beginning + 1000 * ++m_told) * 1000);
            const WrittenBatch written = batches.write({pending});
            QVERIFY2(written.batch, step.what);
            QVERIFY2(written.batch->captures.front().ruling.verdict == Verdict::Accepted, step.what);
            m_flags +=
                flagNames(written.batch->captures.front().flags & ~CaptureFlags(CaptureFlag::HasFindings)).join(u' ');
        }
    }

    void roomsAtEverySequence_data()
    {
        QTest::addColumn<QStringList>("at");
        QTest::addColumn<QString>("wanted");
        qint64 sequence = 0;
        for (const Step &step : story) {
            ++sequence;
            QTest::newRow(step.what) << QStringList{QString::number(sequence)} << QString::fromLatin1(step.after);
        }
        QTest::newRow("now") << QStringList() << QString::fromLatin1(story.back().after);
    }
    void roomsAtEverySequence()
    {
        QFETCH(QStringList, at);
        QFETCH(QString, wanted);
        QStringList arguments{u"rooms"_s, u"--journal"_s, m_journal, u"--json"_s};
        if (!at.isEmpty())
            arguments += QStringList{u"--at"_s, at.first()};
        const ProgramResult rooms = runProgram(arguments);
        QCOMPARE(rooms.exitCode, 0);
        QCOMPARE(picture(rooms.output), wanted);
    }

    void findsWhatIsOddAboutTheRoom()
    {
        for (qint64 sequence = 1; sequence <= m_told; ++sequence) {
            const QByteArray what = story.at(static_cast<size_t>(sequence) - 1).what;
            const ProgramResult rooms =
                runProgram({u"rooms"_s, u"--journal"_s, m_journal, u"--json"_s, u"--at"_s, QString::number(sequence)});
            QStringList found;
            for (const QJsonValue &finding :
                 QJsonDocument::fromJson(rooms.output)["rooms"_L1][0]["findings"_L1].toArray())
                found += u"%1 #%2"_s.arg(finding["code"_L1].toString()).arg(finding["seq"_L1].toInt());
            // The story is told a second a callback, and its end happens 2 s later than it is told.
            const QString wanted = what.startsWith("something") ? u"after-destruction #20"_s
                                   : what.startsWith("the room is d") || what.startsWith("a str")
                                       ? u"ahead-of-clock #18"_s
                                       : QString();
            QVERIFY2(found.join(u' ') == wanted, qPrintable(QString::fromLatin1(what) + u": "_s + found.join(u' ')));
        }
    }

    void findingsAreLinesToo()
    {
        const ProgramResult rooms = runProgram({u"rooms"_s, u"--journal"_s, m_journal});
        QVERIFY2(rooms.output.endsWith("\n  finding: a callback came for the room after it had been destroyed "
                                       "(#20, after-destruction)\n"),
                 rooms.output.constData());
    }

    void marksWhatIsRemarkable()
    {
        for (qsizetype i = 0; i < m_flags.size(); ++i) {
            const QByteArray what = story.at(static_cast<size_t>(i)).what;
            const QString wanted = what.startsWith("late") || what.startsWith("a straggler") ? u"late"_s
                                   : what.startsWith("duplicate")                            ? u"duplicate"_s
                                   : what.startsWith("something")                            ? u"after-destruction"_s
                                                                                             : QString();
            QVERIFY2(m_flags.at(i) == wanted, qPrintable(QString::fromLatin1(what) + u": "_s + m_flags.at(i)));
        }
    }

private:
    QTemporaryDir m_folder;
    QString m_journal;
    qint64 m_told = 0;
    QStringList m_flags;
};

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
