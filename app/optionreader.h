// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <tl/expected.hpp>

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <optional>

namespace seatscope {

/// How the program ends; scripts depend on the numbers.
enum class ExitCode : quint8 { Done = 0, Failed = 1, WrongUsage = 2 };

/// Why a command ends before it begins: help was asked for (Done, for stdout) or the usage is wrong (for stderr).
struct EarlyExit {
    ExitCode code = ExitCode::WrongUsage;
    QString text;
};

/// The typed options of a command, or why there are none.
template<typename Options>
using Parsed = tl::expected<Options, EarlyExit>;

/// Reads the options of one command. The first problem is kept, further reading gives harmless values: read all, then
/// ask finish(). Needs a QCoreApplication.
class OptionReader {
public:
    /// \a usage is the synopsis after the program's name, for example "serve --journal FILE [options]".
    OptionReader(QString usage, const QString &description);

    void addFlag(const QString &name, const QString &description);
    void addValue(const QString &name, const QString &valueName, const QString &description);
    void addArgument(const QString &name, const QString &description);
    /// The last argument may be given any number of times, once at least.
    void repeatLastArgument() { m_repeats = true; }
    /// Reads \a arguments (program name first, without the command). False: ask finish() why.
    bool parse(const QStringList &arguments);

    [[nodiscard]] bool has(const QString &name) const { return m_parser.isSet(name); }
    /// The names of the options that are given.
    [[nodiscard]] QStringList given() const { return m_parser.optionNames(); }
    /// The value, which must not be empty when the option is given; absent when it is not.
    [[nodiscard]] std::optional<QString> text(const QString &name);
    /// The value of an option that must be given.
    [[nodiscard]] QString requiredText(const QString &name);
    [[nodiscard]] QStringList texts(const QString &name) const { return m_parser.values(name); }
    /// The value of an option that may be empty; absent when it is not given.
    [[nodiscard]] std::optional<QString> anyText(const QString &name) const;
    [[nodiscard]] QStringList arguments() const { return m_parser.positionalArguments(); }
    /// A whole number from \a least to \a most.
    [[nodiscard]] std::optional<qint64> integer(const QString &name, qint64 least, qint64 most);
    /// A decimal number from \a least to \a most.
    [[nodiscard]] std::optional<double> real(const QString &name, double least, double most);

    /// Notes that the usage is wrong; the first note is what the user sees.
    void fail(const QString &problem);
    /// \a options, unless a problem was noted or help asked for.
    template<typename Options>
    [[nodiscard]] Parsed<Options> finish(Options options) const
    {
        if (m_exit)
            return tl::unexpected<EarlyExit>(*m_exit);
        return options;
    }

private:
    QString m_usage;
    QStringList m_argumentNames;
    bool m_repeats = false; ///< the last of them
    QCommandLineParser m_parser;
    std::optional<EarlyExit> m_exit;
};

} // namespace seatscope
