// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/optionreader.h"

namespace seatscope {

using namespace Qt::StringLiterals;

OptionReader::OptionReader(QString usage, const QString &description) : m_usage(std::move(usage))
{
    m_parser.setApplicationDescription(description);
    m_parser.addOption({{u"h"_s, u"help"_s}, u"Show this help."_s});
}

void OptionReader::addFlag(const QString &name, const QString &description)
{
    m_parser.addOption({name, description});
}

void OptionReader::addValue(const QString &name, const QString &valueName, const QString &description)
{
    m_parser.addOption({name, description, valueName});
}

void OptionReader::addArgument(const QString &name, const QString &description)
{
    m_parser.addPositionalArgument(name, description);
    m_argumentNames << name;
}

bool OptionReader::parse(const QStringList &arguments)
{
    if (!m_parser.parse(arguments)) {
        fail(m_parser.errorText());
        return false;
    }
    if (has(u"help"_s)) {
        // Qt's first line does not know of commands.
        const QString help = m_parser.helpText();
        m_exit = EarlyExit{ExitCode::Done, u"Usage: seatscope "_s % m_usage % help.mid(help.indexOf(u'\n'))};
        return false;
    }
    const QStringList given = m_parser.positionalArguments();
    if (given.size() > m_argumentNames.size() && !m_repeats)
        fail(u"Unexpected argument '%1'."_s.arg(given.at(m_argumentNames.size())));
    else if (given.size() < m_argumentNames.size())
        fail(u"%1 is missing."_s.arg(m_argumentNames.at(given.size())));
    return !m_exit;
}

std::optional<QString> OptionReader::text(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    const QString value = m_parser.value(name);
    if (value.isEmpty())
        fail(u"--%1 needs a value."_s.arg(name));
    return value;
}

std::optional<QString> OptionReader::anyText(const QString &name) const
{
    return has(name) ? std::optional(m_parser.value(name)) : std::nullopt;
}

QString OptionReader::requiredText(const QString &name)
{
    const std::optional<QString> value = text(name);
    if (!value)
        fail(u"--%1 is missing."_s.arg(name));
    return value.value_or(QString());
}

std::optional<qint64> OptionReader::integer(const QString &name, qint64 least, qint64 most)
{
    if (!has(name))
        return std::nullopt;
    bool isNumber = false;
    const qint64 value = m_parser.value(name).toLongLong(&isNumber);
    if (!isNumber || value < least || value > most) {
        fail(u"--%1 needs a whole number from %2 to %3, not '%4'."_s.arg(name).arg(least).arg(most).arg(
            m_parser.value(name)));
        return least;
    }
    return value;
}

std::optional<double> OptionReader::real(const QString &name, double least, double most)
{
    if (!has(name))
        return std::nullopt;
    bool isNumber = false;
    const double value = m_parser.value(name).toDouble(&isNumber);
    // Written so that "nan" fails too.
    if (!isNumber || !(value >= least && value <= most)) {
        fail(
            u"--%1 needs a number from %2 to %3, not '%4'."_s.arg(name).arg(least).arg(most).arg(m_parser.value(name)));
        return least;
    }
    return value;
}

void OptionReader::fail(const QString &problem)
{
    if (!m_exit)
        m_exit = EarlyExit{ExitCode::WrongUsage, problem};
}

} // namespace seatscope
