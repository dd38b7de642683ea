// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/fieldreader.h"

#include "model/callback/shorttext.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;
using Kind = RawValue::Kind;

bool isInteger(QByteArrayView text)
{
    if (text.startsWith('-'))
        text = text.sliced(1);
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The value of an integer's text; absent beyond 64 bit.
std::optional<qint64> integerValue(QByteArrayView text)
{
    qint64 value = 0;
    const std::from_chars_result read = std::from_chars(text.begin(), text.end(), value);
    return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

bool isWord(QByteArrayView text, QByteArrayView word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

} // namespace

void FieldReader::report(FindingCode code, const FieldPlace &place, QAnyStringView expected, const RawValue &actual)
{
    if (m_findings.hasRoom())
        m_findings.add({code, place.pointer(), expected.toString(), actual.summary()});
    else
        m_findings.addUnlisted();
}

void FieldReader::reportKey(FindingCode code, const FieldPlace &parent, QLatin1StringView expected, QByteArrayView key)
{
    if (m_findings.hasRoom())
        m_findings.add({code, QString(parent.pointer() % u'/' % pointerStep(key)), expected, shortText(key)});
    else
        m_findings.addUnlisted();
}

std::optional<QString> FieldReader::identifier(const RawValue &value, const FieldPlace &place, Presence presence)
{
    constexpr auto expected = "string"_L1;
    if (value.text.size() > longestIdentifier) {
        report(FindingCode::OutOfRange, place, "at most 1024 bytes"_L1, value);
        return std::nullopt;
    }
    switch (value.kind) {
    case Kind::Absent:
        if (presence == Presence::Required)
            report(FindingCode::MissingField, place, expected, value);
        return std::nullopt;
    case Kind::Null:
        report(FindingCode::NullValue, place, expected, value);
        return std::nullopt;
    case Kind::Number:
        report(FindingCode::NumberForText, place, expected, value);
        return QString::fromUtf8(value.text);
    case Kind::Text:
        if (!value.text.isEmpty())
            return QString::fromUtf8(value.text);
        if (presence == Presence::Required)
            report(FindingCode::WrongType, place, "string that is not empty"_L1, value);
        return std::nullopt;
    default:
        report(FindingCode::WrongType, place, expected, value);
        return std::nullopt;
    }
}

bool FieldReader::flag(const RawValue &value, const FieldPlace &place)
{
    constexpr auto expected = "true or false"_L1;
    FindingCode code = FindingCode::WrongType;
    bool result = false;
    switch (value.kind) {
    case Kind::True:
    case Kind::False:
        return value.kind == Kind::True;
    case Kind::Absent:
        code = FindingCode::MissingField;
        break;
    case Kind::Null:
        code = FindingCode::NullValue;
        break;
    case Kind::Number:
        result = value.text == "1";
        if (result || value.text == "0")
            code = FindingCode::NumberForBoolean;
        break;
    case Kind::Text:
        result = isWord(value.text, "true") || value.text == "1";
        if (result || isWord(value.text, "false") || value.text == "0")
            code = FindingCode::TextForBoolean;
        break;
    default:
        break;
    }
    report(code, place, expected, value);
    return result;
}

std::optional<QByteArrayView> FieldReader::integerText(const RawValue &value, const FieldPlace &place,
                                                       QAnyStringView expected, bool quoted)
{
    const bool isText = value.kind == Kind::Text;
    if (value.kind == Kind::Null) {
        report(FindingCode::NullValue, place, expected, value);
    } else if ((value.kind != Kind::Number && !isText) || !isInteger(value.text)) {
        report(FindingCode::WrongType, place, expected, value);
    } else {
        if (isText && !quoted)
            report(FindingCode::TextForNumber, place, expected, value);
        return value.text;
    }
    return std::nullopt;
}

std::optional<SeatIndex> FieldReader::seatIndex(const RawValue &value, const FieldPlace &place)
{
    constexpr auto expected = "seat number, 0 or more"_L1;
    if (!value.isPresent()) {
        report(FindingCode::MissingField, place, expected, value);
        return std::nullopt;
    }
    const std::optional<QByteArrayView> text = integerText(value, place, expected, false);
    if (!text)
        return std::nullopt;
    const std::optional<qint64> number = integerValue(*text);
    if (number && *number >= 0 && *number <= largestSeatIndex)
        return SeatIndex(static_cast<qint32>(*number));
    report(number == -1 ? FindingCode::NoSeatNumber : FindingCode::OutOfRange, place, expected, value);
    return std::nullopt;
}

std::optional<qint64> FieldReader::integer(const RawValue &value, const FieldPlace &place, const QString &expected,
                                           qint64 most)
{
    const std::optional<QByteArrayView> text = integerText(value, place, expected, false);
    if (!text)
        return std::nullopt;
    const std::optional<qint64> number = integerValue(*text);
    if (number && *number >= 0 && *number <= most)
        return number;
    report(FindingCode::OutOfRange, place, expected, value);
    return std::nullopt;
}

std::optional<EventTime> FieldReader::eventTime(const RawValue &value, const FieldPlace &place, Presence presence,
                                                bool quoted)
{
    constexpr auto expected = "milliseconds since 1970"_L1;
    if (!value.isPresent()) {
        if (presence == Presence::Required)
            report(FindingCode::MissingField, place, expected, value);
        return std::nullopt;
    }
    const std::optional<QByteArrayView> text = integerText(value, place, expected, quoted);
    if (!text)
        return std::nullopt;
    const std::optional<qint64> number = integerValue(*text);
    if (number && *number > 0 && *number <= latestEventTime) {
        if (isMeantInSeconds(EventTime(*number)))
            report(FindingCode::TimeInSeconds, place, expected, value);
        return EventTime(*number);
    }
    report(FindingCode::OutOfRange, place, expected, value);
    return std::nullopt;
}

} // namespace seatscope
