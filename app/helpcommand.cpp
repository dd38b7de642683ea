// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helpcommand.h"

#include "app/terminal.h"
#include "model/query/filterhelp.h"

namespace seatscope {

using namespace Qt::StringLiterals;

Parsed<HelpOptions> parseHelp(const QStringList &arguments)
{
    OptionReader reader(u"help TOPIC"_s, u"Tells about a command, or about: filter."_s);
    reader.addArgument(u"TOPIC"_s, u"What to tell about."_s);
    HelpOptions options;
    if (reader.parse(arguments)) {
        options.topic = reader.arguments().constFirst();
        if (options.topic != "filter"_L1)
            reader.fail(
                u"There is no help about '%1', only about the commands and about: filter."_s.arg(options.topic));
    }
    return reader.finish(options);
}

ExitCode runHelp(const HelpOptions &)
{
    static_cast<void>(writeOut(filterHelp().toUtf8()));
    return ExitCode::Done;
}

} // namespace seatscope
