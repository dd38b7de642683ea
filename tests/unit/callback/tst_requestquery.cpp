// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/requestquery.h"
#include "tests/support/testmain.h"

using namespace seatscope;
using namespace Qt::StringLiterals;

class TestRequestQuery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void readsTheDocumentedKeys()
    {
        const RequestQuery query =
            parseRequestTarget("/cb?SdkAppid=1400000001&CallbackCommand=Mic.CallbackAfterSeatInfoChanged"
                               "&contenttype=json&ClientIP=127.0.0.1&OptPlatform=IOS&Sign=ab12&RequestTime=1669872112");
        QCOMPARE(query.path, "/cb"_ba);
        QCOMPARE(query.sdkAppIdText, u"1400000001"_s);
        QCOMPARE(query.sdkAppId, SdkAppId(1400000001));
        QCOMPARE(query.command, u"Mic.CallbackAfterSeatInfoChanged"_s);
        QCOMPARE(query.clientIp, u"127.0.0.1"_s);
        QCOMPARE(query.platform, u"IOS"_s);
        QCOMPARE(query.sign, "ab12"_ba);
        QCOMPARE(query.requestTimeS, 1669872112);
    }

    void readsTheKeysOfTheFirstProtocol()
    {
        const RequestQuery query = parseRequestTarget("/?sdkappid=7&command=C2C.X&clientip=::1&optplatform=Web");
        QCOMPARE(query.sdkAppId, SdkAppId(7));
        QCOMPARE(query.command, u"C2C.X"_s);
        QCOMPARE(query.clientIp, u"::1"_s);
        QCOMPARE(query.platform, u"Web"_s);
    }

    void findsThePath_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("command");
        const auto row = [](const QByteArray &target, const QByteArray &path, const QString &command) {
            QTest::newRow(target.constData()) << target << path << command;
        };
        row("/", "/", {});
        row("", "", {});
        row("*", "*", {});
        row("/a%20b/?command=c", "/a%20b/", u"c"_s);
        row("?command=c", "", u"c"_s);
        row("http://h:1/p?command=c", "/p", u"c"_s);
        row("HTTPS://h?command=c", "/", u"c"_s);
        row("http://h", "/", {});
        row("http://user@h/x://y", "/x://y", {});
        row("/x?u=http://h/p&command=c", "/x", u"c"_s);
        row("x?u=http://h/p", "x", {});
        row("//h/p", "//h/p", {});
    }

    void findsThePath()
    {
        QFETCH(const QByteArray, target);
        const RequestQuery query = parseRequestTarget(target);
        QTEST(query.path, "path");
        QTEST(query.command, "command");
    }

    void decodesEscapes_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("command");
        QTest::newRow("escape") << "a%2Eb%2fc%3D"_ba << u"a.b/c="_s;
        QTest::newRow("UTF-8") << "%E6%88%BF"_ba << u"房"_s;
        QTest::newRow("plus is no blank") << "a+b"_ba << u"a+b"_s;
        QTest::newRow("malformed stays") << "%zz%4%"_ba << u"%zz%4%"_s;
        QTest::newRow("malformed, then good") << "%%41"_ba << u"%A"_s;
        QTest::newRow("decoded once") << "%2541"_ba << u"%41"_s;
        QTest::newRow("equals signs") << "a=b=c"_ba << u"a=b=c"_s;
        QTest::newRow("no UTF-8") << "%ff"_ba << u"\ufffd"_s;
    }

    void decodesEscapes()
    {
        QFETCH(const QByteArray, value);
        QTEST(parseRequestTarget("/?x&&=&command=" + value).command, "command");
    }

    void decodesKeysToo() { QCOMPARE(parseRequestTarget("/?%53dk%41ppid=5").sdkAppId, SdkAppId(5)); }

    void theFirstOfTwoCounts()
    {
        const RequestQuery query = parseRequestTarget(
            "/?SdkAppid=1&sdkappid=2&command=a&CallbackCommand=b&Sign=s&sign=t&RequestTime=x&RequestTime=5");
        QCOMPARE(query.sdkAppId, SdkAppId(1));
        QCOMPARE(query.command, u"a"_s);
        QCOMPARE(query.sign, "s"_ba);
        QVERIFY(!query.requestTimeS);
    }

    void readsOnlyPositiveIntegers_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("isApp");
        QTest::addColumn<bool>("isTime");
        QTest::newRow("number") << "12"_ba << true << true;
        QTest::newRow("zero") << "0"_ba << false << true;
        QTest::newRow("negative") << "-1"_ba << false << false;
        QTest::newRow("plus") << "+1"_ba << false << false;
        QTest::newRow("blank") << "%201"_ba << false << false;
        QTest::newRow("hexadecimal") << "0x1"_ba << false << false;
        QTest::newRow("empty") << ""_ba << false << false;
        QTest::newRow("beyond 63 bit") << "9223372036854775808"_ba << true << false;
        QTest::newRow("beyond 64 bit") << "18446744073709551616"_ba << false << false;
    }

    void readsOnlyPositiveIntegers()
    {
        QFETCH(const QByteArray, value);
        const RequestQuery query = parseRequestTarget("/?SdkAppid=" + value + "&RequestTime=" + value);
        QTEST(query.sdkAppId.has_value(), "isApp");
        QTEST(query.requestTimeS.has_value(), "isTime");
        QVERIFY(query.sdkAppIdText);
    }
};

QTEST_GUILESS_MAIN(TestRequestQuery)
#include "tst_requestquery.moc"
