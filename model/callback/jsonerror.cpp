// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/jsonerror.h"

#include <QByteArrayView>

#include <algorithm>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

QString wordsFor(rapidjson::ParseErrorCode code)
{
    switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
        return u"there is no JSON value"_s;
    case rapidjson::kParseErrorDocumentRootNotSingular:
        return u"something follows after the end of the JSON value"_s;
    case rapidjson::kParseErrorValueInvalid:
        return u"this is no JSON value"_s;
    case rapidjson::kParseErrorObjectMissName:
        return u"missing a key in double quotes"_s;
    case rapidjson::kParseErrorObjectMissColon:
        return u"missing a colon after the key"_s;
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
        return u"missing a comma or }"_s;
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
        return u"missing a comma or ]"_s;
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
        return u"\\u is not followed by four hexadecimal digits"_s;
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
        return u"half of a surrogate pair"_s;
    case rapidjson::kParseErrorStringEscapeInvalid:
        return u"an unknown escape or a bare control character in a string"_s;
    case rapidjson::kParseErrorStringMissQuotationMark:
        return u"the string is not closed"_s;
    case rapidjson::kParseErrorStringInvalidEncoding:
        return u"the string is not UTF-8"_s;
    case rapidjson::kParseErrorNumberMissFraction:
        return u"missing digits after the decimal point"_s;
    case rapidjson::kParseErrorNumberMissExponent:
        return u"missing digits in the exponent"_s;
    default:
        return u"this is no JSON"_s;
    }
}

/// What people paste most: better words for it than "missing a comma".
QString reasonAt(QByteArrayView text, qint64 offset, rapidjson::ParseErrorCode code)
{
    const QByteArrayView rest = text.sliced(offset);
    if (rest.startsWith('\0'))
        return u"a NUL byte"_s;
    const bool inString =
        code == rapidjson::kParseErrorStringEscapeInvalid || code == rapidjson::kParseErrorStringInvalidEncoding;
    if (!inString && (rest.startsWith("//") || rest.startsWith("/*")))
        return u"comments are no JSON"_s;
    if (offset == 0 && rest.startsWith("\xef\xbb\xbf"))
        return u"a byte order mark stands before the JSON"_s;
    if (rest.isEmpty() && code != rapidjson::kParseErrorDocumentEmpty)
        return QString(u"the text ends too early: "_s + wordsFor(code));
    return wordsFor(code);
}

} // namespace

JsonError describeJsonError(const QByteArray &text, qint64 offset, rapidjson::ParseErrorCode code)
{
    const QByteArrayView before = QByteArrayView(text).first(offset);
    JsonError error;
    error.offset = offset;
    error.line = 1 + std::count(before.begin(), before.end(), '\n');
    error.column = offset - before.lastIndexOf('\n');
    error.reason = reasonAt(text, offset, code);
    return error;
}

QString JsonError::message() const
{
    return u"line %1, column %2 (byte %3): %4"_s.arg(QString::number(line), QString::number(column),
                                                     QString::number(offset), reason);
}

} // namespace seatscope
