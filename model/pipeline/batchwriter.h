// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/history/backgroundpacking.h"
#include "model/history/roomarrivals.h"
#include "model/history/snapshots.h"
#include "model/journal/capturestore.h"
#include "model/pipeline/batch.h"
#include "model/pipeline/pendingrequest.h"
#include "model/pipeline/sentrequest.h"
#include "model/room/roombook.h"

#include <functional>
#include <vector>

namespace seatscope {

/// What became of a batch of requests.
struct WrittenBatch {
    BatchPtr batch;              ///< null when nothing could be written
    std::vector<Answer> answers; ///< one a request, in order
    Error error;                 ///< why nothing could be written; empty otherwise
};

/// What a BatchWriter does besides.
struct WriterManners {
    bool tellsActivities = false; ///< batches tell what captures did in their rooms: it costs
    bool keepsReplaysOut = false; ///< replayed callbacks are captured, and change no room
};

/// What became of a marking.
struct WrittenMarking {
    BatchPtr batch;                ///< what is marked now; null when nothing is
    std::vector<Sequence> missing; ///< captures that are gone
};

/// Writes requests in one transaction and keeps the rooms in step with the journal: both change, or neither does.
/// Lives in the writer thread; has no thread of its own, so that tests drive it directly.
class BatchWriter {
public:
    /// \a store must outlive the object; \a rooms is what the journal holds already.
    BatchWriter(CaptureStore &store, RoomBook rooms, WriterManners manners = {});

    /// Decodes, keeps and reduces \a requests. When it returns with a batch, all of it is on disk.
    [[nodiscard]] WrittenBatch write(const std::vector<PendingRequest> &requests);

    /// Reads the lists as \a choices say from now on, and keeps that first: what the rooms are and what the journal
    /// says of their reading never differ for longer than until the next start. Returns the rooms that are different
    /// then. Error: it could not be kept, and nothing has changed. Between two batches.
    [[nodiscard]] Result<BatchPtr> choose(const std::vector<ReadingChoice> &choices);

    /// Marks captures, in one transaction; those that are gone are left out. Error: nothing was marked. Between two
    /// batches.
    [[nodiscard]] Result<WrittenMarking> mark(const Marking &marking);

    /// Keeps what was sent from here as a capture that changes no room and names its origin, where that is in this
    /// journal. Error: nothing was kept. Between two batches.
    [[nodiscard]] Result<BatchPtr> keepSent(const SentRequest &sent);
    /// Has \a addition add captures. Returns what it does. Between two batches.
    [[nodiscard]] BatchPtr add(const std::function<BatchPtr(RoomArrivals &rooms)> &addition);

    /// Keeps a snapshot of the rooms when it is time for one. Many rooms are packed in another thread: theirs is kept
    /// by a later call. Between two batches.
    void keepSnapshot();

    /// A step of retention, see CaptureStore::makeRoom(). Between two batches.
    [[nodiscard]] Result<Retained> makeRoom(ArrivalTime now);

private:
    [[nodiscard]] Result<void> writeOne(const PendingRequest &pending, Batch &batch, std::vector<Answer> &answers);
    /// The origin that the store has: what came from elsewhere may speak of another journal's captures.
    [[nodiscard]] Result<std::optional<Sequence>> knownOrigin(const std::optional<EditOrigin> &told) const;
    [[nodiscard]] Result<void> applyToRoom(const DecodedCallback &callback, std::optional<SdkAppId> application,
                                           Capture &capture, Batch &batch);
    /// What the rooms are, packed; the rhythm begins anew.
    [[nodiscard]] StoredSnapshot takeSnapshot();
    void keep(const StoredSnapshot &snapshot);
    [[nodiscard]] WrittenBatch refuseAll(const std::vector<PendingRequest> &requests, const Error &error);

    CaptureStore &m_store;
    RoomArrivals m_rooms;
    SnapshotRhythm m_rhythm;
    BackgroundPacking m_packing;
    const WriterManners m_manners;
    bool m_hasAddition = false; ///< since the last snapshot
};

} // namespace seatscope
