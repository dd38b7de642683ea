// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/editedsending.h"

#include "model/replay/recordedhead.h"
#include "model/replay/replayer.h"
#include "model/session/session.h"
#include "model/simulate/callbacksender.h"

#include <QHostAddress>

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Gives the one capture of a plan.
class OneCapture final : public ReplaySource {
public:
    explicit OneCapture(Capture capture) : m_capture(std::move(capture)) {}

    [[nodiscard]] Result<Capture> fetch(const ReplayPlan & /*plan*/, size_t /*index*/) override { return m_capture; }
    [[nodiscard]] const Capture &capture() const { return m_capture; }

private:
    Capture m_capture;
};

/// The own port as a target: without its path, because the request has one.
QString ownUrl(const Session &session)
{
    QUrl url = session.callbackUrl();
    const QHostAddress address(url.host());
    if (address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::Any))
        url.setHost(u"127.0.0.1"_s);
    else if (address == QHostAddress(QHostAddress::AnyIPv6))
        url.setHost(u"::1"_s);
    url.setPath({});
    return url.toString();
}

/// Whether what is sent to \a target arrives at \a session.
bool isOwnPort(const ReplayTarget &target, const Session &session)
{
    const QUrl own(ownUrl(session));
    const bool isLoopback = target.host == "localhost"_L1 || QHostAddress(target.host).isLoopback();
    return target.port == own.port() && (target.host == own.host() || isLoopback);
}

} // namespace

struct EditedSending::Sent {
    Sent(EditOrigin from, const ReplayRequest &request, Capture capture, ReplayOptions options, const Clock &clock)
        : origin(from),
          changes(request.changes),
          target(options.target.origin()),
          sentAt(clock.wallTime()),
          source(std::move(capture)),
          replayer(std::move(options), planOf(source.capture()), source, clock)
    {
    }

    static ReplayPlan planOf(const Capture &capture)
    {
        ReplayPlan plan(ReplayPace{ReplayPace::Kind::Fastest, 1});
        plan.add({capture.summary.sequence, capture.summary.receivedAt, capture.summary.room});
        return plan;
    }

    EditOrigin origin;
    std::vector<ReplayChange> changes;
    QString target;
    ArrivalTime sentAt;
    bool isOwn = false;
    OneCapture source;
    Replayer replayer;
};

EditedSending::EditedSending(Session &session, const Clock &clock, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_clock(clock)
{
}

EditedSending::~EditedSending() = default;

QString EditedSending::ownTarget() const
{
    return ownUrl(m_session);
}

bool EditedSending::canSign() const
{
    return !m_session.config().admission.token.isEmpty();
}

QString EditedSending::targetProblem(const QString &url)
{
    const Result<ReplayTarget> target = readReplayTarget(url);
    return target ? QString() : target.error().message();
}

Result<void> EditedSending::send(const EditedRequest &request, const SendingOptions &options)
{
    if (m_isBusy)
        return failure(tr("the last request is still under way"));
    const Result<ReplayTarget> target = readReplayTarget(options.target.isEmpty() ? ownTarget() : options.target);
    if (!target)
        return tl::unexpected<Error>(target.error());
    const Result<Capture> composed = request.compose();
    if (!composed)
        return tl::unexpected<Error>(composed.error());
    const bool isOwn = isOwnPort(*target, m_session);
    ReplayEdits edits;
    edits.mark = options.mark || isOwn;
    edits.edited = true;
    edits.freshTimes = options.freshTimes;
    edits.token = options.signsAnew ? m_session.config().admission.token : QByteArray();
    const Result<ReplayRequest> made = ReplayComposer(*target, edits, m_clock).compose(*composed);
    if (!made)
        return tl::unexpected<Error>(made.error());
    // What is sent is known now, and kept so: composed once more it stays as it is.
    Capture whole = *composed;
    whole.head = made->head;
    whole.body = made->body;
    ReplayOptions replay;
    replay.target = *target;
    replay.edits.mark = false;
    replay.allowsRemote = options.allowsRemote;
    replay.connections = 1;
    if (isOwn && target->tls)
        replay.roots = {m_session.ownSenderOptions().pinned};
    m_sent = std::make_unique<Sent>(request.origin(), *made, std::move(whole), std::move(replay), m_clock);
    m_sent->isOwn = isOwn;
    // Queued: whoever hears of it may send the next one, which takes the place of this one.
    connect(&m_sent->replayer, &Replayer::done, this, &EditedSending::finish, Qt::QueuedConnection);
    connect(
        &m_sent->replayer, &Replayer::refused, this,
        [this](const Error &error, bool isRemote) {
            m_isBusy = false;
            Q_EMIT refused(error.message(), isRemote, m_sent->target);
        },
        Qt::QueuedConnection);
    m_isBusy = true;
    m_sent->replayer.start();
    return {};
}

void EditedSending::finish(const ReplayResult &result)
{
    m_isBusy = false;
    if (!m_sent->isOwn) {
        const Capture &capture = m_sent->source.capture();
        SentRequest sent{m_sent->origin,
                         m_sent->sentAt,
                         capture.head,
                         capture.summary.method,
                         capture.summary.target,
                         capture.body,
                         result.answer ? result.answer->status : 0};
        // A path of the target's own or a new signature may have changed it since.
        if (const Result<RecordedHead> head = readRecordedHead(capture.head))
            sent.target = head->target.toByteArray();
        m_session.keepSent(sent);
    }
    Q_EMIT done({result, m_sent->changes, m_sent->target, m_sent->isOwn});
}

} // namespace seatscope
