// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/toldstory.h"
#include "tests/support/program.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

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
        m_flags = tellStory(m_journal);
        QCOMPARE(size_t(m_flags.size()), story.size());
    }

    void roomsAtEverySequence_data()
    {
        QTest::addColumn<QStringList>("at");
        QTest::addColumn<QString>("wanted");
        qint64 sequence = 0;
        for (const StoryStep &step : story) {
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
        for (qint64 sequence = 1; sequence <= qint64(story.size()); ++sequence) {
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
    QStringList m_flags;
};

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
