// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/httpclientformat.h"

#include "model/exchange/hardate.h"
#include "model/exchange/httpclientobstacle.h"
#include "model/exchange/httpfile.h"

#include <QCoreApplication>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Where SeatScope listens by default.
constexpr QByteArrayView defaultOrigin = "http://localhost:8088";

struct HttpClientText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::HttpClientFormat)
};

QByteArray title(const CaptureSummary &summary)
{
    return "\n### #" + QByteArray::number(summary.sequence.value()) + ' ' + knownCommand(summary).toUtf8() + ' ' +
           harDate(summary.receivedAt).value_or(QString()).toUtf8() + '\n';
}

QByteArray comment(const QString &text)
{
    return "# " + text.toUtf8() + '\n';
}

} // namespace

QByteArray HttpClientFormat::begin()
{
    return comment(HttpClientText::tr(
               "Callbacks that SeatScope recorded. Set where to send them here. Host, Content-Length and "
               "Transfer-Encoding are left to the editor.")) +
           "@origin = " + defaultOrigin + '\n';
}

QByteArray HttpClientFormat::entry(const Capture &capture)
{
    const std::optional<HttpHead> head = readHead(capture.head);
    const std::optional<QString> obstacle =
        head ? editorObstacle(capture, *head)
             : std::optional(HttpClientText::tr("its head is broken or was not kept whole"));
    if (obstacle)
        return title(capture.summary) +
               comment(HttpClientText::tr("Left out: %1. The format http has its very bytes.").arg(*obstacle));
    QByteArray bytes = title(capture.summary) + head->method + " {{origin}}" + head->target + '\n';
    for (const HeadField &field : head->fields) {
        if (!isLeftToEditor(field.name))
            bytes += field.name + ": " + field.value + '\n';
    }
    if (!capture.body.isEmpty())
        bytes += '\n' + capture.body + '\n';
    return bytes;
}

} // namespace seatscope
