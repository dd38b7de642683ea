// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/admission.h"
#include "tests/support/manualclock.h"
#include "tests/support/testmain.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 signedAtS = 1669872112;
constexpr char vectorSign[] = "17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061";

RawRequest post(const QByteArray &target, const QByteArray &body = "{}")
{
    RawRequest request;
    request.method = "POST";
    request.target = target;
    request.body = body;
    return request;
}

AdmissionRules signedRules()
{
    AdmissionRules rules;
    rules.token = "xxxxyyyy";
    return rules;
}

QByteArray signedTarget(const QByteArray &sign, qint64 timeS = signedAtS)
{
    return "/?SdkAppid=1&Sign=" + sign + "&RequestTime=" + QByteArray::number(timeS);
}

Ruling judge(const Admission &admission, const RawRequest &request)
{
    return admission.judge(request, parseRequestTarget(request.target));
}

} // namespace

class TestAdmission : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void judges_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Verdict>("verdict");
        const auto row = [](const char *name, const QByteArray &method, const QByteArray &target,
                            const QByteArray &body,
                            Verdict verdict) { QTest::newRow(name) << method << target << body << verdict; };
        const QByteArray good = "/cb?SdkAppid=1400000001";
        using enum Verdict;
        row("accepted", "POST", good, "{}", Accepted);
        row("the other application", "POST", "/cb?SdkAppid=1400000002", "{}", Accepted);
        row("method", "PUT", good, "{}", WrongMethod);
        row("methods have case", "post", good, "{}", WrongMethod);
        row("path before method", "DELETE", "/x", "{}", WrongPath);
        row("path", "POST", "/x?SdkAppid=1400000001", "{}", WrongPath);
        row("path with a slash more", "POST", "/cb/", "{}", WrongPath);
        row("path in other bytes", "POST", "/%63b", "{}", WrongPath);
        row("path before application", "POST", "/x", "{}", WrongPath);
        row("path of a probe", "GET", "/x", "", WrongPath);
        row("absolute form", "POST", "http://h/cb?SdkAppid=1400000001", "{}", Accepted);
        row("GET", "GET", "/cb", "", Probe);
        row("GET with a body", "GET", "/cb", "{}", Probe);
        row("HEAD", "HEAD", "/cb", "", Probe);
        row("empty POST", "POST", "/cb", "", Probe);
        row("no application", "POST", "/cb", "{}", ForeignApp);
        row("foreign application", "POST", "/cb?SdkAppid=1400000003", "{}", ForeignApp);
        row("unreadable application", "POST", "/cb?SdkAppid=1400000001x", "{}", ForeignApp);
    }

    void judges()
    {
        AdmissionRules rules;
        rules.path = "/cb";
        rules.allowedApps = {SdkAppId(1400000001), SdkAppId(1400000002)};
        const ManualClock clock;
        const Admission admission(rules, clock);
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, body);
        RawRequest request = post(target, body);
        request.method = method;
        const Ruling ruling = judge(admission, request);
        QTEST(ruling.verdict, "verdict");
        QCOMPARE(ruling.reason.isEmpty(), !isRefused(ruling.verdict));
        QCOMPARE(admission.rules().path, "/cb"_ba);
    }

    void withoutAListAnyApplicationGoes()
    {
        const ManualClock clock;
        const Admission admission({}, clock);
        for (const QByteArray &target : {"/"_ba, "/?SdkAppid=5"_ba, "/?SdkAppid=x"_ba})
            QCOMPARE(judge(admission, post(target)).verdict, Verdict::Accepted);
    }

    void reasonsRepeatOnlyALittle()
    {
        const ManualClock clock;
        AdmissionRules rules;
        rules.allowedApps = {SdkAppId(1)};
        const Admission admission(rules, clock);
        QCOMPARE(judge(admission, post("/?SdkAppid=1400000002")).reason,
                 u"SdkAppid 1400000002 is not one of the allowed"_s);
        QCOMPARE(judge(admission, post("/")).reason, u"the query names no SdkAppid"_s);
        const QByteArray text(10'000, 'x');
        RawRequest wrongMethod = post("/");
        wrongMethod.method = text;
        for (const RawRequest &request : {post("/?SdkAppid=" + text), post("/" + text), wrongMethod}) {
            const QString reason = judge(admission, request).reason;
            QVERIFY2(reason.size() < 130 && reason.contains(u"xxx…"_s), qPrintable(reason));
        }
    }

    void signsLikeTheDocumentation() { QCOMPARE(callbackSignature("xxxxyyyy", signedAtS), QByteArray(vectorSign)); }

    void judgesSignatures_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<qint64>("nowUs");
        QTest::addColumn<Verdict>("verdict");
        const QByteArray sign = vectorSign;
        constexpr qint64 second = 1'000'000;
        constexpr qint64 at = signedAtS * second;
        const auto row = [](const char *name, const QByteArray &target, qint64 nowUs, Verdict verdict) {
            QTest::newRow(name) << target << nowUs << verdict;
        };
        using enum Verdict;
        row("good", signedTarget(sign), at, Accepted);
        row("upper case", signedTarget(sign.toUpper()), at, Accepted);
        row("60 s old", signedTarget(sign), at + 60 * second, Accepted);
        row("more than 60 s old", signedTarget(sign), at + 60 * second + 1, StaleSignature);
        row("60 s ahead", signedTarget(sign), at - 60 * second, Accepted);
        row("more than 60 s ahead", signedTarget(sign), at - 60 * second - 1, StaleSignature);
        row("years old", signedTarget(sign), at * 2, StaleSignature);
        row("the farthest future", signedTarget(callbackSignature("xxxxyyyy", INT64_MAX), INT64_MAX), at,
            StaleSignature);
        row("forged and stale", signedTarget("00" + sign.sliced(2)), at * 2, BadSignature);
        row("forged at the end", signedTarget(sign.chopped(1) + "0"), at, BadSignature);
        row("cut", signedTarget(sign.chopped(1)), at, BadSignature);
        row("too long", signedTarget(sign + sign), at, BadSignature);
        row("of another time", signedTarget(sign, signedAtS + 1), at, BadSignature);
        row("no Sign", "/?RequestTime=1669872112", at, BadSignature);
        row("empty Sign", signedTarget(""), at, BadSignature);
        row("no RequestTime", "/?Sign=" + sign, at, BadSignature);
        row("unreadable RequestTime", "/?RequestTime=now&Sign=" + sign, at, BadSignature);
    }

    void judgesSignatures()
    {
        QFETCH(const QByteArray, target);
        QFETCH(const qint64, nowUs);
        const ManualClock clock(nowUs);
        const Admission admission(signedRules(), clock);
        const Ruling ruling = judge(admission, post(target));
        QTEST(ruling.verdict, "verdict");
        QCOMPARE(ruling.reason.isEmpty(), ruling.verdict == Verdict::Accepted);
        QVERIFY(!ruling.reason.contains(u"xxxxyyyy"_s));
        QVERIFY(!ruling.reason.contains(QLatin1StringView(vectorSign)));
    }

    void remembersNoSignatureForAnotherTime()
    {
        const ManualClock clock(signedAtS * 1'000'000);
        const Admission admission(signedRules(), clock);
        const QByteArray next = signedTarget(callbackSignature("xxxxyyyy", signedAtS + 1), signedAtS + 1);
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(judge(admission, post(signedTarget(vectorSign))).verdict, Verdict::Accepted);
            QCOMPARE(judge(admission, post(signedTarget(vectorSign, signedAtS + 1))).verdict, Verdict::BadSignature);
            QCOMPARE(judge(admission, post(next)).verdict, Verdict::Accepted);
            QCOMPARE(judge(admission, post(signedTarget(callbackSignature("xxxxyyyy", 0), signedAtS))).verdict,
                     Verdict::BadSignature);
        }
    }

    void probesNeedNoSignature()
    {
        const ManualClock clock;
        const Admission admission(signedRules(), clock);
        QCOMPARE(judge(admission, post("/", {})).verdict, Verdict::Probe);
        QCOMPARE(judge(admission, post("/")).verdict, Verdict::BadSignature);
    }

    void theApplicationIsJudgedBeforeTheSignature()
    {
        const ManualClock clock;
        AdmissionRules rules = signedRules();
        rules.allowedApps = {SdkAppId(2)};
        QCOMPARE(judge(Admission(rules, clock), post("/?SdkAppid=1")).verdict, Verdict::ForeignApp);
    }

    void comparesAllBytes()
    {
        QVERIFY(equalInConstantTime("abc", "abc"));
        QVERIFY(!equalInConstantTime("abd", "abc"));
        QVERIFY(!equalInConstantTime("xbc", "abc"));
        QVERIFY(!equalInConstantTime("ab", "abc"));
        QVERIFY(!equalInConstantTime("abcabc", "abc"));
        QVERIFY(!equalInConstantTime("", "abc"));
        QVERIFY(!equalInConstantTime("a", ""));
        QVERIFY(equalInConstantTime("", ""));
    }

    void wrongPathTellsNothingOfTheRightOne()
    {
        AdmissionRules rules;
        rules.path = "/k3Zq0aVfR8mWx2LtB7cYdP9e";
        rules.pathIsSecret = true;
        const SystemClock clock;
        const Admission admission(rules, clock);
        RawRequest request;
        request.method = "POST";
        request.body = "{}";
        for (const QByteArray &path :
             {QByteArray("/"), QByteArray("/k3Zq0aVfR8mWx2LtB7cYdP9"), QByteArray("/k3Zq0aVfR8mWx2LtB7cYdP9f"),
              QByteArray(rules.path + '/'), rules.path.toLower()}) {
            request.target = path;
            const Ruling ruling = admission.judge(request, parseRequestTarget(request.target));
            QCOMPARE(ruling.verdict, Verdict::WrongPath);
            QVERIFY2(!ruling.reason.contains(QString::fromLatin1(rules.path)) || path.contains(rules.path),
                     qPrintable(ruling.reason));
        }
        request.target = rules.path + "?SdkAppid=1";
        QCOMPARE(admission.judge(request, parseRequestTarget(request.target)).verdict, Verdict::Accepted);
    }
};

QTEST_GUILESS_MAIN(TestAdmission)
#include "tst_admission.moc"
