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
    }
    return tr("unknown verdict");
}

QString Words::verdictIcon(Verdict verdict)
{
    if (isRefused(verdict))
        return u"cross"_s;
    if (verdict == Verdict::UnknownCommand)
        return u"unknown"_s;
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
    case FindingCode::TooManyFindings:
        return tr("more findings than are listed");
    }
    return tr("unknown finding");
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
    if (flags.testFlag(CaptureFlag::HasFindings))
        words.push_back({u"warning"_s, tr("finding")});
    return words;
}

} // namespace seatscope
