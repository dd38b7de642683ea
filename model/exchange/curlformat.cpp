// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/curlformat.h"

#include "model/exchange/curlrequest.h"
#include "model/exchange/hardate.h"
#include "model/exchange/shelltext.h"

#include <algorithm>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// A comment that leads a capture.
QByteArray title(const CaptureSummary &summary)
{
    QByteArray line = "\n# " + QByteArray::number(summary.sequence.value());
    if (const std::optional<QString> date = harDate(summary.receivedAt))
        line += ", " + date->toLatin1();
    if (!summary.command.isEmpty())
        line += ", " + shellComment(summary.command.toUtf8());
    return line + '\n';
}

/// What curl adds of itself where it is not told otherwise, and was not recorded.
QByteArray withoutAdditions(const CurlRequest &request)
{
    QByteArray options;
    const auto without = [&](QByteArrayView name) {
        const bool isRecorded = std::ranges::any_of(
            request.fields, [name](const HeadField &field) { return isSameName(field.name, name); });
        if (!isRecorded)
            options += " \\\n    -H '" + name.toByteArray() + ":'";
    };
    if (!request.hasHost)
        without("Host");
    without("User-Agent");
    without("Accept");
    if (request.hasBody) {
        without("Content-Type");
        without("Expect");
    }
    return options;
}

QByteArray method(const CurlRequest &request)
{
    // -X HEAD would wait for the body of the answer.
    return request.method == "HEAD" ? QByteArray("-I") : "-X " + shellWord(request.method);
}

/// Where to, from --url on. What curl could take for something else than the path of a URL is told apart from it.
QByteArray url(const CurlRequest &request)
{
    if (isPlainTarget(request.target))
        return "--url \"$to\"" + shellWord(request.target);
    return "--request-target " + shellWord(request.target) + " --url \"$to/\"";
}

QByteArray command(const CurlRequest &request, const QByteArray &body)
{
    QByteArray lines;
    if (request.isUnchunked)
        lines += "# Its body came in chunks; it is sent with Content-Length.\n";
    if (!body.isEmpty())
        lines += shellOutput(body) + " |\n";
    lines += "curl -q -sS -g --path-as-is --noproxy '*' -w ' %{http_code}\\n' ";
    lines += request.isHttp10 ? "--http1.0 " : "--http1.1 ";
    lines += method(request);
    for (const HeadField &field : request.fields) {
        lines += " \\\n    -H ";
        lines += shellWord(field.value.isEmpty() ? QByteArray(field.name + ';') : field.line);
    }
    lines += withoutAdditions(request);
    if (request.hasBody)
        lines += body.isEmpty() ? " \\\n    --data-binary ''" : " \\\n    --data-binary @-";
    return lines + " \\\n    " + url(request) + " || failed=1\n";
}

} // namespace

CurlFormat::CurlFormat(CurlOptions options) : m_options(std::move(options)) {}

QByteArray CurlFormat::begin()
{
    const QByteArray version = shellComment(m_options.programVersion.toUtf8());
    return "#!/bin/sh\n"
           "# Requests that SeatScope " +
           version + " recorded, exported on " + shellComment(m_options.day.toUtf8()) +
           ".\n"
           "# With sh, this sends them again, one after the other: the recorded bytes but for Host and "
           "Content-Length.\n"
           "# They go to the http or https origin in the variable SEATSCOPE_TO, or else to:\n"
           "to=${SEATSCOPE_TO:-http://localhost:8088}\n"
           "to=${to%/}\n"
           "failed=0\n";
}

QByteArray CurlFormat::entry(const Capture &capture)
{
    const Result<CurlRequest> request = curlRequest(capture, longestHead);
    if (!request)
        return title(capture.summary) + "# It is not sent: " + request.error().what.toUtf8() + ".\n";
    return title(capture.summary) + command(*request, capture.body);
}

QByteArray CurlFormat::end()
{
    // No exit: who pastes this into a shell wants to keep it.
    return "\ntest \"$failed\" = 0\n";
}

} // namespace seatscope
