// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowcommand.h"

#include "app/signalnotifier.h"
#include "app/terminal.h"
#include "app/windowrunner.h"
#include "model/secrets/keychainstore.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Shows what keeps the window from opening; \a runner's settings may mend it. Closing the message ends the program.
void explain(const QString &problem, WindowRunner &runner)
{
    auto *box = new QMessageBox(QMessageBox::Critical, u"SeatScope"_s, problem, QMessageBox::Close);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *settings = box->addButton(QObject::tr("Settings…"), QMessageBox::ActionRole);
    QObject::connect(box, &QMessageBox::finished, &runner, [box, settings, problem, &runner] {
        if (box->clickedButton() == settings)
            runner.openSettings(problem);
        else
            QCoreApplication::quit();
    });
    box->open();
}

/// The folder of what the window keeps for itself.
Result<QString> dataFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return failure(u"the folder for the journal and the settings cannot be made"_s, folder,
                       u"Give yourself the right to write there"_s);
    return folder;
}

/// The journal to use; the demo's goes away with \a temporary.
Result<QString> chooseJournal(const WindowOptions &options, const QString &folder,
                              std::optional<QTemporaryDir> &temporary)
{
    if (!options.listen.session.journalPath.isEmpty())
        return options.listen.session.journalPath;
    if (!options.demo)
        return QString(folder % u"/default.seatscope"_s);
    temporary.emplace();
    if (!temporary->isValid())
        return failure(u"no folder for the demo's journal: "_s + temporary->errorString(), QDir::tempPath());
    return temporary->filePath(u"demo.seatscope"_s);
}

} // namespace

ExitCode runWindow(WindowOptions options)
{
    std::optional<QTemporaryDir> temporary;
    const Result<QString> folder = dataFolder();
    const Result<QString> journal =
        folder.and_then([&](const QString &path) { return chooseJournal(options, path, temporary); });
    if (!journal) {
        say(journal.error().message());
        return ExitCode::Failed;
    }
    options.listen.session.journalPath = *journal;

    const SystemClock clock;
    KeychainStore keychain;
    const SignalNotifier signalNotifier;
    // Of what is shown before there is a window.
    const Theme theme;
    // A window that is made anew is no end.
    QApplication::setQuitOnLastWindowClosed(false);
    WindowRunner runner(std::move(options), *folder % u"/secret-path"_s, keychain, clock);
    QObject::connect(&runner, &WindowRunner::cannotOpen, &runner,
                     [&runner](const QString &problem) { explain(problem, runner); });
    QObject::connect(&runner, &WindowRunner::finished, &runner, [] { QCoreApplication::quit(); });
    QObject::connect(&signalNotifier, &SignalNotifier::interrupted, &runner, [&runner] {
        if (runner.window())
            runner.window()->close();
        QCoreApplication::quit();
    });
    QMetaObject::invokeMethod(&runner, &WindowRunner::open, Qt::QueuedConnection);
    QApplication::exec();
    return runner.session() ? ExitCode::Done : ExitCode::Failed;
}

} // namespace seatscope
