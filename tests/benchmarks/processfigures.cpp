// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/processfigures.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace seatscope::bench {

qint64 ProcessFigures::statusKb(const char *name) const
{
    QFile file(u"/proc/%1/status"_s.arg(m_processId));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

qint64 ProcessFigures::residentKb() const
{
    return statusKb("VmRSS:");
}

qint64 ProcessFigures::peakResidentKb() const
{
    return statusKb("VmHWM:");
}

bool ProcessFigures::resetPeak() const
{
    QFile file(u"/proc/%1/clear_refs"_s.arg(m_processId));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write("5") == 1;
}

int ProcessFigures::sockets() const
{
    const QString folder = u"/proc/%1/fd/"_s.arg(m_processId);
    const QStringList names = QDir(folder).entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
    return static_cast<int>(std::ranges::count_if(names, [&folder](const QString &name) {
        // QFile::symLinkTarget() would make a path of "socket:[1234]".
        std::array<char, 16> target{};
        const ssize_t size = ::readlink(QFile::encodeName(folder + name).constData(), target.data(), target.size());
        return size > 0 && QByteArrayView(target.data(), size).startsWith("socket:");
    }));
}

std::map<QByteArray, double> ProcessFigures::threadSeconds() const
{
    std::map<QByteArray, double> seconds;
    const QString folder = u"/proc/%1/task/"_s.arg(m_processId);
    for (const QString &task : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(folder + task + u"/stat"_s);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = file.readAll();
        const qsizetype nameEnd = line.lastIndexOf(')');
        const bool isMain = task.toLongLong() == m_processId;
        const QByteArray name = isMain ? QByteArray("main") : line.first(nameEnd).sliced(line.indexOf('(') + 1);
        // Behind the name come the state and others; utime and stime are the 14th and 15th field, see proc(5).
        const QList<QByteArray> fields = line.sliced(nameEnd + 2).split(' ');
        const auto ticks = fields.value(11).toLongLong() + fields.value(12).toLongLong();
        seconds[name] += static_cast<double>(ticks) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    }
    return seconds;
}

} // namespace seatscope::bench
