// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/words.h"

namespace seatscope {

using namespace Qt::StringLiterals;

QString Words::verdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Accepted:
        return tr("accepted");
    case Verdict::UnknownCommand:
        return tr("unknown command");
    case Verdict::Probe:
        return tr("probe");
    case Verdict::ForeignApp:
        return tr("refused: foreign app");
    case Verdict::BadSignature:
        return tr("refused: bad signature");
    case Verdict::StaleSignature:
        return tr("refused: stale signature");
    case Verdict::WrongPath:
        return tr("refused: wrong path");
    case Verdict::WrongMethod:
        return tr("refused: wrong method");
    case Verdict::Malformed:
        return tr("refused: malformed");
    case Verdict::TooLarge:
        return tr("refused: too large");
    case Verdict::TooSlow:
        return tr("refused: too slow");
    case Verdict::Overloaded:
        return tr("refused: too much at once");
    case Verdict::Lost:
        return tr("verdict lost");
    }
    return tr("unknown verdict");
}

QString Words::verdictIcon(Verdict verdict)
{
    if (verdict == Verdict::UnknownCommand || verdict == Verdict::Lost)
        return u"unknown"_s;
    if (isRefused(verdict))
        return u"cross"_s;
    return verdict == Verdict::Probe ? u"probe"_s : u"check"_s;
}

QString Words::product(Product product)
{
    switch (product) {
    case Product::Room:
        return tr("Room");
    case Product::Live:
        return tr("Live");
    case Product::Chat:
        return tr("Chat");
    case Product::Trtc:
        return tr("TRTC");
    case Product::Unknown:
        break;
    }
    return tr("unknown product");
}

QString Words::absent()
{
    return tr("not named");
}

QString Words::finding(FindingCode code)
{
    switch (code) {
    case FindingCode::NumberForText:
        return tr("identifier sent as a number");
    case FindingCode::TextForNumber:
        return tr("number sent in quotes");
    case FindingCode::TextForBoolean:
        return tr("true or false sent in quotes");
    case FindingCode::NumberForBoolean:
        return tr("0 or 1 instead of true or false");
    case FindingCode::NullValue:
        return tr("null instead of a value");
    case FindingCode::MissingField:
        return tr("documented field is missing");
    case FindingCode::UnknownField:
        return tr("field is not documented");
    case FindingCode::DuplicateKey:
        return tr("same key twice, the last one counts");
    case FindingCode::WrongType:
        return tr("wrong type, value ignored");
    case FindingCode::OutOfRange:
        return tr("out of range, value ignored");
    case FindingCode::NoSeatNumber:
        return tr("entry names no seat");
    case FindingCode::RepeatedSeat:
        return tr("same seat twice, the last one counts");
    case FindingCode::LoneSurrogate:
        return tr("half of a UTF-16 pair");
    case FindingCode::CommandMismatch:
        return tr("query and body name different commands, the body counts");
    case FindingCode::MissingSdkAppId:
        return tr("query names no SdkAppid");
    case FindingCode::AmbiguousList:
        return tr("list could be full or partial");
    case FindingCode::SameTimeConflict:
        return tr("same EventTime with different content, the later arrival counts");
    case FindingCode::IndexGap:
        return tr("seat numbers leave a gap");
    case FindingCode::UserOnTwoSeats:
        return tr("one user on two seats");
    case FindingCode::TakenWhileLocked:
        return tr("somebody sits on a locked seat");
    case FindingCode::TimeInSeconds:
        return tr("time looks like seconds, not milliseconds");
    case FindingCode::AfterDestruction:
        return tr("the room had been destroyed");
    case FindingCode::AheadOfClock:
        return tr("EventTime is ahead of this machine's clock");
    case FindingCode::SeatBeyondMax:
        return tr("more seats than the room may have");
    case FindingCode::SharedRoomId:
        return tr("two applications have a room with this id");
    case FindingCode::TooManyFindings:
        return tr("more findings than are listed");
    }
    return tr("unknown finding");
}

QString Words::findingReason(FindingCode code)
{
    switch (code) {
    case FindingCode::NumberForText:
        return tr(
            "A string is documented, but a bare number came. Its digits are kept as they are; a reader that takes "
            "it for a number may round it.");
    case FindingCode::TextForNumber:
        return tr(
            "A number is documented, but it came in quotes. It is read all the same; a strict reader refuses it.");
    case FindingCode::TextForBoolean:
        return tr(
            "true or false is documented, but it came in quotes. It is read all the same; a careless reader takes "
            "any text for true.");
    case FindingCode::NumberForBoolean:
        return tr("true or false is documented, but 0 or 1 came. It is read all the same; a strict reader refuses it.");
    case FindingCode::NullValue:
        return tr("A value is documented, but null came. It counts as not said.");
    case FindingCode::MissingField:
        return tr(
            "The documentation says that this field is always there, but it is not. What it would tell is unknown.");
    case FindingCode::UnknownField:
        return tr("The documentation does not name this field. It is kept with the callback and otherwise ignored; "
                  "it may be new, or misspelt.");
    case FindingCode::DuplicateKey:
        return tr(
            "The same key stands twice in one object. The last one counts here; other readers may take the first.");
    case FindingCode::WrongType:
        return tr("The value cannot be read as what is documented, so it is ignored.");
    case FindingCode::OutOfRange:
        return tr("The value is outside of what it can sensibly be, so it is ignored.");
    case FindingCode::NoSeatNumber:
        return tr("Index is -1, which means that the entry names no seat. It changes no seat, and the list cannot be "
                  "taken for the whole room.");
    case FindingCode::RepeatedSeat:
        return tr("The list names the same seat twice. The last entry counts, because only one of them can be true.");
    case FindingCode::LoneSurrogate:
        return tr("A text has half of a UTF-16 pair, which is no character. It is shown as a replacement character, so "
                  "two such texts may look the same.");
    case FindingCode::CommandMismatch:
        return tr("The query and the body name different commands. The body counts, because it holds the data.");
    case FindingCode::MissingSdkAppId:
        return tr("The query names no SdkAppid, so nobody can tell which application the callback is for.");
    case FindingCode::AmbiguousList:
        return tr("The list has no gaps, but is shorter than the room. It could be the whole room, which has become "
                  "smaller, or only the seats that changed; the seats that it does not name are kept.");
    case FindingCode::SameTimeConflict:
        return tr(
            "Another callback of this room has the same EventTime and says something else. Nothing tells which is "
            "newer, so the one that arrived later counts.");
    case FindingCode::IndexGap:
        return tr(
            "The list begins with seat 0 and looks like the whole room, but leaves out seats in between. They are "
            "kept as they were; perhaps entries were lost.");
    case FindingCode::UserOnTwoSeats:
        return tr(
            "One user is on two seats, by this list or by an earlier one. Nobody can sit twice, so one of them is out "
            "of date; both are shown as they came.");
    case FindingCode::TakenWhileLocked:
        return tr("Somebody sits on a seat that is said to be locked. Locking a seat puts off whoever sits there, so "
                  "lock or user is out of date; both are shown as they came.");
    case FindingCode::TimeInSeconds:
        return tr("Milliseconds are documented, but this would be a time before March 1973. It looks like seconds; the "
                  "callback therefore counts from its arrival.");
    case FindingCode::AfterDestruction:
        return tr("A callback with an earlier EventTime told that the room was destroyed, and none told of a new one. "
                  "It is shown as destroyed, with what came since.");
    case FindingCode::AheadOfClock:
        return tr("By this machine's clock the EventTime had not come when the callback arrived. One of the two clocks "
                  "is wrong, so delays cannot be trusted.");
    case FindingCode::SeatBeyondMax:
        return tr("The room was announced with fewer seats than callbacks tell of. The number was changed without a "
                  "callback, or the seats are left over from before.");
    case FindingCode::SharedRoomId:
        return tr(
            "Callbacks with different SdkAppids name this RoomId. Rooms are told apart by their RoomId alone, so what "
            "is shown is a mixture of both.");
    case FindingCode::TooManyFindings:
        return tr("The callback has more findings than are listed.");
    }
    return {};
}

QString Words::bookmarksExceed()
{
    return tr("Captures with a bookmark alone are beyond the limits of the journal: what comes without one is not "
              "kept for long. Higher limits under File ▸ Settings ▸ Journal make room.");
}

std::vector<Words::FlagWord> Words::flags(CaptureFlags flags, std::optional<Sequence> duplicateOf)
{
    std::vector<FlagWord> words;
    if (flags.testFlag(CaptureFlag::Late))
        words.push_back({u"late"_s, tr("late")});
    if (flags.testFlag(CaptureFlag::Duplicate)) {
        words.push_back(
            {u"duplicate"_s, duplicateOf ? tr("duplicate of #%1").arg(duplicateOf->value()) : tr("duplicate")});
    }
    if (flags.testFlag(CaptureFlag::Conflict))
        words.push_back({u"conflict"_s, tr("conflict")});
    if (flags.testFlag(CaptureFlag::Ambiguous))
        words.push_back({u"ambiguous"_s, tr("ambiguous")});
    if (flags.testFlag(CaptureFlag::AfterDestruction))
        words.push_back({u"conflict"_s, tr("after destruction")});
    if (flags.testFlag(CaptureFlag::TwoSeats))
        words.push_back({u"conflict"_s, tr("two seats")});
    if (flags.testFlag(CaptureFlag::SharedRoomId))
        words.push_back({u"conflict"_s, tr("shared room id")});
    if (flags.testFlag(CaptureFlag::Replay))
        words.push_back({u"replay"_s, flags.testFlag(CaptureFlag::KeptOut) ? tr("replay, kept out") : tr("replay")});
    if (flags.testFlag(CaptureFlag::Sent))
        words.push_back({u"send"_s, tr("sent from here")});
    if (flags.testFlag(CaptureFlag::HasFindings))
        words.push_back({u"warning"_s, tr("finding")});
    return words;
}

} // namespace seatscope
