// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capture.h"

#include <QByteArray>
#include <QString>

namespace seatscope {

// All of these are pure; any thread.

/// \a capture as the request that it was, byte for byte. A body that came in chunks is in one chunk here, so that head
/// and body go together; of what was refused there is as much as was kept.
[[nodiscard]] QByteArray httpFileContent(const Capture &capture);

/// The name for such a file: the sequence and what \a summary is about, "000123-seat-info-changed.http". It has no
/// character that the sender could choose: commands that are not in the catalogue have the verdict's name.
[[nodiscard]] QString httpFileName(const CaptureSummary &summary);

/// \a summary's command as the catalogue has it, of a family its name alone; else the verdict's name. It has letters,
/// digits, dots and hyphens alone.
[[nodiscard]] QString knownCommand(const CaptureSummary &summary);

} // namespace seatscope
