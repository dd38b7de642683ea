// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/seatwords.h"

#include "model/tables/seatmodel.h"
#include "ui/text/timetext.h"

namespace seatscope {

QString SeatWords::occupant(const QModelIndex &index)
{
    const QVariant user = index.data(SeatModel::UserRole);
    return user.isValid() ? user.toString() : tr("Nobody sits here");
}

QString SeatWords::lock(const QModelIndex &index)
{
    return index.data(SeatModel::LockedRole).toBool() ? tr("Locked: nobody may take this seat")
                                                      : tr("Open: the seat may be taken");
}

QString SeatWords::camera(const QModelIndex &index)
{
    return index.data(SeatModel::VideoDisabledRole).toBool() ? tr("The seat may not send video")
                                                             : tr("The seat may send video");
}

QString SeatWords::microphone(const QModelIndex &index)
{
    return index.data(SeatModel::AudioDisabledRole).toBool() ? tr("The seat may not send audio")
                                                             : tr("The seat may send audio");
}

QString SeatWords::since(const QModelIndex &index)
{
    return tr("As it is now since callback #%1").arg(index.data(SeatModel::SinceSequenceRole).toLongLong());
}

QString SeatWords::sinceTime(const QModelIndex &index)
{
    return TimeText::local(ArrivalTime(index.data(SeatModel::SinceArrivalRole).toLongLong()));
}

QString SeatWords::notMentioned(const QModelIndex &index)
{
    if (!index.data(SeatModel::StaleRole).toBool())
        return {};
    return tr("Not mentioned since #%1").arg(index.data(SeatModel::MentionedSequenceRole).toLongLong());
}

} // namespace seatscope
