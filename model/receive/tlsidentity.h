// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QDateTime>
#include <QSslConfiguration>

namespace seatscope {

/// The TLS configuration of a server that shows the certificate of one PEM file, with the intermediate certificates
/// behind it, and has its key in the other: TLS 1.2 or newer, Qt's ciphers. The key file must be private to its owner
/// and not encrypted. Qt checks none of it before the first handshake, so all is checked here: readable, PEM, of a kind
/// that can be used, strong enough for OpenSSL (RSA from 2048 bits on, or the curve P-256, P-384 or P-521; signed with
/// SHA-256 or better), and that the key belongs to the certificate. Both are regular files of at most 1 MiB. Any
/// thread.
[[nodiscard]] Result<QSslConfiguration> loadTlsIdentity(const QString &certificateFile, const QString &keyFile);

/// The certificates of a PEM file, at least one.
[[nodiscard]] Result<QList<QSslCertificate>> readCertificates(const QString &file);

/// What is wrong with the dates of \a configuration's certificate at \a now, in words; empty when nothing is.
[[nodiscard]] QString validityWarning(const QSslConfiguration &configuration, const QDateTime &now);

} // namespace seatscope
