// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/simulate/callbacksender.h"

#include "model/callback/admission.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

/// No receiver answers with more; a longer answer stalls and runs into the time-out instead of filling the memory.
constexpr qint64 maxAnswerBytes = 64LL * 1024;

/// How long before its sending a callback happened, where the clock is followed: about what is seen in practice, ms.
constexpr qint64 networkDelayMs = 40;

} // namespace

CallbackSender::CallbackSender(CallbackSenderOptions options, ScenarioOptions scenario, const Clock &clock,
                               QObject *parent)
    : QObject(parent),
      m_options(std::move(options)),
      m_scenario(scenario),
      m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &CallbackSender::sendNext);
}

void CallbackSender::start()
{
    if (m_phase != Phase::Idle)
        return;
    m_phase = Phase::Running;
    m_elapsed.start();
    m_timer.start(0);
}

void CallbackSender::stop()
{
    if (m_phase != Phase::Running)
        return;
    m_phase = Phase::Flushing;
    const std::vector<SimulatedCallback> heldBack = m_scenario.flushHeldBack();
    m_last.assign(heldBack.begin(), heldBack.end());
    if (!m_waiting)
        m_timer.start(0);
}

bool CallbackSender::isComplete() const
{
    return (m_options.count && m_sent >= *m_options.count) ||
           (m_options.durationMs && m_elapsed.hasExpired(*m_options.durationMs));
}

void CallbackSender::sendNext()
{
    if (m_waiting)
        return;
    if (m_phase == Phase::Running && isComplete())
        stop();
    if (m_phase == Phase::Running) {
        const EventTime now(m_clock.wallTime().value() / 1000 - networkDelayMs);
        post(m_scenario.next(m_options.followClock ? std::optional(now) : std::nullopt));
    } else if (m_phase == Phase::Flushing && !m_last.empty()) {
        const SimulatedCallback callback = std::move(m_last.front());
        m_last.pop_front();
        post(callback);
    } else if (m_phase == Phase::Flushing) {
        m_phase = Phase::Done;
        Q_EMIT finished();
    }
}

void CallbackSender::scheduleNext()
{
    qint64 delayMs = 0;
    if (m_phase == Phase::Running && m_options.perSecond > 0) {
        // From the start, not from the last one: the rate holds although sending takes time.
        const double dueMs = static_cast<double>(m_sent) * 1000.0 / m_options.perSecond;
        delayMs = std::max<qint64>(0, std::llround(dueMs) - m_elapsed.elapsed());
        if (m_options.durationMs)
            delayMs = std::clamp<qint64>(*m_options.durationMs - m_elapsed.elapsed() + 1, 0, delayMs);
    }
    m_timer.start(std::chrono::milliseconds(delayMs));
}

QUrl CallbackSender::urlFor(const SimulatedCallback &callback) const
{
    QUrlQuery query(m_options.target);
    query.addQueryItem(u"SdkAppid"_s, QString::number(m_options.sdkAppId.value()));
    if (!callback.command.isEmpty())
        query.addQueryItem(u"CallbackCommand"_s, callback.command);
    query.addQueryItem(u"contenttype"_s, u"json"_s);
    if (!callback.clientIp.isEmpty())
        query.addQueryItem(u"ClientIP"_s, callback.clientIp);
    if (!callback.platform.isEmpty())
        query.addQueryItem(u"OptPlatform"_s, callback.platform);
    if (!m_options.token.isEmpty()) {
        const qint64 requestTimeS = m_clock.wallTime().value() / 1'000'000;
        query.addQueryItem(u"Sign"_s, QString::fromLatin1(callbackSignature(m_options.token, requestTimeS)));
        query.addQueryItem(u"RequestTime"_s, QString::number(requestTimeS));
    }
    QUrl url = m_options.target;
    url.setQuery(query);
    return url;
}

void CallbackSender::post(const SimulatedCallback &callback)
{
    QNetworkRequest request(urlFor(callback));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(m_options.answerTimeoutMs);
    if (!m_options.roots.isEmpty()) {
        QSslConfiguration tls = request.sslConfiguration();
        tls.addCaCertificates(m_options.roots);
        request.setSslConfiguration(tls);
    }
    m_waiting = true;
    ++m_sent;
    QNetworkReply *reply = m_network.post(request, callback.body);
    reply->setReadBufferSize(maxAnswerBytes);
    trust(reply);
    connect(reply, &QNetworkReply::finished, this, [this, reply, callback] { answered(reply, callback); });
}

void CallbackSender::trust(QNetworkReply *reply) const
{
    if (m_options.pinned.isNull())
        return;
    // A certificate for a name on the internet is not valid for the own address, but it is the right one.
    connect(reply, &QNetworkReply::sslErrors, this, [this, reply] {
        if (reply->sslConfiguration().peerCertificate() == m_options.pinned)
            reply->ignoreSslErrors();
    });
}

void CallbackSender::answered(QNetworkReply *reply, const SimulatedCallback &callback)
{
    m_waiting = false;
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool broken = status == 0 || (status == 200 && reply->error() != QNetworkReply::NoError);
    if (broken) {
        m_phase = Phase::Done;
        m_timer.stop();
        Q_EMIT failed(reply->errorString());
        return;
    }
    const QJsonObject answer = QJsonDocument::fromJson(reply->read(maxAnswerBytes)).object();
    const bool ok = status == 200 && answer.value("ActionStatus"_L1).toString() == "OK"_L1;
    scheduleNext();
    Q_EMIT sent(callback.command, callback.room.text(), status, ok);
}

} // namespace seatscope
