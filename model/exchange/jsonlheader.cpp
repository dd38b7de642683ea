// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/jsonlheader.h"

#include "model/callback/jsonreader.h"
#include "model/exchange/wholenumber.h"

namespace seatscope {

namespace {

/// Takes format and version out of a line.
class HeaderEvents final : public JsonEvents {
public:
    void restart() override { *this = HeaderEvents(); }
    void beginObject() override { ++m_depth; }
    void endObject() override { --m_depth; }
    void beginArray() override { ++m_depth; }
    void endArray() override { --m_depth; }
    void key(QByteArrayView utf8) override { m_key = m_depth == 1 ? utf8.toByteArray() : QByteArray(); }
    void string(QByteArrayView utf8) override
    {
        if (m_depth == 1 && m_key == "format")
            m_format = QString::fromUtf8(utf8);
    }
    void number(QByteArrayView text) override
    {
        if (m_depth == 1 && m_key == "version")
            m_version = wholeNumber(text);
    }
    void boolean(bool) override {}
    void null() override {}

    [[nodiscard]] std::optional<JsonlHeader> result() const
    {
        return m_format && m_version ? std::optional(JsonlHeader{*m_format, *m_version}) : std::nullopt;
    }

private:
    qint64 m_depth = 0;
    QByteArray m_key;
    std::optional<QString> m_format;
    std::optional<qint64> m_version;
};

} // namespace

std::optional<JsonlHeader> readJsonlHeader(const QByteArray &line)
{
    HeaderEvents events;
    const JsonReading reading = readJson(line, events);
    return reading.error ? std::nullopt : events.result();
}

} // namespace seatscope
