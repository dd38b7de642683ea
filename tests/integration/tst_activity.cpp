// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/toldstory.h"
#include "tests/support/program.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// One line of the program's answer, as the story writes it.
QString picture(const QJsonObject &activity)
{
    QStringList parts{activity["kind"_L1].toString()};
    if (activity.contains("user"_L1))
        parts += activity["user"_L1].toString();
    const QString seat = QString::number(activity["seat"_L1].toInt());
    if (activity.contains("fromSeat"_L1))
        parts += QString::number(activity["fromSeat"_L1].toInt()) + u'>' + seat;
    else if (activity.contains("seat"_L1))
        parts += seat;
    if (activity.contains("name"_L1))
        parts += u'"' + activity["name"_L1].toString() + u'"';
    if (activity.contains("by"_L1))
        parts += u"by "_s + activity["by"_L1].toString();
    return parts.join(u' ');
}

/// What each capture did, an entry each; of captures that are not told of, nothing.
QStringList pictures(const QByteArray &lines)
{
    QStringList told(static_cast<qsizetype>(story.size()));
    qsizetype last = 0;
    for (const QByteArray &line : lines.split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonObject activity = QJsonDocument::fromJson(line).object();
        const qsizetype sequence = activity["seq"_L1].toInt();
        if (sequence < last || sequence < 1 || sequence > told.size())
            return {u"out of order"_s};
        last = sequence;
        QString &entry = told[sequence - 1];
        entry += (entry.isEmpty() ? QString() : u"; "_s) + picture(activity);
    }
    return told;
}

QStringList wantedStory(qsizetype last = static_cast<qsizetype>(story.size()))
{
    QStringList wanted;
    for (const StoryStep &step : story)
        wanted += wanted.size() < last ? QString::fromLatin1(step.activities) : QString();
    return wanted;
}

} // namespace

/// What the program tells of the life of one room.
class TestActivity : public QObject {
    Q_OBJECT

    [[nodiscard]] ProgramResult run(const QString &options) const
    {
        return runProgram(QStringList{u"activity"_s, u"--journal"_s, m_journal} +
                          options.split(u' ', Qt::SkipEmptyParts));
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void initTestCase()
    {
        m_journal = m_folder.filePath(u"story.seatscope"_s);
        QCOMPARE(size_t(tellStory(m_journal).size()), story.size());
    }

    void tellsTheStory()
    {
        const ProgramResult told = run(u"--json"_s);
        QCOMPARE(told.exitCode, 0);
        QCOMPARE(pictures(told.output), wantedStory());
    }

    void tellsItUpToAMoment()
    {
        QCOMPARE(pictures(run(u"--json --at 12"_s).output), wantedStory(12));
        QCOMPARE(pictures(run(u"--json --at 2023-11-14T22:13:32Z"_s).output), wantedStory(12));
        QCOMPARE(run(u"--at 21"_s).exitCode, 1);
    }

    void tellsWhatIsAskedFor_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("a user") << u"--user alice"_s
                                << QStringList{
                                       u"#4 2023-11-14 22:13:24.000000 rid-9 took-seat alice seat 1 by alice"_s,
                                       u"#14 2023-11-14 22:13:34.000000 rid-9 moved-seat alice seat 1 -> 2 by alice"_s};
        QTest::newRow("a seat") << u"--seat 7"_s
                                << QStringList{
                                       u"#10 2023-11-14 22:13:30.000000 rid-9 took-seat grace seat 7 by grace"_s,
                                       u"#12 2023-11-14 22:13:32.000000 rid-9 put-off-seat grace seat 7 by host"_s,
                                       u"#12 2023-11-14 22:13:32.000000 rid-9 seat-locked seat 7 by host"_s};
        QTest::newRow("kinds") << u"--kind room-renamed --kind room-destroyed"_s
                               << QStringList{
                                      u"#17 2023-11-14 22:13:37.000000 rid-9 room-renamed \"Retrospective\" by host"_s,
                                      u"#18 2023-11-14 22:13:38.000000 rid-9 room-destroyed by host"_s};
        QTest::newRow("the last ones")
            << u"--limit 2"_s
            << QStringList{u"#18 2023-11-14 22:13:38.000000 rid-9 room-destroyed by host"_s,
                           u"#20 2023-11-14 22:13:40.000000 rid-9 took-seat frank seat 6 by frank"_s};
        QTest::newRow("the last one of two of a callback")
            << u"--limit 1 --at 12"_s
            << QStringList{u"#12 2023-11-14 22:13:32.000000 rid-9 seat-locked seat 7 by host"_s};
        QTest::newRow("another room") << u"--room other"_s << QStringList();
    }
    void tellsWhatIsAskedFor()
    {
        QFETCH(const QString, options);
        QFETCH(const QStringList, lines);
        const ProgramResult told = run(options);
        QCOMPARE(told.exitCode, 0);
        QStringList found = QString::fromUtf8(told.output).split(u'\n', Qt::SkipEmptyParts);
        for (QString &line : found)
            line.replace(u"  "_s, u" "_s);
        QCOMPARE(found, lines);
    }

    void writesCsv()
    {
        const ProgramResult told = run(u"--csv --user alice"_s);
        QCOMPARE(told.exitCode, 0);
        QCOMPARE(told.output,
                 "seq,received,eventTime,room,kind,user,by,seat,fromSeat,name,exit,more\r\n"
                 "4,2023-11-14T22:13:24.000000Z,2023-11-14T22:13:22.000Z,rid-9,took-seat,alice,alice,1,,,,\r\n"
                 "14,2023-11-14T22:13:34.000000Z,2023-11-14T22:13:33.000Z,rid-9,moved-seat,alice,alice,2,1,,,"
                 "\r\n"_ba);
        QCOMPARE(run(u"--csv --room other"_s).output.count('\n'), 1);
        QCOMPARE(run(u"--csv --json"_s).exitCode, 2);
    }

    void namesTheKindsThatThereAre()
    {
        const ProgramResult wrong = run(u"--kind sat"_s);
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY(wrong.words.contains("took-seat"));
    }

private:
    QTemporaryDir m_folder;
    QString m_journal;
};

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
