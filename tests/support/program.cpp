// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/program.h"

namespace seatscope::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;

} // namespace

ProgramResult runProgram(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(SEATSCOPE_PROGRAM), arguments);
    ProgramResult result;
    if (process.waitForFinished(patienceMs) && process.exitStatus() == QProcess::NormalExit)
        result.exitCode = process.exitCode();
    result.output = process.readAllStandardOutput();
    result.words = process.readAllStandardError();
    return result;
}

ServeProgram::ServeProgram(const QString &journal, const QStringList &moreArguments,
                           QProcess::ProcessChannelMode channels)
    : m_process(std::make_unique<QProcess>())
{
    m_process->setProcessChannelMode(channels);
    m_process->start(QStringLiteral(SEATSCOPE_PROGRAM),
                     QStringList{u"serve"_s, u"--journal"_s, journal, u"--listen"_s, u"127.0.0.1:0"_s} + moreArguments);
    while (!m_process->canReadLine() && m_process->waitForReadyRead(patienceMs)) {
    }
    const QByteArray line = m_process->readLine().trimmed();
    constexpr QByteArrayView intro = "listening on ";
    if (line.startsWith(intro))
        m_url = QUrl(QString::fromUtf8(line.sliced(intro.size())));
}

ServeProgram::~ServeProgram()
{
    kill();
}

void ServeProgram::kill()
{
    m_process->kill();
    m_process->waitForFinished(patienceMs);
}

int ServeProgram::terminate()
{
    m_process->terminate();
    if (!m_process->waitForFinished(patienceMs) || m_process->exitStatus() != QProcess::NormalExit)
        return -1;
    return m_process->exitCode();
}

} // namespace seatscope::test
