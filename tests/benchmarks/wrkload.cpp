// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/wrkload.h"

#include "model/callback/admission.h"

#include <QDateTime>
#include <QProcess>
#include <QRegularExpression>

namespace seatscope::bench {

using namespace Qt::StringLiterals;

std::optional<WrkFigures> parseWrkOutput(const QByteArray &output)
{
    static const QRegularExpression line(
        u"^bench requests=(\\d+) duration_us=(\\d+) p99_us=(\\d+) bad_status=(\\d+) socket_errors=(\\d+)$"_s,
        QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = line.match(QString::fromUtf8(output));
    const double seconds = match.captured(2).toDouble() / 1e6;
    if (!match.hasMatch() || seconds <= 0)
        return std::nullopt;
    WrkFigures figures;
    figures.requests = match.captured(1).toLongLong();
    figures.perSecond = double(figures.requests) / seconds;
    figures.p99Ms = match.captured(3).toDouble() / 1000;
    figures.badStatus = match.captured(4).toLongLong();
    figures.socketErrors = match.captured(5).toLongLong();
    return figures;
}

std::optional<WrkFigures> runWrk(const QString &url, int seconds, const QByteArray &token)
{
    const qint64 requestTimeS = QDateTime::currentSecsSinceEpoch();
    const QString signature = QString::fromLatin1(callbackSignature(token, requestTimeS));
    QProcess wrk;
    wrk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    wrk.start(u"wrk"_s,
              {u"--threads"_s, u"2"_s, u"--connections"_s, u"32"_s, u"--duration"_s, QString::number(seconds) + u's',
               u"--script"_s, u"" SEATSCOPE_WRK_SCRIPT ""_s, url, u"--"_s, signature, QString::number(requestTimeS)});
    if (!wrk.waitForFinished((seconds + 30) * 1000))
        return std::nullopt;
    return parseWrkOutput(wrk.readAllStandardOutput());
}

} // namespace seatscope::bench
