// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/boundedfile.h"

#include "model/callback/shorttext.h"

#include <QFileInfo>
#include <QLocale>

namespace seatscope {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<QFile>> openBoundedFile(const QString &path, qint64 mostBytes)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return failure(u"is no file"_s, path, u"Name a file that can be read from its start to its end"_s);
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return failure(u"cannot be read (%1)"_s.arg(file->errorString()), path);
    if (file->size() > mostBytes) {
        const QLocale words = QLocale::c();
        return failure(u"has %1, more than the %2 that are read"_s.arg(words.formattedDataSize(file->size()),
                                                                       words.formattedDataSize(mostBytes)),
                       path, u"Split it, or export a part only"_s);
    }
    return file;
}

QString shownName(QString name)
{
    for (QChar &c : name) {
        if (!c.isPrint())
            c = QChar::ReplacementCharacter;
    }
    return shortText(name);
}

} // namespace seatscope
