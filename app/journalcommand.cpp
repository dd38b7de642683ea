// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journalcommand.h"

#include "app/capturelines.h"
#include "app/terminal.h"
#include "model/core/jsontext.h"
#include "model/journal/journalcheck.h"
#include "model/journal/journalreader.h"
#include "model/journal/journalrepair.h"

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

void writeMoment(JsonWriter &json, QLatin1StringView name, const std::optional<CaptureMoment> &moment)
{
    json.key(name);
    if (!moment) {
        json.null();
        return;
    }
    json.beginObject().key("seq"_L1).number(moment->sequence.value());
    json.key("receivedUs"_L1).number(moment->receivedAt.value()).endObject();
}

QByteArray usageJson(const JournalUsage &usage)
{
    JsonWriter json;
    json.beginObject().key("captures"_L1).number(usage.captures).key("refused"_L1).number(usage.refused);
    json.key("bookmarked"_L1).number(usage.bookmarked).key("usedBytes"_L1).number(usage.usedBytes);
    json.key("freeBytes"_L1).number(usage.freeBytes).key("diskBytes"_L1).number(usage.diskBytes);
    writeMoment(json, "oldest"_L1, usage.oldest);
    writeMoment(json, "newest"_L1, usage.newest);
    json.endObject();
    return json.bytes() + '\n';
}

QString momentText(const std::optional<CaptureMoment> &moment)
{
    return moment ? u"#%1, %2 UTC"_s.arg(moment->sequence.value()).arg(utcText(moment->receivedAt)) : u"none"_s;
}

QByteArray usageText(const JournalUsage &usage)
{
    QString text = u"captures:   %1, of them refused: %2, bookmarked: %3\n"_s.arg(usage.captures)
                       .arg(usage.refused)
                       .arg(usage.bookmarked);
    text += u"bytes:      %1 used, %2 free, %3 on the disk\n"_s.arg(usage.usedBytes)
                .arg(usage.freeBytes)
                .arg(usage.diskBytes);
    text += u"oldest:     %1\nnewest:     %2\n"_s.arg(momentText(usage.oldest), momentText(usage.newest));
    return text.toUtf8();
}

ExitCode fail(const Error &error)
{
    say(error.message());
    return ExitCode::Failed;
}

ExitCode printUsage(const JournalOptions &options)
{
    const Result<JournalUsage> usage =
        JournalReader::open(options.journal).and_then([](const std::unique_ptr<JournalReader> &journal) {
            return journal->usage();
        });
    if (!usage)
        return fail(usage.error());
    static_cast<void>(writeOut(options.json ? usageJson(*usage) : usageText(*usage)));
    return ExitCode::Done;
}

ExitCode check(const JournalOptions &options)
{
    const Result<QStringList> problems = checkJournal(options.journal);
    if (!problems)
        return fail(problems.error());
    QByteArray lines;
    for (const QString &problem : *problems) {
        // SQLite tells several problems of a tree in one.
        for (const QString &line : problem.split(u'\n', Qt::SkipEmptyParts))
            lines += printable(line).toUtf8() + '\n';
    }
    static_cast<void>(writeOut(lines));
    if (problems->isEmpty()) {
        say(u"the journal is sound"_s);
        return ExitCode::Done;
    }
    say(u"the journal is damaged; \"seatscope journal --repair OUTPUT\" saves what can be read"_s);
    return ExitCode::Failed;
}

ExitCode repair(const JournalOptions &options)
{
    const Result<RepairReport> report = repairJournal(options.journal, options.output);
    if (!report)
        return fail(report.error());
    QString text = u"saved:           %1\nwithout bytes:   %2\nwithout columns: %3\n"_s.arg(report->whole)
                       .arg(report->withoutBytes)
                       .arg(report->withoutColumns);
    if (report->skippedFrames > 0)
        text += u"damaged in log:  %1 frames, those behind them were read\n"_s.arg(report->skippedFrames);
    for (const SequenceRange &range : report->missing)
        text += u"not found:       #%1 to #%2\n"_s.arg(range.first.value()).arg(range.last.value());
    static_cast<void>(writeOut(text.toUtf8()));
    if (report->withoutColumns > 0)
        say(u"whether the captures without columns were accepted is not known: they change no room, and count with"
            " refused requests, which have a tenth of the journal's limits"_s);
    return ExitCode::Done;
}

} // namespace

ExitCode runJournal(const JournalOptions &options)
{
    switch (options.task) {
    case JournalTask::Check:
        return check(options);
    case JournalTask::Repair:
        return repair(options);
    case JournalTask::Usage:
        break;
    }
    return printUsage(options);
}

} // namespace seatscope
