// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/health/healthmeter.h"
#include "tests/gui/samples.h"
#include "ui/health/figurelist.h"
#include "ui/health/healthpanel.h"
#include "ui/health/healthtext.h"
#include "ui/health/timechart.h"
#include "ui/theme/theme.h"
#include "ui/theme/tints.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>

#include <limits>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr qint64 start = 1'000'000'000'000; ///< ns

CaptureSummary callback(qint64 delayMs, Verdict verdict = Verdict::Accepted)
{
    CaptureSummary summary = capture(1);
    summary.eventTime = EventTime(summary.receivedAt.value() / 1000 - delayMs);
    summary.ruling.verdict = verdict;
    return summary;
}

/// A minute of traffic, a callback a second, with what a bad day has.
HealthSnapshot badDay(std::chrono::seconds span)
{
    HealthMeter meter(start);
    for (int second = 0; second < 60; ++second) {
        Batch batch;
        batch.captures = {callback(-3000 + second), callback(0, Verdict::Malformed)};
        batch.captures.front().flags.setFlag(CaptureFlag::Late, second % 4 == 0);
        batch.captures.front().flags.setFlag(CaptureFlag::Duplicate, second % 10 == 0);
        if (second == 5)
            batch.captures.front().eventTime = EventTime(0);
        batch.findings.add(FindingCode::NullValue);
        batch.findings.add(FindingCode::UnknownField, 2);
        const qint64 now = start + std::chrono::nanoseconds(std::chrono::seconds(second)).count();
        meter.add(batch, now);
        AnswerTimes answers;
        answers.add(second == 7 ? 2'500'000'000 : 1'200'000);
        meter.add(answers, now);
    }
    return meter.snapshot(span, start + std::chrono::nanoseconds(60s).count());
}

/// Figures that no meter tells: each at an end of its range.
HealthSnapshot hostile()
{
    HealthSnapshot health;
    health.span = 600s;
    health.step = 5s;
    constexpr qint64 day = 86'400'000;
    for (const qint64 delay : {-day, day, qint64{0}, std::numeric_limits<qint64>::min(), most})
        health.steps.push_back({static_cast<double>(most), static_cast<double>(most), delay, delay, most, 0});
    health.steps.resize(120);
    health.perSecond = std::numeric_limits<double>::max();
    health.highestPerSecond = std::numeric_limits<double>::infinity();
    health.callbacks = most;
    health.delay = {most, -day, day, most};
    health.quickDelay = -day;
    health.farOffTimes = most;
    health.answer = {most, most, most, most};
    health.answersBeyondBudget = most;
    health.totals.requests = health.totals.callbacks = health.totals.late = most;
    health.totals.duplicates = health.totals.withFindings = health.totals.answers = most;
    health.totals.answersBeyondBudget = health.totals.unseen = most;
    health.totals.verdicts.fill(most);
    for (size_t kind = 0; kind < FindingCounts::kinds; ++kind)
        health.totals.findings.add(static_cast<FindingCode>(kind), most / static_cast<qint64>(FindingCounts::kinds));
    return health;
}

} // namespace

/// The view of how callbacks fare.
class TestHealth : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_dir.path());
    }
    void init() { failOnAnyGuiWarning(); }
    void cleanup() { QApplication::setPalette(QPalette()); }

    void saysWhatItWaitsFor()
    {
        HealthSnapshot health = HealthMeter(start).snapshot(60s, start);
        HealthPanel panel([&health](std::chrono::seconds) { return health; });
        panel.show();
        QVERIFY(panel.isEmpty());
        bool isSaid = false;
        for (const QLabel *label : panel.findChildren<QLabel *>())
            isSaid = isSaid || (label->isVisible() && label->text().contains(u"Nothing has come yet"_s));
        QVERIFY(isSaid);
        health = badDay(60s);
        panel.refresh();
        QVERIFY(!panel.isEmpty());
    }

    void showsFiguresInWords()
    {
        HealthPanel panel(&badDay);
        panel.show();
        QCOMPARE(panel.rateText()->text(), u"now 1.0/s, at most 1 in a second, 60 in the last 5 min"_s);
        QVERIFY2(panel.delayText()->text().startsWith(u"p50 −3007 ms, p95"_s), qPrintable(panel.delayText()->text()));
        QVERIFY2(panel.delayText()->text().endsWith(u"(of 59)"_s), qPrintable(panel.delayText()->text()));
        QVERIFY(panel.clockText()->text().contains(u"clock is behind Tencent's by at least 3.0 s"_s));
        QVERIFY(panel.clockText()->text().contains(u"a day or more from their arrival: 1."_s));
        QVERIFY2(panel.answerText()->text().endsWith(u"1 took more than 2 s: Tencent had given them up"_s),
                 qPrintable(panel.answerText()->text()));
        const auto totals = panel.totals()->figures();
        QCOMPARE(totals.at(0).value, u"60"_s);
        QCOMPARE(totals.at(1).value + u' ' + totals.at(1).share, u"15 25 %"_s);
        QCOMPARE(totals.at(2).share, u"10 %"_s);
        const auto verdicts = panel.verdicts()->figures();
        QCOMPARE(verdicts.size(), size_t{2});
        QCOMPARE(verdicts.at(1).name, u"refused: malformed"_s);
        QCOMPARE(verdicts.at(1).share, u"50 %"_s);
        const auto findings = panel.findings()->figures(); // most frequent first
        QCOMPARE(findings.at(0).name, u"field is not documented"_s);
        QCOMPARE(findings.at(0).value, u"120"_s);
        QCOMPARE(findings.at(1).value, u"60"_s);
    }

    void looksBackAsFarAsThePersonWants()
    {
        std::chrono::seconds asked{};
        HealthPanel panel([&asked](std::chrono::seconds span) {
            asked = span;
            return badDay(span);
        });
        panel.show();
        QCOMPARE(asked, 300s);
        panel.spanBox()->setCurrentIndex(0);
        QCOMPARE(asked, 60s);
        panel.spanBox()->setCurrentIndex(2);
        QCOMPARE(asked, 600s);
    }

    void asksOnlyWhileItCanBeSeen()
    {
        int asked = 0;
        HealthPanel panel([&asked](std::chrono::seconds span) {
            ++asked;
            return badDay(span);
        });
        QCOMPARE(asked, 0);
        QVERIFY(!panel.isFollowing());
        panel.show();
        QCOMPARE(asked, 1);
        QTRY_COMPARE(asked, 3);
        panel.setInFront(false);
        QVERIFY(!panel.isFollowing());
        panel.setInFront(true);
        QVERIFY(panel.isFollowing());
        panel.hide();
        QVERIFY(!panel.isFollowing());
        panel.setInFront(false);
        panel.setInFront(true);
        QVERIFY(!panel.isFollowing());
    }

    void chartsAreToldInWords()
    {
        HealthPanel panel(&badDay);
        panel.show();
        for (const TimeChart *chart : panel.findChildren<TimeChart *>()) {
            QVERIFY(!chart->accessibleName().isEmpty());
            QCOMPARE(chart->accessibleDescription(), chart->description());
        }
        QCOMPARE(panel.rateChart()->description(),
                 u"mean of 3 s: latest 1.0/s, lowest 1.0/s, highest 1.0/s. highest: latest 1.0/s, lowest 1.0/s, "
                 "highest 1.0/s"_s);
        QVERIFY(panel.delayChart()->description().contains(u"p95: latest −2"_s));
        QVERIFY(panel.answerChart()->description().contains(u"2 s: Tencent waits no longer"_s));
        QVERIFY(!panel.spanBox()->accessibleName().isEmpty());
        for (const FigureList *list : {panel.totals(), panel.verdicts(), panel.findings()})
            QVERIFY(!list->accessibleName().isEmpty());
    }

    void chartsTellTheValuesUnderThePointer()
    {
        TimeChart chart(u"Title"_s, &HealthText::axisTime, &HealthText::rate);
        chart.resize(400, 150);
        QVERIFY(!chart.stepAt({200, 60}));
        chart.show({{u"a"_s, {1.0, {}, 3.0}}, {u"b"_s, {4.0, 5.0, {}}}}, 5s, ChartScale::numbers(0, 5));
        QCOMPARE(chart.valuesAt(0), u"15 s ago\na: 1.0/s\nb: 4.0/s"_s);
        QCOMPARE(chart.valuesAt(1), u"10 s ago\na: no value\nb: 5.0/s"_s);
        QCOMPARE(*chart.stepAt({chart.width() - 9, 60}), size_t{2});
        QVERIFY(!chart.stepAt({200, chart.height() - 1}));
    }

    void anyFiguresCanBeShown_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<bool>("isHostile");
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const char *name = scheme == Scheme::Dark ? "dark" : "light";
            QTest::addRow("%s", name) << static_cast<int>(scheme) << false;
            QTest::addRow("%s, hostile", name) << static_cast<int>(scheme) << true;
        }
    }
    void anyFiguresCanBeShown()
    {
        QFETCH(const int, scheme);
        QFETCH(const bool, isHostile);
        Theme theme;
        theme.apply(static_cast<Scheme>(scheme));
        HealthPanel panel([isHostile](std::chrono::seconds span) { return isHostile ? hostile() : badDay(span); });
        panel.resize(420, 2000);
        panel.show();
        const QPalette palette = panel.palette();
        QVERIFY(contrast(palette.color(QPalette::Link), palette.color(QPalette::Base)) >= 3);
        for (const TimeChart *chart : panel.findChildren<TimeChart *>()) {
            const QImage image = panel.grab({chart->mapTo(&panel, QPoint()), chart->size()}).toImage();
            QSet<QRgb> colours;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    colours.insert(image.pixel(x, y));
            }
            QCOMPARE(image.pixelColor(0, 0), palette.color(QPalette::Base));
            QVERIFY(colours.contains(tintColor(Tint::Muted, palette).rgb()));
            QVERIFY(colours.contains(palette.color(QPalette::Text).rgb()));
        }
    }

    void axesHaveRoundLabels_data()
    {
        QTest::addColumn<bool>("isTime");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QStringList>("labels");
        QTest::newRow("nothing") << false << 0.0 << 0.0 << QStringList{u"0"_s, u"1"_s};
        QTest::newRow("little") << false << 0.0 << 2.5 << QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s};
        QTest::newRow("much") << false << 0.0 << 1234.0 << QStringList{u"0"_s, u"500"_s, u"1000"_s, u"1500"_s};
        QTest::newRow("both signs") << true << -100.0 << 450.0
                                    << QStringList{u"−200 ms"_s, u"0"_s, u"200 ms"_s, u"400 ms"_s, u"600 ms"_s};
        QTest::newRow("seconds") << true << 0.0 << 7000.0 << QStringList{u"0"_s, u"5 s"_s, u"10 s"_s};
        QTest::newRow("minutes") << true << 0.0 << 400'000.0 << QStringList{u"0"_s, u"5 min"_s, u"10 min"_s};
        QTest::newRow("a day") << true << 0.0 << 86'400'000.0 << QStringList{u"0"_s, u"12 h"_s, u"24 h"_s};
    }
    void axesHaveRoundLabels()
    {
        QFETCH(bool, isTime);
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(QStringList, labels);
        const ChartScale scale = isTime ? ChartScale::times(low, high) : ChartScale::numbers(low, high);
        QStringList actual;
        for (const double tick : scale.ticks())
            actual += isTime ? HealthText::axisTime(tick) : QString::number(tick);
        QCOMPARE(actual, labels);
        QCOMPARE(scale.share(scale.ticks().front()), 0.0);
        QCOMPARE(scale.share(scale.ticks().back()), 1.0);
        QCOMPARE(scale.share(-1e300), 0.0);
        QVERIFY(actual.size() <= 6);
    }

    void decadesAreEvenlySpaced()
    {
        const ChartScale scale = ChartScale::decades(0.1, 10'000);
        QCOMPARE(scale.ticks().size(), size_t{6});
        QVERIFY(qAbs(scale.share(1) - 0.2) < 1e-9);
        QVERIFY(qAbs(scale.share(1000) - 0.8) < 1e-9);
        QCOMPARE(scale.share(0), 0.0);
        QCOMPARE(scale.share(1e12), 1.0);
    }

    void sharesAreNeverRoundedToNoneOrAll()
    {
        QCOMPARE(HealthText::percent(0, 0), u"0 %"_s);
        QCOMPARE(HealthText::percent(0, 7), u"0 %"_s);
        QCOMPARE(HealthText::percent(1, 1'000'000), u"< 0.1 %"_s);
        QCOMPARE(HealthText::percent(999'999, 1'000'000), u"> 99.9 %"_s);
        QCOMPARE(HealthText::percent(7, 7), u"100 %"_s);
        QCOMPARE(HealthText::percent(1, 80), u"1.3 %"_s);
    }

    void clocksAreJudgedWithCare()
    {
        HealthSnapshot health;
        QVERIFY(HealthText::clocks(health).isEmpty());
        health.quickDelay = 12;
        QCOMPARE(HealthText::clocks(health),
                 u"The clocks agree as far as can be told: the quickest of 20 callbacks takes 12 ms."_s);
        health.quickDelay = 61'000;
        QVERIFY(HealthText::clocks(health).contains(u"ahead of Tencent's by up to that"_s));
        QVERIFY(HealthText::clocks(health).contains(u"set by the network?"_s));
        health.quickDelay = -40;
        QVERIFY(HealthText::clocks(health).contains(u"behind Tencent's by at least 40 ms"_s));
        QVERIFY(!HealthText::clocks(health).contains(u"set by the network?"_s));
    }
};

QTEST_MAIN(TestHealth)
#include "tst_gui_health.moc"
