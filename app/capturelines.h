// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/jsontext.h"
#include "model/journal/capture.h"
#include "model/session/captureinspection.h"

#include <QByteArray>

namespace seatscope {

/// Writes the members that `captures --json` has, into an object that is open.
void writeCaptureMembers(JsonWriter &json, const CaptureSummary &capture);
/// The line of `captures --json` and `serve --json`, with its line end.
[[nodiscard]] QByteArray captureJsonLine(const CaptureSummary &capture);
/// The object of `show --json`, with its line end: the members of captureJsonLine() and everything else about it.
[[nodiscard]] QByteArray inspectionJson(const CaptureInspection &inspection);
/// The line of `serve`: "#12 accepted Mic.CallbackAfterSeatInfoChanged rid-123 late 200".
[[nodiscard]] QByteArray captureLine(const CaptureSummary &capture);
/// The line of `captures`, in columns, and the line above the first.
[[nodiscard]] QByteArray captureRow(const CaptureSummary &capture);
[[nodiscard]] QByteArray captureRowTitle();
/// UTC with µs: "2026-01-31 10:02:12.001204".
[[nodiscard]] QString utcText(ArrivalTime time);

} // namespace seatscope
