// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/redactioncode.h"

namespace seatscope {

/// What a part of a request is, by its place.
enum class PartRole : quint8 {
    Text,    ///< may hold what is to be replaced
    User,    ///< names a user
    Address, ///< the address of a client
    Secret,  ///< a token, a signature, a secret part of a path
    Room,    ///< the id of a room
    Number,  ///< a number in JSON that names nobody
    Key,     ///< the name of a member in JSON
    Keep,    ///< part of the protocol
};

/// Sees each part and gives what is to stand in its place, of the same size.
using PartVisit = std::function<QByteArray(QByteArrayView raw, TextCode code, PartRole role)>;

/// What the value of a name says, in a query or as a key of JSON. \a name in any case.
[[nodiscard]] PartRole roleOfName(QByteArrayView name);

/// \a target with its parts as \a visit gives them: segments of the path, values of the query.
[[nodiscard]] QByteArray visitTarget(QByteArrayView target, const PartVisit &visit);
/// The same for the head of a request: target and fields. Any bytes; lines that are no fields are text.
[[nodiscard]] QByteArray visitHead(QByteArrayView head, const PartVisit &visit);
/// The same for an address, with or without a port: "127.0.0.1:5", "[::1]:5", "::1".
[[nodiscard]] QByteArray visitAddress(QByteArrayView address, const PartVisit &visit);
/// The same for JSON: keys, strings (without their quotes) and numbers; and for what is nearly JSON, for example cut
/// off or with comments. What is between is text. Linear; any bytes.
[[nodiscard]] QByteArray visitJson(QByteArrayView json, const PartVisit &visit);

} // namespace seatscope
