// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/harreader.h"

#include "model/exchange/boundedfile.h"
#include "model/exchange/harentry.h"

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

HarReader::HarReader(std::unique_ptr<HarScanner> scanner, qint64 size) : m_scanner(std::move(scanner)), m_size(size) {}

Result<std::unique_ptr<CaptureSource>> HarReader::open(const QString &path, const ImportLimits &limits)
{
    Result<std::unique_ptr<QFile>> file = openBoundedFile(path, limits.fileBytes);
    if (!file)
        return tl::unexpected<Error>(file.error());
    const qint64 size = (*file)->size();
    Result<std::unique_ptr<HarScanner>> scanner = HarScanner::open(*std::move(file), limits.captureBytes);
    if (!scanner)
        return tl::unexpected<Error>(scanner.error());
    return std::unique_ptr<CaptureSource>(new HarReader(*std::move(scanner), size));
}

Result<std::optional<std::variant<ImportedCapture, ImportProblem>>> HarReader::next()
{
    using Item = std::variant<ImportedCapture, ImportProblem>;
    const Result<std::optional<HarScanner::Entry>> entry = m_scanner->next();
    if (!entry)
        return tl::unexpected<Error>(entry.error());
    if (!*entry)
        return std::optional<Item>();
    const HarScanner::Entry &found = **entry;
    const QString where = u"entry %1"_s.arg(found.number);
    if (found.isBroken) {
        return Item(ImportProblem{u"after "_s + where,
                                  u"the file is damaged or ends too early; what follows cannot be read"_s});
    }
    if (found.isCutOff)
        return Item(ImportProblem{where, u"the file ends within it"_s});
    if (found.isTooLong)
        return Item(ImportProblem{where, u"it is longer than what is read of one entry"_s});
    if (found.isTooDeep)
        return Item(ImportProblem{where, u"it is nested too deeply"_s});
    return readHarEntry(found.json, where);
}

} // namespace seatscope
