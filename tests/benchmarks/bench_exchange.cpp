// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What an export of a million captures costs beside a bare read of the same rows, and an import beside the export.

#include "model/core/clock.h"
#include "model/exchange/captureexport.h"
#include "model/exchange/importsources.h"
#include "model/exchange/jsonlformat.h"
#include "model/journal/journalwriter.h"
#include "tests/benchmarks/growth.h"
#include "tests/benchmarks/processfigures.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QStorageInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <optional>
#include <unistd.h>
#include <vector>

using namespace seatscope;
using namespace seatscope::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 captures = 1'000'000;
constexpr int rounds = 5;
constexpr qint64 roomForLines = qint64{5} * 1024 * 1024 * 1024;
constexpr double allowedExportRatio = 2.5;
constexpr double allowedGrowthMb = 50;
/// An import takes long: not after each export.
constexpr int imports = 3;
/// Captures a second, of those of an export.
constexpr double allowedImportRatio = 0.5;

int fail(const QString &why)
{
    std::fprintf(stderr, "bench_exchange: %s\n", qPrintable(why));
    return 1;
}

double seconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

/// Copies what \a column of the row has; returns how many bytes that are.
size_t copyColumn(sqlite3_stmt *row, int column, std::vector<char> &buffer)
{
    if (sqlite3_column_type(row, column) == SQLITE_INTEGER) {
        const sqlite3_int64 number = sqlite3_column_int64(row, column);
        std::memcpy(buffer.data(), &number, sizeof number);
        return sizeof number;
    }
    const void *bytes = sqlite3_column_blob(row, column);
    const auto size = static_cast<size_t>(sqlite3_column_bytes(row, column));
    if (size > buffer.size())
        buffer.resize(2 * size);
    if (bytes)
        std::memcpy(buffer.data(), bytes, size);
    return size;
}

/// How long SQLite alone takes for all columns of all captures, s; nothing when that failed.
std::optional<double> bareRead(const QString &journal)
{
    QElapsedTimer timer;
    timer.start();
    sqlite3 *database = nullptr;
    sqlite3_stmt *row = nullptr;
    const bool isOpen =
        sqlite3_open_v2(journal.toUtf8().constData(), &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr) ==
            SQLITE_OK &&
        sqlite3_prepare_v2(database, "SELECT c.*, b.head, b.body FROM capture c JOIN content b USING(seq) ORDER BY seq",
                           -1, &row, nullptr) == SQLITE_OK;
    std::vector<char> buffer(size_t{64} * 1024);
    qint64 rows = 0;
    size_t bytes = 0;
    while (isOpen && sqlite3_step(row) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(row); ++column)
            bytes += copyColumn(row, column, buffer);
        ++rows;
    }
    sqlite3_finalize(row);
    sqlite3_close(database);
    return rows == captures && bytes > 0 ? std::optional(seconds(timer)) : std::nullopt;
}

/// How long an export to \a target takes, s; nothing when that failed.
std::optional<double> exportTime(const QString &journal, const QString &target)
{
    QElapsedTimer timer;
    timer.start();
    const Result<std::unique_ptr<JournalReader>> reader = JournalReader::open(journal);
    if (!reader)
        return std::nullopt;
    JsonlFormat format;
    const Result<ExportOutcome> outcome = exportToFile(
        target, [&](const ExportSink &sink) { return exportCaptures(**reader, {}, format, nullptr, sink); });
    return outcome && outcome->captures == captures ? std::optional(seconds(timer)) : std::nullopt;
}

class NoProblems final : public ImportObserver {
public:
    void notRead(const QString &, const ImportProblem &) override {}
    bool goesOn(const ImportProgress &) override { return true; }
};

/// How long an import of \a lines into the new journal \a target takes, s; nothing when that failed.
std::optional<double> importTime(const QString &lines, const QString &target)
{
    QElapsedTimer timer;
    timer.start();
    Result<OpenedInput> opened = openInput(lines);
    const Result<std::unique_ptr<JournalWriter>> writer = JournalWriter::open(target);
    if (!opened || !writer)
        return std::nullopt;
    std::vector<ImportInput> inputs;
    inputs.push_back(std::move(opened->input));
    NoProblems observer;
    const SystemClock clock;
    const Result<ImportReport> report = CaptureImport(**writer, target, clock).run(inputs, observer);
    return report && report->imported == captures && report->notRead == 0 ? std::optional(seconds(timer))
                                                                          : std::nullopt;
}

void removeJournal(const QString &path)
{
    for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + end);
}

/// Where the lines go: into memory, because how fast a disk writes 2 GB is not the question; SQLite reads from memory,
/// too. Beside the journal where there is too little.
QString targetFolder(const QString &besides)
{
    const QStorageInfo memory(u"/dev/shm"_s);
    return memory.isValid() && memory.bytesAvailable() > roomForLines ? memory.rootPath() : besides;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder(u"" SEATSCOPE_BENCH_FOLDER "/bench-exchange-XXXXXX"_s);
    if (!folder.isValid())
        return fail(folder.errorString());
    const QString journal = folder.filePath(u"exchange.seatscope"_s);
    const QTemporaryDir target(targetFolder(folder.path()) + u"/bench-exchange-XXXXXX"_s);
    if (!target.isValid())
        return fail(target.errorString());
    const QString lines = target.filePath(u"captures.jsonl"_s);
    if (!makeFullJournal(journal))
        return fail(u"the journal could not be made"_s);

    const ProcessFigures process(QCoreApplication::applicationPid());
    std::vector<double> reads;
    std::vector<double> exports;
    std::vector<double> ratios;
    std::vector<double> importRatios;
    double growthMb = 0;
    double importGrowthMb = 0;
    for (int round = 0; round < rounds; ++round) {
        // What the round before wrote is on the disk, so that it slows down neither of the two.
        ::sync();
        const std::optional<double> read = bareRead(journal);
        process.resetPeak();
        const qint64 before = process.residentKb();
        const std::optional<double> written = exportTime(journal, lines);
        growthMb = std::max(growthMb, static_cast<double>(process.peakResidentKb() - before) / 1024);
        if (!read || !written)
            return fail(u"the journal could not be read, or not exported"_s);
        reads.push_back(*read);
        exports.push_back(*written);
        ratios.push_back(*written / *read);
        if (round >= imports)
            continue;
        process.resetPeak();
        const qint64 beforeImport = process.residentKb();
        const QString imported = folder.filePath(u"imported.seatscope"_s);
        const std::optional<double> taken = importTime(lines, imported);
        importGrowthMb = std::max(importGrowthMb, static_cast<double>(process.peakResidentKb() - beforeImport) / 1024);
        removeJournal(imported);
        if (!taken)
            return fail(u"what was exported could not be imported"_s);
        std::printf("round %d: read %.2f s, export %.2f s, import %.2f s\n", round + 1, *read, *written, *taken);
        importRatios.push_back(*written / *taken);
    }
    const std::optional<double> onDisk = exportTime(journal, folder.filePath(u"captures.jsonl"_s));
    const double ratio = median(ratios);
    std::printf("read_s=%.2f\nexport_s=%.2f\nexport_per_second=%.0f\nexport_mb=%.0f\nexport_ratio=%.2f\n"
                "export_to_disk_s=%.2f\nrss_growth_mb=%.1f\n",
                median(reads), median(exports), static_cast<double>(captures) / median(exports),
                static_cast<double>(QFile(lines).size()) / (1024 * 1024), ratio, onDisk.value_or(0), growthMb);
    const double importRatio = median(importRatios);
    std::printf("import_ratio=%.2f\nimport_rss_growth_mb=%.1f\n", importRatio, importGrowthMb);
    if (importRatio < allowedImportRatio)
        return fail(u"an import takes more than %1 times an export"_s.arg(1 / allowedImportRatio));
    if (ratio > allowedExportRatio || growthMb > allowedGrowthMb)
        return fail(
            u"more than %1 times a bare read, or more than %2 MB"_s.arg(allowedExportRatio).arg(allowedGrowthMb));
    return 0;
}
