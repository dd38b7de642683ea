// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowcommand.h"

#include "app/signalnotifier.h"
#include "model/secrets/keychainstore.h"
#include "model/session/session.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Callbacks a second of the demo: lively, but slow enough to follow.
constexpr double demoRate = 4;

/// Shows what went wrong and waits until the user has read it.
ExitCode explain(const Error &error)
{
    auto *box = new QMessageBox(QMessageBox::Critical, u"SeatScope"_s, error.message(), QMessageBox::Close);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(box, &QMessageBox::finished, qApp, &QCoreApplication::quit);
    box->open();
    QApplication::exec();
    return ExitCode::Failed;
}

/// Where the journal is kept when the user names none.
Result<QString> defaultJournal()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return failure(u"the folder for the journal cannot be made"_s, folder, u"Name a journal with --journal FILE"_s);
    return QString(folder % u"/default.seatscope"_s);
}

/// The journal to use; the demo's goes away with \a temporary.
Result<QString> chooseJournal(const WindowOptions &options, std::optional<QTemporaryDir> &temporary)
{
    if (!options.listen.session.journalPath.isEmpty())
        return options.listen.session.journalPath;
    if (!options.demo)
        return defaultJournal();
    temporary.emplace();
    if (!temporary->isValid())
        return failure(u"no folder for the demo's journal: "_s + temporary->errorString(), QDir::tempPath());
    return temporary->filePath(u"demo.seatscope"_s);
}

std::unique_ptr<CallbackSender> makeDemo(const Session &session, const Clock &clock)
{
    CallbackSenderOptions options = session.ownSenderOptions();
    options.perSecond = demoRate;
    options.followClock = true;
    ScenarioOptions scenario;
    scenario.seed = QRandomGenerator::global()->generate();
    scenario.start = EventTime(clock.wallTime().value() / 1000);
    return std::make_unique<CallbackSender>(options, scenario, clock);
}

} // namespace

ExitCode runWindow(WindowOptions options)
{
    std::optional<QTemporaryDir> temporary;
    const Result<QString> journal = chooseJournal(options, temporary);
    if (!journal)
        return explain(journal.error());
    options.listen.session.journalPath = *journal;
    const SignalNotifier signalNotifier;
    KeychainStore keychain;
    const Result<QByteArray> token = awaitToken(options.listen.token, keychain, signalNotifier);
    if (!token)
        return explain(token.error());
    options.listen.session.admission.token = *token;
    if (const auto opened = openSecretPath(options.listen.secretPathFile, options.listen.session.admission); !opened)
        return explain(opened.error());

    const SystemClock clock;
    Session session(options.listen.session);
    if (const Result<void> started = session.start(); !started)
        return explain(started.error());
    MainWindow window(session, clock);
    window.show();
    std::unique_ptr<CallbackSender> demo;
    const auto startDemo = [&] {
        if (demo)
            return;
        demo = makeDemo(session, clock);
        demo->start();
    };
    if (options.demo)
        startDemo();
    QObject::connect(&window, &MainWindow::demoTrafficRequested, &window, startDemo);
    QObject::connect(&signalNotifier, &SignalNotifier::interrupted, &window, &QWidget::close);
    QObject::connect(&signalNotifier, &SignalNotifier::interrupted, qApp, &QCoreApplication::quit);
    QApplication::exec();
    demo.reset();
    session.stop();
    return ExitCode::Done;
}

} // namespace seatscope
