// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/admission.h"
#include "model/journal/journalreader.h"
#include "model/session/editedsending.h"
#include "model/session/session.h"
#include "tests/support/httpclient.h"
#include "tests/support/testmain.h"
#include "tests/unit/replay/scriptedtarget.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray seatBody(const QByteArray &user, qint64 eventTime)
{
    return R"({"CallbackCommand":"Mic.CallbackAfterSeatInfoChanged","RoomId":"r","RoomType":"Conference","EventTime":)" +
           QByteArray::number(eventTime) + R"(,"Operator_Account":"host","SeatList":[{"Index":1,"Member_Account":")" +
           user + R"(","IsTakenDisabled":false,"IsVideoDisabled":false,"IsAudioDisabled":false}]})";
}

constexpr qint64 firstTime = 1'700'000'000'000;

} // namespace

/// Edited requests on their way from a session to others and to itself.
class TestEditedSending : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        SessionConfig config;
        config.journalPath = m_dir->filePath(u"j.seatscope"_s);
        config.port = 0;
        config.admission.token = m_token;
        m_session = std::make_unique<Session>(config);
        QVERIFY(m_session->start());
        QUrl url = m_session->callbackUrl();
        url.setQuery(
            u"RequestTime=%1&Sign=%2"_s.arg(m_now).arg(QString::fromLatin1(callbackSignature(m_token, m_now))));
        QCOMPARE(HttpClient().post(url, seatBody("alice", firstTime)).status, 200);
        QTRY_COMPARE(m_session->lastSequence(), Sequence(1));
        m_sending = std::make_unique<EditedSending>(*m_session, m_clock);
    }
    void cleanup()
    {
        m_sending.reset();
        m_session.reset();
    }

    void whatGoesElsewhereIsKept()
    {
        ScriptedTarget backend({{"HTTP/1.1 202 Accepted\r\nContent-Length: 3\r\n\r\nyes"}});
        EditedRequest request = recorded();
        request.setBody(seatBody("bob", firstTime + 5));
        std::vector<EditedField> fields = request.fields();
        fields.push_back(EditedRequest::fieldFromText(u"X-Mine"_s, u"1"_s));
        request.setFields(fields);
        SendingOptions options;
        options.target = u"http://127.0.0.1:%1"_s.arg(backend.port());
        const SendingOutcome outcome = send(request, options);
        QVERIFY(!outcome.isOwn);
        QCOMPARE(outcome.result.answer->status, 202);
        QCOMPARE(outcome.result.answer->body, QByteArray("yes"));
        QVERIFY(outcome.result.difference.status);
        QTRY_COMPARE(m_session->lastSequence(), Sequence(2));
        QCOMPARE(backend.requests.size(), 1U);

        const Capture kept = captureOf(2);
        QCOMPARE(kept.head + kept.body, backend.requests.front());
        QVERIFY(kept.head.contains("X-Mine: 1\r\n"));
        QVERIFY(kept.head.contains("X-SeatScope-Replay: 1; edited; received="));
        QCOMPARE(kept.summary.origin, Sequence(1));
        QVERIFY(kept.summary.flags.testFlags(CaptureFlag::Replay | CaptureFlag::KeptOut | CaptureFlag::Sent));
        QCOMPARE(kept.summary.status, 202);
        QVERIFY(kept.summary.receivedAt > captureOf(1).summary.receivedAt);
        // Nobody said it: the room is as it was, now and after the next start.
        QCOMPARE(seated(), u"alice"_s);
        restart();
        QCOMPARE(seated(), u"alice"_s);
    }

    void whatNobodyAnswersIsKeptToo()
    {
        ScriptedTarget backend({{.bytes = {}, .isSplit = false, .closes = true, .resets = false, .isHeld = false}});
        SendingOptions options;
        options.target = u"http://127.0.0.1:%1/other"_s.arg(backend.port());
        options.mark = false;
        const SendingOutcome outcome = send(recorded(), options);
        QVERIFY(!outcome.result.answer);
        QVERIFY(!outcome.result.error.isEmpty());
        QTRY_COMPARE(m_session->lastSequence(), Sequence(2));
        const Capture kept = captureOf(2);
        QCOMPARE(kept.summary.status, 0);
        QVERIFY(!kept.head.contains("X-SeatScope-Replay"));
        // The path of the target counts, in the columns too.
        QVERIFY(kept.head.startsWith("POST /other?RequestTime="));
        QVERIFY(kept.summary.target.startsWith("/other?RequestTime="));
        // Its origin is known without the mark.
        QCOMPARE(kept.summary.origin, Sequence(1));
    }

    void whatComesHereNamesItsOrigin()
    {
        EditedRequest request = recorded();
        request.setBody(seatBody("bob", firstTime + 5));
        SendingOptions options;
        options.mark = false; // counts elsewhere alone
        const SendingOutcome outcome = send(request, options);
        QVERIFY(outcome.isOwn);
        QCOMPARE(outcome.result.answer->status, 200);
        QTRY_COMPARE(m_session->lastSequence(), Sequence(2));
        QCOMPARE(captureOf(2).summary.origin, Sequence(1));
        QVERIFY(captureOf(2).summary.flags.testFlag(CaptureFlag::Replay));
        QVERIFY(!captureOf(2).summary.flags.testAnyFlags(CaptureFlag::KeptOut | CaptureFlag::Sent));
        QCOMPARE(seated(), u"bob"_s);
        // By another name it is still this program.
        options.target = u"http://localhost:%1/"_s.arg(m_session->callbackUrl().port());
        const SendingOutcome again = send(recorded(), options);
        QVERIFY(again.isOwn);
        QTRY_COMPARE(m_session->lastSequence(), Sequence(3));
        QCOMPARE(captureOf(3).summary.origin, Sequence(1));
    }

    void isTimedAndSignedAnew()
    {
        EditedRequest request = recorded();
        std::vector<EditedParameter> parameters;
        request.setParameters(parameters);
        SendingOptions options;
        QCOMPARE(send(request, options).result.answer->status, 403);
        QVERIFY(m_sending->canSign());
        options.signsAnew = true;
        options.freshTimes = true;
        QCOMPARE(send(request, options).result.answer->status, 200);
        QTRY_COMPARE(m_session->lastSequence(), Sequence(3));
        QVERIFY(captureOf(3).summary.eventTime > EventTime(firstTime));
        QVERIFY(!captureOf(3).body.contains(QByteArray::number(firstTime)));
    }

    void saysWhatCannotBeSent()
    {
        SendingOptions options;
        options.target = u"ftp://x"_s;
        QVERIFY(EditedSending::targetProblem(options.target).contains(u"no http or https URL"_s));
        QVERIFY(EditedSending::targetProblem(u"http://x"_s).isEmpty());
        QVERIFY(!m_sending->send(recorded(), options));
        EditedRequest request = recorded();
        request.setFields({EditedRequest::fieldFromText(u"a b"_s, {})});
        const Result<void> begun = m_sending->send(request, {});
        QVERIFY(!begun);
        QVERIFY(begun.error().message().contains(u"“a b”"_s));
        QVERIFY(!m_sending->isBusy());
    }

    void asksBeforeItLeavesThisMachine()
    {
        QSignalSpy refused(m_sending.get(), &EditedSending::refused);
        SendingOptions options;
        options.target = u"http://192.0.2.1:9"_s; // for documentation (RFC 5737): leads nowhere
        QVERIFY(m_sending->send(recorded(), options));
        QVERIFY(m_sending->isBusy());
        QVERIFY(!m_sending->send(recorded(), {}));
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(refused.front().at(1).toBool());
        QCOMPARE(refused.front().at(2).toString(), u"http://192.0.2.1:9"_s);
        QVERIFY(!m_sending->isBusy());
        QCOMPARE(m_session->lastSequence(), Sequence(1));
    }

    void oneAfterTheOther()
    {
        // The next one may be sent as soon as one hears of the last.
        int left = 3;
        connect(m_sending.get(), &EditedSending::done, m_sending.get(), [&] {
            if (--left > 0)
                QVERIFY(m_sending->send(recorded(), {}));
        });
        QVERIFY(m_sending->send(recorded(), {}));
        QTRY_COMPARE(left, 0);
        QTRY_COMPARE(m_session->lastSequence(), Sequence(4));
    }

private:
    [[nodiscard]] Capture captureOf(qint64 sequence) const
    {
        const auto reader = JournalReader::open(m_session->config().journalPath);
        const auto capture = reader ? (*reader)->capture(Sequence(sequence)) : tl::unexpected<Error>(reader.error());
        return capture && *capture ? **capture : Capture();
    }
    [[nodiscard]] EditedRequest recorded() const
    {
        const Result<EditedRequest> request = EditedRequest::from(captureOf(1));
        return request ? *request : EditedRequest();
    }
    SendingOutcome send(const EditedRequest &request, const SendingOptions &options)
    {
        QSignalSpy done(m_sending.get(), &EditedSending::done);
        if (const Result<void> begun = m_sending->send(request, options); !begun)
            qWarning() << begun.error().message();
        return QTest::qWaitFor([&] { return !done.isEmpty(); }) ? done.front().front().value<SendingOutcome>()
                                                                : SendingOutcome();
    }
    [[nodiscard]] QString seated() const
    {
        const std::vector<RoomStatePtr> rooms = m_session->rooms();
        return rooms.size() == 1 && rooms.front()->seats.size() == 1 && rooms.front()->seats.front().user
                   ? rooms.front()->seats.front().user->text()
                   : QString();
    }
    void restart()
    {
        const SessionConfig config = m_session->config();
        m_sending.reset();
        m_session.reset();
        m_session = std::make_unique<Session>(config);
        QVERIFY(m_session->start());
    }

    const SystemClock m_clock;
    const QByteArray m_token = "secret";
    const qint64 m_now = m_clock.wallTime().value() / 1'000'000;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<EditedSending> m_sending;
};

QTEST_GUILESS_MAIN(TestEditedSending)
#include "tst_editedsending.moc"
