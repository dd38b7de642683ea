// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/importreporter.h"

#include "app/terminal.h"
#include "model/core/jsontext.h"

#include <cstdio>
#include <poll.h>
#include <unistd.h>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 progressMs = 200;

bool isReadable(int descriptor)
{
    pollfd waiting{descriptor, POLLIN, 0};
    return descriptor >= 0 && ::poll(&waiting, 1, 0) > 0;
}

/// To the terminal, without an end of the line.
void put(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    static_cast<void>(std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr));
}

QString countText(const ImportReport &report)
{
    QString text = u"imported %1"_s.arg(report.imported);
    if (report.sequences)
        text += u" (#%1 to #%2)"_s.arg(report.sequences->first.value()).arg(report.sequences->last.value());
    return QString(text % u", not read %1"_s.arg(report.notRead));
}

void warnOfLimits(const ImportReport &report)
{
    const qint64 beyond = report.beyond.uninvited + report.beyond.others;
    if (beyond == 0)
        return;
    say(u"the journal now has %1 captures in %2 bytes, more than is kept without being told otherwise: at its next "
        u"start"
        " SeatScope removes about %3 of the oldest, unless --keep, --keep-bytes or --keep-refused-percent allow more"_s
            .arg(report.holdings.captures)
            .arg(report.holdings.usedBytes)
            .arg(beyond));
}

} // namespace

ImportReporter::ImportReporter(bool json, int interrupter)
    : m_json(json),
      m_interrupter(interrupter),
      m_showsProgress(::isatty(STDERR_FILENO) != 0)
{
    m_sinceProgress.start();
}

void ImportReporter::clearProgress()
{
    if (m_hasProgress)
        put(u"\r\x1b[K"_s);
    m_hasProgress = false;
}

void ImportReporter::notRead(const QString &name, const ImportProblem &problem)
{
    if (m_json) {
        JsonWriter json;
        json.beginObject().key("event"_L1).string(u"not-read").key("file"_L1).string(name);
        json.key("where"_L1).string(problem.where).key("reason"_L1).string(problem.reason).endObject();
        static_cast<void>(writeOut(json.bytes() + '\n'));
    }
    if (++m_told > mostWords)
        return;
    clearProgress();
    say(printable(u"%1, %2: %3"_s.arg(name, problem.where, problem.reason)));
}

bool ImportReporter::goesOn(const ImportProgress &progress)
{
    if (isReadable(m_interrupter))
        return false;
    if (m_showsProgress && m_sinceProgress.elapsed() >= progressMs) {
        m_sinceProgress.start();
        m_hasProgress = true;
        const qint64 percent = progress.size > 0 ? qMin<qint64>(100, progress.position * 100 / progress.size) : 100;
        put(u"\r\x1b[K%1 %, %2 captures, not read %3"_s.arg(percent).arg(progress.imported).arg(progress.notRead));
    }
    return true;
}

void ImportReporter::finish(const ImportReport &report)
{
    clearProgress();
    if (m_told > mostWords)
        say(m_json ? u"and %1 more"_s.arg(m_told - mostWords)
                   : u"and %1 more; --json lists all of them"_s.arg(m_told - mostWords));
    say(report.isCancelled ? u"interrupted: nothing was imported"_s : countText(report));
    warnOfLimits(report);
    writeSummary(report, {});
}

void ImportReporter::fail(const Error &error)
{
    clearProgress();
    say(printable(error.message()));
    writeSummary({}, error.message());
}

void ImportReporter::writeSummary(const ImportReport &report, const QString &error)
{
    if (!m_json)
        return;
    JsonWriter json;
    json.beginObject().key("event"_L1).string(u"summary").key("imported"_L1).number(report.imported);
    json.key("notRead"_L1).number(report.notRead);
    if (report.sequences) {
        json.key("firstSeq"_L1).number(report.sequences->first.value());
        json.key("lastSeq"_L1).number(report.sequences->last.value());
    }
    json.key("cancelled"_L1).boolean(report.isCancelled);
    json.key("beyondLimits"_L1).number(report.beyond.uninvited + report.beyond.others);
    if (!error.isEmpty())
        json.key("error"_L1).string(error);
    json.endObject();
    static_cast<void>(writeOut(json.bytes() + '\n'));
}

} // namespace seatscope
