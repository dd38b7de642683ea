// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/activitycommand.h"
#include "app/capturescommand.h"
#include "app/exportcommand.h"
#include "app/helpcommand.h"
#include "app/importcommand.h"
#include "app/journalcommand.h"
#include "app/markcommand.h"
#include "app/replaycommand.h"
#include "app/roomscommand.h"
#include "app/servecommand.h"
#include "app/showcommand.h"
#include "app/simulatecommand.h"
#include "app/terminal.h"
#include "app/tokencommand.h"
#include "model/secrets/keychainstore.h"
#ifdef SEATSCOPE_WITH_UI
#include "app/windowcommand.h"

#include <QApplication>
#endif

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <csignal>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

constexpr auto topHelp =
    "Usage: seatscope [options]             open the window\n"
    "       seatscope COMMAND [options]     work without a window\n"
    "\n"
    "Receives, keeps and shows callbacks of Tencent RTC and Chat.\n"
    "\n"
    "Commands:\n"
    "  serve      receive callbacks, a line for each\n"
    "  rooms      print the rooms of a journal\n"
    "  activity   tell what happened in the rooms of a journal\n"
    "  captures   list the captures of a journal\n"
    "  show       show one capture, or its exact bytes\n"
    "  mark       bookmark captures, note something about them\n"
    "  export     write captures of a journal in another format\n"
    "  import     bring captures of files into a journal\n"
    "  journal    tell how large a journal is, check it, repair it\n"
    "  replay     send captures again, to this program or any other\n"
    "  simulate   post realistic room traffic\n"
    "  help       tell about a command (\"seatscope help replay\") or how filters are written\n"
    "             (\"seatscope help filter\")\n"
    "  token      keep the token of callback authentication in the keychain\n"
    "\n"
    "Options of the window:\n"
    "  those of serve but --json (\"seatscope serve --help\"), all optional; what is given wins over\n"
    "  the settings of the window. --demo shows demo traffic through the real port\n"
    "\n"
    "  -h, --help     this help; \"seatscope COMMAND --help\" tells more\n"
    "  -v, --version  the version\n"_L1;

int toNumber(ExitCode code)
{
    return static_cast<int>(code);
}

/// Runs a command with its options, or tells why there are none.
template<typename Options, typename Run>
ExitCode runWith(Parsed<Options> options, Run run)
{
    if (options)
        return run(*options);
    if (options.error().code == ExitCode::Done)
        static_cast<void>(writeOut(options.error().text.toUtf8()));
    else
        say(u"seatscope: "_s % options.error().text % u"\n\"seatscope --help\" shows the usage."_s);
    return options.error().code;
}

template<auto parse, auto run>
ExitCode parseAndRun(const QStringList &arguments)
{
    return runWith(parse(arguments), run);
}

ExitCode parseAndRunToken(const QStringList &arguments)
{
    KeychainStore keychain;
    return runWith(parseToken(arguments), [&](const TokenOptions &options) { return runToken(options, keychain); });
}

struct Command {
    QLatin1StringView name;
    ExitCode (*run)(const QStringList &arguments) = nullptr; ///< the program's name first, without the command
};

constexpr std::array commands{
    Command{"serve"_L1, parseAndRun<parseServe, runServe>},
    Command{"rooms"_L1, parseAndRun<parseRooms, runRooms>},
    Command{"activity"_L1, parseAndRun<parseActivity, runActivity>},
    Command{"captures"_L1, parseAndRun<parseCaptures, runCaptures>},
    Command{"show"_L1, parseAndRun<parseShow, runShow>},
    Command{"mark"_L1, parseAndRun<parseMark, runMark>},
    Command{"export"_L1, parseAndRun<parseExport, runExport>},
    Command{"import"_L1, parseAndRun<parseImport, runImport>},
    Command{"journal"_L1, parseAndRun<parseJournal, runJournal>},
    Command{"replay"_L1, parseAndRun<parseReplay, runReplay>},
    Command{"simulate"_L1, parseAndRun<parseSimulate, runSimulate>},
    Command{"token"_L1, parseAndRunToken},
    Command{"help"_L1, parseAndRun<parseHelp, runHelp>},
};

const Command *commandNamed(QStringView name)
{
    const auto *const found = std::ranges::find_if(commands, [name](const Command &c) { return c.name == name; });
    return found == commands.end() ? nullptr : &*found;
}

ExitCode writeTopHelp()
{
    static_cast<void>(writeOut(QByteArray(topHelp.data(), topHelp.size())));
    return ExitCode::Done;
}

/// "help serve" is what people type for "serve --help", and a lone "help" for "--help".
ExitCode runCommand(const QString &name, const QStringList &arguments)
{
    const Command *const command = commandNamed(name);
    if (command == nullptr) {
        say(u"seatscope: there is no command '%1'.\n\"seatscope --help\" lists them."_s.arg(printable(name)));
        return ExitCode::WrongUsage;
    }
    if (command->name == "help"_L1 && arguments.size() == 1)
        return writeTopHelp();
    if (command->name == "help"_L1 && arguments.size() == 2) {
        if (const Command *const topic = commandNamed(arguments.constLast()))
            return topic->run({arguments.constFirst(), u"--help"_s});
    }
    return command->run(arguments);
}

#ifdef SEATSCOPE_WITH_UI
ExitCode explainMissingDisplay(const WindowOptions &)
{
    say(u"seatscope: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set);"
        " \"seatscope serve\" receives callbacks without a window."_s);
    return ExitCode::Failed;
}
#endif

ExitCode openWindow(int &argc, char **argv)
{
#ifdef SEATSCOPE_WITH_UI
    QStringList given;
    for (int i = 0; i < argc; ++i)
        given << QString::fromLocal8Bit(argv[i]);
    if (!hasDisplay(given)) {
        const QCoreApplication application(argc, argv);
        return runWith(parseWindow(QCoreApplication::arguments()), explainMissingDisplay);
    }
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(u"io.github.seatscope.SeatScope"_s);
    return runWith(parseWindow(QCoreApplication::arguments()), runWindow);
#else
    const QCoreApplication application(argc, argv);
    say(u"seatscope: this build has no window; \"seatscope serve\" receives callbacks without one."_s);
    return ExitCode::WrongUsage;
#endif
}

ExitCode run(int argc, char **argv)
{
    QCoreApplication::setOrganizationName(u"SeatScope"_s);
    QCoreApplication::setApplicationName(u"seatscope"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SEATSCOPE_VERSION));
    // "seatscope captures | head" ends by the failed write.
    std::signal(SIGPIPE, SIG_IGN);
    // A limit on the size of files ("ulimit -f") is met as a full disk is.
    std::signal(SIGXFSZ, SIG_IGN);
    const QString first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (first == "-h"_L1 || first == "--help"_L1)
        return writeTopHelp();
    if (first == "-v"_L1 || first == "--version"_L1) {
        static_cast<void>(writeOut("seatscope " SEATSCOPE_VERSION "\n"));
        return ExitCode::Done;
    }
    if (first.isEmpty() || first.startsWith(u'-'))
        return openWindow(argc, argv);
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    arguments.removeAt(1);
    return runCommand(first, arguments);
}

} // namespace

} // namespace seatscope

int main(int argc, char **argv)
{
    return seatscope::toNumber(seatscope::run(argc, argv));
}
