// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/seatchecks.h"

#include "model/callback/shorttext.h"

#include <QHash>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

/// Up to so many seats each pair is compared: hashing a few names costs more than that.
constexpr size_t fewSeats = 24;

void reportGap(std::span<const SeatReport> seats, FindingList &findings)
{
    // A short list, or one that does not begin at 0, names the seats that changed: gaps are normal there.
    constexpr size_t leastSeats = 3;
    if (seats.size() < leastSeats || seats.front().index.value() != 0)
        return;
    const qint32 last = seats.back().index.value();
    const auto missing = static_cast<qint64>(last) + 1 - static_cast<qint64>(seats.size());
    if (missing == 0)
        return;
    qint32 first = 0;
    for (const SeatReport &seat : seats) {
        if (seat.index.value() != first)
            break;
        ++first;
    }
    const QString actual =
        missing == 1 ? u"no seat %1"_s.arg(first) : u"%1 seats missing, the first is %2"_s.arg(missing).arg(first);
    findings.add({FindingCode::IndexGap, u"/SeatList"_s, u"each seat from 0 to %1"_s.arg(last), actual});
}

void reportTwin(const SeatReport &first, const SeatReport &second, qsizetype place, FindingList &findings)
{
    if (!findings.hasRoom()) {
        findings.addUnlisted();
        return;
    }
    const QString pointer = place < 0 ? u"/SeatList"_s : u"/SeatList/%1/Member_Account"_s.arg(place);
    findings.add(
        {FindingCode::UserOnTwoSeats, pointer, u"each user on one seat"_s,
         u"\"%1\" on the seats %2 and %3"_s.arg(shortText(second.user->text()), QString::number(first.index.value()),
                                                QString::number(second.index.value()))});
}

bool isSameUser(const SeatReport &one, const SeatReport &other)
{
    const QString &left = one.user->text();
    const QString &right = other.user->text();
    // Ids of one application differ at their ends.
    return left.size() == right.size() && left.back() == right.back() && left == right;
}

void reportTwinsOfFew(std::span<const SeatReport> seats, bool isInOrder, FindingList &findings)
{
    for (size_t at = 1; at < seats.size(); ++at) {
        const SeatReport &seat = seats[at];
        if (!seat.user)
            continue;
        for (size_t before = 0; before < at; ++before) {
            if (seats[before].user && isSameUser(seats[before], seat)) {
                reportTwin(seats[before], seat, isInOrder ? static_cast<qsizetype>(at) : -1, findings);
                break;
            }
        }
    }
}

void reportTwinsOfMany(std::span<const SeatReport> seats, bool isInOrder, FindingList &findings)
{
    QHash<QStringView, size_t> seatOf; // counted from 1
    for (size_t at = 0; at < seats.size(); ++at) {
        if (!seats[at].user)
            continue;
        size_t &first = seatOf[seats[at].user->text()];
        if (first == 0)
            first = at + 1;
        else
            reportTwin(seats[first - 1], seats[at], isInOrder ? static_cast<qsizetype>(at) : -1, findings);
    }
}

} // namespace

void reportOddSeats(std::span<const SeatReport> seats, bool isInOrder, FindingList &findings)
{
    reportGap(seats, findings);
    if (seats.size() <= fewSeats)
        reportTwinsOfFew(seats, isInOrder, findings);
    else
        reportTwinsOfMany(seats, isInOrder, findings);
}

} // namespace seatscope
