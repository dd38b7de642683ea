// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/replaycommand.h"

#include "app/outputwriter.h"
#include "app/replayinput.h"
#include "app/replaylines.h"
#include "app/replaysteps.h"
#include "app/signalnotifier.h"
#include "app/terminal.h"
#include "model/receive/tlsidentity.h"
#include "model/replay/journalreplay.h"
#include "model/secrets/token.h"

#include <QCoreApplication>

#include <chrono>
#include <poll.h>
#include <unistd.h>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// How long the end waits for the reader of the lines.
constexpr std::chrono::seconds lastPatience(1);

ExitCode explain(const Error &error)
{
    say(error.message());
    return ExitCode::Failed;
}

/// Fetches what the options name: the token and the certificates to trust.
Result<void> prepare(ReplayCommandOptions &options)
{
    if (!options.signFile.isEmpty()) {
        const Result<QByteArray> token = readTokenFile(options.signFile);
        if (!token)
            return tl::unexpected<Error>(token.error());
        options.replay.edits.token = *token;
    }
    if (!options.tlsRoots.isEmpty()) {
        const Result<QList<QSslCertificate>> roots = readCertificates(options.tlsRoots);
        if (!roots)
            return tl::unexpected<Error>(roots.error());
        options.replay.roots = *roots;
    }
    return {};
}

bool isReadable(int descriptor)
{
    pollfd end{descriptor, POLLIN, 0};
    return ::poll(&end, 1, 0) > 0;
}

/// The plan; of an interruption nothing but that it came.
Result<ReplayPlan> makePlan(const JournalReader &journal, const ReplayCommandOptions &options, int interrupter)
{
    Result<JournalPlanner> planner = JournalPlanner::begin(journal, options.filter, options.pace);
    if (!planner)
        return tl::unexpected<Error>(planner.error());
    while (!isReadable(interrupter)) {
        const Result<bool> isComplete = planner->step();
        if (!isComplete)
            return tl::unexpected<Error>(isComplete.error());
        if (*isComplete)
            return planner->plan();
    }
    return failure(u"interrupted; nothing was sent"_s);
}

ExitCode preview(const ReplayPlan &plan, ReplaySource &source, const ReplayCommandOptions &options,
                 OutputWriter &output)
{
    const SystemClock clock;
    ReplayComposer composer(options.replay.target, options.replay.edits, clock);
    ReplayProgress progress;
    progress.total = plan.size();
    for (size_t i = 0; i < plan.size(); ++i) {
        const Result<Capture> capture = source.fetch(plan, i);
        const Result<ReplayRequest> request =
            capture ? composer.compose(*capture) : tl::unexpected<Error>(capture.error());
        if (!request)
            ++progress.skipped;
        const QByteArray lines =
            options.json ? previewJsonLine(plan.at(i), request) : previewLines(plan.at(i), request);
        if (output.write(lines) != WriteOutcome::Written)
            return ExitCode::Failed;
    }
    if (options.json)
        output.write(replaySummaryJsonLine(progress, 0));
    else
        say(u"%1 captures would be sent, %2 cannot be"_s.arg(plan.size() - progress.skipped).arg(progress.skipped));
    return ExitCode::Done;
}

/// What a run ended with, besides its results.
struct Refusal {
    bool isRefused = false;
    bool isRemote = false;
};

Refusal sendAll(Replayer &replayer, const ReplayCommandOptions &options, OutputWriter &output,
                const SignalNotifier &signalNotifier)
{
    Refusal refusal;
    const QObject context;
    QObject::connect(&signalNotifier, &SignalNotifier::interrupted, &context, [&replayer, &output] {
        output.finishWithin(lastPatience);
        replayer.stop();
    });
    QObject::connect(&replayer, &Replayer::done, &context, [&](const ReplayResult &result) {
        if (output.write(options.json ? replayJsonLine(result) : replayLine(result)) == WriteOutcome::Closed)
            replayer.stop();
    });
    QObject::connect(&replayer, &Replayer::refused, &context, [&refusal](const Error &error, bool isRemote) {
        Error told = error;
        if (isRemote)
            told.remedy = u"--allow-remote sends to it nevertheless"_s;
        say(told.message());
        refusal = {true, isRemote};
        QCoreApplication::exit();
    });
    QObject::connect(&replayer, &Replayer::finished, &context, [] { QCoreApplication::exit(); });
    std::optional<ReplaySteps> steps;
    if (options.pace.kind == ReplayPace::Kind::Steps)
        steps.emplace(replayer);
    replayer.start();
    QCoreApplication::exec();
    return refusal;
}

ExitCode send(const ReplayPlan &plan, ReplaySource &source, const ReplayCommandOptions &options, OutputWriter &output,
              const SignalNotifier &signalNotifier)
{
    const SystemClock clock;
    Replayer replayer(options.replay, plan, source, clock);
    const qint64 beganNs = clock.monotonicNs();
    const Refusal refusal = sendAll(replayer, options, output, signalNotifier);
    if (refusal.isRemote)
        return ExitCode::WrongUsage;
    const ReplayProgress progress = replayer.progress();
    output.finishWithin(lastPatience);
    if (options.json)
        output.write(replaySummaryJsonLine(progress, (clock.monotonicNs() - beganNs) / 1000));
    else
        output.write({});
    if (!options.json && !refusal.isRefused)
        say(u"%1 of %2 captures sent to %3: %4 answered 2xx, %5 failed (%6 of them could not be sent)"_s
                .arg(progress.sent)
                .arg(progress.total)
                .arg(options.replay.target.origin())
                .arg(progress.ok)
                .arg(progress.failed)
                .arg(progress.skipped));
    return !refusal.isRefused && progress.ok == progress.total ? ExitCode::Done : ExitCode::Failed;
}

ExitCode replayJournal(const ReplayCommandOptions &options, const SignalNotifier &signalNotifier)
{
    const Result<std::unique_ptr<JournalReader>> journal = JournalReader::open(options.journal);
    if (!journal)
        return explain(journal.error());
    const Result<ReplayPlan> plan = makePlan(**journal, options, signalNotifier.descriptor());
    if (!plan)
        return explain(plan.error());
    JournalReplaySource source(**journal);
    OutputWriter output(STDOUT_FILENO, signalNotifier.descriptor());
    return options.dryRun ? preview(*plan, source, options, output)
                          : send(*plan, source, options, output, signalNotifier);
}

} // namespace

ExitCode runReplay(ReplayCommandOptions options)
{
    const SignalNotifier signalNotifier;
    if (const Result<void> prepared = prepare(options); !prepared)
        return explain(prepared.error());
    if (options.input.isEmpty())
        return replayJournal(options, signalNotifier);
    const Result<std::unique_ptr<ReplayInput>> input = ReplayInput::open(options.input, signalNotifier.descriptor());
    if (!input)
        return explain(input.error());
    options.journal = (*input)->journal();
    const ExitCode code = replayJournal(options, signalNotifier);
    return (*input)->notRead() > 0 && code == ExitCode::Done ? ExitCode::Failed : code;
}

} // namespace seatscope
