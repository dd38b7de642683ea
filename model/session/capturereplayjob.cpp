// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/capturereplayjob.h"

#include "model/session/replayworker.h"

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

CaptureReplayJob::CaptureReplayJob(const QString &journal, CaptureChoice choice, QObject *parent)
    : QObject(parent),
      m_worker(std::make_unique<ReplayWorker>(journal, std::move(choice)))
{
    m_thread.setObjectName(u"replay"_s);
    connectWorker();
    // Direct: what lives in a thread must also go in it, and this thread waits for it then.
    connect(
        &m_thread, &QThread::finished, m_worker.get(), [this] { m_worker.reset(); }, Qt::DirectConnection);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    post([](ReplayWorker &worker) { worker.plan(); });
}

CaptureReplayJob::~CaptureReplayJob()
{
    m_thread.quit();
    m_thread.wait();
}

template<typename Call>
void CaptureReplayJob::post(Call call)
{
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), call = std::move(call)] { call(*worker); }, Qt::QueuedConnection);
}

void CaptureReplayJob::connectWorker()
{
    const ReplayWorker *worker = m_worker.get();
    connect(worker, &ReplayWorker::planned, this, [this](qint64 captures, qint64 lengthUs) {
        m_captures = captures;
        m_lengthUs = lengthUs;
        setState(State::Ready);
    });
    connect(worker, &ReplayWorker::planFailed, this, [this](const QString &message) {
        m_trouble = message;
        setState(State::Broken);
    });
    connect(worker, &ReplayWorker::previewed, this, &CaptureReplayJob::previewed);
    connect(worker, &ReplayWorker::started, this, [this] {
        // Meanwhile it may have been stopped.
        if (m_state == State::Starting)
            setState(State::Running);
        Q_EMIT started();
    });
    connect(worker, &ReplayWorker::refused, this, [this](const QString &message, bool isRemote) {
        setState(State::Ready);
        Q_EMIT refused(message, isRemote);
    });
    connect(worker, &ReplayWorker::told, this, [this](const ReplayNewsPtr &news) {
        post([](ReplayWorker &told) { told.acknowledge(); });
        Q_EMIT this->told(news);
    });
    connect(worker, &ReplayWorker::ended, this, [this](qint64 failed) {
        m_failed = failed;
        setState(State::Ready);
        Q_EMIT ended();
    });
}

void CaptureReplayJob::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

bool CaptureReplayJob::isBusy() const
{
    return m_state == State::Starting || m_state == State::Running || m_state == State::Paused ||
           m_state == State::Stopping;
}

void CaptureReplayJob::preview(size_t index, const ReplayOptions &options)
{
    post([index, options](ReplayWorker &worker) { worker.preview(index, options); });
}

void CaptureReplayJob::start(const ReplayOptions &options, const ReplayPace &pace)
{
    begin(options, pace, false);
}

void CaptureReplayJob::repeatFailed(const ReplayOptions &options, const ReplayPace &pace)
{
    begin(options, pace, true);
}

void CaptureReplayJob::begin(const ReplayOptions &options, const ReplayPace &pace, bool onlyFailed)
{
    if (m_state != State::Ready)
        return;
    m_pace = pace;
    setState(State::Starting);
    post([options, pace, onlyFailed](ReplayWorker &worker) { worker.start(options, pace, onlyFailed); });
}

void CaptureReplayJob::pause()
{
    if (m_state != State::Running)
        return;
    post([](ReplayWorker &worker) { worker.pause(); });
    setState(State::Paused);
}

void CaptureReplayJob::resume()
{
    if (m_state != State::Paused)
        return;
    post([](ReplayWorker &worker) { worker.resume(); });
    setState(State::Running);
}

void CaptureReplayJob::step()
{
    if (m_state == State::Paused || (m_state == State::Running && m_pace.kind == ReplayPace::Kind::Steps))
        post([](ReplayWorker &worker) { worker.step(); });
}

void CaptureReplayJob::stop()
{
    if (!isBusy())
        return;
    post([](ReplayWorker &worker) { worker.stop(); });
    setState(State::Stopping);
}

} // namespace seatscope
