// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/healthpanel.h"

#include "model/core/answertimes.h"
#include "ui/health/figurelist.h"
#include "ui/health/healthtext.h"
#include "ui/health/timechart.h"
#include "ui/text/timetext.h"
#include "ui/text/words.h"
#include "ui/theme/emptypage.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// New figures twice a second: quick enough to follow, slow enough to read.
constexpr auto rhythm = 500ms;
constexpr double usPerMs = 1000;
/// The axis of the answer times, ms: from a tenth of one to beyond the budget.
constexpr double quickestAnswer = 0.1;
constexpr double slowestAnswer = 10'000;

using Value = std::optional<double>;

/// A line of a chart: \a value of each step.
template<typename Get>
ChartLine line(const QString &name, const HealthSnapshot &health, Get value)
{
    ChartLine made{name, {}};
    made.values.reserve(health.steps.size());
    for (const HealthStep &step : health.steps)
        made.values.push_back(value(step));
    return made;
}

Value scaled(std::optional<qint64> amount, double unit)
{
    return amount ? Value(static_cast<double>(*amount) / unit) : std::nullopt;
}

/// The smallest and the largest of all values, 0 included.
std::pair<double, double> rangeOf(const std::vector<ChartLine> &lines)
{
    std::pair<double, double> range{0, 0};
    for (const ChartLine &one : lines) {
        for (const Value &value : one.values) {
            range.first = std::min(range.first, value.value_or(0));
            range.second = std::max(range.second, value.value_or(0));
        }
    }
    return range;
}

void setChanged(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
    label->setVisible(!text.isEmpty());
}

Figure figure(const QString &name, qint64 count, qint64 whole)
{
    return {name, QLocale().toString(count), HealthText::percent(count, whole)};
}

} // namespace

HealthPanel::HealthPanel(Source source, QWidget *parent)
    : QWidget(parent),
      m_source(std::move(source)),
      m_span(new QComboBox(this)),
      m_rate(paragraph({}, this)),
      m_delay(paragraph({}, this)),
      m_clock(paragraph({}, this)),
      m_answer(paragraph({}, this)),
      m_noFindings(paragraph(tr("None: all callbacks are as documented."), this)),
      m_totals(new FigureList(this)),
      m_verdicts(new FigureList(this)),
      m_findings(new FigureList(this)),
      m_empty(new EmptyPage(symbolicIcon(u"listening"_s, Tint::Muted), tr("Nothing has come yet"),
                            tr("Rates, delays and answer times of what arrives from the start of SeatScope on "
                               "are shown here. Capture ▸ Send a test callback brings a first one."),
                            this)),
      m_pages(new QStackedWidget(this))
{
    for (const auto span : {1min, 5min, 10min})
        m_span->addItem(tr("last %1").arg(TimeText::age(std::chrono::microseconds(span).count())),
                        static_cast<int>(std::chrono::seconds(span).count()));
    m_span->setCurrentIndex(1);
    m_span->setAccessibleName(tr("Time that charts and percentiles look back"));
    connect(m_span, &QComboBox::currentIndexChanged, this, &HealthPanel::refresh);
    makeCharts();
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(makeContent());
    m_pages->addWidget(m_empty);
    m_pages->addWidget(area);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
    m_timer.setInterval(rhythm);
    connect(&m_timer, &QTimer::timeout, this, &HealthPanel::refresh);
}

void HealthPanel::makeCharts()
{
    const auto plain = [](double amount) { return QLocale().toString(amount, 'g', 6); };
    m_rateChart = new TimeChart(tr("Callbacks a second"), plain, &HealthText::rate, this);
    m_delayChart = new TimeChart(
        tr("Delay from EventTime to arrival"), &HealthText::axisTime,
        [](double ms) { return TimeText::delay(static_cast<qint64>(ms)); }, this);
    m_answerChart = new TimeChart(
        tr("Time to answer"), &HealthText::axisTime,
        [](double ms) { return HealthText::duration(static_cast<qint64>(ms * usPerMs)); }, this);
    m_answerChart->setLimit(static_cast<double>(std::chrono::milliseconds(answerBudget).count()),
                            tr("%1 s: Tencent waits no longer").arg(answerBudget.count()));
}

QWidget *HealthPanel::makeContent()
{
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(4);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 0, 8, 0);
    top->addStretch();
    top->addWidget(m_span);
    column->addLayout(top);
    const auto addText = [column](QLabel *label, const QString &name) {
        label->setAccessibleName(name);
        label->setContentsMargins(8, 0, 8, 0);
        column->addWidget(label);
    };
    column->addWidget(m_rateChart);
    addText(m_rate, tr("Callbacks a second"));
    column->addWidget(m_delayChart);
    addText(m_delay, tr("Delay from EventTime to arrival"));
    addText(m_clock, tr("What the delays suggest about the clocks"));
    m_clock->setToolTip(tr("Taken from the delay that one of 20 callbacks is below: a single odd EventTime does not "
                           "count"));
    column->addWidget(m_answerChart);
    addText(m_answer, tr("Time to answer"));
    addFigures(column, tr("Since the start"), nullptr, m_totals);
    addFigures(column, tr("Verdicts"), nullptr, m_verdicts);
    addFigures(column, tr("Findings by kind"), m_noFindings, m_findings);
    column->addStretch();
    return content;
}

void HealthPanel::addFigures(QVBoxLayout *column, const QString &title, QLabel *none, FigureList *figures)
{
    auto *group = new QVBoxLayout;
    group->setContentsMargins(8, 8, 8, 0);
    group->setSpacing(4);
    group->addWidget(heading(title, this));
    if (none != nullptr)
        group->addWidget(none);
    group->addWidget(figures);
    figures->setAccessibleName(title);
    column->addLayout(group);
}

bool HealthPanel::isEmpty() const
{
    return m_pages->currentWidget() == m_empty;
}

void HealthPanel::refresh()
{
    const HealthSnapshot health = m_source(std::chrono::seconds(m_span->currentData().toInt()));
    const HealthTotals &totals = health.totals;
    const bool hasCome = totals.requests > 0 || totals.answers > 0 || totals.unseen > 0;
    m_pages->setCurrentIndex(hasCome ? 1 : 0);
    if (!hasCome)
        return;
    showCharts(health);
    setChanged(m_rate, HealthText::rates(health));
    setChanged(m_delay, HealthText::delays(health));
    setChanged(m_clock, HealthText::clocks(health));
    setChanged(m_answer, HealthText::answers(health));
    showTotals(totals);
}

void HealthPanel::showCharts(const HealthSnapshot &health)
{
    const bool isEachSecond = health.step == 1s;
    std::vector<ChartLine> rate{line(isEachSecond ? QString() : tr("mean of %1 s").arg(health.step.count()), health,
                                     [](const HealthStep &step) { return step.perSecond; })};
    // A mean hides a burst of a second, which the words below tell of.
    if (!isEachSecond)
        rate.push_back(line(tr("highest"), health, [](const HealthStep &step) {
            return step.perSecond ? Value(step.highestPerSecond) : std::nullopt;
        }));
    const auto [slowest, fastest] = rangeOf(rate);
    m_rateChart->show(std::move(rate), health.step, ChartScale::numbers(slowest, fastest));
    std::vector<ChartLine> delay{
        line(u"p50"_s, health, [](const HealthStep &step) { return scaled(step.delayP50, 1); }),
        line(u"p95"_s, health, [](const HealthStep &step) { return scaled(step.delayP95, 1); })};
    const auto [least, most] = rangeOf(delay);
    m_delayChart->show(std::move(delay), health.step, ChartScale::times(least, most));
    m_answerChart->show(
        {line(u"p50"_s, health, [](const HealthStep &step) { return scaled(step.answerP50, usPerMs); }),
         line(u"p99"_s, health, [](const HealthStep &step) { return scaled(step.answerP99, usPerMs); })},
        health.step, ChartScale::decades(quickestAnswer, slowestAnswer));
}

void HealthPanel::showTotals(const HealthTotals &totals)
{
    std::vector<Figure> all{
        {tr("Callbacks"), QLocale().toString(totals.callbacks), {}},
        figure(tr("late"), totals.late, totals.callbacks),
        figure(tr("duplicates"), totals.duplicates, totals.callbacks),
        figure(tr("with findings"), totals.withFindings, totals.callbacks),
        figure(tr("answers after %1 s").arg(answerBudget.count()), totals.answersBeyondBudget, totals.answers)};
    if (totals.unseen > 0)
        all.push_back({tr("more requests, too fast to be looked at here; all are in the journal"),
                       QLocale().toString(totals.unseen),
                       {}});
    m_totals->show(all);

    std::vector<Figure> verdicts;
    for (size_t at = 0; at < totals.verdicts.size(); ++at) {
        if (const qint64 count = totals.verdicts.at(at); count > 0)
            verdicts.push_back(figure(Words::verdict(static_cast<Verdict>(at)), count, totals.requests));
    }
    m_verdicts->show(verdicts);

    std::vector<std::pair<qint64, FindingCode>> kinds;
    qint64 whole = 0;
    for (size_t at = 0; at < FindingCounts::kinds; ++at) {
        const auto code = static_cast<FindingCode>(at);
        if (const qint64 count = totals.findings.of(code); count > 0)
            kinds.emplace_back(count, code);
        whole += totals.findings.of(code);
    }
    // Stable: kinds that are equally frequent do not change places.
    std::ranges::stable_sort(kinds, std::greater(), &std::pair<qint64, FindingCode>::first);
    std::vector<Figure> findings;
    findings.reserve(kinds.size());
    for (const auto &[count, code] : kinds)
        findings.push_back(figure(Words::finding(code), count, whole));
    m_findings->show(findings);
    m_noFindings->setVisible(findings.empty());
}

void HealthPanel::follow()
{
    const bool canBeSeen = m_isInFront && isVisible();
    if (canBeSeen == m_timer.isActive())
        return;
    if (!canBeSeen) {
        m_timer.stop();
        return;
    }
    refresh();
    m_timer.start();
}

void HealthPanel::setInFront(bool isInFront)
{
    m_isInFront = isInFront;
    follow();
}

void HealthPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    follow();
}

void HealthPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    follow();
}

} // namespace seatscope
