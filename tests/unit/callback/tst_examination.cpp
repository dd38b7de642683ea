// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/examination.h"
#include "model/callback/findinglist.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"
#include "tests/unit/callback/picture.h"

#include <QSet>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

Examination examined(const QByteArray &target, const QByteArray &body, Verdict admission = Verdict::Accepted)
{
    return examine(body, parseRequestTarget(target), {admission, isRefused(admission) ? u"why"_s : QString()});
}

} // namespace

class TestExamination : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void acceptsKnownCommands()
    {
        const Examination result = examined("/?SdkAppid=1", testData(u"corpus/room-destroy.json"_s));
        QCOMPARE(result.ruling.verdict, Verdict::Accepted);
        QVERIFY(result.callback);
        QVERIFY(result.callback->findings.empty());
        QVERIFY(!result.jsonError);
    }

    void takesTheCommandOfTheQueryForABodyWithoutOne()
    {
        const Examination result = examined("/?SdkAppid=1&CallbackCommand=Room.CallbackAfterDestroyRoom", "{}");
        QCOMPARE(result.ruling.verdict, Verdict::Accepted);
        QCOMPARE(result.callback->command, u"Room.CallbackAfterDestroyRoom"_s);
    }

    void keepsUnknownCommands_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("unknown") << R"({"CallbackCommand":"Room.New"})"_ba;
        QTest::newRow("none") << "{}"_ba;
        QTest::newRow("no object") << "[]"_ba;
        QTest::newRow("TRTC") << R"({"EventGroupId":1,"EventType":2,"EventInfo":{}})"_ba;
    }

    void keepsUnknownCommands()
    {
        QFETCH(const QByteArray, body);
        const Examination result = examined("/?SdkAppid=1", body);
        QCOMPARE(result.ruling.verdict, Verdict::UnknownCommand);
        QVERIFY(result.ruling.reason.isEmpty());
        QVERIFY(result.callback);
    }

    void namesThePlaceInBrokenJson()
    {
        const Examination result = examined("/?SdkAppid=1", "{\n\"a\" 1}");
        QCOMPARE(result.ruling.verdict, Verdict::Malformed);
        QCOMPARE(result.ruling.reason,
                 u"the body is no JSON: line 2, column 5 (byte 6): missing a colon after the key"_s);
        QVERIFY(!result.callback);
        QCOMPARE(result.jsonError->offset, 6);
    }

    void readsNoBodyThatWasNotLetIn()
    {
        for (const Verdict verdict : {Verdict::Probe, Verdict::ForeignApp, Verdict::TooLarge}) {
            const Examination result = examined("/", "no JSON", verdict);
            QCOMPARE(result.ruling.verdict, verdict);
            QCOMPARE(result.ruling.reason, isRefused(verdict) ? u"why"_s : QString());
            QVERIFY(!result.callback);
            QVERIFY(!result.jsonError);
        }
    }

    void notesAMissingApplication()
    {
        QCOMPARE(picture(examined("/", "{}").callback->findings), QStringList({u"missing-sdkappid  nothing"_s}));
        QCOMPARE(picture(examined("/?SdkAppid=x", "{}").callback->findings), QStringList({u"missing-sdkappid  x"_s}));
    }

    void answersAsDocumented()
    {
        const QByteArray ok = R"({"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""})";
        for (const Verdict verdict : {Verdict::Accepted, Verdict::UnknownCommand, Verdict::Probe})
            QCOMPARE(answerBody({verdict, {}}), ok);
        QCOMPARE(answerBody({Verdict::ForeignApp, u"a \"b\""_s}),
                 "{\"ActionStatus\":\"FAIL\",\"ErrorCode\":1,\"ErrorInfo\":\"a \\\"b\\\"\"}"_ba);
        QCOMPARE(failBody(u"full"_s), R"({"ActionStatus":"FAIL","ErrorCode":1,"ErrorInfo":"full"})"_ba);
    }

    void findingNamesAreDistinct()
    {
        QSet<QString> names;
        for (int code = 0; code <= static_cast<int>(FindingCode::TooManyFindings); ++code)
            names.insert(findingName(static_cast<FindingCode>(code)));
        QCOMPARE(names.size(), 26);
        QCOMPARE(findingName(FindingCode::NumberForText), "number-for-text"_L1);
        QCOMPARE(findingName(FindingCode::LoneSurrogate), "lone-surrogate"_L1);
        QCOMPARE(findingName(FindingCode::TooManyFindings), "too-many-findings"_L1);
    }
};

QTEST_GUILESS_MAIN(TestExamination)
#include "tst_examination.moc"
