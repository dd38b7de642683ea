// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalcheck.h"
#include "model/journal/journalrepair.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray seatsBody = R"({"CallbackCommand":"Mic.CallbackAfterSeatInfoChanged","RoomId":"r","EventTime":7})";

struct Request {
    QByteArray line;
    QByteArray body;
    Verdict verdict = Verdict::Accepted;
};

Capture captureOf(qint64 sequence, const Request &request)
{
    Capture made = capture(sequence, u"r"_s, 7, request.body);
    made.head = request.line + "\r\nHost: x\r\n\r\n";
    made.summary.ruling = {request.verdict, isRefused(request.verdict) ? u"why"_s : QString()};
    made.summary.status = httpStatus(request.verdict);
    return made;
}

} // namespace

/// Captures of which a damaged journal has lost the columns, and with them the verdict.
class TestLostColumns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"journal"_s);
        m_output = m_dir->filePath(u"repaired"_s);
    }

    void makeNoCallback_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("verdict");
        const QByteArray post = "POST /?SdkAppid=1 HTTP/1.1";
        const auto row = [](const char *name, const QByteArray &line, const QByteArray &body, Verdict verdict) {
            QTest::newRow(name) << line << body << static_cast<int>(verdict);
        };
        row("bad signature", post, seatsBody, Verdict::BadSignature);
        row("wrong path", "POST /no HTTP/1.1", seatsBody, Verdict::WrongPath);
        row("GET with a body", "GET /?SdkAppid=1 HTTP/1.1", seatsBody, Verdict::Probe);
        row("empty, and no probe", "PUT / HTTP/1.1", {}, Verdict::WrongMethod);
        row("no HTTP", "BROKEN", {}, Verdict::Malformed);
        row("no JSON", post, "{", Verdict::Malformed);
        row("accepted, which is lost too", post, seatsBody, Verdict::Accepted);
    }
    void makeNoCallback()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, body);
        QFETCH(int, verdict);
        write({{"POST /?SdkAppid=1 HTTP/1.1", seatsBody}, {line, body, static_cast<Verdict>(verdict)}});
        QVERIFY(runSql(m_path, u"DELETE FROM capture WHERE seq = 2"_s));
        const auto report = repairJournal(m_path, m_output);
        QVERIFY(report);
        QCOMPARE(report->withoutColumns, 1);
        const auto reader = openReader(m_output);
        const CaptureSummary lost = (*reader->capture(Sequence(2)))->summary;
        QCOMPARE(verdictName(lost.ruling.verdict), "lost"_L1);
        QVERIFY(lost.ruling.reason.contains(u"not known"_s));
        QCOMPARE(lost.status, 0);
        QCOMPARE(lost.room.has_value(), body == seatsBody);
        const QString noted = u"SELECT count(*) FROM capture WHERE seq = 2 AND note LIKE '%changes no room%'"_s;
        QCOMPARE(JournalConnection::openUnchecked(m_output)->number(noted).value_or(0), 1);
        QCOMPARE(roomCallbacks(*reader), QList<qint64>{1});
        // It may be anyone's: it must not push callbacks out.
        QVERIFY(isUninvited(lost.ruling.verdict));
        QCOMPARE(reader->usage()->refused, 1);
        QCOMPARE(*checkJournal(m_output), QStringList());
    }

    void areKnownByADamagedVerdictToo()
    {
        write({{"POST / HTTP/1.1", seatsBody}, {"POST / HTTP/1.1", seatsBody, Verdict::BadSignature}});
        QVERIFY(runSql(m_path, u"UPDATE capture SET verdict = 77 WHERE seq = 2"_s));
        const auto report = repairJournal(m_path, m_output);
        QVERIFY(report);
        QCOMPARE(report->whole, 2);
        const auto reader = openReader(m_output);
        const CaptureSummary lost = (*reader->capture(Sequence(2)))->summary;
        QCOMPARE(verdictName(lost.ruling.verdict), "lost"_L1);
        QCOMPARE(lost.status, 403);
        QCOMPARE(*checkJournal(m_output), QStringList());
    }

private:
    void write(const std::vector<Request> &requests) const
    {
        const auto writer = openWriter(m_path);
        QVERIFY(writer);
        std::vector<Capture> batch;
        for (const Request &request : requests)
            batch.push_back(captureOf(static_cast<qint64>(batch.size()) + 1, request));
        keep(*writer, batch);
    }
    static QList<qint64> roomCallbacks(const JournalReader &reader)
    {
        QList<qint64> sequences;
        const auto visit = [&sequences](const KeptCallback &found) {
            sequences += found.sequence.value();
            return true;
        };
        const bool isRead = reader.visitRoomCallbacks(Sequence(0), Sequence(100), visit) &&
                            reader.visitCallbacksOf(RoomId(u"r"_s), Sequence(1), Sequence(100), visit);
        return isRead ? sequences : QList<qint64>{-1};
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    QString m_output;
};

QTEST_GUILESS_MAIN(TestLostColumns)
#include "tst_lostcolumns.moc"
