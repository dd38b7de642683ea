// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/serverprocess.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>

namespace seatscope::bench {

namespace {
constexpr int startMs = 10'000;
constexpr int stopMs = 30'000;
constexpr int tryMs = 50;
} // namespace

ServerProcess::ServerProcess()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

ServerProcess::~ServerProcess()
{
    if (m_process.state() != QProcess::NotRunning && !stop()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QString ServerProcess::startAndReadUrl(const QString &program, const QStringList &arguments)
{
    m_process.start(program, arguments);
    while (!m_process.canReadLine() && m_process.waitForReadyRead(startMs)) {
    }
    return QString::fromUtf8(m_process.readLine()).trimmed();
}

bool ServerProcess::startAndAwaitPort(const QString &program, const QStringList &arguments, quint16 port,
                                      int patienceMs)
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(program, arguments);
    if (!m_process.waitForStarted(startMs))
        return false;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < patienceMs) {
        QTcpSocket probe;
        probe.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        if (probe.waitForConnected(tryMs))
            return true;
        if (m_process.waitForFinished(tryMs))
            return false;
    }
    return false;
}

bool ServerProcess::stop()
{
    m_process.terminate();
    return m_process.waitForFinished(stopMs) && m_process.exitStatus() == QProcess::NormalExit &&
           m_process.exitCode() == 0;
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost, 0) ? server.serverPort() : quint16(0);
}

} // namespace seatscope::bench
