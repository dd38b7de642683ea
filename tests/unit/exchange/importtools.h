// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/jsontext.h"
#include "model/exchange/captureimport.h"
#include "model/exchange/importsources.h"
#include "tests/support/manualclock.h"
#include "tests/unit/journal/journaltools.h"

#include <QFile>

#include <functional>

namespace seatscope::test {

inline constexpr QByteArrayView jsonlHeader(R"({"format":"seatscope-captures","version":1})"
                                            "\n");

/// Writes a byte string of a capture as the format wants it.
inline void writeBytes(JsonWriter &json, QLatin1StringView key, QLatin1StringView base64Key, const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes)
        json.key(key).string(text);
    else
        json.key(base64Key).string(QString::fromLatin1(bytes.toBase64()));
}

/// \a capture as a line of jsonl, with what an import needs alone.
inline QByteArray jsonlLine(const Capture &capture)
{
    using namespace Qt::StringLiterals;
    const CaptureSummary &summary = capture.summary;
    JsonWriter json;
    json.beginObject().key("seq"_L1).number(summary.sequence.value());
    json.key("receivedUs"_L1).number(summary.receivedAt.value()).key("peer"_L1).string(summary.peer);
    writeBytes(json, "method"_L1, "methodBase64"_L1, summary.method);
    writeBytes(json, "target"_L1, "targetBase64"_L1, summary.target);
    writeBytes(json, "head"_L1, "headBase64"_L1, capture.head);
    writeBytes(json, "body"_L1, "bodyBase64"_L1, capture.body);
    json.key("verdict"_L1).string(QString(verdictName(summary.ruling.verdict)));
    if (!summary.ruling.reason.isEmpty())
        json.key("reason"_L1).string(summary.ruling.reason);
    if (summary.flags) {
        json.key("flags"_L1).beginArray();
        for (const QString &name : flagNames(summary.flags))
            json.string(name);
        json.endArray();
    }
    if (summary.duplicateOf)
        json.key("duplicateOf"_L1).number(summary.duplicateOf->value());
    if (summary.origin)
        json.key("origin"_L1).number(summary.origin->value());
    json.key("status"_L1).number(summary.status);
    json.key("findings"_L1).beginArray().beginObject().key("seq"_L1).string(u"ignored").endObject().endArray();
    if (summary.bookmarked)
        json.key("bookmarked"_L1).boolean(true);
    if (!summary.note.isEmpty())
        json.key("note"_L1).string(summary.note);
    json.endObject();
    return json.bytes() + '\n';
}

/// The captures of the journal at \a path that \a wants.
inline std::vector<Capture> capturesOf(const QString &path, const std::function<bool(const Capture &)> &wants = {})
{
    std::vector<Capture> captures;
    const auto reader = openReader(path);
    CaptureSelection all;
    all.range = {Sequence(0), Sequence(std::numeric_limits<qint64>::max())};
    all.withHead = true;
    all.withBody = true;
    const bool isRead = reader && reader->visitSelected(all, [&](const Capture &found) {
        if (!wants || wants(found))
            captures.push_back(found);
        return true;
    });
    if (!isRead)
        qFatal("the journal cannot be read");
    return captures;
}

inline QByteArray jsonlOf(const std::vector<Capture> &captures)
{
    QByteArray text = jsonlHeader.toByteArray();
    for (const Capture &found : captures)
        text += jsonlLine(found);
    return text;
}

/// All columns of all captures of a journal, one a line.
inline QByteArrayList rowsOf(const QString &path)
{
    QByteArrayList rows;
    const auto journal = JournalConnection::open(path, JournalConnection::Access::Read);
    auto query = journal ? journal->prepare(QStringLiteral("SELECT c.*, b.head, b.body FROM capture c JOIN content b"
                                                           " USING(seq) ORDER BY seq"))
                         : tl::unexpected<Error>(journal.error());
    while (query && query->step() == SqliteStatement::Step::Row) {
        QByteArrayList columns;
        for (int column = 0; column < 21; ++column)
            columns += query->isNull(column) ? QByteArray("-") : query->bytes(column).toPercentEncoding();
        rows += columns.join('|');
    }
    return rows;
}

inline bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// Keeps what it is told, and cancels when it was asked so often.
class NotingObserver final : public ImportObserver {
public:
    explicit NotingObserver(int patience = -1) : m_patience(patience) {}
    void notRead(const QString &, const ImportProblem &problem) override
    {
        problems += problem.where + QStringLiteral(": ") + problem.reason;
    }
    [[nodiscard]] bool goesOn(const ImportProgress &progress) override
    {
        last = progress;
        return m_patience < 0 || m_patience-- > 0;
    }

    QStringList problems;
    ImportProgress last;

private:
    int m_patience;
};

/// Imports \a files into an open journal.
inline Result<ImportReport> importInto(JournalWriter &writer, const QString &journal, const QStringList &files,
                                       ImportObserver &observer)
{
    std::vector<ImportInput> inputs;
    for (const QString &file : files) {
        Result<OpenedInput> opened = openInput(file);
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        inputs.push_back(std::move(opened->input));
    }
    ManualClock clock;
    return CaptureImport(writer, journal, clock).run(inputs, observer);
}

/// Imports \a files into the journal at a path.
inline Result<ImportReport> importInto(const QString &journal, const QStringList &files, ImportObserver &observer)
{
    const auto writer = openWriter(journal);
    return importInto(*writer, journal, files, observer);
}

} // namespace seatscope::test
