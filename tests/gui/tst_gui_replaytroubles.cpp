// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/tlsidentity.h"
#include "tests/gui/replayingwindow.h"
#include "tests/support/testdata.h"
#include "ui/replay/questionline.h"
#include "ui/replay/replaypreviewview.h"
#include "ui/theme/emptypage.h"

#include <QCloseEvent>
#include <QFile>
#include <QSslServer>
#include <qtestspontaneevent.h>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(seatscope::test::ScriptedAnswer)

using State = CaptureReplayJob::State;
using Results = ReplayResultModel;

/// What can go wrong while captures are sent again, and windows that are closed meanwhile.
class TestReplayTroubles : public QObject {
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

    void troublesOfTargetsAreTold_data()
    {
        QTest::addColumn<ScriptedAnswer>("answer");
        QTest::addColumn<double>("timeoutS");
        QTest::addColumn<bool>("isTls");
        QTest::addColumn<QString>("told");
        constexpr double never = 600;
        const QByteArray part = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nO";
        QTest::newRow("slow") << held() << 1.0 << false << u"no answer within 1000 ms"_s;
        QTest::newRow("half an answer") << closing(part) << never << false << u"closed in the middle of the answer"_s;
        QTest::newRow("never whole") << answer(part) << 2.0 << false << u"not complete within 2000 ms"_s;
        QTest::newRow("closed") << closing({}) << never << false << u"closed without an answer"_s;
        QTest::newRow("no HTTP") << answer("220 mail\r\n\r\n") << never << false << u"is no HTTP"_s;
        QTest::newRow("no TLS") << held() << 1.0 << true << u"no TLS connection within 1000 ms"_s;
    }
    void troublesOfTargetsAreTold()
    {
        QFETCH(const ScriptedAnswer, answer);
        QFETCH(const double, timeoutS);
        QFETCH(const bool, isTls);
        QFETCH(const QString, told);
        ScriptedTarget target({answer});
        m_it->view()->selectRow(0);
        m_it.open();
        m_it.choose(target, ReplayPace::Kind::Fastest);
        if (isTls)
            m_it.replay().target()->setText(u"https://127.0.0.1:%1"_s.arg(target.port()));
        m_it.replay().form()->timeout()->setValue(timeoutS);
        m_it.replay().startButton()->click();
        QTRY_COMPARE(m_it.rows(), 1);
        QVERIFY2(m_it.cell(0, Results::AnswerColumn).contains(told), qPrintable(m_it.cell(0, Results::AnswerColumn)));
        QCOMPARE(m_it.cell(0, Results::StatusColumn), u"no answer"_s);
        QCOMPARE(m_it.cell(0, Results::DifferenceColumn), u"—"_s);
        QTRY_COMPARE(m_it.state(), State::Ready);
        QVERIFY2(m_it.words().startsWith(u"No answer came: "_s) && m_it.words().contains(told),
                 qPrintable(m_it.words()));
    }

    void anUnknownCertificate()
    {
        const QTemporaryDir dir;
        const auto copy = [&dir](const QString &name) {
            QFile file(dir.filePath(name));
            if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
                file.write(testData(u"tls/"_s + name));
            return file.fileName();
        };
        const Result<QSslConfiguration> tls = loadTlsIdentity(copy(u"rsa.crt"_s), copy(u"rsa.key"_s));
        QVERIFY2(tls, tls ? "" : qPrintable(tls.error().message()));
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        const ScriptedTarget target({good()}, std::move(server));
        m_it.open();
        m_it.choose(target, ReplayPace::Kind::Fastest);
        m_it.replay().target()->setText(u"https://127.0.0.1:%1"_s.arg(target.port()));
        m_it.replay().startButton()->click();
        QTRY_COMPARE(m_it.state(), State::Ready);
        QVERIFY2(m_it.words().startsWith(u"No answer came: no TLS connection: "_s), qPrintable(m_it.words()));
        QVERIFY2(m_it.words().contains(u"certificate"_s), qPrintable(m_it.words()));
        QVERIFY(target.requests.empty());
    }

    void nobodyIsThere()
    {
        auto target = std::make_unique<ScriptedTarget>();
        m_it.open();
        m_it.choose(ReplayScope::Everything);
        m_it.choose(*target, ReplayPace::Kind::Fastest);
        target.reset();
        m_it.replay().startButton()->click();
        QTRY_COMPARE(m_it.rows(), 4);
        QTRY_COMPARE(m_it.state(), State::Ready);
        QVERIFY2(m_it.words().contains(u"refused"_s), qPrintable(m_it.words()));
        QVERIFY(m_it.replay().results()->repeatButton()->isEnabled());
    }

    void nothingToSend()
    {
        m_it->log().setFilter(u"user == nobody"_s);
        QTRY_COMPARE(m_it->view()->model()->rowCount(), 0);
        m_it->view()->setFocus();
        m_it.replaying().ask(ReplayScope::Filtered);
        QTRY_COMPARE(m_it.state(), State::Ready);
        QCOMPARE(m_it.words(), u"0 captures"_s);
        QCOMPARE(m_it.replay().preview()->emptyPage()->title(), u"There is nothing to send"_s);
        QVERIFY(!m_it.replay().startButton()->isEnabled());
        QCOMPARE(m_it.replay().results()->emptyPage()->title(), u"Nothing was sent yet"_s);
    }

    void wrongTargetsCannotBeStarted()
    {
        m_it.open();
        QVERIFY(m_it.replay().startButton()->isEnabled());
        m_it.replay().target()->setText(u"nowhere"_s);
        QVERIFY(!m_it.replay().startButton()->isEnabled());
    }

    void closingAsksWhileItRuns()
    {
        ScriptedTarget target({held()});
        m_it.open();
        m_it.choose(ReplayScope::Everything);
        m_it.choose(target, ReplayPace::Kind::Fastest);
        m_it.replay().startButton()->click();
        QTRY_COMPARE(target.held(), 1U);
        m_it.replay().closeButton()->click();
        QVERIFY(m_it.replay().isVisible());
        QuestionLine &question = *m_it.replay().question();
        QVERIFY(question.isVisible());
        question.noButton()->click();
        QTRY_COMPARE(m_it.state(), State::Running);
        // What is opened again is what runs.
        const CaptureReplayJob *job = m_it.replaying().job();
        m_it.replaying().ask(ReplayScope::Everything);
        QCOMPARE(m_it.replaying().job(), job);
        QCOMPARE(m_it.state(), State::Running);
        // As the window manager closes it.
        QCloseEvent event;
        QSpontaneKeyEvent::setSpontaneous(&event);
        QCoreApplication::instance()->notify(&m_it.replay(), &event);
        QVERIFY(!event.isAccepted());
        QVERIFY(m_it.replay().isVisible());
        question.yesButton()->click();
        QVERIFY(!m_it.replay().isVisible());
        QCOMPARE(m_it.state(), State::Stopping);
        target.release();
        QTRY_COMPARE(m_it.state(), State::Ready);
        QCOMPARE(target.requests.size(), 1U);
    }

    /// The program asks all windows to close when it ends, and stays when one does not.
    void anEndOfTheProgramIsNotHeldUp()
    {
        ScriptedTarget target({held()});
        m_it.open();
        m_it.choose(target, ReplayPace::Kind::Fastest);
        m_it.replay().startButton()->click();
        QTRY_COMPARE(target.held(), 1U);
        QVERIFY(m_it.replay().close());
        QVERIFY(!m_it.replay().isVisible());
        QCOMPARE(m_it.state(), State::Stopping);
    }

    void aMainWindowThatGoesEndsIt()
    {
        ScriptedTarget target({held()});
        m_it.open();
        m_it.choose(ReplayScope::Everything);
        m_it.choose(target, ReplayPace::Kind::Fastest);
        m_it.replay().startButton()->click();
        QTRY_COMPARE(target.held(), 1U);
        m_it.close(); // without waiting for the ten minutes of the time-out
        QCOMPARE(target.requests.size(), 1U);
    }

    void everythingHasANameAndRoom()
    {
        m_it.open();
        m_it.choose(ReplayScope::Everything);
        for (const QWidget *widget : m_it.replay().findChildren<QWidget *>()) {
            if (const auto *label = qobject_cast<const QLabel *>(widget); label != nullptr) {
                if (label->text().contains(u'&'))
                    QVERIFY2(label->buddy() && label->buddy()->focusPolicy() != Qt::NoFocus, qPrintable(label->text()));
                else
                    QVERIFY2(label->textFormat() == Qt::PlainText || label->buddy() || label->text().isEmpty(),
                             qPrintable(label->text()));
            }
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy() != nullptr ||
                qobject_cast<const QLabel *>(widget) != nullptr || widget->objectName().startsWith(u"qt_"_s))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
        }
        const QSize least = m_it.replay().minimumSizeHint();
        QVERIFY2(least.width() <= 800 && least.height() <= 500,
                 qPrintable(u"%1×%2"_s.arg(least.width()).arg(least.height())));
    }
};

QTEST_MAIN(TestReplayTroubles)
#include "tst_gui_replaytroubles.moc"
