// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/visibletext.h"

#include <QStringDecoder>
#include <QStringList>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype toolTipLimit = 2000;

bool hidesOrReorders(char16_t unit)
{
    return (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0x200E ||
           unit == 0x200F || unit == 0x061C || unit == 0x200B || unit == 0x2028 || unit == 0x2029 || unit == 0x2060 ||
           unit == 0xFEFF || (unit >= 0x80 && unit <= 0x9F) || unit == 0xAD;
}

QString unitEscape(char16_t unit)
{
    return u"\\u"_s + QString::number(unit, 16).rightJustified(4, u'0').toUpper();
}

bool isPlain(const QString &text)
{
    for (const QChar unit : text) {
        if (unit.unicode() < 0x20 || unit.unicode() == 0x7F || unit.isSurrogate() || hidesOrReorders(unit.unicode()))
            return false;
    }
    return true;
}

void appendUnit(QString &shown, const QString &text, qsizetype &at)
{
    const QChar unit = text[at];
    if (unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
        shown += unit;
        shown += text[++at];
    } else if (unit == u'\n') {
        shown += u"\\n"_s;
    } else if (unit == u'\r') {
        shown += u"\\r"_s;
    } else if (unit == u'\t') {
        shown += u"\\t"_s;
    } else if (unit.unicode() < 0x20 || unit.isSurrogate() || unit.unicode() == 0x7F ||
               hidesOrReorders(unit.unicode())) {
        shown += unitEscape(unit.unicode());
    } else {
        shown += unit;
    }
}

QString byteEscape(char byte)
{
    return u"\\x"_s + QString::number(static_cast<uchar>(byte), 16).rightJustified(2, u'0').toUpper();
}

/// Length of the well-formed UTF-8 sequence that starts at \a at, 0 when there is none.
qsizetype sequenceLength(const QByteArray &bytes, qsizetype at)
{
    const auto lead = static_cast<uchar>(bytes[at]);
    const qsizetype length = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
    if (length == 0 || at + length > bytes.size())
        return 0;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.decode(QByteArrayView(bytes).sliced(at, length));
    return decoder.hasError() || decoded.contains(QChar::ReplacementCharacter) ? 0 : length;
}

} // namespace

QString visibleText(const QString &text)
{
    if (isPlain(text))
        return text;
    QString shown;
    shown.reserve(text.size() + 16);
    for (qsizetype at = 0; at < text.size(); ++at)
        appendUnit(shown, text, at);
    return shown;
}

QString visibleId(const QString &id)
{
    const auto isInk = [](QChar unit) { return !unit.isSpace(); };
    const auto first = std::find_if(id.begin(), id.end(), isInk) - id.begin();
    const auto last = id.rend() - std::find_if(id.rbegin(), id.rend(), isInk); // one behind
    if (first == 0 && last == id.size())
        return visibleText(id);
    const auto signs = [](QStringView blanks) {
        QString shown;
        for (const QChar blank : blanks)
            shown += blank == u' ' ? QString(u'␣') : blank < u' ' ? visibleText(blank) : unitEscape(blank.unicode());
        return shown;
    };
    if (first == id.size())
        return signs(id);
    return signs(QStringView(id).first(first)) + visibleText(id.sliced(first, last - first)) +
           signs(QStringView(id).sliced(last));
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    const bool cut = text.size() > toolTipLimit;
    QStringList lines = (cut ? text.first(toolTipLimit) + u"…"_s : text).split(u'\n');
    for (QString &line : lines)
        line = visibleText(line).toHtmlEscaped();
    return u"<qt>"_s + lines.join(u"<br>"_s) + u"</qt>"_s;
}

QString visibleBytes(const QByteArray &bytes)
{
    QString shown;
    shown.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const char byte = bytes[at];
        const bool beforeLineFeed = at + 1 < bytes.size() && bytes[at + 1] == '\n';
        if (byte == '\n' || byte == '\t') {
            shown += QLatin1Char(byte);
            ++at;
        } else if (byte == '\r') {
            if (!beforeLineFeed)
                shown += u"\\r"_s;
            ++at;
        } else if (const qsizetype length = sequenceLength(bytes, at);
                   length == 0 || static_cast<uchar>(byte) < 0x20 || byte == 0x7F) {
            shown += byteEscape(byte);
            ++at;
        } else {
            shown += visibleText(QString::fromUtf8(bytes.sliced(at, length)));
            at += length;
        }
    }
    return shown;
}

QString hexDump(const QByteArray &bytes, qint64 firstOffset)
{
    constexpr qsizetype perLine = 16;
    QString dump;
    dump.reserve(bytes.size() / perLine * 78 + 78);
    for (qsizetype start = 0; start < bytes.size(); start += perLine) {
        const QByteArray line = bytes.sliced(start, qMin(perLine, bytes.size() - start));
        if (start > 0)
            dump += u'\n';
        dump += QString::number(firstOffset + start, 16).rightJustified(8, u'0') + u"  "_s;
        QString text;
        for (qsizetype column = 0; column < perLine; ++column) {
            if (column < line.size()) {
                const auto byte = static_cast<uchar>(line[column]);
                dump += QString::number(byte, 16).rightJustified(2, u'0') + u' ';
                text += byte >= 0x20 && byte < 0x7F ? QChar(char16_t{byte}) : QChar(u'·');
            } else {
                dump += u"   "_s;
            }
            if (column == perLine / 2 - 1)
                dump += u' ';
        }
        dump += u' ' + text;
    }
    return dump;
}

} // namespace seatscope
