// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/captureprinter.h"

#include "app/capturelines.h"
#include "app/terminal.h"

#include <algorithm>

namespace seatscope {

namespace {

/// Captures read at once.
constexpr qint64 windowSize = 1000;
/// How long the end waits for the reader of the lines.
constexpr std::chrono::seconds lastPatience(1);

} // namespace

CapturePrinter::CapturePrinter(std::unique_ptr<JournalReader> journal, Sequence last, bool json, OutputWriter &output)
    : m_journal(std::move(journal)),
      m_printed(last),
      m_json(json),
      m_output(output)
{
}

bool CapturePrinter::print(const std::vector<CaptureSummary> &captures)
{
    if (captures.empty())
        return !m_closed;
    return printStored(Sequence(captures.front().sequence.value() - 1)) && write(captures);
}

void CapturePrinter::hurry()
{
    m_output.finishWithin(lastPatience);
}

void CapturePrinter::printRest()
{
    hurry();
    // What an interruption left comes first, even if the journal has nothing more.
    if (m_closed || !write({}))
        return;
    const Result<Sequence> last = m_journal->lastSequence();
    if (last)
        printStored(*last);
}

bool CapturePrinter::printStored(Sequence last)
{
    while (m_printed < last && !m_closed) {
        const qint64 missing = last.value() - m_printed.value();
        const int count = static_cast<int>(std::min(windowSize, missing));
        const Result<std::vector<CaptureSummary>> captures = m_journal->window(next(m_printed), count);
        if (!captures) {
            say(captures.error().message());
            m_failed = true;
            m_closed = true;
        } else if (captures->empty()) {
            break;
        } else if (!write(*captures)) {
            return false;
        }
    }
    return !m_closed;
}

bool CapturePrinter::write(const std::vector<CaptureSummary> &captures)
{
    QByteArray lines;
    for (const CaptureSummary &capture : captures) {
        if (capture.sequence <= m_printed)
            continue;
        lines += m_json ? captureJsonLine(capture) : captureLine(capture);
        m_printed = capture.sequence;
    }
    const WriteOutcome outcome = m_output.write(lines);
    m_closed = outcome == WriteOutcome::Closed;
    return outcome == WriteOutcome::Written;
}

} // namespace seatscope
