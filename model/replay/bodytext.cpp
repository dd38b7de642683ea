// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/bodytext.h"

#include "model/callback/jsonreader.h"

#include <QCoreApplication>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype bytesInLine = 16;
constexpr QByteArrayView hexDigits("0123456789abcdef");

struct BodyWords {
    Q_DECLARE_TR_FUNCTIONS(seatscope::BodyText)
};

/// Whether an editor keeps \a c as it is: not what it takes for the end of a line or for its own marks.
bool isKept(QChar c)
{
    const char16_t code = c.unicode();
    const bool isControl = (code < 0x20 && code != '\t' && code != '\n') || (code >= 0x7f && code < 0xa0);
    const bool isMark = code == 0x2028 || code == 0x2029 || (code >= 0xfdd0 && code <= 0xfdef) || code >= 0xfffc;
    return !isControl && !isMark;
}

class Unheard final : public JsonEvents {
public:
    void restart() override {}
    void beginObject() override {}
    void endObject() override {}
    void beginArray() override {}
    void endArray() override {}
    void key(QByteArrayView /*utf8*/) override {}
    void string(QByteArrayView /*utf8*/) override {}
    void number(QByteArrayView /*text*/) override {}
    void boolean(bool /*value*/) override {}
    void null() override {}
};

} // namespace

std::optional<BodyText> bodyAsText(const QByteArray &body)
{
    BodyText read{QString::fromUtf8(body), LineEnd::Lf};
    if (read.text.contains(u'\r')) {
        read.lineEnd = LineEnd::CrLf;
        read.text.replace("\r\n"_L1, "\n"_L1);
    }
    const bool isKeptWhole = std::ranges::all_of(read.text, isKept) && bodyFromText(read) == body;
    return isKeptWhole ? std::optional(std::move(read)) : std::nullopt;
}

QByteArray bodyFromText(const BodyText &text)
{
    const QByteArray utf8 = text.text.toUtf8();
    return text.lineEnd == LineEnd::Lf ? utf8 : QByteArray(utf8).replace("\n", "\r\n");
}

QString bodyAsHex(const QByteArray &body)
{
    QByteArrayList lines;
    for (qsizetype from = 0; from < body.size(); from += bytesInLine)
        lines += body.mid(from, bytesInLine).toHex(' ');
    return QString::fromLatin1(lines.join('\n'));
}

Result<QByteArray> bodyFromHex(const QString &hex)
{
    QByteArray bytes;
    int high = -1;
    qsizetype line = 1;
    qsizetype lineFrom = 0;
    const auto fault = [&](const QString &text, qsizetype at) {
        return failure(BodyWords::tr("line %1, column %2: %3").arg(line).arg(at - lineFrom + 1).arg(text));
    };
    for (qsizetype at = 0; at < hex.size(); ++at) {
        const QChar c = hex[at];
        const bool isBlank = c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
        const int digit = c.unicode() < 0x80 ? static_cast<int>(hexDigits.indexOf(c.toLower().toLatin1())) : -1;
        if (isBlank && high >= 0)
            return fault(BodyWords::tr("half a byte: two digits stand for one"), at);
        if (!isBlank && digit < 0)
            return fault(BodyWords::tr("“%1” is no hexadecimal digit").arg(c), at);
        if (c == u'\n') {
            ++line;
            lineFrom = at + 1;
        } else if (!isBlank && high < 0) {
            high = digit;
        } else if (!isBlank) {
            bytes += static_cast<char>(high * 16 + digit);
            high = -1;
        }
    }
    if (high >= 0)
        return fault(BodyWords::tr("half a byte: two digits stand for one"), hex.size());
    return bytes;
}

JsonCheck checkJsonOf(const QByteArray &body)
{
    Unheard unheard;
    const JsonReading reading = readJson(body, unheard);
    return {reading.error, reading.loneSurrogateOffset.has_value()};
}

} // namespace seatscope
