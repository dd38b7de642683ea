// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/filterfields.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <numeric>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array fields{
    FilterFieldEntry{FilterField::Seq, "seq"_L1, FilterKind::Number,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "The capture's number in order of arrival, from 1."),
                     "seq == 17\nseq in 3..9"_L1},
    FilterFieldEntry{
        FilterField::Time, "time"_L1, FilterKind::Time,
        QT_TRANSLATE_NOOP("seatscope::Filter",
                          "When the request arrived: local time unless it ends in Z or an offset, or so long before "
                          "now."),
        "time >= \"2026-11-22 10:00\"\ntime > -5m"_L1},
    FilterFieldEntry{FilterField::Room, "room"_L1, FilterKind::Text,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "The room's id."),
                     "room == \"rid-1\"\nroom in (\"a\", \"b\")"_L1},
    FilterFieldEntry{FilterField::Command, "command"_L1, FilterKind::Text,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "The callback's command; empty when none was named."),
                     "command == Room.CallbackAfterCreateRoom\ncommand ~ \"^Live\""_L1},
    FilterFieldEntry{FilterField::Operator, "operator"_L1, FilterKind::Text,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "Who did what the callback tells."),
                     "operator != \"@TIM#SYSTEM\""_L1},
    FilterFieldEntry{FilterField::User, "user"_L1, FilterKind::Text,
                     QT_TRANSLATE_NOOP("seatscope::Filter",
                                       "Who sits on a seat of the list, or is named as a member, an administrator or "
                                       "the owner."),
                     "user == alice\nseat == 3 and user == alice"_L1},
    FilterFieldEntry{FilterField::Seat, "seat"_L1, FilterKind::Number,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "The number of a seat of the list, from 0."),
                     "seat == 3 and locked\nseat in 0..3"_L1},
    FilterFieldEntry{FilterField::Locked, "locked"_L1, FilterKind::Boolean,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "A seat of the list is locked: nobody may take it."),
                     "locked\nseat == 3 and not locked"_L1},
    FilterFieldEntry{FilterField::Video, "video"_L1, FilterKind::Boolean,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "A seat of the list may send video."),
                     "video\nseat == 3 and video == false"_L1},
    FilterFieldEntry{FilterField::Audio, "audio"_L1, FilterKind::Boolean,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "A seat of the list may send audio."),
                     "audio\nuser == alice and not audio"_L1},
    FilterFieldEntry{FilterField::VerdictName, "verdict"_L1, FilterKind::Words,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "What SeatScope made of the request."),
                     "verdict == malformed\nverdict in (probe, wrong-path)"_L1},
    FilterFieldEntry{FilterField::Flag, "flag"_L1, FilterKind::Words,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "What is remarkable about the capture."),
                     "flag == late\nflag in (duplicate, conflict)"_L1},
    FilterFieldEntry{FilterField::Status, "status"_L1, FilterKind::Number,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "The HTTP status of the answer."), "status >= 400"_L1},
    FilterFieldEntry{FilterField::Method, "method"_L1, FilterKind::Bytes,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "The request's method."), "method == GET"_L1},
    FilterFieldEntry{FilterField::Path, "path"_L1, FilterKind::Bytes,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "The request's path, percent-decoded."),
                     "path == \"/callback\""_L1},
    FilterFieldEntry{
        FilterField::Query, "query."_L1, FilterKind::Bytes,
        QT_TRANSLATE_NOOP("seatscope::Filter", "A value of the request's query by its name, percent-decoded."),
        "query.SdkAppid == 1400000001\nquery.ClientIP contains \"10.\""_L1},
    FilterFieldEntry{FilterField::Header, "header."_L1, FilterKind::Bytes,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "A field of the request's head by its name."),
                     "header.Content-Type contains json"_L1},
    FilterFieldEntry{FilterField::Size, "size"_L1, FilterKind::Number,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "How many bytes the body has."), "size > 10000"_L1},
    FilterFieldEntry{
        FilterField::Delay, "delay"_L1, FilterKind::Number,
        QT_TRANSLATE_NOOP("seatscope::Filter", "How long after its EventTime the callback arrived, in milliseconds."),
        "delay > 2000\ndelay < 0"_L1},
    FilterFieldEntry{FilterField::Note, "note"_L1, FilterKind::Text,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "The note on the capture; empty when there is none."),
                     "note contains bug\nnote != \"\""_L1},
    FilterFieldEntry{FilterField::Bookmarked, "bookmarked"_L1, FilterKind::Boolean,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "The capture has a bookmark."), "bookmarked"_L1},
    FilterFieldEntry{FilterField::Origin, "origin"_L1, FilterKind::Number,
                     QT_TRANSLATE_NOOP("seatscope::Filter",
                                       "The number of the capture that this one was made of by editing, before it was "
                                       "sent; absent from all others."),
                     "origin == 17\norigin > 0"_L1},
    FilterFieldEntry{FilterField::Body, "body"_L1, FilterKind::Bytes,
                     QT_TRANSLATE_NOOP("seatscope::Filter", "The request's body; words without a field search it."),
                     "body contains \"房间\"\nalice bob"_L1},
    FilterFieldEntry{FilterField::Json, "json."_L1, FilterKind::Json,
                     QT_TRANSLATE_NOOP("seatscope::Filter",
                                       "Any place of the body by its path; [0] is the first of a list, [*] any of it."),
                     "json.SeatList[*].Index == 3\njson.RoomInfo.RoomName ~ \"^Test\""_L1},
};

constexpr bool isInOrder()
{
    for (size_t i = 0; i < fields.size(); ++i) {
        if (fields.at(i).field != static_cast<FilterField>(i))
            return false;
    }
    return fields.size() == static_cast<size_t>(FilterField::Json) + 1;
}
static_assert(isInOrder());

/// How many letters must be added, left out or replaced to make \a name, which is short, of \a word.
qsizetype editDistance(QStringView word, QStringView name)
{
    std::array<qsizetype, 32> row{};
    const size_t end = std::min(static_cast<size_t>(name.size()) + 1, row.size());
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype w = 0; w < word.size(); ++w) {
        qsizetype diagonal = std::exchange(row[0], w + 1);
        for (size_t n = 1; n < end; ++n) {
            const bool isSame = word.at(w).toLower() == name.at(static_cast<qsizetype>(n) - 1).toLower();
            const qsizetype best = std::min({row[n] + 1, row[n - 1] + 1, diagonal + (isSame ? 0 : 1)});
            diagonal = std::exchange(row[n], best);
        }
    }
    return row[end - 1];
}

} // namespace

std::span<const FilterFieldEntry> filterFields()
{
    return fields;
}

const FilterFieldEntry &filterFieldEntry(FilterField field)
{
    return fields.at(static_cast<size_t>(field));
}

const FilterFieldEntry *findFilterField(QStringView word)
{
    const auto found = std::ranges::find_if(fields, [word](const FilterFieldEntry &entry) {
        return entry.isNamed() ? word.startsWith(entry.name) : word == entry.name;
    });
    return found == fields.end() ? nullptr : &*found;
}

QString nearestFilterField(QStringView word)
{
    // Two slips in a longer word, one in a short one.
    constexpr qsizetype longestName = 16;
    if (word.size() > longestName && !word.contains(u'.'))
        return {};
    const qsizetype dot = word.indexOf(u'.');
    const QStringView start = dot < 0 ? word : word.first(std::min(dot + 1, longestName));
    qsizetype best = start.size() > 4 ? 3 : 2;
    QString nearest;
    for (const FilterFieldEntry &entry : fields) {
        const QString name = entry.name;
        if (const qsizetype distance = editDistance(start, name); distance < best) {
            best = distance;
            nearest = entry.isNamed() && dot >= 0 ? QString(name + word.sliced(dot + 1)) : name;
        }
    }
    return nearest;
}

QString filterFieldDescription(const FilterFieldEntry &entry)
{
    return QCoreApplication::translate("seatscope::Filter", entry.description);
}

} // namespace seatscope
