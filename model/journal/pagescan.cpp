// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/pagescan.h"

#include "model/journal/pagefile.h"
#include "model/journal/salvagecursor.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <string_view>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Journal)
};

/// Rows that are written in one transaction.
constexpr int batchSize = 1000;
/// Pages that are looked at to find out how large pages are.
constexpr qint64 sample = 4096;
/// The types of the columns, as journalschema.cpp has them: a row of which they do not hold is of another table, or
/// damaged. n: none, the sequence, which is the number of the row; i: an integer; b: bytes; t: text; capitals may be
/// none. Marks came with format 2, the origin with format 4; they are missing in older rows.
constexpr std::string_view contentTypes("nbb");
constexpr std::string_view captureTypes("nibbttiTTIitiIii");
constexpr std::string_view captureTypesWithMarks("nibbttiTTIitiIiiit");
constexpr std::string_view captureTypesWithOrigin("nibbttiTTIitiIiiitI");

bool isOf(char wanted, RecordValue::Type type)
{
    switch (type) {
    case RecordValue::Type::Null:
        return wanted == 'n' || wanted == 'I' || wanted == 'T';
    case RecordValue::Type::Integer:
        return wanted == 'i' || wanted == 'I';
    case RecordValue::Type::Text:
        return wanted == 't' || wanted == 'T';
    case RecordValue::Type::Blob:
        break;
    }
    return wanted == 'b';
}

bool areOf(std::string_view wanted, const std::vector<RecordValue> &values)
{
    return std::ranges::equal(wanted, values,
                              [](char type, const RecordValue &value) { return isOf(type, value.type); });
}

bool isContent(const std::vector<RecordValue> &values)
{
    return areOf(contentTypes, values);
}

bool isCapture(const std::vector<RecordValue> &values)
{
    return areOf(captureTypes, values) || areOf(captureTypesWithMarks, values) || areOf(captureTypesWithOrigin, values);
}

bool isSequence(qint64 number)
{
    return number >= 1 && number <= highestSequence;
}

/// How many of some pages, which are spread over the file, begin a row of a journal.
qint64 fittingPages(const PageFile &pages)
{
    const qint64 step = std::max<qint64>(1, pages.pageCount() / sample);
    qint64 fitting = 0;
    for (qint64 number = 2; number <= pages.pageCount(); number += step) {
        const QByteArray page = pages.page(number);
        const std::vector<LeafCell> cells = pages.cells(page);
        fitting += std::ranges::any_of(cells, [&pages](const LeafCell &cell) {
            const auto payload = cell.overflow == 0 ? pages.payload(cell) : std::nullopt;
            const auto values = payload ? recordValues(*payload) : std::nullopt;
            return values && (isContent(*values) || isCapture(*values));
        });
    }
    return fitting;
}

/// The pages of \a path in the one of \a sizes that fits best; nothing when none does.
Result<std::optional<PageFile>> bestFitting(const QString &path, const std::vector<qsizetype> &sizes)
{
    std::optional<PageFile> best;
    qint64 most = 0;
    for (const qsizetype size : sizes) {
        Result<PageFile> pages = PageFile::open(path, size);
        if (!pages)
            return tl::unexpected<Error>(pages.error());
        if (const qint64 fitting = fittingPages(*pages); fitting > most) {
            most = fitting;
            best = std::move(*pages);
        }
    }
    return best;
}

/// Puts rows into a journal.
class Finder {
public:
    static Result<Finder> make(const JournalConnection &found)
    {
        Result<SqliteStatement> capture =
            found.prepare(u"INSERT OR IGNORE INTO capture VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s);
        Result<SqliteStatement> content = found.prepare(u"INSERT OR IGNORE INTO content VALUES(?,?,?)"_s);
        if (!capture || !content)
            return tl::unexpected<Error>((capture ? content : capture).error());
        return Finder(found, std::move(*capture), std::move(*content));
    }

    Result<void> scan(const PageFile &pages, QFile &loose)
    {
        Result<void> done = m_found.run(u"BEGIN"_s);
        for (qint64 number = 2; done && number <= pages.pageCount(); ++number)
            done = keepPage(pages, number, pages.page(number));
        while (done && loose.isOpen()) {
            const QByteArray number = loose.read(4);
            const QByteArray page = loose.read(pages.pageSize());
            if (page.size() < pages.pageSize())
                break;
            done = keepPage(pages, qFromBigEndian<quint32>(number.data()), page);
        }
        return done.and_then([this] { return m_found.run(u"COMMIT"_s); });
    }

private:
    Finder(const JournalConnection &found, SqliteStatement capture, SqliteStatement content)
        : m_found(found),
          m_capture(std::move(capture)),
          m_content(std::move(content))
    {
    }

    Result<void> keepPage(const PageFile &pages, qint64 number, const QByteArray &page)
    {
        const std::vector<LeafCell> cells = pages.cells(page);
        if (cells.empty() || pages.isFree(number))
            return {};
        for (const LeafCell &cell : cells) {
            if (Result<void> kept = keep(pages, cell); !kept)
                return kept;
        }
        return {};
    }

    Result<void> keep(const PageFile &pages, const LeafCell &cell)
    {
        const std::optional<QByteArray> payload = isSequence(cell.rowId) ? pages.payload(cell) : std::nullopt;
        const auto values = payload ? recordValues(*payload) : std::nullopt;
        if (!values)
            return {};
        if (isContent(*values))
            return insert(m_content, cell.rowId, *values);
        if (!isCapture(*values))
            return {};
        std::vector<RecordValue> row = *values;
        if (row.size() == captureTypes.size()) {
            row.push_back({RecordValue::Type::Integer, 0, {}});
            row.push_back({RecordValue::Type::Text, 0, {}});
        }
        if (row.size() == captureTypesWithMarks.size())
            row.push_back({RecordValue::Type::Null, 0, {}});
        return insert(m_capture, cell.rowId, row);
    }

    Result<void> insert(SqliteStatement &statement, qint64 sequence, const std::vector<RecordValue> &row)
    {
        // The statement does not copy: these live until it has run.
        std::vector<QByteArray> bytes;
        bytes.reserve(row.size());
        for (const RecordValue &value : row)
            bytes.push_back(value.bytes.toByteArray());
        statement.bind(1, sequence);
        for (size_t i = 1; i < row.size(); ++i) {
            const int place = static_cast<int>(i) + 1;
            switch (row[i].type) {
            case RecordValue::Type::Null:
                statement.bindNull(place);
                break;
            case RecordValue::Type::Integer:
                statement.bind(place, row[i].integer);
                break;
            case RecordValue::Type::Text:
                statement.bindText(place, bytes[i]);
                break;
            case RecordValue::Type::Blob:
                statement.bindBytes(place, bytes[i]);
                break;
            }
        }
        if (!statement.run())
            return m_found.failed();
        if (++m_inBatch < batchSize)
            return {};
        m_inBatch = 0;
        return m_found.run(u"COMMIT; BEGIN"_s);
    }

    const JournalConnection &m_found;
    SqliteStatement m_capture;
    SqliteStatement m_content;
    int m_inBatch = 0;
};

} // namespace

Result<void> scanPages(const QString &path, const std::vector<qsizetype> &pageSizes, const LoosePages &loose,
                       const JournalConnection &found)
{
    Result<std::optional<PageFile>> pages = bestFitting(path, pageSizes);
    if (pages && !*pages)
        pages = bestFitting(path, {512, 1024, 2048, 4096, 8192, 16384, 32768, 65536});
    if (!pages)
        return tl::unexpected<Error>(pages.error());
    if (!*pages && loose.pageSize != 0) {
        Result<PageFile> empty = PageFile::open(path, loose.pageSize);
        if (!empty)
            return tl::unexpected<Error>(empty.error());
        *pages = std::move(*empty);
    }
    if (!*pages)
        return {};
    Result<Finder> finder = Finder::make(found);
    if (!finder)
        return tl::unexpected<Error>(finder.error());
    QFile file(loose.path);
    const bool isReadable = (*pages)->pageSize() != loose.pageSize || !file.exists() || file.open(QIODevice::ReadOnly);
    if (!isReadable)
        return failure(JournalText::tr("pages of the journal's log cannot be read (%1)").arg(file.errorString()),
                       loose.path);
    return finder->scan(**pages, file);
}

} // namespace seatscope
