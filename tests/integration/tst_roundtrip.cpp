// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/pipeline/batchwriter.h"
#include "tests/support/program.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"
#include "tests/unit/pipeline/requests.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// A request as it may arrive: \a body with \a head, or a head of our own making.
PendingRequest request(const QByteArray &body, const QByteArray &head = {})
{
    PendingRequest made = pending(body);
    made.request.head = head.isEmpty() ? "POST " + made.request.target + " HTTP/1.1\r\nHost: h\r\nContent-Length: " +
                                             QByteArray::number(body.size()) + "\r\n\r\n"
                                       : head;
    made.request.peer = u"127.0.0.1:50000"_s;
    return made;
}

QByteArray randomBytes(QRandomGenerator &random)
{
    QByteArray bytes(random.bounded(300), Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

std::vector<PendingRequest> samples()
{
    std::vector<PendingRequest> requests;
    for (const QString &name : corpusFiles())
        requests.push_back(request(testData(u"corpus/"_s + name)));
    return requests;
}

std::vector<PendingRequest> oddBytes(quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<PendingRequest> requests{request("\xEF\xBB\xBF{}"), request(QByteArray(1, '\0')),
                                         request("\xED\xA0\x80"), request({})};
    for (int i = 0; i < 200; ++i) {
        PendingRequest made = request(randomBytes(random), "POST /" + randomBytes(random) + "\r\n\r\n");
        made.request.target = "/" + randomBytes(random);
        made.request.method = randomBytes(random);
        if (i % 3 == 0)
            made.admission = {Verdict::WrongPath, u"\"nobody\"\u2028asked\\"_s};
        requests.push_back(std::move(made));
    }
    return requests;
}

} // namespace

/// What one journal holds goes through a file into another.
class TestRoundTrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void linesComeBackByteForByte_data()
    {
        QTest::addColumn<std::vector<PendingRequest>>("requests");
        QTest::newRow("samples") << samples();
        QTest::newRow("samples, twice") << [] {
            std::vector<PendingRequest> twice = samples();
            for (PendingRequest &again : samples())
                twice.push_back(std::move(again));
            return twice;
        }();
        const quint32 seed = QRandomGenerator::global()->generate();
        QTest::addRow("odd bytes, seed %u", seed) << oddBytes(seed);
    }
    void linesComeBackByteForByte()
    {
        QFETCH(const std::vector<PendingRequest>, requests);
        record(u"here"_s, requests);
        QVERIFY(!QTest::currentTestFailed());
        const ProgramResult first = exported(u"here"_s);
        QCOMPARE(first.exitCode, 0);
        QCOMPARE(first.output.count('\n'), std::ssize(requests) + 1);
        writeFile(u"there.jsonl"_s, first.output);
        const ProgramResult imported =
            runProgram({u"import"_s, u"--journal"_s, path(u"there"_s), path(u"there.jsonl"_s)});
        QVERIFY2(imported.exitCode == 0, imported.words.constData());
        QCOMPARE(exported(u"there"_s).output, first.output);
        // The rooms too, of the moment in the middle and of the end.
        for (const qint64 moment : {std::ssize(requests) / 2, std::ssize(requests)}) {
            const QByteArray rooms = roomsAt(u"here"_s, moment);
            QVERIFY(rooms.startsWith("{\"rooms\":["));
            QCOMPARE(roomsAt(u"there"_s, moment), rooms);
        }
    }

    void archivesComeBackByteForByte()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        std::vector<PendingRequest> requests = samples();
        for (PendingRequest &odd : oddBytes(seed))
            requests.push_back(std::move(odd));
        record(u"here"_s, requests);
        QVERIFY(!QTest::currentTestFailed());
        const ProgramResult archive = exported(u"here"_s, u"har"_s);
        QCOMPARE(archive.exitCode, 0);
        writeFile(u"there.har"_s, archive.output);
        const ProgramResult imported =
            runProgram({u"import"_s, u"--journal"_s, path(u"there"_s), path(u"there.har"_s)});
        QVERIFY2(imported.exitCode == 0, imported.words.constData());
        QCOMPARE(exported(u"there"_s).output, exported(u"here"_s).output);
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }

    void writeFile(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    void record(const QString &name, const std::vector<PendingRequest> &requests) const
    {
        const auto writer = openWriter(path(name));
        QVERIFY(writer);
        QVERIFY(BatchWriter(*writer, RoomBook()).write(requests).batch);
        QVERIFY(writer->mark(Sequence(1), {true, u"a note\nof two lines, \"quoted\""_s}).value_or(false));
        QVERIFY(writer->mark(Sequence(3), {true, {}}).value_or(false));
    }
    [[nodiscard]] ProgramResult exported(const QString &name, const QString &format = u"jsonl"_s) const
    {
        return runProgram({u"export"_s, u"--journal"_s, path(name), u"--format"_s, format});
    }
    [[nodiscard]] QByteArray roomsAt(const QString &name, qint64 moment) const
    {
        return runProgram({u"rooms"_s, u"--journal"_s, path(name), u"--json"_s, u"--at"_s, QString::number(moment)})
            .output;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
