// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/journalwriter.h"
#include "model/pipeline/batchwriter.h"

#include <QStringList>

#include <array>

namespace seatscope::test {

/// EventTime of the story's beginning, ms; every step says how much later it happened.
inline constexpr qint64 beginning = 1'700'000'000'000;

/// A callback, and what the room must be once it has come, written down by hand:
/// state | name | owner | members | seats; of a seat L: locked, A: audio forbidden.
struct Step {
    const char *what;
    qint64 ms; ///< EventTime after the beginning
    const char *command;
    const char *fields; ///< of the body, with ' for "
    const char *after;
    const char *activities; ///< what changed in the room
};

inline constexpr auto seats = "Mic.CallbackAfterSeatInfoChanged";
inline constexpr auto moved =
    "'Operator_Account':'u1','SeatList':[{'Index':1,'Member_Account':'','IsTakenDisabled':false,"
    "'IsVideoDisabled':false,'IsAudioDisabled':false},{'Index':2,'Member_Account':'u1',"
    "'IsTakenDisabled':false,'IsVideoDisabled':false,'IsAudioDisabled':false}]";

inline constexpr std::array story{
    Step{"the room is created", 0, "Room.CallbackAfterCreateRoom",
         "'Operator_Account':'host','RoomInfo':{'RoomId':'rid-9','RoomName':'Weekly','RoomType':'Conference',"
         "'Owner_Account':'host','MaxSeatCount':8}",
         "active|Weekly|host||", "room-created host \"Weekly\" by host"},
    Step{"the host comes in", 500, "Room.CallbackAfterMemberEnter",
         "'Operator_Account':'host','MemberCount':1,'Type':'Enter','MemberList_Account':['host']",
         "active|Weekly|host|host|", "member-entered host by host"},
    Step{"a full list: the host has taken seat 0", 1000, seats,
         "'Operator_Account':'host','SeatList':[{'Index':0,'Member_Account':'host'},{'Index':1},{'Index':2},"
         "{'Index':3},{'Index':4},{'Index':5},{'Index':6},{'Index':7}]",
         "active|Weekly|host|host|0:host 1:- 2:- 3:- 4:- 5:- 6:- 7:-", "took-seat host 0 by host"},
    Step{"u1 takes seat 1", 2000, seats, "'Operator_Account':'u1','SeatList':[{'Index':1,'Member_Account':'u1'}]",
         "active|Weekly|host|host|0:host 1:u1 2:- 3:- 4:- 5:- 6:- 7:-", "took-seat u1 1 by u1"},
    Step{"u2 takes seat 2", 3000, seats, "'Operator_Account':'u2','SeatList':[{'Index':2,'Member_Account':'u2'}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:- 4:- 5:- 6:- 7:-", "took-seat u2 2 by u2"},
    Step{"u3 takes seat 3", 4000, seats, "'Operator_Account':'u3','SeatList':[{'Index':3,'Member_Account':'u3'}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:u3 4:- 5:- 6:- 7:-", "took-seat u3 3 by u3"},
    Step{"u4 takes seat 4", 5000, seats, "'Operator_Account':'u4','SeatList':[{'Index':4,'Member_Account':'u4'}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:u3 4:u4 5:- 6:- 7:-", "took-seat u4 4 by u4"},
    Step{"u5 takes seat 5", 6000, seats, "'Operator_Account':'u5','SeatList':[{'Index':5,'Member_Account':'u5'}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:u3 4:u4 5:u5 6:- 7:-", "took-seat u5 5 by u5"},
    Step{"u6 takes seat 6", 7000, seats, "'Operator_Account':'u6','SeatList':[{'Index':6,'Member_Account':'u6'}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:u3 4:u4 5:u5 6:u6 7:-", "took-seat u6 6 by u6"},
    Step{"u7 takes seat 7", 8000, seats, "'Operator_Account':'u7','SeatList':[{'Index':7,'Member_Account':'u7'}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:u3 4:u4 5:u5 6:u6 7:u7", "took-seat u7 7 by u7"},
    Step{"the host mutes seat 3", 9000, seats,
         "'Operator_Account':'host','SeatList':[{'Index':3,'Member_Account':'u3','IsAudioDisabled':true}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:u3A 4:u4 5:u5 6:u6 7:u7", "audio-forbidden u3 3 by host"},
    Step{"the host locks seat 7, which puts u7 off it", 10'000, seats,
         "'Operator_Account':'host','SeatList':[{'Index':7,'IsTakenDisabled':true}]",
         "active|Weekly|host|host|0:host 1:u1 2:u2 3:u3A 4:u4 5:u5 6:u6 7:-L",
         "put-off-seat u7 7 by host; seat-locked 7 by host"},
    Step{"the host puts u2 off seat 2", 11'000, seats, "'Operator_Account':'host','SeatList':[{'Index':2}]",
         "active|Weekly|host|host|0:host 1:u1 2:- 3:u3A 4:u4 5:u5 6:u6 7:-L", "put-off-seat u2 2 by host"},
    Step{"u1 moves from seat 1 to 2", 13'000, seats, moved,
         "active|Weekly|host|host|0:host 1:- 2:u1 3:u3A 4:u4 5:u5 6:u6 7:-L", "moved-seat u1 1>2 by u1"},
    Step{"late: before that, u5 had left; of seat 2 something newer is known", 12'000, seats,
         "'Operator_Account':'u5','SeatList':[{'Index':2},{'Index':5}]",
         "active|Weekly|host|host|0:host 1:- 2:u1 3:u3A 4:u4 5:- 6:u6 7:-L", "left-seat u5 5 by u5"},
    Step{"duplicate: the move comes again", 13'000, seats, moved,
         "active|Weekly|host|host|0:host 1:- 2:u1 3:u3A 4:u4 5:- 6:u6 7:-L", ""},
    Step{"the room gets another name", 14'000, "Room.CallbackAfterUpdateRoomInfo",
         "'Operator_Account':'host','RoomInfo':{'RoomId':'rid-9','RoomName':'Retrospective'}",
         "active|Retrospective|host|host|0:host 1:- 2:u1 3:u3A 4:u4 5:- 6:u6 7:-L",
         "room-renamed \"Retrospective\" by host"},
    Step{"the room is destroyed", 20'000, "Room.CallbackAfterDestroyRoom", "'Operator_Account':'host'",
         "destroyed|Retrospective|host||", "room-destroyed by host"},
    Step{"a straggler from before, about seat 4", 15'000, seats, "'Operator_Account':'u4','SeatList':[{'Index':4}]",
         "destroyed|Retrospective|host||", ""},
    Step{"something comes for the destroyed room", 21'000, seats,
         "'Operator_Account':'u6','SeatList':[{'Index':6,'Member_Account':'u6'}]", "destroyed|Retrospective|host||6:u6",
         "took-seat u6 6 by u6"},
};

inline QByteArray bodyOf(const Step &step)
{
    const QByteArray fields(step.fields);
    const QByteArray room = fields.contains("RoomInfo") ? QByteArray() : QByteArray("'RoomId':'rid-9',");
    QByteArray body = "{'CallbackCommand':'" + QByteArray(step.command) + "'," + room + fields +
                      ",'EventTime':" + QByteArray::number(beginning + step.ms) + "}";
    return body.replace('\'', '"');
}

/// Tells the story to a new journal at \a path; returns the flags of each callback.
inline QStringList tellStory(const QString &path)
{
    QStringList flags;
    const auto writer = JournalWriter::open(path);
    if (!writer)
        return flags;
    BatchWriter batches(**writer, RoomBook());
    qint64 told = 0;
    for (const Step &step : story) {
        PendingRequest pending;
        pending.request.method = "POST";
        pending.request.target = "/?SdkAppid=1400000001";
        pending.request.body = bodyOf(step);
        pending.query = parseRequestTarget(pending.request.target);
        pending.request.receivedAt = ArrivalTime((beginning + 1000 * ++told) * 1000);
        const WrittenBatch written = batches.write({pending});
        if (!written.batch || written.batch->captures.front().ruling.verdict != Verdict::Accepted)
            return flags;
        flags += flagNames(written.batch->captures.front().flags & ~CaptureFlags(CaptureFlag::HasFindings))
                     .join(QLatin1Char(' '));
    }
    return flags;
}

} // namespace seatscope::test
