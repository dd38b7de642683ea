// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/admission.h"
#include "model/simulate/callbacksender.h"
#include "tests/support/manualclock.h"
#include "tests/support/testmain.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace seatscope;
using seatscope::test::ManualClock;

namespace {

/// A receiver that notes what comes and answers as it is told.
class Receiver : public QTcpServer {
public:
    struct Request {
        QByteArray target;
        QByteArray body;
    };

    Receiver()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            ++m_connections;
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port for the receiver");
    }

    void answerWith(const QByteArray &statusLine, const QByteArray &body)
    {
        m_answer =
            "HTTP/1.1 " + statusLine + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    [[nodiscard]] QUrl url(const QString &pathAndQuery) const
    {
        return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort()) + pathAndQuery);
    }
    [[nodiscard]] const std::vector<Request> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void read(QTcpSocket *socket)
    {
        m_buffer += socket->readAll();
        const qsizetype headEnd = m_buffer.indexOf("\r\n\r\n");
        static const QRegularExpression length(u"content-length: *(\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
        const auto match = length.match(QString::fromLatin1(m_buffer.left(headEnd)));
        const qsizetype bodySize = match.captured(1).toLongLong();
        if (headEnd < 0 || m_buffer.size() < headEnd + 4 + bodySize)
            return;
        m_requests.push_back({m_buffer.split(' ').value(1), m_buffer.mid(headEnd + 4, bodySize)});
        m_buffer.remove(0, headEnd + 4 + bodySize);
        socket->write(m_answer);
    }

    QByteArray m_answer;
    QByteArray m_buffer;
    std::vector<Request> m_requests;
    int m_connections = 0;
};

const QByteArray okBody = R"({"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""})";

ScenarioOptions scenarioOptions()
{
    return {.rooms = 2, .seatsPerRoom = 4, .seed = 7, .start = EventTime(1'700'000'000'000), .stepMs = 200};
}

} // namespace

class TestCallbackSender : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void sendsOneAfterTheOtherOverOneConnection()
    {
        Receiver receiver;
        receiver.answerWith("200 OK", okBody);
        const ManualClock clock;
        CallbackSenderOptions options;
        options.target = receiver.url(u"/cb?mine=1"_s);
        options.sdkAppId = SdkAppId(1400000005);
        options.count = 100;
        CallbackSender sender(options, scenarioOptions(), clock);
        QSignalSpy finished(&sender, &CallbackSender::finished);
        QSignalSpy sent(&sender, &CallbackSender::sent);
        sender.start();
        QVERIFY(finished.wait());

        Scenario same(scenarioOptions());
        std::vector<SimulatedCallback> expected;
        for (int i = 0; i < 100; ++i)
            expected.push_back(same.next());
        const auto rest = same.flushHeldBack();
        expected.insert(expected.end(), rest.begin(), rest.end());
        QCOMPARE(receiver.requests().size(), expected.size());
        for (size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(receiver.requests()[i].body, expected[i].body);
        QCOMPARE(receiver.connections(), 1);
        QCOMPARE(sent.size(), static_cast<qsizetype>(expected.size()));
        QCOMPARE(sent[0], (QVariantList{expected[0].command, expected[0].room.text(), 200, true}));
        QCOMPARE(receiver.requests()[0].target,
                 QByteArray("/cb?mine=1&SdkAppid=1400000005&CallbackCommand=" + expected[0].command.toLatin1() +
                            "&contenttype=json&ClientIP=" + expected[0].clientIp.toLatin1() +
                            "&OptPlatform=" + expected[0].platform.toLatin1()));
    }

    void signsWhenThereIsAToken()
    {
        Receiver receiver;
        receiver.answerWith("200 OK", okBody);
        const ManualClock clock(1'669'872'112'999'999);
        CallbackSenderOptions options;
        options.target = receiver.url(u"/"_s);
        options.token = "xxxxyyyy";
        options.count = 1;
        CallbackSender sender(options, scenarioOptions(), clock);
        QSignalSpy finished(&sender, &CallbackSender::finished);
        sender.start();
        QVERIFY(finished.wait());
        const QUrlQuery query(QUrl(QString::fromLatin1(receiver.requests().front().target)));
        QCOMPARE(query.queryItemValue(u"RequestTime"_s), u"1669872112"_s);
        QCOMPARE(query.queryItemValue(u"Sign"_s),
                 u"17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061"_s);
    }

    void tellsRefusalsAndGoesOn_data()
    {
        QTest::addColumn<QByteArray>("statusLine");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("refused") << QByteArray("403 Forbidden")
                                 << QByteArray(R"({"ActionStatus":"FAIL","ErrorCode":1,"ErrorInfo":"x"})") << 403;
        QTest::newRow("overloaded") << QByteArray("503 Busy") << QByteArray("{}") << 503;
        QTest::newRow("no JSON") << QByteArray("200 OK") << QByteArray("thanks") << 200;
        QTest::newRow("redirect") << QByteArray("302 Found\r\nLocation: http://127.0.0.1:1/") << QByteArray() << 302;
    }

    void tellsRefusalsAndGoesOn()
    {
        QFETCH(QByteArray, statusLine);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        Receiver receiver;
        receiver.answerWith(statusLine, body);
        const ManualClock clock;
        CallbackSenderOptions options;
        options.target = receiver.url(u"/"_s);
        options.count = 3;
        CallbackSender sender(options, scenarioOptions(), clock);
        QSignalSpy finished(&sender, &CallbackSender::finished);
        QSignalSpy sent(&sender, &CallbackSender::sent);
        sender.start();
        QVERIFY(finished.wait());
        QCOMPARE(sent.size(), 3);
        QCOMPARE(sent[2][2].toInt(), status);
        QCOMPARE(sent[2][3].toBool(), false);
    }

    void failsWhereNobodyListens()
    {
        QUrl url;
        {
            const Receiver receiver;
            url = receiver.url(u"/"_s);
        }
        const ManualClock clock;
        CallbackSenderOptions options;
        options.target = url;
        CallbackSender sender(options, scenarioOptions(), clock);
        QSignalSpy failed(&sender, &CallbackSender::failed);
        QSignalSpy finished(&sender, &CallbackSender::finished);
        sender.start();
        QVERIFY(failed.wait());
        QVERIFY(!failed[0][0].toString().isEmpty());
        sender.stop();
        QVERIFY(!finished.wait(20));
    }

    void failsWhereNobodyAnswers()
    {
        const Receiver receiver;
        const ManualClock clock;
        CallbackSenderOptions options;
        options.target = receiver.url(u"/"_s);
        options.answerTimeoutMs = 100;
        CallbackSender sender(options, scenarioOptions(), clock);
        QSignalSpy failed(&sender, &CallbackSender::failed);
        sender.start();
        QVERIFY(failed.wait());
        QCOMPARE(receiver.requests().size(), 1U);
    }

    void endsAfterItsTimeAndWhenItIsStopped()
    {
        Receiver receiver;
        receiver.answerWith("200 OK", okBody);
        const ManualClock clock;
        CallbackSenderOptions options;
        options.target = receiver.url(u"/"_s);
        options.perSecond = 100;
        options.durationMs = 150;
        CallbackSender timed(options, scenarioOptions(), clock);
        QSignalSpy timedFinished(&timed, &CallbackSender::finished);
        timed.start();
        QVERIFY(timedFinished.wait());
        // At 100 a second 15 are due; a loaded machine sends fewer, never more than due and held back.
        QVERIFY(!receiver.requests().empty() && receiver.requests().size() <= 24);

        options.durationMs.reset();
        options.perSecond = 0.001;
        CallbackSender endless(options, scenarioOptions(), clock);
        QSignalSpy endlessFinished(&endless, &CallbackSender::finished);
        QSignalSpy sent(&endless, &CallbackSender::sent);
        endless.start();
        QVERIFY(sent.wait());
        endless.stop();
        QVERIFY(endlessFinished.wait());
        QCOMPARE(endlessFinished.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCallbackSender)
#include "tst_callbacksender.moc"
