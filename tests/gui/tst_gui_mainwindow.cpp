// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/samples.h"
#include "ui/captures/capturespanel.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/mainwindow.h"
#include "ui/rooms/roomspanel.h"
#include "ui/seats/seatspanel.h"

#include <QAction>
#include <QDockWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

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

    QPushButton *buttonNamed(const QWidget &window, const QString &text) const
    {
        for (QPushButton *button : window.findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
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
