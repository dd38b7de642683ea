// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/replayer.h"

#include <algorithm>
#include <utility>

namespace seatscope {

namespace {

/// So many captures, or bytes of them, wait in memory for their lane or a connection; what is behind them waits where
/// it is.
constexpr size_t mostWaiting = 64;
constexpr qint64 mostBytesWaiting = 16 << 20;
constexpr size_t mostFailedKept = 1'000'000;

bool areAllLoopback(const QList<QHostAddress> &addresses)
{
    return std::ranges::all_of(addresses, [](const QHostAddress &address) { return address.isLoopback(); });
}

} // namespace

/// A connection and what it is busy with.
struct Replayer::Place {
    explicit Place(const ReplayEndpoint &endpoint) : connection(endpoint) {}

    ReplayConnection connection;
    std::optional<CaptureSummary> capture; ///< that is being sent
    size_t index = 0;
    qint64 sentUs = 0;
};

Replayer::Replayer(ReplayOptions options, ReplayPlan plan, ReplaySource &source, const Clock &clock, QObject *parent)
    : QObject(parent),
      m_options(std::move(options)),
      m_plan(std::move(plan)),
      m_source(source),
      m_clock(clock),
      m_composer(m_options.target, m_options.edits, clock)
{
    m_progress.total = m_plan.size();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Replayer::pump);
}

Replayer::~Replayer()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
}

void Replayer::start()
{
    if (m_phase != Phase::Idle)
        return;
    m_phase = Phase::LookingUp;
    // Also of an address, which is then found at once.
    m_lookup = QHostInfo::lookupHost(m_options.target.host, this, &Replayer::begin);
}

void Replayer::begin(const QHostInfo &found)
{
    m_lookup = -1;
    if (m_phase != Phase::LookingUp)
        return;
    const QString origin = m_options.target.origin();
    const QList<QHostAddress> addresses = found.addresses();
    if (addresses.isEmpty()) {
        m_phase = Phase::Done;
        Q_EMIT refused({tr("the target was not found: %1").arg(found.errorString()), origin, tr("Check its name")},
                       false);
        return;
    }
    // What counts is where the bytes would go, not what the name promises.
    if (!m_options.allowsRemote && !areAllLoopback(addresses)) {
        m_phase = Phase::Done;
        Q_EMIT refused(
            {tr("the target is not this machine, but %1; nothing was sent").arg(addresses[0].toString()), origin, {}},
            true);
        return;
    }
    m_endpoint = {
        {addresses.cbegin(), addresses.cend()},    m_options.target.port, m_options.target.tls, m_options.target.host,
        QSslConfiguration::defaultConfiguration(), m_options.pinned,      m_options.timeoutMs};
    m_endpoint.ssl.addCaCertificates(m_options.roots);
    m_phase = Phase::Running;
    m_startNs = m_clock.monotonicNs();
    if (m_pausedAtNs)
        m_pausedAtNs = m_startNs;
    Q_EMIT started();
    pump();
}

void Replayer::pause()
{
    if (!m_pausedAtNs) {
        m_pausedAtNs = m_clock.monotonicNs();
        m_held = m_waiting.size();
    }
    m_timer.stop();
}

void Replayer::resume()
{
    if (!m_pausedAtNs)
        return;
    m_startNs += m_clock.monotonicNs() - *m_pausedAtNs;
    m_pausedAtNs.reset();
    m_held = 0;
    pump();
}

void Replayer::step()
{
    if (!isPaused() && m_plan.pace().kind != ReplayPace::Kind::Steps)
        return;
    if (m_held > 0)
        --m_held;
    else
        ++m_steps;
    pump();
}

void Replayer::stop()
{
    if (m_phase == Phase::Done || m_phase == Phase::Stopping)
        return;
    m_phase = m_phase == Phase::Running ? Phase::Stopping : Phase::Done;
    m_waiting.clear();
    m_held = 0;
    m_timer.stop();
    if (m_phase == Phase::Done)
        Q_EMIT finished();
    else
        pump();
}

qint64 Replayer::elapsedUs() const
{
    const bool runs = m_phase == Phase::Running || m_phase == Phase::Stopping;
    return runs ? (m_pausedAtNs.value_or(m_clock.monotonicNs()) - m_startNs) / 1000 : 0;
}

ReplayProgress Replayer::progress() const
{
    ReplayProgress progress = m_progress;
    const size_t settled = progress.ok + progress.failed;
    if (m_plan.pace().kind == ReplayPace::Kind::Recorded)
        progress.leftUs = std::max<qint64>(0, m_plan.lengthUs() - elapsedUs());
    else if (m_plan.pace().kind == ReplayPace::Kind::Fastest && settled > 0)
        progress.leftUs = static_cast<qint64>(static_cast<double>(elapsedUs()) / static_cast<double>(settled) *
                                              static_cast<double>(progress.total - settled));
    return progress;
}

std::vector<size_t> Replayer::failedOnes() const
{
    std::vector<size_t> failed = m_failed;
    std::ranges::sort(failed);
    return failed;
}

void Replayer::pump()
{
    // A connection that fails at once comes back here from below, and so may who is told of a result.
    m_mustPump = true;
    if (std::exchange(m_isPumping, true))
        return;
    while (std::exchange(m_mustPump, false)) {
        sendWaiting();
        while (mayTakeNext())
            takeNext();
        sendWaiting();
        setTimer();
        // The next ones are on their way before those that are done with are told of.
        while (!m_results.empty()) {
            const ReplayResult result = std::move(m_results.front());
            m_results.pop_front();
            Q_EMIT done(result);
        }
    }
    m_isPumping = false;
    finishWhenDone();
}

bool Replayer::mayTakeNext() const
{
    if (m_phase != Phase::Running || m_next >= m_plan.size() || m_waiting.size() >= mostWaiting ||
        m_waitingBytes >= mostBytesWaiting)
        return false;
    if (m_steps > 0)
        return true;
    const bool waitsForSteps = isPaused() || m_plan.pace().kind == ReplayPace::Kind::Steps;
    return !waitsForSteps && m_plan.at(m_next).dueUs <= elapsedUs();
}

void Replayer::takeNext()
{
    const size_t index = m_next++;
    if (m_steps > 0)
        --m_steps;
    Result<Capture> capture = m_source.fetch(m_plan, index);
    if (!capture) {
        ReplayResult result;
        result.index = index;
        result.error = capture.error().message();
        tell(std::move(result));
        return;
    }
    m_waitingBytes += capture->head.size() + capture->body.size();
    m_waiting.push_back({index, *std::move(capture)});
}

void Replayer::sendWaiting()
{
    std::vector<int> blocked = m_busyLanes; // and those of which an earlier one waits
    for (size_t i = 0; m_phase == Phase::Running && i + m_held < m_waiting.size();) {
        Place *const place = freePlace();
        if (place == nullptr)
            return;
        const int lane = m_plan.at(m_waiting[i].index).lane;
        if (std::ranges::find(blocked, lane) != blocked.end()) {
            ++i;
            continue;
        }
        blocked.push_back(lane);
        Job job = std::move(m_waiting[i]);
        m_waiting.erase(m_waiting.begin() + static_cast<std::ptrdiff_t>(i));
        m_waitingBytes -= job.capture.head.size() + job.capture.body.size();
        send(*place, std::move(job));
    }
}

Replayer::Place *Replayer::freePlace()
{
    const auto found =
        std::ranges::find_if(m_places, [](const std::unique_ptr<Place> &place) { return !place->capture.has_value(); });
    if (found != m_places.end())
        return found->get();
    if (std::cmp_greater_equal(m_places.size(), std::max(1, m_options.connections)))
        return nullptr;
    m_places.push_back(std::make_unique<Place>(m_endpoint));
    Place *const place = m_places.back().get();
    connect(&place->connection, &ReplayConnection::answered, this, [this, place](const ReplayAnswer &answer) {
        ReplayResult result;
        result.answer = answer;
        result.difference = differenceFrom(*place->capture, answer);
        settle(*place, std::move(result));
    });
    connect(&place->connection, &ReplayConnection::failed, this, [this, place](const QString &problem) {
        ReplayResult result;
        result.error = problem;
        settle(*place, std::move(result));
    });
    return place;
}

void Replayer::send(Place &place, Job job)
{
    const Result<ReplayRequest> request = m_composer.compose(job.capture);
    if (!request) {
        ReplayResult result;
        result.index = job.index;
        result.error = request.error().message();
        tell(std::move(result));
        return;
    }
    place.capture = std::move(job.capture.summary);
    place.index = job.index;
    place.sentUs = elapsedUs();
    m_busyLanes.push_back(m_plan.at(job.index).lane);
    ++m_progress.sent;
    place.connection.send(*request);
}

void Replayer::settle(Place &place, ReplayResult result)
{
    result.index = place.index;
    result.sentUs = place.sentUs;
    result.tookUs = place.connection.tookUs();
    result.recordedStatus = place.capture->status;
    place.capture.reset();
    std::erase(m_busyLanes, m_plan.at(place.index).lane);
    tell(std::move(result));
    pump();
}

void Replayer::tell(ReplayResult result)
{
    result.sequence = m_plan.at(result.index).sequence;
    result.dueUs = m_plan.at(result.index).dueUs;
    ++(result.isOk() ? m_progress.ok : m_progress.failed);
    if (!result.sentUs)
        ++m_progress.skipped;
    if (!result.isOk() && m_failed.size() < mostFailedKept)
        m_failed.push_back(result.index);
    m_results.push_back(std::move(result));
}

void Replayer::setTimer()
{
    m_timer.stop();
    const bool waitsForTime = m_phase == Phase::Running && !isPaused() && m_next < m_plan.size() &&
                              m_waiting.size() < mostWaiting && m_waitingBytes < mostBytesWaiting &&
                              m_plan.pace().kind == ReplayPace::Kind::Recorded;
    if (!waitsForTime)
        return;
    // Longer waits are cut: the timer counts in 32 bits.
    constexpr qint64 longestMs = 60'000;
    const qint64 leftUs = std::max<qint64>(0, m_plan.at(m_next).dueUs - elapsedUs());
    m_timer.start(static_cast<int>(std::min(longestMs, (leftUs + 999) / 1000)));
}

void Replayer::finishWhenDone()
{
    const bool isStopping = m_phase == Phase::Stopping;
    if (m_isPumping || (m_phase != Phase::Running && !isStopping))
        return;
    const bool isUnderWay =
        std::ranges::any_of(m_places, [](const std::unique_ptr<Place> &place) { return place->capture.has_value(); });
    const bool isAllTaken = isStopping || (m_next >= m_plan.size() && m_waiting.empty());
    const size_t settled = m_progress.ok + m_progress.failed;
    if (isUnderWay || !isAllTaken || (!isStopping && settled < m_plan.size()))
        return;
    m_timer.stop();
    m_phase = Phase::Done;
    Q_EMIT finished();
}

} // namespace seatscope
