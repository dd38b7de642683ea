// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalwriter.h"
#include "tests/gui/samples.h"
#include "tests/support/httpclient.h"
#include "tests/support/manualclock.h"
#include "ui/activity/activitycontroller.h"
#include "ui/activity/activitypanel.h"
#include "ui/activity/staywindow.h"
#include "ui/captures/capturespanel.h"
#include "ui/firstrun/firstrunpage.h"
#include "ui/health/healthpanel.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/mainwindow.h"
#include "ui/rooms/roomspanel.h"
#include "ui/seats/findingsbutton.h"
#include "ui/seats/readingbutton.h"
#include "ui/seats/roomheader.h"
#include "ui/seats/seatspanel.h"
#include "ui/status/banner.h"
#include "ui/text/words.h"
#include "ui/theme/emptypage.h"

#include <QAction>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// The whole window over a real session: journal on disk, port open.
class TestMainWindow : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Session> m_session;
    HttpClient m_client;

    QPushButton *buttonNamed(const QWidget &window, const QString &text) const
    {
        for (QPushButton *button : window.findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }

    /// Has \a send bring a capture into \a window, and retention take it away again.
    template<typename Send>
    void comeAndGo(MainWindow &window, Send send)
    {
        send();
        QTRY_COMPARE(window.capturesPanel()->view()->model()->rowCount(), 1);
        QVERIFY(!window.showsFirstRun());
        auto batch = std::make_shared<Batch>();
        batch->removal.add(Sequence(1), false);
        Q_EMIT m_session->published(batch);
        QCOMPARE(window.capturesPanel()->view()->model()->rowCount(), 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init()
    {
        failOnAnyGuiWarning();
        QSettings().clear();
        m_dir = std::make_unique<QTemporaryDir>();
        SessionConfig config;
        config.journalPath = m_dir->filePath(u"test.seatscope"_s);
        config.port = 0;
        m_session = std::make_unique<Session>(config);
        const Result<void> started = m_session->start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().message()));
    }
    void cleanup()
    {
        m_session.reset();
        m_dir.reset();
    }

    void firstCallbackEndsTheFirstRun()
    {
        MainWindow window(*m_session, m_clock);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.showsFirstRun());
        QSignalSpy demo(&window, &MainWindow::demoTrafficRequested);
        buttonNamed(window, u"Show me demo traffic"_s)->click();
        QCOMPARE(demo.size(), 1);

        QSignalSpy done(m_session.get(), &Session::testCallbackDone);
        buttonNamed(window, u"Send a test callback"_s)->click();
        QTRY_COMPARE(done.size(), 1);
        QVERIFY2(done[0][0].toBool(), qPrintable(done[0][1].toString()));
        QTRY_VERIFY(!window.showsFirstRun());
        QTRY_VERIFY(window.roomsPanel()->chosen().has_value());
        QTRY_VERIFY(window.seatsPanel()->view()->model()->rowCount() > 0);

        window.capturesPanel()->step(1);
        QTRY_VERIFY(window.inspectorPanel()->shown());
        QCOMPARE(window.inspectorPanel()->shown()->capture.summary.sequence, Sequence(1));
    }

    void journalWithCapturesShowsItsRoomsAtOnce()
    {
        QSignalSpy published(m_session.get(), &Session::published);
        m_session->sendTestCallback();
        QTRY_VERIFY(!published.isEmpty());
        MainWindow window(*m_session, m_clock);
        QVERIFY(!window.showsFirstRun());
        QVERIFY(window.roomsPanel()->chosen().has_value());
    }

    void howListsAreReadIsChosenAboveTheSeats()
    {
        MainWindow window(*m_session, m_clock);
        const auto tell = [this](const QByteArray &seats, const QByteArray &time) {
            return m_client
                .post(m_session->callbackUrl(), R"({"CallbackCommand":"Mic.CallbackAfterSeatInfoChanged","RoomId":"r",)"
                                                R"("SeatList":[)" +
                                                    seats + R"(],"EventTime":)" + time + "}")
                .status;
        };
        QCOMPARE(tell(R"({"Index":0,"Member_Account":"a"},{"Index":1,"Member_Account":"b"})", "1700000000000"), 200);
        QCOMPARE(tell(R"({"Index":1,"Member_Account":"a"})", "1700000001000"), 200);
        QTRY_COMPARE(window.seatsPanel()->view()->model()->rowCount(), 2);
        RoomHeader *header = window.seatsPanel()->header();
        QTRY_COMPARE(header->findings()->text(), u"1 finding"_s);
        QTRY_COMPARE(window.capturesPanel()->view()->model()->rowCount(), 2);
        Q_EMIT header->findings()->captureWanted(Sequence(2));
        QTRY_VERIFY(window.inspectorPanel()->shown());
        QCOMPARE(window.inspectorPanel()->shown()->capture.summary.sequence, Sequence(2));

        const QList<QAction *> scopes = header->reading()->menu()->actions();
        scopes[0]->menu()->actions().last()->trigger();
        QTRY_COMPARE(header->reading()->text(), u"Lists: Replace"_s);
        QCOMPARE(scopes[0]->text(), u"This room: Replace"_s);
        QCOMPARE(window.seatsPanel()->view()->model()->rowCount(), 1);
        QVERIFY(header->findings()->isHidden());
        Q_EMIT m_session->readingFailed(u"the disk is full"_s);
        QCOMPARE(window.findChild<Banner *>()->message(), u"How lists are read was not changed: the disk is full"_s);
        scopes[0]->menu()->actions().first()->trigger();
        QTRY_COMPARE(header->reading()->text(), u"Lists: Auto (merged)"_s);
        QVERIFY(window.findChild<Banner *>()->message().isEmpty());
    }

    void refusedRequestsThatAreLetGoLeaveTheFirstRun()
    {
        MainWindow window(*m_session, m_clock);
        QVERIFY(window.firstRunPage()->intro()->text().contains(u"arrived yet"_s));
        comeAndGo(window, [this] { QCOMPARE(m_client.post(m_session->callbackUrl(), "no json").status, 400); });
        QVERIFY(window.showsFirstRun());
        QVERIFY(!window.firstRunPage()->intro()->text().contains(u"arrived yet"_s));
        QVERIFY(!window.capturesPanel()->view()->isVisibleTo(&window));
        QCOMPARE(window.capturesPanel()->emptyPage()->title(), u"No capture is left"_s);
    }

    void roomsOutliveTheirCaptures()
    {
        MainWindow window(*m_session, m_clock);
        comeAndGo(window, [this] { m_session->sendTestCallback(); });
        QVERIFY(!window.showsFirstRun());
        QVERIFY(window.roomsPanel()->chosen().has_value());
        QCOMPARE(window.capturesPanel()->emptyPage()->title(), u"No capture is left"_s);
    }

    void saysWhenBookmarksAloneAreBeyondTheLimits()
    {
        for (int i = 0; i < 2; ++i)
            QCOMPARE(m_client.post(m_session->callbackUrl(), "no json").status, 400);
        SessionConfig config = m_session->config();
        m_session.reset();
        {
            const auto writer = JournalWriter::open(config.journalPath, config.retention);
            QVERIFY(writer && *(*writer)->mark(Sequence(1), {true, {}}) && *(*writer)->mark(Sequence(2), {true, {}}));
        }
        config.retention.captures = 1;
        m_session = std::make_unique<Session>(config);
        QVERIFY(m_session->start());
        const MainWindow window(*m_session, m_clock);
        const auto *banner = window.findChild<Banner *>();
        QTRY_COMPARE(banner->message(), Words::bookmarksExceed());
        QVERIFY(!banner->isHidden());
    }

    void saysWhenCallbacksHaveStopped()
    {
        using namespace std::chrono_literals;
        ManualClock clock;
        MainWindow window(*m_session, clock);
        window.setSilence({120s, false});
        const auto *banner = window.findChild<Banner *>();
        const auto captures = [&window] { return window.capturesPanel()->view()->model()->rowCount(); };
        m_session->sendTestCallback();
        QTRY_COMPARE(captures(), 1);
        QVERIFY(banner->isHidden());
        clock.advanceMs(121'000);
        QTRY_VERIFY(!banner->isHidden());
        QVERIFY2(banner->message().startsWith(u"Nothing has come for 2 min. The last callback was #1 at "_s),
                 qPrintable(banner->message()));
        m_session->sendTestCallback();
        QTRY_COMPARE(captures(), 2);
        QVERIFY(banner->isHidden());
    }

    void showsHowCallbacksFare()
    {
        MainWindow window(*m_session, m_clock);
        window.show();
        auto *dock = window.findChild<QDockWidget *>(u"health"_s);
        QTRY_VERIFY(!window.healthPanel()->isFollowing()); // behind the inspector
        dock->raise();
        QTRY_VERIFY(window.healthPanel()->isFollowing());
        QVERIFY(window.healthPanel()->isEmpty());
        m_session->sendTestCallback();
        QTRY_VERIFY(!window.healthPanel()->isEmpty());
        dock->toggleViewAction()->trigger();
        QVERIFY(!window.healthPanel()->isFollowing());
    }

    void tellsWhatHappened_data()
    {
        QTest::addColumn<bool>("isTold");
        QTest::newRow("by the batches") << true;
        QTest::newRow("by the journal") << false;
    }
    void tellsWhatHappened()
    {
        QFETCH(const bool, isTold);
        SessionConfig config = m_session->config();
        config.tellsActivities = isTold;
        m_session.reset();
        m_session = std::make_unique<Session>(config);
        QVERIFY(m_session->start());
        MainWindow window(*m_session, m_clock);
        window.show();
        m_session->sendTestCallback();
        QTableView *feed = window.activity()->panel()->view();
        QTRY_VERIFY(feed->model()->rowCount() > 0);
        feed->selectRow(0);
        QCOMPARE(window.capturesPanel()->selected(), Sequence(1));
        QTRY_VERIFY(window.inspectorPanel()->shown());

        StayWindow *history = window.activity()->showHistory({window.roomsPanel()->chosen(), SeatIndex(0), {}});
        QTRY_VERIFY(history->stays().reachesBeginning());
        const QString path = m_dir->filePath(u"feed.csv"_s);
        window.activity()->save(path);
        QTRY_VERIFY2(QFile::exists(path), qPrintable(window.activity()->panel()->stateText()->text()));
        QTRY_VERIFY(window.activity()->panel()->stateText()->text().contains(u"feed.csv"_s));
        QTRY_VERIFY(window.activity()->panel()->exportButton()->isEnabled());
    }

    void layoutIsRemembered()
    {
        {
            MainWindow window(*m_session, m_clock);
            window.show();
            QCOMPARE(window.size(), QSize(1440, 900));
            window.resize(1300, 800);
            window.findChild<QDockWidget *>(u"inspector"_s)->hide();
            window.close();
        }
        MainWindow window(*m_session, m_clock);
        QCOMPARE(window.size(), QSize(1300, 800));
        QVERIFY(window.findChild<QDockWidget *>(u"inspector"_s)->isHidden());
        QVERIFY(!window.findChild<QDockWidget *>(u"captures"_s)->isHidden());
    }

    void isNeverTooSmallForItsBars()
    {
        MainWindow window(*m_session, m_clock);
        window.show();
        window.resize(500, 400);
        QCOMPARE(window.size(), QSize(800, 500));
        QVERIFY(window.minimumSizeHint().width() <= 800 && window.minimumSizeHint().height() <= 500);
    }

    void everyControlHasAName()
    {
        MainWindow window(*m_session, m_clock);
        for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
            const bool ours = button->metaObject()->className() != "QDockWidgetTitleButton"_ba &&
                              !button->objectName().startsWith("qt_"_L1);
            if (ours && qobject_cast<const QPushButton *>(button) != nullptr && !button->isHidden())
                QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                         button->metaObject()->className());
        }
        for (const QTableView *table : window.findChildren<QTableView *>())
            QVERIFY(!table->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_gui_mainwindow.moc"
