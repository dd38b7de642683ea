// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/samples.h"
#include "tests/support/httpclient.h"
#include "tests/support/testdata.h"
#include "ui/mainwindow.h"
#include "ui/timeline/timeactions.h"
#include "ui/timeline/timebar.h"
#include "ui/timeline/timeview.h"

#include <QAction>
#include <QDockWidget>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// The whole window where there is little room.
class TestSmallWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_dir.path());
    }
    void init() { failOnAnyGuiWarning(); }

    /// The bar needs more room in the past: it must not take it from the inspector.
    void thePastPushesNothingAside()
    {
        SessionConfig config;
        config.journalPath = m_dir.filePath(u"test.seatscope"_s);
        config.port = 0;
        Session session(config);
        QVERIFY(session.start());
        MainWindow window(session, m_clock);
        window.resize(900, 600);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        HttpClient client;
        for (const QString &file : {u"corpus/seat-room-one.json"_s, u"corpus/seat-room-full-8.json"_s})
            QCOMPARE(client.post(session.callbackUrl(), testData(file)).status, 200);
        const auto *inspector = window.findChild<QDockWidget *>(u"inspector"_s);
        QVERIFY(inspector);
        const TimeBar &bar = *window.timeView()->bar();
        QTRY_VERIFY(window.timeView()->actions().previous->isEnabled());
        QCOMPARE(bar.liveButton()->text(), u"LIVE"_s);
        const int width = inspector->width();
        window.timeView()->actions().previous->trigger();
        QTRY_COMPARE(bar.liveButton()->text(), u"Go live"_s);
        QCOMPARE(inspector->width(), width);
    }

private:
    SystemClock m_clock;
    QTemporaryDir m_dir;
};

QTEST_MAIN(TestSmallWindow)
#include "tst_gui_smallwindow.moc"
