// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs a fuzz target over stored inputs, so that every compiler can: replay FILE-OR-FOLDER…

#include "tests/fuzz/check.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>

namespace {

QStringList filesOf(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    QStringList files;
    QDirIterator entries(path, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files += entries.next();
    files.sort();
    return files;
}

bool replay(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(file.errorString()));
        return false;
    }
    const QByteArray input = file.readAll();
    // Said first: where a rule breaks, the process ends.
    std::printf("%s\n", qPrintable(path));
    std::fflush(stdout);
    return LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.constData()),
                                  static_cast<std::size_t>(input.size())) == 0;
}

} // namespace

int main(int argc, char **argv)
{
    QStringList files;
    for (int i = 1; i < argc; ++i)
        files += filesOf(QString::fromLocal8Bit(argv[i]));
    if (files.isEmpty()) {
        std::fputs("replay: no inputs\n", stderr);
        return 2;
    }
    return std::ranges::all_of(files, replay) ? 0 : 1;
}
