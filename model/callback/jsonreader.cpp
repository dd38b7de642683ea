// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/jsonreader.h"

#include "model/callback/jsonerror.h"
#include "model/callback/jsonrepair.h"

// Long strings are then searched for their end sixteen bytes at a time; no other file includes the reader.
#ifdef __SSE2__
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/reader.h>
#include <rapidjson/stream.h>

namespace seatscope {

namespace {

/// In situ: strings are unescaped where they stand, so that nothing is allocated for them.
constexpr unsigned readerFlags =
    rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag;

/// UTF8::Validate takes up to three bytes behind a lead byte before it judges, also where the text ends at once;
/// sixteen bytes are looked at together.
constexpr qsizetype bytesReadBeyondEnd = 16;

/// RapidJSON's handler concept on top of JsonEvents. Names and signatures are RapidJSON's.
class Adapter {
public:
    /// \a buffer is what is read, \a sent what came.
    Adapter(const QByteArray &sent, const char *buffer, JsonEvents &events)
        : m_sent(sent),
          m_buffer(buffer),
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
    bool RawNumber(const char *text, rapidjson::SizeType length, bool)
    {
        // From the bytes that were sent: the text that is read may have been repaired.
        m_events.number(QByteArrayView(m_sent).sliced(text - m_buffer, static_cast<qsizetype>(length)));
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
    const char *m_buffer;
    JsonEvents &m_events;
};

struct Outcome {
    rapidjson::ParseErrorCode code = rapidjson::kParseErrorNone;
    qint64 offset = 0;
};

/// Reads \a buffer, which is written over and ends in NULs; \a sent is what came, as long as the text before them.
template<unsigned flags>
Outcome parse(QByteArray &buffer, const QByteArray &sent, JsonEvents &events)
{
    rapidjson::InsituStringStream stream(buffer.data());
    Adapter adapter(sent, buffer.constData(), events);
    rapidjson::Reader reader;
    const rapidjson::ParseResult result = reader.Parse<readerFlags | flags>(stream, adapter);
    if (result.IsError())
        return {result.Code(), static_cast<qint64>(result.Offset())};
    // RapidJSON takes a NUL for the end of the text; what follows it would go unread.
    const auto end = static_cast<qint64>(stream.Tell());
    return {end == sent.size() ? rapidjson::kParseErrorNone : rapidjson::kParseErrorDocumentRootNotSingular, end};
}

/// Reads \a text as parse() does, in a copy that \a buffer holds afterwards.
Outcome parseCopy(const QByteArray &text, const QByteArray &sent, QByteArray &buffer, JsonEvents &events)
{
    buffer.clear();
    buffer.reserve(text.size() + bytesReadBeyondEnd);
    buffer.append(text).append(bytesReadBeyondEnd, '\0');
    // Qt validates sixteen bytes at a time, RapidJSON one by one. It still has to say where broken UTF-8 is.
    return QByteArrayView(sent).isValidUtf8() ? parse<rapidjson::kParseNoFlags>(buffer, sent, events)
                                              : parse<rapidjson::kParseValidateEncodingFlag>(buffer, sent, events);
}

} // namespace

JsonReading readJson(const QByteArray &text, JsonEvents &events)
{
    JsonReading reading;
    JsonRepair repair{text, std::nullopt};
    if (mayHoldSurrogates(text))
        repair = repairSurrogates(text);
    Outcome outcome = parseCopy(repair.text, text, reading.unescaped, events);
    if (outcome.code == rapidjson::kParseErrorNumberTooBig) {
        events.restart();
        repair.text = repairBigNumbers(repair.text);
        outcome = parseCopy(repair.text, text, reading.unescaped, events);
    }
    reading.loneSurrogateOffset = repair.loneSurrogateOffset;
    if (outcome.code != rapidjson::kParseErrorNone)
        reading.error = describeJsonError(text, outcome.offset, outcome.code);
    return reading;
}

} // namespace seatscope
