// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/capturereplayjob.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"
#include "tests/unit/history/scenariojournal.h"
#include "tests/unit/replay/scriptedtarget.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

using State = CaptureReplayJob::State;
constexpr qint64 count = 64;
constexpr ReplayPace fastest{ReplayPace::Kind::Fastest, 1};
constexpr ReplayPace inSteps{ReplayPace::Kind::Steps, 1};
/// Answers that never come are waited for so long.
constexpr int patienceMs = 3'600'000;

const ScriptedAnswer ok;
const ScriptedAnswer bad{"HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusy", false, false, false, false};
const ScriptedAnswer held{ok.bytes, false, false, false, true};

ReplayOptions optionsFor(const ScriptedTarget &target)
{
    ReplayOptions options;
    options.target = *readReplayTarget(u"http://127.0.0.1:%1"_s.arg(target.port()));
    options.timeoutMs = patienceMs;
    options.connections = 1;
    return options;
}

/// What a job told.
struct Heard {
    explicit Heard(CaptureReplayJob &job)
    {
        QObject::connect(&job, &CaptureReplayJob::told, &job, [this](const ReplayNewsPtr &news) {
            outcomes.insert(outcomes.end(), news->outcomes.begin(), news->outcomes.end());
            progress = news->progress;
        });
        QObject::connect(&job, &CaptureReplayJob::ended, &job, [this] { ++ends; });
        QObject::connect(&job, &CaptureReplayJob::previewed, &job,
                         [this](const ReplayPreviewPtr &shown) { preview = shown; });
        QObject::connect(&job, &CaptureReplayJob::refused, &job, [this](const QString &message, bool remote) {
            refusal = message;
            isRemote = remote;
        });
    }

    std::vector<ReplayOutcome> outcomes;
    ReplayProgress progress;
    ReplayPreviewPtr preview;
    QString refusal;
    bool isRemote = false;
    int ends = 0;
};

} // namespace

class TestCaptureReplayJob : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    [[nodiscard]] QString journal() const { return m_dir.filePath(u"j.seatscope"_s); }
    static CaptureChoice chosen(std::vector<qint64> numbers)
    {
        CaptureChoice choice;
        choice.sequences.emplace(numbers.begin(), numbers.end());
        return choice;
    }

private Q_SLOTS:
    void initTestCase() { fillWithScenario(journal(), 3, count); }
    void init() { failOnAnyWarning(); }

    void sendsAll()
    {
        ScriptedTarget target;
        CaptureReplayJob job(journal(), {});
        Heard told(job);
        QCOMPARE(job.state(), State::Planning);
        QTRY_COMPARE(job.state(), State::Ready);
        QCOMPARE(job.captures(), count);
        QCOMPARE(job.lengthUs(), count - 1); // they came 1 µs apart
        QVERIFY(!job.isBusy());
        job.start(optionsFor(target), fastest);
        QVERIFY(job.isBusy());
        QTRY_COMPARE(told.ends, 1);
        QCOMPARE(job.state(), State::Ready);
        QCOMPARE(told.outcomes.size(), static_cast<size_t>(count));
        QCOMPARE(target.requests.size(), static_cast<size_t>(count));
        QCOMPARE(told.progress.ok, static_cast<size_t>(count));
        QCOMPARE(job.failed(), 0);
        QCOMPARE(told.outcomes.front().answer, "OK"_ba);
        QCOMPARE(told.outcomes.front().recordedStatus, 200);
        QVERIFY(told.outcomes.front().difference.body);
    }

    void sendsWhatIsMeant_data()
    {
        QTest::addColumn<QList<qint64>>("sequences");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QList<qint64>>("sent");
        QTest::newRow("chosen") << QList<qint64>{2, 3, 5} << QString() << QList<qint64>{2, 3, 5};
        QTest::newRow("gone meanwhile") << QList<qint64>{1, count, count + 1, count + 9} << QString()
                                        << QList<qint64>{1, count};
        QTest::newRow("filter") << QList<qint64>() << u"seq in 10..12"_s << QList<qint64>{10, 11, 12};
        QTest::newRow("none") << QList<qint64>() << u"seq < 0"_s << QList<qint64>();
    }
    void sendsWhatIsMeant()
    {
        QFETCH(const QList<qint64>, sequences);
        QFETCH(const QString, filter);
        ScriptedTarget target;
        CaptureChoice choice;
        if (filter.isEmpty())
            choice = chosen({sequences.begin(), sequences.end()});
        else
            choice.filter = *Filter::parse(filter, ArrivalTime(0));
        CaptureReplayJob job(journal(), choice);
        Heard told(job);
        QTRY_COMPARE(job.state(), State::Ready);
        job.start(optionsFor(target), fastest);
        QTRY_COMPARE(told.ends, 1);
        QList<qint64> sent;
        for (const ReplayOutcome &outcome : told.outcomes)
            sent += outcome.sequence.value();
        QTEST(sent, "sent");
    }

    void showsWhatWouldBeSent()
    {
        CaptureReplayJob job(journal(), chosen({4, 9}));
        Heard told(job);
        const ScriptedTarget target;
        QTRY_COMPARE(job.state(), State::Ready);
        ReplayOptions options = optionsFor(target);
        job.preview(1, options);
        QTRY_VERIFY(told.preview);
        QCOMPARE(told.preview->index, 1U);
        QCOMPARE(told.preview->sequence, Sequence(9));
        QVERIFY(told.preview->head.startsWith("POST /?SdkAppid=7&CallbackCommand="));
        QVERIFY(told.preview->head.contains("X-SeatScope-Replay: 9\r\n"));
        QVERIFY(told.preview->body.startsWith('{'));
        QCOMPARE(told.preview->error, QString());
        QVERIFY(std::ranges::any_of(
            told.preview->changes, [](const ReplayChange &change) { return change.kind == ReplayChange::Kind::Mark; }));
        told.preview.reset();
        options.edits.mark = false;
        options.edits.token = "secret";
        job.preview(0, options);
        QTRY_VERIFY(told.preview);
        QVERIFY(!told.preview->head.contains("X-SeatScope-Replay"));
        QVERIFY(told.preview->head.contains("&Sign="));
        QVERIFY(target.requests.empty());
        QCOMPARE(target.connections, 0);
    }

    void pausesGoesOnAndStops()
    {
        ScriptedTarget target({held});
        CaptureReplayJob job(journal(), {});
        Heard told(job);
        QTRY_COMPARE(job.state(), State::Ready);
        job.start(optionsFor(target), fastest);
        QTRY_COMPARE(target.held(), 1U);
        QTRY_COMPARE(job.state(), State::Running);
        job.pause();
        QCOMPARE(job.state(), State::Paused);
        job.resume();
        QCOMPARE(job.state(), State::Running);
        job.pause();
        job.stop();
        QCOMPARE(job.state(), State::Stopping);
        // What is under way may still be answered.
        target.release();
        QTRY_COMPARE(told.ends, 1);
        QCOMPARE(job.state(), State::Ready);
        QCOMPARE(told.outcomes.size(), 1U);
        QVERIFY(told.outcomes.front().isOk());
        QCOMPARE(target.requests.size(), 1U);
    }

    void theSecondStopWaitsForNobody()
    {
        ScriptedTarget target({held});
        CaptureReplayJob job(journal(), {});
        Heard told(job);
        QTRY_COMPARE(job.state(), State::Ready);
        job.start(optionsFor(target), fastest);
        QTRY_COMPARE(target.held(), 1U);
        job.stop();
        QCOMPARE(job.state(), State::Stopping);
        job.stop();
        QTRY_COMPARE(told.ends, 1);
        QCOMPARE(job.state(), State::Ready);
        QVERIFY(told.outcomes.empty());
    }

    void deletingItWaitsForNobody()
    {
        ScriptedTarget target({held});
        auto job = std::make_unique<CaptureReplayJob>(journal(), CaptureChoice());
        QTRY_COMPARE(job->state(), State::Ready);
        job->start(optionsFor(target), fastest);
        QTRY_COMPARE(target.held(), 1U);
        job.reset();
        job = std::make_unique<CaptureReplayJob>(journal(), CaptureChoice()); // while it plans
        job.reset();
        QCOMPARE(target.requests.size(), 1U);
    }

    void goesStepByStep()
    {
        ScriptedTarget target;
        CaptureReplayJob job(journal(), chosen({1, 2}));
        Heard told(job);
        QTRY_COMPARE(job.state(), State::Ready);
        job.start(optionsFor(target), inSteps);
        QTRY_COMPARE(job.state(), State::Running);
        job.step();
        QTRY_COMPARE(told.outcomes.size(), 1U);
        QCOMPARE(target.requests.size(), 1U);
        QCOMPARE(told.ends, 0);
        job.step();
        QTRY_COMPARE(told.ends, 1);
        QCOMPARE(target.requests.size(), 2U);
    }

    void stepsWhileItIsPaused()
    {
        ScriptedTarget target({held, ok, held});
        CaptureReplayJob job(journal(), chosen({1, 2, 3, 4}));
        Heard told(job);
        QTRY_COMPARE(job.state(), State::Ready);
        job.start(optionsFor(target), {ReplayPace::Kind::Recorded, slowestReplay});
        QTRY_COMPARE(job.state(), State::Running);
        job.step(); // without effect: it runs
        job.pause();
        QTRY_VERIFY(target.held() == 1U);
        job.stop();
        job.stop();
        QTRY_COMPARE(told.ends, 1);
    }

    void repeatsThoseThatFailed()
    {
        ScriptedTarget target({ok, bad, ok, bad, bad, ok});
        CaptureReplayJob job(journal(), chosen({1, 2, 3, 4}));
        Heard told(job);
        QTRY_COMPARE(job.state(), State::Ready);
        job.start(optionsFor(target), fastest);
        QTRY_COMPARE(told.ends, 1);
        QCOMPARE(job.failed(), 2);
        QSet<qint64> failed;
        for (const ReplayOutcome &outcome : told.outcomes) {
            if (!outcome.isOk())
                failed += outcome.sequence.value();
        }
        QCOMPARE(failed.size(), 2);
        told.outcomes.clear();
        job.repeatFailed(optionsFor(target), fastest);
        QTRY_COMPARE(told.ends, 2);
        QCOMPARE(told.outcomes.size(), 2U);
        QSet<qint64> repeated;
        qint64 failedAgain = 0;
        for (const ReplayOutcome &outcome : told.outcomes) {
            repeated += outcome.sequence.value();
            failedAgain = outcome.isOk() ? failedAgain : outcome.sequence.value();
        }
        QCOMPARE(repeated, failed);
        QCOMPARE(job.failed(), 1);
        // A target that is refused leaves them to be repeated.
        ReplayOptions elsewhere = optionsFor(target);
        elsewhere.target = *readReplayTarget(u"http://192.0.2.1:9"_s);
        job.repeatFailed(elsewhere, fastest);
        QTRY_VERIFY(told.isRemote);
        QCOMPARE(job.failed(), 1);
        told.outcomes.clear();
        job.repeatFailed(optionsFor(target), fastest);
        QTRY_COMPARE(told.ends, 3);
        QCOMPARE(told.outcomes.size(), 1U);
        QCOMPARE(told.outcomes.front().sequence.value(), failedAgain);
        QVERIFY(told.outcomes.front().isOk());
        QCOMPARE(job.failed(), 0);
    }

    void sendsNothingElsewhereUnasked()
    {
        ScriptedTarget target;
        CaptureReplayJob job(journal(), {});
        Heard told(job);
        QTRY_COMPARE(job.state(), State::Ready);
        ReplayOptions options = optionsFor(target);
        // All addresses of this machine: it leads here, and is no loopback.
        options.target = *readReplayTarget(u"http://0.0.0.0:%1"_s.arg(target.port()));
        job.start(options, fastest);
        QTRY_VERIFY(told.isRemote);
        QVERIFY2(told.refusal.contains(u"not this machine"_s), qPrintable(told.refusal));
        QCOMPARE(job.state(), State::Ready);
        QCOMPARE(target.connections, 0);
        options.allowsRemote = true;
        job.start(options, fastest);
        QTRY_COMPARE(told.ends, 1);
        QCOMPARE(told.progress.ok, static_cast<size_t>(count));
    }

    void longAnswersAreCut()
    {
        ScriptedTarget target(
            {ScriptedAnswer{"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + QByteArray(100'000, 'x'), false,
                            false, false, false}});
        CaptureReplayJob job(journal(), chosen({1}));
        Heard told(job);
        QTRY_COMPARE(job.state(), State::Ready);
        job.start(optionsFor(target), fastest);
        QTRY_COMPARE(told.ends, 1);
        QCOMPARE(told.outcomes.front().answer, QByteArray(ReplayOutcome::mostAnswerBytes, 'x'));
        QCOMPARE(told.outcomes.front().answerSize, 100'000);
    }

    void saysWhyThereIsNoPlan()
    {
        CaptureReplayJob job(m_dir.filePath(u"none.seatscope"_s), {});
        QTRY_COMPARE(job.state(), State::Broken);
        QVERIFY2(job.trouble().contains(u"none.seatscope"_s), qPrintable(job.trouble()));
        ReplayOptions options;
        job.start(options, fastest);
        QCOMPARE(job.state(), State::Broken);
    }
};

QTEST_GUILESS_MAIN(TestCaptureReplayJob)
#include "tst_capturereplayjob.moc"
