// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/importcommand.h"

#include "app/importreporter.h"
#include "app/signalnotifier.h"
#include "app/terminal.h"
#include "model/core/clock.h"
#include "model/journal/emptyjournal.h"
#include "model/journal/journalwriter.h"

#include <QFileInfo>

#include <array>
#include <cstdio>
#include <unistd.h>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// What is to be imported, and what is not without a person's word.
struct Inputs {
    std::vector<ImportInput> wanted;
    qint64 refused = 0; ///< samples that nobody wanted as they were mended
};

QString formatNames()
{
    QStringList names;
    for (const ImportFormat &format : importFormats())
        names += format.name;
    return names.join(u", "_s);
}

void show(const QString &name, const MendedSample &sample)
{
    say(printable(u"%1 is a sample of the documentation. To make it JSON:"_s.arg(name)));
    for (const SampleChange &change : sample.changes)
        say(u"  "_s + changeText(change));
    say(u"It would be imported as:"_s);
    for (const QByteArray &line : sample.text.trimmed().split('\n'))
        say(u"  "_s + printable(QString::fromUtf8(line).replace(u'\t', u' ')));
}

/// Whether the person at the terminal says yes; no where there is none.
bool isAgreed()
{
    if (::isatty(STDIN_FILENO) == 0 || ::isatty(STDERR_FILENO) == 0)
        return false;
    say(u"Import it so? y or n:"_s);
    std::array<char, 16> answer{};
    return std::fgets(answer.data(), answer.size(), stdin) != nullptr && (answer[0] == 'y' || answer[0] == 'Y');
}

Result<Inputs> openInputs(const ImportOptions &options)
{
    Inputs inputs;
    for (const QString &path : options.inputs) {
        Result<OpenedInput> opened = openInput(path, options.format);
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        if (opened->mended) {
            show(path, *opened->mended);
            if (!options.mends && !isAgreed()) {
                say(printable(u"%1 is not imported; --mend imports it as shown"_s.arg(path)));
                ++inputs.refused;
                continue;
            }
        }
        inputs.wanted.push_back(std::move(opened->input));
    }
    return inputs;
}

Result<ImportReport> import(const QString &path, std::vector<ImportInput> &inputs, ImportObserver &observer)
{
    const Result<std::unique_ptr<JournalWriter>> journal = JournalWriter::open(path);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const SystemClock clock;
    return CaptureImport(**journal, path, clock).run(inputs, observer);
}

} // namespace

Parsed<ImportOptions> parseImport(const QStringList &arguments)
{
    OptionReader reader(
        u"import --journal FILE INPUT... [--format NAME] [--mend] [--json]"_s,
        u"Brings captures of files into a journal, all that can be read or, when that fails, none. What the files are "
        u"is"
        " found out from what is in them.\nThe journal must not be in use by another SeatScope; it is made if there is"
        " none."_s);
    reader.addValue(u"journal"_s, u"FILE"_s, u"The journal to put them into."_s);
    reader.addValue(u"format"_s, u"NAME"_s, u"Read all files as this: %1."_s.arg(formatNames()));
    reader.addFlag(u"mend"_s, u"Import samples of the documentation as they had to be mended, without asking."_s);
    reader.addFlag(u"json"_s, u"Write what was not read, and a summary, as JSON, one object a line."_s);
    reader.addArgument(u"INPUT"_s, u"The files to import."_s);
    reader.repeatLastArgument();
    ImportOptions options;
    if (reader.parse(arguments)) {
        options.journal = reader.requiredText(u"journal"_s);
        options.inputs = reader.arguments();
        if (const auto name = reader.text(u"format"_s)) {
            options.format = importFormat(*name);
            if (options.format == nullptr)
                reader.fail(u"--format knows %1, not '%2'."_s.arg(formatNames(), *name));
        }
        options.mends = reader.has(u"mend"_s);
        options.json = reader.has(u"json"_s);
    }
    return reader.finish(options);
}

ExitCode runImport(const ImportOptions &options)
{
    Result<Inputs> inputs = openInputs(options);
    const SignalNotifier signalNotifier;
    ImportReporter reporter(options.json, signalNotifier.descriptor());
    if (!inputs) {
        reporter.fail(inputs.error());
        return ExitCode::Failed;
    }
    if (inputs->wanted.empty()) {
        reporter.finish({});
        return ExitCode::Failed;
    }
    const bool isNew = !QFileInfo::exists(options.journal);
    const Result<ImportReport> report = import(options.journal, inputs->wanted, reporter);
    const bool isDone = report && !report->isCancelled && report->imported > 0;
    if (isNew && !isDone)
        removeEmptyJournal(options.journal);
    if (!report) {
        reporter.fail(report.error());
        return ExitCode::Failed;
    }
    reporter.finish(*report);
    return isDone && report->notRead == 0 && inputs->refused == 0 ? ExitCode::Done : ExitCode::Failed;
}

} // namespace seatscope
