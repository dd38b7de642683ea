// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/exchange/exporthabits.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTries = 100;

} // namespace

ExportHabits ExportHabits::load()
{
    const QSettings settings;
    ExportHabits habits;
    habits.folder = settings.value(u"export/folder"_s).toString();
    if (habits.folder.isEmpty() || !QFileInfo(habits.folder).isDir())
        habits.folder = QDir::homePath();
    habits.form.format = exportFormatNamed(settings.value(u"export/format"_s).toString());
    if (habits.form.format == nullptr)
        habits.form.format = &exportFormats().front();
    const int table = settings.value(u"export/table"_s).toInt();
    if (table == static_cast<int>(ExportTable::Seats) || table == static_cast<int>(ExportTable::Activity))
        habits.form.table = static_cast<ExportTable>(table);
    habits.redacts = settings.value(u"export/redact"_s).toBool();
    return habits;
}

void ExportHabits::save() const
{
    QSettings settings;
    settings.setValue(u"export/folder"_s, folder);
    settings.setValue(u"export/format"_s, QString(form.format->name));
    settings.setValue(u"export/table"_s, static_cast<int>(form.table));
    settings.setValue(u"export/redact"_s, redacts);
}

QString suggestedTarget(const QString &folder, const QString &journal, const QString &day, const ExportFormat &format)
{
    const QString base = QDir(folder).filePath(QFileInfo(journal).completeBaseName() + u'-' + day);
    QString path = base + u'.' + format.suffix;
    for (int i = 2; QFileInfo::exists(path) && i < mostTries; ++i)
        path = u"%1-%2.%3"_s.arg(base, QString::number(i), format.suffix);
    return path;
}

QString withSuffixOf(const ExportFormat &format, const QString &path)
{
    const QFileInfo file(path);
    if (file.fileName().isEmpty())
        return path;
    const QString suffix = file.suffix();
    const bool isOfFormat = std::ranges::any_of(exportFormats(), [&suffix](const ExportFormat &other) {
        return suffix.compare(other.suffix, Qt::CaseInsensitive) == 0;
    });
    if (suffix.isEmpty())
        return (path.endsWith(u'.') ? path : path + u'.') + format.suffix;
    return isOfFormat ? path.chopped(suffix.size()) + format.suffix : path;
}

} // namespace seatscope
