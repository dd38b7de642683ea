// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/samples.h"
#include "ui/status/banner.h"
#include "ui/status/copybutton.h"
#include "ui/status/statusline.h"
#include "ui/status/testcallback.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// What the bars say about the state of the receiver.
class TestStatus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyGuiWarning(); }

    void statusSaysWhatIsNotChecked()
    {
        AdmissionRules rules;
        const StatusLine open(u"http://x/"_s, rules);
        QVERIFY(open.notesLabel()->text().contains(u"any application accepted"_s));
        QVERIFY(open.notesLabel()->text().contains(u"signatures not checked"_s));
        rules.allowedApps.insert(SdkAppId(1));
        rules.token = "secret";
        const StatusLine closed(u"http://x/"_s, rules);
        QVERIFY(closed.notesLabel()->text().isEmpty());
    }

    void statusCounts()
    {
        StatusLine line(u"http://x/"_s, AdmissionRules{});
        SessionCounters counters;
        counters.captures = 1234;
        line.show(counters);
        QCOMPARE(line.capturedLabel()->text(), u"%1 captured"_s.arg(QLocale().toString(1234)));
    }

    void troubleIsShownWhileItLasts()
    {
        Banner banner;
        QVERIFY(banner.isHidden());
        banner.setMessage(u"The disk is full"_s);
        QVERIFY(!banner.isHidden());
        QCOMPARE(banner.message(), u"The disk is full"_s);
        banner.setMessage({});
        QVERIFY(banner.isHidden());
    }

    void copyCopiesAndSaysSo()
    {
        CopyButton button(u"http://x/"_s, u"Copy it"_s);
        const QString before = button.text();
        button.click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"http://x/"_s);
        QVERIFY(button.text() != before);
        QTRY_COMPARE(button.text(), before);
    }

    void testCallbackTellsItsOutcome()
    {
        TestCallback test;
        QSignalSpy wanted(&test, &TestCallback::wanted);
        test.button()->click();
        QCOMPARE(wanted.size(), 1);
        test.showRunning();
        QVERIFY(!test.button()->isEnabled());
        test.showOutcome(false, u"nobody\nanswers"_s);
        QVERIFY(test.button()->isEnabled());
        QCOMPARE(test.outcome()->text(), u"nobody\\nanswers"_s);
    }
};

QTEST_MAIN(TestStatus)
#include "tst_gui_status.moc"
