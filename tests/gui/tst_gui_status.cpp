// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/samples.h"
#include "ui/firstrun/firstrunpage.h"
#include "ui/status/banner.h"
#include "ui/status/copybutton.h"
#include "ui/status/listeningbar.h"
#include "ui/status/statusline.h"
#include "ui/status/testcallback.h"
#include "ui/text/sizetext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// What the bars say about the state of the receiver.
class TestStatus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { failOnAnyGuiWarning(); }

    void statusSaysWhatIsNotChecked()
    {
        SessionConfig config;
        const StatusLine open(config);
        QVERIFY(open.notesLabel()->text().contains(u"any application accepted"_s));
        QVERIFY(open.notesLabel()->text().contains(u"signatures not checked"_s));
        config.admission.allowedApps.insert(SdkAppId(1));
        config.admission.token = "secret";
        const StatusLine closed(config);
        QVERIFY(closed.notesLabel()->text().isEmpty());
    }

    void statusCounts()
    {
        StatusLine line{SessionConfig{}};
        SessionCounters counters;
        counters.captures = 1234;
        counters.refused = 56;
        counters.usedBytes = 3 * 512 * 1024;
        counters.bytesOnDisk = 77 * 1024 * 1024;
        counters.limits.captures = 20'000;
        counters.limits.bytes = 4 * 1024 * 1024;
        line.show(counters);
        const QLocale locale;
        QCOMPARE(line.capturedLabel()->text(),
                 u"%1 of %2 captures"_s.arg(locale.toString(1234), locale.toString(20'000)));
        QCOMPARE(line.refusedLabel()->text(), u"56 refused"_s);
        QVERIFY2(line.refusedLabel()->toolTip().contains(locale.toString(2000)),
                 qPrintable(line.refusedLabel()->toolTip()));
        QCOMPARE(line.sizeLabel()->text(), u"%1 of 4 MiB used"_s.arg(sizeText(counters.usedBytes)));
        QVERIFY(line.sizeLabel()->toolTip().contains(u"77 MiB"_s));
    }

    void sizesAreShort_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64{0} << u"0 bytes"_s;
        QTest::newRow("less than a KiB") << qint64{1023} << u"1023 bytes"_s;
        QTest::newRow("a KiB") << qint64{1024} << u"1 KiB"_s;
        QTest::newRow("broken") << qint64{1536} << u"1.5 KiB"_s;
        QTest::newRow("whole") << qint64{2} * 1024 * 1024 * 1024 << u"2 GiB"_s;
        QTest::newRow("whole in a smaller unit") << qint64{2049} * 1024 * 1024 << u"2.0 GiB"_s;
    }
    void sizesAreShort()
    {
        QFETCH(qint64, bytes);
        QFETCH(QString, text);
        QCOMPARE(sizeText(bytes), text);
    }

    void statusTellsWhatLeftNoCapture()
    {
        StatusLine line{SessionConfig{}};
        QVERIFY(line.overloadedLabel()->isHidden() && line.turnedAwayLabel()->isHidden());
        SessionCounters counters;
        counters.overloaded = 7;
        counters.turnedAway = {1100, 20, 3};
        line.show(counters);
        const QLocale locale;
        QVERIFY(!line.overloadedLabel()->isHidden() && !line.turnedAwayLabel()->isHidden());
        QCOMPARE(line.turnedAwayLabel()->text(), u"connections turned away: %1"_s.arg(locale.toString(1123)));
        for (const int part : {1100, 20, 3})
            QVERIFY(line.turnedAwayLabel()->toolTip().contains(u": %1"_s.arg(locale.toString(part))));
    }

    void statusSaysWhenEverybodyMayPost()
    {
        SessionConfig config;
        QVERIFY(StatusLine(config).openLabel()->isHidden());
        config.address = QHostAddress(QHostAddress::AnyIPv4);
        config.allowOpen = true;
        const StatusLine open(config);
        QVERIFY(!open.openLabel()->isHidden());
        config.admission.pathIsSecret = true;
        QVERIFY(StatusLine(config).openLabel()->isHidden());
    }

    void secretPathIsShortUntilAskedFor()
    {
        const QUrl url(u"https://127.0.0.1:8088/k3Zq0aVfR8mWx2LtB7cYdP9e"_s);
        ListeningBar bar(url, true);
        QCOMPARE(bar.addressLabel()->text(), u"https://127.0.0.1:8088/k3…9e"_s);
        bar.showButton()->click();
        QCOMPARE(bar.addressLabel()->text(), url.toString());
        bar.showButton()->click();
        QCOMPARE(bar.addressLabel()->text(), u"https://127.0.0.1:8088/k3…9e"_s);
        bar.findChild<CopyButton *>()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), url.toString());
        const ListeningBar ordinary(QUrl(u"http://127.0.0.1:8088/a-long-ordinary-path"_s), false);
        QCOMPARE(ordinary.addressLabel()->text(), u"http://127.0.0.1:8088/a-long-ordinary-path"_s);
        QVERIFY(ordinary.showButton()->isHidden());
        SessionConfig config;
        config.admission.pathIsSecret = true;
        const StatusLine line(config);
        for (const QLabel *label : line.findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(u"R8mWx"_s), qPrintable(label->text()));
        const FirstRunPage page(url, true);
        for (const QLabel *label : page.findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(u"R8mWx"_s), qPrintable(label->text()));
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

    void troubleTakesNoMoreRoomThanItsWords_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 1400;
        QTest::newRow("narrow") << 400;
    }
    void troubleTakesNoMoreRoomThanItsWords()
    {
        QFETCH(int, width);
        QMainWindow window;
        auto *banner = new Banner(&window);
        window.addToolBar(Qt::BottomToolBarArea, banner);
        window.resize(width, 600);
        window.show();
        for (const int words : {60, 5, 40}) {
            banner->setMessage(u"trouble "_s.repeated(words));
            const QLabel *text = banner->findChild<QLabel *>();
            QTRY_COMPARE(text->height(), text->heightForWidth(text->width()));
            QTRY_VERIFY(banner->height() < text->height() + 2 * text->fontMetrics().height());
        }
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
