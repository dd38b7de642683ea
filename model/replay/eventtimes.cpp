// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/eventtimes.h"

#include "model/callback/fieldreader.h"
#include "model/callback/jsonreader.h"

#include <QtNumeric>

#include <algorithm>
#include <optional>

namespace seatscope {

namespace {

/// Notes where the values of EventTime begin. RapidJSON reads strings where they stand, so that the distance to the
/// beginning of what is read is that in the body.
class EventTimeScan final : public JsonEvents {
public:
    struct Value {
        const char *begin = nullptr; ///< null: neither a number nor a string
        qsizetype size = 0;
        bool isQuoted = false;
    };

    void restart() override
    {
        m_values.clear();
        m_depth = 0;
        m_isTime = false;
    }
    void beginObject() override
    {
        take({});
        ++m_depth;
    }
    void endObject() override { --m_depth; }
    void beginArray() override
    {
        take({});
        ++m_depth;
    }
    void endArray() override { --m_depth; }
    void key(QByteArrayView utf8) override { m_isTime = m_depth == 1 && utf8 == "EventTime"; }
    void string(QByteArrayView utf8) override { take({utf8.data(), utf8.size(), true}); }
    void number(QByteArrayView text) override { take({text.data(), text.size(), false}); }
    void boolean(bool) override { take({}); }
    void null() override { take({}); }

    [[nodiscard]] const std::vector<Value> &values() const { return m_values; }

private:
    void take(Value value)
    {
        if (m_isTime)
            m_values.push_back(value);
        m_isTime = false;
    }

    std::vector<Value> m_values;
    int m_depth = 0;
    bool m_isTime = false; ///< the next value is that of EventTime
};

bool isTimeInMs(qint64 time)
{
    return time >= earliestEventTime && time <= latestEventTime;
}

/// The spot at \a offset when there are nothing but digits that make a time in ms.
std::optional<EventTimeSpot> spotAt(const QByteArray &body, qsizetype offset, qsizetype size)
{
    constexpr qsizetype mostDigits = 18; // of 64 bits
    if (size < 1 || size > mostDigits || offset < 0 || offset + size > body.size())
        return std::nullopt;
    const QByteArrayView digits = QByteArrayView(body).sliced(offset, size);
    const bool areDigits = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    const qint64 time = areDigits ? digits.toByteArray().toLongLong() : 0;
    if (!isTimeInMs(time))
        return std::nullopt;
    return EventTimeSpot{offset, size, time};
}

} // namespace

EventTimes findEventTimes(const QByteArray &body)
{
    EventTimeScan scan;
    const JsonReading reading = readJson(body, scan);
    EventTimes times;
    if (reading.error) {
        times.isJson = false;
        return times;
    }
    for (const EventTimeScan::Value &value : scan.values()) {
        std::optional<EventTimeSpot> spot;
        if (value.begin != nullptr) {
            const char *const text = value.isQuoted ? reading.unescaped.constData() : body.constData();
            spot = spotAt(body, value.begin - text, value.size);
        }
        if (spot)
            times.spots.push_back(*spot);
        else
            times.hasOthers = true;
    }
    return times;
}

QByteArray shiftEventTimes(const QByteArray &body, const EventTimes &times, qint64 shiftMs)
{
    const QByteArrayView bytes(body);
    QByteArray shifted;
    qsizetype at = 0;
    for (const EventTimeSpot &spot : times.spots) {
        qint64 time = 0;
        if (qAddOverflow(spot.timeMs, shiftMs, &time) || !isTimeInMs(time))
            continue;
        shifted.append(bytes.sliced(at, spot.offset - at)).append(QByteArray::number(time));
        at = spot.offset + spot.size;
    }
    return shifted.append(bytes.sliced(at));
}

} // namespace seatscope
