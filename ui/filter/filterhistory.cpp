// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/filterhistory.h"

#include <QSettings>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

QString settingsKey()
{
    return u"filter/recent"_s;
}

} // namespace

QStringList FilterHistory::filters()
{
    return QSettings().value(settingsKey()).toStringList().mid(0, mostKept);
}

void FilterHistory::remember(const QString &filter)
{
    const QString wanted = filter.trimmed();
    if (wanted.isEmpty())
        return;
    QStringList kept = filters();
    kept.removeAll(wanted);
    kept.prepend(wanted);
    QSettings().setValue(settingsKey(), kept.mid(0, mostKept));
}

void FilterHistory::clear()
{
    QSettings().remove(settingsKey());
}

} // namespace seatscope
