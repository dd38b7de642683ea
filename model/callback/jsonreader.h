// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace seatscope {

/// What is told about a JSON text while it is read, in the order of the text. Views are valid as long as the text and
/// the JsonReading that readJson() returns; after restart(), those of before are not.
class JsonEvents {
public:
    virtual ~JsonEvents() = default;

    /// The text is read again from its start: forget everything. Happens at most once.
    virtual void restart() = 0;
    virtual void beginObject() = 0;
    virtual void endObject() = 0;
    virtual void beginArray() = 0;
    virtual void endArray() = 0;
    virtual void key(QByteArrayView utf8) = 0;
    virtual void string(QByteArrayView utf8) = 0;
    /// \a text is the number as it was sent, whatever its size.
    virtual void number(QByteArrayView text) = 0;
    virtual void boolean(bool value) = 0;
    virtual void null() = 0;

protected:
    JsonEvents() = default;
    JsonEvents(const JsonEvents &) = default;
    JsonEvents(JsonEvents &&) = default;
    JsonEvents &operator=(const JsonEvents &) = default;
    JsonEvents &operator=(JsonEvents &&) = default;
};

/// How a text was read.
struct JsonReading {
    std::optional<JsonError> error;            ///< set when the text is no JSON
    std::optional<qint64> loneSurrogateOffset; ///< bytes from the start to the first lone surrogate escape
    QByteArray unescaped;                      ///< what the views of keys and strings point into
};

/// Reads \a text (UTF-8, RFC 8259) and tells \a events about it, in linear time and without recursion, so that no
/// nesting can exhaust the stack. Lone surrogate escapes are read as U+FFFD. Pure apart from \a events; any thread.
[[nodiscard]] JsonReading readJson(const QByteArray &text, JsonEvents &events);

} // namespace seatscope
