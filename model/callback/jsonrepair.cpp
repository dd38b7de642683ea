// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/jsonrepair.h"

#include <QByteArrayView>

namespace seatscope {

namespace {

constexpr qsizetype escapeSize = 6; // \uXXXX

/// Shorter numbers without an exponent cannot exceed a double.
constexpr qsizetype longestSafeInteger = 300;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The code unit of the escape \uXXXX at \a at, or −1 when there is none.
int escapedUnit(QByteArrayView text, qsizetype at)
{
    if (at + escapeSize > text.size() || text[at] != '\\' || text[at + 1] != 'u')
        return -1;
    int unit = 0;
    for (qsizetype i = at + 2; i < at + escapeSize; ++i) {
        const int digit = hexValue(text[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

bool isHigh(int unit)
{
    return unit >= 0xd800 && unit <= 0xdbff;
}

bool isLow(int unit)
{
    return unit >= 0xdc00 && unit <= 0xdfff;
}

qsizetype pastDigits(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

/// The end of the number that starts at \a at (RFC 8259, section 6), without what does not belong to it.
qsizetype pastNumber(QByteArrayView text, qsizetype at)
{
    const qsizetype first = at + (text[at] == '-' ? 1 : 0);
    const bool leadingZero = first < text.size() && text[first] == '0';
    qsizetype end = leadingZero ? first + 1 : pastDigits(text, first);
    if (end < text.size() && text[end] == '.' && pastDigits(text, end + 1) > end + 1)
        end = pastDigits(text, end + 1);
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        const bool isSigned = end + 1 < text.size() && (text[end + 1] == '+' || text[end + 1] == '-');
        const qsizetype digits = end + (isSigned ? 2 : 1);
        if (pastDigits(text, digits) > digits)
            end = pastDigits(text, digits);
    }
    return end;
}

/// Writes a zero over the number in [\a begin, \a end): "0.000", with the sign where there is one.
void writeZero(QByteArray &text, qsizetype begin, qsizetype end)
{
    if (text.at(begin) == '-')
        ++begin;
    for (qsizetype i = begin; i < end; ++i)
        text[i] = '0';
    text[begin + 1] = '.';
}

/// Whether the number could be too big for a double; a number with an exponent is at least "1e309".
bool mayBeTooBig(QByteArrayView number)
{
    const bool hasExponent = number.contains('e') || number.contains('E');
    return number.size() > longestSafeInteger || (hasExponent && number.size() >= 5);
}

} // namespace

bool mayHoldSurrogates(const QByteArray &text)
{
    // Most bodies hold no escape at all, which is known soonest. Backslashes are many where a text holds JSON.
    if (!text.contains('\\'))
        return false;
    for (qsizetype i = text.indexOf('u', 1); i >= 0 && i + 1 < text.size(); i = text.indexOf('u', i + 1)) {
        if (text.at(i - 1) == '\\' && (text.at(i + 1) == 'd' || text.at(i + 1) == 'D'))
            return true;
    }
    return false;
}

JsonRepair repairSurrogates(const QByteArray &text)
{
    JsonRepair repair{text, std::nullopt};
    // Escapes occur in strings only: where a backslash stands outside, the reader stops before it gets here.
    for (qsizetype i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i)) {
        const int unit = escapedUnit(text, i);
        if (unit < 0) {
            i += 2; // an escape of one character, which may be the backslash itself
        } else if (isHigh(unit) && isLow(escapedUnit(text, i + escapeSize))) {
            i += 2 * escapeSize;
        } else {
            if (isHigh(unit) || isLow(unit)) {
                repair.text.replace(i, escapeSize, "\\ufffd");
                if (!repair.loneSurrogateOffset)
                    repair.loneSurrogateOffset = i;
            }
            i += escapeSize;
        }
    }
    return repair;
}

QByteArray repairBigNumbers(const QByteArray &text)
{
    QByteArray repaired = text;
    bool inString = false;
    for (qsizetype i = 0; i < text.size();) {
        const char c = text.at(i);
        if (inString) {
            inString = c != '"';
            i += c == '\\' ? 2 : 1;
        } else if (c == '-' || isDigit(c)) {
            const qsizetype end = pastNumber(text, i);
            if (mayBeTooBig(QByteArrayView(text).sliced(i, end - i)))
                writeZero(repaired, i, end);
            i = end;
        } else {
            inString = c == '"';
            ++i;
        }
    }
    return repaired;
}

} // namespace seatscope
