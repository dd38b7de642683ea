// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exportcommand.h"

#include "app/commandline.h"
#include "app/exportoutput.h"
#include "app/signalnotifier.h"
#include "app/terminal.h"
#include "model/exchange/httpfolder.h"
#include "model/exchange/redactor.h"

#include <poll.h>
#include <unistd.h>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxLimit = 1'000'000'000;

QString formatNames()
{
    QStringList names;
    for (const ExportFormat &format : exportFormats())
        names += QString(format.name);
    return names.join(u", "_s);
}

ExportTable readTable(OptionReader &reader, const QString &format)
{
    const QString name = reader.text(u"table"_s).value_or(u"captures"_s);
    if (reader.has(u"table"_s) && format != "csv"_L1)
        reader.fail(u"--table goes with --format csv only."_s);
    if (name == "captures"_L1)
        return ExportTable::Captures;
    if (name == "seats"_L1)
        return ExportTable::Seats;
    if (name == "activity"_L1)
        return ExportTable::Activity;
    reader.fail(u"--table needs captures, seats or activity, not '%1'."_s.arg(name));
    return ExportTable::Captures;
}

/// Tells how far it is where a person watches, and whether to end.
class Watcher {
public:
    Watcher() : m_shows(::isatty(STDERR_FILENO) == 1) {}
    ~Watcher()
    {
        if (m_percent >= 0)
            sayAgain({});
    }
    Watcher(const Watcher &) = delete;
    Watcher &operator=(const Watcher &) = delete;

    /// Readable from a signal on.
    [[nodiscard]] int descriptor() const { return m_signals.descriptor(); }
    [[nodiscard]] ExportWatch watch()
    {
        return {[this](const ExportProgress &progress) { look(progress); }, &m_isCancelled};
    }

private:
    void look(const ExportProgress &progress)
    {
        // There is no event loop that would tell of a signal.
        pollfd signal{m_signals.descriptor(), POLLIN, 0};
        if (::poll(&signal, 1, 0) > 0)
            m_isCancelled = true;
        const qint64 percent = progress.whole > 0 ? progress.passed * 100 / progress.whole : 100;
        if (m_shows && percent != m_percent) {
            m_percent = percent;
            sayAgain(u"%1 %"_s.arg(percent));
        }
    }

    SignalNotifier m_signals;
    std::atomic<bool> m_isCancelled = false;
    const bool m_shows;
    qint64 m_percent = -1;
};

void report(const Redactor &redactor)
{
    const auto line = [&redactor](RedactedKind kind, const QString &what) {
        const RedactedCount count = redactor.count(kind);
        say(u"redacted: %1 %2 in %3 places"_s.arg(QString::number(count.distinct), what,
                                                  QString::number(count.places)));
    };
    line(RedactedKind::User, u"users"_s);
    line(RedactedKind::Address, u"addresses of clients"_s);
    line(RedactedKind::Secret, u"tokens, signatures and other secrets"_s);
    if (redactor.isFull())
        say(u"redacted: there are more than %1 of them; beyond these, only what a field names was replaced"_s.arg(
            RedactionWords::mostWords));
}

/// Whether a folder of files is wanted, and no single file.
bool wantsFolder(const ExportOptions &options)
{
    return exportFormatNamed(options.format)->canBeFolder && !options.output.isEmpty() &&
           !options.output.endsWith(".zip"_L1, Qt::CaseInsensitive);
}

Result<ExportOutcome> exportAs(const JournalReader &journal, const ExportOptions &options, Redactor *redactor,
                               Watcher &watcher)
{
    const ExportWatch watch = watcher.watch();
    if (wantsFolder(options))
        return exportToFolder(journal, options.choice, redactor, options.output, watch);
    const ExportRun run = [&](const ExportSink &sink) {
        const ExportForm form{exportFormatNamed(options.format), options.table};
        return exportInForm(journal, options.choice, form, redactor, sink, watch);
    };
    return options.output.isEmpty() ? exportToOutput(run, watcher.descriptor()) : exportToFile(options.output, run);
}

} // namespace

Parsed<ExportOptions> parseExport(const QStringList &arguments)
{
    OptionReader reader(u"export --journal FILE --format NAME [options]"_s,
                        u"Writes captures of a journal in another format, oldest first.\n"
                        "A file is written as a whole or not at all, and replaces what was there."_s);
    reader.addValue(u"journal"_s, u"FILE"_s, u"The journal to read."_s);
    reader.addValue(u"format"_s, u"NAME"_s, u"One of %1."_s.arg(formatNames()));
    reader.addValue(u"table"_s, u"NAME"_s,
                    u"With csv: captures (the default), seats (a row for each seat and member that a callback lists)"
                    " or activity (what the callbacks changed in their rooms)."_s);
    reader.addValue(u"filter"_s, u"EXPR"_s, u"Only what passes; see \"seatscope help filter\"."_s);
    reader.addValue(u"limit"_s, u"N"_s, u"The last N only, of those that pass."_s);
    reader.addFlag(u"redact"_s,
                   u"Replace users, addresses of clients, tokens and signatures by pseudonyms of the same size."_s);
    reader.addValue(u"output"_s, u"FILE"_s,
                    u"Where to write; without it, or with -, to standard output. With http: an archive when it ends in"
                    " .zip, else a new or empty folder."_s);
    ExportOptions options;
    if (reader.parse(arguments)) {
        options.journal = reader.requiredText(u"journal"_s);
        options.format = reader.requiredText(u"format"_s);
        if (reader.has(u"format"_s) && !exportFormatNamed(options.format))
            reader.fail(u"--format needs one of %1, not '%2'."_s.arg(formatNames(), options.format));
        options.table = readTable(reader, options.format);
        options.choice.filter = readFilter(reader);
        options.choice.limit = reader.integer(u"limit"_s, 1, maxLimit);
        options.redact = reader.has(u"redact"_s);
        options.output = reader.text(u"output"_s).value_or(QString());
        if (options.output == "-"_L1)
            options.output.clear();
    }
    return reader.finish(options);
}

ExitCode runExport(const ExportOptions &options)
{
    if (options.output.isEmpty() && !exportFormatNamed(options.format)->isText && ::isatty(STDOUT_FILENO) == 1) {
        say(u"--format %1 is no text for a terminal. Name a file with --output, or send it into a pipe."_s.arg(
            options.format));
        return ExitCode::Failed;
    }
    const Result<std::unique_ptr<JournalReader>> journal = JournalReader::open(options.journal);
    if (!journal) {
        say(journal.error().message());
        return ExitCode::Failed;
    }
    if (!options.output.isEmpty()) {
        if (const Result<void> spared = refuseJournal(options.output, options.journal); !spared) {
            say(spared.error().message());
            return ExitCode::Failed;
        }
    }
    std::optional<Redactor> redactor;
    if (options.redact)
        redactor.emplace();
    Result<ExportOutcome> outcome;
    {
        Watcher watcher;
        outcome = exportAs(**journal, options, redactor ? &*redactor : nullptr, watcher);
    }
    if (!outcome) {
        // Nobody reads any more: that is how "| head" ends a program.
        if (isReaderGone(outcome.error()))
            return ExitCode::Done;
        say(outcome.error().message());
        return ExitCode::Failed;
    }
    if (outcome->isCancelled) {
        say(options.output.isEmpty() ? u"interrupted"_s : u"interrupted; no file was written"_s);
        return ExitCode::Failed;
    }
    if (redactor)
        report(*redactor);
    return ExitCode::Done;
}

} // namespace seatscope
