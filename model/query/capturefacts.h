// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"
#include "model/callback/requestquery.h"
#include "model/journal/capture.h"

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace seatscope {

/// Bytes of a request as text: UTF-8, or else each byte a character.
struct ByteText {
    QString text;
    bool isUtf8 = true;

    explicit ByteText(QByteArrayView bytes);
    /// Whether \a needle is in it, without regard to case: by Unicode's simple folding, or where the bytes are no UTF-8
    /// its UTF-8 bytes, by ASCII's.
    [[nodiscard]] bool contains(const QString &needle) const;
};

/// What a filter asks about one capture, worked out when it is asked for the first time.
class CaptureFacts {
public:
    /// \a capture must live as long.
    explicit CaptureFacts(const Capture &capture) : m_capture(capture) {}

    /// An entry of the seat list, or somebody named without a seat.
    struct Entry {
        std::optional<QString> user;
        std::optional<SeatReport> seat;
    };

    [[nodiscard]] const Capture &capture() const { return m_capture; }
    [[nodiscard]] const CaptureSummary &summary() const { return m_capture.summary; }
    /// From EventTime to arrival, ms; at the limits of its type where it is beyond them.
    [[nodiscard]] std::optional<qint64> delay() const;
    [[nodiscard]] const std::vector<Entry> &entries();
    [[nodiscard]] const ByteText &body();
    /// The values of the query whose name is \a name without regard to the case of ASCII, as for the documented ones.
    [[nodiscard]] std::vector<QByteArray> queryValues(const QString &name);
    /// The values of the head's fields with that name (RFC 9110, section 5.1: without regard to case).
    [[nodiscard]] std::vector<QByteArray> headerValues(const QString &name) const;

private:
    const Capture &m_capture;
    std::optional<std::vector<Entry>> m_entries;
    std::optional<ByteText> m_body;
    std::optional<std::vector<QueryPair>> m_query;
};

} // namespace seatscope
