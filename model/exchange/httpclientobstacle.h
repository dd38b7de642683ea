// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/httphead.h"
#include "model/journal/capture.h"

#include <QString>

#include <optional>

namespace seatscope {

/// Whether a field is left to the editor that sends a request: it tells the target and the length of the body.
[[nodiscard]] bool isLeftToEditor(QByteArrayView fieldName);

/// Why an editor would not send \a capture, whose head is \a head, as it was: half a sentence. Nothing when it would,
/// but for the fields that are left to it. It goes by what the HTTP Client of JetBrains and the REST Client of VS Code
/// do: see https://www.jetbrains.com/help/idea/exploring-http-syntax.html and
/// https://github.com/Huachao/vscode-restclient. Pure; any thread.
[[nodiscard]] std::optional<QString> editorObstacle(const Capture &capture, const HttpHead &head);

} // namespace seatscope
