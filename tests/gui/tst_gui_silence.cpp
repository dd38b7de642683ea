// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/samples.h"
#include "tests/support/manualclock.h"
#include "ui/health/desktopnotice.h"
#include "ui/health/silencenotice.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Stands for the desktop: takes notifications.
class NotificationServer : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList texts;

public Q_SLOTS:
    uint Notify(const QString &application, uint, const QString &, const QString &title, const QString &text,
                const QStringList &, const QVariantMap &, int)
    {
        texts = {application, title, text};
        return 1;
    }
};

/// The notice that callbacks have stopped.
class TestSilence : public QObject {
    Q_OBJECT

    ManualClock m_clock{1'700'000'000'000'000}; // 2023-11-14 22:13:20 UTC

    BatchPtr batchOf(qint64 sequence, Verdict verdict = Verdict::Accepted) const
    {
        auto batch = std::make_shared<Batch>();
        batch->captures.push_back(capture(sequence));
        batch->captures.back().receivedAt = m_clock.wallTime();
        batch->captures.back().ruling.verdict = verdict;
        return batch;
    }

private Q_SLOTS:
    void init() { failOnAnyGuiWarning(); }

    void saysSinceWhenAndGoesByItself()
    {
        m_clock.setWallUs(1'700'000'000'000'000);
        SilenceNotice notice({300s, false}, m_clock);
        const QSignalSpy changed(&notice, &SilenceNotice::changed);
        const QSignalSpy desktop(&notice, &SilenceNotice::desktopNoticeWanted);
        notice.look();
        QVERIFY(notice.sentence().isEmpty());
        notice.published(batchOf(512));
        m_clock.advanceMs(299'999);
        notice.look();
        QVERIFY(notice.sentence().isEmpty());
        m_clock.advanceMs(1);
        notice.look();
        QCOMPARE(notice.sentence(), u"Nothing has come for 5 min. The last callback was #512 at 22:13:20."_s);
        m_clock.advanceMs(60'000);
        notice.look();
        QVERIFY(notice.sentence().startsWith(u"Nothing has come for 6 min."_s));
        QCOMPARE(changed.size(), 1);
        notice.published(batchOf(513));
        QCOMPARE(changed.size(), 2);
        QVERIFY(notice.sentence().isEmpty());
        QVERIFY(desktop.isEmpty());
    }

    void saysThatNothingHasComeYet()
    {
        SilenceNotice notice({10s, true}, m_clock);
        const QSignalSpy desktop(&notice, &SilenceNotice::desktopNoticeWanted);
        m_clock.advanceMs(9'999);
        notice.look();
        QVERIFY(notice.sentence().isEmpty());
        m_clock.advanceMs(3'001);
        notice.look();
        QCOMPARE(notice.sentence(), u"Nothing has come since the start, 13 s ago."_s);
        QCOMPARE(desktop.size(), 1);
        QCOMPARE(desktop[0][0].toString(), u"SeatScope: no callback comes"_s);
        notice.setSettings({20s, false}); // counted from the start, too
        m_clock.advanceMs(7'000);
        notice.look();
        QCOMPARE(notice.sentence(), u"Nothing has come since the start, 20 s ago."_s);
        notice.published(batchOf(5));
        QVERIFY(notice.sentence().isEmpty());
    }

    void whatIsSentFromHereEndsNoSilence()
    {
        SilenceNotice notice({60s, false}, m_clock);
        for (const Verdict verdict : {Verdict::Accepted, Verdict::Malformed}) {
            auto batch = std::make_shared<Batch>(*batchOf(1, verdict));
            batch->captures.back().flags = CaptureFlags(CaptureFlag::KeptOut) | CaptureFlag::Sent;
            notice.published(batch);
        }
        m_clock.advanceMs(61'000);
        notice.look();
        QCOMPARE(notice.sentence(), u"Nothing has come since the start, 1 min ago."_s);
    }

    void whatAnyoneCanSendEndsNoSilence()
    {
        SilenceNotice notice({60s, false}, m_clock);
        notice.published(batchOf(1, Verdict::Probe));
        m_clock.advanceMs(61'000);
        notice.look();
        QCOMPARE(notice.sentence(), u"Nothing but probes and refused requests has come since the start, 1 min ago."_s);
        notice.published(batchOf(2));
        m_clock.advanceMs(61'000);
        notice.look();
        notice.published(batchOf(3, Verdict::WrongPath));
        QVERIFY(notice.sentence().startsWith(u"Nothing but probes and refused requests has come for 1 min."_s));
        notice.published(std::make_shared<Batch>());
        QVERIFY(notice.sentence().startsWith(u"Nothing but probes"_s));
        QVERIFY(notice.sentence().contains(u"#2"_s));
        notice.published(batchOf(4));
        m_clock.advanceMs(61'000);
        notice.look();
        QVERIFY(notice.sentence().startsWith(u"Nothing has come for 1 min. The last callback was #4"_s));
    }

    void desktopIsToldWhereThePersonWantsIt()
    {
        SilenceNotice notice({60s, true}, m_clock);
        const QSignalSpy desktop(&notice, &SilenceNotice::desktopNoticeWanted);
        notice.published(batchOf(9));
        m_clock.advanceMs(60'000);
        notice.look();
        notice.look();
        QCOMPARE(desktop.size(), 1);
        QCOMPARE(desktop[0][1].toString(), notice.sentence());
    }

    void otherSettingsCountFromTheLastCallback()
    {
        SilenceNotice notice({60s, false}, m_clock);
        notice.published(batchOf(9));
        m_clock.advanceMs(60'000);
        notice.look();
        QVERIFY(!notice.sentence().isEmpty());
        notice.setSettings({0s, false});
        QVERIFY(notice.sentence().isEmpty());
        m_clock.advanceMs(60'000);
        notice.setSettings({120s, false});
        notice.look();
        QVERIFY(notice.sentence().startsWith(u"Nothing has come for 2 min."_s));
    }

    void desktopShowsIt()
    {
        if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
            QSKIP("there is no dbus-daemon to stand for the desktop's");
        QProcess daemon;
        daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY(daemon.waitForReadyRead());
        qputenv("DBUS_SESSION_BUS_ADDRESS", daemon.readLine().trimmed());
        showDesktopNotice(u"nobody"_s, u"hears"_s); // no service yet: nothing happens
        NotificationServer server;
        QDBusConnection bus = QDBusConnection::sessionBus();
        QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &server, QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
        showDesktopNotice(u"Title"_s, u"a <b>text</b>"_s);
        QTRY_COMPARE(server.texts, QStringList({u"SeatScope"_s, u"Title"_s, u"a &lt;b&gt;text&lt;/b&gt;"_s}));
        daemon.terminate();
        QVERIFY(daemon.waitForFinished());
        showDesktopNotice(u"the bus"_s, u"is gone"_s);
    }
};

QTEST_MAIN(TestSilence)
#include "tst_gui_silence.moc"
