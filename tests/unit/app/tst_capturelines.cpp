// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/capturelines.h"
#include "app/terminal.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace seatscope;

class TestCaptureLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void writesTheDocumentedLines()
    {
        CaptureSummary capture;
        capture.sequence = Sequence(12);
        capture.receivedAt = ArrivalTime(1'700'000'000'001'204);
        capture.method = "POST";
        capture.target = "/?SdkAppid=1";
        capture.command = u"Mic.CallbackAfterSeatInfoChanged"_s;
        capture.room = RoomId(u"rid-123"_s);
        capture.eventTime = EventTime(1'670'574'414'123);
        capture.flags = CaptureFlag::Late;
        capture.status = 200;
        capture.bodySize = 540;
        capture.origin = Sequence(3);
        capture.bookmarked = true;
        capture.note = u"look"_s;
        QCOMPARE(captureLine(capture), QByteArray("#12 accepted Mic.CallbackAfterSeatInfoChanged rid-123 late 200\n"));
        QCOMPARE(captureJsonLine(capture),
                 QByteArray(R"({"seq":12,"receivedUs":1700000000001204,"method":"POST","target":"/?SdkAppid=1",)"
                            R"("command":"Mic.CallbackAfterSeatInfoChanged","room":"rid-123",)"
                            R"("eventTime":1670574414123,"verdict":"accepted","flags":["late"],"status":200,)"
                            R"("bodySize":540,"origin":3,"bookmarked":true,"note":"look"})"
                            "\n"));
        QVERIFY(captureRow(capture).contains("2023-11-14 22:13:20.001204"));
    }

    void writesNullWhereNothingIs()
    {
        CaptureSummary capture;
        capture.sequence = Sequence(1);
        capture.ruling.verdict = Verdict::Malformed;
        capture.status = 400;
        QCOMPARE(captureLine(capture), QByteArray("#1 malformed 400\n"));
        QCOMPARE(captureJsonLine(capture),
                 QByteArray(R"({"seq":1,"receivedUs":0,"method":null,"target":null,"command":null,"room":null,)"
                            R"("eventTime":null,"verdict":"malformed","flags":[],"status":400,"bodySize":0,)"
                            R"("origin":null,"bookmarked":false,"note":null})"
                            "\n"));
    }

    void showsEverythingOfACaptureAsJson()
    {
        CaptureInspection inspection;
        CaptureSummary &capture = inspection.capture.summary;
        capture.sequence = Sequence(7);
        capture.ruling = {Verdict::BadSignature, u"Sign is wrong"_s};
        capture.peer = u"127.0.0.1:9"_s;
        capture.product = Product::Live;
        capture.operatorAccount = UserId(u"user1"_s);
        capture.duplicateOf = Sequence(3);
        capture.status = 403;
        inspection.capture.head = "POST";
        inspection.capture.body = "{}";
        inspection.findings = {{FindingCode::NumberForText, u"/Operator_Account"_s, u"string"_s, u"1"_s}};
        QCOMPARE(inspectionJson(inspection),
                 QByteArray(R"({"seq":7,"receivedUs":0,"method":null,"target":null,"command":null,"room":null,)"
                            R"("eventTime":null,"verdict":"bad-signature","flags":[],"status":403,"bodySize":0,)"
                            R"("origin":null,"bookmarked":false,"note":null,)"
                            R"("reason":"Sign is wrong","duplicateOf":3,"product":"live","operator":"user1",)"
                            R"("findings":[{"code":"number-for-text","pointer":"/Operator_Account",)"
                            R"("expected":"string","actual":"1"}],"jsonError":null,)"
                            R"("peer":"127.0.0.1:9","headBase64":"UE9TVA==","bodyBase64":"e30="})"
                            "\n"));
    }

    void showsNullWhereACaptureHasNothing()
    {
        CaptureInspection inspection;
        inspection.jsonError = u"no JSON"_s;
        const QByteArray json = inspectionJson(inspection);
        QVERIFY2(json.contains(R"("reason":null,"duplicateOf":null,"product":"unknown","operator":null,)"
                               R"("findings":[],"jsonError":"no JSON")"),
                 json.constData());
    }

    void letsNoCallbackSteerTheTerminal()
    {
        CaptureSummary capture;
        capture.sequence = Sequence(1);
        capture.room = RoomId(u"a\u001b[2J\n\u202eb"_s);
        capture.status = 200;
        QCOMPARE(captureLine(capture), QByteArray("#1 accepted a\\u{1b}[2J\\u{a}\\u{202e}b 200\n"));
        QCOMPARE(printable(u"さくら 😀"_s), u"さくら 😀"_s);
    }

    void knowsWhetherThereIsADisplay_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("display");
        QTest::newRow("nothing") << QByteArray("HOME") << QByteArray("/") << QStringList() << false;
        QTest::newRow("empty") << QByteArray("DISPLAY") << QByteArray() << QStringList() << false;
        QTest::newRow("X11") << QByteArray("DISPLAY") << QByteArray(":0") << QStringList() << true;
        QTest::newRow("Wayland") << QByteArray("WAYLAND_DISPLAY") << QByteArray("wayland-0") << QStringList() << true;
        QTest::newRow("Qt") << QByteArray("QT_QPA_PLATFORM") << QByteArray("offscreen") << QStringList() << true;
        QTest::newRow("argument") << QByteArray("HOME") << QByteArray("/")
                                  << QStringList{u"-platform"_s, u"offscreen"_s} << true;
    }

    void knowsWhetherThereIsADisplay()
    {
        QFETCH(QByteArray, variable);
        QFETCH(QByteArray, value);
        QFETCH(QStringList, arguments);
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            qunsetenv(name);
        qputenv(variable.constData(), value);
        QTEST(hasDisplay(arguments), "display");
    }
};

QTEST_GUILESS_MAIN(TestCaptureLines)
#include "tst_capturelines.moc"
