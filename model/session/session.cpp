// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/session.h"

#include "model/health/healthmeter.h"
#include "model/journal/keptsequences.h"
#include "model/receive/descriptorlimit.h"
#include "model/receive/receiver.h"
#include "model/receive/tlsidentity.h"
#include "model/session/answerpost.h"
#include "model/session/batchmailbox.h"
#include "model/session/confignumbers.h"
#include "model/session/journalreads.h"
#include "model/session/openforwriting.h"
#include "model/session/openlistening.h"
#include "model/session/ratemeter.h"
#include "model/simulate/callbacksender.h"

#include <QFileInfo>
#include <QHash>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// The rhythm in which published batches reach the window, ms.
constexpr int tickMs = 16;
/// How often the counters are refreshed, ms.
constexpr int countersMs = 1000;
/// A test callback that is not answered after this time has failed, ms.
constexpr int testTimeoutMs = 5000;

qint64 sizeOnDisk(const QString &journalPath)
{
    return QFileInfo(journalPath).size() + QFileInfo(journalPath + u"-wal"_s).size();
}

} // namespace

struct Session::Impl {
    Impl(Session &session, SessionConfig sessionConfig)
        : config(std::move(sessionConfig)),
          mailbox(
              [&session] {
                  QMetaObject::invokeMethod(
                      &session, [&session] { session.m_impl->scheduleTick(); }, Qt::QueuedConnection);
              },
              config.tellsActivities),
          pipeline(answers, mailbox),
          health(clock.monotonicNs())
    {
    }

    void scheduleTick()
    {
        if (!tick.isActive())
            tick.start(tickMs);
    }

    /// Takes over what the receiver counts; its last figures stay when it has gone.
    void readReceiver()
    {
        if (!receiver)
            return;
        overloaded = receiver->overloaded();
        const TurnedAway away = receiver->turnedAway();
        counters.turnedAway = {away.forRoom, away.forAddress, away.failedHandshake};
        health.add(receiver->takeAnswerTimes(), clock.monotonicNs());
    }

    SessionConfig config;
    SystemClock clock;
    AnswerPost answers;
    BatchMailbox mailbox;
    CapturePipeline pipeline;
    JournalWriter *writer = nullptr;     ///< of the writer thread
    std::unique_ptr<Receiver> receiver;  ///< lives in receiveThread
    std::unique_ptr<JournalReads> reads; ///< lives in readThread
    QThread receiveThread;
    QThread readThread;
    QTimer tick;
    QTimer countersTimer;
    RoomShelf rooms;
    Assumptions assumptions;
    Sequence last;
    KeptSequences kept;
    SessionCounters counters;
    qint64 unwritten = 0;
    qint64 overloaded = 0; ///< as the receiver counts
    RateMeter rate;
    HealthMeter health;
    QString writeTrouble;
    quint16 port = 0;
    std::optional<QSslConfiguration> tls;
    bool running = false;
};

Session::Session(SessionConfig config, QObject *parent)
    : QObject(parent),
      m_impl(std::make_unique<Impl>(*this, std::move(config)))
{
    m_impl->tick.setSingleShot(true);
    connect(&m_impl->tick, &QTimer::timeout, this, &Session::openMail);
    connect(&m_impl->countersTimer, &QTimer::timeout, this, &Session::refreshCounters);
    m_impl->receiveThread.setObjectName(u"receive"_s);
    m_impl->readThread.setObjectName(u"read"_s);
}

Session::~Session()
{
    stop();
}

Result<void> Session::start()
{
    Q_ASSERT(!m_impl->running);
    if (Result<void> mayListen = checkOpenListening(m_impl->config); !mayListen)
        return mayListen;
    if (Result<void> together = checkTogether(m_impl->config.limits); !together)
        return together;
    if (Result<void> descriptors = checkDescriptors(m_impl->config.limits.connections); !descriptors)
        return descriptors;
    if (!m_impl->config.tls.certificate.isEmpty()) {
        const Result<QSslConfiguration> tls = loadTlsIdentity(m_impl->config.tls.certificate, m_impl->config.tls.key);
        if (!tls)
            return tl::unexpected<Error>(tls.error());
        m_impl->tls = *tls;
    }
    auto found = std::make_shared<Found>();
    const Result<RoomBook> rooms =
        m_impl->pipeline.start([this, config = m_impl->config, found]() -> Result<OpenJournal> {
            Result<OpenedForWriting> opened = openForWriting(config);
            if (!opened)
                return tl::unexpected<Error>(opened.error());
            *found = opened->found;
            m_impl->writer = opened->writer;
            return std::move(opened->journal);
        });
    if (!rooms)
        return tl::unexpected<Error>(rooms.error());

    auto receiver =
        std::make_unique<Receiver>(ReceiverSettings{m_impl->config.admission, m_impl->config.limits, m_impl->tls},
                                   m_impl->clock, m_impl->pipeline);
    const Result<quint16> port = receiver->listen(m_impl->config.address, m_impl->config.port);
    if (!port) {
        m_impl->pipeline.stop();
        return tl::unexpected<Error>(port.error());
    }
    m_impl->port = *port;
    m_impl->assumptions = rooms->assumptions();
    for (const RoomStatePtr &room : rooms->rooms())
        m_impl->rooms.put(room);
    m_impl->counters.captures = found->usage.captures;
    m_impl->counters.refused = found->usage.refused;
    m_impl->counters.usedBytes = found->usage.usedBytes;
    m_impl->counters.limits = m_impl->config.retention;
    for (const SequenceRange &range : found->kept)
        m_impl->kept.append(range);
    m_impl->last = found->last;
    startThreads(std::move(receiver));
    return {};
}

void Session::startThreads(std::unique_ptr<Receiver> receiver)
{
    m_impl->answers.setReceiver(receiver.get());
    receiver->moveToThread(&m_impl->receiveThread);
    // Direct: the thread that owns these QThreads waits for them in stop() and handles no events then. What lives in a
    // thread must also go in it, hence the resets at its end.
    connect(receiver.get(), &Receiver::closed, &m_impl->receiveThread, &QThread::quit, Qt::DirectConnection);
    connect(
        &m_impl->receiveThread, &QThread::finished, receiver.get(), [this] { m_impl->receiver.reset(); },
        Qt::DirectConnection);
    m_impl->receiver = std::move(receiver);

    m_impl->reads = std::make_unique<JournalReads>(m_impl->config.journalPath);
    JournalReads *reads = m_impl->reads.get();
    connectReads(*reads);
    reads->moveToThread(&m_impl->readThread);
    connect(
        &m_impl->readThread, &QThread::finished, reads, [this] { m_impl->reads.reset(); }, Qt::DirectConnection);

    m_impl->running = true;
    m_impl->readThread.start();
    m_impl->receiveThread.start();
    refreshCounters();
    m_impl->countersTimer.start(countersMs);
}

void Session::stop()
{
    if (!m_impl->running)
        return;
    m_impl->running = false;
    m_impl->countersTimer.stop();
    Receiver *receiver = m_impl->receiver.get();
    QMetaObject::invokeMethod(receiver, &Receiver::stopListening, Qt::QueuedConnection);
    // From here on new requests are answered 503; what waits is written, and its answers are posted to the receiver
    // before the request to close.
    m_impl->pipeline.stop();
    m_impl->readReceiver(); // its thread takes it away once it has closed the connections
    QMetaObject::invokeMethod(receiver, &Receiver::closeConnections, Qt::QueuedConnection);
    m_impl->receiveThread.wait();
    m_impl->readThread.quit();
    m_impl->readThread.wait();
    openMail();
}

void Session::openMail()
{
    Mail mail = m_impl->mailbox.take();
    m_impl->counters.captures += mail.captures + mail.batch.imported.captures - mail.batch.removal.captures;
    m_impl->counters.refused += mail.refused + mail.batch.imported.refused - mail.batch.removal.refused;
    if (mail.batch.holdings) {
        m_impl->counters.uninvited = mail.batch.holdings->uninvited;
        m_impl->counters.usedBytes = mail.batch.holdings->usedBytes;
        m_impl->counters.bookmarksExceed = mail.batch.bookmarksExceed;
    }
    m_impl->unwritten += mail.unwritten;
    m_impl->rate.add(mail.captures, m_impl->clock.monotonicNs());
    m_impl->health.add(mail.batch, m_impl->clock.monotonicNs());
    m_impl->health.addUnseen(mail.captures - static_cast<qint64>(mail.batch.captures.size()));
    for (const RoomStatePtr &room : mail.batch.rooms) {
        const std::vector<RoomId> forgotten = m_impl->rooms.put(room);
        mail.batch.forgottenRooms.insert(mail.batch.forgottenRooms.end(), forgotten.begin(), forgotten.end());
    }
    // One that was forgotten may have been told of again in the same mail.
    std::erase_if(mail.batch.forgottenRooms, [this](const RoomId &id) { return m_impl->rooms.room(id) != nullptr; });
    // Sequences have no gaps until retention makes them or an import brings some; they go on after the highest that
    // was ever given.
    for (const SequenceRange &range : unskipped({next(m_impl->last), mail.last}, mail.batch.imported.skipped))
        m_impl->kept.append(range);
    for (const SequenceRange &range : mail.batch.removal.ranges)
        m_impl->kept.remove(range);
    m_impl->last = std::max(m_impl->last, mail.last);
    const bool troubleChanged = std::exchange(m_impl->writeTrouble, mail.writeTrouble) != mail.writeTrouble;
    const bool isChosen = mail.batch.assumptions.has_value();
    m_impl->assumptions = mail.batch.assumptions.value_or(m_impl->assumptions);
    if (!mail.batch.captures.empty() || !mail.batch.rooms.empty() || !mail.batch.markings.empty() ||
        mail.batch.imported.captures > 0 || mail.batch.removal.captures > 0)
        Q_EMIT published(std::make_shared<const Batch>(std::move(mail.batch)));
    if (isChosen)
        Q_EMIT readingChosen();
    if (!mail.choiceTrouble.isEmpty())
        Q_EMIT readingFailed(mail.choiceTrouble);
    if (!mail.markTrouble.isEmpty())
        Q_EMIT markingFailed(mail.markTrouble);
    if (!mail.keepTrouble.isEmpty())
        Q_EMIT keepingFailed(mail.keepTrouble);
    if (troubleChanged)
        refreshCounters();
}

void Session::refreshCounters()
{
    SessionCounters &counters = m_impl->counters;
    m_impl->readReceiver();
    counters.overloaded = m_impl->unwritten + m_impl->overloaded;
    counters.perSecond = m_impl->rate.perSecond(m_impl->clock.monotonicNs());
    counters.bytesOnDisk = sizeOnDisk(m_impl->config.journalPath);
    Q_EMIT countersChanged();
}

QUrl Session::callbackUrl() const
{
    QUrl url;
    url.setScheme(m_impl->tls ? u"https"_s : u"http"_s);
    url.setHost(m_impl->config.address.toString());
    url.setPort(m_impl->port);
    url.setPath(QString::fromUtf8(m_impl->config.admission.path), QUrl::TolerantMode);
    return url;
}

const SessionConfig &Session::config() const
{
    return m_impl->config;
}

std::vector<RoomStatePtr> Session::rooms() const
{
    return m_impl->rooms.rooms();
}

Sequence Session::lastSequence() const
{
    return m_impl->last;
}

std::vector<SequenceRange> Session::keptRanges() const
{
    return m_impl->kept.ranges();
}

SessionCounters Session::counters() const
{
    return m_impl->counters;
}

HealthSnapshot Session::health(std::chrono::seconds span) const
{
    return m_impl->health.snapshot(span, m_impl->clock.monotonicNs());
}

const Assumptions &Session::assumptions() const
{
    return m_impl->assumptions;
}

void Session::choose(const ReadingChoice &choice)
{
    m_impl->pipeline.choose(choice);
}

void Session::mark(const Marking &marking)
{
    m_impl->pipeline.mark(marking);
}

void Session::keepSent(const SentRequest &sent)
{
    m_impl->pipeline.keepSent(sent);
}

bool Session::addToJournal(JournalWork work)
{
    return m_impl->pipeline.add(
        [this, work = std::move(work)](RoomArrivals &rooms) { return work(*m_impl->writer, rooms); });
}

QString Session::writeTrouble() const
{
    return m_impl->writeTrouble;
}

void Session::postRead(const std::function<void(JournalReads &)> &read)
{
    if (JournalReads *reads = m_impl->reads.get())
        QMetaObject::invokeMethod(
            reads, [reads, read] { read(*reads); }, Qt::QueuedConnection);
}

QString Session::tlsWarning() const
{
    return m_impl->tls ? validityWarning(*m_impl->tls, QDateTime::currentDateTimeUtc()) : QString();
}

QString Session::connectionsWarning() const
{
    return descriptorWarning(m_impl->config.limits.connections);
}

CallbackSenderOptions Session::ownSenderOptions() const
{
    CallbackSenderOptions options;
    options.target = callbackUrl();
    options.token = m_impl->config.admission.token;
    if (!m_impl->config.admission.allowedApps.empty())
        options.sdkAppId = *m_impl->config.admission.allowedApps.begin();
    if (m_impl->tls)
        options.pinned = m_impl->tls->localCertificate();
    return options;
}

void Session::sendTestCallback()
{
    CallbackSenderOptions options = ownSenderOptions();
    options.count = 1;
    options.answerTimeoutMs = testTimeoutMs;
    ScenarioOptions scenario;
    scenario.rooms = 1;
    scenario.inOrder = true; // one is meant
    scenario.seatsOnly = true;
    scenario.start = EventTime(m_impl->clock.wallTime().value() / 1000);
    scenario.seed = static_cast<quint64>(scenario.start.value());

    auto *sender = new CallbackSender(options, scenario, m_impl->clock, this); // deletes itself when it is done
    connect(sender, &CallbackSender::sent, this, [this](const QString &, const QString &room, int status, bool ok) {
        Q_EMIT testCallbackDone(ok, ok ? tr("The test callback for room %1 was accepted.").arg(room)
                                       : tr("The test callback was answered with status %1.").arg(status));
    });
    connect(sender, &CallbackSender::failed, this, [this](const QString &message) {
        Q_EMIT testCallbackDone(false, tr("The test callback did not arrive: %1").arg(message));
    });
    connect(sender, &CallbackSender::finished, sender, &QObject::deleteLater);
    connect(sender, &CallbackSender::failed, sender, &QObject::deleteLater);
    sender->start();
}

} // namespace seatscope
