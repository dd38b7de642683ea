// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/symbolicicon.h"

#include "ui/theme/symboliciconengine.h"

#include <QDir>

// The macro declares a function, which must not be in a namespace.
static void registerResources()
{
    Q_INIT_RESOURCE(seatscope);
}

namespace seatscope {

using namespace Qt::StringLiterals;

QIcon symbolicIcon(const QString &name, Tint tint)
{
    registerResources();
    return QIcon(new SymbolicIconEngine(name, tint));
}

QIcon applicationIcon()
{
    registerResources();
    return QIcon(u":/seatscope/seatscope.svg"_s);
}

} // namespace seatscope
