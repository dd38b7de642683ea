// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/jsonreader.h"

#include "model/callback/jsonerror.h"
#include "model/callback/jsonrepair.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace seatscope {

namespace {

constexpr unsigned readerFlags =
    rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

/// RapidJSON's handler concept on top of JsonEvents. Names and signatures are RapidJSON's.
class Adapter {
public:
    Adapter(const QByteArray &sent, const rapidjson::MemoryStream &stream, JsonEvents &events)
        : m_sent(sent),
          m_stream(stream),
          m_events(events)
    {
    }

    bool Null() { return m_events.null(), true; }
    bool Bool(bool value) { return m_events.boolean(value), true; }
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }
    bool RawNumber(const char *, rapidjson::SizeType length, bool)
    {
        // From the bytes that were sent: the text that is read may have been repaired.
        const auto end = static_cast<qsizetype>(m_stream.Tell());
        const auto size = static_cast<qsizetype>(length);
        m_events.number(QByteArrayView(m_sent).sliced(end - size, size));
        return true;
    }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        m_events.string(QByteArrayView(text, static_cast<qsizetype>(length)));
        return true;
    }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        m_events.key(QByteArrayView(text, static_cast<qsizetype>(length)));
        return true;
    }
    bool StartObject() { return m_events.beginObject(), true; }
    bool EndObject(rapidjson::SizeType) { return m_events.endObject(), true; }
    bool StartArray() { return m_events.beginArray(), true; }
    bool EndArray(rapidjson::SizeType) { return m_events.endArray(), true; }

private:
    const QByteArray &m_sent;
    const rapidjson::MemoryStream &m_stream;
    JsonEvents &m_events;
};

struct Outcome {
    rapidjson::ParseErrorCode code = rapidjson::kParseErrorNone;
    qint64 offset = 0;
};

/// \a text is what is read; \a sent has the same size and is what came.
Outcome parse(const QByteArray &text, const QByteArray &sent, JsonEvents &events)
{
    rapidjson::MemoryStream stream(text.constData(), static_cast<size_t>(text.size()));
    Adapter adapter(sent, stream, events);
    rapidjson::Reader reader;
    const rapidjson::ParseResult result = reader.Parse<readerFlags>(stream, adapter);
    if (result.IsError())
        return {result.Code(), static_cast<qint64>(result.Offset())};
    // RapidJSON takes a NUL for the end of the text; what follows it would go unread.
    const auto end = static_cast<qint64>(stream.Tell());
    return {end == text.size() ? rapidjson::kParseErrorNone : rapidjson::kParseErrorDocumentRootNotSingular, end};
}

} // namespace

JsonReading readJson(const QByteArray &text, JsonEvents &events)
{
    JsonRepair repair{text, std::nullopt};
    if (mayHoldSurrogates(text))
        repair = repairSurrogates(text);
    Outcome outcome = parse(repair.text, text, events);
    if (outcome.code == rapidjson::kParseErrorNumberTooBig) {
        events.restart();
        repair.text = repairBigNumbers(repair.text);
        outcome = parse(repair.text, text, events);
    }
    JsonReading reading{std::nullopt, repair.loneSurrogateOffset};
    if (outcome.code != rapidjson::kParseErrorNone)
        reading.error = describeJsonError(text, outcome.offset, outcome.code);
    return reading;
}

} // namespace seatscope
