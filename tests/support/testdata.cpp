// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testdata.h"

#include <QDir>
#include <QFile>

namespace seatscope::test {

using namespace Qt::StringLiterals;

QByteArray testData(const QString &name)
{
    QFile file(u"" SEATSCOPE_TEST_DATA "/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("test data %s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    return file.readAll();
}

QStringList corpusFiles()
{
    QStringList names = QDir(u"" SEATSCOPE_TEST_DATA "/corpus"_s).entryList(QDir::Files, QDir::Name);
    names.removeAll(u"README.md"_s);
    names.removeAll(u"index.json"_s);
    return names;
}

} // namespace seatscope::test
