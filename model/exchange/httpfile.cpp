// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/httpfile.h"

#include "model/callback/commandcatalogue.h"
#include "model/exchange/chunkedbody.h"
#include "model/exchange/httphead.h"

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Digits of a sequence, so that lists of names are in the order of arrival.
constexpr int sequenceDigits = 6;

/// "SeatInfoChanged" as "seat-info-changed".
QString hyphenated(QStringView words)
{
    QString text;
    for (const QChar c : words) {
        if (c.isUpper() && !text.isEmpty())
            text += u'-';
        text += c.toLower();
    }
    return text;
}

/// What is left of a command of the catalogue without what all of them have: "Mic.CallbackAfter".
QStringView essence(QStringView command)
{
    command = command.sliced(command.indexOf(u'.') + 1);
    for (const auto prefix : {"Callback"_L1, "After"_L1}) {
        if (command.startsWith(prefix))
            command = command.sliced(prefix.size());
    }
    return command;
}

const CommandEntry *entryOf(const CaptureSummary &summary)
{
    const CommandEntry *entry = catalogueEntry(summary.command, summary.product);
    return entry != nullptr && !entry->command.isEmpty() ? entry : nullptr;
}

} // namespace

QByteArray httpFileContent(const Capture &capture)
{
    const std::optional<HttpHead> head = readHead(capture.head);
    return capture.head + (head && isChunked(*head) ? inOneChunk(capture.body) : capture.body);
}

QString httpFileName(const CaptureSummary &summary)
{
    const CommandEntry *entry = entryOf(summary);
    QString about(verdictName(summary.ruling.verdict));
    if (entry != nullptr)
        about = entry->isFamily ? knownCommand(summary).toLower() : hyphenated(essence(QString(entry->command)));
    return u"%1-%2.http"_s.arg(QString::number(summary.sequence.value()).rightJustified(sequenceDigits, u'0'), about);
}

QString knownCommand(const CaptureSummary &summary)
{
    const CommandEntry *entry = entryOf(summary);
    if (entry == nullptr)
        return QString(verdictName(summary.ruling.verdict));
    return QString(entry->isFamily ? entry->command.chopped(1) : entry->command);
}

} // namespace seatscope
