// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/captureimport.h"

#include "model/callback/admission.h"
#include "model/callback/examination.h"
#include "model/history/roomhistory.h"
#include "model/journal/examinedsummary.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct ExchangeText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Exchange)
};

/// The observer is asked after so many captures, or bytes.
constexpr int untoldCaptures = 256;
constexpr qint64 untoldBytes = qint64{1024} * 1024;

/// Whether bodies with this recorded verdict were decoded, or were when the journal was saved.
bool wasDecoded(Verdict verdict)
{
    return verdict == Verdict::Accepted || verdict == Verdict::UnknownCommand || verdict == Verdict::Lost;
}

/// What an arriving request would be let in as. Everything counts as sent to the right path, by a known application.
Ruling judge(const CaptureSummary &summary, const QByteArray &body, const RequestQuery &query, const Clock &clock)
{
    RawRequest request;
    request.method = summary.method;
    request.body = body;
    return Admission({query.path, false, {}, {}}, clock).judge(request, query);
}

} // namespace

CaptureImport::CaptureImport(JournalWriter &journal, QString path, const Clock &clock)
    : m_journal(journal),
      m_path(std::move(path)),
      m_clock(clock),
      m_numbers(journal.lastSequence()),
      m_isNew(journal.lastSequence() == Sequence(0))
{
}

Result<ImportReport> CaptureImport::run(std::vector<ImportInput> &inputs, ImportObserver &observer)
{
    Result<void> done = restoreRooms(inputs).and_then([this] { return m_journal.begin(); });
    if (done) {
        done = readAll(inputs, observer);
        if (done && !m_report.isCancelled && m_report.imported > 0)
            done = finish();
        else
            m_journal.rollback();
    }
    if (!done) {
        m_journal.rollback();
        const Error &error = done.error();
        return failure(ExchangeText::tr("nothing was imported: %1").arg(error.what), error.where,
                       ExchangeText::tr("The journal is as it was: mend that and import again."));
    }
    if (m_report.isCancelled)
        return ImportReport{0, m_report.notRead, {}, true, {}, {}};
    const Result<JournalHoldings> holdings = m_journal.holdings();
    if (!holdings)
        return tl::unexpected<Error>(holdings.error());
    m_report.holdings = *holdings;
    m_report.beyond = planRetention(m_journal.limits(), *holdings, m_clock.wallTime());
    return m_report;
}

Result<void> CaptureImport::restoreRooms(const std::vector<ImportInput> &inputs)
{
    // Reducing what nobody asks about would take as long again as all the rest.
    if (std::ranges::all_of(inputs, &ImportInput::tellsRulings))
        return {};
    const Result<std::unique_ptr<JournalReader>> reader = JournalReader::open(m_path);
    if (!reader)
        return tl::unexpected<Error>(reader.error());
    Result<RoomHistory::Known> known =
        RoomHistory::open(**reader).and_then([](const RoomHistory &history) { return history.known(std::nullopt); });
    if (!known)
        return tl::unexpected<Error>(known.error());
    m_rooms.emplace(m_journal, std::move(known->book));
    return {};
}

Result<void> CaptureImport::readAll(std::vector<ImportInput> &inputs, ImportObserver &observer)
{
    for (const ImportInput &input : inputs)
        m_progress.size += input.source->size();
    for (ImportInput &input : inputs) {
        if (Result<void> read = readInput(input, observer); !read || m_report.isCancelled)
            return read;
        m_before += input.source->size();
    }
    return {};
}

Result<void> CaptureImport::readInput(ImportInput &input, ImportObserver &observer)
{
    m_numbers.beginFile();
    while (!m_report.isCancelled) {
        Result<ImportedItem> item = input.source->next();
        if (!item)
            return tl::unexpected<Error>(item.error());
        if (!*item)
            break;
        if (const auto *const problem = std::get_if<ImportProblem>(&**item)) {
            ++m_report.notRead;
            observer.notRead(input.name, *problem);
        } else if (Result<void> kept = keep(std::get<ImportedCapture>(**item), input.name, observer); !kept) {
            return kept;
        }
        tellProgress(*input.source, observer);
    }
    return {};
}

void CaptureImport::tellProgress(const CaptureSource &source, ImportObserver &observer)
{
    const qint64 position = m_before + source.position();
    if (++m_untold < untoldCaptures && position - m_progress.position < untoldBytes)
        return;
    m_untold = 0;
    m_progress.imported = m_report.imported;
    m_progress.notRead = m_report.notRead;
    m_progress.position = position;
    m_report.isCancelled = !observer.goesOn(m_progress);
}

Capture CaptureImport::captureOf(const ImportedCapture &imported, Sequence sequence) const
{
    Capture capture;
    capture.head = imported.head;
    capture.body = imported.body;
    CaptureSummary &summary = capture.summary;
    summary.sequence = sequence;
    summary.receivedAt = imported.receivedAt.value_or(m_clock.wallTime());
    summary.method = imported.method;
    summary.target = imported.target;
    summary.peer = imported.peer;
    summary.bodySize = imported.body.size();
    return capture;
}

Result<void> CaptureImport::keep(const ImportedCapture &imported, const QString &name, ImportObserver &observer)
{
    const std::optional<Sequence> sequence = m_numbers.give(imported.sequence);
    if (!sequence) {
        ++m_report.notRead;
        observer.notRead(name, {u"#%1"_s.arg(imported.sequence->value()),
                                ExchangeText::tr("its number is too far from those before it")});
        return {};
    }
    Capture capture = captureOf(imported, *sequence);
    CaptureSummary &summary = capture.summary;
    const RequestQuery query = parseRequestTarget(summary.target);
    Ruling admission;
    if (!imported.ruling)
        admission = judge(summary, capture.body, query, m_clock);
    else if (!wasDecoded(imported.ruling->verdict))
        admission = *imported.ruling;
    const Examination examination = examine(capture.body, query, admission);
    summarize(examination, query.command, summary);
    if (imported.origin)
        summary.origin = m_numbers.now(*imported.origin);
    const bool isKnown = imported.ruling.has_value();
    if (isKnown)
        takeOver(imported, summary);
    summary.status = imported.status.value_or(summary.status);
    const bool isOfRooms = summary.room && !summary.flags.testFlag(CaptureFlag::KeptOut);
    if (m_rooms && examination.callback && summary.ruling.verdict == Verdict::Accepted && isOfRooms) {
        if (Result<void> told = tellRooms(*examination.callback, query.sdkAppId, isKnown, capture); !told)
            return told;
    }
    ++m_report.imported;
    return m_journal.append(capture).and_then([&] { return mark(*sequence, imported); });
}

void CaptureImport::takeOver(const ImportedCapture &imported, CaptureSummary &summary) const
{
    summary.ruling = *imported.ruling;
    summary.status = httpStatus(summary.ruling);
    summary.flags = imported.flags;
    if (!imported.duplicateOf)
        return;
    summary.duplicateOf = m_numbers.now(*imported.duplicateOf);
    // What repeats nothing that is there is no duplicate.
    if (!summary.duplicateOf)
        summary.flags.setFlag(CaptureFlag::Duplicate, false);
}

Result<void> CaptureImport::mark(Sequence sequence, const ImportedCapture &imported)
{
    if (!imported.bookmarked && imported.note.isEmpty())
        return {};
    return m_journal.mark(sequence, {imported.bookmarked, imported.note}).map([](bool) {});
}

Result<void> CaptureImport::tellRooms(const DecodedCallback &callback, std::optional<SdkAppId> application,
                                      bool isKnown, Capture &capture)
{
    if (isKnown) {
        m_rooms->stageKnown(callback, application, capture);
    } else if (const auto staged = m_rooms->stage(callback, application, capture); !staged) {
        return tl::unexpected<Error>(staged.error());
    }
    // All is in one transaction: if it fails, the rooms go with it.
    m_rooms->commit();
    return {};
}

Result<void> CaptureImport::finish()
{
    m_report.sequences = {*m_numbers.first(), m_numbers.last()};
    // Otherwise gaps would be taken for captures that were removed. What was told before the first capture is
    // elsewhere.
    Result<void> kept = m_isNew ? m_journal.keepLost(Sequence(m_numbers.first()->value() - 1)) : Result<void>();
    return kept.and_then([this] { return m_journal.commit(); });
}

} // namespace seatscope
