// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/replayworker.h"

#include <iterator>
#include <utility>

namespace seatscope {

namespace {

constexpr int tellEveryMs = 50;
/// So many outcomes wait for somebody who looks at them.
constexpr size_t mostUntold = 100'000;

} // namespace

ReplayWorker::ReplayWorker(QString journal, CaptureChoice choice)
    : m_journal(std::move(journal)),
      m_choice(std::move(choice)),
      m_tellTimer(this)
{
    m_tellTimer.setInterval(tellEveryMs);
    connect(&m_tellTimer, &QTimer::timeout, this, &ReplayWorker::tell);
}

ReplayWorker::~ReplayWorker() = default;

void ReplayWorker::plan()
{
    Result<std::unique_ptr<JournalReader>> reader = JournalReader::open(m_journal);
    if (!reader) {
        Q_EMIT planFailed(reader.error().message());
        return;
    }
    m_reader = std::move(*reader);
    if (m_choice.sequences) {
        m_planner.emplace<SequencePlanner>(*m_reader, *std::exchange(m_choice.sequences, std::nullopt), ReplayPace());
    } else {
        Result<JournalPlanner> planner = JournalPlanner::begin(*m_reader, m_choice.filter, {});
        if (!planner) {
            Q_EMIT planFailed(planner.error().message());
            return;
        }
        m_planner = *std::move(planner);
    }
    planOn();
}

Result<bool> ReplayWorker::planStep()
{
    const auto step = [this](auto &planner) {
        Result<bool> isDone = planner.step();
        if (isDone && *isDone)
            m_plan = planner.plan();
        return isDone;
    };
    if (auto *chosen = std::get_if<SequencePlanner>(&m_planner))
        return step(*chosen);
    return step(std::get<JournalPlanner>(m_planner));
}

void ReplayWorker::planOn()
{
    const Result<bool> isDone = planStep();
    if (!isDone) {
        Q_EMIT planFailed(isDone.error().message());
        return;
    }
    if (!*isDone) {
        // Through the event loop, so that the thread can be ended in between.
        QMetaObject::invokeMethod(this, &ReplayWorker::planOn, Qt::QueuedConnection);
        return;
    }
    m_planner = std::monostate();
    m_lastPlan = m_plan;
    Q_EMIT planned(static_cast<qint64>(m_plan.size()), m_plan.lengthUs());
}

void ReplayWorker::preview(size_t index, const ReplayOptions &options)
{
    if (index >= m_plan.size())
        return;
    ReplayPreview preview;
    preview.index = index;
    preview.sequence = m_plan.at(index).sequence;
    JournalReplaySource source(*m_reader);
    const ReplayPlan one = m_plan.only({index});
    const Result<ReplayRequest> request = source.fetch(one, 0).and_then([&](const Capture &capture) {
        return ReplayComposer(options.target, options.edits, m_clock).compose(capture);
    });
    if (request) {
        preview.head = request->head;
        preview.body = request->body;
        preview.changes = request->changes;
    } else {
        preview.error = request.error().message();
    }
    Q_EMIT previewed(std::make_shared<const ReplayPreview>(std::move(preview)));
}

void ReplayWorker::start(const ReplayOptions &options, const ReplayPace &pace, bool onlyFailed)
{
    const ReplayPlan plan = onlyFailed ? m_lastPlan.only(m_failed) : m_plan;
    m_isStarted = false;
    m_isStopping = false;
    m_source = std::make_unique<JournalReplaySource>(*m_reader);
    m_replayer = std::make_unique<Replayer>(options, plan.paced(pace), *m_source, m_clock);
    connect(m_replayer.get(), &Replayer::started, this, [this, plan] {
        m_isStarted = true;
        m_lastPlan = plan;
        m_tellTimer.start();
        Q_EMIT started();
        tell(); // how many there are
    });
    connect(m_replayer.get(), &Replayer::done, this, &ReplayWorker::keep);
    connect(m_replayer.get(), &Replayer::finished, this, &ReplayWorker::end);
    connect(m_replayer.get(), &Replayer::refused, this, [this](const Error &error, bool isRemote) {
        m_replayer.release()->deleteLater(); // it is still speaking
        Q_EMIT refused(error.message(), isRemote);
    });
    m_replayer->start();
}

void ReplayWorker::pause()
{
    if (m_replayer)
        m_replayer->pause();
}

void ReplayWorker::resume()
{
    if (m_replayer)
        m_replayer->resume();
}

void ReplayWorker::step()
{
    if (m_replayer)
        m_replayer->step();
}

void ReplayWorker::stop()
{
    if (!m_replayer)
        return;
    if (std::exchange(m_isStopping, true))
        end();
    else
        m_replayer->stop();
}

void ReplayWorker::keep(const ReplayResult &result)
{
    ReplayOutcome outcome;
    outcome.sequence = result.sequence;
    outcome.sentUs = result.sentUs;
    outcome.tookUs = result.tookUs;
    outcome.recordedStatus = result.recordedStatus;
    outcome.difference = result.difference;
    if (result.answer) {
        outcome.status = result.answer->status;
        outcome.answerSize = result.answer->bodySize;
        if (const QByteArray answer = result.answer->body.left(ReplayOutcome::mostAnswerBytes); answer != m_lastAnswer)
            m_lastAnswer = answer;
        outcome.answer = m_lastAnswer;
    } else {
        if (const QString error = result.error.left(ReplayOutcome::mostErrorCharacters); error != m_lastError)
            m_lastError = error;
        outcome.error = m_lastError;
    }
    m_outcomes.push_back(std::move(outcome));
    if (m_outcomes.size() > mostUntold) {
        m_outcomes.pop_front();
        ++m_missing;
    }
}

void ReplayWorker::acknowledge()
{
    m_isTold = false;
}

void ReplayWorker::tell()
{
    if (m_isTold || !m_replayer)
        return;
    m_isTold = true;
    ReplayNews news;
    news.outcomes.assign(std::make_move_iterator(m_outcomes.begin()), std::make_move_iterator(m_outcomes.end()));
    m_outcomes.clear();
    news.missing = std::exchange(m_missing, 0);
    news.progress = m_replayer->progress();
    Q_EMIT told(std::make_shared<const ReplayNews>(std::move(news)));
}

void ReplayWorker::end()
{
    m_tellTimer.stop();
    if (m_isStarted) // else those that failed before are still the last ones
        m_failed = m_replayer->failedOnes();
    m_isTold = false; // this must be told now, and it is the last
    tell();
    m_replayer->disconnect(this);
    m_replayer.release()->deleteLater(); // it may be speaking
    Q_EMIT ended(static_cast<qint64>(m_failed.size()));
}

} // namespace seatscope
