// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/showcommand.h"

#include "app/capturelines.h"
#include "app/terminal.h"
#include "model/journal/journalreader.h"
#include "model/session/captureinspection.h"

#include <QStringList>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// "Name:        value", only where there is a value.
void addLine(QStringList &lines, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        lines << QString(name % u':').leftJustified(14) + printable(value);
}

template<typename StrongType>
QString optionalText(const std::optional<StrongType> &id)
{
    return id ? id->text() : QString();
}

void addFindings(QStringList &lines, const Findings &findings)
{
    for (const Finding &finding : findings) {
        addLine(lines, u"Finding"_s,
                u"%1 at %2: expected %3, came %4"_s.arg(QString(findingName(finding.code)),
                                                        finding.pointer.isEmpty() ? u"the body"_s : finding.pointer,
                                                        finding.expected, finding.actual));
    }
}

QByteArray overview(const CaptureInspection &inspection)
{
    const CaptureSummary &capture = inspection.capture.summary;
    QStringList lines;
    addLine(lines, u"Capture"_s, u"#%1"_s.arg(capture.sequence.value()));
    addLine(lines, u"Received"_s, utcText(capture.receivedAt) + u" UTC"_s);
    addLine(lines, u"From"_s, capture.peer);
    addLine(lines, u"Request"_s, QString::fromLatin1(capture.method + ' ' + capture.target));
    addLine(lines, u"Verdict"_s, QString(verdictName(capture.ruling.verdict)));
    addLine(lines, u"Reason"_s, capture.ruling.reason);
    addLine(lines, u"Status"_s, QString::number(capture.status));
    addLine(lines, u"Command"_s, capture.command);
    addLine(lines, u"Room"_s, optionalText(capture.room));
    addLine(lines, u"Operator"_s, optionalText(capture.operatorAccount));
    addLine(lines, u"EventTime"_s, capture.eventTime ? QString::number(capture.eventTime->value()) : QString());
    addLine(lines, u"Flags"_s, flagNames(capture.flags).join(u", "_s));
    addLine(lines, u"Late"_s,
            inspection.newerBefore ? u"came after #%1, whose EventTime is newer"_s.arg(inspection.newerBefore->value())
                                   : QString());
    addLine(lines, u"Duplicate of"_s, capture.duplicateOf ? u"#%1"_s.arg(capture.duplicateOf->value()) : QString());
    addLine(lines, u"Edited from"_s, capture.origin ? u"#%1"_s.arg(capture.origin->value()) : QString());
    addFindings(lines, inspection.findings);
    addLine(lines, u"Body"_s, u"%1 bytes"_s.arg(capture.bodySize));
    addLine(lines, u"No JSON"_s, inspection.jsonError);
    if (!inspection.prettyBody.isEmpty()) {
        lines << QString();
        for (const QString &line : inspection.prettyBody.split(u'\n'))
            lines << printable(line);
    }
    return lines.join(u'\n').toUtf8() + '\n';
}

QByteArray shown(const CaptureInspection &inspection, ShowForm form)
{
    const Capture &capture = inspection.capture;
    switch (form) {
    case ShowForm::Raw:
        return capture.head + capture.body;
    case ShowForm::Head:
        return capture.head;
    case ShowForm::Body:
        return capture.body;
    case ShowForm::Json:
        return inspectionJson(inspection);
    case ShowForm::Overview:
        break;
    }
    return overview(inspection);
}

} // namespace

ExitCode runShow(const ShowOptions &options)
{
    const Result<std::unique_ptr<JournalReader>> journal = JournalReader::open(options.journal);
    if (!journal) {
        say(journal.error().message());
        return ExitCode::Failed;
    }
    const Result<CaptureInspection> inspection = inspectCapture(**journal, options.sequence);
    if (!inspection) {
        say(inspection.error().message());
        return ExitCode::Failed;
    }
    static_cast<void>(writeOut(shown(*inspection, options.form)));
    return ExitCode::Done;
}

} // namespace seatscope
