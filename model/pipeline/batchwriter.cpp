// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/pipeline/batchwriter.h"

#include "model/activity/activities.h"
#include "model/callback/examination.h"
#include "model/core/logging.h"
#include "model/core/replaymark.h"
#include "model/history/callbackmark.h"
#include "model/history/storedassumptions.h"
#include "model/journal/examinedsummary.h"

#include <utility>

namespace seatscope {

namespace {

/// Rooms that are packed in less time than it takes to hand them over and come back, about.
constexpr std::size_t fewRooms = 64;

using namespace Qt::StringLiterals;

Capture captureOf(const PendingRequest &pending, const Examination &examination, Sequence sequence)
{
    const RawRequest &request = pending.request;
    Capture capture;
    capture.head = request.head;
    capture.body = request.body;
    CaptureSummary &summary = capture.summary;
    summary.sequence = sequence;
    summary.receivedAt = request.receivedAt;
    summary.method = request.method;
    summary.target = request.target;
    summary.peer = request.peer;
    summary.bodySize = request.body.size();
    summarize(examination, pending.query.command, summary);
    return capture;
}

void countFindings(const DecodedCallback &callback, const CaptureSummary &summary, FindingCounts &counts)
{
    const CaptureFlags flags = summary.flags;
    counts.add(callback.findings);
    counts.add(FindingCode::AheadOfClock, isAheadOfClock(summary.eventTime, summary.receivedAt) ? 1 : 0);
    counts.add(FindingCode::AmbiguousList, flags.testFlag(CaptureFlag::Ambiguous) ? 1 : 0);
    counts.add(FindingCode::SameTimeConflict, flags.testFlag(CaptureFlag::Conflict) ? 1 : 0);
    counts.add(FindingCode::UserOnTwoSeats, flags.testFlag(CaptureFlag::TwoSeats) ? 1 : 0);
    counts.add(FindingCode::SharedRoomId, flags.testFlag(CaptureFlag::SharedRoomId) ? 1 : 0);
    counts.add(FindingCode::AfterDestruction, flags.testFlag(CaptureFlag::AfterDestruction) ? 1 : 0);
}

} // namespace

BatchWriter::BatchWriter(CaptureStore &store, RoomBook rooms, WriterManners manners)
    : m_store(store),
      m_rooms(store, std::move(rooms)),
      m_rhythm(store.limits()),
      m_manners(manners)
{
}

WrittenBatch BatchWriter::write(const std::vector<PendingRequest> &requests)
{
    if (const Result<void> begun = m_store.begin(); !begun)
        return refuseAll(requests, begun.error());
    auto batch = std::make_shared<Batch>();
    batch->captures.reserve(requests.size());
    std::vector<Answer> answers;
    answers.reserve(requests.size());
    for (const PendingRequest &pending : requests) {
        if (const Result<void> written = writeOne(pending, *batch, answers); !written)
            return refuseAll(requests, written.error());
    }
    if (const Result<void> committed = m_store.commit(); !committed)
        return refuseAll(requests, committed.error());
    batch->rooms = m_rooms.commit();
    return {std::move(batch), std::move(answers), {}};
}

Result<void> BatchWriter::writeOne(const PendingRequest &pending, Batch &batch, std::vector<Answer> &answers)
{
    const Examination examination = examine(pending.request.body, pending.query, pending.admission);
    Capture capture = captureOf(pending, examination, next(m_store.lastSequence()));
    const bool isReplayed = isReplay(capture.head);
    const bool isKeptOut = isReplayed && m_manners.keepsReplaysOut;
    capture.summary.flags.setFlag(CaptureFlag::Replay, isReplayed);
    capture.summary.flags.setFlag(CaptureFlag::KeptOut, isKeptOut);
    if (isReplayed) {
        const Result<std::optional<Sequence>> origin = knownOrigin(editOriginOf(capture.head));
        if (!origin)
            return tl::unexpected<Error>(origin.error());
        capture.summary.origin = *origin;
    }
    const bool tellsOfRoom =
        examination.callback && examination.ruling.verdict == Verdict::Accepted && capture.summary.room && !isKeptOut;
    if (tellsOfRoom) {
        if (Result<void> applied = applyToRoom(*examination.callback, pending.query.sdkAppId, capture, batch); !applied)
            return applied;
    }
    if (Result<void> appended = m_store.append(capture); !appended)
        return appended;
    if (!isUninvited(capture.summary.ruling.verdict) && !tellsOfRoom)
        m_rhythm.countOther(capture.body.size());
    answers.push_back(
        {pending.ticket, capture.summary.status, answerBody(examination.ruling), pending.request.monotonicNs});
    if (examination.callback)
        countFindings(*examination.callback, capture.summary, batch.findings);
    batch.captures.push_back(std::move(capture.summary));
    return {};
}

Result<void> BatchWriter::applyToRoom(const DecodedCallback &callback, std::optional<SdkAppId> application,
                                      Capture &capture, Batch &batch)
{
    const Result<std::optional<RoomArrivals::Effect>> effect = m_rooms.stage(callback, application, capture);
    if (!effect)
        return tl::unexpected<Error>(effect.error());
    if (!*effect)
        return {};
    const CaptureSummary &summary = capture.summary;
    if (m_manners.tellsActivities) {
        const std::vector<Activity> told =
            activitiesOf((*effect)->before, *(*effect)->reduction.state, markOf(summary));
        batch.activities.insert(batch.activities.end(), told.begin(), told.end());
    }
    m_rhythm.count(capture.body.size(), summary.receivedAt);
    return {};
}

Result<BatchPtr> BatchWriter::choose(const std::vector<ReadingChoice> &choices)
{
    Assumptions wanted = m_rooms.rooms().assumptions();
    for (const ReadingChoice &choice : choices)
        wanted.choose(choice);
    if (Result<void> kept = m_store.keepAssumptions(storedForm(wanted)); !kept)
        return tl::unexpected<Error>(kept.error());
    auto batch = std::make_shared<Batch>();
    batch->rooms = m_rooms.rooms().setAssumptions(wanted);
    batch->assumptions = std::move(wanted);
    return batch;
}

Result<WrittenMarking> BatchWriter::mark(const Marking &marking)
{
    if (const Result<void> begun = m_store.begin(); !begun)
        return tl::unexpected<Error>(begun.error());
    WrittenMarking written;
    Marking marked{{}, marking.marks};
    for (const Sequence sequence : marking.sequences) {
        const Result<bool> isThere = m_store.mark(sequence, marking.marks);
        if (!isThere) {
            m_store.rollback();
            return tl::unexpected<Error>(isThere.error());
        }
        (*isThere ? marked.sequences : written.missing).push_back(sequence);
    }
    if (const Result<void> committed = m_store.commit(); !committed) {
        m_store.rollback();
        return tl::unexpected<Error>(committed.error());
    }
    if (!marked.sequences.empty()) {
        auto batch = std::make_shared<Batch>();
        batch->markings.push_back(std::move(marked));
        written.batch = std::move(batch);
    }
    return written;
}

Result<std::optional<Sequence>> BatchWriter::knownOrigin(const std::optional<EditOrigin> &told) const
{
    if (!told)
        return std::optional<Sequence>();
    return m_store.arrivalOf(told->sequence).map([&told](const std::optional<ArrivalTime> &arrival) {
        return arrival == told->receivedAt ? std::optional(told->sequence) : std::nullopt;
    });
}

Result<BatchPtr> BatchWriter::keepSent(const SentRequest &sent)
{
    if (const Result<void> begun = m_store.begin(); !begun)
        return tl::unexpected<Error>(begun.error());
    PendingRequest pending;
    pending.request = {sent.sentAt, 0, sent.head, sent.method, sent.target, sent.body, {}};
    pending.query = parseRequestTarget(sent.target);
    // Who lets it in and who does not is up to where it went.
    Capture capture = captureOf(pending, examine(sent.body, pending.query, {}), next(m_store.lastSequence()));
    CaptureSummary &summary = capture.summary;
    summary.flags |= CaptureFlags(CaptureFlag::Replay) | CaptureFlag::KeptOut | CaptureFlag::Sent;
    summary.status = sent.status;
    const Result<void> kept = knownOrigin(sent.origin)
                                  .and_then([&](std::optional<Sequence> origin) {
                                      summary.origin = origin;
                                      return m_store.append(capture);
                                  })
                                  .and_then([this] { return m_store.commit(); });
    if (!kept) {
        m_store.rollback();
        return tl::unexpected<Error>(kept.error());
    }
    m_rhythm.countOther(capture.body.size());
    auto batch = std::make_shared<Batch>();
    batch->captures.push_back(std::move(summary));
    return batch;
}

BatchPtr BatchWriter::add(const std::function<BatchPtr(RoomArrivals &rooms)> &addition)
{
    BatchPtr batch = addition(m_rooms);
    // What was the last of a room may not be it any more.
    m_rooms.discard();
    // Nobody knows how much it was; a snapshot too many costs less than to find out.
    m_hasAddition = batch != nullptr;
    return batch;
}

void BatchWriter::keepSnapshot()
{
    if (const std::optional<BackgroundPacking::Done> done = m_packing.take()) {
        m_rhythm.measured(done->packed);
        keep({done->sequence, done->packed.bytes});
    }
    if ((!m_rhythm.isDue() && !m_hasAddition) || m_packing.isBusy())
        return;
    m_hasAddition = false;
    std::vector<RoomStatePtr> rooms = m_rooms.rooms().rooms();
    if (rooms.size() <= fewRooms) {
        keep(takeSnapshot());
        return;
    }
    m_rhythm.startOver();
    m_packing.begin(m_store.lastSequence(), std::move(rooms));
}

void BatchWriter::keep(const StoredSnapshot &snapshot)
{
    // Without it more captures have to be read some day; nothing is lost.
    if (const Result<void> kept = m_store.keepSnapshot(snapshot); !kept)
        qCDebug(journalLog) << "snapshot:" << kept.error().message();
}

StoredSnapshot BatchWriter::takeSnapshot()
{
    const PackedRooms packed = packRooms(m_rooms.rooms().rooms());
    m_rhythm.startOver();
    m_rhythm.measured(packed);
    return {m_store.lastSequence(), packed.bytes};
}

Result<Retained> BatchWriter::makeRoom(ArrivalTime now)
{
    return m_store.makeRoom(now, [this] { return takeSnapshot(); });
}

WrittenBatch BatchWriter::refuseAll(const std::vector<PendingRequest> &requests, const Error &error)
{
    m_store.rollback();
    m_rooms.discard();
    const QByteArray body = failBody(u"the callback could not be written to disk"_s);
    std::vector<Answer> answers;
    answers.reserve(requests.size());
    for (const PendingRequest &pending : requests)
        answers.push_back({pending.ticket, 503, body, pending.request.monotonicNs});
    return {nullptr, std::move(answers), error};
}

} // namespace seatscope
