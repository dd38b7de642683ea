// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/optionreader.h"
#include "model/query/filter.h"
#include "model/replay/replayer.h"

namespace seatscope {

struct ReplayCommandOptions {
    QString journal; ///< empty: input is read
    QString input;   ///< a file with captures, empty: journal is read
    Filter filter;
    ReplayPace pace;
    ReplayOptions replay; ///< its token and roots are read from the files below
    QString signFile;     ///< with the token to sign with anew, may be empty
    QString tlsRoots;     ///< file of certificates to trust besides the system's, may be empty
    bool dryRun = false;
    bool json = false;
};

[[nodiscard]] Parsed<ReplayCommandOptions> parseReplay(const QStringList &arguments);

} // namespace seatscope
