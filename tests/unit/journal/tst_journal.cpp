// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalschema.h"
#include "model/journal/roomsegments.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QFile>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

class TestJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"j.seatscope"_s);
    }

    void givesBackEveryField()
    {
        Capture c = capture(1, u"房间😀"_s, -5, QByteArray("a\0b\xff\r\n", 6));
        c.head = QByteArray("GET /\xff\0 HTTP/1.1\r\n\r\n", 19);
        c.summary.method = "GET\xff";
        c.summary.target = QByteArray("/a\0b", 4);
        c.summary.operatorAccount = UserId(u""_s);
        c.summary.ruling = {Verdict::ForeignApp, u"why \"not\""_s};
        c.summary.flags = CaptureFlag::Late | CaptureFlag::HasFindings;
        c.summary.duplicateOf = Sequence(77);
        c.summary.status = 403;
        const auto writer = openWriter(m_path);
        QVERIFY(writer);
        keep(*writer, {c});

        const auto reader = openReader(m_path);
        QVERIFY(reader);
        const Result<std::optional<Capture>> read = reader->capture(Sequence(1));
        QVERIFY(read && *read);
        const Capture &got = **read;
        QCOMPARE(got.head, c.head);
        QCOMPARE(got.body, c.body);
        QCOMPARE(got.summary.method, c.summary.method);
        QCOMPARE(got.summary.target, c.summary.target);
        QCOMPARE(got.summary.peer, c.summary.peer);
        QCOMPARE(got.summary.command, c.summary.command);
        QVERIFY(got.summary.product == Product::Room);
        QCOMPARE(got.summary.room->text(), u"房间😀"_s);
        QVERIFY(got.summary.operatorAccount && got.summary.operatorAccount->isEmpty());
        QCOMPARE(got.summary.eventTime->value(), -5);
        QVERIFY(got.summary.ruling.verdict == Verdict::ForeignApp);
        QCOMPARE(got.summary.ruling.reason, u"why \"not\""_s);
        QCOMPARE(got.summary.flags, c.summary.flags);
        QCOMPARE(got.summary.duplicateOf->value(), 77);
        QCOMPARE(got.summary.status, 403);
        QCOMPARE(got.summary.bodySize, 6);
        QCOMPARE(got.summary.receivedAt.value(), c.summary.receivedAt.value());
    }

    void keepsAbsentApartFromEmpty()
    {
        Capture c = capture(1);
        c.summary.room.reset();
        c.summary.eventTime.reset();
        c.body.clear();
        c.head = QByteArray();
        const auto writer = openWriter(m_path);
        QVERIFY(writer);
        keep(*writer, {c});
        const Result<std::optional<Capture>> read = openReader(m_path)->capture(Sequence(1));
        QVERIFY(read && *read);
        QVERIFY(!(*read)->summary.room);
        QVERIFY(!(*read)->summary.operatorAccount);
        QVERIFY(!(*read)->summary.eventTime);
        QVERIFY(!(*read)->summary.duplicateOf);
    }

    void readsWindowsTotalsAndNeighbours()
    {
        const auto writer = openWriter(m_path);
        QVERIFY(writer);
        std::vector<Capture> captures;
        for (qint64 i = 1; i <= 10; ++i) {
            captures.push_back(capture(i, i % 2 == 0 ? u"even"_s : u"odd"_s));
            if (i > 7)
                captures.back().summary.ruling.verdict = Verdict::Malformed;
        }
        keep(*writer, captures);
        const auto reader = openReader(m_path);
        const auto window = reader->window(Sequence(4), 3);
        QVERIFY(window);
        QCOMPARE(window->size(), 3U);
        QCOMPARE(window->front().sequence.value(), 4);
        QCOMPARE(window->back().sequence.value(), 6);
        QCOMPARE(reader->window(Sequence(9), 100)->size(), 2U);
        QVERIFY(reader->window(Sequence(11), 100)->empty());
        QCOMPARE(reader->usage()->captures, 10);
        QCOMPARE(reader->usage()->refused, 3);
        QCOMPARE(reader->lastSequence()->value(), 10);
        QCOMPARE(reader->lastSequenceUntil(ArrivalTime(1'700'000'000'000'004))->value(), 4);
        QCOMPARE(reader->lastSequenceUntil(ArrivalTime(5))->value(), 0);
        const auto middle = reader->neighbours(Sequence(4), RoomId(u"even"_s));
        QCOMPARE(middle->previous->value(), 2);
        QCOMPARE(middle->following->value(), 6);
        QVERIFY(!reader->neighbours(Sequence(1), RoomId(u"odd"_s))->previous);
        QVERIFY(!reader->capture(Sequence(11))->has_value());
        QList<qint64> visited;
        const auto note = [&visited](const KeptCallback &c) {
            visited += c.sequence.value();
            return visited.size() < 5;
        };
        QVERIFY(reader->visitRoomCallbacks(Sequence(1), Sequence(8), note));
        QCOMPARE(visited, QList<qint64>({2, 3, 4, 5, 6}));
        visited.clear();
        QVERIFY(reader->visitCallbacksOf(RoomId(u"even"_s), Sequence(2), Sequence(9), note));
        QCOMPARE(visited, QList<qint64>({4, 6})); // those after them were refused
    }

    void whatIsKeptOutIsNoPartOfRooms()
    {
        const auto writer = openWriter(m_path);
        QVERIFY(writer);
        std::vector<Capture> captures{capture(1, u"r"_s, 1000), capture(2, u"r"_s, 2000), capture(3, u"r"_s, 3000)};
        captures[1].summary.flags = CaptureFlag::Replay | CaptureFlag::KeptOut;
        captures[2].summary.flags = CaptureFlag::Replay;
        keep(*writer, captures);
        const auto reader = openReader(m_path);
        QVERIFY(reader);
        QList<qint64> visited;
        const auto note = [&visited](const KeptCallback &callback) {
            visited += callback.sequence.value();
            return true;
        };
        QVERIFY(reader->visitRoomCallbacks(Sequence(0), Sequence(3), note));
        QVERIFY(reader->visitCallbacksOf(RoomId(u"r"_s), Sequence(0), Sequence(3), note));
        QCOMPARE(visited, QList<qint64>({1, 3, 1, 3}));
        QVERIFY(!writer->findTwins(capture(4, u"r"_s, 2000))->sameContent);
        QCOMPARE(writer->findTwins(capture(4, u"r"_s, 3000))->sameContent, Sequence(3));
    }

    void readsWhileWriting()
    {
        const auto writer = openWriter(m_path);
        const auto reader = openReader(m_path);
        QVERIFY(writer && reader);
        QVERIFY(writer->begin());
        QVERIFY(writer->append(capture(1)));
        QCOMPARE(reader->lastSequence()->value(), 0);
        QVERIFY(writer->commit());
        QCOMPARE(reader->lastSequence()->value(), 1);
    }

    void keepsOnlyWhatWasCommitted()
    {
        {
            const auto writer = openWriter(m_path);
            keep(*writer, {capture(1)});
            QVERIFY(writer->begin());
            QVERIFY(writer->append(capture(2)));
            QCOMPARE(writer->lastSequence().value(), 2);
            writer->rollback();
            QCOMPARE(writer->lastSequence().value(), 1);
            keep(*writer, {capture(2), capture(3)});
            QVERIFY(writer->begin());
            QVERIFY(writer->append(capture(4)));
        }
        const auto writer = openWriter(m_path);
        QVERIFY(writer);
        QCOMPARE(writer->lastSequence().value(), 3);
    }

    void findsTwins()
    {
        const auto writer = openWriter(m_path);
        keep(*writer, {capture(1, u"a"_s, 5, "x"), capture(2, u"a"_s, 5, "y"), capture(3, u"a"_s, 6, "z")});
        QVERIFY(writer->begin());
        QVERIFY(writer->append(capture(4, u"a"_s, 7, "in this transaction")));
        const auto twins = [&writer](const QString &room, qint64 time, const QByteArray &body) {
            return *writer->findTwins(capture(5, room, time, body));
        };
        QCOMPARE(twins(u"a"_s, 5, "y").sameContent->value(), 2);
        QVERIFY(twins(u"a"_s, 5, "y").otherContent);
        QVERIFY(!twins(u"a"_s, 6, "x").sameContent);
        QVERIFY(twins(u"a"_s, 6, "x").otherContent);
        QCOMPARE(twins(u"a"_s, 7, "in this transaction").sameContent->value(), 4);
        Capture timeless = capture(5, u"a"_s, 0, "without a time");
        timeless.summary.eventTime.reset();
        QVERIFY(!writer->findTwins(timeless)->sameContent);
        QVERIFY(writer->append(timeless));
        QCOMPARE(writer->findTwins(timeless)->sameContent->value(), 5);
        QVERIFY(!twins(u"b"_s, 5, "x").sameContent);
        QVERIFY(!twins(u"b"_s, 5, "x").otherContent);
    }

    void findsARoomsCapturesFarApart()
    {
        const auto writer = openWriter(m_path);
        constexpr qint64 far = 5 * roomSegmentLength;
        keep(*writer, {capture(1, u"a"_s, 5, "first"), capture(2, u"b"_s, 5, "x"), capture(far, u"a"_s, 5, "second"),
                       capture(far + 1, u"b"_s, 5, "x"), capture(2 * far, u"a"_s, 6, "third")});
        const auto twins = [&writer](const QByteArray &body) {
            return *writer->findTwins(capture(3 * far, u"a"_s, 5, body));
        };
        QCOMPARE(twins("first").sameContent->value(), 1);
        QVERIFY(!twins("first").otherContent);
        QCOMPARE(twins("second").sameContent->value(), far);
        QVERIFY(twins("third").otherContent);
        const auto reader = openReader(m_path);
        const auto neighbours = [&reader](qint64 sequence, const QString &room) {
            const auto found = reader->neighbours(Sequence(sequence), RoomId(room));
            const auto number = [](std::optional<Sequence> s) { return s ? s->value() : 0; };
            return found ? QList<qint64>{number(found->previous), number(found->following)} : QList<qint64>{-1, -1};
        };
        QCOMPARE(neighbours(far, u"a"_s), QList<qint64>({1, 2 * far}));
        QCOMPARE(neighbours(1, u"a"_s), QList<qint64>({0, far}));
        QCOMPARE(neighbours(2 * far, u"a"_s), QList<qint64>({far, 0}));
        QCOMPARE(neighbours(2 * far, u"b"_s), QList<qint64>({far + 1, 0}));
        QCOMPARE(neighbours(far + 2, u"none"_s), QList<qint64>({0, 0}));
        const auto newer = [&reader](qint64 sequence, const QString &room, qint64 time) {
            const auto found = reader->newerBefore(Sequence(sequence), RoomId(room), EventTime(time));
            return found ? found->value_or(Sequence(0)).value() : -1;
        };
        QCOMPARE(newer(3 * far, u"a"_s, 5), 2 * far);
        QCOMPARE(newer(3 * far, u"a"_s, 4), 2 * far);
        QCOMPARE(newer(2 * far, u"a"_s, 4), far);
        QCOMPARE(newer(2 * far, u"a"_s, 5), 0);
        QCOMPARE(newer(3 * far, u"none"_s, 0), 0);
    }

    void searchesTheNewestSegmentsForTwins()
    {
        const auto writer = openWriter(m_path);
        // A capture that stays for ever, as a bookmarked one does, must not make every search longer and longer.
        constexpr qint64 last = (maxSearchedSegments + 1) * roomSegmentLength;
        constexpr qint64 oldestSearched = 2 * roomSegmentLength;
        keep(*writer, {capture(1, u"a"_s, 5, "x"), capture(oldestSearched - 1, u"a"_s, 5, "y"),
                       capture(oldestSearched, u"a"_s, 5, "z"), capture(last, u"b"_s)});
        const auto twin = [&writer](const QByteArray &body) {
            return writer->findTwins(capture(last + 1, u"a"_s, 5, body))->sameContent;
        };
        QVERIFY(!twin("x"));
        QVERIFY(!twin("y"));
        QCOMPARE(twin("z"), Sequence(oldestSearched));
    }

    void saysDiskFullAndGoesOn()
    {
        const auto writer = openWriter(m_path);
        keep(*writer, {capture(1)});
        // What SQLite does on a full disk, without filling one: the same result code at the same places.
        QVERIFY(writer->limitPages(8));
        QVERIFY(writer->begin());
        const Result<void> appended = writer->append(capture(2, u"a"_s, 1, QByteArray(100'000, 'x')));
        QVERIFY(!appended);
        QVERIFY2(appended.error().message().contains(u"disk is full"_s), qPrintable(appended.error().message()));
        writer->rollback();
        QCOMPARE(writer->lastSequence().value(), 1);
        QVERIFY(writer->limitPages(1'000'000));
        keep(*writer, {capture(2, u"a"_s, 1, QByteArray(100'000, 'x'))});
        QCOMPARE(openReader(m_path)->lastSequence()->value(), 2);
    }

    void refusesOtherFilesInWords_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        QTest::newRow("text") << QByteArray("this is no database, certainly not").repeated(50)
                              << u"not a SeatScope journal"_s;
        QTest::newRow("a head like SQLite's, then rubbish")
            << QByteArray("SQLite format 3\0", 16) + QByteArray(4096, 'x') << u"not a SeatScope journal"_s;
    }
    void refusesOtherFilesInWords()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, words);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto writer = JournalWriter::open(m_path);
        QVERIFY(!writer);
        QVERIFY2(writer.error().message().contains(words), qPrintable(writer.error().message()));
        QVERIFY(writer.error().message().contains(m_path));
        const auto reader = JournalReader::open(m_path);
        QVERIFY(!reader);
        QVERIFY2(reader.error().message().contains(words), qPrintable(reader.error().message()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void refusesOtherDatabasesAndNewerVersions()
    {
        QVERIFY(runSql(m_path, u"CREATE TABLE someone_elses(x)"_s));
        const auto other = JournalWriter::open(m_path);
        QVERIFY(!other);
        QVERIFY(other.error().message().contains(u"not a SeatScope journal"_s));

        const QString newer = m_dir->filePath(u"newer"_s);
        QVERIFY(openWriter(newer));
        QVERIFY(runSql(newer, u"PRAGMA user_version=99"_s));
        const auto fromNewer = JournalWriter::open(newer);
        QVERIFY(!fromNewer);
        QVERIFY(fromNewer.error().message().contains(u"newer version"_s));
    }

    void refusesFoldersAndMissingFiles()
    {
        QVERIFY(JournalWriter::open(m_dir->path()).error().message().contains(u"folder"_s));
        QVERIFY(JournalReader::open(m_path).error().message().contains(u"no such journal"_s));
        QVERIFY(!QFile::exists(m_path));
        QVERIFY(JournalWriter::open(m_dir->filePath(u"no/such/j"_s)).error().message().contains(u"folder"_s));
    }

    void isWholeInOneFileWhenTheWriterHasEnded()
    {
        auto writer = openWriter(m_path);
        const auto reader = openReader(m_path);
        keep(*writer, {capture(1), capture(2)});
        QCOMPARE(reader->lastSequence()->value(), 2);
        writer.reset();
        const QString copy = m_dir->filePath(u"copy"_s);
        QVERIFY(QFile::copy(m_path, copy));
        const auto copied = openReader(copy);
        QVERIFY(copied);
        QCOMPARE(copied->lastSequence()->value(), 2);
    }

    void bringsOlderJournalsUpToDate()
    {
        QString creation = journalCreation().join(u';');
        QVERIFY(
            runSql(m_path, u"PRAGMA page_size=8192; PRAGMA journal_mode=WAL; BEGIN; "_s + creation + u"; COMMIT"_s));
        QVERIFY(runSql(m_path,
                       u"INSERT INTO capture VALUES(1,5,X'504F5354',X'2F','p','c',1,'r',NULL,7,0,'',0,NULL,200,2),"
                       "(2,6,X'474554',X'2F78','p','',0,NULL,NULL,NULL,6,'why',0,NULL,404,3);"
                       " INSERT INTO content VALUES(1,X'61',X'7B7D'),(2,X'6162',X'616263')"_s));
        {
            // Reading changes nothing.
            const auto reader = openReader(m_path);
            QCOMPARE(reader->usage()->captures, 2);
            QCOMPARE(reader->usage()->refused, 1);
            QCOMPARE(reader->usage()->newest->receivedAt.value(), 6);
            QCOMPARE(reader->window(Sequence(1), 9)->size(), 2U);
        }
        // A crash at any statement of the migration leaves version 1.
        const QStringList steps = journalMigration(1);
        for (qsizetype i = 1; i < steps.size(); ++i) {
            QVERIFY(runSql(m_path, u"BEGIN; "_s + steps.first(i).join(u';')));
            const auto version = JournalConnection::openUnchecked(m_path)->number(u"PRAGMA user_version"_s);
            QCOMPARE(version.value(), 1);
        }
        const auto writer = openWriter(m_path);
        QVERIFY(writer);
        QCOMPARE(writer->lastSequence().value(), 2);
        keep(*writer, {capture(3)});
        const auto reader = openReader(m_path);
        QCOMPARE(reader->usage()->captures, 3);
        QCOMPARE(reader->usage()->refused, 1);
        QCOMPARE((*reader->capture(Sequence(1)))->body, QByteArray("{}"));
        const QString sizes = u"SELECT uninvited = 1 AND uninvited_bytes BETWEEN 50 AND 250 FROM tally"_s;
        QCOMPARE(JournalConnection::openUnchecked(m_path)->number(sizes).value(), 1);
        QCOMPARE(JournalConnection::openUnchecked(m_path)
                     ->number(u"SELECT count(*) FROM capture WHERE bookmarked = 0 AND note = ''"_s)
                     .value(),
                 3);
    }

    void letsOneWriterIn()
    {
        auto first = openWriter(m_path);
        const QString link = m_dir->filePath(u"link"_s);
        QVERIFY(QFile::link(m_path, link));
        const auto byLink = JournalWriter::open(link);
        QVERIFY(!byLink);
        QVERIFY2(byLink.error().message().contains(u"another SeatScope"_s), qPrintable(byLink.error().message()));
        QVERIFY(first);
        const auto second = JournalWriter::open(m_path);
        QVERIFY(!second);
        QVERIFY2(second.error().message().contains(u"another SeatScope"_s), qPrintable(second.error().message()));
        first.reset();
        QVERIFY(openWriter(m_path));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
