// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/replayingwindow.h"
#include "ui/replay/questionline.h"
#include "ui/replay/replaypreviewview.h"
#include "ui/theme/emptypage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QToolButton>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

using State = CaptureReplayJob::State;
using Results = ReplayResultModel;

/// Sending captures again, in the whole window over a real session.
class TestReplay : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;
    ReplayingWindow m_it;

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init()
    {
        failOnAnyGuiWarning();
        m_it.prepare();
    }
    void cleanup() { m_it.close(); }

    void sendsEverythingAndListsTheAnswers()
    {
        ScriptedTarget target(
            {good(), bad(), answer("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + QByteArray(900, 'x')), good()});
        m_it.open();
        QVERIFY(!m_it.replay().bar()->isVisible());
        m_it.choose(ReplayScope::Everything);
        QCOMPARE(m_it.words(), u"4 captures"_s);
        m_it.choose(target, ReplayPace::Kind::Fastest);
        QCOMPARE(m_it.replay().tabs()->currentWidget(), m_it.replay().preview());
        m_it.replay().startButton()->click();
        QVERIFY(!m_it.replay().target()->isEnabled());
        QVERIFY(!m_it.replay().startButton()->isEnabled());
        QTRY_COMPARE(m_it.state(), State::Ready);
        QCOMPARE(m_it.replay().tabs()->currentWidget(), m_it.replay().results());
        QCOMPARE(m_it.rows(), 4);
        QCOMPARE(m_it.cell(0, Results::SequenceColumn), u"1"_s);
        QCOMPARE(m_it.cell(0, Results::StatusColumn), u"200"_s);
        QCOMPARE(m_it.cell(0, Results::DifferenceColumn), u"another answer"_s);
        QCOMPARE(m_it.cell(0, Results::AnswerColumn), u"OK"_s);
        QCOMPARE(m_it.cell(1, Results::StatusColumn), u"503"_s);
        QCOMPARE(m_it.cell(1, Results::DifferenceColumn), u"200 was recorded"_s);
        QCOMPARE(m_it.cell(1, Results::AnswerColumn), u"busy"_s);
        QCOMPARE(m_it.cell(2, Results::AnswerColumn), QString(QString(512, u'x') + u'…'));
        QCOMPARE(m_it.words(), u"Done: 1 of 4 failed."_s);
        QCOMPARE(m_it.replay().bar()->value(), m_it.replay().bar()->maximum());
        QVERIFY(target.requests.front().contains("\r\nX-SeatScope-Replay: 1\r\n"));
        QVERIFY(m_it.replay().target()->isEnabled());
        QVERIFY(m_it.replay().startButton()->isEnabled());
    }

    void sendsWhatIsSelected()
    {
        m_it->view()->selectRow(1);
        QTest::keyClick(m_it->view(), Qt::Key_Down, Qt::ShiftModifier);
        ScriptedTarget target;
        m_it.open();
        QCOMPARE(m_it.replay().scope(), ReplayScope::Selected);
        QCOMPARE(m_it.words(), u"2 captures"_s);
        m_it.choose(target, ReplayPace::Kind::Fastest);
        m_it.replay().startButton()->click();
        QTRY_COMPARE(m_it.state(), State::Ready);
        QCOMPARE(m_it.cell(0, Results::SequenceColumn), u"2"_s);
        QCOMPARE(m_it.cell(1, Results::SequenceColumn), u"3"_s);
        QCOMPARE(m_it.rows(), 2);
    }

    void sendsWhatTheFilterLetsPass()
    {
        m_it->log().setFilter(u"user == alice"_s);
        QTRY_COMPARE(m_it->shown(), (std::vector<qint64>{1, 3}));
        m_it->view()->clearSelection();
        m_it->view()->setFocus();
        ScriptedTarget target;
        m_it.open();
        QCOMPARE(m_it.replay().scope(), ReplayScope::Filtered);
        m_it.choose(target, ReplayPace::Kind::Fastest);
        m_it.replay().startButton()->click();
        QTRY_COMPARE(m_it.state(), State::Ready);
        QCOMPARE(m_it.rows(), 2);
        QCOMPARE(m_it.cell(1, Results::SequenceColumn), u"3"_s);
    }

    void showsWhatWouldBeSent()
    {
        m_it.open();
        m_it.choose(ReplayScope::Everything);
        ReplayPreviewView &preview = *m_it.replay().preview();
        QTRY_COMPARE(preview.place()->text(), u"#1, 1 of 4"_s);
        QVERIFY(!preview.previousButton()->isEnabled());
        m_it.replay().target()->setText(u"http://127.0.0.1:9/there"_s);
        QTRY_VERIFY(preview.bytes()->toPlainText().startsWith(u"POST /there"_s));
        QVERIFY(preview.bytes()->toPlainText().contains(u"X-SeatScope-Replay: 1\n"_s));
        QVERIFY(preview.bytes()->toPlainText().contains(u"\"Member_Account\":\"alice\""_s));
        QVERIFY(preview.changes()->text().contains(u"path /there instead of /"_s));
        QVERIFY(preview.changes()->text().contains(u"Host 127.0.0.1:9 instead of"_s));
        QCOMPARE(preview.changes()->textFormat(), Qt::PlainText);
        preview.nextButton()->click();
        QTRY_COMPARE(preview.place()->text(), u"#2, 2 of 4"_s);
        QTRY_VERIFY(preview.bytes()->toPlainText().contains(u"\"bob\""_s));
        m_it.replay().form()->mark()->setChecked(false);
        QTRY_VERIFY(!preview.changes()->text().contains(u"X-SeatScope-Replay"_s));
        QVERIFY(!preview.bytes()->toPlainText().contains(u"X-SeatScope-Replay"_s));
        m_it.replay().form()->freshTimes()->setChecked(true);
        QTRY_VERIFY(preview.changes()->text().contains(u"EventTime"_s));
        QCOMPARE(preview.place()->text(), u"#2, 2 of 4"_s);
    }

    void pausesGoesOnAndStops()
    {
        ScriptedTarget target({held()});
        m_it.open();
        m_it.choose(ReplayScope::Everything);
        m_it.choose(target, ReplayPace::Kind::Fastest);
        QVERIFY(!m_it.replay().pauseButton()->isEnabled());
        QVERIFY(!m_it.replay().stopButton()->isEnabled());
        m_it.replay().startButton()->click();
        QTRY_COMPARE(target.held(), 1U);
        QTRY_COMPARE(m_it.words(), u"0 of 4 are done, 0 failed."_s);
        m_it.replay().pauseButton()->click();
        QCOMPARE(m_it.words(), u"Paused: 0 of 4 are done, 0 failed."_s);
        QCOMPARE(m_it.replay().pauseButton()->text().remove(u'&'), u"Resume"_s);
        target.release();
        QTRY_COMPARE(m_it.words(), u"Paused: 1 of 4 are done, 0 failed."_s);
        QCOMPARE(target.requests.size(), 1U);
        m_it.replay().stepButton()->click();
        QTRY_COMPARE(target.held(), 1U);
        target.release();
        QTRY_COMPARE(m_it.words(), u"Paused: 2 of 4 are done, 0 failed."_s);
        m_it.replay().pauseButton()->click();
        QTRY_COMPARE(target.held(), 1U);
        m_it.replay().stopButton()->click();
        QVERIFY(m_it.words().startsWith(u"Stopping"_s));
        QCOMPARE(m_it.replay().stopButton()->text().remove(u'&'), u"Stop waiting"_s);
        m_it.replay().stopButton()->click(); // it would wait for ten minutes
        QTRY_COMPARE(m_it.state(), State::Ready);
        QCOMPARE(m_it.words(), u"Stopped: 2 of 4 are done, 0 failed."_s);
        QCOMPARE(m_it.rows(), 2);
        QVERIFY(!m_it.replay().stopButton()->isEnabled());
    }

    void goesStepByStep()
    {
        ScriptedTarget target;
        m_it.open();
        m_it.choose(ReplayScope::Everything);
        m_it.choose(target, ReplayPace::Kind::Steps);
        QVERIFY(!m_it.replay().form()->speed()->isEnabled());
        QVERIFY(!m_it.replay().stepButton()->isEnabled());
        m_it.replay().startButton()->click();
        QTRY_VERIFY(m_it.replay().stepButton()->isEnabled());
        QVERIFY(!m_it.replay().pauseButton()->isEnabled());
        for (int done = 1; done <= 3; ++done) {
            m_it.replay().stepButton()->click();
            QTRY_COMPARE(m_it.rows(), done);
            QCOMPARE(target.requests.size(), static_cast<size_t>(done));
        }
        m_it.replay().stepButton()->click();
        QTRY_COMPARE(m_it.words(), u"Done: 4 answered with success."_s);
        QVERIFY(!m_it.replay().stepButton()->isEnabled());
    }

    void tellsTheTimeLeft()
    {
        ScriptedTarget target;
        m_it.open();
        m_it.choose(ReplayScope::Everything);
        m_it.choose(target, ReplayPace::Kind::Recorded);
        m_it.replay().form()->speed()->setValue(100);
        QCOMPARE(m_it.replay().timeText()->text(), u"takes 0 s"_s);
        m_it.replay().startButton()->click();
        QTRY_COMPARE(m_it.words(), u"Done: 4 answered with success."_s);
        QCOMPARE(m_it.replay().timeText()->text(), QString());
    }

    void repeatsThoseThatFailed()
    {
        ScriptedTarget target({good(), bad(), bad(), good(), bad(), good()});
        m_it.sendAll(target);
        ReplayResultsView &results = *m_it.replay().results();
        QCOMPARE(m_it.words(), u"Done: 2 of 4 failed."_s);
        results.onlyFailed()->click();
        QCOMPARE(m_it.rows(), 2);
        results.copyButton()->click();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.at(0).startsWith(u"#\tsent, s\tstatus"_s));
        QCOMPARE(lines.at(1).split(u'\t').at(2), u"503"_s);
        QCOMPARE(results.repeatButton()->text().remove(u'&'), u"Repeat the 2 that failed"_s);
        results.repeatButton()->click();
        QTRY_COMPARE(m_it.words(), u"Done: 1 of 2 failed."_s);
        QCOMPARE(target.requests.size(), 6U);
        QCOMPARE(m_it.rows(), 1);
        QCOMPARE(results.repeatButton()->text().remove(u'&'), u"Repeat the one that failed"_s);
        results.repeatButton()->click();
        QTRY_COMPARE(m_it.words(), u"Done: 1 answered with success."_s);
        QVERIFY(!results.repeatButton()->isEnabled());
        QCOMPARE(m_it.rows(), 0);
        QCOMPARE(results.emptyPage()->title(), u"None has failed"_s);
        results.onlyFailed()->click();
        QCOMPARE(m_it.rows(), 1);
    }

    void aResultLeadsToItsCapture()
    {
        ScriptedTarget target;
        m_it.sendAll(target);
        QTableView *view = m_it.replay().results()->view();
        const QModelIndex second = view->model()->index(1, Results::AnswerColumn);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(second).center());
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(second).center());
        QCOMPARE(m_it->log().selected(), std::optional(Sequence(2)));
    }

    void anotherMachineIsAskedAboutOnce()
    {
        ScriptedTarget target;
        m_it.open();
        m_it.choose(ReplayScope::Everything);
        m_it.choose(target, ReplayPace::Kind::Fastest);
        // All addresses of this machine: it leads here, and is no loopback.
        const QString origin = u"http://0.0.0.0:%1"_s.arg(target.port());
        m_it.replay().target()->setText(origin);
        QuestionLine &question = *m_it.replay().question();
        m_it.replay().startButton()->click();
        QTRY_VERIFY(question.isVisible());
        QVERIFY2(question.question().contains(origin), qPrintable(question.question()));
        QVERIFY(question.question().startsWith(u"Send 4 captures"_s));
        question.noButton()->click();
        QVERIFY(!question.isVisible());
        QCOMPARE(m_it.state(), State::Ready);
        QVERIFY(target.requests.empty());
        QVERIFY(ReplayTargets::load().all().empty());
        m_it.replay().startButton()->click();
        QTRY_VERIFY(question.isVisible());
        // Another target is another question.
        m_it.replay().target()->setText(u"http://127.0.0.1:9"_s);
        QVERIFY(!question.isVisible());
        m_it.replay().target()->setText(origin);
        m_it.replay().startButton()->click();
        QTRY_VERIFY(question.isVisible());
        question.yesButton()->click();
        QTRY_COMPARE(m_it.words(), u"Done: 4 answered with success."_s);
        QVERIFY(ReplayTargets::load().isAllowed(origin));
        m_it.replay().startButton()->click();
        QTRY_COMPARE(target.requests.size(), 8U);
        QVERIFY(!question.isVisible());
        QTRY_COMPARE(m_it.state(), State::Ready);
        // It can be taken back.
        m_it.replay().target()->removeButton()->click();
        m_it.replay().startButton()->click();
        QTRY_VERIFY(question.isVisible());
        QCOMPARE(target.requests.size(), 8U);
    }

    void arrivesHereAsAReplay()
    {
        m_it.open();
        m_it.choose(ReplayScope::Everything);
        QVERIFY(m_it.replay().target()->isOwn());
        QVERIFY(m_it.replay().target()->remark()->text().contains(u"arrive here"_s));
        m_it.replay().form()->pace()->setCurrentIndex(static_cast<int>(ReplayPace::Kind::Fastest));
        m_it.replay().startButton()->click();
        QTRY_COMPARE(m_it.words(), u"Done: 4 answered with success."_s);
        QTRY_COMPARE(m_it->view()->model()->rowCount(), 8);
        m_it->log().setFilter(u"flag == replay"_s);
        QTRY_COMPARE(m_it->shown(), (std::vector<qint64>{5, 6, 7, 8}));
        QCOMPARE(m_it.cell(0, Results::DifferenceColumn), u"as recorded"_s);
    }

    void whatWasChosenLastIsProposed()
    {
        m_it.open();
        m_it.replay().form()->pace()->setCurrentIndex(static_cast<int>(ReplayPace::Kind::Fastest));
        m_it.replay().form()->connections()->setValue(7);
        m_it.replay().form()->timeout()->setValue(3.5);
        m_it.replay().form()->freshTimes()->setChecked(true);
        m_it.replay().form()->save();
        const ReplayForm next(false);
        QCOMPARE(next.manner().pace.kind, ReplayPace::Kind::Fastest);
        QCOMPARE(next.manner().connections, 7);
        QCOMPARE(next.manner().timeoutMs, 3500);
        QVERIFY(next.manner().freshTimes);
        QVERIFY(next.manner().marks);
        QVERIFY(!next.signAnew()->isEnabled());
        QVERIFY(ReplayForm(true).signAnew()->isEnabled());
    }
};

QTEST_MAIN(TestReplay)
#include "tst_gui_replay.moc"
