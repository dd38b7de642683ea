// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/csvtext.h"

#include <QDateTime>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

QByteArray isoUtc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz"_s).toLatin1();
}

} // namespace

QByteArray &CsvRecord::field()
{
    if (!m_isEmpty)
        m_line += ',';
    m_isEmpty = false;
    return m_line;
}

CsvRecord &CsvRecord::text(const QString &text)
{
    QByteArray content = text.toUtf8();
    content.replace('\0', "\xEF\xBF\xBD");
    if (!content.isEmpty() && QByteArrayView("=+-@\t\r\n").contains(content.front()))
        content.prepend('\'');
    const bool isPlain =
        !content.contains('"') && !content.contains(',') && !content.contains('\n') && !content.contains('\r');
    if (isPlain)
        field() += content;
    else
        field() += '"' + content.replace("\"", "\"\"") + '"';
    return *this;
}

CsvRecord &CsvRecord::bytes(QByteArrayView bytes)
{
    return text(QString::fromUtf8(bytes));
}

CsvRecord &CsvRecord::word(QLatin1StringView word)
{
    field().append(word.data(), word.size());
    return *this;
}

CsvRecord &CsvRecord::number(qint64 value)
{
    field() += QByteArray::number(value);
    return *this;
}

CsvRecord &CsvRecord::flag(bool value)
{
    field() += value ? "true" : "false";
    return *this;
}

CsvRecord &CsvRecord::none()
{
    field();
    return *this;
}

CsvRecord &CsvRecord::arrival(ArrivalTime time)
{
    constexpr qint64 usOfMs = 1000;
    // Rounded down also before 1970, so that the µs are none below zero.
    const qint64 us = ((time.value() % usOfMs) + usOfMs) % usOfMs;
    field() += isoUtc((time.value() - us) / usOfMs) + QByteArray::number(us).rightJustified(3, '0') + 'Z';
    return *this;
}

CsvRecord &CsvRecord::time(EventTime time)
{
    field() += isoUtc(time.value()) + 'Z';
    return *this;
}

} // namespace seatscope
