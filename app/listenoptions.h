// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/optionreader.h"
#include "app/tokensource.h"
#include "model/session/sessionconfig.h"

#include <set>

namespace seatscope {

/// What serve and the window have in common.
struct ListenOptions {
    SessionConfig session;
    TokenSource token;
    QString secretPathFile;  ///< empty: the path of \a session counts
    std::set<QString> given; ///< names of the options on the command line
};

/// Declares the options that serve and the window have in common.
void addListenOptions(OptionReader &reader);
/// Reads them; problems are noted in \a reader.
[[nodiscard]] ListenOptions readListenOptions(OptionReader &reader);

/// Puts the secret path of \a file, which is made when it does not exist, into \a rules; an empty name changes nothing.
[[nodiscard]] Result<void> openSecretPath(const QString &file, AdmissionRules &rules);

/// A positive application number; notes the problem and gives nothing otherwise.
[[nodiscard]] std::optional<SdkAppId> readAppId(OptionReader &reader, const QString &text);
/// "ADDR:PORT", with an IPv6 address in brackets; localhost is understood.
[[nodiscard]] std::optional<std::pair<QHostAddress, quint16>> parseListenAddress(const QString &text);

} // namespace seatscope
